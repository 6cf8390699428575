//! Dates of the lunar calendar, which the plan's own calendar does not have.

use super::atom::word;
use crate::lexicon::LUNAR;
use crate::page::Token;

/// By which calendar a date is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    Solar,
    Lunar,
}

/// The calendar of the date at `from..to`, and where it ends with the words that say so.
pub fn calendar(tokens: &[Token], from: usize, to: usize) -> (Calendar, usize) {
    let year = lunar_year(&tokens[to..]).map_or(to, |len| to + len);
    let bracket = usize::from(tokens.get(year).is_some_and(|t| t.is('(')));
    let said = LUNAR.at(&tokens[(year + bracket).min(tokens.len())..]);
    let said = said.filter(|hit| hit.value == "behind");
    let end = said.map_or(year, |hit| {
        let end = year + bracket + hit.len;
        end + usize::from(bracket > 0 && tokens.get(end).is_some_and(|t| t.is(')')))
    });
    let led = from.checked_sub(1).and_then(|before| LUNAR.at(&tokens[before..from]));
    let led = led.is_some_and(|hit| hit.value == "before");
    let lunar = end > to || led || is_lunar(&tokens[from..to]);
    (if lunar { Calendar::Lunar } else { Calendar::Solar }, end)
}

/// True where the words of a date are of the lunar calendar.
pub fn is_lunar(tokens: &[Token]) -> bool {
    let named = |hit: &str| matches!(hit, "month" | "before" | "behind");
    LUNAR.all_within(tokens).any(|(_, hit)| named(hit.value))
        || (0..tokens.len()).any(|at| lunar_year(&tokens[at..]).is_some())
}

/// True where `between` two dates says that the second is the first told again: `…, tức ngày …`.
pub fn is_told_again(between: &[Token]) -> bool {
    let again = LUNAR.all_within(between).any(|(_, hit)| hit.value == "again");
    again && between.len() <= 4
}

/// Tokens of `năm Nhâm Dần` at the start of `rest`.
fn lunar_year(rest: &[Token]) -> Option<usize> {
    let at = word(rest, "year")?;
    let named = |at: usize, what: &str| {
        let token = rest.get(at).filter(|t| t.capitalised()).map(std::slice::from_ref);
        token.and_then(|t| LUNAR.at(t)).is_some_and(|hit| hit.value == what)
    };
    (named(at, "stem") && named(at + 1, "branch")).then_some(at + 2)
}
