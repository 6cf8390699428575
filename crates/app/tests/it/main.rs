//! Use cases on both databases.

mod campaign;
mod backend;
mod jobs;
