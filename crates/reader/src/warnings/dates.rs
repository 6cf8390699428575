//! Dates that cannot be, come too soon, or stand on the wrong day of the week.

use super::warning;
use crate::date::is_lunar;
use crate::deadlines::who_is_named;
use crate::lexicon::{DATES, ENGLISH_DATES, WEEKDAYS};
use crate::outlines::Above;
use crate::page::Page;
use crate::parts::Part;
use domain::calendar::{is_working_day, working_days};
use domain::plan::{Act, DateKind, Dated, Document, DocumentKind, Severity, Warning};
use jiff::civil::{Date, Weekday};

/// Fewer working days than a unit usually needs are noted.
pub const SHORT: usize = 5;

pub fn warnings(page: &Page, part: &Part, document: &Document, found: &mut Vec<Warning>) {
    let above = Above::of(page, part.body.clone());
    for pair in document.dates.windows(2) {
        choice(page, &pair[0], &pair[1], found);
    }
    for dated in &document.dates {
        lunar(page, dated, found);
        impossible(dated, found);
        reversed(dated, found);
        too_early(document, dated, found);
        weekday(page, document, dated, found);
        day_of_rest(dated, found);
        nobody_named(page, &above, document, dated, found);
    }
}

/// The day of the plan, or the latest day known to lie before it.
pub fn issued(document: &Document) -> Option<Date> {
    let basis = document.basis.iter().filter_map(|basis| basis.date).max();
    document.letterhead.date.or(basis)
}

/// True of a date that lies before the plan and so is written wrongly.
pub fn precedes(document: &Document, dated: &Dated) -> bool {
    let (Some(issued), Some(end)) = (issued(document), dated.end) else { return false };
    // A plan of May may tell of what was done in May.
    let done =
        dated.act == Act::Other && end.year() == issued.year() && end.month() == issued.month();
    end < issued && !done && dated.kind != DateKind::Reference
}

fn impossible(dated: &Dated, found: &mut Vec<Warning>) {
    let open = matches!(dated.kind, DateKind::Recurring | DateKind::Reference);
    if dated.end.is_none() && dated.start.is_none() && !open && !dated.inferred {
        let facts = [("text", dated.text.as_str())];
        found.push(warning("IMPOSSIBLE_DATE", Severity::Error, dated.span, &facts));
    }
}

/// A range that ends before it begins.
fn reversed(dated: &Dated, found: &mut Vec<Warning>) {
    if dated.start.zip(dated.end).is_some_and(|(start, end)| start > end) {
        let facts = [("text", dated.text.as_str())];
        found.push(warning("RANGE_REVERSED", Severity::Error, dated.span, &facts));
    }
}

/// `tháng 7 hoặc tháng 8`: one of the two, and nobody has said which.
fn choice(page: &Page, one: &Dated, other: &Dated, found: &mut Vec<Warning>) {
    let from = page.tokens.partition_point(|token| token.span.from < one.span.to);
    let to = page.tokens.partition_point(|token| token.span.from < other.span.from);
    let between = page.tokens.get(from..to).unwrap_or_default();
    let or = DATES.whole(between).or_else(|| ENGLISH_DATES.whole(between));
    if or.is_some_and(|hit| hit.value == "or") {
        let facts = [("text", one.text.as_str()), ("other", other.text.as_str())];
        found.push(warning("ALTERNATIVE_DATES", Severity::Warning, other.span, &facts));
    }
}

/// A day of the lunar calendar, which differs from year to year and is left open.
fn lunar(page: &Page, dated: &Dated, found: &mut Vec<Warning>) {
    let from = page.tokens.partition_point(|token| token.span.from < dated.span.from);
    let to = page.tokens.partition_point(|token| token.span.from < dated.span.to);
    if dated.end.is_none() && is_lunar(page.tokens.get(from..to).unwrap_or_default()) {
        let facts = [("text", dated.text.as_str())];
        found.push(warning("LUNAR_DATE", Severity::Warning, dated.span, &facts));
    }
}

fn too_early(document: &Document, dated: &Dated, found: &mut Vec<Warning>) {
    let (Some(issued), Some(end)) = (issued(document), dated.end) else { return };
    if precedes(document, dated) {
        let year = meant(document, end).map_or(issued.year(), Date::year).to_string();
        let issued = issued.strftime("%d/%m/%Y").to_string();
        let facts = [("text", dated.text.as_str()), ("issued", &issued), ("year", &year)];
        found.push(warning("DATE_PRECEDES_PLAN", Severity::Error, dated.span, &facts));
        return;
    }
    // Reminders and slips come late by nature.
    let plans = matches!(document.kind, DocumentKind::Plan | DocumentKind::Guidance);
    let asked = plans
        && matches!(dated.act, Act::Send | Act::Hold | Act::Opinion)
        && !matches!(dated.kind, DateKind::Reference | DateKind::Recurring)
        && !super::tiers::is_own(document, dated);
    let days = working_days(issued, end);
    if document.letterhead.date.is_some() && asked && days < SHORT {
        let facts = [("text", dated.text.as_str()), ("days", &days.to_string())];
        found.push(warning("IMPOSSIBLE_LEAD_TIME", Severity::Warning, dated.span, &facts));
    }
}

