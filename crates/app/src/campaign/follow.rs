use super::above::{Effect, outline_above, tiers};
use super::cascade::{Duty, asked_above, carried_outline, read};
use super::set_up::{SetUpView, load, reach};
use crate::amendment;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::amendment::Draft;
use domain::campaign::{
    Carried, Deadline, Refusal, Section, Stage, follow_above, in_time_for, keep_inherited,
};
use domain::id::{CampaignId, SectionId};
use domain::text::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::campaign::{Campaign, SetUp};
use store::cascade::Following;
use store::scope::Scope;
use store::tier::{DeadlineRow, Tier};

/// Takes over what changed above (đưa thay đổi của cấp trên vào kế hoạch): while the campaign is being
/// set up at once, after its issue into the amendment its officers are at.
#[derive(Clone, Debug, Serialize)]
pub struct TakeOver {
    pub campaign: CampaignId,
    /// The version of the plan above that was seen.
    pub version: i64,
    /// The reason of the amendment, where there is none yet.
    pub reason: String,
}

/// Where what was taken over is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TakenOver {
    InForce,
    /// In the amendment, to be looked at and issued.
    Drafted,
}

/// Says why what changed above is not taken over (không đưa vào, kèm lý do), where nothing of it binds.
#[derive(Clone, Debug, Serialize)]
pub struct Decline {
    pub campaign: CampaignId,
    pub version: i64,
    pub reason: String,
}

impl Case for TakeOver {
    type Output = TakenOver;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<TakenOver, Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        let view = load(ctx, scope, set_up.campaign()).await?;
        let duty = open_news(&view, self.version)?;
        match view.campaign.stage {
            Stage::Preparing => change(ctx, scope, &set_up, &view).await?,
            Stage::Issued { .. } if view.effects.is_empty() => {}
            Stage::Issued { .. } => {
                self.draft(ctx, scope, &set_up, &view).await?;
                return Ok(TakenOver::Drafted);
            }
        }
        note(ctx, scope, &set_up, &duty.followed("")).await?;
        Ok(TakenOver::InForce)
    }
}

impl Case for Decline {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        let view = load(ctx, scope, set_up.campaign()).await?;
        let duty = open_news(&view, self.version)?;
        if view.effects.iter().any(Effect::binds) {
            return Err(Refusal::AboveBinds.into());
        }
        let reason = Text::new(&self.reason).into_string();
        if reason.is_empty() {
            return Err(Refusal::DeclineReasonMissing.into());
        }
        note(ctx, scope, &set_up, &duty.followed(&reason)).await
    }
}

/// Passes where an amendment leaves what is taken over as it was; or, where it follows what changed
/// above, makes it what the plan above says now, with every unit in time for the own report.
pub(crate) async fn check_amended(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    campaign: &Campaign,
    (before, draft): (&[Section], &Draft),
    (tiers, deadlines): (&[Tier], &[(String, Date)]),
) -> Result<(), Ending> {
    let Some(version) = draft.follows else {
        let inherited = super::inherited_sections(ctx, campaign).await?;
        return Ok(keep_inherited(before, &draft.sections, &inherited)?);
    };
    let reached = asked_above(ctx, scope, campaign).await?.ok_or(Refusal::NotAskedAbove)?;
    if reached.campaign().plan_version != version {
        return Err(Refusal::AboveChanged.into());
    }
    let now = carried_outline(ctx, &reached, tiers).await?.outline;
    let all: Vec<SectionId> = now.iter().map(|section| section.id).collect();
    keep_inherited(&now, &draft.sections, &all)?;
    let Some(duty) = reached.assignment().deadline else { return Ok(()) };
    let last_days = deadlines.iter().filter_map(|(key, before)| {
        let moved = draft.deadlines.iter().find(|(tier, _)| tier == key).map(|(_, day)| *day);
        tiers.iter().any(|tier| tier.key == *key && tier.asked).then(|| moved.unwrap_or(*before))
    });
    Ok(in_time_for(duty.last_day, last_days)?)
}

/// Notes that an amendment that was issued follows the plan above as it is now.
pub(crate) async fn note_amended(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    set_up: &SetUp,
    (tiers, added): (&[Tier], &[SectionId]),
) -> Result<(), Ending> {
    let reached = asked_above(ctx, scope, set_up.campaign()).await?;
    let reached = reached.ok_or(Refusal::NotAskedAbove)?;
    let duty = read(ctx, &reached).await?;
    let now = carried_outline(ctx, &reached, tiers).await?;
    lay_inherited(ctx, set_up, &now, (tiers, added)).await?;
    note(ctx, scope, set_up, &duty.followed("")).await
}

