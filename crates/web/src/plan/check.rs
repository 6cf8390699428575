use crate::ui::{Choice, Entry, Mistake, Step, Ui};
use askama::Template;
use serde::Deserialize;

/// What was understood of a plan, beside its text. Corrections post `line` and `value` to
/// `correct`; the answers to the questions are posted to `confirm`.
#[derive(Template, Deserialize)]
#[template(path = "plan/check.html")]
pub struct PlanCheckPage {
    pub ui: Ui,
    /// The name of the file, or the title of the plan.
    pub name: String,
    pub text: Vec<TextBlock>,
    /// What only the author can decide, before anything is made of the plan.
    pub questions: Vec<Question>,
    pub warnings: Vec<PlanWarning>,
    pub dates: Vec<DateRow>,
    /// Letterhead, documents reviewed, bases, destination and desk, recipients.
    pub groups: Vec<FactGroup>,
    pub outline: Vec<OutlineRow>,
    pub outline_origin: Origin,
    /// How many things were read.
    pub read: usize,
    /// How many of them need a look.
    pub look: usize,
    /// The line that is being corrected.
    #[serde(default)]
    pub editing: Option<EditLine>,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// A block of the plan's text.
#[derive(Clone, Debug, Deserialize)]
pub struct TextBlock {
    pub look: TextLook,
    pub pieces: Vec<Piece>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum TextLook {
    Plain,
    Heading,
    Centred,
    /// Centred and bold.
    Title,
}

/// A run of text; a marked one leads to what was made of it.
#[derive(Clone, Debug, Deserialize)]
pub struct Piece {
    pub words: String,
    #[serde(default)]
    pub mark: Option<MarkKind>,
    /// The id of the line it gave; its own id is `t-` and that.
    #[serde(default)]
    pub line: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum MarkKind {
    Date,
    Who,
    Document,
    /// Needs a look.
    Look,
    /// Cannot be right.
    Wrong,
}

/// A choice the plan leaves open. `name` is the field's name.
#[derive(Clone, Debug, Deserialize)]
pub struct Question {
    pub name: String,
    pub words: String,
    #[serde(default)]
    pub hint: String,
    pub options: Vec<Choice>,
    #[serde(default)]
    pub error: String,
}

/// Something in the plan that does not fit.
#[derive(Clone, Debug, Deserialize)]
pub struct PlanWarning {
    pub severity: Severity,
    pub words: String,
    /// The id of the line it is about; empty for the plan as a whole.
    #[serde(default)]
    pub line: String,
    /// Where it can be mended.
    #[serde(default)]
    pub edit: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Severity {
    Note,
    Look,
    Wrong,
}

/// A date with who and what.
#[derive(Clone, Debug, Deserialize)]
pub struct DateRow {
    pub id: String,
    pub who: String,
    /// How many units that is: `62 đơn vị`.
    #[serde(default)]
    pub count: String,
    pub what: String,
    /// `Thứ Năm 04/07/2024`, `01–30/06/2024`.
    pub when: String,
    /// The plan's own words.
    #[serde(default)]
    pub stated: String,
    pub state: FactState,
    pub edit: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct FactGroup {
    pub title: String,
    pub rows: Vec<FactRow>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct FactRow {
    pub id: String,
    pub label: String,
    /// What was read; empty if it was not found.
    pub value: String,
    pub state: FactState,
    /// Where it can be corrected.
    pub edit: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum FactState {
    Read,
    Corrected,
    Look,
    Missing,
}

/// A line being corrected.
#[derive(Clone, Debug, Deserialize)]
pub struct EditLine {
    pub id: String,
    pub label: String,
    pub entry: Entry,
    #[serde(default)]
    pub hint: String,
}

/// An item of the report's outline.
#[derive(Clone, Debug, Deserialize)]
pub struct OutlineRow {
    pub number: String,
    pub title: String,
    pub depth: usize,
}

/// Where the outline comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Origin {
    /// The plan gives it.
    Read,
    /// Made up from the plan's contents; to be confirmed.
    Proposed,
}

impl PlanCheckPage {
    fn steps(&self) -> Vec<Step> {
        self.ui.plan_steps(1)
    }

    /// The form of the line, where it is the one being corrected.
    fn edits(&self, id: &str) -> Option<&EditLine> {
        self.editing.as_ref().filter(|line| line.id == id)
    }
}

impl TextLook {
    fn class(self) -> &'static str {
        match self {
            TextLook::Plain => "",
            TextLook::Heading => "plan-heading",
            TextLook::Centred => "plan-centred",
            TextLook::Title => "plan-title",
        }
    }
}

impl MarkKind {
    fn class(self) -> &'static str {
        match self {
            MarkKind::Date => "mark-date",
            MarkKind::Who => "mark-who",
            MarkKind::Document => "mark-document",
            MarkKind::Look => "mark-look",
            MarkKind::Wrong => "mark-wrong",
        }
    }
}
