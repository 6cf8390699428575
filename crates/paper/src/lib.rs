//! Files in as [`domain::source::Source`]; the document model out as DOCX.

pub mod confine;
pub mod docx;
pub mod sheet;
mod source;

pub use source::{Unreadable, source};
