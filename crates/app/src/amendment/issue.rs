use super::view::{AmendingView, load};
use crate::backend::{Case, Ctx};
use crate::campaign::{check_amended, keep_in_time, note_amended, reach};
use crate::ending::Ending;
use domain::amendment::{Item, Whom};
use domain::campaign::Deadline;
use domain::id::{CampaignId, SectionId};
use domain::session::FRESH;
use serde::Serialize;
use store::amendment::NewAmendment;
use store::campaign::SetUp;
use store::outline::Amended;
use store::scope::Scope;
use store::tier::DeadlineRow;

/// Issues the open amendment: a further version of the plan (ban hành điều chỉnh).
#[derive(Clone, Debug, Serialize)]
pub struct IssueAmendment {
    pub campaign: CampaignId,
    /// Of the open amendment, as it was seen.
    pub rev: i64,
    /// The version of the plan it was seen beside.
    pub plan_version: i64,
}

impl Case for IssueAmendment {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        ctx.proved(scope, FRESH)?;
        let view = load(ctx, set_up.campaign()).await?;
        if (view.open.rev, view.campaign.plan_version) != (self.rev, self.plan_version) {
            return Err(Ending::Stale);
        }
        if let Some(refused) = view.problems.first() {
            return Err(Ending::Refused(*refused));
        }
        keep_to_the_plan_above(ctx, scope, &set_up, &view).await?;
        view.release()?;
        let items: Vec<&Item> = view.items.iter().map(|(_, item)| item).collect();
        let facts = serde_json::json!({
            "plan_version": self.plan_version + 1,
            "reason": view.open.reason,
            "number": view.open.number,
            "day": view.open.day,
            "approval": view.open.approval,
            "items": items,
        });
        let about = (Some(scope.unit()), Some(self.campaign));
        let (event, _) = ctx.record("plan.amended", scope, about, facts).await?;
        let new = NewAmendment {
            reason: &view.open.reason,
            number: &view.open.number,
            day: view.open.day,
            items: &view.items,
            of: Some(&view.open),
            event,
        };
        if !store::amendment::clear_open(&mut ctx.tx, &set_up, self.rev).await? {
            return Err(Ending::Stale);
        }
        let version = store::amendment::insert(&mut ctx.tx, scope, &set_up, &new, ctx.now).await?;
        let version = version.ok_or(Ending::Stale)?;
        let amended = amended(&view);
        store::outline::amend(&mut ctx.tx, &set_up, version, &amended).await?;
        put_units(ctx, &set_up, &view).await?;
        put_deadlines(ctx, scope, &set_up, &view).await?;
        if view.open.draft.follows.is_some() {
            let added: Vec<SectionId> = amended.added.iter().map(|(new, _)| new.id).collect();
            note_amended(ctx, scope, &set_up, (&view.tiers, &added)).await?;
        }
        Ok(())
    }
}

/// What is taken over from the plan above is not changed here, and no day passes the own duty.
async fn keep_to_the_plan_above(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    set_up: &SetUp,
    view: &AmendingView,
) -> Result<(), Ending> {
    let campaign = set_up.campaign();
    let outlines = (view.outline.as_slice(), &view.open.draft);
    check_amended(ctx, scope, campaign, outlines, (&view.tiers, &view.deadlines)).await?;
    let moved = view.items.iter().filter_map(|(_, item)| match item {
        Item::DeadlineMoved { after, .. } => Some(*after),
        _ => None,
    });
    keep_in_time(ctx, scope, campaign, moved).await
}

fn amended(view: &AmendingView) -> Amended {
    let mut amended = Amended::default();
    for (whom, item) in &view.items {
        match item {
            _ if *whom != Whom::Units => {}
            Item::SectionAdded { section, after } => amended.added.push((section.clone(), *after)),
            Item::SectionReworded { after, .. } => amended.reworded.push(after.clone()),
            Item::SectionWithdrawn { section } => amended.withdrawn.push(section.id),
            Item::UnitAsked { .. } | Item::UnitExcused { .. } | Item::DeadlineMoved { .. } => {}
        }
    }
    amended
}

async fn put_units(ctx: &mut Ctx<'_>, set_up: &SetUp, view: &AmendingView) -> Result<(), Ending> {
    for (whom, item) in &view.items {
        let Whom::Body(body) = whom else { continue };
        let Some(row) = view.changed.iter().find(|row| row.body == *body) else { continue };
        let to = match item {
            Item::UnitAsked { .. } => view.asking(row),
            Item::UnitExcused { .. } => None,
            _ => continue,
        };
        store::amendment::put_asked(&mut ctx.tx, set_up, *body, to.as_ref()).await?;
    }
    Ok(())
}

async fn put_deadlines(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    set_up: &SetUp,
    view: &AmendingView,
) -> Result<(), Ending> {
    let rows = store::tier::list_deadlines(&mut ctx.tx, set_up.campaign().id).await?;
    for (whom, item) in &view.items {
        let (Whom::Tier(tier), Item::DeadlineMoved { after, .. }) = (whom, item) else { continue };
        let row = rows.iter().find(|row| row.tier == *tier).ok_or(Ending::NotFound)?;
        let deadline = Deadline { version: row.deadline.version + 1, last_day: *after };
        let next = DeadlineRow { deadline, ..row.clone() };
        let why = (&next, view.open.reason.as_str());
        store::tier::put_off_deadline(&mut ctx.tx, scope, set_up, why, ctx.now).await?;
    }
    Ok(())
}
