//! From an uploaded plan to what was understood of it.

mod check;
mod upload;

pub use check::{
    DateRow, EditLine, FactGroup, FactRow, FactState, MarkKind, Origin, OutlineRow, Piece,
    PlanCheckPage, PlanWarning, Question, Severity, TextBlock, TextLook,
};
pub use upload::PlanUploadPage;

use crate::site::Route;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