impl TakeOver {
    /// Puts everything into the open amendment; days its officers chose there stay.
    async fn draft(
        &self,
        ctx: &mut Ctx<'_>,
        scope: &Scope,
        set_up: &SetUp,
        view: &SetUpView,
    ) -> Result<(), Ending> {
        let now = outline_above(ctx, scope, &view.campaign, &tiers(view)).await?;
        let now = now.ok_or(Refusal::NotAskedAbove)?;
        let mut open = amendment::load(ctx, set_up.campaign()).await?.open;
        let draft = &mut open.draft;
        draft.sections = follow_above(&draft.sections, &view.inherited, &now.outline);
        draft.follows = Some(self.version);
        for (tier, day) in view.effects.iter().filter_map(Effect::day) {
            if draft.deadlines.iter().all(|(chosen, _)| chosen != tier) {
                draft.deadlines.push((tier.to_owned(), day));
            }
        }
        if Text::new(&open.reason).is_empty() {
            open.reason = Text::new(&self.reason).into_string();
        }
        match store::amendment::put_open(&mut ctx.tx, scope, set_up, &open, ctx.now).await? {
            true => Ok(()),
            false => Err(Ending::Stale),
        }
    }
}

/// What the plan above asks, where there are news of it, and they are of the version that was seen.
fn open_news(view: &SetUpView, version: i64) -> Result<&Duty, Ending> {
    view.is_asked_above()?;
    match (&view.duty, &view.news) {
        (Some(duty), Some(_)) if duty.version == version => Ok(duty),
        (Some(_), Some(_)) => Err(Ending::Stale),
        _ => Err(Refusal::AboveFollowed.into()),
    }
}

/// Changes a campaign that is being set up to what the plan above says now.
async fn change(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    set_up: &SetUp,
    view: &SetUpView,
) -> Result<(), Ending> {
    let tiers = tiers(view);
    let now = outline_above(ctx, scope, &view.campaign, &tiers).await?;
    let now = now.ok_or(Refusal::NotAskedAbove)?;
    let outline = follow_above(&view.outline, &view.inherited, &now.outline);
    let known = |id: &SectionId| view.outline.iter().any(|section| section.id == *id);
    let added = outline.iter().map(|section| section.id).filter(|id| !known(id));
    let added: Vec<SectionId> = added.collect();
    store::outline::put(&mut ctx.tx, set_up, &outline).await?;
    lay_inherited(ctx, set_up, &now, (&tiers, &added)).await?;
    for (tier, last_day) in view.effects.iter().filter_map(Effect::day) {
        let row = view.tiers.iter().filter_map(|shown| shown.deadline.as_ref());
        let Some(before) = row.into_iter().find(|row| row.tier == tier) else { continue };
        let deadline = Deadline { version: before.deadline.version + 1, last_day };
        let tier = tier.to_owned();
        let next = DeadlineRow { tier, deadline, phrase: String::new(), stated: last_day };
        store::tier::insert_deadline(&mut ctx.tx, scope, set_up, &next, ctx.now).await?;
    }
    match store::campaign::touch(&mut ctx.tx, set_up).await? {
        true => Ok(()),
        false => Err(Ending::Stale),
    }
}

/// Which sections stay as they are from now on, and which of the new ones which units are not asked.
async fn lay_inherited(
    ctx: &mut Ctx<'_>,
    set_up: &SetUp,
    now: &Carried,
    (tiers, added): (&[Tier], &[SectionId]),
) -> Result<(), Ending> {
    let all = now.outline.iter().map(|section| section.id);
    store::outline::put_inherited(&mut ctx.tx, set_up, all).await?;
    for (tier, out) in tiers.iter().zip(&now.out) {
        let out: Vec<SectionId> = added.iter().copied().filter(|id| out.contains(id)).collect();
        if out.is_empty() {
            continue;
        }
        store::tier::put(&mut ctx.tx, set_up, std::slice::from_ref(tier)).await?;
        store::tier::put_sections(&mut ctx.tx, set_up, &tier.key, (&out, &[])).await?;
    }
    Ok(())
}

async fn note(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    set_up: &SetUp,
    followed: &Following,
) -> Result<(), Ending> {
    store::cascade::put_following(&mut ctx.tx, scope, set_up, followed, ctx.now).await?;
    let facts = serde_json::json!({
        "parent_version": followed.version,
        "last_day": followed.last_day,
        "reason": followed.reason,
    });
    let about = (Some(scope.unit()), Some(set_up.campaign().id));
    ctx.record("plan.followed", scope, about, facts).await?;
    Ok(())
}
