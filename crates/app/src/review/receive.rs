use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::id::{BodyId, CampaignId};
use serde::Serialize;
use store::permit::Review;
use store::scope::Scope;
use store::verdict::Kind;

/// Takes a version in; from now on it counts in the sums (tiếp nhận).
#[derive(Clone, Debug, Serialize)]
pub struct Receive {
    pub campaign: CampaignId,
    pub body: BodyId,
    pub version: i64,
}

impl Case for Receive {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let reached =
            store::assignment::reach(&mut ctx.tx, scope, self.campaign, self.body).await?;
        let permit = reached.ok_or(Ending::NotFound)?.permit::<Review>()?;
        let assignment = permit.assignment().clone();
        let stage = assignment.stage.receive(self.version, ctx.now)?;
        let facts = serde_json::json!({ "version": self.version });
        let about = (Some(self.body), Some(self.campaign));
        let (event, _) = ctx.record("submission.received", scope, about, facts).await?;
        let verdict = (self.version, Kind::Received);
        store::verdict::insert(&mut ctx.tx, &permit, verdict, ctx.now, event).await?;
        let received = Some(self.version);
        if !store::assignment::put_stage(&mut ctx.tx, &assignment, stage, received, ctx.now).await?
        {
            return Err(Ending::Stale);
        }
        Ok(())
    }
}
