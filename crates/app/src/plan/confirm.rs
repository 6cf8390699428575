use super::correct::first_plan;
use crate::backend::{Case, Ctx};
use crate::campaign::propose::{self, Ground};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::campaign::{Approval, Refusal, Stage, StatedDay};
use domain::id::{CampaignId, PlanId};
use domain::plan::{Document, Reading};
use serde::Serialize;
use store::campaign::{Campaign, SetUp};
use store::scope::Scope;

/// Makes a campaign of a checked plan (xác nhận và lập đợt). Nothing exists before this.
#[derive(Clone, Debug, Serialize)]
pub struct Confirm {
    pub plan: PlanId,
    /// What the officer saw; a correction meanwhile must be seen first.
    pub rev: i64,
    /// The answer to "does the stated day count", asked where a date says `trước ngày`.
    pub stated_day: Option<StatedDay>,
}

impl Case for Confirm {
    type Output = CampaignId;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<CampaignId, Ending> {
        scope.may(Action::SetUp, Relation::Own)?;
        let plan = store::plan::find(&mut ctx.tx, scope, self.plan).await?;
        let plan = plan.ok_or(Ending::NotFound)?;
        if plan.campaign.is_some() {
            return Err(Refusal::AlreadyCreated.into());
        }
        if plan.rev != self.rev {
            return Err(Ending::Stale);
        }
        let mut reading: Reading = serde_json::from_str(&plan.corrected)?;
        let document = first_plan(&mut reading).ok_or(Ending::NotFound)?.clone();
        let document = &document;
        check(document, self.stated_day)?;
        let ground = crate::campaign::ground(ctx, scope, Stage::Preparing).await?;
        let campaign = self.campaign(ctx.chance.id(), scope, document, &ground);
        store::campaign::insert(&mut ctx.tx, &campaign, ctx.now).await?;
        let set_up = store::campaign::set_up(&mut ctx.tx, scope, campaign.id).await?;
        let set_up = set_up.ok_or(Ending::NotFound)?;
        lay(ctx, scope, &set_up, document, &ground).await?;
        crate::library::lay(ctx, &set_up, &reading, document).await?;
        store::plan::put_campaign(&mut ctx.tx, scope, self.plan, campaign.id).await?;
        let facts = serde_json::json!({ "plan": self.plan });
        ctx.record("campaign.created", scope, (Some(scope.unit()), Some(campaign.id)), facts)
            .await?;
        Ok(campaign.id)
    }
}

impl Confirm {
    fn campaign(
        &self,
        id: CampaignId,
        scope: &Scope,
        document: &Document,
        ground: &Ground,
    ) -> Campaign {
        let (up_to, up_day) = propose::upward(document, ground, self.stated_day);
        Campaign {
            id,
            unit: scope.unit(),
            desk: propose::desk(document, ground),
            plan: Some(self.plan),
            title: document.title.clone(),
            number: document.letterhead.number.clone().unwrap_or_default(),
            plan_day: document.letterhead.date,
            up_to,
            up_day,
            stated_day: self.stated_day,
            outline_proposed: document.outline.is_empty(),
            outline_confirmed: false,
            approval: Approval::Open,
            approval_acts: 0,
            stage: Stage::Preparing,
            rev: 1,
        }
    }
}

fn check(document: &Document, stated_day: Option<StatedDay>) -> Result<(), Refusal> {
    if document.title.is_empty() {
        return Err(Refusal::TitleMissing);
    }
    let asks = document.dates.iter().any(propose::is_before);
    if asks && stated_day.is_none() {
        return Err(Refusal::StatedDayOpen);
    }
    if propose::has_two_destinations(document) {
        return Err(Refusal::DestinationOpen);
    }
    Ok(())
}

async fn lay(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    set_up: &SetUp,
    document: &Document,
    ground: &Ground,
) -> Result<(), Ending> {
    let chance = &mut ctx.chance;
    let sections = propose::sections(document, &mut || chance.id());
    store::outline::put(&mut ctx.tx, set_up, &sections).await?;
    let stated_day = set_up.campaign().stated_day;
    let (tiers, deadlines) = propose::tiers(document, ground, stated_day);
    store::tier::put(&mut ctx.tx, set_up, &tiers).await?;
    for deadline in &deadlines {
        store::tier::insert_deadline(&mut ctx.tx, scope, set_up, deadline, ctx.now).await?;
    }
    crate::task::lay(ctx, set_up, document, ground, &deadlines).await
}
