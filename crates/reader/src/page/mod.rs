//! The text as the grammar sees it: tokens in lines, each line with its number or bullet.

mod broken;
mod key;
mod marker;
mod noise;
mod table;
mod token;

pub use marker::{Marker, roman, roman_numeral};
pub use table::{Cell, Row};
pub use token::{Token, TokenKind, keys, tokens_of};

use domain::source::{Block, BlockKind, Look, Source, Span};
use domain::text::Text;
use std::ops::Range;

pub struct Page {
    chars: Vec<char>,
    mask: Vec<bool>,
    pub tokens: Vec<Token>,
    pub lines: Vec<Line>,
    /// The rows of its tables of duties.
    pub rows: Vec<Row>,
    /// The width at which the text is broken into lines, where it is.
    width: Option<broken::Width>,
}

/// A line as its author wrote it: one that was broken at the width of a page is whole again. It has
/// at least one token.
#[derive(Clone, Debug)]
pub struct Line {
    pub span: Span,
    /// All its tokens.
    pub tokens: Range<usize>,
    /// Its tokens behind the marker.
    pub words: Range<usize>,
    pub marker: Option<Marker>,
    /// The mark that closes the number, `.` or `-` or `)`.
    pub close: Option<char>,
    /// The number that the program which wrote the file shows before the line.
    pub label: Option<String>,
    pub look: Look,
    /// Marked as a heading by the file's format.
    pub heading: bool,
    /// An empty line stands before it.
    pub blank_before: bool,
    /// Its place, where it stands in a table of the file.
    pub cell: Option<Cell>,
}

impl Page {
    pub fn scan(source: &Source) -> Page {
        let plain;
        let blocks = if source.blocks.is_empty() {
            plain = Source::plain(&source.text).blocks;
            &plain
        } else {
            &source.blocks
        };
        let chars: Vec<char> = source.text.chars().collect();
        let mut mask = noise::mask(&chars);
        for block in blocks.iter().filter(|b| !matches!(b.kind, BlockKind::Cell { .. })) {
            noise::page_numbers(&chars, block.span, &mut mask);
        }
        let tokens = token::tokens(&chars, &mask);
        let width = broken::width(&source.text);
        let mut page = Page { chars, mask, tokens, lines: Vec::new(), rows: Vec::new(), width };
        for block in blocks {
            page.add(block);
        }
        page.rows = table::rows(&page);
        // What numbers a row of a table numbers no part of the text.
        for line in page.rows.iter().flat_map(|row| row.lines.clone()) {
            let line = &mut page.lines[line];
            (line.marker, line.words, line.label) = (None, line.tokens.clone(), None);
        }
        page
    }

    /// Length of the text in Unicode scalar values.
    pub fn length(&self) -> usize {
        self.chars.len()
    }

    /// The characters under `span`, as written.
    pub fn raw(&self, span: Span) -> &[char] {
        let to = span.to.min(self.chars.len());
        &self.chars[span.from.min(to)..to]
    }

    /// The words under `span` as a person would write them once: one blank between words, no marks
    /// of a conversion, NFC, `Ð` as `Đ`.
    pub fn value(&self, span: Span) -> String {
        let mut text = String::with_capacity(span.to.saturating_sub(span.from));
        for (at, c) in self.raw(span).iter().enumerate() {
            let hidden = self.mask[span.from + at];
            if hidden && *c == '*' || noise::dropped(*c, hidden) {
                continue;
            }
            match c {
                c if hidden || c.is_whitespace() => {
                    if !text.is_empty() && !text.ends_with(' ') {
                        text.push(' ');
                    }
                }
                c => text.push(*c),
            }
        }
        Text::new(&text).into_string()
    }

