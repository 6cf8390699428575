//! The only place here that reads a clock.

use std::time::{Duration, Instant};

/// What `work` gives, and how long it took.
#[expect(clippy::disallowed_methods, reason = "measuring time is what a benchmark does")]
pub fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let begun = Instant::now();
    let done = work();
    (begun.elapsed(), done)
}

/// The middle of several times, which one disturbed run does not move.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
