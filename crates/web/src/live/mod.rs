//! Telling open pages that something has changed.

mod handle;

pub use handle::routes;
