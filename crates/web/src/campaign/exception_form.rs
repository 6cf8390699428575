use super::exception::{ExceptionPage, ExceptionState, TickedUnit};
use super::units_form::{choice_of, level_name, organs};
use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Choice, Entry, Link, Mistake, NavEntry, Ui};
use app::campaign::{
    DropException, ExceptionAnswer, ExceptionSaid, ExceptionView, PutException, SetUpView,
    ShowException, TierOf, Together, Unnamed, UnreadLine,
};
use app::{Scope, Seen, Tier, TierGroup};
use axum::http::StatusCode;
use domain::campaign::{Destination, Refusal, Stage};
use domain::id::{BodyId, CampaignId};
use std::collections::BTreeSet;

/// The last part of the address of an exception that is not there yet.
const NEW: &str = "new";

/// The form as typed, with the units it means.
#[derive(Default)]
struct Typed {
    said: ExceptionSaid,
    to_unit: ToUnit,
    receiver: Entry,
    lines: Entry,
    level: String,
    branch: Entry,
    kind: Entry,
}

/// Whether the reports go to a unit to be named.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum ToUnit {
    #[default]
    No,
    Yes,
}

type Place = Path<(CampaignId, String)>;

pub(super) async fn show(visitor: Visitor, Path((campaign, id)): Place) -> Answer {
    let case = ShowException { campaign, key: key_of(&id) };
    let Seen { scope, output: view } = visitor.read(case).await?;
    if let Stage::Issued { .. } = view.set_up.campaign.stage {
        return visitor.go(&format!("/campaigns/{campaign}"));
    }
    visitor.show(&page(&visitor, &scope, &view, kept(&view), Vec::new()))
}

pub(super) async fn save(visitor: Visitor, Path((campaign, id)): Place, posted: Posted) -> Answer {
    let (key, rev) = (key_of(&id), posted.parse("rev").unwrap_or(0));
    let units = format!("/campaigns/{campaign}/units");
    let Seen { scope, output: view } =
        visitor.read(ShowException { campaign, key: key.clone() }).await?;
    let ui = visitor.ui(&scope, NavEntry::Campaigns);
    let mut mistakes = Vec::new();
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    let (typed, kept) = match (posted.get("do"), key) {
        ("drop", Some(key)) => {
            (kept(&view), visitor.save(DropException { campaign, rev, key }).await.map(|_| true))
        }
        ("add", _) => {
            status = StatusCode::OK;
            (typed(&ui, &view, &posted, &mut mistakes), Ok(false))
        }
        (_, key) => {
            let typed = typed(&ui, &view, &posted, &mut mistakes);
            let case = PutException { campaign, rev, key, said: typed.said.clone() };
            match mistakes.is_empty() {
                true => (typed, visitor.save(case).await.map(|_| true)),
                false => (typed, Ok(false)),
            }
        }
    };
    match kept {
        Ok(true) => return visitor.go(&units),
        Ok(false) => {}
        Err(trouble) => {
            let field = trouble.refused().map_or("", field);
            let words;
            (status, words) = trouble.above_form(&ui)?;
            mistakes.push(Mistake::new(field, words));
        }
    }
    Ok(visitor.page(status, &page(&visitor, &scope, &view, typed, mistakes)))
}

/// The address of an exception.
pub(super) fn href(campaign: CampaignId, tier: Option<&Tier>) -> String {
    let id = tier.map_or(NEW, Tier::exception_id);
    format!("/campaigns/{campaign}/exceptions/{id}")
}

fn key_of(id: &str) -> Option<String> {
    (id != NEW).then(|| Tier::exception_key(id))
}

/// The field in which a rule finds something wrong.
fn field(refused: app::Refused) -> &'static str {
    match refused {
        app::Refused::Campaign(Refusal::ExceptionNameless | Refusal::ExceptionNameTaken) => "name",
        app::Refused::Campaign(Refusal::ReceiverNotAbove) => "receiver",
        app::Refused::Campaign(Refusal::DeskMissing) => "via",
        _ => "lines",
    }
}

