//! The grammar of dated phrases: what was written, then which days it means.

mod atom;
mod clock;
mod english;
mod further;
#[cfg(any(test, feature = "fuzz"))]
mod holds;
mod lead;
mod lunar;
mod number;
mod numeric;
mod phrase;
mod recurring;
mod relative;
mod resolve;
mod run;

#[cfg(feature = "fuzz")]
pub use holds::dates_hold;

pub use atom::{Portion, Unit, day_at};
pub use lunar::{Calendar, is_lunar};
pub use phrase::{Phrase, phrases};
pub use resolve::{Days, Years, resolve};

#[cfg(test)]
mod tests;
