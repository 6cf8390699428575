//! Congresses, and the papers that go by the body they belong to.

use crate::body;
use crate::lexicon::{CONGRESS, MODIFIERS};
use crate::page::{Page, Token, roman};
use std::ops::Range;

/// The congresses named in `within`, as tokens: `Đại hội XI Công đoàn tỉnh`.
pub fn congresses(page: &Page, within: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let begins = CONGRESS.at(&page.tokens[at..within.end]).is_some();
        match begins.then(|| congress_at(page, at..within.end)).flatten() {
            Some(range) => {
                at = range.end;
                found.push(range);
            }
            None => at += 1,
        }
    }
    found
}

/// `Đại hội VIII Công đoàn …`, `Đại hội Công đoàn … lần thứ X`, behind the type.
pub fn congress_at(page: &Page, within: Range<usize>) -> Option<Range<usize>> {
    let start = within.start + open(&page.tokens[within.clone()]);
    let tokens = &page.tokens[start..within.end];
    let congress = CONGRESS.at(tokens).filter(|hit| hit.value == "congress")?;
    let within = start..within.end;
    let mut at = congress.len;
    let mut named = false;
    for _ in 0..6 {
        let rest = &tokens[at..];
        let Some(next) = rest.first() else { break };
        if let Some(hit) = CONGRESS.at(rest).filter(|hit| hit.value == "ordinal") {
            let counted =
                rest.get(hit.len).is_some_and(|t| roman(&t.key).is_some() || t.number().is_some());
            if !counted {
                break;
            }
            at += hit.len + 1;
        } else if next.upper() && roman(&next.key).is_some() {
            at += 1;
        } else if let Some(body) =
            body::named(page, within.start + at + open(rest)..within.end).filter(|_| !named)
        {
            at = body.end - within.start;
            named = true;
        } else {
            break;
        }
    }
    // `đại hội … cấp mình`: whose congress it is depends on the reader.
    let open = tokens.get(at).is_some_and(|next| next.is_word() && !next.capitalised())
        && MODIFIERS.whole(&tokens[at - 1..at]).is_some_and(|hit| hit.value == "level");
    Some(within.start..within.start + at).filter(|_| named && !open)
}

/// A programme without a number that is somebody's: `toàn khóa của Ban Chấp hành …`.
pub fn working_programme(page: &Page, within: Range<usize>) -> Option<Range<usize>> {
    let tokens = &page.tokens[within.clone()];
    let words = tokens.iter().take(6).take_while(|t| t.is_word() && !t.upper()).count();
    let of = (1..words).find(|at| {
        MODIFIERS.at(&tokens[*at..]).is_some_and(|hit| hit.value == "open" && hit.len == 1)
            && CONGRESS.within(&tokens[..*at]).is_some()
    })?;
    body::named(page, within.start + of + 1..within.end)
}

/// Tokens of `của` before a body.
fn open(rest: &[Token]) -> usize {
    MODIFIERS.at(rest).filter(|hit| hit.value == "open").map_or(0, |hit| hit.len)
}
