//! One thin layer over both databases: a transaction, values, rows.

mod postgres;
mod row;
mod sqlite;
mod value;

pub use row::{FromRow, Row};
pub use value::{FromValue, Value};

use std::fmt;

/// A transaction in progress on either database.
///
/// On SQLite every call is ready at once, so that a use case runs to its end at its first poll.
pub enum Tx<'c> {
    Sqlite(&'c mut rusqlite::Connection),
    Postgres(&'c deadpool_postgres::ClientWrapper),
}

/// What can go wrong below the rules.
#[derive(Debug)]
pub enum StoreError {
    /// Another transaction was faster; the use case may run again from the start.
    Conflict,
    /// A row that must exist does not, or holds what it must not.
    Corrupt(String),
    /// The database said no, or is not there.
    Database(String),
}

pub type Result<T> = std::result::Result<T, StoreError>;

/// Values for the numbered parameters of a query, in order.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => {
        &[$($crate::db::Value::from($value)),*]
    };
}

impl Tx<'_> {
    /// Runs a statement; gives the number of rows it touched.
    pub async fn execute(&mut self, sql: &'static str, values: &[Value]) -> Result<u64> {
        match self {
            Tx::Sqlite(connection) => sqlite::execute(connection, sql, values),
            Tx::Postgres(client) => postgres::execute(client, sql, values).await,
        }
    }

    /// All rows of a query, in its order.
    pub async fn list<T: FromRow>(
        &mut self,
        sql: &'static str,
        values: &[Value],
    ) -> Result<Vec<T>> {
        let rows = match self {
            Tx::Sqlite(connection) => sqlite::rows(connection, sql, values)?,
            Tx::Postgres(client) => postgres::rows(client, sql, values).await?,
        };
        rows.into_iter().map(T::from_row).collect()
    }

    /// The row of a query that gives at most one.
    pub async fn find<T: FromRow>(
        &mut self,
        sql: &'static str,
        values: &[Value],
    ) -> Result<Option<T>> {
        Ok(self.list(sql, values).await?.pop())
    }

    /// The row of a query that must give one.
    pub async fn get<T: FromRow>(&mut self, sql: &'static str, values: &[Value]) -> Result<T> {
        self.find(sql, values).await?.ok_or_else(|| StoreError::Corrupt(format!("no row: {sql}")))
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::Conflict => f.write_str("conflict with another transaction"),
            StoreError::Corrupt(what) | StoreError::Database(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for StoreError {}
