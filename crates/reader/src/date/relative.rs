//! Spans counted from some event: `sau 5 ngày làm việc kể từ ngày …`.

use super::atom::{Atom, Led, Unit, atom, role, word};
use super::number::{bounded, numeral};
use crate::lexicon::ANCHORS;
use crate::page::Token;

/// So many days, weeks or months after something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relative {
    pub count: i8,
    pub measure: Measure,
    pub anchor: Anchor,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    WorkingDays,
    /// Full hours; a day that has begun counts.
    Hours,
    Days,
    Weeks,
    Months,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Date(Atom),
    /// The day of the plan.
    Issued,
    /// The day spoken of last.
    Last,
    /// Something whose day the plan does not give.
    Event,
}

/// The relative date at the start of `rest`, and its tokens.
pub fn relative(rest: &[Token]) -> Option<(usize, Relative)> {
    if let Some(found) = before_event(rest).or_else(|| after_event(rest)) {
        return Some(found);
    }
    let (mut at, lead) = lead(rest)?;
    let (len, count) = count(&rest[at..])?;
    at += len;
    let (len, measure) = measure(&rest[at..])?;
    at += len;
    if let Some((len, anchor)) = anchor(&rest[at..]) {
        return Some((at + len, Relative { count, measure, anchor }));
    }
    // `trong 5 ngày` lasts; `sau 5 ngày làm việc` is counted from what the sentence says.
    let stands = lead == Lead::Sure || measure == Measure::WorkingDays;
    stands.then_some((at, Relative { count, measure, anchor: Anchor::Event }))
}

/// `trước đại hội 30 ngày`, `trước khi tổ chức hội nghị 10 ngày`.
fn before_event(rest: &[Token]) -> Option<(usize, Relative)> {
    let mut at = word(rest, "before")?;
    at += ANCHORS.at(&rest[at..]).filter(|hit| hit.value == "event")?.len;
    let (len, count) = count(rest.get(at..)?)?;
    at += len;
    let (len, measure) = measure(rest.get(at..)?)?;
    Some((at + len, Relative { count, measure, anchor: Anchor::Event }))
}

/// `10 ngày sau hội nghị`, `5 ngày làm việc kể từ ngày nhận`.
fn after_event(rest: &[Token]) -> Option<(usize, Relative)> {
    let (mut at, count) = bounded(rest.first()?, 99).map(|count| (1, count))?;
    let (len, measure) = measure(&rest[at..])?;
    at += len;
    at += word(&rest[at..], "after")?;
    at += ANCHORS.at(&rest[at..]).filter(|hit| hit.value == "event")?.len;
    Some((at, Relative { count, measure, anchor: Anchor::Event }))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// Says by itself that time is counted from something.
    Sure,
    Open,
}

fn lead(rest: &[Token]) -> Option<(usize, Lead)> {
    match role(rest)? {
        ("after", len) => {
            let inner = role(&rest[len..]).filter(|(word, _)| *word == "term_of");
            Some((len + inner.map_or(0, |(_, len)| len), Lead::Sure))
        }
        ("term_of", len) => Some((len, Lead::Sure)),
        ("by" | "within", len) => {
            let inner = word(&rest[len..], "after");
            Some((len + inner.unwrap_or(0), if inner.is_some() { Lead::Sure } else { Lead::Open }))
        }
        _ => None,
    }
}

fn count(rest: &[Token]) -> Option<(usize, i8)> {
    let first = rest.first()?;
    match bounded(first, 99) {
        Some(count) => {
            // `05 (năm) ngày`: the number again in words.
            let again = rest.get(1).is_some_and(|t| t.is('('))
                && rest.get(3).is_some_and(|t| t.is(')'))
                && numeral(&rest[2..]).is_some();
            Some((if again { 4 } else { 1 }, count))
        }
        None => numeral(rest),
    }
}

fn measure(rest: &[Token]) -> Option<(usize, Measure)> {
    Some(match role(rest)? {
        ("working_days", len) => (len, Measure::WorkingDays),
        ("hour", len) => (len, Measure::Hours),
        ("day" | "days", len) => (len, Measure::Days),
        ("week", len) => (len, Measure::Weeks),
        ("month", len) => (len, Measure::Months),
        _ => return None,
    })
}

/// What is counted from: `kể từ ngày 01/7/2020`, `kể từ ngày ban hành`, `sau khi kết thúc`.
fn anchor(rest: &[Token]) -> Option<(usize, Anchor)> {
    let (_, from) = match role(rest) {
        Some(found @ ("from" | "after" | "on" | "of", _)) => found,
        _ => return None,
    };
    if let Some(hit) = ANCHORS.at(&rest[from..]) {
        let anchor = match hit.value {
            "issued" => Anchor::Issued,
            "last" => Anchor::Last,
            _ => Anchor::Event,
        };
        return Some((from + hit.len, anchor));
    }
    match atom(&rest[from..], Led::Yes) {
        Some(date) if matches!(date.unit, Unit::Day { month: Some(_), .. }) => {
            Some((from + date.len, Anchor::Date(date)))
        }
        _ => Some((from, Anchor::Event)),
    }
}
