//! The library of a campaign (tài liệu của đợt): what its bodies read and fill in, and what the plan
//! announced but did not hold.

use crate::campaign::Stage;
use crate::file::File;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// What a document is for (loại tài liệu).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The document reviewed (văn bản được sơ kết, tổng kết).
    Subject,
    /// A document the plan rests on (căn cứ).
    Basis,
    /// How something is to be done (hướng dẫn).
    Guidance,
    /// Something to be filled in (biểu mẫu).
    Form,
    /// The outline of the report (đề cương).
    Outline,
    Other,
}

/// How a document came into the library (nguồn).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Its officer added it.
    Added,
    /// The plan names it.
    Cited,
    /// The plan says that it comes along, and the file did not hold it.
    Announced,
}

/// What there is of a document (hiện có gì).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    Nothing,
    File(File),
    /// It was made here: the outline, the table of figures.
    Built,
    /// It will not come, and why.
    Dropped(Reason),
}

/// Words that say why (lý do), at most [`REASON_LENGTH_MAX`] characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reason(String);

/// Why something about the library cannot be done (lý do từ chối).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    TitleMissing,
    DayUnreadable,
    ReasonMissing,
    ReasonTooLong,
    /// It is said to be made here, and is not.
    NotBuilt,
    /// The plan announced it, so it does not go in silence.
    Announced,
    /// The campaign is at work; what its bodies were given stays.
    Issued,
    /// More documents than a library takes.
    TooMany,
}

/// The longest reason that is taken, in characters.
pub const REASON_LENGTH_MAX: usize = 1_000;
/// The longest title that is kept, in characters.
pub const TITLE_LENGTH_MAX: usize = 600;
/// How many documents a library takes.
pub const ITEMS_MAX: usize = 200;

/// What is done to a document of the library (việc với một tài liệu).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A document is added, or one that was missing is settled.
    Complete,
    /// What is there is corrected, replaced or removed.
    Replace,
}

impl Origin {
    /// Whether it must still be settled: the plan announced it, and nothing is there (còn mở).
    pub fn is_open(self, held: &Held) -> bool {
        self == Origin::Announced && *held == Held::Nothing
    }

    /// Passes where a document may be taken out of the library: one that was announced may not, it is
    /// dropped with a reason.
    pub fn removable(self) -> Result<(), Refusal> {
        match self {
            Origin::Added | Origin::Cited => Ok(()),
            Origin::Announced => Err(Refusal::Announced),
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Origin::Added => "added",
            Origin::Cited => "cited",
            Origin::Announced => "announced",
        }
    }

    pub fn parse(name: &str) -> Option<Origin> {
        [Origin::Added, Origin::Cited, Origin::Announced].into_iter().find(|o| o.name() == name)
    }
}

impl Change {
    /// Passes where the campaign's stage allows it: once issued, the library only grows.
    pub fn allowed(self, stage: Stage) -> Result<(), Refusal> {
        match (self, stage) {
            (Change::Complete, _) | (Change::Replace, Stage::Preparing) => Ok(()),
            (Change::Replace, Stage::Issued { .. }) => Err(Refusal::Issued),
        }
    }
}

impl Held {
    /// What it means to settle a document that holds this.
    pub fn change(&self) -> Change {
        match self {
            Held::Nothing => Change::Complete,
            Held::File(_) | Held::Built | Held::Dropped(_) => Change::Replace,
        }
    }

    pub fn name(&self) -> &'static str {
        match self {
            Held::Nothing => "nothing",
            Held::File(_) => "file",
            Held::Built => "built",
            Held::Dropped(_) => "dropped",
        }
    }

    pub fn file(&self) -> Option<&File> {
        match self {
            Held::File(file) => Some(file),
            Held::Nothing | Held::Built | Held::Dropped(_) => None,
        }
    }
}

impl Role {
    pub const ALL: [Role; 6] =
        [Role::Subject, Role::Basis, Role::Guidance, Role::Form, Role::Outline, Role::Other];

    pub fn name(self) -> &'static str {
        match self {
            Role::Subject => "subject",
            Role::Basis => "basis",
            Role::Guidance => "guidance",
            Role::Form => "form",
            Role::Outline => "outline",
            Role::Other => "other",
        }
    }

    pub fn parse(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }
}

impl Reason {
    /// A reason with words in it.
    pub fn parse(raw: &str) -> Result<Reason, Refusal> {
        let words = Text::new(raw).into_string();
        match words.chars().count() {
            0 => Err(Refusal::ReasonMissing),
            n if n > REASON_LENGTH_MAX => Err(Refusal::ReasonTooLong),
            _ => Ok(Reason(words)),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Refusal {
    /// The key of the sentence that says what to do.
    pub fn key(self) -> &'static str {
        match self {
            Refusal::TitleMissing => "refusal-library-title-missing",
            Refusal::DayUnreadable => "refusal-campaign-deadline-unreadable",
            Refusal::ReasonMissing => "refusal-library-reason-missing",
            Refusal::ReasonTooLong => "refusal-library-reason-too-long",
            Refusal::NotBuilt => "refusal-library-not-built",
            Refusal::Announced => "refusal-library-announced",
            Refusal::Issued => "refusal-library-issued",
            Refusal::TooMany => "refusal-library-too-many",
        }
    }
}

#[cfg(test)]
mod tests;
