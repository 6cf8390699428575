//! How to do what this seat has to do.

mod show;

pub use show::{Audience, HelpPage};
