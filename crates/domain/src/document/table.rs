//! Tables of figures and words.

use super::{Emphasis, Profile, Turn, width_tenths_mm};
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
    /// The same table with rows that fill the grid exactly: a missing cell is blank, one too many
    /// or one that reaches past the edge or out of the header is cut. Renderers lay out this one.
    pub fn squared(&self) -> Table {
        let columns = self.columns.len();
        Table {
            header: squared_rows(&self.header, columns),
            rows: squared_rows(&self.rows, columns),
            ..self.clone()
        }
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty() || (self.header.is_empty() && self.rows.is_empty())
    }

    /// Widths of the columns on a page lying so, in tenths of a millimetre: by their shares, but
    /// none so narrow that a word breaks where others have room to give. The sum is the room
    /// between the margins exactly.
    pub fn widths(&self, profile: &Profile, turn: Turn) -> Vec<u32> {
        let room = u32::from(profile.text_width_tenths_mm(turn));
        let needs = self.needs(profile);
        if needs.iter().sum::<u32>() >= room {
            return shared_out(room, &needs);
        }
        // A column that its share leaves too narrow gets what it needs, and the others share the
        // rest; that may leave another too narrow, so it is done again until none is.
        let mut fixed = vec![false; needs.len()];
        loop {
            let taken: u32 = fixed.iter().zip(&needs).map(|(&f, &n)| if f { n } else { 0 }).sum();
            let open = fixed.iter().zip(&self.columns);
            let shares: Vec<u32> =
                open.map(|(&f, c)| if f { 0 } else { u32::from(c.share.max(1)) }).collect();
            let by_share = shared_out(room - taken, &shares);
            let narrow = |at: usize| !fixed[at] && by_share[at] < needs[at];
            let Some(at) = (0..needs.len()).find(|&at| narrow(at)) else {
                let both = fixed.iter().zip(by_share).zip(&needs);
                return both.map(|((&f, share), &need)| if f { need } else { share }).collect();
            };
            fixed[at] = true;
        }
    }

    /// The white at each side of a cell's words, in tenths of a millimetre.
    pub fn padding_tenths_mm(&self, profile: &Profile) -> u32 {
        if self.is_small(profile) { 7 } else { 14 }
    }

    /// The type size of its cells, in half points: a table of many columns is set small.
    pub fn half_points(&self, profile: &Profile) -> u16 {
        if self.is_small(profile) { profile.sizes.small_table } else { profile.sizes.table }
    }

    fn is_small(&self, profile: &Profile) -> bool {
        self.columns.len() > usize::from(profile.columns_at_full_size)
    }

    /// What the longest word of each column takes, with its padding; words of cells over several
    /// columns or under another cell count for none.
    fn needs(&self, profile: &Profile) -> Vec<u32> {
        let half_points = self.half_points(profile);
        // A hair more than the words, for renderers round each in their own way.
        let padding = 2 * self.padding_tenths_mm(profile) + 3;
        let mut needs = vec![padding; self.columns.len()];
        let header = self.header.iter().map(|row| (row, Emphasis::Bold));
        let rows = self.rows.iter().map(|row| (row, row.emphasis));
        let mut reach = vec![0_u16; needs.len()];
        for (row, emphasis) in header.chain(rows) {
            let mut cells = row.cells.iter();
            let mut at = 0;
            while at < needs.len() {
                if reach[at] > 0 {
                    reach[at] -= 1;
                    at += 1;
                    continue;
                }
                let Some(cell) = cells.next() else {
                    break;
                };
                let end = (at + usize::from(cell.across.max(1))).min(needs.len());
                reach[at..end].fill(cell.down.saturating_sub(1));
                if end == at + 1 {
                    let words = cell.words.split_whitespace();
                    let widths = words.map(|word| width_tenths_mm(word, emphasis, half_points));
                    needs[at] = needs[at].max(widths.max().unwrap_or(0) + padding);
                }
                at = end;
            }
        }
        needs
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

fn squared_rows(rows: &[Row], columns: usize) -> Vec<Row> {
    let mut reach = vec![0_usize; columns];
    let mut squared = Vec::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        let mut given = row.cells.iter();
        let mut cells = Vec::with_capacity(columns);
        let mut at = 0;
        while at < columns {
            if reach[at] > 0 {
                reach[at] -= 1;
                at += 1;
                continue;
            }
            let room = reach[at..].iter().take_while(|&&rows_left| rows_left == 0).count();
            let cell = given.next().cloned().unwrap_or_else(|| Cell::new(""));
            let across = usize::from(cell.across).clamp(1, room);
            let down = usize::from(cell.down).clamp(1, rows.len() - index);
            reach[at..at + across].fill(down - 1);
            at += across;
            let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
            cells.push(Cell { across: count(across), down: count(down), ..cell });
        }
        squared.push(Row { emphasis: row.emphasis, cells });
    }
    squared
}

/// `total` in parts as the shares are to one another; the sum is `total` exactly, unless there is no
/// share at all.
fn shared_out(total: u32, shares: &[u32]) -> Vec<u32> {
    let all: u64 = shares.iter().map(|&share| u64::from(share)).sum::<u64>().max(1);
    let (mut so_far, mut given) = (0, 0);
    let part = |&share: &u32| {
        so_far += u64::from(share);
        let upto = u32::try_from(u64::from(total) * so_far / all).unwrap_or(total);
        let part = upto - given;
        given = upto;
        part
    };
    shares.iter().map(part).collect()
}
