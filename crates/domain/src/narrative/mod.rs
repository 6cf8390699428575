//! What a body writes under a section (thuyết minh): plain text with three marks and tokens.
//!
//! A blank line ends a paragraph, a line that begins `- ` is an item of a list, `**…**` is bold,
//! and `[#7 words]` stands for row 7, whose words are regenerated. Nothing else is a mark, and a
//! mark that does not fit (a lone `**`, a `[#` without its bracket) is text as written.

mod inline;

use serde::{Deserialize, Serialize};
use std::fmt;

/// The text of a section, understood (thuyết minh).
///
/// Its `Display` writes the marks again in their one form; parsing that gives the same value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Narrative {
    pub passages: Vec<Passage>,
}

/// A piece of a narrative that stands on its own line (đoạn).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    pub kind: PassageKind,
    /// Never empty; a `\n` in the words is a line break the author typed inside the passage.
    pub pieces: Vec<Piece>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PassageKind {
    Paragraph,
    Item,
}

/// Words in one weight, or a token among them (đoạn chữ).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub words: String,
    pub weight: Weight,
    /// The row whose words these are; `None` for words of the author.
    pub token: Option<u32>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    #[default]
    Plain,
    Bold,
}

impl Narrative {
    /// Understands `text`, which should be clean (see [`crate::text::clean`]). Never fails.
    pub fn parse(text: &str) -> Narrative {
        let mut narrative = Narrative::default();
        let mut open: Option<(PassageKind, String)> = None;
        for line in text.lines() {
            let line = line.trim();
            if line.is_empty() {
                narrative.close(open.take());
            } else if let Some(item) = line.strip_prefix("- ") {
                narrative.close(open.replace((PassageKind::Item, item.trim_start().to_owned())));
            } else if let Some((_, words)) = &mut open {
                words.push('\n');
                words.push_str(line);
            } else {
                open = Some((PassageKind::Paragraph, line.to_owned()));
            }
        }
        narrative.close(open);
        narrative
    }

    /// The rows the tokens stand for, in order of the text, repeated where the text repeats them.
    pub fn tokens(&self) -> Vec<u32> {
        self.passages.iter().flat_map(|p| &p.pieces).filter_map(|piece| piece.token).collect()
    }

    /// The same narrative with the words of each token as `words` gives them today; a token for
    /// which it gives none keeps its words. A line break in them becomes a blank.
    pub fn with_words(mut self, words: impl Fn(u32) -> Option<String>) -> Narrative {
        for piece in self.passages.iter_mut().flat_map(|p| &mut p.pieces) {
            if let Some(fresh) = piece.token.and_then(&words) {
                piece.words = fresh.replace('\n', " ");
            }
        }
        self
    }

    fn close(&mut self, passage: Option<(PassageKind, String)>) {
        if let Some((kind, words)) = passage {
            self.passages.push(Passage { kind, pieces: inline::pieces(&words) });
        }
    }
}

impl fmt::Display for Narrative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before: Option<PassageKind> = None;
        for Passage { kind, pieces } in &self.passages {
            match (before, kind) {
                (None, _) => {}
                (Some(PassageKind::Item), PassageKind::Item) => f.write_str("\n")?,
                (Some(_), _) => f.write_str("\n\n")?,
            }
            if *kind == PassageKind::Item {
                f.write_str("- ")?;
            }
            inline::write(f, pieces)?;
            before = Some(*kind);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
