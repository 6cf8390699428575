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
    /// How many of those counted say that none arose.
    pub none_arisen: usize,
    /// The units counted, the largest figure first.
    pub units: Vec<TracedUnit>,
    pub missing: Vec<MissingUnit>,
    #[serde(default)]
    pub pages: Option<Pages>,
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
    /// The version, or the unit's own table of what lies below; empty if it may not be read.
    #[serde(default)]
    pub href: String,
    /// Who received it and when; empty while it waits.
    #[serde(default)]
    pub received: String,
}

/// A unit that is asked but not counted.
#[derive(Clone, Debug, Deserialize)]
pub struct MissingUnit {
    pub name: String,
    /// `Chưa gửi`, `Trả lại`, `Chưa thu thập được`.
    pub why: String,
}
