use super::Approved;
use crate::site::{Answer, Visitor};
use crate::ui::{Link, NavEntry, Tone, Ui};
use app::campaign::ListCampaigns;
use app::{PlanRow, Seen};
use askama::Template;
use domain::calendar;
use domain::campaign::Approval;
use serde::Deserialize;
use words::time;

/// The campaigns of this seat's unit, newest first.
#[derive(Template, Deserialize)]
#[template(path = "campaign/list.html")]
pub struct CampaignListPage {
    pub ui: Ui,
    pub rows: Vec<CampaignRow>,
    /// Plans that were read and not yet made into a campaign.
    #[serde(default)]
    pub plans: Vec<Link>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct CampaignRow {
    pub name: String,
    pub href: String,
    /// `48/KH-LĐLĐ`.
    pub plan: String,
    pub stage: CampaignStage,
    /// Where the approval stands, while it is being prepared.
    #[serde(default)]
    pub approval: Option<Approval>,
    /// Whether a running campaign went out approved.
    #[serde(default)]
    pub approved: Approved,
    /// The day it was issued; empty while it is being prepared.
    #[serde(default)]
    pub issued: String,
    #[serde(default)]
    pub received: i64,
    #[serde(default)]
    pub of: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum CampaignStage {
    Preparing,
    Running,
}

impl CampaignStage {
    pub(super) fn key(self) -> &'static str {
        match self {
            CampaignStage::Preparing => "campaign-preparing",
            CampaignStage::Running => "campaign-running",
        }
    }

    pub(super) fn tone(self) -> Tone {
        match self {
            CampaignStage::Preparing => Tone::Grey,
            CampaignStage::Running => Tone::Blue,
        }
    }
}

pub(super) async fn list(visitor: Visitor) -> Answer {
    let Seen { scope, output: found } = visitor.read(ListCampaigns).await?;
    let ui = visitor.ui(&scope, NavEntry::Campaigns);
    let page = CampaignListPage {
        rows: found.campaigns.iter().map(|campaign| row(&ui, campaign)).collect(),
        plans: found.plans.iter().map(|plan| plan_link(&ui, plan)).collect(),
        ui,
    };
    visitor.show(&page)
}

fn row(ui: &Ui, campaign: &app::CampaignRow) -> CampaignRow {
    let (stage, href, issued) = match campaign.issued {
        None => {
            let href = format!("/campaigns/{}/setup", campaign.id);
            (CampaignStage::Preparing, href, String::new())
        }
        Some(at) => {
            let href = format!("/campaigns/{}", campaign.id);
            (CampaignStage::Running, href, time::date(ui.lang, calendar::day(at)))
        }
    };
    CampaignRow {
        name: campaign.title.clone(),
        href,
        plan: campaign.number.clone(),
        stage,
        approval: match campaign.issued {
            None => Some(campaign.approval),
            Some(_) => None,
        },
        approved: match campaign.issued {
            None => Approved::Yes,
            Some(_) => Approved::of(campaign.approval),
        },
        issued,
        received: campaign.received,
        of: campaign.asked,
    }
}

fn plan_link(ui: &Ui, plan: &PlanRow) -> Link {
    let at = time::date(ui.lang, calendar::day(plan.at));
    let words = ui.say("campaign-plan-uploaded").with("name", &plan.file_name).with("date", at);
    Link { href: format!("/plans/{}", plan.id), words: words.to_string() }
}
