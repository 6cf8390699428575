//! Lines joined to the paragraphs they were broken from.

use super::Page;
use super::line::{Cell, Frame, Line, is_marker, is_roman};
use crate::source::compose::Composed;
use crate::source::signs::shown;
use domain::source::{BlockKind, Look};
use unicode_normalization::UnicodeNormalization as _;

/// Writes the lines of all pages as blocks; a paragraph may go on on the next page.
pub fn write(pages: &[Page], composed: &mut Composed) {
    let mut open: Option<Paragraph> = None;
    for page in pages {
        let area = Area::of(page);
        for line in &page.lines {
            let place = Place::of(line, page, area);
            match &mut open {
                Some(paragraph) if paragraph.goes_on(line, place) => paragraph.add(line, place),
                _ => {
                    let gap = open.as_ref().is_some_and(|before| before.stands_apart(line, place));
                    if let Some(paragraph) = open.replace(Paragraph::of(line, place)) {
                        paragraph.write(composed);
                    }
                    if gap {
                        composed.block("", BlockKind::Paragraph, Look::default());
                    }
                }
            }
        }
    }
    if let Some(paragraph) = open {
        paragraph.write(composed);
    }
}

/// Where the lines of a page begin and end.
#[derive(Clone, Copy)]
struct Area {
    left: i32,
    right: i32,
}

/// Where a line stands: the area of its page or column, and which of the two.
#[derive(Clone, Copy)]
struct Place {
    area: Area,
    cell: Option<Cell>,
    centred: bool,
    /// How far apart the lines of one paragraph of a cell stand; 0 where all stand alike.
    pitch: i32,
}

struct Paragraph {
    words: String,
    last: Line,
    /// Where its first line begins.
    first_x: i32,
    /// How many lines it has.
    count: usize,
    place: Place,
    letters: usize,
    bold: usize,
    italic: usize,
}

impl Area {
    /// The margins: where the lines that run along the page begin and end.
    fn of(page: &Page) -> Area {
        let long = |line: &&Line| line.cell.is_none() && line.end - line.x > page.width / 3;
        Area::around(page.lines.iter().filter(long), page)
    }

    fn of_cell(page: &Page, cell: Cell) -> Area {
        Area::around(page.lines.iter().filter(|line| line.cell == Some(cell)), page)
    }

    fn around<'a>(lines: impl Iterator<Item = &'a Line> + Clone, page: &Page) -> Area {
        let left = lines.clone().map(|line| line.x).min();
        let right = lines.map(|line| line.end).max();
        Area { left: left.unwrap_or(page.width / 8), right: right.unwrap_or(page.width / 8 * 7) }
    }
}

impl Place {
    fn of(line: &Line, page: &Page, text: Area) -> Place {
        let area = line.cell.map_or(text, |cell| Area::of_cell(page, cell));
        let (before, behind) = (line.x - area.left, area.right - line.end);
        let alone = || page.lines.iter().filter(|one| one.cell == line.cell).count() == 1;
        // As far from either margin; a line that fills its area is as much centred as not.
        let centred = before.abs_diff(behind) < 400
            && (before > line.size || line.cell.is_some() && !alone());
        let pitch = line.cell.map_or(0, |cell| pitch(page, cell));
        Place { area, cell: line.cell, centred, pitch }
    }
}

/// The smallest distance between lines of a cell, if some stand clearly further apart.
fn pitch(page: &Page, cell: Cell) -> i32 {
    let lines = || page.lines.iter().filter(|line| line.cell == Some(cell)).map(|line| line.base);
    let steps = || lines().skip(1).zip(lines()).map(|(base, before)| base - before);
    match (steps().filter(|step| *step > 0).min(), steps().max()) {
        (Some(least), Some(most)) if most > least * 6 / 5 => least,
        _ => 0,
    }
}

impl Paragraph {
    fn of(line: &Line, place: Place) -> Paragraph {
        let (words, count) = (line.words.clone(), 1);
        let Line { letters, bold, italic, .. } = *line;
        Paragraph {
            words,
            last: line.clone(),
            first_x: line.x,
            count,
            place,
            letters,
            bold,
            italic,
        }
    }

    fn add(&mut self, line: &Line, place: Place) {
        // A line may be broken behind a stroke within a word: `362/KH-` and `LĐLĐ`.
        let mut end = self.words.chars().rev();
        let stroke = matches!(end.next(), Some('-' | '/'));
        let within = stroke && end.next().is_some_and(char::is_alphanumeric)
            || self.words.ends_with("...") && line.words.starts_with("...");
        if !within {
            self.words.push(' ');
        }
        self.words.push_str(&line.words);
        self.last = line.clone();
        self.count += 1;
        self.place = place;
        self.letters += line.letters;
        self.bold += line.bold;
        self.italic += line.italic;
    }

