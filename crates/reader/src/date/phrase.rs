//! A dated phrase: the words that lead a date, the date, and what it runs on to.

use super::atom::{Atom, Led, Portion, Unit, Year, atom, role, word};
use super::further::{further, share};
use super::lead::{Lead, lead};
use super::lunar::{self, Calendar, calendar};
use super::number::{bounded, year};
use super::numeric::numeric;
use super::recurring::recurring;
use super::relative::{Relative, relative};
use super::run::Run;
use crate::lexicon::REFERENCES;
use crate::page::{Token, TokenKind};
use domain::plan::DateKind;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Where it begins, and one past where it ends, in the tokens it was looked for in.
    pub from: usize,
    pub to: usize,
    pub kind: DateKind,
    /// The date, or the first of a range or list; none where it has none of its own.
    pub first: Option<Atom>,
    /// The last of a range or list.
    pub last: Option<Atom>,
    /// `đến trước ngày D`: the last day is the one before.
    pub last_excluded: bool,
    /// `sau 5 ngày kể từ …`.
    pub relative: Option<Relative>,
    /// A further date under the lead of the one before.
    pub shares: bool,
    pub calendar: Calendar,
}

impl Phrase {
    /// True of `đến …`, `hết …`: an end that need not be a deadline. `tokens` are its own.
    pub fn is_open(&self, tokens: &[Token]) -> bool {
        word(tokens, "until").is_some()
    }
}

/// Every dated phrase of `tokens`, in order.
pub fn phrases(tokens: &[Token]) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((phrase, lead)) = phrase(tokens, at) else {
            at += 1;
            continue;
        };
        let group = found.len();
        at = phrase.to;
        found.push(phrase);
        while let Some(next) = found.last().and_then(|before| further(tokens, before, lead)) {
            at = next.to;
            found.push(next);
        }
        share(&mut found[group..]);
        told_again(tokens, &mut found, group);
    }
    found
}

/// `ngày 20 tháng Chạp năm Nhâm Dần, tức ngày 11/01/2023`: one day, by two calendars.
fn told_again(tokens: &[Token], found: &mut Vec<Phrase>, at: usize) {
    let Some(before) = at.checked_sub(1).map(|before| &found[before]) else { return };
    let again = &found[at];
    let between = &tokens[before.to..again.from];
    if before.calendar == again.calendar || !lunar::is_told_again(between) {
        return;
    }
    let solar = if before.calendar == Calendar::Solar { before } else { again };
    let open = between.iter().any(|token| token.is('('));
    let closed = open && tokens.get(again.to).is_some_and(|token| token.is(')'));
    let to = again.to + usize::from(closed);
    let kind = before.kind;
    let whole = Phrase { from: before.from, to, kind, shares: before.shares, ..solar.clone() };
    found[at - 1] = whole;
    found.remove(at);
}

fn phrase(tokens: &[Token], from: usize) -> Option<(Phrase, Lead)> {
    let rest = &tokens[from..];
    let bare = |kind, len, relative| Phrase {
        from,
        to: from + len,
        kind,
        first: None,
        last: None,
        last_excluded: false,
        relative,
        shares: false,
        calendar: Calendar::Solar,
    };
    if let Some(hit) = REFERENCES.at(rest) {
        return Some((bare(DateKind::Reference, hit.len, None), Lead::None));
    }
    if goes_on(tokens, from) {
        return None;
    }
    if let Some((len, relative)) = relative(rest) {
        return Some((bare(DateKind::Reference, len, Some(relative)), Lead::None));
    }
    first_days(tokens, from)
        .or_else(|| dated(tokens, from))
        .or_else(|| every_year(tokens, from))
        .or_else(|| {
            recurring(tokens, from).map(|len| (bare(DateKind::Recurring, len, None), Lead::None))
        })
}

