use crate::ui::{Choice, Entry, Link, Mistake, Ui};
use askama::Template;
use serde::Deserialize;

/// Who reports, by when, to whom. Posts for every group `group-N` (chosen), `due-N`,
/// `destination-N`, `desk-N`; `exempt` for every exempted unit that stays, `add` for a unit to be
/// exempted, and `rev`.
#[derive(Template, Deserialize)]
#[template(path = "campaign/units.html")]
pub struct UnitsPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub groups: Vec<UnitGroup>,
    pub exceptions: Vec<ExceptionRow>,
    /// Units that can still be exempted.
    pub exempt_choices: Vec<Choice>,
    /// How many units report as things stand.
    pub total: usize,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// The units of one level, or those directly under the issuer.
#[derive(Clone, Debug, Deserialize)]
pub struct UnitGroup {
    pub name: String,
    pub units: usize,
    #[serde(default)]
    pub chosen: Chosen,
    /// The last day in time, as typed.
    pub due: Entry,
    /// What the plan says: `trước ngày 05/7/2024`, and how it was understood.
    #[serde(default)]
    pub stated: String,
    pub destinations: Vec<Choice>,
    pub desks: Vec<Choice>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Chosen {
    #[default]
    No,
    Yes,
}

/// A unit that does not report.
#[derive(Clone, Debug, Deserialize)]
pub struct ExceptionRow {
    pub id: String,
    pub name: String,
    pub why: String,
}
