use crate::ui::{Grid, Mistake, Ui};
use askama::Template;
use serde::Deserialize;

/// A segment of the campaign's figures, to be filled in. Posts every cell by its name, and what
/// stood there as `was-` and its name, to its own address; saves itself while typing where scripts run.
#[derive(Template, Deserialize)]
#[template(path = "grid/edit.html")]
pub struct GridPage {
    pub ui: Ui,
    pub campaign: String,
    /// The task list it belongs to.
    pub back: String,
    pub title: String,
    /// `từ 01/10/2021`: the time of its own for which the unit reports; empty where it has none.
    #[serde(default)]
    pub term: String,
    pub grid: Grid,
    /// `Đã lưu 16:05 · còn 12 ô`.
    pub saved: String,
    pub filled: usize,
    pub cells: usize,
    /// What "Kiểm tra" found; empty before it was asked.
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}
