use super::approval::{
    ApprovalForms, ApprovalLine, ApprovalPage, ApprovalState, NumberForm, PaperForm,
};
use super::setup::back;
use super::whole::whole;
use crate::plan::typed_day;
use crate::site::{Answer, Path, Posted, Trouble, Visitor};
use crate::ui::{Entry, Link, Mistake, NavEntry, Ui};
use app::campaign::{
    ApprovalStep, ApprovalView, FindNumbered, PutApproval, SetUpView, ShowApproval, Wording,
};
use app::{ActRow, Scope, Seen};
use axum::http::StatusCode;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::campaign::{Approval, ApprovalAct, Numbering, Refusal, Stage};
use domain::id::CampaignId;
use words::time;

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

fn step(posted: &Posted) -> Option<ApprovalStep> {
    let text = |name: &str| posted.get(name).to_owned();
    let day = calendar::read_day(posted.get("day"));
    Some(match posted.get("do") {
        "ask" => ApprovalStep::Ask { words: text("words") },
        "give" => ApprovalStep::Give { words: text("decision") },
        "back" => ApprovalStep::SendBack { words: text("decision") },
        "withdraw" => ApprovalStep::Withdraw,
        "paper" => {
            ApprovalStep::SignedOnPaper { signer: text("signer"), number: text("number"), day }
        }
        "waive" => ApprovalStep::Waive { reason: text("reason") },
        "number" => ApprovalStep::Number { number: text("number"), day },
        _ => return None,
    })
}

/// What is wrong, at the field where it can be mended; a number that is taken says by which plan.
async fn mistake(
    visitor: &Visitor,
    posted: &Posted,
    trouble: &Trouble,
) -> Result<Option<Mistake>, Trouble> {
    let ui = visitor.ui_of_nobody();
    let Some(app::Refused::Campaign(refusal)) = trouble.refused() else { return Ok(None) };
    let field = match (refusal, posted.get("do")) {
        (Refusal::NumberUnreadable | Refusal::NumberTaken, _) => "number",
        (Refusal::NumberDayMissing, _) => "day",
        (Refusal::SignerMissing, _) => "signer",
        (Refusal::ApprovalWordsMissing | Refusal::ApprovalWordsTooLong, "waive") => "reason",
        (Refusal::ApprovalWordsMissing | Refusal::ApprovalWordsTooLong, "ask") => "words",
        (Refusal::ApprovalWordsMissing | Refusal::ApprovalWordsTooLong, "paper") => "signer",
        (Refusal::ApprovalWordsMissing | Refusal::ApprovalWordsTooLong, _) => "decision",
        _ => return Ok(None),
    };
    let day = calendar::read_day(posted.get("day"));
    if let (Refusal::NumberTaken, Some(day)) = (refusal, day) {
        let number = posted.get("number").to_owned();
        let other = visitor.read(FindNumbered { number, day }).await?.output;
        let words = ui.say("approval-number-taken").with("title", other.unwrap_or_default());
        return Ok(Some(Mistake::new(field, words)));
    }
    Ok(Some(Mistake::new(field, ui.say(refusal.key()))))
}

type Tried<'p> = Option<(&'p Posted, Mistake)>;

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
        paper: paper(&ui, &view.set_up),
        unset: unset.map(|refusal| Link {
            href: format!("/campaigns/{}/setup", campaign.id),
            words: ui.say(refusal.key()).to_string(),
        }),
        forms: forms(&ui, scope, view, &tried),
        history: view.history.iter().rev().map(|row| line(&ui, row)).collect(),
        whole: whole(&ui, scope, &view.set_up),
        rev: campaign.rev,
        acts: campaign.approval_acts,
        mistakes: tried.map(|(_, mistake)| mistake).into_iter().collect(),
        ui,
    }
}

