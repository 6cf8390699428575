//! Bodies that are sent two ways, or given a duty and no copy.

use super::warning;
use crate::body::{self, Kind, Tier, tier};
use crate::destinations::same;
use crate::lexicon::{ARTICLES, HANDED};
use crate::page::{Page, tokens_of};
use crate::parts::Part;
use domain::plan::{Dated, Destination, Document, DocumentKind, Severity, Warning};
use domain::source::Span;
use std::collections::HashSet;

pub fn warnings(page: &Page, part: &Part, document: &Document, found: &mut Vec<Warning>) {
    two_destinations(&document.report_to, found);
    if document.kind == DocumentKind::Plan && !document.recipients.is_empty() {
        let handed = handed_to(page, part, document);
        without_copy(page.lines_span(part.recipients.clone()), document, &handed, found);
    }
}

/// The pairs of destinations between which a sender has to choose, as positions in `report_to`:
/// for each destination the first one before it that is another place and is told to the same
/// sender (see [`same_sender`]).
pub fn rivals(report_to: &[Destination]) -> Vec<(usize, usize)> {
    let told_before = |at: usize| {
        let second = &report_to[at];
        let clash =
            |first: &Destination| !same(&first.to, &second.to) && shared(&first.from, &second.from);
        report_to[..at].iter().position(clash).map(|first| (first, at))
    };
    (0..report_to.len()).filter_map(told_before).collect()
}

/// True where two names of senders mean the same units: the same name, or grassroots unions of
/// some body beside grassroots unions in general.
pub fn same_sender(one: &str, other: &str) -> bool {
    let grassroots = tier(one) == Some(Tier::Grassroots) && tier(other) == Some(Tier::Grassroots);
    let own = body::owned(one) || body::owned(other);
    same(one, other) || grassroots && !own && (general(one) || general(other))
}

fn two_destinations(report_to: &[Destination], found: &mut Vec<Warning>) {
    for (first, second) in rivals(report_to) {
        let (first, second) = (&report_to[first], &report_to[second]);
        let who = second.from.join("; ");
        let (one, other) = (full(first), full(second));
        let facts = [("who", who.as_str()), ("one", &one), ("other", &other)];
        found.push(warning("TWO_DESTINATIONS", Severity::Warning, second.span, &facts));
    }
}

fn full(destination: &Destination) -> String {
    match &destination.via {
        Some(desk) => format!("{} ({desk})", destination.to),
        None => destination.to.clone(),
    }
}

fn shared(one: &[String], other: &[String]) -> bool {
    one.iter().any(|a| other.iter().any(|b| same_sender(a, b)))
}

/// A name that is nothing but a kind of body.
fn general(name: &str) -> bool {
    let tokens = tokens_of(name);
    let tokens = &tokens[ARTICLES.at(&tokens).map_or(0, |hit| hit.len)..];
    body::head(tokens).is_some_and(|head| head.len == tokens.len())
}

/// False of a unit that is called by its place alone, and of a person.
fn names_a_body(name: &str) -> bool {
    let tokens = tokens_of(name);
    (0..tokens.len()).any(|at| body::head(&tokens[at..]).is_some())
}

/// Bodies of the issuer's own head (`Ban Thường vụ`) need no copy; for the rest a recipient of the
/// same name or the same level will do.
fn without_copy(span: Span, document: &Document, handed: &[String], found: &mut Vec<Warning>) {
    let listed: Vec<Vec<String>> =
        document.recipients.iter().map(|r| crate::lexicon::spelled_out(&r.name)).collect();
    // `VT, Ban Tổ chức`: several on one line; one syllable names nobody.
    let each = document.recipients.iter().flat_map(|r| r.name.split([',', ';', '+']));
    let pieces: Vec<Vec<String>> =
        each.map(crate::lexicon::spelled_out).filter(|words| words.len() > 1).collect();
    let levels: HashSet<Tier> = document.recipients.iter().filter_map(|r| level(&r.name)).collect();
    let issuer = document.letterhead.issuer.as_deref().map(crate::lexicon::spelled_out);
    let duties = document.duties.iter().flat_map(|duty| duty.who.split("; "));
    let dates = document.dates.iter().flat_map(|dated| dated.who.iter().map(String::as_str));
    let mut seen = HashSet::new();
    for who in duties.chain(dates).chain(handed.iter().map(String::as_str)) {
        let words = crate::lexicon::spelled_out(who);
        let own = issuer.as_ref().is_some_and(|own| own.starts_with(&words)) || speaks(who);
        let known = level(who).is_some_and(|level| levels.contains(&level))
            || pieces.iter().any(|piece| words.starts_with(piece))
            || listed.iter().any(|name| {
                let all = words.iter().all(|word| name.contains(word));
                // `các ban LĐLĐ tỉnh` are all its departments.
                let kind = name.first() == words.first() && speaks_of_all(name);
                all || kind || name.iter().take(3).eq(words.iter().take(3))
            });
        let vague = !names_a_body(who) || general(who) && level(who).is_none();
        if words.len() > 1 && !vague && !own && !known && seen.insert(words) {
            let facts = [("who", who)];
            found.push(warning("DUTY_WITHOUT_RECIPIENT", Severity::Info, span, &facts));
        }
    }
}

/// The units to which the issuer hands the plan on, in a sentence that gives him a date for it.
fn handed_to(page: &Page, part: &Part, document: &Document) -> Vec<String> {
    let Some(issuer) = document.letterhead.issuer.as_deref() else { return Vec::new() };
    let mut found = Vec::new();
    for line in &page.lines[part.body.clone()] {
        let words = line.words.clone();
        let own = |dated: &&Dated| {
            page.span(words.clone()).contains(dated.span)
                && dated.who.iter().any(|who| same(who, issuer))
        };
        if !document.dates.iter().any(|dated| own(&dated)) {
            continue;
        }
        for (at, hit) in HANDED.all_within(&page.tokens[words.clone()]) {
            let behind = words.start + at + hit.len..words.end;
            let units =
                body::list(page, behind).map_or(Vec::new(), |(units, _)| body::names(page, &units));
            found.extend(units.into_iter().filter(|name| level(name).is_some()));
        }
    }
    found
}

/// The level of units below the issuer; departments have none.
fn level(name: &str) -> Option<Tier> {
    let tokens = tokens_of(name);
    let unit = (0..tokens.len()).find_map(|at| body::head(&tokens[at..]))?;
    let below = |tier: &Tier| matches!(tier, Tier::Grassroots | Tier::Upper);
    tier(name).filter(below).filter(|_| unit.kind != Kind::Desk && unit.kind != Kind::Parts)
}

/// A kind of department, then the body whose departments are meant.
fn speaks_of_all(name: &[String]) -> bool {
    let tokens = tokens_of(&name.join(" "));
    let head = body::head(&tokens).filter(|head| head.kind == Kind::Desk);
    head.is_some_and(|head| body::federation(&tokens[head.len..]).is_some())
}

fn speaks(name: &str) -> bool {
    let tokens = tokens_of(name);
    body::head(&tokens).is_some_and(|head| head.kind == Kind::Organ)
}
