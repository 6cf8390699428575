use crate::ui::{Choice, Link, Mistake, Ui};
use askama::Template;
use serde::Deserialize;

/// Who reports, and to whom. Posts for every group `tier-N` (its key), `asked-N` (`yes`),
/// `destination-N`, `via-N`; `desk` and `rev`.
#[derive(Template, Deserialize)]
#[template(path = "campaign/units.html")]
pub struct UnitsPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub groups: Vec<UnitGroup>,
    /// The issuer's own organs, one of which reports arrive at.
    pub desks: Vec<Choice>,
    pub exceptions: Vec<ExceptionRow>,
    /// Where an exception is added.
    pub add: String,
    /// How many units report as things stand.
    pub total: usize,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// The units of one level directly under another.
#[derive(Clone, Debug, Deserialize)]
pub struct UnitGroup {
    /// `level/level above`.
    pub key: String,
    pub name: String,
    /// The units in short, so that the number can be believed.
    pub names: Vec<String>,
    #[serde(default)]
    pub chosen: Chosen,
    pub destinations: Vec<Choice>,
    /// Through whom reports to the issuer go.
    pub desks: Vec<Choice>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Chosen {
    #[default]
    No,
    Yes,
}

/// Units that are asked otherwise than those of their level.
#[derive(Clone, Debug, Deserialize)]
pub struct ExceptionRow {
    pub href: String,
    pub name: String,
    #[serde(default)]
    pub asked: Chosen,
    #[serde(default)]
    pub to: String,
    pub names: Vec<String>,
    #[serde(default)]
    pub note: String,
}
