//! What changes in a plan after it was issued: versions, with the difference, for those concerned.

mod approval;
mod edit;
mod issue;
mod list;
mod view;

pub use approval::{AmendingApproval, PutAmendingApproval, ShowAmendingApproval};
pub use edit::{PutAmending, TypedNew, TypedSection, UnitStep, Written};
pub use issue::IssueAmendment;
pub(crate) use list::concerning;
pub use list::{ShowVersions, Version, Versions};
pub(crate) use view::load;
pub use view::{AmendingView, Concerned, ShowAmending};
