use crate::ui::{TreeNode, Ui};
use askama::Template;
use serde::Deserialize;

/// The units below the acting seat, as they stand on a day.
#[derive(Template, Deserialize)]
#[template(path = "unit/tree.html")]
pub struct UnitTreePage {
    pub ui: Ui,
    /// `01/07/2024`.
    pub on: String,
    pub total: usize,
    /// What was searched for; sent as `q`.
    #[serde(default)]
    pub query: String,
    pub nodes: Vec<TreeNode>,
}
