//! The rules of a review campaign: types and pure functions, in reading order.
//!
//! Nothing here reads a clock, a file, a row or a setting; time and chance come in as arguments.
//! A module may use only those listed above it.

pub mod text;
pub mod file;
pub mod number;
pub mod id;
pub mod calendar;
pub mod indicator;
pub mod figure;
pub mod body;
pub mod reorganisation;
pub mod register;
pub mod unit_record;
pub mod seat;
pub mod session;
pub mod authority;
pub mod group;
pub mod person;
pub mod source;
pub mod plan;
pub mod narrative;
pub mod document;
pub mod campaign;
pub mod amendment;
pub mod library;
pub mod task;
pub mod submission;
pub mod receipt;
pub mod own_part;