/// `trong 3 ngày đầu tháng 8/2026`: so many days from the first.
fn first_days(tokens: &[Token], from: usize) -> Option<(Phrase, Lead)> {
    let rest = &tokens[from..];
    let mut at = word(rest, "within").unwrap_or(0);
    let count = bounded(rest.get(at)?, 15)?;
    at += 1;
    at += word(&rest[at..], "day")?;
    at += word(&rest[at..], "start")?;
    let found = atom(&rest[at..], Led::Yes).filter(|found| found.portion == Portion::Whole)?;
    let Unit::Month { month, year } = found.unit else { return None };
    let day = |day| Atom { unit: Unit::Day { day, month: Some(month), year }, ..found };
    let to = from + at + found.len;
    let (first, last) = (Some(day(1)), Some(day(count)));
    let (last_excluded, relative, shares) = (false, None, false);
    let kind = DateKind::Range;
    let calendar = Calendar::Solar;
    let phrase = Phrase { from, to, kind, first, last, last_excluded, relative, shares, calendar };
    Some((phrase, Lead::Within))
}

/// A number that goes on from something (`3,5`, `12/…`) begins no date.
fn goes_on(tokens: &[Token], from: usize) -> bool {
    from.checked_sub(1).is_some_and(|before| {
        matches!(tokens[before].kind, TokenKind::Mark('/' | '.' | ',' | '-'))
            && tokens[before].touches(&tokens[from])
            && tokens[from].number().is_some()
    })
}

fn dated(tokens: &[Token], from: usize) -> Option<(Phrase, Lead)> {
    let rest = &tokens[from..];
    let (lead, mut at) = lead(tokens, from);
    let led = if at == 0 { Led::No } else { Led::Yes };
    let behind = &rest[at..];
    let first =
        atom(behind, led).or_else(|| bare_year(behind, lead)).or_else(|| bare_day(behind, lead));
    let first = first.or_else(|| bare_range(behind))?;
    at += first.len;
    let mut run = Run::new(at);
    run.follow(rest, first, lead);
    let again = word(&rest[run.at..], "recurring");
    run.at += again.unwrap_or(0);
    let other = run.last.or(run.choice);
    if other.is_none() && again.is_none() && !stands(first.unit, lead, &rest[run.at..]) {
        return None;
    }
    let unit = other.map_or(first.unit, |other| first.unit.in_month_of(other.unit));
    let first = Atom { unit, ..first };
    let again = again.is_some() || run.last.is_none() && comes_again(tokens, from, first);
    let kind = if again { DateKind::Recurring } else { kind(lead, first, &run) };
    let (last, last_excluded) = (run.last, run.excluded);
    let (calendar, to) = calendar(tokens, from, from + run.at);
    Some((
        Phrase {
            from,
            to,
            kind,
            first: Some(first),
            last,
            last_excluded,
            relative: None,
            shares: false,
            calendar,
        },
        lead,
    ))
}

/// `định kỳ 6 tháng (trước ngày 15/6) và năm (trước ngày 15/12)`: a day in brackets behind the
/// period it is of.
fn comes_again(tokens: &[Token], from: usize, day: Atom) -> bool {
    let Unit::Day { month: Some(_), year: None, .. } = day.unit else { return false };
    let Some(bracket) = from.checked_sub(1).filter(|at| tokens[*at].is('(')) else { return false };
    let period = bracket.checked_sub(1).and_then(|at| role(&tokens[at..bracket]));
    let period = period.is_some_and(|(word, _)| matches!(word, "month" | "quarter" | "year"));
    let near = &tokens[bracket.saturating_sub(PERIODIC_REACH)..bracket];
    period && (0..near.len()).any(|at| word(&near[at..], "periodic").is_some())
}

/// Words between `định kỳ` and the last of its days.
const PERIODIC_REACH: usize = 20;

/// Whether a date without company dates anything: a day of no month does only behind `trước ngày`
/// at the end of what is said, the start of a term and `nay` never do.
fn stands(unit: Unit, lead: Lead, behind: &[Token]) -> bool {
    match unit {
        Unit::Term | Unit::Now => false,
        Unit::Day { month: None, .. } => {
            matches!(lead, Lead::Before | Lead::By)
                && behind.first().is_none_or(|t| matches!(t.kind, TokenKind::Mark('.' | ';' | ')')))
        }
        _ => true,
    }
}

