//! Figures (số liệu): what one unit says in one cell, and how a whole table of them is kept.

mod own_term;
mod packed;
mod portion;
mod segment;

pub use own_term::OwnTerm;
pub use packed::{PackError, PackedSegment};
pub use portion::Portion;
pub use segment::{Cell, Column, Life, NewCell, Segment, SegmentError};

use crate::number::{self, Reading};

/// What one cell holds (giá trị một ô): a number, or one of four reasons why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// A number, scaled by the decimals of its cell (đã nhập).
    Given(i64),
    /// It did not happen; counts as 0 and as an answer (không phát sinh).
    NoneArisen,
    /// The unit does not know it and says so; counts in no sum (chưa thu thập được).
    NotCollected,
    /// The unit was never asked: a cell added later, or an exempt one (không yêu cầu).
    NotAsked,
    /// Asked and not answered (để trống).
    Blank,
}

impl Figure {
    /// The number it adds to a sum: the value itself, 0 where none arose, else nothing.
    pub fn counted(self) -> Option<i64> {
        match self {
            Figure::Given(value) => Some(value),
            Figure::NoneArisen => Some(0),
            Figure::NotCollected | Figure::NotAsked | Figure::Blank => None,
        }
    }

    /// As it stands in a table or a field: the number, `-`, `…`, or nothing. What a unit can enter
    /// is read back by [`number::read`] to the same figure.
    pub fn show(self, decimals: u8) -> String {
        match self {
            Figure::Given(value) => number::show(value, decimals),
            Figure::NoneArisen => "-".to_owned(),
            Figure::NotCollected => "…".to_owned(),
            Figure::NotAsked | Figure::Blank => String::new(),
        }
    }
}

impl From<Reading> for Figure {
    fn from(reading: Reading) -> Figure {
        match reading {
            Reading::Value(value) => Figure::Given(value),
            Reading::NoneArisen => Figure::NoneArisen,
            Reading::NotCollected => Figure::NotCollected,
            Reading::Blank => Figure::Blank,
        }
    }
}

#[cfg(test)]
mod tests;
