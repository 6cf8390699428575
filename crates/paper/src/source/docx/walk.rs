//! The main part, paragraph by paragraph.

use super::super::Unreadable;
use super::super::compose::Composed;
use super::super::legacy::{self, Legacy};
use super::super::signs::shown;
use super::numbering::Numbering;
use super::styles::{Says, Styles};
use super::xml::{Step, attribute, local, value, walk};
use domain::source::{BlockKind, Look, Source};
use quick_xml::events::BytesStart;

/// A document under way: its main part, then its notes.
pub struct Document<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    composed: Composed,
    /// How many elements that are left out we stand in.
    left_out: usize,
    /// The paragraphs that are open: more than one where a text box stands in the first.
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    tables_seen: u32,
    /// The old encodings that were converted.
    legacy: Vec<Legacy>,
}

impl<'a> Document<'a> {
    pub fn new(styles: &'a Styles, numbering: Numbering) -> Document<'a> {
        Document {
            styles,
            numbering,
            composed: Composed::default(),
            left_out: 0,
            paragraphs: Vec::new(),
            tables: Vec::new(),
            tables_seen: 0,
            legacy: Vec::new(),
        }
    }

    /// Adds the main part, or the part of the notes.
    pub fn add(&mut self, xml: &str) -> Result<(), Unreadable> {
        walk(xml, |step| match step {
            Step::Open(tag) => self.open(&tag),
            Step::Close(name) => self.close(&name),
            Step::Words(words) => self.words(&words),
        })
    }

    pub fn finish(self) -> Source {
        let mut source = self.composed.finish();
        source.notes = self.legacy.into_iter().map(Legacy::note).collect();
        source.notes.dedup();
        source
    }

    fn open(&mut self, tag: &BytesStart<'_>) {
        let name = local(tag);
        if self.left_out > 0 || is_left_out(&name) {
            self.left_out += 1;
            return;
        }
        match name.as_str() {
            "p" => self.paragraphs.push(Paragraph::default()),
            "tbl" => {
                self.tables.push(Table { number: self.tables_seen, ..Table::default() });
                self.tables_seen += 1;
            }
            _ => {}
        }
        if let Some(table) = self.tables.last_mut() {
            table.open(&name, tag);
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.open(&name, tag);
        }
    }

    fn close(&mut self, name: &str) {
        if self.left_out > 0 {
            self.left_out -= 1;
            return;
        }
        match name {
            "p" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.put(paragraph);
                }
                return;
            }
            "tbl" => {
                self.tables.pop();
            }
            _ => {}
        }
        if let Some(table) = self.tables.last_mut() {
            table.close(name);
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.close(name);
        }
    }

    fn words(&mut self, words: &str) {
        if self.left_out > 0 {
            return;
        }
        if let Some(paragraph) = self.paragraphs.last_mut().filter(|p| p.in_text) {
            self.legacy.extend(paragraph.write(words, self.styles));
        }
    }

    fn put(&mut self, paragraph: Paragraph) {
        let Paragraph { says, words, letters, bold, italic, capitals, .. } = paragraph;
        let says = self.styles.whole(&says);
        let all = |count| letters > 0 && count == letters;
        let look = Look {
            centred: says.centred == Some(true),
            bold: all(bold),
            italic: all(italic),
            capitals: all(capitals),
        };
        let list = says.list.filter(|&list| list > 0 && !words.trim().is_empty());
        let level = says.list_level.unwrap_or(0);
        let label = list.and_then(|list| self.numbering.next(list, level));
        let kind = match (label, says.outline, self.tables.last()) {
            (Some(label), ..) if !label.trim().is_empty() => BlockKind::Item { label, level },
            (_, _, Some(&Table { number, row: Some(row), column, .. })) => {
                BlockKind::Cell { table: number, row, column }
            }
            (_, Some(outline), _) if outline < 9 => BlockKind::Heading { level: outline + 1 },
            _ => BlockKind::Paragraph,
        };
        self.composed.block(&words, kind, look);
    }
}

#[derive(Default)]
struct Paragraph {
    says: Says,
    run: Says,
    place: Place,
    in_text: bool,
    words: String,
    letters: usize,
    bold: usize,
    italic: usize,
    capitals: usize,
}

