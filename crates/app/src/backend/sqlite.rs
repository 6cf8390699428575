use super::ctx::{Drawn, UseCase};
use crate::ending::{Ending, StartError};
use rusqlite::{Connection, OpenFlags};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::pin::pin;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::thread;
use store::db::Tx;
use store::migrate::{self, Schema};
use tokio::sync::oneshot;

/// How many use cases may wait for the writer; one more is told to come back.
const QUEUE: usize = 1_024;
/// How many use cases one commit takes in.
const BATCH: usize = 64;
/// How many readers work beside the writer.
const READERS: usize = 2;
/// How many events one round of sealing takes.
const SEAL: i64 = 1_000;

/// The embedded database: one writer thread, a few readers, all by queue.
pub(super) struct Sqlite {
    writer: SyncSender<Box<dyn Job>>,
    readers: SyncSender<Box<dyn Job>>,
}

/// A queued use case of any type.
trait Job: Send {
    fn run(&mut self, connection: &mut Connection);
    fn answer(self: Box<Self>);
}

struct Queued<C: UseCase> {
    case: C,
    drawn: Drawn,
    outcome: Option<Result<C::Output, Ending>>,
    reply: oneshot::Sender<Result<C::Output, Ending>>,
}

impl Sqlite {
    pub(super) fn open(path: &Path) -> Result<Sqlite, StartError> {
        let mut connection = Connection::open(path)?;
        connection.execute_batch(
            "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;
             pragma trusted_schema = off; pragma busy_timeout = 5000;",
        )?;
        connection.set_prepared_statement_cache_capacity(256);
        bring_up_to_date(&mut connection)?;
        let (writer, queue) = sync_channel(QUEUE);
        thread::Builder::new()
            .name("writer".into())
            .spawn(move || write_all(connection, &queue))?;
        let (readers, queue) = sync_channel(QUEUE);
        let queue = Arc::new(Mutex::new(queue));
        for _ in 0..READERS {
            let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
            connection.execute_batch("pragma query_only = on; pragma busy_timeout = 5000;")?;
            connection.set_prepared_statement_cache_capacity(256);
            let queue = Arc::clone(&queue);
            thread::Builder::new()
                .name("reader".into())
                .spawn(move || read_all(connection, &queue))?;
        }
        Ok(Sqlite { writer, readers })
    }

    pub(super) async fn write<C: UseCase>(
        &self,
        case: C,
        drawn: Drawn,
    ) -> Result<C::Output, Ending> {
        send(&self.writer, case, drawn).await
    }

    pub(super) async fn read<C: UseCase>(
        &self,
        case: C,
        drawn: Drawn,
    ) -> Result<C::Output, Ending> {
        send(&self.readers, case, drawn).await
    }
}

async fn send<C: UseCase>(
    queue: &SyncSender<Box<dyn Job>>,
    case: C,
    drawn: Drawn,
) -> Result<C::Output, Ending> {
    let (reply, answer) = oneshot::channel();
    let job = Box::new(Queued { case, drawn, outcome: None, reply });
    match queue.try_send(job) {
        Ok(()) => {}
        Err(TrySendError::Full(_)) => return Err(Ending::Busy),
        Err(TrySendError::Disconnected(_)) => {
            return Err(Ending::broken("the database has stopped"));
        }
    }
    answer.await.unwrap_or_else(|_| Err(Ending::broken("the database gave no answer")))
}

impl<C: UseCase> Job for Queued<C> {
    fn run(&mut self, connection: &mut Connection) {
        let mut ctx = self.drawn.ctx(Tx::sqlite(connection));
        self.drawn.watch.begins::<C>();
        let ran = catch_unwind(AssertUnwindSafe(|| at_once(self.case.run(&mut ctx))));
        self.drawn.watch.ends::<C>(ctx.tx.spent());
        self.outcome = Some(match ran {
            Ok(Some(outcome)) => outcome,
            Ok(None) => Err(Ending::broken("a use case awaited something else")),
            Err(_) => Err(Ending::broken("a use case panicked")),
        });
        let done = matches!(self.outcome, Some(Ok(_)));
        let end = if done { "release one" } else { "rollback to one; release one" };
        if let Err(error) = connection.execute_batch(end) {
            self.outcome = Some(Err(Ending::broken(&error.to_string())));
        }
    }

    fn answer(self: Box<Self>) {
        let outcome = self.outcome.unwrap_or_else(|| Err(Ending::broken("not run")));
        // Whoever asked may have gone; the work stands all the same.
        let _ = self.reply.send(outcome);
    }
}

fn write_all(mut connection: Connection, queue: &Receiver<Box<dyn Job>>) {
    while let Ok(first) = queue.recv() {
        let mut batch = vec![first];
        batch.extend(queue.try_iter().take(BATCH - 1));
        if let Err(error) = write_batch(&mut connection, &mut batch) {
            // What the disk holds is unknown now; starting again from it is the only safe way.
            tracing::error!(%error, "commit failed, stopping");
            std::process::exit(70);
        }
        batch.into_iter().for_each(|job| job.answer());
    }
}

fn write_batch(connection: &mut Connection, batch: &mut [Box<dyn Job>]) -> Result<(), Ending> {
    let run = |connection: &Connection, sql: &str| {
        connection.execute_batch(sql).map_err(|error| Ending::broken(&error.to_string()))
    };
    run(connection, "begin immediate")?;
    for job in batch {
        run(connection, "savepoint one")?;
        job.run(connection);
    }
    while seal(connection)? > 0 {}
    run(connection, "commit")
}

fn seal(connection: &mut Connection) -> Result<usize, Ending> {
    let sealed = at_once(async { store::event::seal(&mut Tx::sqlite(connection), SEAL).await });
    match sealed {
        Some(sealed) => Ok(sealed.map(|(_, count)| count)?),
        None => Err(Ending::broken("sealing awaited something else")),
    }
}

fn read_all(mut connection: Connection, queue: &Mutex<Receiver<Box<dyn Job>>>) {
    loop {
        let Ok(next) = queue.lock().map(|queue| queue.recv()) else { return };
        let Ok(mut job) = next else { return };
        if connection.execute_batch("begin; savepoint one").is_ok() {
            job.run(&mut connection);
            let _ = connection.execute_batch("rollback");
        }
        job.answer();
    }
}

fn bring_up_to_date(connection: &mut Connection) -> Result<(), StartError> {
    connection.execute_batch("begin immediate")?;
    at_once(async {
        let mut tx = Tx::sqlite(connection);
        match migrate::check(&mut tx).await? {
            Schema::Current => Ok(()),
            Schema::Newer(found) => Err(StartError::NewerSchema(found)),
            Schema::Behind(found) => Ok(migrate::apply(&mut tx, found).await?),
        }
    })
    .unwrap_or_else(|| Err(StartError::Database("the schema check did not end".into())))?;
    connection.execute_batch("commit")?;
    Ok(())
}

/// Runs a future that awaits nothing but SQLite, which is always ready; `None` where it is not.
fn at_once<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => Some(output),
        Poll::Pending => None,
    }
}
