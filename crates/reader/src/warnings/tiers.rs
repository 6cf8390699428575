//! Deadlines of one level against those of the next: the same day, the wrong order, too little
//! time, none at all.

use super::dates::{SHORT, precedes};
use super::warning;
use crate::body::{self, Tier, federation, level_at, owned, tier};
use crate::destinations::same;
use crate::lexicon::LOWEST;
use crate::page::{Page, tokens_of};
use crate::parts::Part;
use domain::calendar::working_days;
use domain::plan::{Act, DateKind, Dated, Document, DocumentKind, Severity, Warning};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

pub fn warnings(page: &Page, part: &Part, document: &Document, found: &mut Vec<Warning>) {
    let sound: Vec<&Dated> = document.dates.iter().filter(|d| !precedes(document, d)).collect();
    same_or_reversed(&sound, found);
    too_close(&sound, found);
    if document.kind == DocumentKind::Plan {
        left_out(page, part, document, found);
    }
}

/// True of a date of whoever issues the plan.
pub fn is_own(document: &Document, dated: &Dated) -> bool {
    let issuer = document.letterhead.issuer.as_deref();
    issuer.is_some_and(|own| !dated.who.is_empty() && dated.who.iter().all(|who| same(who, own)))
}

/// Reports of two levels due on one day, or of the lower after the higher.
fn same_or_reversed(dates: &[&Dated], found: &mut Vec<Warning>) {
    let sends: Vec<&Dated> = dates.iter().copied().filter(|d| d.act == Act::Send).collect();
    // The first to be due of each lowest level and house.
    let mut first: BTreeMap<(Tier, bool), &Dated> = BTreeMap::new();
    for dated in sends.iter().filter(|dated| dated.end.is_some()) {
        let Some(lowest) = levels(dated).into_iter().min() else { continue };
        let known = first.entry((lowest, of_state(dated))).or_insert(dated);
        if dated.end < known.end {
            *known = dated;
        }
    }
    let mut due: BTreeSet<(Tier, Date)> = BTreeSet::new();
    for dated in &sends {
        let Some(end) = dated.end else { continue };
        let own = levels(dated);
        let (lower, upper) = (own.contains(&Tier::Grassroots), own.contains(&Tier::Upper));
        let other = lower && due.contains(&(Tier::Upper, end))
            || upper && due.contains(&(Tier::Grassroots, end));
        if lower && upper || other {
            let facts = [("text", dated.text.as_str())];
            let code = "SAME_DEADLINE_FOR_TWO_TIERS";
            found.push(warning(code, Severity::Warning, dated.span, &facts));
        }
        due.extend(own.iter().map(|level| (*level, end)));
        let Some(highest) = own.into_iter().max() else { continue };
        let mut above = first.iter().filter(|((level, state), above)| {
            *level > highest && *state == of_state(dated) && above.end < dated.end
        });
        if let Some((_, above)) = above.next() {
            let facts = [("text", dated.text.as_str()), ("above", &above.text)];
            found.push(warning("LOWER_TIER_AFTER_UPPER", Severity::Warning, dated.span, &facts));
        }
    }
}

/// True of a date of state bodies: a union does not wait for their reports.
fn of_state(dated: &Dated) -> bool {
    dated
        .who
        .iter()
        .any(|who| body::head(&tokens_of(who)).is_some_and(|head| head.kind == body::Kind::Agency))
}

/// A level that has few working days left when the reports of the one below are in.
fn too_close(dates: &[&Dated], found: &mut Vec<Warning>) {
    let ladder = [Tier::Grassroots, Tier::Upper, Tier::Province, Tier::National];
    let steps = ladder
        .iter()
        .enumerate()
        .flat_map(|(at, lower)| ladder[at + 1..].iter().map(move |upper| (*lower, *upper)));
    for (lower, upper) in steps {
        let Some((last, ready)) = ready(dates, lower) else { continue };
        let Some((next, due)) = due(dates, upper, ready) else { continue };
        if next.who.iter().any(|who| last.who.contains(who)) {
            continue;
        }
        let days = working_days(ready, due);
        if days < SHORT {
            let count = days.to_string();
            let facts =
                [("text", last.text.as_str()), ("above", &next.text), ("days", count.as_str())];
            let code = "SHORT_TIME_BETWEEN_TIERS";
            found.push(warning(code, Severity::Warning, next.span, &facts));
        }
    }
}

/// When the last report of a level is in, or, where it sends none, its review is held.
fn ready<'a>(dates: &[&'a Dated], level: Tier) -> Option<(&'a Dated, Date)> {
    let latest = |act: Act| {
        let own = dates.iter().filter(|d| d.act == act && levels(d).contains(&level));
        own.filter(|d| counts(d)).filter_map(|d| Some((*d, d.end?))).max_by_key(|(_, end)| *end)
    };
    latest(Act::Send).or_else(|| latest(Act::Hold))
}

/// The next thing that a level has to finish after `ready`.
fn due<'a>(dates: &[&'a Dated], level: Tier, ready: Date) -> Option<(&'a Dated, Date)> {
    let own = dates.iter().filter(|d| matches!(d.act, Act::Send | Act::Hold));
    let own = own.filter(|d| counts(d) && levels(d).contains(&level));
    own.filter_map(|d| Some((*d, d.end?)))
        .filter(|(_, end)| *end > ready)
        .min_by_key(|(_, end)| *end)
}

fn counts(dated: &Dated) -> bool {
    !matches!(dated.kind, DateKind::Recurring | DateKind::Reference)
}

/// Grassroots unions without a task, or with one and no day for their report.
fn left_out(page: &Page, part: &Part, document: &Document, found: &mut Vec<Warning>) {
    let issuer = document.letterhead.issuer.as_deref().filter(|name| is_federation(name));
    let issuer = issuer.and_then(tier);
    let sends = |level: Tier| {
        let mut sends = document.dates.iter().filter(|d| d.act == Act::Send);
        sends.any(|d| d.who.iter().any(|who| tier(who) == Some(level)))
    };
    if issuer != Some(Tier::Province) || !sends(Tier::Upper) || sends(Tier::Grassroots) {
        return;
    }
    let holds = document.dates.iter().find(|d| levels(d).contains(&Tier::Grassroots));
    if let Some(held) = holds {
        let who = held.who.join("; ");
        let facts = [("who", who.as_str())];
        found.push(warning("NO_DEADLINE_FOR_TIER", Severity::Info, held.span, &facts));
        return;
    }
    let charged = document.duties.iter().any(|duty| tier(&duty.who) == Some(Tier::Grassroots));
    if !charged && !begins_above(page, part) {
        let span = page.span(part.type_words.clone());
        found.push(warning("TIER_OMITTED", Severity::Info, span, &[]));
    }
}

/// `tiến hành từ cấp trên cơ sở`: the plan itself begins above the grassroots.
fn begins_above(page: &Page, part: &Part) -> bool {
    let tokens = &page.tokens[page.lines_tokens(part.body.clone())];
    LOWEST
        .all_within(tokens)
        .any(|(at, hit)| level_at(&tokens[at + hit.len..]) == Some(Tier::Upper))
}

fn is_federation(name: &str) -> bool {
    federation(&tokens_of(name)).is_some()
}

/// Levels of those named; units right under the receiver have no one between who consolidates.
fn levels(dated: &Dated) -> Vec<Tier> {
    dated.who.iter().filter(|who| !owned(who)).filter_map(|who| tier(who)).collect()
}
