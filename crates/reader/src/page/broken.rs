//! Lines that were broken at the width of a page, made whole again.

use super::{Line, Marker, Page, Token, TokenKind, noise};
use crate::lexicon::{AUTHORITY, BASIS, DATES, DOCUMENT_TYPES, RECIPIENTS};
use domain::source::Span;
use unicode_normalization::char::is_combining_mark;

/// No page has longer lines.
const WIDEST: usize = 150;

/// Tokens of a line of place and date, at the most.
const LONGEST_HEAD: usize = 16;

/// No shorter line is broken by the width of a page.
const BROKEN_AT: usize = 50;

/// One in so many lines may have been broken by its author.
const ODD: usize = 8;

/// What is known of the width at which a text is broken.
#[derive(Clone, Copy, Debug)]
pub struct Width {
    least: usize,
    most: usize,
}

/// How long lines may be in a text that is broken at a width.
///
/// A line that goes on with a small letter says that its first word did not fit behind the one
/// before: lines are no longer than the two together, and as long as the longest that was broken.
pub fn width(text: &str) -> Option<Width> {
    let running = |line: &&str| !in_columns(line) && !noise::is_page_number(line);
    let lines: Vec<&str> = text.lines().map(str::trim).filter(running).collect();
    let letters = |line: &str| line.chars().filter(|c| !is_combining_mark(*c)).count();
    let small = |line: &str| line.chars().next().is_some_and(char::is_lowercase);
    let goes_on = |line: &str| line.ends_with([',', '-', '–']);
    let long = |line: &str| (BROKEN_AT..=WIDEST).contains(&letters(line));
    let pairs = || lines.windows(2).filter(|pair| long(pair[0]));
    let broken = || pairs().filter(|pair| small(pair[1]) || goes_on(pair[0]));
    let first = |line: &str| line.split_whitespace().next().map_or(0, letters);
    let mut room: Vec<usize> = broken().map(|pair| letters(pair[0]) + first(pair[1])).collect();
    room.sort_unstable();
    let most = *room.get(room.len() / ODD)?;
    let lengths = || lines.iter().map(|line| letters(line)).filter(|n| *n >= BROKEN_AT);
    let least = broken().map(|pair| letters(pair[0])).filter(|n| *n <= most).max()?;
    let longer = lengths().filter(|n| *n > most).count();
    (longer * 4 < lengths().count()).then_some(Width { least, most })
}

/// A line of two columns, or a rule.
fn in_columns(line: &str) -> bool {
    line.contains("    ") || line.contains('\t') || !line.contains(char::is_alphabetic)
}

impl Page {
    /// True of a line that goes on with the one before it: that one is long and ends in the middle of
    /// a sentence, or the next word found no room on it.
    pub(super) fn goes_on(&self, line: &Line) -> bool {
        let (Some(before), Some(end)) =
            (self.lines.last(), self.tokens[..line.tokens.start].last())
        else {
            return false;
        };
        let start = &self.tokens[line.tokens.start];
        if self.is_row(before) || self.is_row(line) {
            return false;
        }
        let row = self.row_before(before);
        let turned = self.page_ends(Span::new(end.span.to, line.span.from));
        let set_off = line.heading
            || line.label.is_some()
            || line.cell != before.cell
            || line.blank_before && !turned;
        let needs = row + 1 + self.word_at(start.span.from);
        let fills = |width: Width| row <= width.most && needs > width.least;
        let full = self.width.is_some_and(fills);
        let open = !matches!(end.kind, TokenKind::Mark('.' | ';' | ':' | '!' | '?'));
        let within = open && self.opens(before);
        let short = row < BROKEN_AT && !full;
        if set_off || short || !within && self.opens_a_part(before, line) {
            return false;
        }
        let inner = self.is_inner(line.tokens.start);
        if line.marker.is_some() {
            return within || full && open && self.is_no_marker(line, end);
        }
        if before.heading {
            return full && open && inner;
        }
        if full && !turned && (open || self.is_mid_text(start, end)) {
            return true;
        }
        open && (inner || within || end.is(',') || end.is('-'))
    }

