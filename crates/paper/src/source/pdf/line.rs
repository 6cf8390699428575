//! Glyphs as pieces of lines: a piece ends where the drawing jumps.

use super::drawn::{Drawn, Glyph, Rule};
use std::ops::Range;

/// Words that stand beside one another, drawn in one go.
#[derive(Clone, Debug)]
pub struct Line {
    pub words: String,
    pub x: i32,
    pub end: i32,
    /// Where it ends with the blanks behind its last word.
    pub reach: i32,
    pub base: i32,
    pub size: i32,
    /// How wide its first word is.
    pub first: i32,
    pub letters: usize,
    pub bold: usize,
    pub italic: usize,
    /// Small figures and stars above the line, as those that point at a note.
    pub raised: Vec<Range<usize>>,
    /// Where it stands side by side with others.
    pub cell: Option<Cell>,
}

/// A cell of a table, or one of two columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub table: u32,
    pub row: u32,
    pub column: u32,
    pub frame: Frame,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Frame {
    /// Columns with nothing between them, such as a letterhead.
    Open,
    /// Strokes part the cells.
    Ruled,
}

/// The pieces of a page in the order of drawing.
pub fn lines(page: &Drawn) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut run: Vec<&Glyph> = Vec::new();
    for glyph in &page.glyphs {
        if run.last().is_some_and(|last| !goes_on(&run, last, glyph)) {
            pieces(&run, &page.rules, &mut lines);
            run.clear();
        }
        run.push(glyph);
    }
    pieces(&run, &page.rules, &mut lines);
    lines
}

/// Whether `glyph` stands behind `last` on the same line; raised and lowered marks do.
fn goes_on(run: &[&Glyph], last: &Glyph, glyph: &Glyph) -> bool {
    let size = run[0].size.max(glyph.size);
    let same_line = glyph.base.abs_diff(run[0].base) <= size.unsigned_abs() * 45 / 100;
    same_line && glyph.x >= last.end - size * 6 / 10
}

/// Cuts a run at wide gaps and at upright strokes, as between columns.
fn pieces(run: &[&Glyph], rules: &[Rule], lines: &mut Vec<Line>) {
    let mut visible = run.iter().enumerate().filter(|(_, glyph)| !glyph.is_blank());
    let Some((first, _)) = visible.next() else { return };
    let wide = wide_gap(run);
    let spaced = run.iter().any(|glyph| glyph.is_blank());
    let mut line = Line::of(run[first]);
    let mut before = first;
    let usual = run.iter().filter(|glyph| !glyph.is_blank()).max_by_key(|glyph| glyph.size);
    let usual = usual.unwrap_or(&run[first]);
    line.raise(run[first], usual);
    for (at, glyph) in visible {
        let last = run[before];
        let gap = glyph.x - last.end;
        let blanks = &run[before + 1..at];
        // Blanks that are drawn are the author's own, however many.
        let drawn: i64 = blanks.iter().map(|blank| i64::from(blank.end - blank.x)).sum();
        let typed = blanks.len() > 1 && i64::from(gap) < drawn * 13 / 10;
        let stroke = rules.iter().any(|rule| rule.parts(last, glyph));
        // Where blanks are drawn, a small gap between letters is only loose setting.
        let loose = if spaced { 40 } else { 15 };
        if stroke || gap > wide && !typed && !is_marker(&line.words) {
            lines.push(line);
            line = Line::of(glyph);
        } else {
            if !blanks.is_empty() || gap > glyph.size * loose / 100 {
                line.blank(last, if typed { blanks.len() } else { 1 });
            }
            line.add(glyph);
        }
        line.raise(glyph, usual);
        before = at;
    }
    line.reach = run.iter().map(|glyph| glyph.end).fold(line.end, i32::max);
    lines.push(line);
}

