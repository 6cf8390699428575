use super::VersionCard;
use super::edit::{card, concerned};
use crate::campaign::{
    ApprovalForms, ApprovalLine, ApprovalState, Laid, Paper, Tried, forms, line, mistake, step,
};
use crate::site::{Answer, Path, Posted, Trouble, Visitor};
use crate::ui::{Link, Mistake, NavEntry, Ui};
use app::amendment::{
    AmendingApproval, AmendingView, IssueAmendment, PutAmendingApproval, ShowAmendingApproval,
};
use app::{Scope, Seen};
use askama::Template;
use axum::http::StatusCode;
use domain::authority::{Action, Relation};
use domain::campaign::{Approval, Numbering, Stage};
use domain::id::CampaignId;
use serde::Deserialize;
use words::time;

/// The approval of an amendment, as that of a plan: where it stands, what it changes, what can be done
/// now, what was said. Posts what `/campaigns/{campaign}/approval` posts, and `issue` with
/// `plan-version`.
#[derive(Template, Deserialize)]
#[template(path = "amendment/approval.html")]
pub struct AmendApprovalPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub state: ApprovalState,
    /// What must be set before it can be laid before anybody, with where.
    #[serde(default)]
    pub unset: Option<Link>,
    pub card: VersionCard,
    #[serde(default)]
    pub concerned: String,
    pub forms: ApprovalForms,
    /// The version of the plan it is issued beside; none while it may not be issued.
    #[serde(default)]
    pub issue: Option<i64>,
    /// Newest first.
    #[serde(default)]
    pub history: Vec<ApprovalLine>,
    pub rev: i64,
    pub acts: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: seen } = visitor.read(ShowAmendingApproval { campaign }).await?;
    visitor.show(&page(&visitor, &scope, &seen, None))
}

pub(super) async fn put(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let home = format!("/campaigns/{campaign}/amend/approval");
    let tried = if posted.get("do") == "issue" {
        let rev = posted.parse("rev").unwrap_or(0);
        let plan_version = posted.parse("plan-version").unwrap_or(0);
        let issue = IssueAmendment { campaign, rev, plan_version };
        let acted = visitor.act(&posted, issue).await;
        acted.map(|acted| (format!("/campaigns/{campaign}/versions"), acted.event))
    } else {
        let Some(step) = step(&posted) else { return show(visitor, Path(campaign)).await };
        let acts = posted.parse("acts").unwrap_or(-1);
        let rev = posted.parse("rev").unwrap_or(0);
        let put = PutAmendingApproval { campaign, rev, acts, step };
        visitor.act(&posted, put).await.map(|_| (home, None))
    };
    match tried {
        Ok((to, event)) => visitor.go_after(&to, event),
        Err(trouble) => again(&visitor, campaign, (&posted, trouble)).await,
    }
}

async fn again(
    visitor: &Visitor,
    campaign: CampaignId,
    (posted, trouble): (&Posted, Trouble),
) -> Answer {
    let mistake = mistake(visitor, posted, &trouble).await?;
    let ui = visitor.ui_of_nobody();
    let (status, words) = if trouble.is_stale() {
        (StatusCode::CONFLICT, ui.say("amendment-stale").to_string())
    } else {
        trouble.above_form(&ui)?
    };
    let mistake = mistake.unwrap_or_else(|| Mistake::new("", words));
    let Seen { scope, output: seen } = visitor.read(ShowAmendingApproval { campaign }).await?;
    Ok(visitor.page(status, &page(visitor, &scope, &seen, Some((posted, mistake)))))
}

fn page(
    visitor: &Visitor,
    scope: &Scope,
    seen: &AmendingApproval,
    tried: Tried<'_>,
) -> AmendApprovalPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let view = &seen.view;
    let sets_up = scope.may(Action::SetUp, Relation::Own).is_ok();
    let amend = format!("/campaigns/{}/amend", view.campaign.id);
    let issuable = sets_up && view.problems.is_empty() && view.release().is_ok();
    AmendApprovalPage {
        campaign: view.campaign.title.clone(),
        back: match sets_up {
            true => Link { href: amend.clone(), words: ui.say("amendment-title").to_string() },
            false => Link { href: "/work".into(), words: ui.say("nav-work").to_string() },
        },
        state: ApprovalState { approval: view.open.approval, words: stands(&ui, view) },
        unset: view
            .problems
            .first()
            .map(|refused| Link { href: amend, words: ui.refusal(*refused) }),
        card: card(&ui, view),
        concerned: concerned(&ui, view),
        forms: forms(&ui, scope, laid(&ui, seen), &tried),
        issue: issuable.then_some(view.campaign.plan_version),
        history: seen.history.iter().rev().map(|row| line(&ui, row)).collect(),
        rev: view.open.rev,
        acts: view.open.acts,
        mistakes: tried.map(|(_, mistake)| mistake).into_iter().collect(),
        ui,
    }
}

fn laid<'v>(ui: &Ui, AmendingApproval { view, today, .. }: &'v AmendingApproval) -> Laid<'v> {
    let open = &view.open;
    let day = open.day.or(Some(*today));
    let given = open.day.map(|day| {
        let words = ui.say("amendment-numbered").with("number", open.number.as_str());
        words.with("day", time::date(ui.lang, day)).to_string()
    });
    Laid {
        approval: open.approval,
        stage: Stage::Preparing,
        numbering: view.numbering(),
        unset: view.problems.first().copied(),
        number: &open.number,
        day,
        given: given.unwrap_or_default(),
        paper: Some(Paper {
            signer: String::new(),
            number: open.number.clone(),
            day,
            found: ui.say("amendment-paper-help").to_string(),
        }),
        issue: None,
    }
}

fn stands(ui: &Ui, view: &AmendingView) -> String {
    let key = match (view.open.approval, view.numbering()) {
        (Approval::Open, _) => "amendment-is-open",
        (Approval::Asked, _) => "amendment-is-asked",
        (Approval::SentBack, _) => "amendment-is-sent-back",
        (Approval::Lapsed, _) => "amendment-is-lapsed",
        (Approval::Waived, _) => "amendment-is-waived",
        (Approval::Given | Approval::OnPaper, Numbering::Open) => "amendment-is-without-number",
        (Approval::Given | Approval::OnPaper, Numbering::Registered) => "amendment-is-ready",
    };
    ui.say(key).to_string()
}
