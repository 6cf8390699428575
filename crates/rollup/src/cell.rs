/// What a node says in one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    Given(i64),
    /// An answer that counts as 0.
    NoneArisen,
    NotCollected,
    NotAsked,
    Blank,
}

/// Where a row lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Taken in by the level above: the base.
    Received,
    /// Sent, not yet taken in: lies over the base.
    Submitted,
}

/// What totals are made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Received rows alone.
    Received,
    /// Of each node the submitted row, or else the received one.
    Provisional,
}

/// A state as one bit of a byte, two bits apart so that three rows can be counted at once; a blank
/// has none, and fresh memory is blank.
pub(crate) const BLANK: u8 = 0;
const GIVEN: u8 = 1;
const NONE_ARISEN: u8 = 1 << 2;
const NOT_COLLECTED: u8 = 1 << 4;
pub(crate) const NOT_ASKED: u8 = 1 << 6;
/// The states that are counted, in the order of their planes; blanks are the rest.
pub(crate) const COUNTED: [u8; 4] = [GIVEN, NONE_ARISEN, NOT_COLLECTED, NOT_ASKED];

impl Cell {
    /// The number it adds: none arisen is 0, a missing answer nothing.
    pub fn counted(self) -> Option<i64> {
        match self {
            Cell::Given(value) => Some(value),
            Cell::NoneArisen => Some(0),
            Cell::NotCollected | Cell::NotAsked | Cell::Blank => None,
        }
    }

    /// The number half of a kept cell: 0 unless given, so that sums need no test.
    pub(crate) fn value(self) -> i64 {
        match self {
            Cell::Given(value) => value,
            _ => 0,
        }
    }

    /// The other half.
    pub(crate) fn state(self) -> u8 {
        match self {
            Cell::Given(_) => GIVEN,
            Cell::NoneArisen => NONE_ARISEN,
            Cell::NotCollected => NOT_COLLECTED,
            Cell::NotAsked => NOT_ASKED,
            Cell::Blank => BLANK,
        }
    }

    pub(crate) fn from_halves(value: i64, state: u8) -> Cell {
        match state {
            GIVEN => Cell::Given(value),
            NONE_ARISEN => Cell::NoneArisen,
            NOT_COLLECTED => Cell::NotCollected,
            NOT_ASKED => Cell::NotAsked,
            _ => Cell::Blank,
        }
    }
}
