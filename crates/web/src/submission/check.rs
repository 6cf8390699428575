use crate::ui::{ItemState, Mistake, SummaryRow, Ui};
use askama::Template;
use serde::Deserialize;

/// Everything before sending: what blocks, what needs a word, what goes to whom. Posts to `submit`.
#[derive(Template, Deserialize)]
#[template(path = "submission/check.html")]
pub struct CheckPage {
    pub ui: Ui,
    pub campaign: String,
    /// The task list it belongs to.
    pub back: String,
    /// What is sent, by when and to whom.
    pub facts: Vec<SummaryRow>,
    /// What must be mended first; nothing can be sent while there is any.
    #[serde(default)]
    pub blocking: Vec<CheckLine>,
    /// What is empty; it can be sent so, if that is meant.
    #[serde(default)]
    pub empty: Vec<CheckLine>,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
    /// Every part of the report with its state.
    pub parts: Vec<CheckLine>,
    /// That the sums stand for a part of the units only; empty where they stand for all.
    #[serde(default)]
    pub partial: String,
    /// To whom it goes, for the sentence above the button.
    pub to: String,
    /// Days late if it were sent now; 0 when in time.
    #[serde(default)]
    pub days_late: i64,
    /// The state of the report this page was drawn from; it also makes a second press of the button
    /// no second sending.
    pub rev: i64,
}

/// A part of the report or something wrong with it, and where to go.
#[derive(Clone, Debug, Deserialize)]
pub struct CheckLine {
    pub words: String,
    pub href: String,
    #[serde(default)]
    pub state: Option<ItemState>,
    /// What it holds: `39 từ`, `25/25 ô`.
    #[serde(default)]
    pub note: String,
}
