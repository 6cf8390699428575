use crate::ui::{Link, Pages, TreeNode, Ui};
use askama::Template;
use serde::Deserialize;

/// A unit of the tree with those directly below it, as they stand on a day, or those found in it.
#[derive(Template, Deserialize)]
#[template(path = "unit/tree.html")]
pub struct UnitTreePage {
    pub ui: Ui,
    /// The day asked for as typed; sent as `on`.
    pub on: String,
    /// A day that could not be read.
    #[serde(default)]
    pub on_error: String,
    /// What was searched for; sent as `q`.
    #[serde(default)]
    pub query: String,
    /// From the own unit down to the one above; from a search back to the tree.
    #[serde(default)]
    pub above: Vec<Link>,
    /// How many units stand directly below; nothing in a search.
    #[serde(default)]
    pub below: Option<usize>,
    pub nodes: Vec<TreeNode>,
    #[serde(default)]
    pub pages: Option<Pages>,
    /// The groups of the own unit.
    #[serde(default)]
    pub groups: Option<Link>,
    /// Where the people of the unit are managed; nothing for a seat that may not.
    #[serde(default)]
    pub people: Option<Link>,
    /// Where the tree is reorganised; nothing for a seat that may not.
    #[serde(default)]
    pub organise: Option<Link>,
}
