use super::reopens;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::submission::leaves;
use domain::id::{BodyId, CampaignId, SectionId};
use domain::own_part::{Refusal, Rest, reason};
use serde::Serialize;
use store::own_part::Saying;
use store::permit::{ReadSubmitted, Review};
use store::scope::Scope;

/// What the desk says of a declaration (chấp nhận, không chấp nhận).
#[derive(Clone, Debug, Serialize)]
pub struct Decide {
    pub campaign: CampaignId,
    pub body: BodyId,
    /// The declaration the officer was shown.
    pub version: i64,
    pub decision: Decision,
}

#[derive(Clone, Debug, Serialize)]
pub enum Decision {
    /// The report stands for every section but these, which are still asked.
    Accept { asked: Vec<SectionId> },
    /// Also after it was accepted: everything is asked again.
    Refuse { why: String },
}

impl Case for Decide {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let reached =
            store::assignment::reach(&mut ctx.tx, scope, self.campaign, self.body).await?;
        let reached = reached.ok_or(Ending::NotFound)?;
        let permit = reached.permit::<Review>()?;
        let assignment = permit.assignment().clone();
        let before = assignment.own_part.ok_or(Refusal::NothingDeclared)?;
        let seen = reached.permit::<ReadSubmitted>()?;
        let part = store::own_part::find(&mut ctx.tx, &seen).await?.ok_or(Ending::NotFound)?;
        if part.version != self.version {
            return Err(Ending::Stale);
        }
        let mut covered: Vec<SectionId> = Vec::new();
        let (stage, saying, why) = match &self.decision {
            Decision::Accept { asked } => {
                let of = (self.campaign, self.body);
                let plan_version = reached.campaign().plan_version;
                let outline = store::outline::list_for(&mut ctx.tx, of, plan_version).await?;
                let written = leaves(&outline).map(|section| section.id);
                covered = written.filter(|section| !asked.contains(section)).collect();
                let figures = store::segment::find_for(&mut ctx.tx, &reached).await?.is_some();
                let left = leaves(&outline).filter(|section| asked.contains(&section.id));
                let rest = match figures || left.count() > 0 {
                    true => Rest::Something,
                    false => Rest::Nothing,
                };
                (before.accept(rest)?, Saying::Accepted, String::new())
            }
            Decision::Refuse { why } => {
                reopens(&assignment, before)?;
                (before.refuse()?, Saying::Refused, reason(why)?)
            }
        };
        let facts = serde_json::json!({
            "version": part.version, "stage": stage, "covered": covered, "why": why,
        });
        let about = (Some(self.body), Some(self.campaign));
        let (event, _) = ctx.record("own_part.decided", scope, about, facts).await?;
        let (said, when) = ((part.version, saying, why.as_str()), (ctx.now, event));
        store::own_part::insert_verdict(&mut ctx.tx, &permit, said, when).await?;
        store::own_part::insert_covered(&mut ctx.tx, &permit, part.version, &covered).await?;
        match store::own_part::put_stage(&mut ctx.tx, &assignment, stage).await? {
            true => Ok(()),
            false => Err(Ending::Stale),
        }
    }
}
