use super::Ui;
use askama::Template;
use askama::filters::HtmlSafe;
use serde::Deserialize;

/// A unit with those under it.
#[derive(Clone, Debug, Deserialize)]
pub struct TreeNode {
    pub name: String,
    #[serde(default)]
    pub href: String,
    /// What stands beside the name: level, counts.
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub children: Vec<TreeNode>,
}

/// Units under units, folded by the browser itself.
#[derive(Template)]
#[template(path = "ui/tree/tree.html")]
pub struct Tree<'a> {
    ui: &'a Ui,
    nodes: &'a [TreeNode],
    depth: usize,
}

impl HtmlSafe for Tree<'_> {}

impl Ui {
    pub fn tree<'a>(&'a self, nodes: &'a [TreeNode]) -> Tree<'a> {
        self.tree_below(nodes, 0)
    }

    fn tree_below<'a>(&'a self, nodes: &'a [TreeNode], depth: usize) -> Tree<'a> {
        Tree { ui: self, nodes, depth }
    }
}
