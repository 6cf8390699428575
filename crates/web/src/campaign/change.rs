use super::dates_typed::read_days;
use super::exception_form::unread_lines;
use super::units_form::choice_of;
use crate::plan::{typed_day, unread_key};
use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Choice, Entry, Link, Mistake, NavEntry, Ui};
use app::campaign::{ChangeUnits, DatesView, ShowDates, UnitChange, Untimed};
use app::{Refused, Scope, Seen};
use askama::Template;
use axum::http::StatusCode;
use domain::campaign::{Destination, Refusal, Stage};
use domain::id::CampaignId;
use serde::Deserialize;

/// Another deadline or destination for some units of a campaign at work. Posts `lines` (names and
/// codes, one a line), `what` (`day`, `to`), `day`, `destination`, `receiver`, `via` and `reason`.
#[derive(Template, Deserialize)]
#[template(path = "campaign/change.html")]
pub struct ChangePage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub lines: Entry,
    pub whats: Vec<Choice>,
    pub day: Entry,
    pub destinations: Vec<Choice>,
    pub receiver: Entry,
    pub via: Entry,
    pub reason: Entry,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowDates { campaign }).await?;
    if view.set_up.campaign.stage == Stage::Preparing {
        return visitor.go(&format!("/campaigns/{campaign}/units"));
    }
    visitor.show(&page(&visitor, &scope, &view, None, Vec::new()))
}

pub(super) async fn save(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowDates { campaign }).await?;
    let ui = visitor.ui(&scope, NavEntry::Campaigns);
    let mut mistakes = Vec::new();
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    let case = typed(&ui, (campaign, &view), &posted, &mut mistakes);
    if mistakes.is_empty() {
        let Err(trouble) = visitor.act(&posted, case).await else {
            return visitor.go(&format!("/campaigns/{campaign}/dates"));
        };
        let field = trouble.refused().map_or("", field);
        let words;
        (status, words) = trouble.above_form(&ui)?;
        mistakes.push(Mistake::new(field, words));
    }
    Ok(visitor.page(status, &page(&visitor, &scope, &view, Some(&posted), mistakes)))
}

fn typed(
    ui: &Ui,
    (campaign, view): (CampaignId, &DatesView),
    posted: &Posted,
    mistakes: &mut Vec<Mistake>,
) -> ChangeUnits {
    let read = view.set_up.read_units(posted.get("lines"));
    let unread = unread_lines(ui, &read.unread);
    mistakes.extend(unread.into_iter().map(|words| Mistake::new("lines", words)));
    let (change, name) = match posted.get("what") {
        "to" => {
            let to = destination(ui, view, posted, mistakes);
            let via = posted.get("via").to_owned();
            (UnitChange::Destination { to, via }, ui.say("change-name-to").to_string())
        }
        _ => {
            let days = read_days(view, view.set_up.campaign.stated_day);
            let due = days.due(posted.get("day")).unwrap_or_else(|untimed| {
                let key = match untimed {
                    Untimed::Unread(unread) => unread_key(unread),
                    Untimed::StatedDayOpen | Untimed::Backwards => {
                        "refusal-campaign-deadline-unreadable"
                    }
                };
                mistakes.push(Mistake::new("day", ui.say(key)));
                None
            });
            let day = due.as_ref().map(|due| typed_day(due.last_day)).unwrap_or_default();
            let name = ui.say("change-name-day").with("day", day).to_string();
            (UnitChange::Deadline(due), name)
        }
    };
    ChangeUnits {
        campaign,
        units: read.units,
        change,
        name,
        reason: posted.get("reason").to_owned(),
    }
}

fn destination(
    ui: &Ui,
    view: &DatesView,
    posted: &Posted,
    mistakes: &mut Vec<Mistake>,
) -> Destination {
    if posted.get("destination") != "unit" {
        return Destination::parse(posted.get("destination")).unwrap_or(Destination::Parent);
    }
    let read = view.set_up.read_units(posted.get("receiver"));
    let words = unread_lines(ui, &read.unread).into_iter().next();
    let words = words.unwrap_or_else(|| ui.say("exception-receiver-missing").to_string());
    match read.units.first() {
        Some(unit) => Destination::Unit(*unit),
        None => {
            mistakes.push(Mistake::new("receiver", words));
            Destination::Parent
        }
    }
}

/// The field in which a rule finds something wrong.
fn field(refused: Refused) -> &'static str {
    match refused {
        Refused::Campaign(Refusal::PutOffReasonMissing) => "reason",
        Refused::Campaign(Refusal::DeadlineUnreadable | Refusal::DeadlinePassed) => "day",
        Refused::Campaign(Refusal::ReceiverNotAbove) => "receiver",
        Refused::Campaign(Refusal::DeskMissing) => "via",
        _ => "lines",
    }
}

fn page(
    visitor: &Visitor,
    scope: &Scope,
    view: &DatesView,
    posted: Option<&Posted>,
    mistakes: Vec<Mistake>,
) -> ChangePage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let typed = |name: &str| posted.map(|posted| posted.get(name)).unwrap_or_default();
    let entry = |name: &str| {
        let found = mistakes.iter().find(|mistake| mistake.field == name);
        Entry {
            value: typed(name).to_owned(),
            error: found.map(|mistake| mistake.words.clone()).unwrap_or_default(),
        }
    };
    ChangePage {
        campaign: view.set_up.campaign.title.clone(),
        back: Link {
            href: format!("/campaigns/{}/dates", view.set_up.campaign.id),
            words: ui.say("dates-title").to_string(),
        },
        lines: entry("lines"),
        whats: options(&ui, typed("what"), &[("day", "change-day"), ("to", "change-to")]),
        day: entry("day"),
        destinations: options(
            &ui,
            typed("destination"),
            &[
                ("parent", "units-to-parent"),
                ("issuer", "units-to-issuer"),
                ("unit", "exception-to-unit"),
            ],
        ),
        receiver: entry("receiver"),
        via: entry("via"),
        reason: entry("reason"),
        ui: ui.clone(),
        mistakes: mistakes.clone(),
    }
}

/// The answers to a question, each by its value and the key of its words; the first where none is
/// chosen.
fn options(ui: &Ui, chosen: &str, of: &[(&str, &str)]) -> Vec<Choice> {
    let chosen = if chosen.is_empty() { of[0].0 } else { chosen };
    let option = |(value, key): &(&str, &str)| {
        choice_of((*value).to_owned(), ui.say(key).to_string(), *value == chosen)
    };
    of.iter().map(option).collect()
}
