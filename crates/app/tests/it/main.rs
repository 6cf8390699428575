//! Use cases on both databases.

mod campaign;
mod cost;
mod backend;
mod jobs;
