//! What a conversion left in the text and no author wrote: Markdown, tags, bookmarks.

use super::token::{Token, tokens_of};
use crate::lexicon::PAGES;
use domain::source::Span;
use unicode_normalization::char::is_combining_mark;

/// A longer line is no number of a page.
const LONGEST_NUMBER: usize = 16;

/// For every character whether it is to be passed over.
pub fn mask(chars: &[char]) -> Vec<bool> {
    let mut mask = vec![false; chars.len()];
    let mut at = 0;
    while at < chars.len() {
        let length = run(chars, at);
        mask[at..at + length].fill(true);
        at += length.max(1);
    }
    let mut from = 0;
    for line in chars.split(|c| *c == '\n') {
        spaced_letters(line, &mut mask[from..from + line.len()]);
        from += line.len() + 1;
    }
    mask
}

/// Passes over the lines of a block that are nothing but the number of a page.
pub fn page_numbers(chars: &[char], block: Span, mask: &mut [bool]) {
    let to = block.to.min(chars.len());
    let mut from = block.from.min(to);
    for line in chars[from..to].split(|c| *c == '\n') {
        let end = from + line.len();
        if line.len() <= LONGEST_NUMBER && is_page_number(&line.iter().collect::<String>()) {
            mask[from..end].fill(true);
        }
        from = end + 1;
    }
}

/// `- 2 -`, `2`, `Trang 2/5`.
pub fn is_page_number(line: &str) -> bool {
    if line.len() > 2 * LONGEST_NUMBER {
        return false;
    }
    let small = |token: &Token| token.number().is_some_and(|n| n < 1_000);
    let tokens = tokens_of(line);
    let named = PAGES.at(&tokens).is_some();
    match tokens.as_slice() {
        [number] => small(number),
        [_, number] => named && small(number),
        [before, number, after] => before.is('-') && after.is('-') && small(number),
        [_, number, stroke, all] => named && small(number) && stroke.is('/') && small(all),
        _ => false,
    }
}

/// True of characters that stand within a word and are no part of it: those without width, and
/// the blanks of a word set with its letters apart.
pub fn dropped(c: char, masked: bool) -> bool {
    invisible(c) || masked && c == ' '
}

/// Letters set apart one by one, as typists space a heading: `K Ế   H O Ạ C H`.
fn spaced_letters(line: &[char], mask: &mut [bool]) {
    let apart = line.split(|c| c.is_whitespace()).filter(|word| !word.is_empty());
    let (mut letters, mut others) = (0, 0);
    for word in apart {
        let single = word[0].is_uppercase() && word[1..].iter().all(|c| is_combining_mark(*c));
        *(if single { &mut letters } else { &mut others }) += 1;
    }
    if letters < 4 || others > 0 {
        return;
    }
    for at in 1..line.len().saturating_sub(1) {
        let alone = !line[at - 1].is_whitespace() && !line[at + 1].is_whitespace();
        mask[at] |= line[at] == ' ' && alone;
    }
}

/// True of characters that have no width: they do not part two words.
fn invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn run(chars: &[char], at: usize) -> usize {
    let rest = &chars[at..];
    match rest[0] {
        c if invisible(c) => 1,
        '*' if line_start(chars, at) && rest.get(1).is_some_and(|c| *c == ' ' || *c == '\t') => 0,
        '*' | '|' | '`' => 1,
        '#' | '>' if line_start(chars, at) => rest.iter().take_while(|c| **c == rest[0]).count(),
        '_' | '=' => Some(rest.iter().take_while(|c| **c == rest[0]).count())
            .filter(|length| *length > 1)
            .unwrap_or(0),
        '\\' if rest.get(1).is_some_and(char::is_ascii_punctuation) => 1,
        '<' => tag(rest),
        '&' => entity(rest),
        '[' => bookmark(rest),
        _ => 0,
    }
}

fn line_start(chars: &[char], at: usize) -> bool {
    chars[..at].iter().rev().take(8).find(|c| !matches!(c, ' ' | '\t')).is_none_or(|c| *c == '\n')
}

fn tag(rest: &[char]) -> usize {
    let name = rest.get(1).copied().unwrap_or(' ');
    if !(name.is_ascii_alphabetic() || name == '/' || name == '!') {
        return 0;
    }
    closing(rest, '>', 120)
}

fn entity(rest: &[char]) -> usize {
    let length = closing(rest, ';', 8);
    let word = rest.iter().take(length).skip(1);
    let plain = word.clone().take(length.saturating_sub(2));
    if plain.clone().all(|c| c.is_ascii_alphanumeric() || *c == '#') { length } else { 0 }
}

fn bookmark(rest: &[char]) -> usize {
    let word: String = rest.iter().skip(1).take(9).collect();
    if word == "bookmark:" { closing(rest, ']', 80) } else { 0 }
}

fn closing(rest: &[char], end: char, limit: usize) -> usize {
    let line = rest.iter().take(limit).take_while(|c| **c != '\n');
    line.into_iter().position(|c| *c == end).map_or(0, |at| at + 1)
}
