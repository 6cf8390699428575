use super::approval::{ApprovalPage, ApprovalState};
use super::approval_acts::{Laid, Paper, Tried, forms, line, mistake, step};
use super::setup::back;
use super::whole::whole;
use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Link, Mistake, NavEntry, Ui};
use app::campaign::{ApprovalView, PutApproval, ShowApproval};
use app::{Refused, Scope, Seen};
use axum::http::StatusCode;
use domain::authority::{Action, Relation};
use domain::campaign::{Approval, Numbering, Stage};
use domain::id::CampaignId;

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowApproval { campaign }).await?;
    visitor.show(&page(&visitor, &scope, &view, None))
}

pub(super) async fn put(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let Some(step) = step(&posted) else { return show(visitor, Path(campaign)).await };
    let case = PutApproval {
        campaign,
        rev: posted.parse("rev").unwrap_or(0),
        acts: posted.parse("acts").unwrap_or(-1),
        step,
    };
    let Err(trouble) = visitor.act(&posted, case).await else {
        return visitor.go(&format!("/campaigns/{campaign}/approval"));
    };
    let mistake = mistake(&visitor, &posted, &trouble).await?;
    let ui = visitor.ui_of_nobody();
    let (status, words) = if trouble.is_stale() {
        (StatusCode::CONFLICT, ui.say("approval-stale").to_string())
    } else {
        trouble.above_form(&ui)?
    };
    let mistake = mistake.unwrap_or_else(|| Mistake::new("", words));
    let Seen { scope, output: view } = visitor.read(ShowApproval { campaign }).await?;
    Ok(visitor.page(status, &page(&visitor, &scope, &view, Some((&posted, mistake)))))
}

fn page(visitor: &Visitor, scope: &Scope, view: &ApprovalView, tried: Tried) -> ApprovalPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let campaign = &view.set_up.campaign;
    let unset = view.set_up.unset().filter(|_| campaign.stage == Stage::Preparing);
    let back = match campaign.stage {
        Stage::Preparing => back(&ui, campaign.id),
        Stage::Issued { .. } => {
            Link { href: format!("/campaigns/{}", campaign.id), words: campaign.title.clone() }
        }
    };
    ApprovalPage {
        campaign: campaign.title.clone(),
        back,
        state: state(&ui, view),
        paper: Link {
            href: format!("/campaigns/{}/plan-text", campaign.id),
            words: ui.say("approval-read-paper").to_string(),
        },
        unset: unset.map(|refusal| Link {
            href: format!("/campaigns/{}/setup", campaign.id),
            words: ui.refusal(refusal),
        }),
        forms: forms(&ui, scope, laid(&ui, scope, view), &tried),
        history: view.history.iter().rev().map(|row| line(&ui, row)).collect(),
        whole: whole(&ui, scope, (&view.set_up, &view.beside)),
        rev: campaign.rev,
        acts: campaign.approval_acts,
        mistakes: tried.map(|(_, mistake)| mistake).into_iter().collect(),
        ui,
    }
}

fn laid<'v>(ui: &Ui, scope: &Scope, view: &'v ApprovalView) -> Laid<'v> {
    let campaign = &view.set_up.campaign;
    let preparing = campaign.stage == Stage::Preparing;
    let sets_up = scope.may(Action::SetUp, Relation::Own).is_ok();
    let issuable = preparing && view.set_up.missing.is_empty();
    Laid {
        approval: campaign.approval,
        stage: campaign.stage,
        numbering: view.set_up.numbering,
        unset: view.set_up.unset().map(Refused::Campaign).filter(|_| preparing),
        number: &campaign.number,
        day: campaign.plan_day.or(Some(view.today).filter(|_| campaign.plan.is_none())),
        given: crate::work::plan_words(ui, campaign),
        paper: view.paper.as_ref().map(|paper| Paper {
            signer: paper.signer.clone(),
            number: paper.number.clone(),
            day: paper.day,
            found: match paper.signed {
                true => ui.say("approval-paper-found").to_string(),
                false => ui.say("approval-paper-not-found").to_string(),
            },
        }),
        issue: (sets_up && issuable).then(|| Link {
            href: format!("/campaigns/{}/issue", campaign.id),
            words: ui.say("issue-title").to_string(),
        }),
    }
}

fn state(ui: &Ui, view: &ApprovalView) -> ApprovalState {
    let campaign = &view.set_up.campaign;
    let words = match (campaign.approval, view.set_up.numbering, campaign.stage) {
        (Approval::Open, ..) => "approval-is-open",
        (Approval::Asked, ..) => "approval-is-asked",
        (Approval::SentBack, ..) => "approval-is-sent-back",
        (Approval::Lapsed, ..) => "approval-is-lapsed",
        (Approval::Waived, _, Stage::Preparing) => "approval-is-waived",
        (Approval::Waived, _, Stage::Issued { .. }) => "approval-is-missing",
        (_, Numbering::Open, _) => "approval-is-without-number",
        (_, Numbering::Registered, Stage::Preparing) => "approval-is-ready",
        (_, Numbering::Registered, Stage::Issued { .. }) => "approval-is-done",
    };
    ApprovalState { approval: campaign.approval, words: ui.say(words).to_string() }
}
