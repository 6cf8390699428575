//! What the program proposes where something looks wrong. Nothing is done unless an officer says so.

use super::show::PlanView;
use domain::calendar::is_working_day;
use domain::plan::{
    Change, DateKind, Dated, Fact, Heading, List, Recipient, Row, RowId, Warning, next_number,
};
use jiff::civil::Date;

/// The correction that would answer a warning; `None` where only a person can know.
pub fn proposal(view: &PlanView, warning: &Warning) -> Option<Change> {
    let fact = |name: &str| {
        let found = warning.facts.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    };
    match warning.code.as_str() {
        "DATE_PRECEDES_PLAN" => {
            let year: i16 = fact("year")?.parse().ok()?;
            put(view, warning, |date| in_year(date, year))
        }
        "IMPOSSIBLE_DATE" => {
            let issued = view.document().letterhead.date;
            put(view, warning, |date| last_of_its_month(date, issued))
        }
        "DEADLINE_ON_WEEKEND" | "DEADLINE_ON_HOLIDAY" => put(view, warning, on_a_working_day),
        "SECTION_NUMBER_JUMP" | "OUTLINE_NUMBER_JUMP" => renumber(view, warning),
        "DUTY_WITHOUT_RECIPIENT" => {
            let name = fact("who")?.to_owned();
            let fact = Fact::Recipient(Recipient { name, ..Recipient::default() });
            Some(Change::Add { paper: view.sheet.plan(), before: None, fact })
        }
        "CONTENT_WITHOUT_SECTION" => into_outline(view, fact("content")?, fact("place")?),
        _ => None,
    }
}

/// The row a warning is about, where it is mended by hand.
pub fn mended_at(view: &PlanView, warning: &Warning) -> Option<RowId> {
    let plan = view.sheet.plan();
    let first = |list: List| view.sheet.list(plan, list).next();
    let row = match warning.code.as_str() {
        "MISSING_LETTERHEAD" | "PARTIAL_LETTERHEAD" => {
            let head = [List::Number, List::Place, List::Issued, List::Parent];
            head.into_iter().filter_map(first).find(|row| is_missing(&row.fact))
        }
        "MISSING_SIGNATURE" => first(List::Signatory),
        "TITLE_BODY_CONTRADICTION" | "CONGRESS_ORDINAL_CONFLICT" => first(List::Title),
        "FORM_CONFLICT" => first(List::Form),
        _ => date(view, warning).or_else(|| {
            let kept = view.sheet.rows(plan).filter(|row| row.is_kept());
            kept.into_iter().find(|row| row.fact.span() == Some(warning.span))
        }),
    };
    row.map(|row| row.id)
}

fn is_missing(fact: &Fact) -> bool {
    match fact {
        Fact::Number(text) | Fact::Place(text) | Fact::Parent(text) => text.is_empty(),
        Fact::Issued(day) => day.is_none(),
        _ => false,
    }
}

/// The date a warning is about.
fn date<'v>(view: &'v PlanView, warning: &Warning) -> Option<&'v Row> {
    let mut dates = view.sheet.list(view.sheet.plan(), List::Date);
    dates.find(|row| row.fact.span().is_some_and(|span| span.overlaps(warning.span)))
}

fn put(
    view: &PlanView,
    warning: &Warning,
    mend: impl Fn(&Dated) -> Option<Dated>,
) -> Option<Change> {
    let row = date(view, warning)?;
    let Fact::Date(date) = &row.fact else { return None };
    Some(Change::Put(row.id, Fact::Date(mend(date)?)))
}

/// The same days so many years later that the last of them is in `year`.
fn in_year(date: &Dated, year: i16) -> Option<Dated> {
    let later = year - date.end?.year();
    let shifted = |day: Option<Date>| match day {
        // The last day of a February stays the last.
        Some(day) => {
            let first = Date::new(day.year() + later, day.month(), 1).ok()?;
            Some(first.with().day(day.day().min(first.days_in_month())).build().ok())
        }
        None => Some(None),
    };
    Some(Dated {
        start: shifted(date.start)?,
        end: shifted(date.end)?,
        stated: shifted(date.stated)?,
        inferred: false,
        ..date.clone()
    })
}

/// `31/11/2026` as the last day there is of that month.
fn last_of_its_month(date: &Dated, issued: Option<Date>) -> Option<Dated> {
    let day = ["31", "30", "29"].into_iter().find(|day| date.text.contains(day))?;
    let shorter = ["30", "29", "28"]
        .into_iter()
        .find_map(|last| reader::read_phrase(&date.text.replacen(day, last, 1), issued).ok())?;
    let Dated { kind, start, end, stated, inferred, .. } = shorter;
    Some(Dated { kind, start, end, stated, inferred, ..date.clone() })
}

/// The last working day that is still in time.
fn on_a_working_day(date: &Dated) -> Option<Dated> {
    let end = date.end.filter(|end| !is_working_day(*end))?;
    let mut day = end;
    while !is_working_day(day) {
        day = day.yesterday().ok()?;
    }
    let start = date.start.filter(|start| *start <= day);
    Some(Dated { kind: DateKind::By, start, end: Some(day), stated: Some(day), ..date.clone() })
}

/// The number that jumps and its later sisters, counted on from the one before; wherever the
/// heading stands, in the plan or in its outline.
fn renumber(view: &PlanView, warning: &Warning) -> Option<Change> {
    let lists = (0..view.sheet.papers())
        .flat_map(|paper| [List::Section, List::Outline].map(|list| (paper, list)));
    let changes: Vec<Change> = lists
        .filter_map(|(paper, list)| {
            let rows: Vec<&Row> = view.sheet.list(paper, list).collect();
            let begins =
                |row: &&Row| row.fact.span().is_some_and(|span| span.from == warning.span.from);
            let at = rows.iter().position(begins)?;
            counted_on(&rows, at)
        })
        .collect();
    (!changes.is_empty()).then_some(Change::All(changes))
}

/// A further item of the outline, last below the heading that is named with its number.
fn into_outline(view: &PlanView, content: &str, place: &str) -> Option<Change> {
    let paper = view.sheet.plan();
    let rows: Vec<&Row> = view.sheet.list(paper, List::Outline).collect();
    let named = |row: &&Row| {
        let heading = row.fact.heading();
        heading.is_some_and(|h| format!("{} {}", h.number, h.title).trim() == place)
    };
    let at = rows.iter().position(named)?;
    let depth = rows[at].fact.depth();
    let below = rows[at + 1..].iter().take_while(|row| row.fact.depth() > depth).count();
    let before = rows.get(at + 1 + below).map(|row| row.id);
    let heading = Heading { title: content.to_owned(), depth: depth + 1, ..Heading::default() };
    Some(Change::Add { paper, before, fact: Fact::Outline(heading) })
}

fn counted_on(rows: &[&Row], at: usize) -> Option<Change> {
    let depth = rows[at].fact.depth();
    let above = rows[..at].iter().rev().take_while(|row| row.fact.depth() >= depth);
    let before = above.into_iter().find(|row| row.fact.depth() == depth)?;
    let mut number = before.fact.heading()?.number.clone();
    let sisters = rows[at..].iter().take_while(|row| row.fact.depth() >= depth);
    let mut changes = Vec::new();
    for row in sisters.filter(|row| row.fact.depth() == depth) {
        number = next_number(&number)?;
        let mut fact = row.fact.clone();
        fact.heading_mut()?.number.clone_from(&number);
        changes.push(Change::Put(row.id, fact));
    }
    Some(Change::All(changes))
}
