//! Where reports go (nơi nhận báo cáo): from whom, to whom, through which desk.

use crate::body::{self, Named, Tier, tier};
use crate::clause;
use crate::lexicon::{ACTS, BODIES, CITED_TYPES, MODIFIERS, SENDING, TIERS};
use crate::outlines::Above;
use crate::page::Page;
use domain::plan::Destination;
use std::ops::Range;

/// The destinations of the reports that `lines` of a plan of `issuer` ask for.
///
/// The same one named twice is given once.
pub fn destinations(
    page: &Page,
    lines: Range<usize>,
    above: &Above,
    issuer: Option<&str>,
) -> Vec<Destination> {
    let mut found: Vec<Destination> = Vec::new();
    for line in lines {
        let words = page.lines[line].words.clone();
        let mut at = words.start;
        let mut receivers: Vec<String> = Vec::new();
        while at < words.end {
            match sending(page, line, at, above, issuer) {
                Some((mut destination, end)) => {
                    // Who gathers the reports sends on what is made of them.
                    let before = receivers.iter().find(|to| !same(to, &destination.to));
                    if let Some(gatherer) = before {
                        destination.from = vec![gatherer.clone()];
                    }
                    receivers.push(destination.to.clone());
                    add(&mut found, destination);
                    at = end;
                }
                None => at += 1,
            }
        }
        if let Some(destination) = handed_down(page, line, above) {
            add(&mut found, destination);
        }
    }
    found
}

/// `gửi … về <body> (qua <desk>)` at `at`: the destination, and where its name ends.
fn sending(
    page: &Page,
    line: usize,
    at: usize,
    above: &Above,
    issuer: Option<&str>,
) -> Option<(Destination, usize)> {
    let words = page.lines[line].words.clone();
    let rest = &page.tokens[at..words.end];
    let hit = SENDING.at(rest)?;
    let sentence = clause::sentence(page, line, at);
    let named = body::named(page, at + hit.len..sentence.end)?;
    // `về` alone is "about" as well: a report must be sent before it in the sentence.
    let verb = SENDING.at(rest).is_some_and(|hit| hit.len > 1)
        || ACTS.at(rest).is_some_and(|hit| hit.value == "send")
        || sent_before(page, sentence.start..at);
    let outside =
        body::head(&page.tokens[named.clone()]).is_some_and(|h| h.kind == body::Kind::Outside);
    if !verb || outside || invites(page, sentence.start..at) {
        return None;
    }
    let (to, mut via) = match body::desk(page, &named) {
        Some((desk, owner)) if !owner.is_empty() => (owner, Some(desk)),
        Some((desk, _)) => (desk.clone(), Some(desk)),
        None => (named.clone(), None),
    };
    let mut end = named.end;
    if let Some((desk, close)) = through(page, named.end..words.end) {
        via = via.or(Some(desk));
        end = close;
    }
    let own = via.as_ref().is_some_and(|desk| *desk == to);
    // A desk that is named alone is the issuer's.
    let to_name = issuer.filter(|_| own).map(str::to_owned);
    let from = clause::subject(page, sentence.start..at)
        .or_else(|| clause::subject(page, words.start..at))
        .map(|(names, _)| names)
        .or_else(|| {
            let (bodies, colon) = clause::heading(page, line)?;
            (colon <= at).then(|| body::names(page, &bodies))
        })
        .unwrap_or_else(|| clause::heading_bodies(page, above, line));
    let destination = Destination {
        from,
        to: to_name.unwrap_or_else(|| body::name(page, &to)),
        via: via.map(|desk| body::name(page, &desk)),
        span: page.span(at..end),
    };
    Some((destination, end))
}

/// `(qua Ban …)` or `(Ban …)` behind a name: the desk, and where the bracket ends.
fn through(page: &Page, within: Range<usize>) -> Option<(Named, usize)> {
    let tokens = &page.tokens[within.clone()];
    if !tokens.first()?.is('(') {
        return None;
    }
    let close = tokens.iter().take(30).position(|t| t.is(')'))?;
    let inside = within.start + 1..within.start + close;
    let at =
        inside.clone().take(3).find(|at| BODIES.at(&page.tokens[*at..inside.end]).is_some())?;
    let named = body::named(page, at..inside.end)?;
    let desk = body::desk(page, &named).map(|(desk, _)| desk)?;
    Some((desk, within.start + close + 1))
}