/// The form as typed; what means no unit, or one that is elsewhere, becomes a mistake and stays.
fn typed(ui: &Ui, view: &ExceptionView, posted: &Posted, mistakes: &mut Vec<Mistake>) -> Typed {
    let set_up = &view.set_up;
    let mut units: BTreeSet<BodyId> =
        posted.all("unit").filter_map(|unit| unit.parse().ok()).collect();
    let read = set_up.read_units(posted.get("lines"));
    units.extend(read.units);
    let unread = unread_lines(ui, &read.unread);
    mistakes.extend(unread.iter().map(|words| Mistake::new("lines", words)));
    let left: Vec<String> = read.unread.into_iter().map(|line| line.typed).collect();
    let (branch, top) = one_unit(ui, set_up, posted, "branch", mistakes);
    let level = Some(posted.get("level").to_owned()).filter(|level| !level.is_empty());
    let chosen = Together { level, top, words: posted.get("kind").to_owned() };
    let mut kind = Entry::default();
    // A branch that was not understood would widen the choice to all.
    if branch.value.trim().is_empty() && !chosen.is_nothing() {
        let found = set_up.together(&chosen);
        if found.is_empty() {
            let error = ui.say("exception-kind-nothing").to_string();
            mistakes.push(Mistake::new("kind", &error));
            kind = Entry { value: chosen.words, error };
        }
        units.extend(found);
    }
    let own = view.at.map_or("", |at| set_up.tiers[at].tier.key.as_str());
    for unit in &units {
        if let Some(other) = set_up.taken_by(*unit, own) {
            let name = set_up.unit(*unit).map(|unit| unit.short.clone()).unwrap_or_default();
            let words = ui.say("exception-unit-twice").with("unit", name).with("other", other);
            mistakes.push(Mistake::new("lines", words));
        }
    }
    let to_unit = if posted.get("destination") == "unit" { ToUnit::Yes } else { ToUnit::No };
    let (receiver, to) = match to_unit {
        ToUnit::Yes => one_unit(ui, set_up, posted, "receiver", mistakes),
        ToUnit::No => (Entry::default(), None),
    };
    if to_unit == ToUnit::Yes && to.is_none() && receiver.value.trim().is_empty() {
        mistakes.push(Mistake::new("receiver", ui.say("exception-receiver-missing")));
    }
    let to = match to_unit {
        ToUnit::Yes => to.map(Destination::Unit),
        ToUnit::No => Destination::parse(posted.get("destination")),
    };
    let answer = match posted.get("answer") {
        "none" => ExceptionAnswer::None,
        _ => ExceptionAnswer::Report {
            to: to.unwrap_or(Destination::Parent),
            via: posted.parse("via"),
        },
    };
    Typed {
        said: ExceptionSaid {
            name: posted.get("name").to_owned(),
            note: posted.get("note").to_owned(),
            answer,
            units: units.into_iter().collect(),
        },
        to_unit,
        receiver,
        lines: Entry { value: left.join("\n"), error: unread.join(" ") },
        // What was chosen is among the units now.
        level: String::new(),
        branch,
        kind,
    }
}

/// A field that names one unit; emptied once it is understood, except that of the receiver.
fn one_unit(
    ui: &Ui,
    view: &SetUpView,
    posted: &Posted,
    name: &str,
    mistakes: &mut Vec<Mistake>,
) -> (Entry, Option<BodyId>) {
    let value = posted.get(name).to_owned();
    let read = view.read_units(&value);
    if let Some(line) = read.unread.first() {
        let error = unread(ui, line);
        mistakes.push(Mistake::new(name, &error));
        return (Entry { value, error }, None);
    }
    let keep = if name == "receiver" { value } else { String::new() };
    (Entry { value: keep, error: String::new() }, read.units.first().copied())
}

/// More lines than this are counted.
const LINES_SAID_MAX: usize = 20;

/// What is wrong with the lines of a list, the first of them line by line.
pub(super) fn unread_lines(ui: &Ui, lines: &[UnreadLine]) -> Vec<String> {
    let said = lines.iter().take(LINES_SAID_MAX).map(|line| unread(ui, line));
    let more = lines.len().saturating_sub(LINES_SAID_MAX);
    let more = (more > 0).then(|| ui.say("exception-lines-more").with("n", more).to_string());
    said.chain(more).collect()
}

fn unread(ui: &Ui, line: &UnreadLine) -> String {
    let words = match &line.why {
        Unnamed::Nothing => ui.say("exception-line-nothing"),
        Unnamed::Several(names) => {
            let words = ui.say("exception-line-several").with("n", names.len());
            words.with("names", names.join("; "))
        }
        Unnamed::Twice { first } => ui.say("exception-line-twice").with("first", *first),
    };
    words.with("line", line.line).with("typed", &line.typed).to_string()
}

/// What is kept, back in its fields.
fn kept(view: &ExceptionView) -> Typed {
    let Some(shown) = view.at.map(|at| &view.set_up.tiers[at]) else {
        let answer = ExceptionAnswer::Report { to: Destination::Parent, via: None };
        return Typed {
            said: ExceptionSaid { answer, ..Default::default() },
            ..Default::default()
        };
    };
    let to_unit = match shown.tier.destination {
        Some(Destination::Unit(unit)) => view.set_up.unit(unit),
        _ => None,
    };
    let (name, note) = match &shown.tier.group {
        TierGroup::Exception { name, note } => (name.clone(), note.clone()),
        TierGroup::Level { .. } | TierGroup::Organ(_) => Default::default(),
    };
    Typed {
        said: ExceptionSaid {
            name,
            note,
            answer: match (shown.tier.asked, shown.tier.destination) {
                (true, to) => ExceptionAnswer::Report {
                    to: to.unwrap_or(Destination::Parent),
                    via: shown.tier.via,
                },
                (false, _) => ExceptionAnswer::None,
            },
            units: shown.units.iter().map(|unit| unit.body).collect(),
        },
        to_unit: if to_unit.is_some() { ToUnit::Yes } else { ToUnit::No },
        receiver: Entry {
            value: to_unit.map(|unit| unit.short.clone()).unwrap_or_default(),
            error: String::new(),
        },
        ..Typed::default()
    }
}

