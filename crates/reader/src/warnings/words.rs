//! Slips of the keyboard that can be told without a dictionary, brackets that do not close.

use super::warning;
use crate::lexicon::{GAPS, Lexicon, SLIPS};
use crate::page::{Page, Token};
use crate::parts::Part;
use domain::plan::{Document, Severity, Warning};

pub fn warnings(page: &Page, part: &Part, document: &Document, found: &mut Vec<Warning>) {
    for line in part.lines.clone() {
        let tokens = page.lines[line].tokens.clone();
        slips(page, tokens.clone(), &SLIPS, "TYPO", found);
        slips(page, tokens, &GAPS, "MISSING_WORDS", found);
        bracket(page, line, found);
    }
    let braced = document.recipients.iter().filter(|r| r.inferred);
    if let Some(purpose) = braced.clone().find_map(|r| r.purpose.as_deref()) {
        let count = braced.count().to_string();
        let facts = [("purpose", purpose), ("count", &count)];
        let span = page.lines_span(part.recipients.clone());
        found.push(warning("BRACED_RECIPIENT_NOTE", Severity::Info, span, &facts));
    }
}

fn slips(
    page: &Page,
    tokens: std::ops::Range<usize>,
    known: &'static Lexicon,
    code: &str,
    found: &mut Vec<Warning>,
) {
    for (at, hit) in known.all_within(&page.tokens[tokens.clone()]) {
        let span = page.span(tokens.start + at..tokens.start + at + hit.len);
        let written = page.value(span);
        let facts = [("written", written.as_str()), ("right", hit.value)];
        found.push(warning(code, Severity::Info, span, &facts));
    }
}

/// A bracket without its other half; `a)` and `1)` within a sentence number its parts.
fn bracket(page: &Page, line: usize, found: &mut Vec<Warning>) {
    let mut open: Vec<usize> = Vec::new();
    for at in page.lines[line].words.clone() {
        let token = &page.tokens[at];
        if token.is('(') {
            open.push(at);
        } else if token.is(')') && open.pop().is_none() && !numbers_a_part(&page.tokens[..at]) {
            open.push(at);
            break;
        }
    }
    // What opens here may close on the next line of the same sentence.
    let goes_on = !page.lines[line].ends_with(page, '.') && !page.lines[line].ends_with(page, ';');
    let Some(first) = open.first().copied() else { return };
    if page.tokens[first].is(')') || !goes_on {
        let span = page.tokens[first].span;
        found.push(warning("UNBALANCED_BRACKET", Severity::Info, span, &[]));
    }
}

fn numbers_a_part(before: &[Token]) -> bool {
    before.last().is_some_and(|t| t.number().is_some() || t.key.chars().count() < 3)
}
