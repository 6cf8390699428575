use super::history::history;
use super::record::{self, ordinal, side_key};
use super::{TermLine, UnitPage, UnitTreePage, level_name};
use crate::site::{Answer, Path, Policy, Query, Route, Visitor};
use crate::ui::{Link, NavEntry, Pages, SummaryRow, TreeNode, Ui};
use app::unit::{ListUnits, PER_PAGE, SearchUnits, ShowUnit, UnitView, Units};
use app::{Found, Placed, Scope, Seen};
use axum::Json;
use axum::response::IntoResponse;
use axum::routing::get;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::id::BodyId;
use domain::reorganisation::{Kind, Refusal};
use domain::unit_record::{CongressTerm, Counterpart};
use jiff::civil::Date;
use serde::Deserialize;
use words::time;

/// The routes of the tree.
pub fn routes() -> Vec<Route> {
    vec![
        Route::new("/units", Policy::SignedIn, get(tree)),
        Route::new("/units/suggest", Policy::SignedIn, get(suggest)),
        Route::new("/units/{unit}", Policy::SignedIn, get(show)),
        Route::new("/units/{unit}/record", Policy::SignedIn, get(record::show).post(record::put)),
    ]
}

#[derive(Debug, Deserialize)]
struct Wanted {
    #[serde(default)]
    at: Option<BodyId>,
    #[serde(default)]
    q: String,
    #[serde(default)]
    on: String,
    #[serde(default)]
    page: usize,
}

/// Whoever finds more has typed too little.
const FOUND_MAX: i64 = 100;
/// How many are offered while somebody types.
const OFFERED_MAX: i64 = 10;

/// What an organiser can do with a unit.
const ACTS: [Kind; 7] = [
    Kind::Rename,
    Kind::Found,
    Kind::Move,
    Kind::Transfer,
    Kind::Merge,
    Kind::Split,
    Kind::Dissolve,
];

async fn tree(visitor: Visitor, Query(wanted): Query<Wanted>) -> Answer {
    if !wanted.q.trim().is_empty() {
        return search(visitor, &wanted).await;
    }
    let (on, on_error) = day(&visitor, &wanted.on);
    let page = wanted.page.max(1);
    let case = ListUnits { at: wanted.at, on, page };
    let Seen { scope, output: units } = visitor.read(case).await?;
    let ui = visitor.ui(&scope, NavEntry::Units);
    let typed = typed(&wanted.on, &on_error, units.day);
    let pages = Pages {
        page,
        pages: units.total.div_ceil(PER_PAGE).max(1),
        rows: units.total,
        href: format!("/units?at={}&on={typed}&page=", units.unit.body),
    };
    let page = UnitTreePage {
        above: units.above.iter().map(|unit| in_tree(unit, &typed)).collect(),
        below: Some(units.total),
        nodes: vec![node(&ui, &units, &typed)],
        pages: Some(pages),
        groups: Some(groups(&ui)),
        people: people(&ui, &scope, units.unit.body),
        organise: organise(&ui, &scope),
        query: String::new(),
        on: typed,
        on_error,
        ui,
    };
    visitor.show(&page)
}

async fn search(visitor: Visitor, wanted: &Wanted) -> Answer {
    let (on, on_error) = day(&visitor, &wanted.on);
    let typed_query = wanted.q.trim().to_owned();
    let case = SearchUnits { typed: typed_query.clone(), on, limit: FOUND_MAX };
    let Seen { scope, output: search } = visitor.read(case).await?;
    let ui = visitor.ui(&scope, NavEntry::Units);
    let all = Link { href: "/units".to_owned(), words: ui.say("unit-all").to_string() };
    let typed = typed(&wanted.on, &on_error, search.day);
    let page = UnitTreePage {
        query: typed_query,
        above: vec![all],
        below: None,
        nodes: search.found.iter().map(|found| found_node(found, &typed)).collect(),
        pages: None,
        groups: None,
        people: None,
        organise: None,
        on: typed,
        on_error,
        ui,
    };
    visitor.show(&page)
}

