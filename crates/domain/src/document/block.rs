//! What stands between the title and the signature.

use super::Table;
use crate::narrative::{Narrative, Passage, PassageKind, Piece, Weight};
use serde::{Deserialize, Serialize};

/// A piece of the body (khối nội dung).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    Heading(Heading),
    Paragraph(Vec<Run>),
    /// A line that begins with a dash.
    Item(Vec<Run>),
    Table(Table),
    PageBreak,
}

/// The title of a section (tên mục).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    pub level: Level,
    pub number: HeadingNumber,
    pub words: String,
}

/// How deep a section stands (cấp mục): numbered I., 1., a).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    One,
    Two,
    Three,
}

/// Where a heading's number comes from (số mục).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeadingNumber {
    /// The next of its level.
    #[default]
    Next,
    /// As given, with its stop; it is counted as one of its level all the same.
    Given(String),
    /// None, and not counted.
    Unnumbered,
}

/// Words set in one way (đoạn chữ).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    pub words: String,
    pub emphasis: Emphasis,
}

/// How words are set (kiểu chữ).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Emphasis {
    #[default]
    Plain,
    Bold,
    Italic,
}

/// The blocks a narrative becomes: paragraphs and items, its tokens as the words they carry.
///
/// A line break inside a paragraph begins another one on paper, for that is what a writer who hits
/// Enter once means; inside an item it stays a line break.
pub fn blocks_of(narrative: &Narrative) -> Vec<Block> {
    let mut blocks = Vec::new();
    for Passage { kind, pieces } in &narrative.passages {
        match kind {
            PassageKind::Item => blocks.push(Block::Item(runs_of(pieces))),
            PassageKind::Paragraph => {
                blocks.extend(lines_of(runs_of(pieces)).into_iter().map(Block::Paragraph));
            }
        }
    }
    blocks
}

impl Block {
    /// A paragraph in one plain run.
    pub fn paragraph(words: &str) -> Block {
        Block::Paragraph(vec![Run::new(words, Emphasis::Plain)])
    }

    /// A heading with the next number of its level.
    pub fn heading(level: Level, words: &str) -> Block {
        let number = HeadingNumber::Next;
        Block::Heading(Heading { level, number, words: words.to_owned() })
    }
}

impl Run {
    pub fn new(words: &str, emphasis: Emphasis) -> Run {
        Run { words: words.to_owned(), emphasis }
    }
}

impl Level {
    /// The level of a section `depth` steps below the top (0); deeper than three is the third.
    pub fn at_depth(depth: usize) -> Level {
        match depth {
            0 => Level::One,
            1 => Level::Two,
            _ => Level::Three,
        }
    }
}

fn runs_of(pieces: &[Piece]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for Piece { words, weight, .. } in pieces {
        let emphasis = match weight {
            Weight::Plain => Emphasis::Plain,
            Weight::Bold => Emphasis::Bold,
        };
        match runs.last_mut() {
            Some(last) if last.emphasis == emphasis => last.words.push_str(words),
            _ => runs.push(Run::new(words, emphasis)),
        }
    }
    runs
}

fn lines_of(runs: Vec<Run>) -> Vec<Vec<Run>> {
    let mut lines = vec![Vec::new()];
    for run in runs {
        for (at, words) in run.words.split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            if let (Some(line), false) = (lines.last_mut(), words.is_empty()) {
                line.push(Run::new(words, run.emphasis));
            }
        }
    }
    lines
}
