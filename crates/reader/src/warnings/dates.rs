//! Dates that cannot be, come too soon, or do not fit each other.

use super::warning;
use crate::body::{Tier, owned, tier};
use crate::lexicon::WEEKDAYS;
use crate::page::Page;
use crate::parts::Part;
use domain::calendar::working_days;
use domain::plan::{Act, DateKind, Dated, Document, Form, Severity, Warning};
use jiff::civil::{Date, Weekday};

/// Fewer working days from the plan to a deadline are noted.
const SHORT: usize = 7;

pub fn warnings(page: &Page, part: &Part, document: &Document, found: &mut Vec<Warning>) {
    for dated in &document.dates {
        impossible(dated, found);
        too_early(document, dated, found);
        weekday(page, part, dated, found);
        weekend(dated, found);
    }
    tiers(document, found);
    conference(document, found);
}

fn impossible(dated: &Dated, found: &mut Vec<Warning>) {
    let open = matches!(dated.kind, DateKind::Recurring | DateKind::Reference);
    if dated.end.is_none() && !open && !dated.inferred {
        let facts = [("text", dated.text.as_str())];
        found.push(warning("IMPOSSIBLE_DATE", Severity::Error, dated.span, &facts));
    }
}

fn too_early(document: &Document, dated: &Dated, found: &mut Vec<Warning>) {
    let basis = document.basis.iter().filter_map(|basis| basis.date).max();
    let Some(issued) = document.letterhead.date.or(basis) else { return };
    let Some(end) = dated.end.filter(|_| dated.kind != DateKind::Reference) else { return };
    let issued_text = issued.strftime("%d/%m/%Y").to_string();
    // A plan of May may tell of what was done in May.
    let done =
        dated.act == Act::Other && end.year() == issued.year() && end.month() == issued.month();
    if end < issued && !done {
        let year = (issued.year()
            + i16::from((end.month(), end.day()) < (issued.month(), issued.day())))
        .to_string();
        let facts = [("text", dated.text.as_str()), ("issued", &issued_text), ("year", &year)];
        found.push(warning("DATE_PRECEDES_PLAN", Severity::Error, dated.span, &facts));
        return;
    }
    let days = working_days(issued, end);
    let asked = matches!(dated.act, Act::Send | Act::Hold | Act::Opinion);
    if document.letterhead.date.is_some() && asked && days < SHORT {
        let facts = [("text", dated.text.as_str()), ("days", &days.to_string())];
        found.push(warning("IMPOSSIBLE_LEAD_TIME", Severity::Warning, dated.span, &facts));
    }
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// A weekday written beside a date that falls on another.
fn weekday(page: &Page, part: &Part, dated: &Dated, found: &mut Vec<Warning>) {
    let Some(stated) = dated.stated.filter(|_| dated.kind != DateKind::Reference) else { return };
    let tokens = page.lines_tokens(part.lines.clone());
    let from = page.tokens.partition_point(|t| t.span.from < dated.span.to);
    let to = (from + 4).min(tokens.end);
    let Some((at, hit)) = WEEKDAYS.within(&page.tokens[from.min(to)..to]) else { return };
    let written: Option<i8> = hit.value.parse().ok();
    if at > 1 || written == Some(stated.weekday().to_monday_one_offset()) {
        return;
    }
    let span = page.span(from + at..from + at + hit.len);
    let actual = weekday_name(stated);
    let words = page.value(span);
    let facts = [("text", dated.text.as_str()), ("written", &words), ("weekday", actual)];
    found.push(warning("WEEKDAY_MISMATCH", Severity::Warning, span, &facts));
}

fn weekend(dated: &Dated, found: &mut Vec<Warning>) {
    let deadline = matches!(dated.kind, DateKind::Before | DateKind::By);
    if let Some(day) = dated.stated.filter(|day| deadline && is_weekend(*day)) {
        let weekday = weekday_name(day);
        let facts = [("text", dated.text.as_str()), ("weekday", weekday)];
        found.push(warning("DEADLINE_ON_WEEKEND", Severity::Info, dated.span, &facts));
    }
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

/// Reports of two levels due on one day, or of the lower after the higher.
fn tiers(document: &Document, found: &mut Vec<Warning>) {
    let sends: Vec<&Dated> = document.dates.iter().filter(|d| d.act == Act::Send).collect();
    for (at, dated) in sends.iter().enumerate() {
        let own = levels(dated);
        let same_row = own.contains(&Tier::Grassroots) && own.contains(&Tier::Upper);
        let other = sends[..at].iter().find(|before| {
            let theirs = levels(before);
            let lower = own.contains(&Tier::Grassroots) && theirs.contains(&Tier::Upper);
            let higher = own.contains(&Tier::Upper) && theirs.contains(&Tier::Grassroots);
            (lower || higher) && before.end.is_some() && before.end == dated.end
        });
        if same_row && dated.end.is_some() || other.is_some() {
            let facts = [("text", dated.text.as_str())];
            let code = "SAME_DEADLINE_FOR_TWO_TIERS";
            found.push(warning(code, Severity::Warning, dated.span, &facts));
        }
        let above = sends.iter().find(|above| {
            let higher = levels(above).iter().min() > own.iter().max();
            !own.is_empty() && higher && above.end.is_some() && above.end < dated.end
        });
        if let Some(above) = above {
            let facts = [("text", dated.text.as_str()), ("above", &above.text)];
            found.push(warning("LOWER_TIER_AFTER_UPPER", Severity::Warning, dated.span, &facts));
        }
    }
}

fn levels(dated: &Dated) -> Vec<Tier> {
    // Unions right under the receiver have no one between who consolidates.
    dated.who.iter().filter(|who| !owned(who)).filter_map(|who| tier(who)).collect()
}

/// A conference when the report is out, or where the plan says "in writing".
fn conference(document: &Document, found: &mut Vec<Warning>) {
    let ends = document.dates.iter().filter(|d| matches!(d.act, Act::Hold | Act::Send));
    let last = ends.filter_map(|d| d.end).max();
    for meeting in document.dates.iter().filter(|d| d.act == Act::Meeting) {
        if meeting.start.is_some() && last.is_some() && meeting.start > last {
            let facts = [("text", meeting.text.as_str())];
            found.push(warning("CONFERENCE_AFTER_REPORT", Severity::Info, meeting.span, &facts));
        }
    }
    let writing = document.forms.contains(&Form::InWriting);
    let meets =
        document.forms.contains(&Form::Conference) || document.forms.contains(&Form::WithinMeeting);
    if writing && meets {
        let span = document.dates.iter().find(|d| d.act == Act::Meeting).map(|d| d.span);
        let span = span.unwrap_or(document.span);
        found.push(warning("FORM_CONFLICT", Severity::Info, span, &[]));
    }
}
