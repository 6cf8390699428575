//! The document model (văn bản): a finished value that becomes DOCX, PDF or HTML.
//!
//! Everything a reader of the paper sees stands in it as words, the label of the recipients as much
//! as the national motto; what a renderer adds is numbers of headings and of pages. Words are NFC;
//! a `\n` inside them is a line break.

mod block;
mod letterhead;
mod numbering;
mod plain;
mod plan;
mod profile;
mod table;
mod width;

pub use block::{Block, Emphasis, Heading, HeadingNumber, Level, Run, blocks_of};
pub use letterhead::{DateWords, HeadLines, Letterhead, date_words, number_words};
pub use numbering::{Numbered, letter, numbered, roman};
pub use plan::{
    PlanBasis, PlanDuty, PlanException, PlanPaper, PlanPart, PlanSender, PlanSending, PlanTable,
    PlanTexts,
};
pub use profile::{Margins, Paper, Profile, Sizes, Turn};
pub use table::{Align, Cell, Column, Row, Table};
pub use width::{break_evenly, width_tenths_mm};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An official paper, complete (văn bản).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub profile: Profile,
    pub properties: Properties,
    pub letterhead: Letterhead,
    pub title: Title,
    pub addressee: Option<Addressee>,
    pub body: Vec<Block>,
    pub recipients: Option<Recipients>,
    pub signature: Option<Signature>,
    /// Each begins a page of its own after the signature and counts its pages from 1.
    pub annexes: Vec<Annex>,
}

/// What the file says about itself (thuộc tính tệp).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Properties {
    pub title: String,
    pub author: String,
    /// A language tag such as `vi-VN`.
    pub language: String,
    /// The day the paper is of; both files carry it as the time they were made.
    pub dated: Date,
}

/// Name of the type and the subject (tên loại và trích yếu).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// In capitals, as it is printed.
    pub kind: String,
    pub subject: String,
}

/// To whom the paper speaks (kính gửi).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    pub label: String,
    pub names: Vec<String>,
}

/// Who gets the paper (nơi nhận).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipients {
    pub label: String,
    pub list: Vec<Recipient>,
}

/// One line of the recipients (nơi nhận), with the purpose in its own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    pub name: String,
    pub purpose: Option<String>,
}

/// The block a signer signs in (khối ký).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// In whose name or for whom, one line each; often one, none for a head who signs for himself.
    pub authority: Vec<String>,
    pub post: String,
    /// What stands in the place of the hand's own mark, if anything.
    pub mark: Option<String>,
    pub name: String,
}

/// An annex (phụ lục).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annex {
    pub label: String,
    pub title: String,
    /// The line that ties the annex to its paper.
    pub note: Option<String>,
    pub turn: Turn,
    pub body: Vec<Block>,
}

impl Title {
    /// Length of the rule below the subject: two fifths of its longest line, in tenths of a
    /// millimetre.
    pub fn rule_tenths_mm(&self, profile: &Profile) -> u32 {
        let room = u32::from(profile.text_width_tenths_mm(Turn::Upright));
        let width = |line| width_tenths_mm(line, Emphasis::Bold, profile.sizes.title);
        self.subject.lines().map(width).max().unwrap_or(0).min(room) * 2 / 5
    }
}

impl Recipients {
    /// The list as it is printed: `- name (purpose);`, the last line with a full stop.
    pub fn lines(&self) -> Vec<String> {
        let last = self.list.len().saturating_sub(1);
        let line = |(at, recipient): (usize, &Recipient)| {
            let end = if at == last { '.' } else { ';' };
            let name = recipient.name.trim_end_matches([';', '.', ' ']);
            match &recipient.purpose {
                Some(purpose) => format!("- {name} ({purpose}){end}"),
                None => format!("- {name}{end}"),
            }
        };
        self.list.iter().enumerate().map(line).collect()
    }
}

#[cfg(test)]
mod tests;
