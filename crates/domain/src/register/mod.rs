//! The register of units (danh sách đơn vị) as a table that goes out and comes back: what of it is
//! new, changed, the same, or wrong, and how the tree stands once it is taken in.

mod compare;
mod sheet;

pub use compare::{Comparison, Whose, compare};
pub use sheet::lines;

use crate::body::Path;
use crate::id::BodyId;
use crate::reorganisation::Naming;
use serde::{Deserialize, Serialize};

/// A row of the register (dòng của danh sách), every cell brought to the one form of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The row of the sheet, from 1, everything above it counted.
    pub row: usize,
    pub code: String,
    /// The code of the unit above; empty where it stays where it is.
    pub under: String,
    /// The code of a level, or its name in either language.
    pub level: String,
    pub name: String,
    /// The name in lists; the full one where it is empty.
    pub short: String,
}

/// A column of the register (cột), in the order in which it goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    Code,
    Under,
    Level,
    Name,
    Short,
}

/// Why a row cannot be taken in (lý do dòng sai).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    CodeMissing,
    /// The same code, or one that looks the same, stands further up in the same sheet.
    CodeTwice,
    /// The code belongs to a body that is not among the units one reaches.
    CodeTaken,
    LevelUnknown,
    NameMissing,
    /// A cell holds more letters than a name has.
    TooLong,
    /// Another unit under the same one looks the same.
    NameTaken,
    UnderMissing,
    /// No unit with this code is known, or its own row is wrong.
    UnderUnknown,
    /// The unit would stand under itself.
    UnderItself,
    /// The own unit is changed by the one above it.
    Top,
    Crowded,
}

/// A row that is wrong: which, in which cell, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Position among the lines, from 0.
    pub line: usize,
    pub column: Column,
    pub fault: Fault,
}

/// A unit of the tree as it stands before (đơn vị đã có).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub unit: BodyId,
    pub code: String,
    pub parent: Option<BodyId>,
    pub path: Path,
    pub ordinal: u32,
    pub naming: Naming,
    /// The first number below it that was never used.
    pub next: u32,
}

/// A level with the words by which a sheet may name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelWords {
    pub code: String,
    pub names: Vec<String>,
}

impl Column {
    pub const ALL: [Column; 5] =
        [Column::Code, Column::Under, Column::Level, Column::Name, Column::Short];
}

impl Fault {
    /// The key of the sentence that says what to do.
    pub fn key(self) -> &'static str {
        match self {
            Fault::CodeMissing => "refusal-register-code-missing",
            Fault::CodeTwice => "refusal-register-code-twice",
            Fault::CodeTaken => "refusal-register-code-taken",
            Fault::LevelUnknown => "refusal-register-level-unknown",
            Fault::NameMissing => "refusal-register-name-missing",
            Fault::TooLong => "refusal-register-too-long",
            Fault::NameTaken => "refusal-register-name-taken",
            Fault::UnderMissing => "refusal-register-under-missing",
            Fault::UnderUnknown => "refusal-register-under-unknown",
            Fault::UnderItself => "refusal-register-under-itself",
            Fault::Top => "refusal-register-top",
            Fault::Crowded => "refusal-register-crowded",
        }
    }
}

impl Line {
    pub fn cell(&self, column: Column) -> &str {
        match column {
            Column::Code => &self.code,
            Column::Under => &self.under,
            Column::Level => &self.level,
            Column::Name => &self.name,
            Column::Short => &self.short,
        }
    }
}

#[cfg(test)]
mod tests;
