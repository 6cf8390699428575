//! The own part done already (phần của mình đã tổ chức): a unit held its review before it was asked
//! and hands in the report of it; the desk says what of the outline that report covers.

use crate::text::{Text, fold};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Where a declaration stands (tình trạng khai báo).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Waits at the desk.
    Declared,
    /// The report that came with it covers a part of the outline; the rest is asked.
    Accepted,
    /// It covers everything that was asked.
    Whole,
    /// The desk said no, or took its yes back.
    Refused,
    /// The unit took it back.
    Withdrawn,
}

/// What a unit declares (nội dung khai báo).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    /// The day the review was held.
    pub held: Date,
    /// Number and day of the report that came of it.
    pub number: String,
    pub day: Option<Date>,
    pub words: String,
}

/// Why something about the own part cannot be done (lý do từ chối).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    DayMissing,
    DayUnreadable,
    /// Nothing was held on a day to come.
    DayToCome,
    NumberMissing,
    FileMissing,
    TextTooLong,
    /// One declaration waits or holds already.
    AlreadyDeclared,
    /// There is nothing to accept, refuse or take back.
    NothingDeclared,
    ReasonMissing,
    /// The report itself was sent meanwhile; it has to come back first.
    ReportSent,
}

/// The longest text that is taken, in characters.
pub const TEXT_LENGTH_MAX: usize = 2_000;

/// Folded words by which a section asks for figures or annexes, which a report of words seldom holds.
const ANNEX_WORDS: [&str; 6] =
    ["so lieu", "phu luc", "bieu mau", "bieu so", "bang bieu", "thong ke"];

impl Stage {
    /// Whether the report that came with the declaration stands for a part of the outline.
    pub fn holds(self) -> bool {
        matches!(self, Stage::Accepted | Stage::Whole)
    }

    /// The unit declares; `before` is where an earlier declaration stands.
    pub fn declare(before: Option<Stage>) -> Result<Stage, Refusal> {
        match before {
            None | Some(Stage::Refused | Stage::Withdrawn) => Ok(Stage::Declared),
            Some(Stage::Declared | Stage::Accepted | Stage::Whole) => Err(Refusal::AlreadyDeclared),
        }
    }

    /// The desk accepts it.
    pub fn accept(self, rest: Rest) -> Result<Stage, Refusal> {
        match (self, rest) {
            (Stage::Declared, Rest::Something) => Ok(Stage::Accepted),
            (Stage::Declared, Rest::Nothing) => Ok(Stage::Whole),
            _ => Err(Refusal::NothingDeclared),
        }
    }

    /// The desk says no, also after it said yes.
    pub fn refuse(self) -> Result<Stage, Refusal> {
        self.open().map(|()| Stage::Refused)
    }

    /// The unit takes it back.
    pub fn withdraw(self) -> Result<Stage, Refusal> {
        self.open().map(|()| Stage::Withdrawn)
    }

    fn open(self) -> Result<(), Refusal> {
        match self {
            Stage::Declared | Stage::Accepted | Stage::Whole => Ok(()),
            Stage::Refused | Stage::Withdrawn => Err(Refusal::NothingDeclared),
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Stage::Declared => "declared",
            Stage::Accepted => "accepted",
            Stage::Whole => "whole",
            Stage::Refused => "refused",
            Stage::Withdrawn => "withdrawn",
        }
    }

    pub fn parse(name: &str) -> Option<Stage> {
        [Stage::Declared, Stage::Accepted, Stage::Whole, Stage::Refused, Stage::Withdrawn]
            .into_iter()
            .find(|stage| stage.name() == name)
    }
}

/// Whether anything is still asked beside a declared part (phần còn phải báo cáo).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    Something,
    Nothing,
}

impl Declaration {
    /// What was typed, checked against `today`.
    pub fn new(
        held: Option<Date>,
        (number, day): (&str, Option<Date>),
        words: &str,
        today: Date,
    ) -> Result<Declaration, Refusal> {
        let held = held.ok_or(Refusal::DayMissing)?;
        if held > today || day.is_some_and(|day| day > today) {
            return Err(Refusal::DayToCome);
        }
        let number = text(number)?;
        if number.is_empty() {
            return Err(Refusal::NumberMissing);
        }
        Ok(Declaration { held, number, day, words: text(words)? })
    }
}

/// A reason with words in it.
pub fn reason(raw: &str) -> Result<String, Refusal> {
    let why = text(raw)?;
    if why.is_empty() { Err(Refusal::ReasonMissing) } else { Ok(why) }
}

/// Whether a section with this title and guidance asks for figures or annexes.
pub fn asks_annex(title: &str, guidance: &str) -> bool {
    let words = format!(" {} {} ", fold(title), fold(guidance));
    ANNEX_WORDS.iter().any(|asked| words.contains(&format!(" {asked} ")))
}

fn text(raw: &str) -> Result<String, Refusal> {
    let text = Text::new(raw).into_string();
    if text.chars().count() > TEXT_LENGTH_MAX {
        return Err(Refusal::TextTooLong);
    }
    Ok(text)
}

impl Refusal {
    /// The key of the sentence that says what to do.
    pub fn key(self) -> &'static str {
        match self {
            Refusal::DayMissing => "refusal-own-part-day-missing",
            Refusal::DayUnreadable => "refusal-own-part-day-unreadable",
            Refusal::DayToCome => "refusal-own-part-day-to-come",
            Refusal::NumberMissing => "refusal-own-part-number-missing",
            Refusal::FileMissing => "refusal-own-part-file-missing",
            Refusal::TextTooLong => "refusal-own-part-text-too-long",
            Refusal::AlreadyDeclared => "refusal-own-part-already-declared",
            Refusal::NothingDeclared => "refusal-own-part-nothing-declared",
            Refusal::ReasonMissing => "refusal-own-part-reason-missing",
            Refusal::ReportSent => "refusal-own-part-report-sent",
        }
    }
}

#[cfg(test)]
mod tests;
