use crate::id::{IndicatorId, SegmentId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A table of figures (bảng số liệu) as the ordered list of its cells, which only grows.
///
/// A position means the same cell for ever: cells are appended or marked dead, never moved,
/// rescaled or removed. So every figure ever packed keeps its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    id: SegmentId,
    version: u32,
    cells: Vec<Cell>,
}

/// One cell of a segment (ô số liệu).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    #[serde(flatten)]
    pub asks: NewCell,
    pub life: Life,
}

/// What a cell asks (nội dung một ô): one indicator in one version, for one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCell {
    pub indicator: IndicatorId,
    pub indicator_version: u32,
    pub column: Column,
    /// Figures are whole numbers scaled by 10^`decimals`.
    pub decimals: u8,
}

/// Whether a cell is still asked (tình trạng ô).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Life {
    Asked,
    /// Out of use from this version of the segment; what was reported before remains readable.
    Dead {
        since: u32,
    },
}

/// For when a figure holds (cột kỳ số liệu).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// A calendar year (năm).
    Year(i16),
    /// From the first day to the last, both included (từ ngày, đến ngày).
    Span { from: Date, to: Date },
    /// When the unit's own term began (đầu nhiệm kỳ).
    TermStart,
    /// The same time of the unit's previous term (cùng kỳ nhiệm kỳ trước).
    PreviousTerm,
}

impl Column {
    /// Its first and last day; `None` where every unit has its own.
    pub fn days(self) -> Option<(Date, Date)> {
        match self {
            Column::Year(year) => Date::new(year, 1, 1).ok().zip(Date::new(year, 12, 31).ok()),
            Column::Span { from, to } => Some((from, to)),
            Column::TermStart | Column::PreviousTerm => None,
        }
    }
}

/// Why a segment cannot be changed so (lý do từ chối sửa bảng).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentError {
    /// A cell in use asks the same indicator for the same period.
    AskedTwice {
        cell: usize,
    },
    /// No such cell, or dead already.
    NotAsked {
        cell: usize,
    },
    TooManyCells,
}

/// 200 indicators in 6 periods make 1,200 cells; this bounds what a damaged row can ask for.
const MOST_CELLS: usize = 100_000;

impl Segment {
    /// A segment without cells, at version 0.
    pub fn new(id: SegmentId) -> Segment {
        Segment { id, version: 0, cells: Vec::new() }
    }

    pub fn id(&self) -> SegmentId {
        self.id
    }

    /// Counts the changes made so far; it is written into every packing.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// All cells by position, dead ones included.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The segment in its next version, with `cells` behind those it has.
    pub fn append(self, cells: Vec<NewCell>) -> Result<Segment, SegmentError> {
        let mut next = Segment { version: self.version + 1, ..self };
        for asks in cells {
            let cell = next.cells.len();
            if next.position(asks.indicator, asks.column).is_some() {
                return Err(SegmentError::AskedTwice { cell });
            }
            if cell == MOST_CELLS {
                return Err(SegmentError::TooManyCells);
            }
            next.cells.push(Cell { asks, life: Life::Asked });
        }
        Ok(next)
    }

    /// The segment in its next version, in which the cell at this position is no longer asked.
    pub fn retire(self, cell: usize) -> Result<Segment, SegmentError> {
        let mut next = Segment { version: self.version + 1, ..self };
        match next.cells.get_mut(cell) {
            Some(found) if found.life == Life::Asked => {
                found.life = Life::Dead { since: next.version };
                Ok(next)
            }
            _ => Err(SegmentError::NotAsked { cell }),
        }
    }

    /// Where an indicator is asked for a period; a dead cell is not found.
    pub fn position(&self, indicator: IndicatorId, column: Column) -> Option<usize> {
        self.cells.iter().position(|cell| {
            cell.life == Life::Asked
                && cell.asks.indicator == indicator
                && cell.asks.column == column
        })
    }

    /// Whether this is a later version of `earlier`, or the same: every cell in its place, asking
    /// what it asked, and the dead still dead.
    pub fn grew_from(&self, earlier: &Segment) -> bool {
        let still_dead = |was: &Cell, is: &Cell| was.life == Life::Asked || was.life == is.life;
        self.id == earlier.id
            && self.version >= earlier.version
            && self.cells.len() >= earlier.cells.len()
            && earlier
                .cells
                .iter()
                .zip(&self.cells)
                .all(|(was, is)| was.asks == is.asks && still_dead(was, is))
    }
}
