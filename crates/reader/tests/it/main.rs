//! The reader on whole plans: samples of our own, the real ones where they are, and nonsense.

mod cells;
mod date_properties;
mod letterheads;
mod plan_fields;
mod plan_structure;
mod plans;
mod properties;
mod review;
mod samples;
mod tables;
mod words;
mod wrapped;
