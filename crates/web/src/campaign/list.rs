use crate::ui::{Link, Tone, Ui};
use askama::Template;
use serde::Deserialize;

/// The campaigns this seat has a part in, newest first.
#[derive(Template, Deserialize)]
#[template(path = "campaign/list.html")]
pub struct CampaignListPage {
    pub ui: Ui,
    pub rows: Vec<CampaignRow>,
    /// Where a plan can be handed in; none for seats that may not.
    #[serde(default)]
    pub upload: Option<Link>,
    /// Plans that were read and not yet made into a campaign.
    #[serde(default)]
    pub plans: Vec<Link>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct CampaignRow {
    pub name: String,
    pub href: String,
    /// `48/KH-LĐLĐ ngày 03/06/2024`.
    pub plan: String,
    /// Who issued it.
    pub issuer: String,
    pub stage: CampaignStage,
    /// The nearest day and its distance; empty while it is being prepared.
    #[serde(default)]
    pub due: String,
    #[serde(default)]
    pub received: usize,
    #[serde(default)]
    pub of: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum CampaignStage {
    Preparing,
    Running,
    Closed,
}

impl CampaignStage {
    pub(super) fn key(self) -> &'static str {
        match self {
            CampaignStage::Preparing => "campaign-preparing",
            CampaignStage::Running => "campaign-running",
            CampaignStage::Closed => "campaign-closed",
        }
    }

    pub(super) fn tone(self) -> Tone {
        match self {
            CampaignStage::Preparing => Tone::Grey,
            CampaignStage::Running => Tone::Blue,
            CampaignStage::Closed => Tone::Plain,
        }
    }
}
