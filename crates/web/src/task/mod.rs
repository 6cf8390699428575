//! What the duties of a plan lay upon bodies: set up by the issuer, done by those who are named.

mod duties;
mod duty;
mod list;
mod show;
mod status;

pub use duties::{DutiesPage, DutyRow, DutyWhen, PartyRow, PartyState};
pub use duty::{DutyPage, Open, PartyFields};
pub use list::{TaskLineRow, TasksPage};
pub use show::{AnswerForm, AnswerPart, BodyLine, SaidRow, TaskPage};
pub use status::TaskStatus;
pub(crate) use status::{names, part_words, status, time_left};

use crate::site::{Policy, Route};
use axum::routing::get;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    let route = |path, handler| Route::new(path, Policy::SignedIn, handler);
    vec![
        route("/campaigns/{campaign}/duties", get(duties::show).post(duties::choose)),
        route("/campaigns/{campaign}/duties/{task}", get(duty::show).post(duty::save)),
        route("/tasks/{campaign}", get(list::show)),
        route("/tasks/{campaign}/{task}", get(show::show).post(show::answer)),
        route("/tasks/{campaign}/{task}/{body}/{version}/file", get(show::file)),
    ]
}
