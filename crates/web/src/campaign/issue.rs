use super::setup::back;
use super::whole::{Whole, whole};
use crate::plan_text::paper_to_issue;
use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Link, Mistake, NavEntry, Step, Ui};
use app::campaign::{ShowWhole, WholeView};
use app::{Scope, Seen};
use askama::Template;
use axum::http::StatusCode;
use domain::campaign::{Approval, Stage};
use domain::id::CampaignId;
use serde::Deserialize;

/// The last look before a campaign goes out. Posts `rev` to its own address.
#[derive(Template, Deserialize)]
#[template(path = "campaign/issue.html")]
pub struct IssuePage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub whole: Whole,
    pub rev: i64,
    /// Nothing keeps it from being issued; the button is absent otherwise.
    pub ready: Ready,
    /// Why it goes out without approval is on record; the units are told that it did.
    #[serde(default)]
    pub approved: Approved,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// Whether everything is set that has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Ready {
    Yes,
    No,
}

/// Whether the plan was approved, for the mark it carries where it was not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Approved {
    #[default]
    Yes,
    No,
}

impl Approved {
    pub(crate) fn of(approval: Approval) -> Approved {
        if approval.is_given() { Approved::Yes } else { Approved::No }
    }
}

impl IssuePage {
    fn steps(&self) -> Vec<Step> {
        self.ui.plan_steps(3)
    }
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowWhole { campaign }).await?;
    if let Stage::Issued { .. } = view.set_up.campaign.stage {
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
    let (token, key) = (visitor.token(), posted.key());
    let plan = paper_to_issue(&visitor, campaign).await?;
    let issued = app::campaign::issue(app, token, &key, campaign, rev, plan).await;
    let Err(ending) = issued else { return visitor.go(&format!("/campaigns/{campaign}")) };
    let ui = visitor.ui_of_nobody();
    let trouble = visitor.trouble(ending).carrying(&posted);
    let (status, words) = if trouble.is_stale() {
        (StatusCode::CONFLICT, ui.say("issue-stale").to_string())
    } else {
        trouble.above_form(&ui)?
    };
    let Seen { scope, output: view } = visitor.read(ShowWhole { campaign }).await?;
    let mut page = page(&visitor, &scope, &view);
    // What is missing is said once, whether it was tried or not.
    page.mistakes.retain(|mistake| mistake.words != words);
    page.mistakes.insert(0, Mistake::new("", words));
    if let Stage::Issued { .. } = view.set_up.campaign.stage {
        page.ready = Ready::No;
    }
    Ok(visitor.page(status, &page))
}

fn page(visitor: &Visitor, scope: &Scope, whole_view: &WholeView) -> IssuePage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let WholeView { set_up: view, beside } = whole_view;
    let missing =
        view.missing.iter().map(|missing| Mistake::new("", ui.refusal(missing.refusal())));
    IssuePage {
        campaign: view.campaign.title.clone(),
        back: back(&ui, view.campaign.id),
        whole: whole(&ui, scope, (view, beside)),
        rev: view.campaign.rev,
        approved: Approved::of(view.campaign.approval),
        ready: if view.missing.is_empty() { Ready::Yes } else { Ready::No },
        mistakes: missing.collect(),
        ui,
    }
}
