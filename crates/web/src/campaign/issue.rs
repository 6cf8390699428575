use super::setup::{back, facts};
use super::units_form::tier_name;
use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Link, Mistake, NavEntry, Step, SummaryRow, Ui};
use app::campaign::{Missing, SetUpView, ShowSetUp, TierView};
use app::{Scope, Seen};
use askama::Template;
use axum::http::StatusCode;
use domain::campaign::{Destination, Stage};
use domain::id::CampaignId;
use serde::Deserialize;
use words::time;

/// The last look before a campaign goes out. Posts `rev` to its own address.
#[derive(Template, Deserialize)]
#[template(path = "campaign/issue.html")]
pub struct IssuePage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    /// How many units will get tasks.
    pub units: usize,
    pub sections: usize,
    pub indicators: usize,
    pub periods: usize,
    pub groups: Vec<IssueGroup>,
    pub facts: Vec<SummaryRow>,
    pub rev: i64,
    /// Nothing keeps it from being issued; the button is absent otherwise.
    pub ready: Ready,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// Whether everything is set that has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Ready {
    Yes,
    No,
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

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    if let Stage::Issued { .. } = view.campaign.stage {
        return visitor.go(&format!("/campaigns/{campaign}"));
    }
    visitor.show(&page(&visitor, &scope, &view))
}

pub(super) async fn issue(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let rev = posted.parse("rev").unwrap_or(0);
    let app = &visitor.site.app;
    let issued = app::campaign::issue(app, visitor.token(), &posted.key(), campaign, rev).await;
    let Err(ending) = issued else { return visitor.go(&format!("/campaigns/{campaign}")) };
    let ui = visitor.ui_of_nobody();
    let trouble = visitor.trouble(ending);
    let (status, words) = if trouble.is_stale() {
        (StatusCode::CONFLICT, ui.say("issue-stale").to_string())
    } else {
        trouble.above_form(&ui)?
    };
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    let mut page = page(&visitor, &scope, &view);
    // What is missing is said once, whether it was tried or not.
    page.mistakes.retain(|mistake| mistake.words != words);
    page.mistakes.insert(0, Mistake::new("", words));
    if let Stage::Issued { .. } = view.campaign.stage {
        page.ready = Ready::No;
    }
    Ok(visitor.page(status, &page))
}

fn page(visitor: &Visitor, scope: &Scope, view: &SetUpView) -> IssuePage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let table = view.table.as_ref();
    let mut facts = facts(&ui, view);
    facts.push(SummaryRow {
        label: ui.say("units-exempt").to_string(),
        value: ui.say("units-count").with("n", view.left_out.len()).to_string(),
        link: None,
    });
    let missing = view.missing.iter().map(|missing| match missing {
        Missing::Outline(refusal) | Missing::Units(refusal) => {
            Mistake::new("", ui.say(refusal.key()))
        }
    });
    IssuePage {
        campaign: view.campaign.title.clone(),
        back: back(&ui, view.campaign.id),
        units: view.asked().count(),
        sections: view.outline.len(),
        indicators: table.map_or(0, |table| table.indicators.len()),
        periods: table.map_or(0, |table| table.columns.len()),
        groups: view.tiers.iter().filter_map(|tier| group(&ui, scope, view, tier)).collect(),
        facts,
        rev: view.campaign.rev,
        ready: if view.missing.is_empty() { Ready::Yes } else { Ready::No },
        mistakes: missing.collect(),
        ui,
    }
}

/// A tier that is asked.
fn group(ui: &Ui, scope: &Scope, view: &SetUpView, tier: &TierView) -> Option<IssueGroup> {
    let asked = tier.units.iter().filter(|unit| !view.left_out.contains(&unit.body)).count();
    if !tier.tier.asked || asked == 0 {
        return None;
    }
    let under_issuer = tier.units.iter().any(|unit| unit.parent == Some(view.campaign.unit));
    let to_issuer = tier.tier.destination == Some(Destination::Issuer) || under_issuer;
    let via = view.organs.iter().find(|organ| to_issuer && Some(organ.id) == tier.tier.via);
    let due = tier.deadline.as_ref().map(|row| {
        let day = time::long_date(ui.lang, row.deadline.last_day);
        ui.say("issue-until").with("day", day).to_string()
    });
    Some(IssueGroup {
        name: tier_name(ui, tier),
        units: asked,
        due: due.unwrap_or_default(),
        to: match (to_issuer, tier.tier.destination) {
            (true, _) => scope.shown().unit.clone(),
            (false, Some(_)) => ui.say("units-to-parent").to_string(),
            (false, None) => ui.say("units-to-open").to_string(),
        },
        desk: via.map(|organ| organ.short.clone()).unwrap_or_default(),
    })
}
