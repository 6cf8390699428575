//! What a conversion or a keyboard left in the text.

use super::warning;
use crate::cited::symbol;
use crate::page::Page;
use domain::plan::{Severity, Warning};
use domain::source::Span;

pub fn warnings(page: &Page) -> Vec<Warning> {
    let mut found = Vec::new();
    let chars = page.raw(Span::new(0, page.length()));
    let eth: Vec<usize> = places(chars, |c| c == 'Ð' || c == 'ð');
    note("WRONG_CODEPOINT", &eth, &mut found);
    note("MARKDOWN_MARKUP", &marks(chars), &mut found);
    let bookmark: Vec<char> = "[bookmark:".chars().collect();
    let artefacts = chars.windows(bookmark.len()).enumerate();
    let artefacts: Vec<usize> =
        artefacts.filter(|(_, w)| *w == bookmark.as_slice()).map(|(at, _)| at).collect();
    note("WORD_ARTEFACT", &artefacts, &mut found);
    let blurred = page.tokens.iter().filter(|token| {
        token.number().is_some() && page.raw(token.span).iter().any(|c| c.is_alphabetic())
    });
    let blurred: Vec<usize> = blurred.map(|token| token.span.from).collect();
    note("BLURRED_DIGITS", &blurred, &mut found);
    quotes(chars, &mut found);
    symbols(page, &mut found);
    found
}

fn places(chars: &[char], fits: impl Fn(char) -> bool) -> Vec<usize> {
    chars.iter().enumerate().filter(|(_, c)| fits(**c)).map(|(at, _)| at).collect()
}

/// Two stars beside a word, or a hash at the start of a line; a row of stars is a rule.
fn marks(chars: &[char]) -> Vec<usize> {
    let star = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| *c == '*');
    let stars = chars.windows(2).enumerate().filter(|(at, pair)| {
        *pair == ['*', '*'] && !star(at.checked_sub(1)) && !star(Some(at + 2))
    });
    let hashes = chars.windows(2).enumerate().filter(|(_, pair)| *pair == ['\n', '#']);
    stars.chain(hashes).map(|(at, _)| at).collect()
}

fn note(code: &str, places: &[usize], found: &mut Vec<Warning>) {
    if let Some(first) = places.iter().min() {
        let count = places.len().to_string();
        let span = Span::new(*first, first + 1);
        found.push(warning(code, Severity::Info, span, &[("count", &count)]));
    }
}

/// Curly quotes that open and do not close.
fn quotes(chars: &[char], found: &mut Vec<Warning>) {
    let (open, close) = (places(chars, |c| c == '“'), places(chars, |c| c == '”'));
    if open.len() != close.len() {
        let last = open.last().max(close.last()).copied().unwrap_or_default();
        let (opened, closed) = (open.len().to_string(), close.len().to_string());
        let facts = [("open", opened.as_str()), ("close", &closed)];
        let span = Span::new(last, last + 1);
        found.push(warning("UNBALANCED_PUNCTUATION", Severity::Info, span, &facts));
    }
}

/// `12/KH – TLĐ`: blanks inside a number's symbol.
fn symbols(page: &Page, found: &mut Vec<Warning>) {
    for line in &page.lines {
        let mut at = line.tokens.start;
        while at < line.tokens.end {
            let Some(len) = symbol::symbol(&page.tokens[at..line.tokens.end]) else {
                at += 1;
                continue;
            };
            let span = page.span(at..at + len);
            if page.raw(span).iter().any(|c| c.is_whitespace()) {
                let text = page.value(span);
                let facts = [("text", text.as_str())];
                found.push(warning("SYMBOL_SPACING", Severity::Info, span, &facts));
            }
            at += len;
        }
    }
}
