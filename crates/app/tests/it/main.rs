//! Use cases on both databases.

mod campaign;
mod cost;
mod audit;
mod backend;
mod jobs;
