use crate::ui::{Choice, Entry, Link, Mistake, Step, Ui};
use askama::Template;
use serde::Deserialize;

/// What was understood of a plan, beside its text. A correction posts `rev`, `line`, the fields of
/// its line and `do` (`save` or `drop`) to the plan's own address; the chosen destination posts
/// `rev` and `destination` to `destination`; `rev` and `stated-day` go to `confirm`.
#[derive(Template, Deserialize)]
#[template(path = "plan/check.html")]
pub struct PlanCheckPage {
    pub ui: Ui,
    /// The name of the file, or the title of the plan.
    pub name: String,
    /// The plan's address, to which the forms are sent.
    pub address: String,
    pub rev: i64,
    /// The campaign that was made of it; nothing can be changed here then.
    #[serde(default)]
    pub campaign: Option<Link>,
    /// What happened to bring the reader here: the same file was uploaded before.
    #[serde(default)]
    pub notice: String,
    pub text: Vec<TextBlock>,
    /// Whether the day named in "trước ngày" counts, where the plan says so.
    #[serde(default)]
    pub stated_day: Option<Question>,
    /// Which of two destinations holds, where the plan names two.
    #[serde(default)]
    pub destination: Option<Question>,
    pub warnings: Vec<PlanWarning>,
    pub dates: Vec<DateRow>,
    /// Letterhead, documents reviewed, bases, destinations, duties, recipients.
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
    pub id: String,
    pub severity: Severity,
    pub words: String,
    /// The mark in the text it is about; empty for the plan as a whole.
    #[serde(default)]
    pub line: String,
    /// Where it can be mended; empty where the text itself would have to be.
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
    pub what: String,
    /// `Thứ Năm 04/07/2024`, `01–30/06/2024`.
    pub when: String,
    /// The plan's own words.
    #[serde(default)]
    pub stated: String,
    pub state: FactState,
    /// Where it can be corrected; empty once it cannot.
    pub edit: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct FactGroup {
    pub title: String,
    pub rows: Vec<FactRow>,
    /// Where a row can be added.
    #[serde(default)]
    pub add: Option<Link>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct FactRow {
    pub id: String,
    pub label: String,
    /// What was read; empty if it was not found.
    pub value: String,
    pub state: FactState,
    /// Where it can be corrected; empty where it cannot.
    #[serde(default)]
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
    pub fields: Vec<EditField>,
    #[serde(default)]
    pub removal: Removal,
}

/// Whether a line can be taken out as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Removal {
    #[default]
    No,
    Yes,
}

/// A field of a line: free text, or one of several choices where there are any.
#[derive(Clone, Debug, Deserialize)]
pub struct EditField {
    pub name: String,
    pub label: String,
    #[serde(default)]
    pub hint: String,
    #[serde(default)]
    pub entry: Entry,
    #[serde(default)]
    pub options: Vec<Choice>,
}

/// An item of the report's outline.
#[derive(Clone, Debug, Deserialize)]
pub struct OutlineRow {
    pub id: String,
    pub number: String,
    pub title: String,
    pub depth: usize,
    #[serde(default)]
    pub edit: String,
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

    /// The form of a line that is being added to those there are.
    fn adds(&self, kind: &str) -> Option<&EditLine> {
        let shown = |id: &str| {
            let facts = self.groups.iter().flat_map(|group| &group.rows);
            self.dates.iter().any(|row| row.id == id) || facts.into_iter().any(|row| row.id == id)
        };
        self.editing.as_ref().filter(|line| line.id.starts_with(kind) && !shown(&line.id))
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
