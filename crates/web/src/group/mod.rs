//! Groups set up by decision: their list, one of them, who is in it, and its paper.

mod decision;
mod end;
mod form;
mod list;
mod member;
mod paper;
mod show;

pub use decision::DecisionFields;
pub use end::EndPage;
pub use form::GroupFormPage;
pub use list::{GroupListPage, GroupRow, GroupStanding};
pub use member::MemberPage;
pub use show::{DecisionRow, GroupPage, MemberRow};

use crate::site::{Policy, Route, Trouble, Visitor};
use crate::ui::{Choice, Entry, Ui};
use axum::routing::get;
use domain::calendar;
use domain::group::{Kind, MemberPart, Refusal, Standing, Term};
use jiff::civil::Date;
use words::time;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    let route = |path, handler| Route::new(path, Policy::SignedIn, handler);
    vec![
        route("/groups", get(list::list)),
        route("/groups/new", get(form::found).post(form::save_found)),
        route("/groups/{group}", get(show::show)),
        route("/groups/{group}/edit", get(form::correct).post(form::save_correct)),
        route("/groups/{group}/members/new", get(member::show).post(member::save)),
        route("/groups/{group}/members/{member}/end", get(end::member).post(end::end_member)),
        route("/groups/{group}/end", get(end::group).post(end::end_group)),
        route("/groups/{group}/decisions/{ord}/file", get(show::file)),
        route("/groups/{group}/docx", get(paper::docx)),
        route("/groups/{group}/pdf", get(paper::pdf)),
    ]
}

fn kind_words(ui: &Ui, kind: Kind) -> String {
    let key = match kind {
        Kind::Steering => "group-steering",
        Kind::Drafting => "group-drafting",
        Kind::Assisting => "group-assisting",
        Kind::Survey => "group-survey",
        Kind::Inspection => "group-inspection",
        Kind::Other => "group-other",
    };
    ui.say(key).to_string()
}

/// What a member is, as groups of the kind say it.
fn part_words(ui: &Ui, kind: Kind, part: MemberPart) -> String {
    let key = match (part, kind) {
        (MemberPart::Chair, Kind::Steering) => "group-chair-board",
        (MemberPart::Chair, Kind::Survey | Kind::Inspection) => "group-chair-mission",
        (MemberPart::Chair, _) => "group-chair-team",
        (MemberPart::Deputy, Kind::Steering) => "group-deputy-board",
        (MemberPart::Deputy, Kind::Survey | Kind::Inspection) => "group-deputy-mission",
        (MemberPart::Deputy, _) => "group-deputy-team",
        (MemberPart::Secretary, _) => "group-secretary",
        (MemberPart::Member, _) => "group-member",
    };
    ui.say(key).to_string()
}

/// `từ 05/03/2031 đến hết 30/06/2031`; nothing but a word where it never held.
fn term_words(ui: &Ui, term: Term) -> String {
    let from = time::date(ui.lang, term.from);
    match term.to {
        None => ui.say("group-from").with("from", from).to_string(),
        Some(to) if to <= term.from => ui.say("group-void").to_string(),
        Some(to) => {
            let last = to.yesterday().unwrap_or(to);
            let words = ui.say("group-from-to").with("from", from);
            words.with("to", time::date(ui.lang, last)).to_string()
        }
    }
}

fn standing(standing: Standing) -> GroupStanding {
    match standing {
        Standing::Planned => GroupStanding::Planned,
        Standing::InForce => GroupStanding::InForce,
        Standing::Ended => GroupStanding::Ended,
    }
}

/// The day typed into a field; none where it is empty, a refusal where it cannot be read.
fn day(visitor: &Visitor, typed: &str) -> Result<Option<Date>, Trouble> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let day = calendar::read_day(typed);
    day.map(Some).ok_or_else(|| visitor.trouble(Refusal::DayUnreadable.into()))
}

/// The day a page is asked for as of, with what is wrong about how it was typed.
fn asked_day(ui: &Ui, typed: &str) -> (Option<Date>, String) {
    match (typed.trim().is_empty(), calendar::read_day(typed)) {
        (true, _) => (None, String::new()),
        (false, Some(day)) => (Some(day), String::new()),
        (false, None) => (None, ui.refusal(Refusal::DayUnreadable)),
    }
}

/// The field at which a rule speaks; of several days, the one that cannot be read.
fn field_of(key: &str, days: &[(&'static str, &str)]) -> &'static str {
    let unreadable = || {
        let wrong = |typed: &str| !typed.trim().is_empty() && calendar::read_day(typed).is_none();
        days.iter().find(|(_, typed)| wrong(typed)).map_or("", |(name, _)| name)
    };
    let fields = [
        (Refusal::NameMissing, "name"),
        (Refusal::NameTaken, "name"),
        (Refusal::NumberMissing, "number"),
        (Refusal::DayMissing, "decided"),
        (Refusal::FileMissing, "file"),
        (Refusal::DecisionMissing, "decision"),
        (Refusal::PostMissing, "post"),
        (Refusal::PersonMissing, "member"),
        (Refusal::ChairTwice, "part"),
        (Refusal::EndsBeforeBegin, "from"),
        (Refusal::OutsideGroup, "from"),
        (Refusal::ReasonMissing, "why"),
    ];
    if key == Refusal::DayUnreadable.key() {
        return unreadable();
    }
    if key == domain::file::Refusal::Empty.key() {
        return "file";
    }
    fields.into_iter().find(|(refusal, _)| refusal.key() == key).map_or("", |(_, field)| field)
}

fn entry(value: impl Into<String>) -> Entry {
    Entry { value: value.into(), error: String::new() }
}

fn choice(value: impl Into<String>, label: impl Into<String>, chosen: &str) -> Choice {
    let (value, label) = (value.into(), label.into());
    Choice { chosen: value == chosen, value, label, hint: String::new() }
}
