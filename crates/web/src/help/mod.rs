//! How to do what this seat has to do.

mod days_off;
mod handle;
mod show;
mod warnings;

pub use days_off::{DayOffRow, DaysOffPage};
pub use handle::routes;
pub use show::{Audience, HelpPage};
pub(crate) use warnings::address as warning_address;
pub use warnings::{WarningGroup, WarningHelp, WarningsPage};
