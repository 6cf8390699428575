use super::correct::{Checked, Correction};
use super::matched::Register;
use super::open::open;
use super::show::earlier;
use crate::backend::{Case, Ctx};
use crate::campaign::ground;
use crate::campaign::propose::{self, Ground, Proposed};
use crate::ending::Ending;
use crate::task::Duties;
use domain::authority::{Action, Relation};
use domain::campaign::{Approval, Refusal, Stage};
use domain::id::{BodyId, CampaignId, PlanId};
use domain::plan::{Document, Reading, Sheet, Warning};
use serde::Serialize;
use store::campaign::{Campaign, SetUp};
use store::scope::Scope;
use store::tier::Tier;

/// Makes a campaign of a checked plan (xác nhận và lập đợt). Nothing exists before this.
#[derive(Clone, Debug, Serialize)]
pub struct Confirm {
    pub plan: PlanId,
    /// What the officer saw; a correction meanwhile must be seen first.
    pub rev: i64,
    /// The answers to what was open, kept on the sheet.
    pub answers: Correction,
}

impl Case for Confirm {
    type Output = CampaignId;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<CampaignId, Ending> {
        let Answered { sheet, reading, warnings } =
            answered(ctx, scope, (self.plan, self.rev), &self.answers).await?;
        let document = &sheet.documents(&reading)[sheet.plan()];
        let ground = ground(ctx, scope, Stage::Preparing).await?;
        let campaign = self.campaign(ctx.chance.id(), scope, (&sheet, document), &ground);
        store::campaign::insert(&mut ctx.tx, &campaign, ctx.now).await?;
        let set_up = store::campaign::set_up(&mut ctx.tx, scope, campaign.id).await?;
        let set_up = set_up.ok_or(Ending::NotFound)?;
        let earlier = earlier(ctx, scope, document, &ground).await?;
        let register = Register::new(&ground).of_plan(&earlier, &sheet);
        lay(ctx, scope, &set_up, document, (&ground, &register)).await?;
        crate::library::lay(ctx, &set_up, &warnings, document).await?;
        store::plan::put_campaign(&mut ctx.tx, scope, self.plan, campaign.id).await?;
        let facts = serde_json::json!({ "plan": self.plan });
        ctx.record("campaign.created", scope, (Some(scope.unit()), Some(campaign.id)), facts)
            .await?;
        Ok(campaign.id)
    }
}

/// A plan of which a campaign may be made now.
pub(super) struct Answered {
    pub sheet: Sheet,
    pub reading: Reading,
    pub warnings: Vec<Warning>,
}

/// Takes the answers to what was open onto the sheet, and passes where nothing is open any more.
pub(super) async fn answered(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    (id, rev): (PlanId, i64),
    answers: &Correction,
) -> Result<Answered, Ending> {
    scope.may(Action::SetUp, Relation::Own)?;
    let plan = store::plan::find(&mut ctx.tx, scope, id).await?.ok_or(Ending::NotFound)?;
    if plan.campaign.is_some() {
        return Err(Refusal::AlreadyCreated.into());
    }
    if plan.rev != rev {
        return Err(Ending::Stale);
    }
    let Checked { sheet, warnings } = answers.checked(&plan)?;
    let reading: Reading = serde_json::from_str(&plan.reading)?;
    if let Some(open) = open(&sheet, &sheet.documents(&reading)[sheet.plan()]).first() {
        return Err(open.refusal().into());
    }
    answers.keep(ctx, scope, (&plan, rev)).await?;
    Ok(Answered { sheet, reading, warnings })
}

impl Confirm {
    fn campaign(
        &self,
        id: CampaignId,
        scope: &Scope,
        (sheet, document): (&Sheet, &Document),
        ground: &Ground,
    ) -> Campaign {
        let (up_to, up_day) = propose::upward(document, ground, sheet.stated_day);
        Campaign {
            id,
            unit: scope.unit(),
            desk: propose::desk(document, ground),
            plan: Some(self.plan),
            parent: None,
            copied: None,
            title: document.title.clone(),
            number: document.letterhead.number.clone().unwrap_or_default(),
            plan_day: document.letterhead.date,
            up_to,
            up_day,
            stated_day: sheet.stated_day,
            outline_proposed: document.outline.is_empty(),
            outline_confirmed: false,
            approval: Approval::Open,
            approval_acts: 0,
            stage: Stage::Preparing,
            plan_version: 1,
            rev: 1,
        }
    }
}

async fn lay(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    set_up: &SetUp,
    document: &Document,
    (ground, register): (&Ground, &Register<'_>),
) -> Result<(), Ending> {
    let chance = &mut ctx.chance;
    let sections = propose::sections(document, &mut || chance.id());
    store::outline::put(&mut ctx.tx, set_up, &sections).await?;
    let stated_day = set_up.campaign().stated_day;
    let Proposed { tiers, mut deadlines, exceptions } =
        Proposed::of(document, (ground, register), stated_day);
    store::tier::put(&mut ctx.tx, set_up, &tiers).await?;
    for proposed in &exceptions {
        let key = Tier::exception_key(&ctx.chance.id::<BodyId>().to_string());
        let like = proposed.level(ground);
        let tier = tiers.iter().find(|tier| tier.key == like);
        let row = deadlines.iter().find(|row| row.tier == like);
        let (tier, row) = proposed.tier(key, (tier, row));
        store::tier::put(&mut ctx.tx, set_up, std::slice::from_ref(&tier)).await?;
        store::tier::put_units(&mut ctx.tx, set_up, &proposed.units, Some(&tier.key)).await?;
        deadlines.extend(row);
    }
    for deadline in &deadlines {
        store::tier::insert_deadline(&mut ctx.tx, scope, set_up, deadline, ctx.now).await?;
    }
    let up_day = set_up.campaign().up_day;
    let deadlines = &deadlines;
    let duties = Duties { document, ground, register, deadlines, up_day, stated_day };
    crate::task::lay(ctx, set_up, &duties).await
}
