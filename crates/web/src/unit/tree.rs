use crate::ui::{Link, TreeNode, Ui};
use askama::Template;
use serde::Deserialize;

/// The units below the acting seat, as they stand on a day, or those found among them.
#[derive(Template, Deserialize)]
#[template(path = "unit/tree.html")]
pub struct UnitTreePage {
    pub ui: Ui,
    /// `01/07/2024`.
    pub on: String,
    pub total: i64,
    /// What was searched for; sent as `q`.
    #[serde(default)]
    pub query: String,
    /// Back up: the unit above, or from a search to the tree.
    #[serde(default)]
    pub above: Option<Link>,
    pub nodes: Vec<TreeNode>,
}
