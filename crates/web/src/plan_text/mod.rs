//! The plan itself as an official paper: its own words, its look, its files.

mod compose;
mod edit;
mod handle;
mod sheet;
mod texts;

pub use compose::{Edition, compose};
pub use edit::{FormState, FrameFields, PaperState, PartField, PlanPaperPage, UploadedText};
pub use handle::routes;
pub(crate) use handle::{paper_to_issue, paragraphs, pinned};
pub use sheet::{Piece, Sheet, SheetAnnex, SheetRun};
pub use texts::{text, usual};
