use crate::ui::{Entry, Mistake, Step, Ui};
use askama::Template;
use serde::Deserialize;

/// Handing in a plan: `file` and `text` posted as multipart to its own address.
#[derive(Template, Deserialize)]
#[template(path = "plan/upload.html")]
pub struct PlanUploadPage {
    pub ui: Ui,
    #[serde(default)]
    pub file: Entry,
    #[serde(default)]
    pub text: Entry,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

impl PlanUploadPage {
    fn steps(&self) -> Vec<Step> {
        self.ui.plan_steps(0)
    }
}
