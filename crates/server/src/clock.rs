//! The one place that reads a clock and draws chance.

use app::{Clock, Dice};
use jiff::Timestamp;
use std::sync::Arc;

/// The server's clock; or one that began at `start` when the program did.
pub fn clock(start: Option<Timestamp>) -> Clock {
    let Some(start) = start else { return Clock::Live(now) };
    let begun = now();
    Clock::Set(Arc::new(move || start + now().duration_since(begun)))
}

/// Random bytes of the operating system.
pub fn dice() -> Dice {
    Dice::new(|| {
        let mut bytes = [0; 32];
        // Without chance nothing here is safe; the system never refuses it once it has started.
        getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
        bytes
    })
}

#[expect(clippy::disallowed_methods, reason = "the one reader of the clock")]
fn now() -> Timestamp {
    Timestamp::now()
}
