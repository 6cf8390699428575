use super::whole::Whole;
use crate::ui::{Entry, Link, Mistake, Step, Ui};
use askama::Template;
use domain::campaign::Approval;
use serde::Deserialize;

/// The approval of a plan: where it stands, what can be done now, what was said, and the whole
/// set-up to be read. Every form posts `rev`, `acts` and `do` to the page's own address: `ask`
/// (`words`), `give` or `back` (`decision`), `withdraw`, `paper` (`signer`, `number`, `day`), `waive`
/// (`reason`), `number` (`number`, `day`).
#[derive(Template, Deserialize)]
#[template(path = "campaign/approval.html")]
pub struct ApprovalPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub state: ApprovalState,
    /// The plan itself, to be read.
    pub paper: Link,
    /// What must be set before it can be laid before anybody, with where.
    #[serde(default)]
    pub unset: Option<Link>,
    pub forms: ApprovalForms,
    /// Newest first.
    #[serde(default)]
    pub history: Vec<ApprovalLine>,
    pub whole: Whole,
    pub rev: i64,
    pub acts: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// Where the approval stands.
#[derive(Clone, Debug, Deserialize)]
pub struct ApprovalState {
    pub approval: Approval,
    /// What that means now, in a sentence.
    pub words: String,
}

/// What this seat can do now; what it cannot do is not there.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct ApprovalForms {
    #[serde(default)]
    pub ask: Option<Entry>,
    #[serde(default)]
    pub decide: Option<Entry>,
    #[serde(default)]
    pub paper: Option<PaperForm>,
    #[serde(default)]
    pub waive: Option<Entry>,
    #[serde(default)]
    pub number: Option<NumberForm>,
    /// The words of the button that takes back.
    #[serde(default)]
    pub withdraw: String,
    /// Where it is issued.
    #[serde(default)]
    pub issue: Option<Link>,
}

/// The statement that the uploaded plan was signed.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PaperForm {
    pub signer: Entry,
    pub number: Entry,
    pub day: Entry,
    /// What the file says of its being signed.
    pub found: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub struct NumberForm {
    pub number: Entry,
    pub day: Entry,
    /// That it has a number already, and which.
    #[serde(default)]
    pub given: String,
}

/// One act of the history.
#[derive(Clone, Debug, Deserialize)]
pub struct ApprovalLine {
    pub what: String,
    /// `Lò Minh Đức (Chủ tịch)`.
    pub who: String,
    pub at: String,
    #[serde(default)]
    pub words: String,
}

impl ApprovalPage {
    fn steps(&self) -> Vec<Step> {
        self.ui.plan_steps(3)
    }
}
