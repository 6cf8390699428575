use crate::plan_text::{Piece, Sheet};
use crate::ui::{Link, Ui};
use askama::Template;
use domain::document::Emphasis;
use serde::Deserialize;

/// The plan as it was issued, set here or uploaded, for those who carry it out.
#[derive(Template, Deserialize)]
#[template(path = "work/plan.html")]
pub struct PlanTextPage {
    pub ui: Ui,
    pub campaign: String,
    /// The task list it belongs to.
    pub back: String,
    /// `Kế hoạch số 48/KH-LĐLĐ ngày 03/06/2024`.
    pub plan: String,
    /// The paper that was set here.
    #[serde(default)]
    pub sheet: Option<Sheet>,
    /// Its files; empty where it was uploaded.
    #[serde(default)]
    pub files: Vec<Link>,
    /// The text of the uploaded file.
    #[serde(default)]
    pub paragraphs: Vec<String>,
}
