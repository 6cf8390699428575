//! How to do what this seat has to do.

mod handle;
mod show;

pub use handle::routes;
pub use show::{Audience, HelpPage};
