use crate::ui::{Mistake, Step, SummaryRow, Ui};
use askama::Template;
use serde::Deserialize;

/// The last look before a campaign goes out. Posts `once` to its own address.
#[derive(Template, Deserialize)]
#[template(path = "campaign/issue.html")]
pub struct IssuePage {
    pub ui: Ui,
    pub campaign: String,
    pub back: String,
    /// How many units will get tasks.
    pub units: usize,
    pub sections: usize,
    pub indicators: usize,
    pub periods: usize,
    pub groups: Vec<IssueGroup>,
    pub facts: Vec<SummaryRow>,
    pub once: String,
    /// What still keeps it from being issued; the button is absent then.
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct IssueGroup {
    pub name: String,
    pub units: usize,
    /// `hết Thứ Năm 04/07/2024`.
    pub due: String,
    pub to: String,
    pub desk: String,
}

impl IssuePage {
    fn steps(&self) -> Vec<Step> {
        self.ui.plan_steps(3)
    }
}
