use super::Chosen;
use super::setup::back;
use crate::site::{Answer, Path, Visitor};
use crate::ui::{Link, NavEntry, Ui};
use app::Seen;
use app::campaign::{OrganView, ShowOrgans};
use askama::Template;
use domain::campaign::Stage;
use domain::id::CampaignId;
use serde::Deserialize;
use words::time;

/// The organs of the issuer, and which of them report themselves.
#[derive(Template, Deserialize)]
#[template(path = "campaign/organs.html")]
pub struct OrgansPage {
    pub ui: Ui,
    pub campaign: String,
    /// The setting page it belongs to.
    pub back: Link,
    pub organs: Vec<OrganLine>,
}

/// An organ with what is asked of it.
#[derive(Clone, Debug, Deserialize)]
pub struct OrganLine {
    pub name: String,
    pub href: String,
    #[serde(default)]
    pub asked: Chosen,
    /// `hết Thứ Sáu 04/04/2031`.
    #[serde(default)]
    pub day: String,
    /// Through whom its report goes.
    #[serde(default)]
    pub via: String,
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let case = ShowOrgans { campaign, body: None };
    let Seen { scope, output: view } = visitor.read(case).await?;
    if let Stage::Issued { .. } = view.campaign.stage {
        return visitor.go(&format!("/campaigns/{campaign}"));
    }
    let ui = visitor.ui(&scope, NavEntry::Campaigns);
    let line = |organ: &OrganView| line(&ui, campaign, organ, &view.organs);
    let page = OrgansPage {
        campaign: view.campaign.title.clone(),
        back: back(&ui, campaign),
        organs: view.organs.iter().map(line).collect(),
        ui: ui.clone(),
    };
    visitor.show(&page)
}

fn line(ui: &Ui, campaign: CampaignId, view: &OrganView, all: &[OrganView]) -> OrganLine {
    let asked = view.tier.asked;
    let day = view.deadline.as_ref().filter(|_| asked).map(|row| row.deadline.last_day);
    let day = day.map(|day| ui.say("work-end-of").with("day", time::long_date(ui.lang, day)));
    let via = all.iter().find(|other| asked && Some(other.organ.id) == view.tier.via);
    OrganLine {
        name: view.organ.name.clone(),
        href: format!("/campaigns/{campaign}/organs/{}", view.organ.id),
        asked: if asked { Chosen::Yes } else { Chosen::No },
        day: day.map(|day| day.to_string()).unwrap_or_default(),
        via: via.map(|via| via.organ.short.clone()).unwrap_or_default(),
    }
}
