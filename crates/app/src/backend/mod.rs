//! Where use cases run: the only place that begins and ends transactions.
//!
//! A use case is a value. SQLite puts it into the writer's queue and commits a batch with one
//! fsync; PostgreSQL runs it and repeats it on a conflict. Either may run it again from the start,
//! so `now` and chance are drawn once, outside.

mod ctx;
mod postgres;
mod sqlite;

pub use ctx::{Case, Clock, Ctx, Dice, Moment, UseCase, Watch};
pub use store::db::Spent;

use crate::ending::{Ending, StartError};
use ctx::Drawn;
use std::path::Path;
use std::sync::Arc;

/// A running database of either kind. Cloning is cheap and shares it.
#[derive(Clone)]
pub struct Backend {
    kind: Kind,
    clock: Clock,
    dice: Dice,
    watch: Watch,
}

#[derive(Clone)]
enum Kind {
    Sqlite(Arc<sqlite::Sqlite>),
    Postgres(Arc<postgres::Postgres>),
}

impl Backend {
    /// Opens the embedded database at `path`, bringing its schema up to date.
    pub async fn sqlite(path: &Path, clock: Clock, dice: Dice) -> Result<Backend, StartError> {
        let kind = Kind::Sqlite(Arc::new(sqlite::Sqlite::open(path)?));
        Ok(Backend { kind, clock, dice, watch: Watch::default() })
    }

    /// Connects to PostgreSQL at `url`, bringing its schema up to date.
    pub async fn postgres(url: &str, clock: Clock, dice: Dice) -> Result<Backend, StartError> {
        let kind = Kind::Postgres(Arc::new(postgres::Postgres::open(url).await?));
        Ok(Backend { kind, clock, dice, watch: Watch::default() })
    }

    /// The same database, with somebody who is told what its use cases cost.
    pub fn watched(self, watch: Watch) -> Backend {
        Backend { watch, ..self }
    }

    /// Runs a use case that only reads, on a snapshot.
    pub async fn read<C: UseCase>(&self, case: C) -> Result<C::Output, Ending> {
        let drawn = self.draw();
        match &self.kind {
            Kind::Sqlite(sqlite) => sqlite.read(case, drawn).await,
            Kind::Postgres(postgres) => postgres.clone().read(case, drawn).await,
        }
    }

    /// Runs a use case in a transaction of its own; durable when it answers.
    pub async fn write<C: UseCase>(&self, case: C) -> Result<C::Output, Ending> {
        let drawn = self.draw();
        match &self.kind {
            Kind::Sqlite(sqlite) => sqlite.write(case, drawn).await,
            Kind::Postgres(postgres) => postgres.clone().write(case, drawn, &self.clock).await,
        }
    }

    /// The time a page may show.
    pub fn now(&self) -> jiff::Timestamp {
        self.clock.now()
    }

    /// Random bytes for tokens and keys.
    pub fn random(&self) -> [u8; 32] {
        self.dice.throw()
    }

    fn draw(&self) -> Drawn {
        Drawn {
            now: self.clock.now(),
            chance: domain::id::Chance::new(self.dice.throw()),
            watch: self.watch.clone(),
        }
    }
}
