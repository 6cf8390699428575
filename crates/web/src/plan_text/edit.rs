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
    pub docx: String,
    pub pdf: String,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// What the paper is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum PaperState {
    Draft,
    /// The uploaded file is the plan, until something is written here.
    Uploaded,
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
            PaperState::Numbered => "plan-text-is-numbered",
            PaperState::Issued => "plan-text-is-issued",
        }
    }

    fn files_key(self) -> &'static str {
        match self {
            PaperState::Draft | PaperState::Uploaded => "plan-text-files-draft",
            PaperState::Numbered => "plan-text-files-numbered",
            PaperState::Issued => "plan-text-files-issued",
        }
    }
}
