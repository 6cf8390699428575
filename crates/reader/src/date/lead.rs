//! The words that lead a date, with the hour and the weekday that may stand among them.

use super::atom::role;
use super::clock::{hours, is_ordinal, weekday};
use crate::page::Token;

/// The word that leads a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    None,
    On,
    Within,
    From,
    Between,
    Until,
    By,
    Before,
}

/// The words before a date: `chậm nhất là`, `xong trước 17 giờ, thứ Sáu, ngày`, `từ`.
pub fn lead(tokens: &[Token], from: usize) -> (Lead, usize) {
    let rest = &tokens[from..];
    let (mut lead, mut at) = (Lead::None, 0);
    for _ in 0..5 {
        let behind = &rest[at..];
        if let Some((next, len)) = led_by(behind) {
            lead = match (lead, next) {
                (Lead::By | Lead::Before, Lead::Within | Lead::On | Lead::Until | Lead::By) => lead,
                _ => next,
            };
            at += len;
            at += usize::from(lead == Lead::By && rest.get(at).is_some_and(|t| t.is(':')));
        } else if let Some(len) = hours(behind) {
            lead = match lead {
                // Until the hour, the day itself still counts.
                Lead::Before => Lead::By,
                // `từ 8 giờ đến 11 giờ ngày …` is one day.
                Lead::From => Lead::On,
                lead => lead,
            };
            at += len;
        } else if let Some(len) = weekday(behind).filter(|_| !is_ordinal(tokens, from + at)) {
            at += len;
        } else {
            break;
        }
    }
    (lead, at)
}

fn led_by(rest: &[Token]) -> Option<(Lead, usize)> {
    let (word, len) = role(rest)?;
    let lead = match word {
        "before" | "until_before" => Lead::Before,
        "by" => Lead::By,
        "until" => Lead::Until,
        "within" => Lead::Within,
        "on" => Lead::On,
        "from" => Lead::From,
        "between" => Lead::Between,
        _ => return None,
    };
    Some((lead, len))
}