/// The very text that is approved, where it is set here.
fn paper(ui: &Ui, view: &SetUpView) -> Option<Link> {
    let href = format!("/campaigns/{}/plan-text", view.campaign.id);
    let words = ui.say("approval-read-paper").to_string();
    (view.wording() != Wording::Uploaded).then_some(Link { href, words })
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

fn forms(ui: &Ui, scope: &Scope, view: &ApprovalView, tried: &Tried) -> ApprovalForms {
    let campaign = &view.set_up.campaign;
    let sets_up = scope.may(Action::SetUp, Relation::Own).is_ok();
    let approves = scope.may(Action::Approve, Relation::Own).is_ok();
    let preparing = campaign.stage == Stage::Preparing;
    let whole = !preparing || view.set_up.unset().is_none();
    let allowed = |act| campaign.approval.allow(act, campaign.stage).is_ok();
    let entry = |name: &str, kept: &str| entry(tried, name, kept);
    let day = |day: Option<_>| day.map(typed_day).unwrap_or_default();
    let lays = |act| sets_up && whole && allowed(act);
    let paper = view.paper.as_ref().filter(|_| lays(ApprovalAct::OnPaper));
    let number = sets_up && allowed(ApprovalAct::Numbered) && preparing_or_open(view);
    let issuable = preparing && view.set_up.missing.is_empty();
    ApprovalForms {
        ask: lays(ApprovalAct::Asked).then(|| entry("words", "")),
        decide: (approves && allowed(ApprovalAct::Given)).then(|| entry("decision", "")),
        paper: paper.map(|paper| PaperForm {
            signer: entry("signer", &paper.signer),
            number: entry("number", &paper.number),
            day: entry("day", &day(paper.day)),
            found: match paper.signed {
                true => ui.say("approval-paper-found").to_string(),
                false => ui.say("approval-paper-not-found").to_string(),
            },
        }),
        waive: lays(ApprovalAct::Waived).then(|| entry("reason", "")),
        number: number.then(|| NumberForm {
            number: entry("number", &campaign.number),
            day: entry("day", &day(campaign.plan_day)),
            given: match view.set_up.numbering {
                Numbering::Open => String::new(),
                Numbering::Registered => crate::work::plan_words(ui, campaign),
            },
        }),
        withdraw: match campaign.approval {
            _ if !sets_up || !allowed(ApprovalAct::Withdrawn) => String::new(),
            Approval::Asked => ui.say("approval-withdraw-asked").to_string(),
            _ => ui.say("approval-withdraw").to_string(),
        },
        issue: (sets_up && issuable).then(|| Link {
            href: format!("/campaigns/{}/issue", campaign.id),
            words: ui.say("issue-title").to_string(),
        }),
    }
}

/// A number is given before issue, or made good after it; it is not changed once units have seen it.
fn preparing_or_open(view: &ApprovalView) -> bool {
    let preparing = view.set_up.campaign.stage == Stage::Preparing;
    preparing || view.set_up.numbering == Numbering::Open
}

/// A field as it was typed with what is wrong in it, or as it is kept.
fn entry(tried: &Tried, name: &str, kept: &str) -> Entry {
    let Some((posted, mistake)) = tried else {
        return Entry { value: kept.to_owned(), error: String::new() };
    };
    let value = if posted.has(name) { posted.get(name) } else { kept };
    let error = if mistake.field == name { mistake.words.clone() } else { String::new() };
    Entry { value: value.to_owned(), error }
}

fn line(ui: &Ui, row: &ActRow) -> ApprovalLine {
    let day = row.day.map(|day| time::date(ui.lang, day)).unwrap_or_default();
    let what = match row.act {
        ApprovalAct::Asked => ui.say("approval-did-ask"),
        ApprovalAct::Given => ui.say("approval-did-give"),
        ApprovalAct::SentBack => ui.say("approval-did-send-back"),
        ApprovalAct::OnPaper => {
            ui.say("approval-did-state").with("number", &row.number).with("day", day)
        }
        ApprovalAct::Waived => ui.say("approval-did-waive"),
        ApprovalAct::Withdrawn => ui.say("approval-did-withdraw"),
        ApprovalAct::Numbered => {
            ui.say("approval-did-number").with("number", &row.number).with("day", day)
        }
    };
    ApprovalLine {
        what: what.to_string(),
        who: format!("{} ({})", row.person, row.title),
        at: time::moment(ui.lang, calendar::local(row.at)),
        words: row.words.clone(),
    }
}