/// `hằng năm, trước ngày 15/12`: what comes again is said first.
fn every_year(tokens: &[Token], from: usize) -> Option<(Phrase, Lead)> {
    // `định kỳ ngày 25 hằng tháng`
    if let Some(len) = word(&tokens[from..], "periodic") {
        let (inner, lead) = dated(tokens, from + len)?;
        let again = inner.kind == DateKind::Recurring;
        return again.then_some((Phrase { from, ..inner }, lead));
    }
    let len = word(&tokens[from..], "recurring")?;
    let mark = tokens.get(from + len).is_some_and(|t| t.is(',') || t.is('(') || t.is(':'));
    let (inner, lead) = dated(tokens, from + len + usize::from(mark))?;
    let day = inner.first.filter(|_| inner.last.is_none())?;
    let yearless =
        matches!(day.unit, Unit::Day { year: None, .. } | Unit::Month { year: None, .. });
    yearless.then_some((Phrase { from, kind: DateKind::Recurring, ..inner }, lead))
}

/// `từ 2018 đến 2020`, `2018 - 2023`, `2018, 2019 và 2020`: years without the word.
fn bare_year(rest: &[Token], lead: Lead) -> Option<Atom> {
    let first = year(rest.first()?)?;
    let next = rest.get(1)?;
    let ranged = match lead {
        Lead::From => word(&rest[1..], "until").is_some(),
        _ => false,
    };
    let dashed = next.is('-') && rest.get(2).and_then(year).is_some_and(|second| second > first);
    let joint = if next.is(',') { Some(1) } else { word(&rest[1..], "and") };
    let second = joint.and_then(|len| rest.get(1 + len)).and_then(year);
    let listed = second == Some(first + 1);
    let unit = Unit::Year { year: Year::Written(first) };
    (ranged || dashed || listed).then_some(Atom { len: 1, portion: Portion::Whole, unit })
}

/// `từ 05 đến 10 tháng 6`: a number alone, with its month behind the other end.
fn bare_day(rest: &[Token], lead: Lead) -> Option<Atom> {
    let day = bounded(rest.first().filter(|_| lead == Lead::From)?, 31)?;
    let first =
        Atom { len: 1, portion: Portion::Whole, unit: Unit::Day { day, month: None, year: None } };
    let mut run = Run::new(1);
    run.follow(rest, first, lead);
    let whole = run.last.is_some_and(|last| matches!(last.unit, Unit::Day { month: Some(_), .. }));
    whole.then_some(first)
}

/// `01/10 - 20/10/2022`: a day and month before a dash and a whole date.
fn bare_range(rest: &[Token]) -> Option<Atom> {
    let day = |rest: &[Token]| {
        numeric(rest, Led::Yes).filter(|(_, unit)| matches!(unit, Unit::Day { .. }))
    };
    let (len, unit) = day(rest)?;
    let (_, last) = day(rest.get(len + 1..)?).filter(|_| rest[len].is('-'))?;
    let open = unit.year().is_none() && last.year().is_some();
    open.then_some(Atom { len, portion: Portion::Whole, unit })
}

/// What a date amounts to under its lead.
pub(super) fn kind(lead: Lead, first: Atom, run: &Run) -> DateKind {
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
        (_, Some(_)) | (Lead::From, None) => return DateKind::Range,
        _ => {}
    }
    match (first.portion, first.unit) {
        (Portion::Start, _) => DateKind::AboutStart,
        (Portion::Middle, _) => DateKind::AboutMiddle,
        (Portion::End, _) => DateKind::AboutEnd,
        (_, Unit::Day { .. }) => DateKind::On,
        (Portion::Whole, Unit::Quarter { .. }) => DateKind::Quarter,
        _ => DateKind::Within,
    }
}
