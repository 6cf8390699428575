//! A dated phrase: the words that lead a date, the date, and what it runs on to.

use super::atom::{Atom, Led, Portion, Unit, atom, bounded, role, year};
use crate::lexicon::REFERENCES;
use crate::page::{Token, TokenKind};
use domain::plan::DateKind;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Where it begins, and one past where it ends, in the tokens it was looked for in.
    pub from: usize,
    pub to: usize,
    pub kind: DateKind,
    /// The date, or the first of a range or list; none for a reference.
    pub first: Option<Atom>,
    /// The last of a range or list.
    pub last: Option<Atom>,
    /// `đến trước ngày D`: the last day is the one before.
    pub last_excluded: bool,
}

/// Every dated phrase of `tokens`, in order.
pub fn phrases(tokens: &[Token]) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match phrase(tokens, at) {
            Some(phrase) => {
                at = phrase.to;
                found.push(phrase);
            }
            None => at += 1,
        }
    }
    found
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    None,
    On,
    Within,
    From,
    Until,
    By,
    Before,
}

fn phrase(tokens: &[Token], from: usize) -> Option<Phrase> {
    let rest = &tokens[from..];
    if let Some(hit) = REFERENCES.at(rest) {
        let kind = DateKind::Reference;
        let to = from + hit.len;
        return Some(Phrase { from, to, kind, first: None, last: None, last_excluded: false });
    }
    // A number that goes on from something (`3,5`, `12/…`) begins no date.
    let glued = from.checked_sub(1).is_some_and(|before| {
        matches!(tokens[before].kind, TokenKind::Mark('/' | '.' | ',' | '-'))
            && tokens[before].touches(&tokens[from])
            && rest[0].number().is_some()
    });
    if glued {
        return None;
    }
    let (lead, mut at) = lead(rest);
    let led = if lead == Lead::None { Led::No } else { Led::Yes };
    let first = atom(&rest[at..], led).or_else(|| bare_year(&rest[at..], lead))?;
    at += first.len;
    let mut run = Run { at, last: None, list: false, excluded: false };
    run.follow(rest, first, lead);
    let recurring = role(&rest[run.at..]).filter(|(word, _)| *word == "recurring");
    run.at += recurring.map_or(0, |(_, len)| len);
    let day_alone = matches!(first.unit, Unit::Day { month: None, .. });
    let term_alone = first.unit == Unit::Term;
    if run.last.is_none() && (day_alone && recurring.is_none() || term_alone) {
        return None;
    }
    let first =
        Atom { unit: run.last.map_or(first.unit, |l| first.unit.completed_by(l.unit)), ..first };
    let kind = match recurring {
        Some(_) => DateKind::Recurring,
        None => kind(lead, first, &run),
    };
    let (last, last_excluded) = (run.last, run.excluded);
    Some(Phrase { from, to: from + run.at, kind, first: Some(first), last, last_excluded })
}

/// The words before a date: `chậm nhất là`, `xong trước ngày`, `từ`.
fn lead(rest: &[Token]) -> (Lead, usize) {
    let (mut lead, mut at) = (Lead::None, 0);
    for _ in 0..3 {
        let Some((word, len)) = role(&rest[at..]) else { break };
        let next = match word {
            "before" => Lead::Before,
            "by" => Lead::By,
            "until" => Lead::Until,
            "within" => Lead::Within,
            "on" => Lead::On,
            "from" => Lead::From,
            _ => break,
        };
        lead = match (lead, next) {
            (Lead::By | Lead::Before, Lead::Within | Lead::On | Lead::Until) => lead,
            _ => next,
        };
        at += len;
    }
    (lead, at)
}

/// `từ 2018 đến 2020`, `2018 - 2023`: years without the word.
fn bare_year(rest: &[Token], lead: Lead) -> Option<Atom> {
    let first = year(rest.first()?)?;
    let next = rest.get(1)?;
    let ranged = match lead {
        Lead::From => role(&rest[1..]).is_some_and(|(word, _)| word == "until"),
        _ => false,
    };
    let dashed = next.is('-') && rest.get(2).and_then(year).is_some_and(|second| second > first);
    let unit = Unit::Year { year: first };
    (ranged || dashed).then_some(Atom { len: 1, portion: Portion::Whole, unit })
}

/// How far a phrase has been read.
struct Run {
    at: usize,
    last: Option<Atom>,
    list: bool,
    excluded: bool,
}

