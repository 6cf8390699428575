use crate::ui::{Grid, Mistake, Ui};
use askama::Template;
use serde::Deserialize;

/// A segment of the campaign's figures, to be filled in. Posts every cell by its name, `rev` and
/// `done` to its own address; saves itself while typing where scripts run.
#[derive(Template, Deserialize)]
#[template(path = "grid/edit.html")]
pub struct GridPage {
    pub ui: Ui,
    pub campaign: String,
    /// The task list it belongs to.
    pub back: String,
    pub title: String,
    pub grid: Grid,
    pub rev: i64,
    /// `Đã lưu 16:05 · còn 12 ô`.
    pub saved: String,
    pub filled: usize,
    pub cells: usize,
    /// What "Kiểm tra" found; empty before it was asked.
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}
