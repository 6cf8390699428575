use crate::ui::{Link, Mistake, Step, SummaryRow, TaskRow, Ui};
use askama::Template;
use serde::Deserialize;

/// A campaign being prepared: what is still to be set, in any order.
#[derive(Template, Deserialize)]
#[template(path = "campaign/setup.html")]
pub struct SetupPage {
    pub ui: Ui,
    pub campaign: String,
    /// Name, plan, period, desk: each with where to change it.
    pub facts: Vec<SummaryRow>,
    /// Outline, figures, units and dates, issue.
    pub tasks: Vec<TaskRow>,
    /// Where the plan's text and its reading are.
    pub plan: Link,
    /// What keeps it from being issued, after it was tried.
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

impl SetupPage {
    fn steps(&self) -> Vec<Step> {
        self.ui.plan_steps(2)
    }
}
