//! The little union everyone knows, on a clock that is set, on both databases.
//!
//! [`on_both`] runs a test on SQLite and on PostgreSQL, and lets no use case in it write more rows or
//! hold the writer longer than [`ROWS_MAX`] and [`HELD_MAX`] say. PostgreSQL is where
//! `TONGKET_TEST_POSTGRES` says; without it the half is skipped aloud, and fails under CI.

mod database;
mod ledger;

pub use database::{create, on_both, on_both_with};
pub use ledger::{Entry, HELD_MAX, Ledger, ROWS_MAX, beyond};

use app::session::Machine;
use app::{App, Backend, Blobs, Clock, Dice, Ending, Token};
use domain::session::Device;
use jiff::Timestamp;
use jiff::civil::date;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

/// A running product with the demo's province in it and nobody signed in.
pub struct World {
    pub app: App,
    pub ledger: Ledger,
    clock: Arc<AtomicI64>,
    /// Removed with the world.
    folder: PathBuf,
}

/// When every world begins: a Wednesday morning in Vietnam.
pub const BEGINNING: &str = "2031-03-05T01:00:00Z";

impl World {
    async fn new(open: Open, name: &str, tree: &str) -> World {
        let folder = folder(name);
        std::fs::create_dir_all(&folder).expect("a folder for the world");
        let begin: Timestamp = BEGINNING.parse().expect("an instant");
        let clock = Arc::new(AtomicI64::new(begin.as_millisecond()));
        let read = Arc::clone(&clock);
        let set = Clock::Set(Arc::new(move || {
            Timestamp::from_millisecond(read.load(Ordering::SeqCst)).expect("in range")
        }));
        let dice = dice();
        let backend = match open {
            Open::Sqlite => Backend::sqlite(&folder.join("test.db"), set, dice).await,
            Open::Postgres(url) => Backend::postgres(&url, set, dice).await,
        };
        let ledger = Ledger::default();
        let backend = backend.expect("the database opens").watched(ledger.watch());
        let app = App::new(backend, Blobs::new(folder.join("blobs")));
        let hash = app::session::hash_password(sample::PASSWORD, &[5; 32]).expect("hashes");
        let install = sample::parse(tree, date(2020, 1, 1), || hash.clone());
        app.backend.write(install.expect("the province reads")).await.expect("installs");
        World { app, ledger, clock, folder }
    }

    /// Signs in one of the demo's people.
    pub async fn sign_in(&self, name: &str) -> Token {
        let secret = self.app.backend.random();
        let machine = Machine { device: Device::Own, browser: "testkit".to_owned() };
        let typed = (name, sample::PASSWORD);
        app::session::sign_in(&self.app, typed, machine, &secret).await.expect("signs in");
        Token::new(&secret)
    }

    /// Moves the clock to an instant.
    pub fn set_time(&self, at: &str) {
        let at: Timestamp = at.parse().expect("an instant");
        self.clock.store(at.as_millisecond(), Ordering::SeqCst);
    }
}

impl Drop for World {
    fn drop(&mut self) {
        // The database may still be closing; what cannot be removed now lies in the temporary folder.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The refusal in an answer, by its key; panics where there was none.
pub fn refusal<T>(answer: Result<T, Ending>) -> &'static str {
    match answer {
        Err(Ending::Refused(refused)) => refused.key(),
        Err(Ending::Forbidden) => "forbidden",
        Err(Ending::NotFound) => "not found",
        Err(Ending::Stale) => "stale",
        Err(other) => panic!("expected a refusal, got {other}"),
        Ok(_) => panic!("expected a refusal, got an answer"),
    }
}

enum Open {
    Sqlite,
    Postgres(String),
}

/// Seeds that differ from each other and are the same in every run.
fn dice() -> Dice {
    let thrown = AtomicU64::new(1);
    Dice::new(move || {
        let mut seed = [0; 32];
        let next = thrown.fetch_add(1, Ordering::SeqCst);
        seed[..8].copy_from_slice(&next.to_be_bytes());
        seed
    })
}

fn folder(name: &str) -> PathBuf {
    static WORLDS: AtomicU64 = AtomicU64::new(0);
    let count = WORLDS.fetch_add(1, Ordering::SeqCst);
    std::env::temp_dir().join(format!("tongket-{}-{count}-{name}", std::process::id()))
}
