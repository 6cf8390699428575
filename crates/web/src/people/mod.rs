//! The people of a unit and of those below it: lists, one person, giving and ending seats, links.

mod branch;
mod end;
mod link;
mod line;
mod seat;
mod show;
mod unit;

pub use branch::BranchPeoplePage;
pub use end::EndSeatPage;
pub use line::{AccountState, SeatLine, SeatPart};
pub use link::{LinkRow, LinksPage};
pub use seat::{SeatFormKind, SeatFormPage};
pub use show::PersonPage;
pub use unit::UnitPeoplePage;

use crate::site::{Policy, Route, Trouble, Visitor};
use crate::ui::{Entry, Ui};
use axum::routing::{get, post};
use domain::calendar;
use domain::person::Refusal;
use domain::seat::Role;
use jiff::civil::Date;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    let route = |path, handler| Route::new(path, Policy::SignedIn, handler);
    vec![
        route("/people", get(branch::show)),
        route("/people/links", post(link::many)),
        route("/people/{person}", get(show::show).post(show::save)),
        route("/people/{person}/link", post(link::one)),
        route("/people/{person}/sign-out", post(show::sign_out)),
        route("/units/{unit}/people", get(unit::show)),
        route("/units/{unit}/people/new", get(seat::show).post(seat::save)),
        route("/seats/{seat}/end", get(end::show).post(end::save)),
    ]
}

/// The words for a role.
fn role_words(ui: &Ui, role: Role) -> String {
    let key = match role {
        Role::Drafter => "role-drafter",
        Role::Chair => "role-chair",
        Role::Leader => "role-leader",
        Role::Officer => "role-officer",
        Role::Reader => "role-reader",
        Role::Organiser => "role-organiser",
        Role::UnitAdmin => "role-unit-admin",
        Role::SystemAdmin => "role-system-admin",
    };
    ui.say(key).to_string()
}

/// The day typed into a field; none where it is empty, a refusal where it cannot be read.
fn day(visitor: &Visitor, typed: &str) -> Result<Option<Date>, Trouble> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let day = calendar::read_day(typed);
    day.map(Some).ok_or_else(|| visitor.trouble(Refusal::DayUnreadable.into()))
}

fn entry(value: impl Into<String>) -> Entry {
    Entry { value: value.into(), error: String::new() }
}
