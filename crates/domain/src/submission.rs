//! What a unit answers (bài nộp): its stages, its versions, what is still missing.

mod content;
mod stage;

pub use content::{Content, ContentError, PinnedSums, SectionText};
pub use stage::{Stage, StageName};

use crate::id::{SectionId, SegmentId};
use serde::{Deserialize, Serialize};

/// A place in a report that a reason points at (chỗ cần sửa).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The report as a whole.
    Whole,
    Section(SectionId),
    /// A cell by its position in the segment.
    Cell(SegmentId, u32),
}

/// Why a report goes back, said at a place (lý do trả lại).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnReason {
    pub place: Place,
    text: String,
}

/// Something that keeps a report from being sent (việc còn thiếu).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// A section without a word in it.
    SectionEmpty(SectionId),
    /// Cells that hold nothing.
    CellsBlank { segment: SegmentId, count: usize },
    /// A cell that holds no number.
    CellUnreadable { segment: SegmentId, cell: u32, typed: String },
}

/// The longest reason that is taken, in characters.
pub const REASON_LENGTH_MAX: usize = 2_000;
/// The longest section that is taken, in characters.
pub const SECTION_LENGTH_MAX: usize = 200_000;

/// Why an act on a report cannot be done (lý do từ chối).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// It was sent and not returned; nothing may be changed.
    AlreadySubmitted,
    AlreadyReceived,
    /// Nothing lies there to be received or returned.
    NotSubmitted,
    /// A newer version came meanwhile.
    VersionPassed,
    /// The figures are added up from below; nobody types them.
    FiguresAddedUp,
    /// Something asked for is missing.
    Incomplete,
    ReasonMissing,
    ReasonTooLong,
    TextTooLong,
    NotAsked,
    NotIssued,
}

impl ReturnReason {
    /// A reason with words in it, at most [`REASON_LENGTH_MAX`] characters.
    pub fn parse(place: Place, raw: &str) -> Result<ReturnReason, Refusal> {
        let text = crate::text::Text::new(raw).into_string();
        if text.is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        if text.chars().count() > REASON_LENGTH_MAX {
            return Err(Refusal::ReasonTooLong);
        }
        Ok(ReturnReason { place, text })
    }

    pub fn text(&self) -> &str {
        &self.text
    }
}

impl Refusal {
    /// The key of the sentence that says what to do.
    pub fn key(self) -> &'static str {
        match self {
            Refusal::AlreadySubmitted => "refusal-submission-already-submitted",
            Refusal::AlreadyReceived => "refusal-submission-already-received",
            Refusal::FiguresAddedUp => "refusal-submission-figures-added-up",
            Refusal::NotSubmitted => "refusal-submission-not-submitted",
            Refusal::VersionPassed => "refusal-submission-version-passed",
            Refusal::Incomplete => "refusal-submission-incomplete",
            Refusal::ReasonMissing => "refusal-submission-reason-missing",
            Refusal::ReasonTooLong => "refusal-submission-reason-too-long",
            Refusal::TextTooLong => "refusal-submission-text-too-long",
            Refusal::NotAsked => "refusal-submission-not-asked",
            Refusal::NotIssued => "refusal-submission-not-issued",
        }
    }
}

#[cfg(test)]
mod tests;