/// Whose properties are being read.
#[derive(Clone, Copy, Default, PartialEq)]
enum Place {
    #[default]
    Text,
    OfParagraph,
    /// Those of the mark at its end, which no reader sees.
    OfMark,
    OfRun,
}

#[derive(Default)]
struct Table {
    number: u32,
    row: Option<u32>,
    /// The grid column at which the next cell begins.
    next_column: u32,
    column: u32,
    across: u32,
}

impl Table {
    fn open(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            "tr" => {
                self.row = Some(self.row.map_or(0, |row| row + 1));
                self.next_column = 0;
            }
            "tc" => {
                self.column = self.next_column;
                self.across = 1;
            }
            "gridSpan" => {
                let across = value(tag).and_then(|v| v.parse().ok()).unwrap_or(1_u32);
                self.across = across.clamp(1, 1000);
            }
            "gridBefore" => {
                let before = value(tag).and_then(|v| v.parse().ok()).unwrap_or(0_u32);
                self.next_column = before.min(1000);
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if name == "tc" {
            self.next_column = self.column.saturating_add(self.across);
        }
    }
}

impl Paragraph {
    fn open(&mut self, name: &str, tag: &BytesStart<'_>) {
        match (self.place, name) {
            (Place::Text, "pPr") => self.place = Place::OfParagraph,
            (Place::Text, "rPr") => self.place = Place::OfRun,
            (Place::OfParagraph, "rPr") => self.place = Place::OfMark,
            (Place::OfParagraph, _) => self.says.hear(tag),
            (Place::OfRun, _) => self.run.hear(tag),
            (Place::OfMark, _) => {}
            (Place::Text, "r") => self.run = Says::default(),
            (Place::Text, "t") => self.in_text = true,
            (Place::Text, "tab" | "ptab") => self.words.push('\t'),
            (Place::Text, "cr") => self.words.push('\n'),
            (Place::Text, "br") if attribute(tag, "type").is_none_or(|t| t == "textWrapping") => {
                self.words.push('\n');
            }
            (Place::Text, "sym") => {
                let code = attribute(tag, "char").and_then(|c| u32::from_str_radix(&c, 16).ok());
                self.words.extend(code.and_then(char::from_u32).map(shown));
            }
            (Place::Text, "noBreakHyphen") => self.words.push('-'),
            (Place::Text, _) => {}
        }
    }

    fn close(&mut self, name: &str) {
        self.place = match (self.place, name) {
            (Place::OfParagraph, "pPr") | (Place::OfRun, "rPr") => Place::Text,
            (Place::OfMark, "rPr") => Place::OfParagraph,
            (place, _) => place,
        };
        if name == "t" {
            self.in_text = false;
        }
    }

    /// Adds words as the font of their run shows them; gives the old encoding it showed.
    fn write(&mut self, words: &str, styles: &Styles) -> Option<Legacy> {
        let mut run = self.run.clone();
        if let Some(style) = &self.run.style {
            run.fill(&styles.of_run(style));
        }
        // What the run leaves open, its paragraph's style says.
        let own = Says { style: self.says.style.clone(), ..Says::default() };
        run.fill(&styles.whole(&own));
        if run.hidden == Some(true) {
            return None;
        }
        let legacy = run.font.as_deref().and_then(legacy::of_font);
        let converted = legacy.map(|legacy| legacy.convert(words));
        let words = converted.as_deref().unwrap_or(words);
        let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
        self.letters += letters;
        self.bold += if run.bold == Some(true) { letters } else { 0 };
        self.italic += if run.italic == Some(true) { letters } else { 0 };
        self.capitals += if run.capitals == Some(true) { letters } else { 0 };
        self.words.extend(words.chars().map(shown));
        legacy.filter(|_| !words.is_ascii())
    }
}

/// Deleted or moved text, the codes of fields, and the second of two ways to say one thing.
fn is_left_out(name: &str) -> bool {
    matches!(
        name,
        "del" | "moveFrom" | "instrText" | "delText" | "Fallback" | "pPrChange" | "rPrChange"
    )
}
