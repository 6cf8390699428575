use super::{Result, StoreError};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// What a column holds, on either database.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Int(i64),
    Bool(bool),
    Text(String),
    Bytes(Vec<u8>),
    Id(Uuid),
}

/// What a column is read as.
pub trait FromValue: Sized {
    fn from_value(value: Value) -> Result<Self>;
}

impl From<i64> for Value {
    fn from(value: i64) -> Value {
        Value::Int(value)
    }
}

impl From<u32> for Value {
    fn from(value: u32) -> Value {
        Value::Int(i64::from(value))
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Bool(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Value {
        Value::Text(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Value {
        Value::Text(value)
    }
}

impl From<&String> for Value {
    fn from(value: &String) -> Value {
        Value::Text(value.clone())
    }
}

impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Value {
        Value::Bytes(value)
    }
}

impl From<&[u8]> for Value {
    fn from(value: &[u8]) -> Value {
        Value::Bytes(value.to_vec())
    }
}

impl From<[u8; 32]> for Value {
    fn from(value: [u8; 32]) -> Value {
        Value::Bytes(value.to_vec())
    }
}

impl From<Timestamp> for Value {
    fn from(value: Timestamp) -> Value {
        Value::Int(value.as_millisecond())
    }
}

impl From<Date> for Value {
    fn from(value: Date) -> Value {
        Value::Text(value.to_string())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}

impl FromValue for i64 {
    fn from_value(value: Value) -> Result<i64> {
        match value {
            Value::Int(value) => Ok(value),
            other => Err(unexpected("an integer", &other)),
        }
    }
}

impl FromValue for u32 {
    fn from_value(value: Value) -> Result<u32> {
        let value = i64::from_value(value)?;
        u32::try_from(value).map_err(|_| StoreError::Corrupt(format!("{value} is out of range")))
    }
}

impl FromValue for bool {
    fn from_value(value: Value) -> Result<bool> {
        match value {
            Value::Bool(value) => Ok(value),
            Value::Int(value) => Ok(value != 0),
            other => Err(unexpected("a truth value", &other)),
        }
    }
}

impl FromValue for String {
    fn from_value(value: Value) -> Result<String> {
        match value {
            Value::Text(value) => Ok(value),
            other => Err(unexpected("text", &other)),
        }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: Value) -> Result<Vec<u8>> {
        match value {
            Value::Bytes(value) => Ok(value),
            Value::Id(value) => Ok(value.as_bytes().to_vec()),
            other => Err(unexpected("bytes", &other)),
        }
    }
}

impl FromValue for [u8; 32] {
    fn from_value(value: Value) -> Result<[u8; 32]> {
        let bytes = Vec::<u8>::from_value(value)?;
        <[u8; 32]>::try_from(bytes.as_slice())
            .map_err(|_| StoreError::Corrupt(format!("{} bytes instead of 32", bytes.len())))
    }
}

impl FromValue for Uuid {
    fn from_value(value: Value) -> Result<Uuid> {
        match value {
            Value::Id(value) => Ok(value),
            Value::Bytes(bytes) => Uuid::from_slice(&bytes)
                .map_err(|_| StoreError::Corrupt(format!("{} bytes instead of 16", bytes.len()))),
            other => Err(unexpected("an id", &other)),
        }
    }
}

impl FromValue for Timestamp {
    fn from_value(value: Value) -> Result<Timestamp> {
        let value = i64::from_value(value)?;
        Timestamp::from_millisecond(value)
            .map_err(|_| StoreError::Corrupt(format!("{value} is no instant")))
    }
}

impl FromValue for Date {
    fn from_value(value: Value) -> Result<Date> {
        let text = String::from_value(value)?;
        text.parse().map_err(|_| StoreError::Corrupt(format!("{text:?} is no day")))
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> Result<Option<T>> {
        match value {
            Value::Null => Ok(None),
            value => T::from_value(value).map(Some),
        }
    }
}

macro_rules! ids {
    ($($name:ident)*) => {$(
        impl From<domain::id::$name> for Value {
            fn from(id: domain::id::$name) -> Value {
                Value::Id(id.0)
            }
        }

        impl FromValue for domain::id::$name {
            fn from_value(value: Value) -> Result<domain::id::$name> {
                Uuid::from_value(value).map(domain::id::$name)
            }
        }
    )*};
}

ids!(BodyId ReorganisationId PersonId SeatId SessionId PlanId CampaignId SectionId SegmentId IndicatorId ItemId TaskId EventId JobId);

fn unexpected(wanted: &str, found: &Value) -> StoreError {
    StoreError::Corrupt(format!("expected {wanted}, found {found:?}"))
}