fn page(
    visitor: &Visitor,
    scope: &Scope,
    view: &ExceptionView,
    typed: Typed,
    mistakes: Vec<Mistake>,
) -> ExceptionPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let set_up = &view.set_up;
    let error = |field: &str| {
        let found = mistakes.iter().find(|mistake| mistake.field == field);
        found.map(|mistake| mistake.words.clone()).unwrap_or_default()
    };
    let entry = |field: &str, value: &str| Entry { value: value.to_owned(), error: error(field) };
    let via = match typed.said.answer {
        ExceptionAnswer::Report { via, .. } => via,
        ExceptionAnswer::None => None,
    };
    ExceptionPage {
        campaign: set_up.campaign.title.clone(),
        back: Link {
            href: format!("/campaigns/{}/units", set_up.campaign.id),
            words: ui.say("units-title").to_string(),
        },
        state: if view.at.is_some() { ExceptionState::Kept } else { ExceptionState::New },
        name: entry("name", &typed.said.name),
        note: entry("note", &typed.said.note),
        answers: answers(&ui, typed.said.answer),
        destinations: destinations(&ui, &typed),
        receiver: entry("receiver", &typed.receiver.value),
        desks: desks(&ui, view, via),
        units: ticked(set_up, &typed.said.units),
        lines: typed.lines,
        levels: levels(&ui, set_up, &typed.level),
        branch: typed.branch,
        kind: typed.kind,
        rev: set_up.campaign.rev,
        mistakes,
        ui,
    }
}

fn answers(ui: &Ui, answer: ExceptionAnswer) -> Vec<Choice> {
    let none = answer == ExceptionAnswer::None;
    vec![
        choice_of("report".to_owned(), ui.say("exception-reports").to_string(), !none),
        choice_of("none".to_owned(), ui.say("exception-does-not").to_string(), none),
    ]
}

fn destinations(ui: &Ui, typed: &Typed) -> Vec<Choice> {
    let to = match typed.said.answer {
        ExceptionAnswer::Report { to, .. } => to,
        ExceptionAnswer::None => Destination::Parent,
    };
    let named = typed.to_unit == ToUnit::Yes;
    let of = |to: Destination, key: &str, chosen: bool| {
        choice_of(to.name(), ui.say(key).to_string(), chosen)
    };
    vec![
        of(Destination::Parent, "units-to-parent", !named && to == Destination::Parent),
        of(Destination::Issuer, "units-to-issuer", !named && to == Destination::Issuer),
        choice_of("unit".to_owned(), ui.say("exception-to-unit").to_string(), named),
    ]
}

/// The departments of the unit that receives, where that is one; else those of the issuer.
fn desks(ui: &Ui, view: &ExceptionView, chosen: Option<BodyId>) -> Vec<Choice> {
    let of = match &view.receiver {
        Some((_, organs)) => organs,
        None => &view.set_up.organs,
    };
    organs(ui, "units-via-none", of, chosen)
}

fn ticked(view: &SetUpView, units: &[BodyId]) -> Vec<TickedUnit> {
    let mut units: Vec<_> = units.iter().filter_map(|unit| view.unit(*unit)).collect();
    units.sort_by(|a, b| a.path.cmp(&b.path));
    let under = |parent: Option<BodyId>| parent.and_then(|parent| view.unit(parent));
    let row = |unit: &app::Placed| TickedUnit {
        id: unit.body.to_string(),
        name: unit.short.clone(),
        under: under(unit.parent).map(|unit| unit.short.clone()).unwrap_or_default(),
    };
    units.into_iter().map(row).collect()
}

/// The levels below the issuer, each once.
fn levels(ui: &Ui, view: &SetUpView, chosen: &str) -> Vec<Choice> {
    let mut levels = vec![choice_of(String::new(), String::new(), chosen.is_empty())];
    for shown in &view.tiers {
        let TierOf::Level { level, .. } = &shown.of else { continue };
        if levels.iter().all(|choice| choice.value != level.code) {
            let name = level_name(ui, level);
            levels.push(choice_of(level.code.clone(), name, level.code == chosen));
        }
    }
    levels
}
