//! Plans read in: upload, check beside the text, correct, confirm.

mod confirm;
mod correct;
mod show;
mod upload;

pub use confirm::Confirm;
pub(crate) use correct::first_plan;
pub use correct::{Change, Correct, DateLine};
pub use show::{PlanView, ShowPlan};
pub use upload::{Upload, Uploaded};
