use crate::figures::Basis;
use crate::ui::{Link, Pages, Ui};
use askama::Template;
use serde::Deserialize;

/// One figure opened: the units and versions it is made of, and those that are missing.
#[derive(Template, Deserialize)]
#[template(path = "figures/trace.html")]
pub struct TracePage {
    pub ui: Ui,
    pub campaign: String,
    /// The table it comes from.
    pub back: Link,
    /// The unit whose total it is.
    pub body: String,
    pub indicator: String,
    pub unit: String,
    /// The period: `Năm 2024`.
    pub column: String,
    pub total: String,
    pub basis: Basis,
    /// Units counted, of those asked.
    pub n: usize,
    pub of: usize,
    /// How the total is made, in a sentence.
    pub made_of: String,
    /// The other totals it is worked out from, each to be opened in its turn.
    #[serde(default)]
    pub sources: Vec<TracedSource>,
    /// The units counted, the largest figure first; none for what is only worked out.
    pub units: Vec<TracedUnit>,
    pub missing: Vec<MissingUnit>,
    /// Which units report for a time of their own; empty where none does.
    #[serde(default)]
    pub terms: String,
    /// How many units are not asked this; empty where all are.
    #[serde(default)]
    pub not_asked: String,
    #[serde(default)]
    pub pages: Option<Pages>,
}

/// A total from which another is worked out.
#[derive(Clone, Debug, Deserialize)]
pub struct TracedSource {
    pub words: String,
    pub value: String,
    pub href: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct TracedUnit {
    pub name: String,
    /// Under which unit it stands.
    #[serde(default)]
    pub under: String,
    pub value: String,
    /// `lần 2, 16:05 ngày 03/07/2024`.
    pub version: String,
    pub href: String,
    /// The day it was received; empty while it waits.
    #[serde(default)]
    pub received: String,
    /// To the sums its own campaign made of the units below it.
    #[serde(default)]
    pub below: Option<Link>,
}

/// A unit that is asked but not counted.
#[derive(Clone, Debug, Deserialize)]
pub struct MissingUnit {
    pub name: String,
    /// `Chưa gửi`, `Trả lại`, `Chưa thu thập được`.
    pub why: String,
}
