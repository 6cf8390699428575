use super::confirm::{Answered, answered};
use super::correct::Correction;
use super::matched::Register;
use super::show::earlier;
use crate::backend::{Case, Ctx};
use crate::campaign::propose;
use crate::campaign::{Given, ground, lay_tiers};
use crate::ending::Ending;
use crate::task::Duties;
use domain::campaign::{Approval, Stage};
use domain::id::{CampaignId, PlanId};
use domain::plan::Document;
use jiff::civil::Date;
use serde::Serialize;
use store::campaign::{Campaign, Parent};
use store::scope::Scope;

/// Makes the unit's own campaign under a plan that came from above as a file (triển khai kế hoạch nhận
/// được từ cấp trên). Its outline and the day of the own report bind.
#[derive(Clone, Debug, Serialize)]
pub struct CarryOut {
    pub plan: PlanId,
    /// What the officer saw; a correction meanwhile must be seen first.
    pub rev: i64,
    /// The answers to what was open, kept on the sheet.
    pub answers: Correction,
}

impl Case for CarryOut {
    type Output = CampaignId;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<CampaignId, Ending> {
        let plan = (self.plan, self.rev);
        let Answered { sheet, reading, warnings } =
            answered(ctx, scope, plan, &self.answers).await?;
        let document = &sheet.documents(&reading)[sheet.plan()];
        let ground = ground(ctx, scope, Stage::Preparing).await?;
        // Several days for units of this level leave it open which is meant.
        let up_day = match propose::own_days(document, &ground, sheet.stated_day).as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        let campaign = self.campaign(ctx.chance.id(), scope, document, up_day);
        store::campaign::insert(&mut ctx.tx, &campaign, ctx.now).await?;
        let set_up = store::campaign::set_up(&mut ctx.tx, scope, campaign.id).await?;
        let set_up = set_up.ok_or(Ending::NotFound)?;
        let chance = &mut ctx.chance;
        let sections = propose::sections(document, &mut || chance.id());
        store::outline::put(&mut ctx.tx, &set_up, &sections).await?;
        if !document.outline.is_empty() {
            let all = sections.iter().map(|section| section.id);
            store::outline::put_inherited(&mut ctx.tx, &set_up, all).await?;
        }
        let (tiers, _) = propose::tiers(document, &ground, sheet.stated_day);
        let given = Given {
            ground: &ground,
            last_day: up_day,
            asked: &[],
            asked_above: "",
            tiers: &tiers,
            term: None,
        };
        lay_tiers(ctx, scope, &set_up, given).await?;
        crate::library::lay(ctx, &set_up, &warnings, document).await?;
        let earlier = earlier(ctx, scope, document, &ground).await?;
        let duties = Duties {
            document,
            ground: &ground,
            register: &Register::new(&ground).of_plan(&earlier, &sheet),
            deadlines: &store::tier::list_deadlines(&mut ctx.tx, campaign.id).await?,
            up_day,
            stated_day: sheet.stated_day,
        };
        crate::task::lay_given(ctx, &set_up, &duties).await?;
        store::plan::put_campaign(&mut ctx.tx, scope, self.plan, campaign.id).await?;
        let facts = serde_json::json!({ "parent_plan": self.plan });
        let about = (Some(scope.unit()), Some(campaign.id));
        ctx.record("campaign.created", scope, about, facts).await?;
        Ok(campaign.id)
    }
}

impl CarryOut {
    fn campaign(
        &self,
        id: CampaignId,
        scope: &Scope,
        document: &Document,
        up_day: Option<Date>,
    ) -> Campaign {
        Campaign {
            id,
            unit: scope.unit(),
            desk: None,
            plan: None,
            parent: Some(Parent::Plan(self.plan)),
            copied: None,
            title: document.title.clone(),
            number: String::new(),
            plan_day: None,
            up_to: document.letterhead.issuer.clone().unwrap_or_default(),
            up_day,
            stated_day: None,
            outline_proposed: document.outline.is_empty(),
            outline_confirmed: !document.outline.is_empty(),
            approval: Approval::Open,
            approval_acts: 0,
            stage: Stage::Preparing,
            plan_version: 1,
            rev: 1,
        }
    }
}
