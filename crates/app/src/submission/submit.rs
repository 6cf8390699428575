use super::check::{content, draft, gaps};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::work::own;
use domain::campaign::{Deadline, Punctuality};
use domain::id::{CampaignId, EventId};
use domain::submission::{Gap, Refusal, Stage};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::permit::{ReadDraft, Submit as SubmitRight};
use store::scope::Scope;
use store::submission::NewSubmission;

/// Sends the report of the own unit (gửi báo cáo).
#[derive(Clone, Debug, Serialize)]
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

impl Case for Submit {
    type Output = Receipt;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Receipt, Ending> {
        let reached = own(ctx, scope, self.campaign).await?;
        let permit = reached.permit::<SubmitRight>()?;
        let assignment = permit.assignment().clone();
        let stage = assignment.stage.submit(ctx.now)?;
        if assignment.rev != self.rev {
            return Err(Ending::Stale);
        }
        let draft = draft(ctx, &reached.permit::<ReadDraft>()?).await?;
        self.allow(&gaps(&draft))?;
        let Stage::Submitted { version, .. } = stage else {
            return Err(Refusal::AlreadySubmitted.into());
        };
        let deadline = assignment.deadline.unwrap_or(Deadline { version: 0, last_day: Date::MAX });
        let punctuality = deadline.judge(ctx.now);
        let facts = serde_json::json!({
            "version": version,
            "hash": store::blob::hex(&content_hash(&draft)?),
            "days_late": punctuality.days_late(),
        });
        let about = (Some(assignment.body), Some(self.campaign));
        let (event, _) = ctx.record("submission.submitted", scope, about, facts).await?;
        let new = NewSubmission {
            version,
            code: code(event),
            content: content(&draft)?,
            received_at: ctx.now,
            deadline,
            punctuality,
            event,
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

fn content_hash(draft: &super::check::Draft) -> Result<[u8; 32], Ending> {
    Ok(domain::submission::Content::hash(&content(draft)?.canonical()))
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
