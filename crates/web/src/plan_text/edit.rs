use super::{Piece, Sheet};
use crate::ui::{Entry, Link, Mistake, Ui};
use askama::Template;
use domain::document::Emphasis;
use serde::Deserialize;

/// The plan itself: its own words beside the paper they make. Posts `rev` and a field a part
/// (`opening`, `purpose`, …, `recipients`) to its own address.
#[derive(Template, Deserialize)]
#[template(path = "plan_text/edit.html")]
pub struct PlanPaperPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub state: PaperState,
    pub form: FormState,
    /// The parts of the text, in the order of the paper.
    pub words: Vec<PartField>,
    pub frame: FrameFields,
    pub sheet: Sheet,
    /// The uploaded file, while that is the plan.
    #[serde(default)]
    pub uploaded: Option<UploadedText>,
    pub docx: String,
    pub pdf: String,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// The uploaded file that is the plan: what units read of it.
#[derive(Clone, Debug, Deserialize)]
pub struct UploadedText {
    pub paragraphs: Vec<String>,
    /// The file itself; none where the text was pasted.
    #[serde(default)]
    pub file: Option<Link>,
    /// That a part of it is not given to units; empty where all is.
    #[serde(default)]
    pub held_back: String,
}

/// What the paper is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum PaperState {
    Draft,
    /// The uploaded file is the plan, until something is written here.
    Uploaded,
    /// The uploaded file is the plan, and nothing is written here.
    File,
    /// Approved and numbered.
    Numbered,
    Issued,
}

/// Whether the words can be written from this seat, now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum FormState {
    Open,
    Closed,
}

#[derive(Clone, Debug, Deserialize)]
pub struct PartField {
    pub name: String,
    /// The key of its label.
    pub label: String,
    pub entry: Entry,
}

/// What stands around the text.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct FrameFields {
    pub place: Entry,
    pub authority: Entry,
    pub post: Entry,
    pub signatory: Entry,
    pub recipients: Entry,
}

impl PaperState {
    fn key(self) -> &'static str {
        match self {
            PaperState::Draft => "plan-text-is-draft",
            PaperState::Uploaded => "plan-text-is-uploaded",
            PaperState::File => "plan-text-is-file",
            PaperState::Numbered => "plan-text-is-numbered",
            PaperState::Issued => "plan-text-is-issued",
        }
    }

    fn files_key(self) -> &'static str {
        match self {
            PaperState::Draft | PaperState::Uploaded | PaperState::File => "plan-text-files-draft",
            PaperState::Numbered => "plan-text-files-numbered",
            PaperState::Issued => "plan-text-files-issued",
        }
    }
}
