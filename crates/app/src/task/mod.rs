//! Tasks: the duties of a plan, matched to bodies, dated, and answered by those they are laid upon.

mod duties;
mod lay;
mod matching;
mod put;

pub use duties::{DutiesView, DutyView, ShowDuties, TierName};
pub(crate) use lay::lay;
pub use put::{ChooseDates, PutTask, RemoveTask, TypedParty};
