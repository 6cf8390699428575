use super::{Result, Row, StoreError, Value};
use deadpool_postgres::ClientWrapper;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

pub(super) async fn execute(client: &ClientWrapper, sql: &str, values: &[Value]) -> Result<u64> {
    let statement = client.prepare_cached(sql).await?;
    let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|v| v as _).collect();
    Ok(client.execute(&statement, &values).await?)
}

pub(super) async fn rows(client: &ClientWrapper, sql: &str, values: &[Value]) -> Result<Vec<Row>> {
    let statement = client.prepare_cached(sql).await?;
    let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|v| v as _).collect();
    let rows = client.query(&statement, &values).await?;
    rows.iter()
        .map(|row| (0..row.len()).map(|at| read(row, at)).collect::<Result<_>>().map(Row::new))
        .collect()
}

impl ToSql for Value {
    fn to_sql(
        &self,
        column: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(value) if *column == Type::INT4 => {
                i32::try_from(*value)?.to_sql(column, out)
            }
            Value::Int(value) => value.to_sql(column, out),
            Value::Bool(value) => value.to_sql(column, out),
            Value::Text(value) => value.to_sql(column, out),
            Value::Bytes(value) => value.to_sql(column, out),
            Value::Id(value) => value.to_sql(column, out),
        }
    }

    fn accepts(column: &Type) -> bool {
        [Type::INT4, Type::INT8, Type::BOOL, Type::TEXT, Type::BYTEA, Type::UUID].contains(column)
    }

    to_sql_checked!();
}

impl From<tokio_postgres::Error> for StoreError {
    fn from(error: tokio_postgres::Error) -> StoreError {
        // A unique violation means that somebody else was faster: run again, the rule will see it.
        let again = [
            &SqlState::T_R_SERIALIZATION_FAILURE,
            &SqlState::T_R_DEADLOCK_DETECTED,
            &SqlState::UNIQUE_VIOLATION,
        ];
        match error.as_db_error() {
            Some(said) if again.contains(&said.code()) => StoreError::Conflict,
            Some(said) => StoreError::Database(format!("{said}")),
            None => StoreError::Database(error.to_string()),
        }
    }
}

fn read(row: &tokio_postgres::Row, at: usize) -> Result<Value> {
    let value = match row.columns()[at].type_() {
        &Type::INT8 => row.try_get::<_, Option<i64>>(at)?.map(Value::Int),
        &Type::INT4 => row.try_get::<_, Option<i32>>(at)?.map(|v| Value::Int(i64::from(v))),
        &Type::BOOL => row.try_get::<_, Option<bool>>(at)?.map(Value::Bool),
        &Type::TEXT => row.try_get::<_, Option<String>>(at)?.map(Value::Text),
        &Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(at)?.map(Value::Bytes),
        &Type::UUID => row.try_get::<_, Option<Uuid>>(at)?.map(Value::Id),
        other => return Err(StoreError::Corrupt(format!("a column of type {other}"))),
    };
    Ok(value.unwrap_or(Value::Null))
}
