use crate::Unreadable;
use crate::confine::Stop;
use serde::{Deserialize, Serialize};

/// Why a file is no table (lý do không đọc được bảng): one variant per thing to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoTable {
    /// No bytes, or nothing but blanks.
    Empty,
    /// More than 50 MB as it came.
    TooLarge,
    /// More rows than a register has.
    TooLong,
    /// A workbook of the years before 2007: to be saved as `.xlsx`.
    OldWorkbook,
    /// A file behind a password.
    Locked,
    /// A text, a picture, a program.
    NotATable,
    /// Text in no encoding of Vietnamese: to be saved as `.xlsx`.
    Encoding,
    /// No workbook, or one whose inside is broken.
    Damaged,
    /// Reading it took too much time or memory, or ended the process that read it.
    Stopped(Stop),
}

impl NoTable {
    /// The name under which its words are kept.
    pub fn key(self) -> &'static str {
        match self {
            NoTable::Empty => "no-table-empty",
            NoTable::TooLarge => "no-table-too-large",
            NoTable::TooLong => "no-table-too-long",
            NoTable::OldWorkbook => "no-table-old-workbook",
            NoTable::Locked => "no-table-locked",
            NoTable::NotATable => "no-table-not-a-table",
            NoTable::Encoding => "no-table-encoding",
            NoTable::Damaged => "no-table-damaged",
            NoTable::Stopped(_) => "no-table-stopped",
        }
    }
}

impl From<Unreadable> for NoTable {
    fn from(why: Unreadable) -> NoTable {
        match why {
            Unreadable::Empty => NoTable::Empty,
            Unreadable::TooLarge => NoTable::TooLarge,
            Unreadable::Locked => NoTable::Locked,
            Unreadable::Workbook => NoTable::OldWorkbook,
            Unreadable::Encoding => NoTable::Encoding,
            Unreadable::Stopped(stop) => NoTable::Stopped(stop),
            _ => NoTable::NotATable,
        }
    }
}
