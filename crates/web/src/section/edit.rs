use crate::ui::{Entry, ItemState, Link, Ui};
use askama::Template;
use domain::campaign::Need;
use serde::Deserialize;

/// One section of the outline, to be written. Posts `text`, `rev` and `done` to its own address;
/// saves itself while writing where scripts run.
#[derive(Template, Deserialize)]
#[template(path = "section/edit.html")]
pub struct SectionPage {
    pub ui: Ui,
    pub campaign: String,
    /// The task list it belongs to.
    pub back: String,
    /// Its number and title: `II.2. Chăm lo lợi ích thiết thực`.
    pub title: String,
    /// Position in the outline, from 1.
    pub at: usize,
    pub of: usize,
    /// Whether it may be left out.
    #[serde(default)]
    pub need: Need,
    /// The department whose field it is, where reports come together; may be empty.
    #[serde(default)]
    pub owner: String,
    pub outline: Vec<OutlineStop>,
    /// What the plan asks for here, a paragraph each.
    pub guidance: Vec<String>,
    /// The documents opened from here.
    #[serde(default)]
    pub library: Vec<Link>,
    /// Where the declaration is whose report covers the section; empty where it is to be written.
    #[serde(default)]
    pub covered: String,
    /// Reasons of the last return that point here.
    #[serde(default)]
    pub reasons: Vec<ReturnedReason>,
    pub text: Entry,
    /// The state of the draft this page was drawn from.
    pub rev: i64,
    /// `Đã lưu 16:05`, or that nothing is written yet.
    pub saved: String,
    pub state: ItemState,
    /// The address of the section before; empty on the first.
    #[serde(default)]
    pub previous: String,
    #[serde(default)]
    pub next: String,
    /// What lower units wrote here, of those received; empty for units without lower units.
    #[serde(default)]
    pub lower: Vec<LowerText>,
    /// How many of the units below are not asked this section.
    #[serde(default)]
    pub not_asked: usize,
    /// How many of the units below are in [`Self::lower`], and how many there are.
    #[serde(default)]
    pub coverage: (usize, usize),
}

/// A section in the outline beside the text.
#[derive(Clone, Debug, Deserialize)]
pub struct OutlineStop {
    pub title: String,
    pub href: String,
    pub depth: usize,
    pub state: ItemState,
    #[serde(default)]
    pub here: Here,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Here {
    #[default]
    No,
    Yes,
}

/// Why something was returned.
#[derive(Clone, Debug, Deserialize)]
pub struct ReturnedReason {
    pub words: String,
    /// Who said so and when: `đ/c Trần Thu Hà, 01/07/2024`.
    pub by: String,
}

/// What a lower unit wrote in the same section. Inserting posts `insert` with its id.
#[derive(Clone, Debug, Deserialize)]
pub struct LowerText {
    pub id: String,
    pub unit: String,
    /// The version it comes from: `lần 2, 03/07/2024`.
    pub version: String,
    pub href: String,
    /// The report the unit handed in before, where it covers the section; else empty.
    #[serde(default)]
    pub own_report: String,
    pub paragraphs: Vec<String>,
    pub used: Used,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Used {
    NotYet,
    Inserted,
}

impl SectionPage {
    /// How many words there are.
    fn words(&self) -> usize {
        self.text.value.split_whitespace().count()
    }
}