fn sent_before(page: &Page, part: Range<usize>) -> bool {
    ACTS.all_within(&page.tokens[part]).any(|(_, hit)| hit.value == "send")
}

/// `triển khai tới các CĐCS trực thuộc … báo cáo`: a body above grassroots unions that writes
/// theirs into its report is where they report.
fn handed_down(page: &Page, line: usize, above: &Above) -> Option<Destination> {
    let words = page.lines[line].words.clone();
    let tokens = &page.tokens[words.clone()];
    let reports = CITED_TYPES.all_within(tokens).map(|(at, _)| at).last()?;
    let receivers = clause::heading_bodies(page, above, line);
    let upper = receivers.iter().any(|name| tier(name) == Some(Tier::Upper));
    if receivers.is_empty() || !upper {
        return None;
    }
    let named = (words.start..words.end).find_map(|at| {
        let named = body::named(page, at..words.end)?;
        let own = &page.tokens[named.clone()];
        let grassroots = TIERS.within(own).is_some_and(|(_, hit)| hit.value == "grassroots");
        let under = own
            .iter()
            .enumerate()
            .any(|(at, _)| MODIFIERS.at(&own[at..]).is_some_and(|hit| hit.value == "link"));
        let theirs = under && MODIFIERS.within(&own[own.len() - 1..]).is_some();
        (grassroots && theirs && at < words.start + reports).then_some(named)
    })?;
    // Told to carry out alone, they are not told to report.
    let again = (words.start + reports..words.end).any(|at| {
        body::named(page, at..words.end).is_some_and(|n| {
            body::name(page, &n).to_lowercase() == body::name(page, &named).to_lowercase()
        })
    });
    again.then(|| Destination {
        from: vec![body::name(page, &named)],
        to: receivers.join("; "),
        via: None,
        span: page.span(named),
    })
}

/// An invitation or a document that goes out is no report coming in.
fn invites(page: &Page, part: Range<usize>) -> bool {
    let tokens = &page.tokens[part];
    let last = tokens.len().saturating_sub(6);
    CITED_TYPES
        .all_within(&tokens[last..])
        .any(|(_, hit)| hit.value == crate::lexicon::INVITATION.as_str())
}

fn add(found: &mut Vec<Destination>, new: Destination) {
    let known = found.iter_mut().find(|old| same(&old.to, &new.to) && covers(&old.from, &new.from));
    match known {
        Some(old) => old.via = old.via.take().or(new.via),
        None => found.push(new),
    }
}

fn covers(old: &[String], new: &[String]) -> bool {
    new.iter().all(|name| old.iter().any(|o| same(o, name) || nearly(o, name)))
}

/// `Công đoàn viên chức` and `Công đoàn viên chức tỉnh`.
fn nearly(one: &str, other: &str) -> bool {
    let (one, other) = (spelled_out(one), spelled_out(other));
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let area = |words: &[String]| crate::lexicon::is_area(words);
    long.starts_with(&short) && area(&long[short.len()..])
}

/// Names of one body, abbreviated or not: `LĐLĐ tỉnh` and `Liên đoàn Lao động tỉnh`.
pub fn same(one: &str, other: &str) -> bool {
    let (one, other) = (spelled_out(one), spelled_out(other));
    let national = |key: &[String]| {
        let page_words = key.join(" ");
        tier(&page_words) == Some(Tier::National)
    };
    let (short, long) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    // `LĐLĐ tỉnh` is the one of the province whose name follows.
    let ends = |at: usize| crate::lexicon::is_area(&short[at..]);
    let area = short.len().checked_sub(1).is_some_and(ends)
        || short.len().checked_sub(2).is_some_and(ends);
    let named = area && long.starts_with(short) && !begins_with_area(&long[short.len()..]);
    one == other || named || national(&one) && national(&other)
}

fn begins_with_area(words: &[String]) -> bool {
    (1..=words.len().min(2)).any(|len| crate::lexicon::is_area(&words[..len]))
}

fn spelled_out(name: &str) -> Vec<String> {
    crate::lexicon::spelled_out(name)
}