    /// Whether `line` was broken from this paragraph: its first word had no room any more, and
    /// nothing in it begins anew.
    fn goes_on(&self, line: &Line, place: Place) -> bool {
        if self.place.cell != place.cell || self.stands_apart(line, place) {
            return false;
        }
        let last = &self.last;
        let blank = last.size / 4;
        let Area { left, right } = self.place.area;
        let centred = self.place.centred && place.centred;
        // What is centred leaves room at both sides.
        let end = if centred { left + last.reach - last.x } else { last.reach };
        let full = end + blank + line.first_word() > right;
        if !full || last.size.abs_diff(line.size) > 150 {
            return false;
        }
        let dots = self.words.ends_with("...") && line.words.starts_with("...");
        let rule = !dots && (is_rule(&self.words) || is_rule(&line.words));
        let turned = self.count == 1 && last.is_bold() && line.bold == 0 && line.letters > 0;
        if turned || rule || begins_anew(&self.words, &line.words) {
            return false;
        }
        if let Some(cell) = place.cell {
            // Names above one another are as often two as one; an item tells that it goes on, and
            // lines in capitals that stand closer than others do.
            let open = !self.words.ends_with([';', '.', ':']);
            let item = cell.frame == Frame::Ruled || is_marker(first_word(&self.words));
            let close = centred && line.base - last.base <= place.pitch + 50;
            let alike = last.is_bold() == line.is_bold() && last.is_capital() && line.is_capital();
            return open && item || close && alike;
        }
        if centred {
            return last.is_bold() == line.is_bold();
        }
        self.fits_indent(line, place)
    }

    /// A first line is set in, or the later ones are; a line set in where neither is the case
    /// begins a paragraph.
    fn fits_indent(&self, line: &Line, place: Place) -> bool {
        let half = line.size / 2;
        let indent = line.x - place.area.left;
        let before = self.last.x - self.place.area.left;
        let hangs = is_marker(first_word(&self.words)) && self.count == 1;
        match indent - before {
            further if further > half => hangs && further < line.size * 5,
            back if back < -half => self.count == 1,
            // Two lines set in alike, of which the first is the first of its paragraph.
            _ if indent >= half => self.count > 1 || hangs,
            _ => !self.ends_a_sentence(line),
        }
    }

    /// Where neither indents nor a straight margin tell paragraphs apart, a sentence that ends with
    /// its line ends its paragraph.
    fn ends_a_sentence(&self, line: &Line) -> bool {
        let straight = self.last.end.abs_diff(self.place.area.right) < 150;
        let indented = self.first_x - self.place.area.left > self.last.size / 2;
        let ended = self.words.ends_with(['.', '!', '?']);
        let capital = line.words.starts_with(char::is_uppercase);
        !straight && !indented && ended && capital
    }

    /// Whether more than the usual space lies between, as where a line was left free.
    fn stands_apart(&self, line: &Line, place: Place) -> bool {
        let down = line.base - self.last.base;
        let size = self.last.size.max(line.size);
        self.place.cell == place.cell && down > size * 21 / 10
    }

    fn write(self, composed: &mut Composed) {
        let Paragraph { words, place, letters, bold, italic, .. } = self;
        let kind = match place.cell {
            Some(Cell { table, row, column, .. }) => BlockKind::Cell { table, row, column },
            None => BlockKind::Paragraph,
        };
        let all = |count: usize| letters > 0 && count == letters;
        let look =
            Look { centred: place.centred, bold: all(bold), italic: all(italic), capitals: false };
        let words: String = words.nfc().map(shown).filter(|c| *c != '\u{ad}').collect();
        composed.block(words.trim(), kind, look);
    }
}

/// Whether a line in these words begins a paragraph, whatever stands before it.
fn begins_anew(before: &str, words: &str) -> bool {
    let Some((marker, after)) = words.split_once(' ') else { return false };
    let bare = marker.trim_end_matches(['.', ')', '/']);
    if !is_marker(marker) {
        return false;
    }
    // `… giai đoạn 2018` and `- 2020`: the sentence has not ended, and no word begins.
    let ended = before.trim_end().ends_with(['.', ';', ':', ',', '!', '?', '”', '"', ')']);
    let is_number = after.starts_with(|c: char| c.is_ascii_digit());
    ended || !is_number || is_roman(bare)
}

/// A line of strokes, or one such as `-----oOo-----`.
fn is_rule(words: &str) -> bool {
    let mut signs = words.chars().filter(|c| !c.is_whitespace());
    signs.clone().count() > 3 && signs.all(|c| !c.is_alphanumeric() || matches!(c, 'o' | 'O' | '0'))
}

fn first_word(words: &str) -> &str {
    words.split(' ').next().unwrap_or_default()
}
