//! Tables of figures and words.

use super::{Emphasis, Profile};
use serde::{Deserialize, Serialize};

/// A table (bảng) whose header repeats on every page it reaches.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Above the table.
    pub caption: Option<String>,
    pub columns: Vec<Column>,
    /// Bold and centred, whatever the column says.
    pub header: Vec<Row>,
    pub rows: Vec<Row>,
    /// Below the table, in small italics: where figures come from, how many reported.
    pub notes: Vec<String>,
}

/// A column (cột): its share of the width beside the others', and how its cells stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    pub share: u16,
    pub align: Align,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    #[default]
    Left,
    Centre,
    Right,
}

/// A row (dòng). Bold is for totals, italic for a part "of which".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub emphasis: Emphasis,
    /// Only the cells that begin in this row: none where one from above reaches down.
    pub cells: Vec<Cell>,
}

/// A cell (ô), over one column and row unless it says more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    pub words: String,
    pub across: u16,
    pub down: u16,
}

impl Table {
    /// `total` shared out to the columns by their shares; the sum is `total` exactly.
    pub fn widths(&self, total: u32) -> Vec<u32> {
        let shares: u64 = self.columns.iter().map(|c| u64::from(c.share.max(1))).sum();
        let mut given = 0;
        let mut so_far = 0;
        let width = |column: &Column| {
            so_far += u64::from(column.share.max(1));
            let upto = u32::try_from(u64::from(total) * so_far / shares).unwrap_or(total);
            let width = upto - given;
            given = upto;
            width
        };
        self.columns.iter().map(width).collect()
    }

    /// The type size of its cells, in half points: a table of many columns is set small.
    pub fn half_points(&self, profile: &Profile) -> u16 {
        if self.columns.len() > usize::from(profile.columns_at_full_size) {
            profile.sizes.small_table
        } else {
            profile.sizes.table
        }
    }
}

impl Row {
    pub fn new<W: Into<Cell>>(cells: impl IntoIterator<Item = W>) -> Row {
        let cells = cells.into_iter().map(Into::into).collect();
        Row { emphasis: Emphasis::Plain, cells }
    }

    pub fn bold(mut self) -> Row {
        self.emphasis = Emphasis::Bold;
        self
    }
}

impl Cell {
    pub fn new(words: &str) -> Cell {
        Cell { words: words.to_owned(), across: 1, down: 1 }
    }

    /// Over `across` columns.
    pub fn across(mut self, across: u16) -> Cell {
        self.across = across.max(1);
        self
    }

    /// Over `down` rows.
    pub fn down(mut self, down: u16) -> Cell {
        self.down = down.max(1);
        self
    }
}

impl From<&str> for Cell {
    fn from(words: &str) -> Cell {
        Cell::new(words)
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Cell {
        Cell { words, across: 1, down: 1 }
    }
}
