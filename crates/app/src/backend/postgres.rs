use super::ctx::{Clock, Drawn, UseCase};
use crate::ending::{Ending, StartError};
use deadpool_postgres::{ClientWrapper, Manager, ManagerConfig, Object, Pool, RecyclingMethod};
use jiff::Timestamp;
use std::ops::Deref;
use std::sync::Arc;
use store::db::{StoreError, Tx};
use store::migrate::{self, Schema};
use tokio::sync::Mutex;
use tokio_postgres::NoTls;

/// How often a use case is repeated after a conflict before the answer is "busy".
const ATTEMPTS: usize = 5;
const CONNECTIONS: usize = 16;
const SEAL: i64 = 1_000;
/// Any number; servers that start at the same time take turns by it.
const MIGRATION_LOCK: i64 = 0x746f_6e67;

/// PostgreSQL by a pool of connections; the database is the only shared state.
pub(super) struct Postgres {
    pool: Pool,
    /// One sealer at a time in this process; between processes the chain's row decides.
    sealing: Mutex<()>,
}

impl Postgres {
    pub(super) async fn open(url: &str) -> Result<Postgres, StartError> {
        let mut config = url
            .parse::<tokio_postgres::Config>()
            .map_err(|error| StartError::Address(error.to_string()))?;
        // Compiling a statement takes longer than running any of ours.
        let options = format!("{} -c jit=off", config.get_options().unwrap_or_default());
        config.options(options.trim());
        let manager = Manager::from_config(
            config,
            NoTls,
            ManagerConfig { recycling_method: RecyclingMethod::Fast },
        );
        let pool = Pool::builder(manager)
            .max_size(CONNECTIONS)
            .build()
            .map_err(|error| StartError::Database(error.to_string()))?;
        let connection = pool.get().await.map_err(|e| StartError::Unreachable(reason(&e)))?;
        bring_up_to_date(&connection).await?;
        drop(connection);
        Ok(Postgres { pool, sealing: Mutex::new(()) })
    }

    pub(super) async fn read<C: UseCase>(
        self: Arc<Self>,
        case: C,
        drawn: Drawn,
    ) -> Result<C::Output, Ending> {
        // A task of its own: a visitor who leaves must not leave a transaction open.
        settle(tokio::spawn(async move {
            let begin = "begin isolation level repeatable read read only";
            self.attempt(&case, &drawn, begin).await
        }))
        .await
    }

    pub(super) async fn write<C: UseCase>(
        self: Arc<Self>,
        case: C,
        drawn: Drawn,
        clock: &Clock,
    ) -> Result<C::Output, Ending> {
        let live = matches!(clock, Clock::Live(_));
        settle(tokio::spawn(async move {
            let mut drawn = drawn;
            if live {
                drawn.now = self.database_time().await?;
            }
            for _ in 0..ATTEMPTS {
                match self.attempt(&case, &drawn, "begin isolation level repeatable read").await {
                    Err(Ending::Conflict) => {}
                    Ok(output) => {
                        self.seal().await?;
                        return Ok(output);
                    }
                    Err(ending) => return Err(ending),
                }
            }
            Err(Ending::Busy)
        }))
        .await
    }

    async fn attempt<C: UseCase>(
        &self,
        case: &C,
        drawn: &Drawn,
        begin: &str,
    ) -> Result<C::Output, Ending> {
        let open = Open::begin(self.connection().await?, begin).await?;
        let mut ctx = drawn.ctx(Tx::postgres(&open));
        drawn.watch.begins::<C>();
        let outcome = case.run(&mut ctx).await;
        drawn.watch.ends::<C>(ctx.tx.spent());
        open.end(how_to_end(&outcome)).await.map_err(Ending::from).and(outcome)
    }

    async fn seal(&self) -> Result<(), Ending> {
        let _turn = self.sealing.lock().await;
        for _ in 0..ATTEMPTS {
            let begin = "begin isolation level repeatable read";
            let open = Open::begin(self.connection().await?, begin).await?;
            let sealed = store::event::seal(&mut Tx::postgres(&open), SEAL).await;
            let ended = open.end(how_to_end(&sealed)).await;
            match (sealed, ended) {
                (Ok((_, 0)), Ok(())) => return Ok(()),
                (Ok(_), Ok(()))
                | (Err(StoreError::Conflict), _)
                | (_, Err(StoreError::Conflict)) => {}
                (Err(error), _) | (_, Err(error)) => return Err(error.into()),
            }
        }
        // Another process is sealing; what is left will be in its next round.
        Ok(())
    }

    async fn database_time(&self) -> Result<Timestamp, Ending> {
        let connection = self.connection().await?;
        let sql = "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";
        let (now,): (Timestamp,) = Tx::postgres(&connection).get(sql, &[]).await?;
        Ok(now)
    }

    async fn connection(&self) -> Result<Object, Ending> {
        self.pool.get().await.map_err(|error| Ending::broken(&reason(&error)))
    }
}

/// A connection with a transaction open on it. One that is dropped before its end, by a panic or a
/// failure, does not go back to the pool: the next would find itself inside.
struct Open(Option<Object>);

impl Open {
    async fn begin(connection: Object, begin: &str) -> Result<Open, StoreError> {
        let open = Open(Some(connection));
        open.batch_execute(begin).await?;
        Ok(open)
    }

    async fn end(mut self, end: &str) -> Result<(), StoreError> {
        self.batch_execute(end).await?;
        drop(self.0.take());
        Ok(())
    }
}

impl Deref for Open {
    type Target = ClientWrapper;

    fn deref(&self) -> &ClientWrapper {
        self.0.as_ref().expect("there until the end")
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.take().map(Object::take);
    }
}

fn how_to_end<T, E>(outcome: &Result<T, E>) -> &'static str {
    if outcome.is_ok() { "commit" } else { "rollback" }
}

async fn settle<T>(task: tokio::task::JoinHandle<Result<T, Ending>>) -> Result<T, Ending> {
    task.await.unwrap_or_else(|error| Err(Ending::broken(&error.to_string())))
}

async fn bring_up_to_date(connection: &Object) -> Result<(), StartError> {
    connection.batch_execute("begin").await?;
    // Held until the transaction ends; gives no row to read.
    connection.query("select pg_advisory_xact_lock($1)", &[&MIGRATION_LOCK]).await?;
    let mut tx = Tx::postgres(connection);
    match migrate::check(&mut tx).await? {
        Schema::Current => {}
        Schema::Newer(found) => return Err(StartError::NewerSchema(found)),
        Schema::Behind(found) => migrate::apply(&mut tx, found).await?,
    }
    connection.batch_execute("commit").await?;
    Ok(())
}

fn reason(error: &deadpool_postgres::PoolError) -> String {
    use std::error::Error;
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = cause.to_string();
        source = cause.source();
    }
    text
}
