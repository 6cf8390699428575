use super::approval::{ApprovalForms, ApprovalLine, NumberForm, PaperForm};
use crate::plan::typed_day;
use crate::site::{Posted, Trouble, Visitor};
use crate::ui::{Entry, Link, Mistake, Ui};
use app::campaign::{ApprovalStep, FindNumbered};
use app::{ActRow, Refused, Scope};
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::campaign::{Approval, ApprovalAct, Numbering, Refusal, Stage};
use jiff::civil::Date;
use words::time;

/// What a form of an approval asks for.
pub(crate) fn step(posted: &Posted) -> Option<ApprovalStep> {
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
pub(crate) async fn mistake(
    visitor: &Visitor,
    posted: &Posted,
    trouble: &Trouble,
) -> Result<Option<Mistake>, Trouble> {
    let ui = visitor.ui_of_nobody();
    let Some(app::Refused::Campaign(refusal)) = trouble.refused() else { return Ok(None) };
    let field = match (refusal, posted.get("do")) {
        (Refusal::NumberUnreadable | Refusal::NumberTaken, _) => "number",
        (Refusal::NumberDayMissing | Refusal::NumberDayAhead, _) => "day",
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
    Ok(Some(Mistake::new(field, ui.refusal(refusal))))
}

/// What is laid before a leader, a plan or an amendment, as far as its forms show it.
pub(crate) struct Laid<'v> {
    pub approval: Approval,
    pub stage: Stage,
    pub numbering: Numbering,
    /// What must be set first: nothing is laid before anybody until then.
    pub unset: Option<Refused>,
    pub number: &'v str,
    pub day: Option<Date>,
    /// The number and day it has, in words.
    pub given: String,
    /// What is known of its being signed on paper; `None` where that cannot be stated.
    pub paper: Option<Paper>,
    /// Where it is issued, once it may be.
    pub issue: Option<Link>,
}

/// What is known of something signed on paper.
pub(crate) struct Paper {
    pub signer: String,
    pub number: String,
    pub day: Option<Date>,
    pub found: String,
}

/// What was tried in vain, with what is wrong.
pub(crate) type Tried<'p> = Option<(&'p Posted, Mistake)>;

/// What this seat can do about it now.
pub(crate) fn forms(ui: &Ui, scope: &Scope, laid: Laid<'_>, tried: &Tried<'_>) -> ApprovalForms {
    let sets_up = scope.may(Action::SetUp, Relation::Own).is_ok();
    let approves = scope.may(Action::Approve, Relation::Own).is_ok();
    let allowed = |act| laid.approval.allow(act, laid.stage).is_ok();
    let entry = |name: &str, kept: &str| entry(tried, name, kept);
    let day = |day: Option<_>| day.map(typed_day).unwrap_or_default();
    let lays = |act| sets_up && laid.unset.is_none() && allowed(act);
    let paper = laid.paper.as_ref().filter(|_| lays(ApprovalAct::OnPaper));
    // A number is given before issue, or made good after it; it is not changed once units have seen it.
    let open = laid.stage == Stage::Preparing || laid.numbering == Numbering::Open;
    let number = sets_up && allowed(ApprovalAct::Numbered) && open;
    ApprovalForms {
        ask: lays(ApprovalAct::Asked).then(|| entry("words", "")),
        decide: (approves && allowed(ApprovalAct::Given)).then(|| entry("decision", "")),
        paper: paper.map(|paper| PaperForm {
            signer: entry("signer", &paper.signer),
            number: entry("number", &paper.number),
            day: entry("day", &day(paper.day)),
            found: paper.found.clone(),
        }),
        waive: lays(ApprovalAct::Waived).then(|| entry("reason", "")),
        number: number.then(|| NumberForm {
            number: entry("number", laid.number),
            day: entry("day", &day(laid.day)),
            given: match laid.numbering {
                Numbering::Open => String::new(),
                Numbering::Registered => laid.given,
            },
        }),
        withdraw: match laid.approval {
            _ if !sets_up || !allowed(ApprovalAct::Withdrawn) => String::new(),
            Approval::Asked => ui.say("approval-withdraw-asked").to_string(),
            _ => ui.say("approval-withdraw").to_string(),
        },
        issue: laid.issue,
    }
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

/// An act of the history in words.
pub(crate) fn line(ui: &Ui, row: &ActRow) -> ApprovalLine {
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
