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
pub struct Tx<'c> {
    on: On<'c>,
    spent: Spent,
}

enum On<'c> {
    Sqlite(&'c mut rusqlite::Connection),
    Postgres(&'c deadpool_postgres::ClientWrapper),
}

/// What a transaction asked of its database so far; beginning and ending it is not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spent {
    pub statements: u64,
    /// Rows inserted, changed or removed.
    pub rows: u64,
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

impl<'c> Tx<'c> {
    /// On a connection of SQLite that has begun a transaction.
    pub fn sqlite(connection: &'c mut rusqlite::Connection) -> Tx<'c> {
        Tx { on: On::Sqlite(connection), spent: Spent::default() }
    }

    /// On a connection of PostgreSQL that has begun a transaction.
    pub fn postgres(client: &'c deadpool_postgres::ClientWrapper) -> Tx<'c> {
        Tx { on: On::Postgres(client), spent: Spent::default() }
    }

    pub fn spent(&self) -> Spent {
        self.spent
    }

    /// Runs a statement; gives the number of rows it touched.
    pub async fn execute(&mut self, sql: &'static str, values: &[Value]) -> Result<u64> {
        self.spent.statements += 1;
        let rows = match &mut self.on {
            On::Sqlite(connection) => sqlite::execute(connection, sql, values)?,
            On::Postgres(client) => postgres::execute(client, sql, values).await?,
        };
        self.spent.rows += rows;
        Ok(rows)
    }

    /// All rows of a query, in its order.
    pub async fn list<T: FromRow>(
        &mut self,
        sql: &'static str,
        values: &[Value],
    ) -> Result<Vec<T>> {
        self.spent.statements += 1;
        let rows = match &mut self.on {
            On::Sqlite(connection) => sqlite::rows(connection, sql, values)?,
            On::Postgres(client) => postgres::rows(client, sql, values).await?,
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

    /// Runs a whole script, in the dialect of the database.
    pub(crate) async fn script(&mut self, sqlite: &str, postgres: &str) -> Result<()> {
        match &mut self.on {
            On::Sqlite(connection) => Ok(connection.execute_batch(sqlite)?),
            On::Postgres(client) => Ok(client.batch_execute(postgres).await?),
        }
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