    /// True of a line that begins something of its own, however full the line before it is.
    fn opens_a_part(&self, before: &Line, line: &Line) -> bool {
        let tokens = &self.tokens[line.tokens.clone()];
        let slip = DOCUMENT_TYPES.at(tokens).is_some_and(|hit| hit.value == "opinion_request");
        let basis = before.marker.is_none() && BASIS.at(tokens).is_some();
        let closes = RECIPIENTS.at(tokens).is_some() || AUTHORITY.at(tokens).is_some();
        let head = tokens.len() < LONGEST_HEAD && crate::letterhead::is_number_or_date(tokens)
            || line.capitals(self) && crate::body::head(tokens).is_some();
        tokens[0].capitalised() && (slip || basis || closes || head)
    }

    /// True of a word with which no sentence begins.
    fn is_inner(&self, at: usize) -> bool {
        let small = |token: &Token| token.is_word() && !token.capitalised();
        let start = &self.tokens[at];
        let next = self.tokens.get(at + 1).filter(|_| start.is('('));
        small(start) || start.number().is_some() || next.is_some_and(small)
    }

    /// True behind the end of a sentence that is not the end of what stands there.
    fn is_mid_text(&self, start: &Token, end: &Token) -> bool {
        let closes = self.tokens[..].partition_point(|t| t.span.to < end.span.to);
        let stroke = closes.checked_sub(1).is_some_and(|before| self.tokens[before].is('/'));
        let led = end.is(':') && !start.capitalised();
        let ends = matches!(end.kind, TokenKind::Mark('.' | ';')) && !stroke;
        start.is_word() && (ends || led)
    }

    /// True of a line with a bracket or a quotation that is still open.
    fn opens(&self, line: &Line) -> bool {
        let (mut brackets, mut quoted) = (0_usize, false);
        for token in &self.tokens[line.words.clone()] {
            match token.kind {
                TokenKind::Mark('(') => brackets += 1,
                TokenKind::Mark(')') => brackets = brackets.saturating_sub(1),
                TokenKind::Mark('"') => quoted = !quoted,
                _ => {}
            }
        }
        brackets > 0 || quoted
    }

    /// True where what looks like a number or bullet goes on with a date or a range: `ngày | 12.`,
    /// `2018 | - 2023`, `kinh tế | - xã hội`.
    fn is_no_marker(&self, line: &Line, end: &Token) -> bool {
        let dated = DATES.at(std::slice::from_ref(end)).is_some();
        let Some(next) = self.tokens[line.words.clone()].first() else { return true };
        let small = next.is_word() && !next.capitalised();
        let ranged = next.number().is_some() && end.number().is_some();
        match line.marker {
            Some(Marker::Bullet('-')) => ranged || small,
            Some(Marker::Arabic(_) | Marker::Roman(_)) => dated,
            _ => false,
        }
    }

    /// True where the number of a page stands in a gap between two words.
    fn page_ends(&self, gap: Span) -> bool {
        self.raw(gap).iter().any(char::is_ascii_digit)
    }

    /// True of a row of a table whose cells stand between strokes or tabs.
    fn is_row(&self, line: &Line) -> bool {
        self.walls(line) > 1
    }

    /// Letters of the last row of a line, with what a conversion left on it.
    fn row_before(&self, line: &Line) -> usize {
        let (before, behind) = self.chars.split_at(line.span.to);
        let behind = behind.iter().take_while(|c| !c.is_whitespace());
        let behind = behind.filter(|c| !is_combining_mark(**c)).count();
        let row = before.iter().rev().take_while(|c| **c != '\n');
        let (mut letters, mut blank) = (behind, 0);
        for c in row {
            blank = if c.is_whitespace() { blank + 1 } else { 0 };
            letters += usize::from(!is_combining_mark(*c));
        }
        letters - blank
    }

    /// Letters up to the next blank.
    fn word_at(&self, from: usize) -> usize {
        let word = self.chars[from..].iter().take_while(|c| !c.is_whitespace());
        word.filter(|c| !is_combining_mark(**c)).count()
    }
}