/// From which width on a gap parts columns: wide in itself, and against the others of a line that
/// is stretched to the margin.
fn wide_gap(run: &[&Glyph]) -> i32 {
    let visible: Vec<&&Glyph> = run.iter().filter(|glyph| !glyph.is_blank()).collect();
    let size = run[0].size;
    let gaps = visible.windows(2).map(|pair| pair[1].x - pair[0].end);
    let mut gaps: Vec<i32> = gaps.filter(|gap| *gap > size * 15 / 100).collect();
    gaps.sort_unstable();
    let usual = if gaps.len() > 2 { gaps[(gaps.len() - 1) / 2] } else { 0 };
    (size * 22 / 10).max(usual.saturating_mul(5) / 2)
}

/// `-`, `1.`, `a)` stand far from what they number.
pub fn is_marker(words: &str) -> bool {
    let words = words.trim();
    let bare = words.trim_end_matches(['.', ')', '/']);
    let count = bare.chars().count();
    let closed = bare.len() < words.len();
    match count {
        0 => false,
        1 => closed || bare.chars().all(|c| !c.is_alphanumeric()),
        2..=8 => closed && (bare.chars().all(|c| c.is_ascii_digit() || c == '.') || is_roman(bare)),
        _ => false,
    }
}

pub fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'))
}

impl Rule {
    fn parts(self, left: &Glyph, right: &Glyph) -> bool {
        let middle = right.base - right.size / 3;
        let between = left.end - 100 <= self.x && self.x <= right.x + 100;
        between && self.top <= middle && middle <= self.bottom
    }
}

impl Line {
    fn of(glyph: &Glyph) -> Line {
        let Glyph { x, end, base, size, .. } = *glyph;
        let words = String::new();
        let (letters, bold, italic) = (0, 0, 0);
        let mut line = Line {
            words,
            x,
            end,
            reach: end,
            base,
            size,
            first: 0,
            letters,
            bold,
            italic,
            raised: Vec::new(),
            cell: None,
        };
        line.add(glyph);
        line
    }

    fn blank(&mut self, last: &Glyph, count: usize) {
        if self.first == 0 {
            self.first = last.end - self.x;
        }
        self.words.extend(std::iter::repeat_n(' ', count));
    }

    fn add(&mut self, glyph: &Glyph) {
        self.words.push_str(&glyph.letters);
        self.end = self.end.max(glyph.end);
        self.reach = self.end;
        if glyph.size > self.size {
            (self.size, self.base) = (glyph.size, glyph.base);
        }
        let letters = glyph.letters.chars().filter(|c| c.is_alphanumeric()).count();
        self.letters += letters;
        self.bold += if glyph.face.bold { letters } else { 0 };
        self.italic += if glyph.face.italic { letters } else { 0 };
    }

    /// Keeps the place of `glyph`, the last of the words, if it is raised above the `usual` ones.
    fn raise(&mut self, glyph: &Glyph, usual: &Glyph) {
        let sign = glyph.letters.chars().all(|c| c.is_ascii_digit() || c == '*');
        if !sign || glyph.size * 10 > usual.size * 8 || glyph.base >= usual.base {
            return;
        }
        let end = self.words.len();
        let start = end - glyph.letters.len();
        match self.raised.last_mut().filter(|before| before.end == start) {
            Some(before) => before.end = end,
            None => self.raised.push(start..end),
        }
    }

    /// How wide the first word is; a line of one word is that word.
    pub fn first_word(&self) -> i32 {
        if self.first > 0 { self.first } else { self.end - self.x }
    }

    pub fn is_bold(&self) -> bool {
        self.letters > 0 && self.bold == self.letters
    }

    pub fn is_capital(&self) -> bool {
        !self.words.chars().any(char::is_lowercase)
    }

    /// Whether the two stand on one height, one beside the other.
    pub fn is_beside(&self, other: &Line) -> bool {
        let size = self.size.min(other.size).unsigned_abs();
        let level = self.base.abs_diff(other.base) < size * 6 / 10;
        level && (self.end <= other.x || other.end <= self.x)
    }
}
