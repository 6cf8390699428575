use super::{FromValue, Result, StoreError, Value};

/// One row of a query, read from left to right.
pub struct Row(std::vec::IntoIter<Value>);

/// A row read as a value; tuples of columns and the nouns' own rows.
pub trait FromRow: Sized {
    fn from_row(row: Row) -> Result<Self>;
}

impl Row {
    pub(super) fn new(values: Vec<Value>) -> Row {
        Row(values.into_iter())
    }

    /// The next column.
    pub fn take<T: FromValue>(&mut self) -> Result<T> {
        let value = self.0.next().ok_or_else(|| StoreError::Corrupt("too few columns".into()))?;
        T::from_value(value)
    }
}

macro_rules! tuples {
    ($($($name:ident)+;)+) => {$(
        impl<$($name: FromValue),+> FromRow for ($($name,)+) {
            fn from_row(mut row: Row) -> Result<($($name,)+)> {
                Ok(($(row.take::<$name>()?,)+))
            }
        }
    )+};
}

tuples! { A; A B; A B C; A B C D; A B C D E; A B C D E F; A B C D E F G; A B C D E F G H; }
