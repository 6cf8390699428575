use super::check::{content, draft, gaps};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::figures::{Taken, take_sums};
use crate::work::own;
use crate::{Acted, App, Token};
use domain::campaign::{Deadline, Punctuality};
use domain::id::{CampaignId, EventId};
use domain::own_part;
use domain::session::FRESH_TO_SUBMIT;
use domain::submission::{Content, Gap, Refusal, Stage};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::permit::Submit as SubmitRight;
use store::scope::Scope;
use store::submission::NewSubmission;

/// What the report of the own unit is sent with (gửi báo cáo).
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Submit {
    pub campaign: CampaignId,
    pub gaps: Gaps,
    /// The `rev` of the assignment the sender saw.
    pub rev: i64,
}

/// What the sender says of empty sections and blank cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gaps {
    /// There must be none.
    None,
    /// Seen and meant.
    Meant,
}

/// What the sender gets in return (biên nhận).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    pub version: i64,
    pub code: String,
    pub received_at: Timestamp,
    pub days_late: i64,
}

/// Sends the report of the seat's own unit. Where its figures are sums, they are pinned as they are
/// now, before the queue: adding up a province would hold the writer.
pub async fn submit(
    app: &App,
    token: Token,
    key: &str,
    asked: Submit,
) -> Result<Acted<Receipt>, Ending> {
    let taken = take_sums(app, token, asked.campaign).await?;
    app.act(token, key, Send { asked, taken }).await
}

#[derive(Clone, Debug, Serialize)]
struct Send {
    asked: Submit,
    /// No part of what is asked: the same act a second later would pin others.
    #[serde(skip)]
    taken: Option<Taken>,
}

impl Case for Send {
    type Output = Receipt;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Receipt, Ending> {
        let Submit { campaign, rev, .. } = self.asked;
        let reached = own(ctx, scope, campaign).await?;
        let permit = reached.permit::<SubmitRight>()?;
        ctx.proved(scope, FRESH_TO_SUBMIT)?;
        let assignment = permit.assignment().clone();
        if assignment.own_part == Some(own_part::Stage::Whole) {
            return Err(Refusal::AlreadyReceived.into());
        }
        let stage = assignment.stage.submit(ctx.now)?;
        if assignment.rev != rev {
            return Err(Ending::Stale);
        }
        let draft = draft(ctx, &reached).await?;
        self.asked.allow(&gaps(&draft))?;
        let mut content = content(&draft)?;
        if let Some(taken) = &self.taken {
            content.sums = Some(taken.sums);
            content.segments.extend(taken.figures.clone());
        }
        let Stage::Submitted { version, .. } = stage else {
            return Err(Refusal::AlreadySubmitted.into());
        };
        let deadline = assignment.deadline.unwrap_or(Deadline { version: 0, last_day: Date::MAX });
        let punctuality = deadline.judge(ctx.now);
        let facts = serde_json::json!({
            "version": version,
            "hash": store::blob::hex(&Content::hash(&content.canonical())),
            "days_late": punctuality.days_late(),
        });
        let about = (Some(assignment.body), Some(campaign));
        let anchor = store::event::head(&mut ctx.tx).await?;
        let (event, _) = ctx.record("submission.submitted", scope, about, facts).await?;
        let new = NewSubmission {
            version,
            code: code(event),
            content,
            received_at: ctx.now,
            deadline,
            punctuality,
            plan_version: reached.campaign().plan_version,
            event,
            anchor,
        };
        store::submission::insert(&mut ctx.tx, &permit, &new).await?;
        let received = assignment.received_version;
        if !store::assignment::put_stage(&mut ctx.tx, &assignment, stage, received, ctx.now).await?
        {
            return Err(Ending::Stale);
        }
        Ok(receipt(new, punctuality))
    }
}

impl Submit {
    fn allow(&self, gaps: &[Gap]) -> Result<(), Refusal> {
        let unreadable = gaps.iter().any(|gap| matches!(gap, Gap::CellUnreadable { .. }));
        if unreadable || (self.gaps == Gaps::None && !gaps.is_empty()) {
            return Err(Refusal::Incomplete);
        }
        Ok(())
    }
}

fn receipt(new: NewSubmission, punctuality: Punctuality) -> Receipt {
    Receipt {
        version: new.version,
        code: new.code,
        received_at: new.received_at,
        days_late: punctuality.days_late(),
    }
}

/// The code on the receipt: 40 bits of the event, in letters and digits nobody confuses.
fn code(event: EventId) -> String {
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let bits = event.0.as_u128();
    let letter = |at: u32| char::from(LETTERS[(bits >> (at * 5)) as usize % LETTERS.len()]);
    let (first, last): (String, String) =
        ((0..4).map(letter).collect(), (4..8).map(letter).collect());
    format!("{first}-{last}")
}