impl Run {
    fn follow(&mut self, rest: &[Token], first: Atom, lead: Lead) {
        let mut before = first;
        // Twelve months are the longest list there can be.
        for _ in 0..12 {
            let Some((len, connector)) = connector(&rest[self.at..]) else { return };
            if connector == Connector::Until && matches!(lead, Lead::Before | Lead::By) {
                return;
            }
            let behind = &rest[self.at + len..];
            let (extra, portion) = match (connector, role(behind)) {
                (_, Some(("from", len))) => (len, None),
                _ => (0, None::<Portion>),
            };
            let Some(mut next) = continued(&behind[extra..], before, connector) else { return };
            next.portion = portion.unwrap_or(next.portion);
            self.at += len + extra + next.len;
            self.list |= connector == Connector::And;
            self.excluded |= connector == Connector::UntilBefore;
            if connector == Connector::UntilEnd {
                next.portion = Portion::End;
            }
            self.last = Some(next);
            before = next;
            if connector != Connector::And {
                return;
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Connector {
    Until,
    UntilBefore,
    UntilEnd,
    Dash,
    And,
}

fn connector(rest: &[Token]) -> Option<(usize, Connector)> {
    match role(rest) {
        Some(("until", len)) => return Some((len, Connector::Until)),
        Some(("until_before", len)) => return Some((len, Connector::UntilBefore)),
        Some(("until_end", len)) => return Some((len, Connector::UntilEnd)),
        Some(("and", len)) => return Some((len, Connector::And)),
        _ => {}
    }
    match rest.first()?.kind {
        TokenKind::Mark('-') => Some((1, Connector::Dash)),
        TokenKind::Mark(',') => Some((1, Connector::And)),
        _ => None,
    }
}

/// What stands behind a connector: a date of its own, or a number of the unit before it.
fn continued(rest: &[Token], before: Atom, connector: Connector) -> Option<Atom> {
    let list = connector == Connector::And;
    if let Some((within, len)) = role(rest)
        && matches!(within, "within" | "by" | "on")
        && !list
    {
        let atom = atom(&rest[len..], Led::Yes)?;
        return Some(Atom { len: len + atom.len, ..atom });
    }
    let bare = match (before.unit, list) {
        (Unit::Month { year: None, .. }, _) => same_unit(rest, before, list),
        (Unit::Day { year: None, .. }, true) if connector == Connector::And => None,
        (Unit::Quarter { year: None, .. }, _) => same_unit(rest, before, list),
        (Unit::Year { .. }, false) => year(rest.first()?).map(|year| Atom {
            len: 1,
            portion: Portion::Whole,
            unit: Unit::Year { year },
        }),
        _ => None,
    };
    if bare.is_some() {
        return bare;
    }
    let led = if list { Led::No } else { Led::Yes };
    let next = atom(rest, led)?;
    let fits = match (before.unit, next.unit) {
        (Unit::Month { .. }, Unit::Month { .. }) | (Unit::Quarter { .. }, Unit::Quarter { .. }) => {
            true
        }
        (Unit::Day { month: None, .. }, Unit::Day { .. }) => true,
        (Unit::Year { .. }, Unit::Year { .. }) => true,
        // A list of days with a month each is a list of deadlines, each for itself.
        _ => !list,
    };
    // Two deadlines side by side are no range: `năm 2020 - trước ngày …`.
    let grows = !matches!(
        (before.unit, next.unit),
        (Unit::Year { .. }, Unit::Day { .. } | Unit::Month { .. })
    );
    (fits && (grows || connector == Connector::Until)).then_some(next)
}

/// `3` in `tháng 2 và 3/2020`, `IV` in `quý III, IV`: a number that takes its unit from before.
fn same_unit(rest: &[Token], before: Atom, list: bool) -> Option<Atom> {
    let first = rest.first()?;
    let portion = Portion::Whole;
    let (unit, counted) = match before.unit {
        Unit::Quarter { .. } => {
            let quarter = match first.number() {
                Some(_) => bounded(first, 4)?,
                None => i8::try_from(crate::page::roman(&first.key)?).ok().filter(|q| *q <= 4)?,
            };
            (Unit::Quarter { quarter, year: None }, false)
        }
        _ => (Unit::Month { month: bounded(first, 12)?, year: None }, true),
    };
    if let Some((len, whole @ Unit::Month { .. })) = super::atom::numeric(rest, Led::No)
        && counted
    {
        return Some(Atom { len, portion, unit: whole });
    }
    let sign =
        rest.get(1).is_some_and(|t| t.is('/') || role(&rest[1..]).is_some_and(|r| r.0 == "year"));
    if sign {
        let skip = 2;
        let year = rest.get(skip).and_then(year);
        if let Some(year) = year {
            let unit = unit.completed_by(Unit::Year { year });
            return Some(Atom { len: skip + 1, portion, unit });
        }
        return None;
    }
    // `tháng 10, 3 đơn vị`: a number that counts what follows is no month.
    let counts = rest.get(1).is_some_and(Token::is_word) && role(&rest[1..]).is_none();
    (!(list && counts && counted)).then_some(Atom { len: 1, portion, unit })
}

fn kind(lead: Lead, first: Atom, run: &Run) -> DateKind {
    match (lead, run.last) {
        (Lead::Before, _) => return DateKind::Before,
        (Lead::By, _) => return DateKind::By,
        (Lead::Until, None) => return DateKind::By,
        (_, Some(last)) if run.list => {
            return if matches!(last.unit, Unit::Day { .. }) {
                DateKind::Range
            } else {
                DateKind::Within
            };
        }
        (_, Some(_)) => return DateKind::Range,
        _ => {}
    }
    match (first.portion, first.unit) {
        (Portion::Start, _) => DateKind::AboutStart,
        (Portion::Middle, _) => DateKind::AboutMiddle,
        (Portion::End, _) => DateKind::AboutEnd,
        (_, Unit::Day { .. }) => DateKind::On,
        (_, Unit::Quarter { .. }) => DateKind::Quarter,
        _ => DateKind::Within,
    }
}
