//! Pages: one folder per feature with page, template, strings and style.
//!
//! A page is a struct of plain display fields beside its template. Handlers fill the struct from
//! what a use case answers; samples beside it (`*.samples.json`) show every state it can be in and
//! say by example what a handler must provide.

pub mod acknowledgement;
pub mod amendment;
pub mod assets;
pub mod campaign;
pub mod figures;
pub mod gallery;
pub mod group;
pub mod grid;
pub mod help;
pub mod library;
pub mod live;
pub mod own_part;
pub mod people;
pub mod plan;
pub mod plan_text;
pub mod problem;
pub mod queue;
pub mod receipt;
pub mod register;
pub mod reorganisation;
pub mod report;
pub mod review;
pub mod section;
pub mod session;
pub mod site;
pub mod submission;
pub mod task;
pub mod ui;
pub mod unit;
pub mod work;
mod catalogue;

pub use catalogue::CATALOGUE;
pub use site::{Gallery, Site, Transport, router};

#[cfg(test)]
mod tests;
