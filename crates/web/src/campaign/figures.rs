use crate::ui::{Choice, Entry, Link, Mistake, Ui};
use askama::Template;
use serde::Deserialize;

/// The table of figures a campaign asks for, to be set. Posts `columns` (a period a line), and for
/// every row `code-N`, `name-N`, `unit-N`, `decimals-N`, `rule-N`, `group-N`; `rev`, and `do`:
/// `save`, `add`, or `up-N`, `down-N`, `remove-N`.
#[derive(Template, Deserialize)]
#[template(path = "campaign/figures.html")]
pub struct CampaignFiguresPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub title: Entry,
    /// The periods, one a line.
    pub columns: Entry,
    pub rows: Vec<IndicatorRow>,
    /// The rules a figure can be added up by: value is the code.
    pub rules: Vec<Choice>,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// An indicator as it stands in its fields. A new one is empty.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct IndicatorRow {
    #[serde(default)]
    pub code: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub unit: String,
    /// Digits behind the comma, 0 to 4.
    #[serde(default)]
    pub decimals: usize,
    /// The code of its rule.
    #[serde(default)]
    pub rule: String,
    /// The heading under which it stands; may be empty.
    #[serde(default)]
    pub group: String,
    #[serde(default)]
    pub error: String,
}
