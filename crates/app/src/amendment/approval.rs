use super::view::{AmendingView, load};
use crate::backend::{Case, Ctx};
use crate::campaign::{ApprovalStep, reach_own};
use crate::ending::Ending;
use domain::authority::Relation;
use domain::calendar;
use domain::campaign::{ApprovalAct, Stage};
use domain::id::CampaignId;
use jiff::civil::Date;
use serde::Serialize;
use store::approval::{ActRow, Matter};
use store::scope::Scope;

/// The open amendment on its way to being issued, and what was said of it (duyệt điều chỉnh).
#[derive(Clone, Debug)]
pub struct ShowAmendingApproval {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct AmendingApproval {
    pub view: AmendingView,
    /// Everything asked and said, oldest first.
    pub history: Vec<ActRow>,
    /// Proposed as the day of its document.
    pub today: Date,
}

/// Does something about the approval of the open amendment (trình, duyệt, cấp số điều chỉnh).
#[derive(Clone, Debug, Serialize)]
pub struct PutAmendingApproval {
    pub campaign: CampaignId,
    /// What was seen: a change of the amendment, or another act, must be seen first.
    pub rev: i64,
    pub acts: i64,
    pub step: ApprovalStep,
}

impl Case for ShowAmendingApproval {
    type Output = AmendingApproval;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<AmendingApproval, Ending> {
        let campaign = reach_own(ctx, scope, self.campaign).await?;
        let view = load(ctx, &campaign).await?;
        let matter = Matter::amendment(&campaign, &view.open);
        Ok(AmendingApproval {
            history: store::approval::list(&mut ctx.tx, &matter).await?,
            view,
            today: calendar::day(ctx.now),
        })
    }
}

impl Case for PutAmendingApproval {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let campaign = reach_own(ctx, scope, self.campaign).await?;
        scope.may(self.step.action(), Relation::Own)?;
        let view = load(ctx, &campaign).await?;
        let open = &view.open;
        if (open.rev, open.acts) != (self.rev, self.acts) {
            return Err(Ending::Stale);
        }
        // Until it is issued an amendment is as a plan that is being set up.
        let act = self.step.act();
        open.approval.allow(act, Stage::Preparing)?;
        let lays = matches!(act, ApprovalAct::Asked | ApprovalAct::OnPaper | ApprovalAct::Waived);
        if let Some(refused) = view.problems.first().filter(|_| lays) {
            return Err(Ending::Refused(*refused));
        }
        let facts = serde_json::json!({ "amendment": open.matter, "rev": open.rev });
        let matter = Matter::amendment(&campaign, open);
        self.step.keep(ctx, scope, (&campaign, &matter), facts).await
    }
}
