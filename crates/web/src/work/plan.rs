use crate::ui::Ui;
use askama::Template;
use serde::Deserialize;

/// The plan as its author uploaded it, for those who carry it out.
#[derive(Template, Deserialize)]
#[template(path = "work/plan.html")]
pub struct PlanTextPage {
    pub ui: Ui,
    pub campaign: String,
    /// The task list it belongs to.
    pub back: String,
    /// `Kế hoạch số 48/KH-LĐLĐ ngày 03/06/2024`.
    pub plan: String,
    pub paragraphs: Vec<String>,
}
