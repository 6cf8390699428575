use super::{ItemState, Ui};
use askama::Template;
use askama::filters::HtmlSafe;
use serde::Deserialize;

/// One thing to do. The whole row is its link; a task that cannot be done yet has none.
#[derive(Clone, Debug, Deserialize)]
pub struct TaskRow {
    pub name: String,
    #[serde(default)]
    pub href: String,
    /// What is missing, in a few words.
    #[serde(default)]
    pub hint: String,
    pub state: ItemState,
}

/// Things to do, with the state of each.
#[derive(Template)]
#[template(path = "ui/task_list/task_list.html")]
pub struct TaskList<'a> {
    ui: &'a Ui,
    rows: &'a [TaskRow],
}

impl HtmlSafe for TaskList<'_> {}

impl Ui {
    pub fn task_list<'a>(&'a self, rows: &'a [TaskRow]) -> TaskList<'a> {
        TaskList { ui: self, rows }
    }
}
