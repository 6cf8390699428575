//! What a unit's record holds beside its place in the tree: the terms between its congresses, and
//! whom it works with outside the union.

use crate::calendar::read_day;
use crate::text::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A term of a unit between two congresses (nhiệm kỳ đại hội).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CongressTerm {
    /// Which congress of the unit it was, from 1.
    pub ordinal: u32,
    pub from: Date,
    /// Its last day; none while it lasts.
    pub to: Option<Date>,
    /// The resolution of the congress, by number and date.
    pub resolution: Text,
}

/// A body outside the union with which a unit works (cơ quan phối hợp).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counterpart {
    pub side: Side,
    pub name: Text,
    /// Whom to call there, with the post.
    pub contact: Text,
    pub phone: Text,
}

/// To what a counterpart belongs (khối).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// A committee of the Party (cấp ủy).
    #[default]
    Party,
    /// An authority of the state (chính quyền).
    State,
    /// The Fatherland Front and its organisations (Mặt trận, đoàn thể).
    Front,
    /// An employer, an association, any other (tổ chức khác).
    Other,
}

/// The record of a unit, checked (hồ sơ đơn vị): terms by their beginning, none over another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitRecord {
    terms: Vec<CongressTerm>,
    counterparts: Vec<Counterpart>,
}

/// A term as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedTerm {
    pub ordinal: String,
    pub from: String,
    pub to: String,
    pub resolution: String,
}

/// A counterpart as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedCounterpart {
    pub side: Side,
    pub name: String,
    pub contact: String,
    pub phone: String,
}

/// A row that cannot be kept, and why; the number counts from 0 among the rows of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    Term(usize, Fault),
    Counterpart(usize, Fault),
}

/// Why a row of the record cannot be kept (lý do chưa lưu được dòng).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Neither `12` nor `XII`.
    OrdinalUnreadable,
    OrdinalTwice,
    DayUnreadable,
    EndsBeforeItBegins,
    /// It begins before the one before it is over.
    Overlaps,
    NameMissing,
    /// A cell holds more letters than it may.
    TooLong,
}

/// No cell needs more letters.
const LETTERS_MOST: usize = 300;
/// No union has held more congresses.
const ORDINAL_MOST: u32 = 99;

impl UnitRecord {
    /// The record as typed, blank rows left out; else every row that is wrong.
    pub fn read(
        terms: &[TypedTerm],
        counterparts: &[TypedCounterpart],
    ) -> Result<UnitRecord, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let mut read: Vec<(usize, CongressTerm)> = Vec::new();
        for (at, typed) in terms.iter().enumerate().filter(|(_, typed)| !typed.is_blank()) {
            match typed.read() {
                Ok(term) => read.push((at, term)),
                Err(fault) => wrong.push(Wrong::Term(at, fault)),
            }
        }
        read.sort_by_key(|(at, term)| (term.from, *at));
        for pair in read.windows(2) {
            let ((_, before), (at, after)) = (&pair[0], &pair[1]);
            if before.to.is_none_or(|to| to > after.from) {
                wrong.push(Wrong::Term(*at, Fault::Overlaps));
            } else if before.ordinal >= after.ordinal {
                wrong.push(Wrong::Term(*at, Fault::OrdinalTwice));
            }
        }
        let mut kept = Vec::new();
        for (at, typed) in counterparts.iter().enumerate().filter(|(_, typed)| !typed.is_blank()) {
            match typed.read() {
                Ok(counterpart) => kept.push(counterpart),
                Err(fault) => wrong.push(Wrong::Counterpart(at, fault)),
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(UnitRecord {
            terms: read.into_iter().map(|(_, term)| term).collect(),
            counterparts: kept,
        })
    }

    /// A record as it was kept.
    pub fn kept(terms: Vec<CongressTerm>, counterparts: Vec<Counterpart>) -> UnitRecord {
        UnitRecord { terms, counterparts }
    }

    /// By their beginning.
    pub fn terms(&self) -> &[CongressTerm] {
        &self.terms
    }

    pub fn counterparts(&self) -> &[Counterpart] {
        &self.counterparts
    }
}

impl TypedTerm {
    fn is_blank(&self) -> bool {
        [&self.ordinal, &self.from, &self.to, &self.resolution].iter().all(|c| c.trim().is_empty())
    }

    fn read(&self) -> Result<CongressTerm, Fault> {
        let ordinal = read_ordinal(&self.ordinal).ok_or(Fault::OrdinalUnreadable)?;
        let from = read_day(&self.from).ok_or(Fault::DayUnreadable)?;
        let to = match self.to.trim() {
            "" => None,
            typed => Some(read_day(typed).ok_or(Fault::DayUnreadable)?),
        };
        if to.is_some_and(|to| to < from) {
            return Err(Fault::EndsBeforeItBegins);
        }
        Ok(CongressTerm { ordinal, from, to, resolution: cell(&self.resolution)? })
    }
}

impl TypedCounterpart {
    fn is_blank(&self) -> bool {
        [&self.name, &self.contact, &self.phone].iter().all(|cell| cell.trim().is_empty())
    }

    fn read(&self) -> Result<Counterpart, Fault> {
        let name = cell(&self.name)?;
        if name.is_empty() {
            return Err(Fault::NameMissing);
        }
        let (contact, phone) = (cell(&self.contact)?, cell(&self.phone)?);
        Ok(Counterpart { side: self.side, name, contact, phone })
    }
}

impl Side {
    pub const ALL: [Side; 4] = [Side::Party, Side::State, Side::Front, Side::Other];

    pub fn name(self) -> &'static str {
        match self {
            Side::Party => "party",
            Side::State => "state",
            Side::Front => "front",
            Side::Other => "other",
        }
    }

    pub fn parse(name: &str) -> Option<Side> {
        Side::ALL.into_iter().find(|side| side.name() == name)
    }
}

impl Fault {
    /// The key of the sentence that says what to do.
    pub fn key(self) -> &'static str {
        match self {
            Fault::OrdinalUnreadable => "refusal-record-ordinal-unreadable",
            Fault::OrdinalTwice => "refusal-record-ordinal-twice",
            Fault::DayUnreadable => "refusal-record-day-unreadable",
            Fault::EndsBeforeItBegins => "refusal-record-ends-before-it-begins",
            Fault::Overlaps => "refusal-record-overlaps",
            Fault::NameMissing => "refusal-record-name-missing",
            Fault::TooLong => "refusal-record-too-long",
        }
    }
}

fn cell(typed: &str) -> Result<Text, Fault> {
    let text = Text::new(typed);
    if text.as_str().chars().nth(LETTERS_MOST).is_some() { Err(Fault::TooLong) } else { Ok(text) }
}

/// `12` or `XII`.
fn read_ordinal(typed: &str) -> Option<u32> {
    let typed = typed.trim().to_uppercase();
    let count = (1..=ORDINAL_MOST).find(|n| crate::document::roman(*n) == typed);
    let count = count.or_else(|| typed.parse().ok());
    count.filter(|n| (1..=ORDINAL_MOST).contains(n))
}

#[cfg(test)]
mod tests;
