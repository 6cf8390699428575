//! What a file says before anyone has understood it (văn bản nguồn).

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A range of Unicode scalar values in a [`Source`]'s text, end exclusive. Serialises as `[from, to]`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(from = "(usize, usize)", into = "(usize, usize)")]
pub struct Span {
    pub from: usize,
    pub to: usize,
}

/// The text of an upload (văn bản nguồn) with what its layout says about it.
///
/// `text` is as extracted: no byte-order mark, CRLF → LF, otherwise as written (not normalised), so
/// that every [`Span`] points at the author's own characters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub text: String,
    /// In order of their ranges, which never overlap; text between blocks is blank.
    pub blocks: Vec<Block>,
    /// What was put right on the way in, for the reader of the page to know.
    pub notes: Vec<SourceNote>,
}

/// A piece of a [`Source`] that stands by itself (khối văn bản).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    pub span: Span,
    pub kind: BlockKind,
    #[serde(default)]
    pub look: Look,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    Paragraph,
    /// A heading the file itself marks as one; `level` counts from 1.
    Heading {
        level: u8,
    },
    /// A list item; `label` is the number or bullet as the program that wrote the file shows it,
    /// which is not part of the text. `level` counts from 0.
    Item {
        label: String,
        level: u8,
    },
    /// A cell; tables, rows and columns count from 0 in the order of the text.
    Cell {
        table: u32,
        row: u32,
        column: u32,
    },
    /// The first block of a new page.
    Page {
        number: u32,
    },
}

/// How a block is set on the page (định dạng), where the format tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    pub centred: bool,
    pub bold: bool,
    pub italic: bool,
    pub capitals: bool,
}

/// Something put right while a file was read (ghi chú khi đọc tệp).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceNote {
    /// Text in an old Vietnamese encoding (`TCVN3`, `VNI`) was converted.
    Converted { encoding: String },
    /// Signs that no letter is known for were replaced.
    Replaced { count: usize },
    /// These pages, counted from 1, are pictures and were left out.
    PagesWithoutText { pages: Vec<u32> },
}

impl Span {
    pub fn new(from: usize, to: usize) -> Span {
        Span { from, to }
    }

    pub fn is_empty(self) -> bool {
        self.to <= self.from
    }

    pub fn contains(self, inner: Span) -> bool {
        self.from <= inner.from && inner.to <= self.to
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.from < other.to && other.from < self.to
    }
}

impl Source {
    /// A source of plain text: one paragraph per line that is not blank.
    pub fn plain(text: &str) -> Source {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
        let mut blocks = Vec::new();
        let mut at = 0;
        for line in text.split('\n') {
            let length = line.chars().count();
            if !line.trim().is_empty() {
                let lead = line.chars().take_while(|c| c.is_whitespace()).count();
                let tail = line.chars().rev().take_while(|c| c.is_whitespace()).count();
                let span = Span::new(at + lead, at + length - tail);
                blocks.push(Block { span, kind: BlockKind::Paragraph, look: Look::default() });
            }
            at += length + 1;
        }
        Source { text, blocks, notes: Vec::new() }
    }

    /// The words under `span`; empty where it reaches past the end.
    pub fn words(&self, span: Span) -> &str {
        &self.text[self.bytes(span)]
    }

    /// Length in Unicode scalar values.
    pub fn length(&self) -> usize {
        self.text.chars().count()
    }

    fn bytes(&self, span: Span) -> Range<usize> {
        let mut at = self.text.char_indices().map(|(byte, _)| byte).chain([self.text.len()]);
        let from = at.clone().nth(span.from).unwrap_or(self.text.len());
        let to = at.nth(span.to).unwrap_or(self.text.len());
        from..to.max(from)
    }
}

impl From<(usize, usize)> for Span {
    fn from((from, to): (usize, usize)) -> Span {
        Span { from, to }
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> (usize, usize) {
        (span.from, span.to)
    }
}

impl std::fmt::Debug for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}..{}", self.from, self.to)
    }
}
