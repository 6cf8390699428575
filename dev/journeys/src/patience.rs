//! Waiting: look again until it is so, never a fixed pause.

use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a verb waits for what it was told to find.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// How long a page may take to load, and a command of the protocol to be answered.
pub(crate) const LONG_PATIENCE: Duration = Duration::from_secs(30);

const STEP: Duration = Duration::from_millis(25);

/// Repeats `attempt` until it succeeds or `limit` has passed; then its last reason stands.
pub(crate) fn until<T>(
    limit: Duration,
    mut attempt: impl FnMut() -> Result<T, String>,
) -> Result<T, String> {
    let start = now();
    loop {
        match attempt() {
            Ok(done) => return Ok(done),
            Err(reason) if now() - start >= limit => return Err(reason),
            Err(_) => sleep(STEP),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a real browser is waited for in real time")]
fn now() -> Instant {
    Instant::now()
}
