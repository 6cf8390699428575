use crate::submission::{ReportBody, VersionLink};
use crate::ui::{Choice, Entry, Mistake, ReportStatus, Ui};
use askama::Template;
use serde::Deserialize;

/// A report on the desk. Receiving posts `version` to `receive` below the address; returning posts
/// `version`, `reason-whole`, `reason-<section id>`, and `cell-N` with `cell-reason-N` to `return`.
#[derive(Template, Deserialize)]
#[template(path = "review/show.html")]
pub struct ReviewPage {
    pub ui: Ui,
    pub campaign: String,
    /// The queue it comes from.
    pub back: String,
    /// The address of this page.
    pub address: String,
    pub body: String,
    pub version: i64,
    pub at: String,
    pub by: String,
    /// `Gửi muộn 2 ngày`; empty when in time.
    #[serde(default)]
    pub late: String,
    pub status: ReportStatus,
    pub versions: Vec<VersionLink>,
    /// Why the version before was returned, and whether something was changed there.
    #[serde(default)]
    pub earlier: Vec<EarlierReason>,
    pub report: ReportBody,
    /// What can be done with it now.
    pub reviewable: Reviewable,
    /// What was written before a refusal, section by section in the order of the report.
    #[serde(default)]
    pub whole: Entry,
    #[serde(default)]
    pub section_reasons: Vec<Entry>,
    pub cells: Vec<CellReason>,
    /// The cells to point at: value the position, label `2. Trong đó: nữ, năm 2024: 431`.
    pub cell_choices: Vec<Choice>,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// A reason of the version before.
#[derive(Clone, Debug, Deserialize)]
pub struct EarlierReason {
    /// Where it pointed; empty for the whole.
    #[serde(default)]
    pub place: String,
    pub words: String,
    pub outcome: Outcome,
}

/// What the unit did at the place of a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Outcome {
    Changed,
    AsBefore,
    /// The reason pointed at no single place.
    Unknown,
}

/// A reason on a cell; the page offers as many lines as there are here.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct CellReason {
    /// The value of the chosen cell; empty for none.
    #[serde(default)]
    pub cell: String,
    #[serde(default)]
    pub reason: Entry,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Reviewable {
    /// It waits to be received or returned.
    Yes,
    /// It was received or returned already, or a newer version lies here.
    No,
}

impl ReviewPage {
    fn section_reason(&self, at: &usize) -> &Entry {
        static NOTHING: Entry = Entry { value: String::new(), error: String::new() };
        self.section_reasons.get(*at).unwrap_or(&NOTHING)
    }
}
