use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::id::{BodyId, CampaignId};
use domain::submission::{Place, Refusal, ReturnReason};
use serde::Serialize;
use store::permit::{Reached, ReadSubmitted, Review};
use store::scope::Scope;
use store::verdict::Kind;

/// Sends a version back with all its reasons at once (trả lại).
#[derive(Clone, Debug, Serialize)]
pub struct Return {
    pub campaign: CampaignId,
    pub body: BodyId,
    pub version: i64,
    /// At least one.
    pub reasons: Vec<ReturnReason>,
}

impl Case for Return {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        if self.reasons.is_empty() {
            return Err(Refusal::ReasonMissing.into());
        }
        let reached =
            store::assignment::reach(&mut ctx.tx, scope, self.campaign, self.body).await?;
        let reached = reached.ok_or(Ending::NotFound)?;
        let permit = reached.permit::<Review>()?;
        self.check_places(ctx, &reached).await?;
        let assignment = permit.assignment().clone();
        let stage = assignment.stage.return_(self.version, ctx.now)?;
        let facts = serde_json::json!({ "version": self.version, "reasons": self.reasons.len() });
        let about = (Some(self.body), Some(self.campaign));
        let (event, _) = ctx.record("submission.returned", scope, about, facts).await?;
        let verdict = (self.version, Kind::Returned);
        store::verdict::insert(&mut ctx.tx, &permit, verdict, ctx.now, event).await?;
        store::verdict::insert_reasons(&mut ctx.tx, &permit, self.version, &self.reasons).await?;
        let received = assignment.received_version;
        if !store::assignment::put_stage(&mut ctx.tx, &assignment, stage, received, ctx.now).await?
        {
            return Err(Ending::Stale);
        }
        Ok(())
    }
}

impl Return {
    /// Every reason points at a place the version that was sent has.
    async fn check_places(&self, ctx: &mut Ctx<'_>, reached: &Reached) -> Result<(), Ending> {
        let permit = reached.permit::<ReadSubmitted>()?;
        let sent = store::submission::list(&mut ctx.tx, &permit).await?;
        let plan = sent.iter().find(|sent| sent.version == self.version).map(|s| s.plan_version);
        let of = (self.campaign, self.body);
        let plan = plan.unwrap_or(reached.campaign().plan_version);
        let outline = store::outline::list_for(&mut ctx.tx, of, plan).await?;
        let table = store::segment::find_for(&mut ctx.tx, reached).await?;
        let there = |place: &Place| match place {
            Place::Whole => true,
            Place::Section(wanted) => outline.iter().any(|section| section.id == *wanted),
            Place::Cell(segment, cell) => {
                table.as_ref().is_some_and(|t| t.id() == *segment && t.asks(*cell as usize))
            }
        };
        let all = self.reasons.iter().all(|reason| there(&reason.place));
        if all { Ok(()) } else { Err(Ending::NotFound) }
    }
}
