use app::{Moment, Spent, Watch};
use rustix::time::{ClockId, Timespec, clock_gettime};
use std::cell::Cell;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What the use cases of a world asked of its database, in order. [`crate::on_both`] looks through
/// it after every test.
#[derive(Clone, Default)]
pub struct Ledger(Arc<Mutex<Vec<Entry>>>);

/// One run of one use case.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name without its path: `Signed<ListWork>`.
    pub case: String,
    pub spent: Spent,
    /// How long it worked on SQLite's writer thread, where all others wait meanwhile. Processor
    /// time, so that whatever else the machine does is not blamed on it; waiting for the disk
    /// comes with the commit, which a batch shares.
    pub held: Option<Duration>,
}

/// The most rows a use case may write.
pub const ROWS_MAX: u64 = 1_000;
/// The longest a use case may hold the writer, in a debug build.
pub const HELD_MAX: Duration = Duration::from_millis(50);

impl Ledger {
    pub(crate) fn watch(&self) -> Watch {
        let ledger = self.clone();
        Watch::new(move |case, moment| match moment {
            Moment::Begins => BEGAN.set(on_writer().then(worked)),
            Moment::Ends(spent) => {
                let held = BEGAN.take().map(|began| worked().saturating_sub(began));
                let entry = Entry { case: short(case), spent, held };
                ledger.0.lock().expect("no test panics inside").push(entry);
            }
        })
    }

    /// What was noted since the ledger was taken last.
    pub fn take(&self) -> Vec<Entry> {
        std::mem::take(&mut self.0.lock().expect("no test panics inside"))
    }
}

/// The entries that wrote too much or held the writer too long.
pub fn beyond(entries: &[Entry]) -> Vec<&Entry> {
    let too_long = |entry: &&Entry| {
        entry.spent.rows > ROWS_MAX || entry.held.is_some_and(|held| held > HELD_MAX)
    };
    entries.iter().filter(too_long).collect()
}

thread_local! {
    static BEGAN: Cell<Option<Duration>> = const { Cell::new(None) };
}

fn on_writer() -> bool {
    std::thread::current().name() == Some("writer")
}

/// For how long this thread has had a processor.
fn worked() -> Duration {
    let Timespec { tv_sec, tv_nsec } = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(tv_sec.unsigned_abs(), u32::try_from(tv_nsec).unwrap_or(0))
}

/// `app::signed::Signed<app::work::list::ListWork>` as `Signed<ListWork>`.
fn short(case: &str) -> String {
    let parts = case.split_inclusive(['<', '>', ',']);
    parts.map(|part| part.rsplit("::").next().unwrap_or(part)).collect()
}
