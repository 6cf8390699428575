//! Files in as [`domain::source::Source`]; the document model out as DOCX.

pub mod confine;
pub mod docx;
mod source;

pub use source::{Unreadable, source};
