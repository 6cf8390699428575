use crate::ui::{
    Choice, Entry, Grid, ItemState, Mistake, Pages, Part, ReportStatus, Step, SummaryRow, TaskRow,
    TreeNode, Ui,
};
use askama::Template;
use serde::Deserialize;

/// Every part of the design system on one page.
#[derive(Template, Deserialize)]
#[template(path = "gallery/parts.html")]
pub(super) struct PartsPage {
    ui: Ui,
    statuses: Vec<ReportStatus>,
    items: Vec<ItemState>,
    tasks: Vec<TaskRow>,
    summary: Vec<SummaryRow>,
    grid: Grid,
    mistakes: Vec<Mistake>,
    parts: Vec<Part>,
    steps: Vec<Step>,
    pages: Pages,
    tree: Vec<TreeNode>,
    text: Entry,
    wrong: Entry,
    choices: Vec<Choice>,
    prose: String,
}