/// A day before the plan in the first year in which it is not.
fn meant(document: &Document, day: Date) -> Option<Date> {
    let issued = issued(document)?;
    let later = (day.month(), day.day()) < (issued.month(), issued.day());
    Date::new(issued.year() + i16::from(later), day.month(), day.day()).ok()
}

fn falls_on(day: Date, weekday: &str) -> bool {
    weekday.parse() == Ok(day.weekday().to_monday_one_offset())
}

/// A weekday written in or beside a date: one that is not the day's, or with half its bracket.
fn weekday(page: &Page, document: &Document, dated: &Dated, found: &mut Vec<Warning>) {
    let day = dated.stated.or(dated.start.filter(|_| dated.kind == DateKind::On));
    let Some(day) = day.filter(|_| dated.kind != DateKind::Reference) else { return };
    let from = page.tokens.partition_point(|t| t.span.from < dated.span.from);
    let end = page.tokens.partition_point(|t| t.span.from < dated.span.to);
    let to = (end + 4).min(page.tokens.len());
    let Some((at, hit)) = WEEKDAYS.within(&page.tokens[from.min(to)..to]) else { return };
    if from + at > end + 1 {
        return;
    }
    let words = from + at..from + at + hit.len;
    let span = page.span(words.clone());
    let written = page.value(span);
    if !falls_on(day, hit.value) {
        let mended = meant(document, day).filter(|_| precedes(document, dated));
        if mended.is_some_and(|day| falls_on(day, hit.value)) {
            return;
        }
        let actual = weekday_name(day);
        let facts = [("text", dated.text.as_str()), ("written", &written), ("weekday", actual)];
        found.push(warning("WEEKDAY_MISMATCH", Severity::Warning, span, &facts));
        return;
    }
    let opened = page.tokens[from..words.start].iter().any(|t| t.is('('));
    let closed = page.tokens.get(words.end).is_some_and(|t| t.is(')'));
    let outer = page.tokens[..from].iter().rev().take(40).any(|t| t.is('('));
    if closed && !opened && !outer {
        let facts = [("text", dated.text.as_str()), ("written", &written)];
        found.push(warning("WEEKDAY_NOTE", Severity::Info, span, &facts));
    }
}

/// A deadline on a Saturday, a Sunday or a public holiday.
fn day_of_rest(dated: &Dated, found: &mut Vec<Warning>) {
    let deadline = matches!(dated.kind, DateKind::Before | DateKind::By);
    let Some(day) = dated.stated.filter(|day| deadline && !is_working_day(*day)) else { return };
    let text = ("text", dated.text.as_str());
    if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
        let facts = [text, ("weekday", weekday_name(day))];
        found.push(warning("DEADLINE_ON_WEEKEND", Severity::Info, dated.span, &facts));
    } else {
        found.push(warning("DEADLINE_ON_HOLIDAY", Severity::Info, dated.span, &[text]));
    }
}

/// A date whose sentence and headings name nobody: who is meant was worked out, or is open.
fn nobody_named(
    page: &Page,
    above: &Above,
    document: &Document,
    dated: &Dated,
    found: &mut Vec<Warning>,
) {
    let asked = !dated.span.is_empty() && dated.act != Act::Other;
    if document.kind == DocumentKind::Programme
        || !asked
        || !who_is_named(page, above, dated.span).is_empty()
    {
        return;
    }
    let who = dated.who.join("; ");
    let facts = [("text", dated.text.as_str()), ("who", who.as_str())];
    let code = if who.is_empty() { "NOBODY_NAMED" } else { "BODY_WORKED_OUT" };
    found.push(warning(code, Severity::Info, dated.span, &facts));
}

/// The name by which the words of a warning choose the weekday's.
fn weekday_name(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "monday",
        Weekday::Tuesday => "tuesday",
        Weekday::Wednesday => "wednesday",
        Weekday::Thursday => "thursday",
        Weekday::Friday => "friday",
        Weekday::Saturday => "saturday",
        Weekday::Sunday => "sunday",
    }
}
