use super::CampaignStage;
use crate::ui::{Link, Pages, Part, Ui};
use askama::Template;
use serde::Deserialize;

/// How a running campaign stands.
#[derive(Template, Deserialize)]
#[template(path = "campaign/show.html")]
pub struct CampaignShowPage {
    pub ui: Ui,
    pub campaign: String,
    pub plan: Link,
    pub issuer: String,
    pub stage: CampaignStage,
    /// The deadline that matters to this seat, with its distance.
    pub due: String,
    pub parts: Vec<Part>,
    pub received: usize,
    pub of: usize,
    /// What asks for an act, with its count; at most seven.
    #[serde(default)]
    pub attention: Vec<Attention>,
    /// Queue, figures, report, plan: what this seat can open.
    pub links: Vec<Link>,
    /// The units directly below, the most overdue first.
    pub units: Vec<UnitProgress>,
    #[serde(default)]
    pub pages: Option<Pages>,
    /// The time of the numbers, if they are not of now.
    #[serde(default)]
    pub as_of: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Attention {
    pub words: String,
    pub href: String,
}

/// "n of N" of one unit and those under it.
#[derive(Clone, Debug, Deserialize)]
pub struct UnitProgress {
    pub name: String,
    pub href: String,
    pub sent: usize,
    pub received: usize,
    pub returned: usize,
    pub overdue: usize,
    pub of: usize,
}
