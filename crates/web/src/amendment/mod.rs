//! What changes in a plan after it was issued, shown as before and after.

mod approval;
mod difference;
mod edit;
mod edit_form;
mod versions;

pub use approval::AmendApprovalPage;
pub use difference::{Difference, VersionCard};
pub(crate) use difference::{difference, version_card};
pub use edit::{
    AmendPage, AmendedDeadline, AmendedSection, AmendedUnit, NewSectionForm, SectionLook,
};
pub use versions::VersionsPage;

use crate::site::{Policy, Route};
use axum::routing::get;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    let route = |path, handler| Route::new(path, Policy::SignedIn, handler);
    vec![
        route("/campaigns/{campaign}/versions", get(versions::show)),
        route("/campaigns/{campaign}/amend", get(edit_form::show).post(edit_form::post)),
        route("/campaigns/{campaign}/amend/approval", get(approval::show).post(approval::put)),
    ]
}
