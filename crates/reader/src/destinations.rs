//! Where reports go (nơi nhận báo cáo): from whom, to whom, through which desk.

use crate::body::{self, Named, Tier, tier};
use crate::clause;
use crate::duties;
use crate::lexicon::{ACTS, ARTICLES, BODIES, CITED_TYPES, MODIFIERS, SENDING, TIERS};
use crate::outlines::Above;
use crate::page::{Page, tokens_of};
use domain::plan::{Act, Dated, Destination};
use domain::source::Source;
use std::ops::Range;

/// What the list of words of sending says of one that needs no direction.
const UPWARD: &str = "upward";

/// What is known of a plan before its destinations are read.
pub struct Known<'a> {
    pub above: &'a Above,
    pub issuer: Option<&'a str>,
    /// Whose plan it is, and who stands above him.
    pub speaks: &'a [String],
    /// Who sends on which date.
    pub dates: &'a [Dated],
}

/// The destinations of the reports that `lines` of a plan ask for.
///
/// The same one named twice is given once.
pub fn destinations(page: &Page, lines: Range<usize>, known: &Known) -> Vec<Destination> {
    let mut found: Vec<Destination> = Vec::new();
    for line in lines {
        let words = match page.row(line) {
            Some(row) if row.lines.start == line => row.what.clone(),
            Some(_) => continue,
            None => page.lines[line].words.clone(),
        };
        let mut at = words.start;
        let mut receivers: Vec<String> = Vec::new();
        while at < words.end {
            match sending(page, at..words.end, known) {
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
        if let Some(destination) = handed_down(page, line, known.above) {
            add(&mut found, destination);
        }
    }
    found
}

/// `gửi … về <body> (qua <desk>)` at `at`: the destination, and where its name ends.
fn sending(page: &Page, words: Range<usize>, known: &Known) -> Option<(Destination, usize)> {
    let at = words.start;
    let line = page.line_of(at);
    let rest = &page.tokens[at..words.end];
    let hit = SENDING.at(rest)?;
    let sentence = clause::sentence(page, line, at);
    let named = body::named(page, at + hit.len..sentence.end.min(words.end))?;
    // `báo cáo Tổng Liên đoàn`: without a word of direction only the highest receives.
    let highest = body::head(&page.tokens[named.clone()])
        .is_some_and(|head| head.kind == body::Kind::National);
    if hit.value == UPWARD && !highest {
        return None;
    }
    // `về` alone is "about" as well: a report must be sent before it in the sentence.
    let verb = SENDING.at(rest).is_some_and(|hit| hit.len > 1)
        || ACTS.at(rest).is_some_and(|hit| hit.value == "send")
        || sent_before(page, sentence.start..at);
    let outside =
        body::head(&page.tokens[named.clone()]).is_some_and(|h| h.kind == body::Kind::Outside);
    // Within the Party its bodies receive.
    let own = known.speaks.iter().any(|name| {
        let tokens = tokens_of(name);
        body::head(&tokens).is_some_and(|head| head.kind == body::Kind::Outside)
    });
    if !verb || outside && !own || invites(page, sentence.start..at) {
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
    let to_name = known.issuer.filter(|_| own).map(str::to_owned);
    // A slip of an office comes back to it.
    let via =
        via.filter(|desk| !own || known.issuer != Some(begun(&body::name(page, desk)).as_str()));
    let span = page.span(at..end);
    let mut from = senders(page, line, at, known);
    // What goes above the issuer goes in the issuer's name, whichever desk prepares it.
    if highest && from.iter().all(|name| is_desk(name)) {
        from = above_desks(page, line, known);
    }
    let destination = Destination {
        from,
        to: to_name.unwrap_or_else(|| body::name(page, &to)),
        via: via.map(|desk| begun(&body::name(page, &desk))),
        span,
    };
    Some((destination, end))
}

/// Who sends what the sentence at `at` sends.
fn senders(page: &Page, line: usize, at: usize, known: &Known) -> Vec<String> {
    if let Some(row) = page.row(line).filter(|row| !row.who.is_empty()) {
        return duties::of_cell(page, row.who.clone()).0;
    }
    let words = page.lines[line].words.clone();
    let sentence = clause::sentence(page, line, at);
    let whole = page.span(sentence.clone());
    let sends = |d: &&Dated| matches!(d.act, Act::Send | Act::Opinion) && !d.who.is_empty();
    // Dates stand in the order of the text.
    let end = known.dates.partition_point(|d| d.span.from < whole.to);
    let within = known.dates[..end].iter().rev().take_while(|d| whole.from <= d.span.from);
    let dated = within.filter(sends).find(|d| whole.contains(d.span));
    let heading = || {
        let (bodies, colon) = clause::heading(page, line)?;
        (colon <= at).then(|| body::names(page, &bodies))
    };
    clause::subject(page, sentence.start..at)
        .or_else(|| clause::subject(page, words.start..at))
        .map(|(names, named)| (names, named.start))
        // What a heading names stands back where the sentence of the date knows more.
        .filter(|(_, from)| dated.is_none() || *from > words.start)
        .map(|(names, _)| names)
        .or_else(|| dated.map(|dated| dated.who.clone()))
        .or_else(|| Some(clause::unknown_subject(page, sentence.clone())?.0))
        .or_else(heading)
        .unwrap_or_else(|| clause::heading_bodies(page, known.above, line))
}

fn is_desk(name: &str) -> bool {
    let tokens = tokens_of(name);
    body::head(&tokens).is_some_and(|head| head.kind == body::Kind::Desk)
}

/// The body whose desks the headings above name, else the issuer.
fn above_desks(page: &Page, line: usize, known: &Known) -> Vec<String> {
    let headings = known.above.lines(line).iter().rev();
    let named = headings.map(|at| clause::bodies_of_heading(page, *at));
    let unit = named.into_iter().find(|names| names.iter().any(|name| !is_desk(name)));
    unit.unwrap_or_else(|| known.issuer.map(str::to_owned).into_iter().collect())
}

/// With a capital, as a name begins.
fn begun(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
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
    let led = at > inside.start;
    let desk = body::desk(page, &named).map(|(desk, _)| desk);
    Some((desk.or(led.then_some(named))?, within.start + close + 1))
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
    if let Some(old) = known {
        old.via = old.via.take().or(new.via);
        return;
    }
    // Told again with more senders and the desk: the first way, completed.
    let shorter = found.iter_mut().find(|old| {
        old.via.is_none()
            && !old.from.is_empty()
            && same(&old.to, &new.to)
            && covers(&new.from, &old.from)
    });
    match shorter {
        Some(old) => {
            let more =
                new.from.into_iter().filter(|name| !covers(&old.from, std::slice::from_ref(name)));
            let more: Vec<String> = more.collect();
            old.from.extend(more);
            old.via = new.via;
        }
        None => found.push(new),
    }
}

fn covers(old: &[String], new: &[String]) -> bool {
    new.iter().all(|name| {
        let unit = spoken_for(name);
        old.iter().any(|o| same(o, name) || nearly(o, name) || same(&spoken_for(o), &unit))
    })
}

/// `Ban Thường vụ các LĐLĐ quận` speaks for `LĐLĐ quận`.
fn spoken_for(name: &str) -> String {
    let page = Page::scan(&Source::plain(name));
    let organ = body::head(&page.tokens).filter(|head| head.kind == body::Kind::Organ);
    let from = organ.map_or(0, |head| head.len);
    let article = ARTICLES.at(&page.tokens[from..]).map_or(0, |hit| hit.len);
    page.words(from + article..page.tokens.len())
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