    /// The span from the first to the last of `tokens`; empty where there are none.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1)) {
            (Some(first), Some(last)) if last >= tokens.start => {
                Span::new(first.span.from, self.tokens[last].span.to)
            }
            (Some(first), _) => Span::new(first.span.from, first.span.from),
            _ => Span::new(self.chars.len(), self.chars.len()),
        }
    }

    /// [`Page::value`] of a range of tokens.
    pub fn words(&self, tokens: Range<usize>) -> String {
        self.value(self.span(tokens))
    }

    /// The span of a range of lines.
    pub fn lines_span(&self, lines: Range<usize>) -> Span {
        match (self.lines.get(lines.start), lines.end.checked_sub(1)) {
            (Some(first), Some(last)) if last >= lines.start => {
                Span::new(first.span.from, self.lines[last].span.to)
            }
            (Some(first), _) => Span::new(first.span.from, first.span.from),
            _ => Span::new(self.chars.len(), self.chars.len()),
        }
    }

    /// The tokens of a range of lines.
    pub fn lines_tokens(&self, lines: Range<usize>) -> Range<usize> {
        match (self.lines.get(lines.start), lines.end.checked_sub(1)) {
            (Some(first), Some(last)) if last >= lines.start => {
                first.tokens.start..self.lines[last].tokens.end
            }
            _ => 0..0,
        }
    }

    /// The row of a table of duties that a line stands in.
    pub fn row(&self, line: usize) -> Option<&Row> {
        let at = self.rows.partition_point(|row| row.lines.end <= line);
        self.rows.get(at).filter(|row| row.lines.contains(&line))
    }

    /// Blanks before a line; a tab is as wide as eight.
    pub fn indent(&self, line: &Line) -> usize {
        let before = self.chars[..line.span.from].iter().rev().take_while(|c| **c != '\n');
        before.map(|c| if *c == '\t' { 8 } else { 1 }).sum()
    }

    /// The line that holds a token.
    pub fn line_of(&self, token: usize) -> usize {
        self.lines.partition_point(|line| line.tokens.end <= token)
    }

    /// The pieces of a line that a wide gap or a tab keeps apart, as in a layout of two columns.
    pub fn cells(&self, line: &Line) -> Vec<Range<usize>> {
        let mut cells = Vec::new();
        let mut from = line.tokens.start;
        for at in line.tokens.clone().skip(1) {
            let gap = Span::new(self.tokens[at - 1].span.to, self.tokens[at].span.from);
            let raw = self.raw(gap);
            let wide = raw.len() > 3 && !raw.contains(&'\n');
            if wide || raw.contains(&'\t') || raw.contains(&'|') {
                cells.push(from..at);
                from = at;
            }
        }
        cells.push(from..line.tokens.end);
        cells
    }

    fn add(&mut self, block: &Block) {
        let to = block.span.to.min(self.chars.len());
        let mut from = block.span.from.min(to);
        while from < to {
            let end = self.chars[from..to].iter().position(|c| *c == '\n').map_or(to, |n| from + n);
            self.add_line(block, Span::new(from, end));
            from = end + 1;
        }
    }

    fn add_line(&mut self, block: &Block, within: Span) {
        let start = self.tokens.partition_point(|t| t.span.from < within.from);
        let end = self.tokens.partition_point(|t| t.span.from < within.to);
        if start >= end {
            return;
        }
        let mut line = Line {
            span: self.span(start..end),
            tokens: start..end,
            words: start..end,
            marker: None,
            close: None,
            label: None,
            look: block.look,
            heading: matches!(block.kind, BlockKind::Heading { .. }),
            blank_before: self.blank_before(start),
            cell: match block.kind {
                BlockKind::Cell { table, row, column } => Some(Cell { table, row, column }),
                _ => None,
            },
        };
        line.heading |= self.chars[within.from..line.span.from].contains(&'#');
        match &block.kind {
            BlockKind::Item { label, .. } if !label.trim().is_empty() => {
                line.label = Some(label.trim().to_owned());
                let shown: Vec<char> = label.chars().collect();
                let label = token::tokens(&shown, &vec![false; shown.len()]);
                line.marker = marker::marker(&label).map(|(m, _)| m).or(Some(Marker::Bullet('-')));
            }
            _ => {
                if let Some((marker, found)) = marker::marker(&self.tokens[start..end]) {
                    line.words = start + found.length..end;
                    line.marker = Some(marker);
                    line.close = found.close;
                }
            }
        }
        let goes_on = self.goes_on(&line);
        match self.lines.last_mut().filter(|_| goes_on) {
            Some(before) => {
                before.span.to = line.span.to;
                before.tokens.end = end;
                before.words.end = end;
            }
            None => self.lines.push(line),
        }
    }

    /// Strokes and tabs on the last row of a line.
    fn walls(&self, line: &Line) -> usize {
        let row = self.chars[line.span.from..].iter().take_while(|c| **c != '\n');
        row.filter(|c| matches!(c, '|' | '\t')).count()
    }

    fn blank_before(&self, token: usize) -> bool {
        let from = token.checked_sub(1).map_or(0, |before| self.tokens[before].span.to);
        let gap = Span::new(from, self.tokens[token].span.from);
        self.raw(gap).iter().filter(|c| **c == '\n').count() > 1
    }
}

impl Line {
    /// True where the line has letters and none is small.
    pub fn capitals(&self, page: &Page) -> bool {
        let words = || page.tokens[self.words.clone()].iter().filter(|t| t.is_word());
        words().next().is_some() && words().all(|t| t.upper())
    }

    /// A rule or a row of dots: no word and no number.
    pub fn is_rule(&self, page: &Page) -> bool {
        let mut words = page.tokens[self.tokens.clone()]
            .iter()
            .filter(|t| !matches!(t.kind, TokenKind::Mark(_)));
        match (words.next(), words.next()) {
            (None, _) => true,
            // `-----oOo-----`
            (Some(only), None) => only.key.chars().all(|c| c == 'o' || c == '0'),
            _ => false,
        }
    }

    pub fn ends_with(&self, page: &Page, mark: char) -> bool {
        page.tokens[self.tokens.clone()].last().is_some_and(|t| t.is(mark))
    }
}

#[cfg(test)]
mod tests;