/// The first units that fit what was typed so far, for the script beside a search field.
async fn suggest(visitor: Visitor, Query(wanted): Query<Wanted>) -> Answer {
    let (on, _) = day(&visitor, &wanted.on);
    let case = SearchUnits { typed: wanted.q.clone(), on, limit: OFFERED_MAX };
    let found = visitor.read(case).await?.output.found;
    let offered: Vec<(String, String)> = found
        .into_iter()
        .map(|found| (found.unit.code, format!("{} · {}", found.unit.short, found.under)))
        .collect();
    Ok(Json(offered).into_response())
}

async fn show(visitor: Visitor, Path(unit): Path<BodyId>, Query(wanted): Query<Wanted>) -> Answer {
    let (on, on_error) = day(&visitor, &wanted.on);
    let Seen { scope, output: view } = visitor.read(ShowUnit { unit, on }).await?;
    let ui = visitor.ui(&scope, NavEntry::Units);
    let typed = typed(&wanted.on, &on_error, view.day);
    let stay = &view.stay;
    let there = stay.from <= view.day && stay.to.is_none_or(|to| to > view.day);
    let gone = ui.say("unit-gone").with("on", time::date(ui.lang, view.day));
    let up = stay.parent.filter(|_| unit != scope.unit());
    let page = UnitPage {
        name: stay.short.clone(),
        tree: Link {
            href: format!("/units?at={}&on={typed}", up.unwrap_or(unit)),
            words: up.map_or(ui.say("unit-all").to_string(), |_| stay.under.clone()),
        },
        gone: if there { String::new() } else { gone.to_string() },
        facts: facts(&ui, unit, &view, &typed),
        history: history(&ui, &view.levels, &view.stays, &view.kin),
        organs: view.organs.iter().map(|organ| organ.name.clone()).collect(),
        manage: self::people(&ui, &scope, unit),
        people: view.people.iter().map(person).collect(),
        campaigns: view.campaigns.iter().map(|asked| campaign(asked, unit)).collect(),
        terms: terms(&ui, &view),
        counterparts: view.record.counterparts().iter().map(|c| counterpart(&ui, c)).collect(),
        change: Some(format!("/units/{unit}/record")).filter(|_| view.organises && there),
        acts: if view.organises && there { acts(&ui, unit) } else { Vec::new() },
        on: typed,
        on_error,
        ui,
    };
    visitor.show(&page)
}

/// The day asked for, and what is wrong with it; today where there is none or it cannot be read.
fn day(visitor: &Visitor, typed: &str) -> (Option<Date>, String) {
    if typed.trim().is_empty() {
        return (None, String::new());
    }
    match calendar::read_day(typed) {
        Some(day) => (Some(day), String::new()),
        None => {
            let words = visitor.ui_of_nobody().refusal(Refusal::DayUnreadable);
            (None, words)
        }
    }
}

/// The day as it stands in its field: as typed where it is wrong.
fn typed(typed: &str, error: &str, day: Date) -> String {
    if error.is_empty() { time::date(words::Lang::Vi, day) } else { typed.to_owned() }
}

fn in_tree(unit: &Placed, on: &str) -> Link {
    Link { href: format!("/units?at={}&on={on}", unit.body), words: unit.short.clone() }
}

fn in_full(unit: &Placed, on: &str) -> String {
    format!("/units/{}?on={on}", unit.body)
}

fn node(ui: &Ui, units: &Units, on: &str) -> TreeNode {
    let below = units.below.iter().map(|child| TreeNode {
        name: child.unit.short.clone(),
        href: match child.below {
            0 => in_full(&child.unit, on),
            _ => in_tree(&child.unit, on).href,
        },
        note: below_words(ui, child.below),
        children: Vec::new(),
    });
    TreeNode {
        name: units.unit.short.clone(),
        href: in_full(&units.unit, on),
        note: String::new(),
        children: below.collect(),
    }
}

fn found_node(Found { unit, under }: &Found, on: &str) -> TreeNode {
    let (name, href) = (unit.short.clone(), in_full(unit, on));
    TreeNode { name, href, note: under.clone(), children: Vec::new() }
}

