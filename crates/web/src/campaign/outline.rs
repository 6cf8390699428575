use crate::ui::{Link, Mistake, Ui};
use askama::Template;
use serde::Deserialize;

/// The outline of the report, to be set. Posts `number-N`, `title-N`, `guidance-N`, `depth-N` for
/// every row, `rev`, and `do`: `save`, `confirm`, `add`, or `up-N`, `down-N`, `remove-N`.
#[derive(Template, Deserialize)]
#[template(path = "campaign/outline.html")]
pub struct OutlinePage {
    pub ui: Ui,
    pub campaign: String,
    /// The setting page it belongs to.
    pub back: Link,
    pub items: Vec<OutlineItem>,
    pub origin: crate::plan::Origin,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// An item as it stands in its fields. A new one is empty.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct OutlineItem {
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub guidance: String,
    /// Steps below the top, 0 to 2.
    #[serde(default)]
    pub depth: usize,
    #[serde(default)]
    pub error: String,
}
