//! What a date runs on to: the end of a range, the further members of a list.

use super::atom::{Atom, Led, Portion, Unit, Year, atom, day_of_month, role, word};
use super::clock::{hours, weekday};
use super::lead::Lead;
use super::number::{bounded, year};
use super::numeric::numeric;
use crate::page::{Token, TokenKind, roman};

/// How far a phrase has been read.
pub struct Run {
    pub at: usize,
    pub last: Option<Atom>,
    pub list: bool,
    pub excluded: bool,
    /// What may be chosen instead, which it does not run over: `tháng 7 hoặc tháng 8`.
    pub choice: Option<Atom>,
}

impl Run {
    pub fn new(at: usize) -> Run {
        Run { at, last: None, list: false, excluded: false, choice: None }
    }

    /// Reads on from `first`, which stands under `lead`.
    pub fn follow(&mut self, rest: &[Token], first: Atom, lead: Lead) {
        let mut before = first;
        // Twelve months are the longest list there can be.
        for _ in 0..12 {
            let Some((len, connector)) = connector(&rest[self.at..], lead) else { return };
            if connector == Connector::Until && matches!(lead, Lead::Before | Lead::By) {
                return;
            }
            let behind = &rest[self.at + len..];
            let extra = word(behind, "from").unwrap_or(0);
            let Some(next) = continued(&behind[extra..], before, connector) else { return };
            if connector == Connector::Or {
                self.choice = Some(next);
                return;
            }
            self.at += len + extra + next.len;
            self.list |= connector == Connector::And;
            self.excluded |= connector == Connector::UntilBefore;
            self.last = Some(next);
            before = next;
            if connector != Connector::And {
                return;
            }
        }
    }
}

/// The date at the start of `rest` that may be chosen instead of `before`, and the tokens to its end.
pub fn instead(rest: &[Token], before: Atom) -> Option<(usize, Atom)> {
    let (len, connector) = connector(rest, Lead::None)?;
    let next = continued(&rest[len..], before, connector)?;
    (connector == Connector::Or).then_some((len, next))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Connector {
    Until,
    UntilBefore,
    Dash,
    And,
    Or,
}

fn connector(rest: &[Token], lead: Lead) -> Option<(usize, Connector)> {
    let comma = usize::from(rest.first().is_some_and(|t| t.is(',')));
    match role(rest.get(comma..)?) {
        Some(("until", len)) if comma == 0 => return Some((len, Connector::Until)),
        Some(("until_before", len)) if comma == 0 => return Some((len, Connector::UntilBefore)),
        Some(("and", len)) if lead == Lead::Between => return Some((len, Connector::Until)),
        Some(("and", len)) => return Some((comma + len, Connector::And)),
        Some(("or", len)) => return Some((comma + len, Connector::Or)),
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
    let list = matches!(connector, Connector::And | Connector::Or);
    if !list && let Some(led) = behind_lead(rest) {
        return Some(led);
    }
    if let Some(bare) = same_unit(rest, before, connector) {
        return Some(bare);
    }
    let open = matches!(before.unit, Unit::Day { month: None, .. });
    let led = if list && !open { Led::No } else { Led::Yes };
    let next = atom(rest, led).or_else(|| later_day(rest).filter(|_| open))?;
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

/// `… đến trong tháng 8`, `… đến 17 giờ, thứ Sáu, ngày 20/7`: a date behind words of its own.
fn behind_lead(rest: &[Token]) -> Option<Atom> {
    let mut at = 0;
    for _ in 0..3 {
        let own = role(&rest[at..]).filter(|(word, _)| matches!(*word, "within" | "by" | "on"));
        let own = own.map(|(_, len)| len);
        match own.or_else(|| hours(&rest[at..])).or_else(|| weekday(&rest[at..])) {
            Some(len) => at += len,
            None => break,
        }
    }
    let found = atom(&rest[at..], Led::Yes).filter(|_| at > 0)?;
    Some(Atom { len: at + found.len, ..found })
}

/// `21 tháng 7 năm 2022` behind `ngày 20 và`.
fn later_day(rest: &[Token]) -> Option<Atom> {
    let (len, unit) = day_of_month(rest)?;
    let whole = matches!(unit, Unit::Day { month: Some(_), .. });
    whole.then_some(Atom { len, portion: Portion::Whole, unit })
}

/// `3` in `tháng 2 và 3/2020`, `IV` in `quý III, IV`: a number that takes its unit from before.
fn same_unit(rest: &[Token], before: Atom, connector: Connector) -> Option<Atom> {
    match before.unit {
        Unit::Month { year: None, .. } => month(rest, connector),
        Unit::Quarter { year: None, .. } => {
            let (first, portion) = (rest.first()?, Portion::Whole);
            let quarter = match first.number() {
                Some(_) => bounded(first, 4)?,
                None => i8::try_from(roman(&first.key)?).ok().filter(|q| *q <= 4)?,
            };
            let unit = Unit::Quarter { quarter, year: None };
            with_year(rest, Atom { len: 1, portion, unit })
        }
        Unit::Day { month: None, .. } if matches!(connector, Connector::And | Connector::Or) => {
            day(rest)
        }
        Unit::Year { .. } => {
            let unit = Unit::Year { year: Year::Written(year(rest.first()?)?) };
            Some(Atom { len: 1, portion: Portion::Whole, unit })
        }
        _ => None,
    }
}

fn month(rest: &[Token], connector: Connector) -> Option<Atom> {
    let (first, portion) = (rest.first()?, Portion::Whole);
    let unit = Unit::Month { month: bounded(first, 12)?, year: None };
    if let Some((len, whole @ Unit::Month { .. })) = numeric(rest, Led::No) {
        return Some(Atom { len, portion, unit: whole });
    }
    // `tháng 6 đến 15/7`: a day, with its month behind.
    if numeric(rest, Led::Yes).is_some() {
        return None;
    }
    // `tháng 10, 3 đơn vị`: a number that counts what follows is no month.
    let counts = rest.get(1).is_some_and(Token::is_word) && role(&rest[1..]).is_none();
    if matches!(connector, Connector::And | Connector::Or) && counts {
        return None;
    }
    with_year(rest, Atom { len: 1, portion, unit })
}

/// `6` in `ngày 5, 6 và 7/7/2022`: a day of the list whose month is still to come.
fn day(rest: &[Token]) -> Option<Atom> {
    if numeric(rest, Led::Yes).is_some() || word(&rest[1.min(rest.len())..], "month").is_some() {
        return None;
    }
    let day = bounded(rest.first()?, 31)?;
    let goes_on = rest.get(1)?.is(',') || word(&rest[1..], "and").is_some();
    let unit = Unit::Day { day, month: None, year: None };
    goes_on.then_some(Atom { len: 1, portion: Portion::Whole, unit })
}

/// A number with the year that stands behind it, by a stroke or the word.
fn with_year(rest: &[Token], atom: Atom) -> Option<Atom> {
    let behind = &rest[atom.len..];
    let sign = behind.first().is_some_and(|t| t.is('/'));
    let (len, year) = super::number::year_after(behind);
    match year {
        Some(_) => Some(Atom { len: atom.len + len, unit: atom.unit.in_year(year), ..atom }),
        None => (!sign).then_some(atom),
    }
}