fn below_words(ui: &Ui, below: i64) -> String {
    match below {
        0 => String::new(),
        below => ui.say("unit-below").with("n", below).to_string(),
    }
}

fn groups(ui: &Ui) -> Link {
    Link { href: "/groups".to_owned(), words: ui.say("groups-title").to_string() }
}

/// Where the people of a unit are managed; nothing for a seat that may not.
fn people(ui: &Ui, scope: &Scope, unit: BodyId) -> Option<Link> {
    scope.may(Action::ManagePeople, Relation::Own).ok()?;
    let words = ui.say("people-title").to_string();
    Some(Link { href: format!("/units/{unit}/people"), words })
}

fn organise(ui: &Ui, scope: &Scope) -> Option<Link> {
    scope.may(Action::Organise, Relation::Own).ok()?;
    let words = ui.say("reorganisations-title").to_string();
    Some(Link { href: "/reorganisations".to_owned(), words })
}

fn facts(ui: &Ui, unit: BodyId, view: &UnitView, on: &str) -> Vec<SummaryRow> {
    let row = |label: String, value: String| SummaryRow { label, value, link: None };
    let stay = &view.stay;
    let mut rows = vec![
        row(ui.say("unit-name").to_string(), stay.name.clone()),
        row(ui.say("unit-code").to_string(), view.code.clone()),
        row(ui.say("unit-level").to_string(), level_name(ui, &view.levels, &stay.level)),
    ];
    if !stay.under.is_empty() {
        rows.push(row(ui.say("unit-under").to_string(), stay.under.clone()));
    }
    if view.below > 0 {
        let href = format!("/units?at={unit}&on={on}");
        rows.push(SummaryRow {
            label: ui.say("unit-lower").to_string(),
            value: below_words(ui, view.below),
            link: Some(Link { href, words: ui.say("unit-open").to_string() }),
        });
    }
    rows
}

/// The terms of the unit, and those it took over, by their beginning.
fn terms(ui: &Ui, view: &UnitView) -> Vec<TermLine> {
    let line = |term: &CongressTerm, of: Option<Link>| TermLine {
        ordinal: ordinal(ui, term.ordinal),
        span: match term.to {
            Some(to) => format!("{} – {}", time::date(ui.lang, term.from), time::date(ui.lang, to)),
            None => {
                ui.say("unit-term-since").with("day", time::date(ui.lang, term.from)).to_string()
            }
        },
        resolution: term.resolution.to_string(),
        of,
    };
    let earlier = view.earlier.iter().map(|earlier| {
        let of = Link { href: format!("/units/{}", earlier.unit), words: earlier.short.clone() };
        (earlier.term.from, line(&earlier.term, Some(of)))
    });
    let own = view.record.terms().iter().map(|term| (term.from, line(term, None)));
    let mut lines: Vec<(Date, TermLine)> = earlier.chain(own).collect();
    lines.sort_by_key(|(from, _)| *from);
    lines.into_iter().map(|(_, line)| line).collect()
}

fn counterpart(ui: &Ui, counterpart: &Counterpart) -> SummaryRow {
    let parts = [counterpart.contact.as_str(), counterpart.phone.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let label = format!("{} · {}", ui.say(side_key(counterpart.side)), counterpart.name);
    SummaryRow { label, value: parts.join(" · "), link: None }
}

fn person((name, title, phone): &(String, String, String)) -> SummaryRow {
    let parts = [title.as_str(), phone.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let value = parts.join(" · ");
    SummaryRow { label: name.clone(), value, link: None }
}

fn campaign(asked: &app::AskedBy, unit: BodyId) -> Link {
    let href = format!("/campaigns/{}?node={unit}", asked.campaign);
    Link { href, words: asked.title.clone() }
}

fn acts(ui: &Ui, unit: BodyId) -> Vec<Link> {
    let act = |kind: &Kind| Link {
        href: format!("/reorganisations/new?kind={}&unit={unit}", kind.name()),
        words: ui.say(super::kind_key(*kind)).to_string(),
    };
    ACTS.iter().map(act).collect()
}
