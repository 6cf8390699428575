use super::figures::{NewIndicator, table};
use super::outline::sections;
use super::path::NewStep;
use super::preview::library;
use super::template::Shipped;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::{App, Token};
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::campaign::outline::titled;
use domain::campaign::{Approval, Refusal, Section, Stage, title};
use domain::figure::{Column, Portion};
use domain::id::{CampaignId, IndicatorId, SectionId};
use domain::task::Due;
use serde::Serialize;
use std::collections::BTreeMap;
use store::campaign::{Campaign, OriginRow, SetUp};
use store::library::Item;
use store::path::Step;
use store::scope::Scope;
use store::task::{Party, Task};
use store::tier::{Group, Tier};

/// Makes a campaign without an uploaded plan (lập đợt mới).
#[derive(Clone, Debug, Serialize)]
pub struct Create {
    pub title: String,
    pub origin: Origin,
}

/// What a new campaign begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Origin {
    Nothing,
    /// A template that comes with the program, by its key.
    Shipped(String),
    /// An earlier campaign of the unit, saved as a template or not.
    Earlier(CampaignId),
}

/// From what a campaign can be made.
#[derive(Clone, Debug)]
pub struct ListOrigins;

#[derive(Clone, Debug)]
pub struct Origins {
    pub shipped: Vec<Shipped>,
    /// Campaigns of the unit, newest first; those with a template name are templates.
    pub own: Vec<OriginRow>,
}

/// Puts the units of the exceptions of an earlier campaign into those of its copy, so many at a
/// time; the copy itself is made by [`Create`].
pub async fn copy_units(app: &App, token: Token, campaign: CampaignId) -> Result<(), Ending> {
    while app.save(token, CopyUnits { campaign }).await?.output {}
    Ok(())
}

/// Copies the next units of exceptions; true while there may be more.
#[derive(Clone, Debug)]
struct CopyUnits {
    campaign: CampaignId,
}

/// How many units one transaction copies.
const CHUNK: usize = 500;

impl Case for CopyUnits {
    type Output = bool;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<bool, Ending> {
        let set_up = super::reach(ctx, scope, self.campaign).await?;
        set_up.campaign().stage.preparing()?;
        let Some(from) = set_up.campaign().copied else { return Ok(false) };
        let there = store::tier::list_units(&mut ctx.tx, self.campaign).await?;
        let mut missing = store::tier::list_units(&mut ctx.tx, from).await?;
        missing.retain(|(unit, _)| there.binary_search_by_key(unit, |(unit, _)| *unit).is_err());
        for (unit, tier) in missing.iter().take(CHUNK) {
            store::tier::put_units(&mut ctx.tx, &set_up, &[*unit], Some(tier)).await?;
        }
        Ok(missing.len() > CHUNK)
    }
}

impl Case for ListOrigins {
    type Output = Origins;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Origins, Ending> {
        scope.may(Action::SetUp, Relation::Own)?;
        let own = store::campaign::list_origins(&mut ctx.tx, scope).await?;
        Ok(Origins { shipped: Shipped::all(), own })
    }
}

impl Case for Create {
    type Output = CampaignId;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<CampaignId, Ending> {
        scope.may(Action::SetUp, Relation::Own)?;
        let title = title(&self.title)?;
        let earlier = match self.origin {
            Origin::Earlier(id) => {
                let found = store::campaign::set_up(&mut ctx.tx, scope, id).await?;
                Some(found.ok_or(Refusal::TemplateUnknown)?)
            }
            Origin::Nothing | Origin::Shipped(_) => None,
        };
        let campaign = new_campaign(ctx, scope, title, earlier.as_ref()).await?;
        store::campaign::insert(&mut ctx.tx, &campaign, ctx.now).await?;
        let set_up = store::campaign::set_up(&mut ctx.tx, scope, campaign.id).await?;
        let set_up = set_up.ok_or(Ending::NotFound)?;
        match (&self.origin, earlier) {
            (Origin::Shipped(key), _) => {
                let shipped = Shipped::find(key).ok_or(Refusal::TemplateUnknown)?;
                lay_shipped(ctx, &set_up, &shipped).await?;
            }
            (_, Some(earlier)) => copy(ctx, &set_up, earlier.campaign().id).await?,
            (_, None) => {}
        }
        let facts = serde_json::json!({ "origin": self.origin });
        let about = (Some(scope.unit()), Some(campaign.id));
        ctx.record("campaign.created", scope, about, facts).await?;
        Ok(campaign.id)
    }
}

async fn new_campaign(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    title: String,
    earlier: Option<&SetUp>,
) -> Result<Campaign, Ending> {
    let today = calendar::day(ctx.now);
    let names = store::body::get_names(&mut ctx.tx, scope.unit(), today).await?;
    let earlier = earlier.map(SetUp::campaign);
    Ok(Campaign {
        id: ctx.chance.id(),
        unit: scope.unit(),
        desk: earlier.and_then(|earlier| earlier.desk),
        plan: None,
        parent: None,
        copied: earlier.map(|earlier| earlier.id),
        title,
        number: String::new(),
        plan_day: None,
        up_to: earlier.map_or(names.parent, |earlier| earlier.up_to.clone()),
        up_day: None,
        stated_day: None,
        outline_proposed: false,
        outline_confirmed: false,
        approval: Approval::Open,
        approval_acts: 0,
        stage: Stage::Preparing,
        plan_version: 1,
        rev: 1,
    })
}

async fn lay_shipped(ctx: &mut Ctx<'_>, set_up: &SetUp, shipped: &Shipped) -> Result<(), Ending> {
    let sections = sections(ctx, titled(&shipped.sections), &[], &[]);
    store::outline::put(&mut ctx.tx, set_up, &sections).await?;
    let this_year = calendar::day(ctx.now).year();
    let columns: Vec<Column> = (this_year - shipped.years..this_year).map(Column::Year).collect();
    let named = (shipped.table.as_str(), columns.as_slice());
    let figures = table(ctx, named, (&shipped.indicators, &[]), None)?;
    store::segment::put(&mut ctx.tx, set_up, &figures).await?;
    store::plan_text::put(&mut ctx.tx, set_up, &shipped.texts).await?;
    let steps: Vec<Step> = shipped.steps.iter().map(NewStep::read).collect::<Result<_, _>>()?;
    Ok(store::path::put(&mut ctx.tx, set_up, &steps).await?)
}

/// Outline, table, tiers and the way of the report; the units of exceptions follow
/// ([`copy_units`]). Dates are never copied: they are shown beside, to be set anew.
async fn copy(ctx: &mut Ctx<'_>, set_up: &SetUp, from: CampaignId) -> Result<(), Ending> {
    let mut sections: Vec<Section> = store::outline::list(&mut ctx.tx, from).await?;
    let mut renamed: Vec<(SectionId, SectionId)> = Vec::new();
    for section in &mut sections {
        let new = ctx.chance.id();
        renamed.push((section.id, new));
        section.id = new;
    }
    store::outline::put(&mut ctx.tx, set_up, &sections).await?;
    copy_library(ctx, set_up, from, &renamed).await?;
    let figures = copy_figures(ctx, set_up, from).await?;
    copy_tiers(ctx, set_up, from, (&renamed, &figures)).await?;
    copy_duties(ctx, set_up, from).await?;
    let mut steps = store::path::list(&mut ctx.tx, from).await?;
    steps.iter_mut().for_each(|step| step.time = step.time.without_day());
    Ok(store::path::put(&mut ctx.tx, set_up, &steps).await?)
}

/// The table; gives which indicator is which in the copy.
async fn copy_figures(
    ctx: &mut Ctx<'_>,
    set_up: &SetUp,
    from: CampaignId,
) -> Result<BTreeMap<IndicatorId, IndicatorId>, Ending> {
    let Some(before) = store::segment::find(&mut ctx.tx, from).await? else {
        return Ok(BTreeMap::new());
    };
    let indicators: Vec<NewIndicator> = NewIndicator::all_of(&before.indicators);
    let named = (before.title.as_str(), before.columns.as_slice());
    let figures = table(ctx, named, (&indicators, &[]), None)?;
    store::segment::put(&mut ctx.tx, set_up, &figures).await?;
    let old = before.indicators.iter().map(|row| row.id);
    Ok(old.zip(figures.indicators.iter().map(|row| row.id)).collect())
}

/// Who is asked how, what they are not asked, and the outlines of organs that report themselves.
async fn copy_tiers(
    ctx: &mut Ctx<'_>,
    set_up: &SetUp,
    from: CampaignId,
    (renamed, figures): (&[(SectionId, SectionId)], &BTreeMap<IndicatorId, IndicatorId>),
) -> Result<(), Ending> {
    let new = |old: SectionId| renamed.iter().find(|(was, _)| *was == old).map(|(_, is)| *is);
    let tiers = store::tier::list(&mut ctx.tx, from).await?;
    let without_days = |tier: Tier| {
        let out = tier.portion.out.iter().filter_map(|old| figures.get(old).copied()).collect();
        Tier { hold: None, portion: Portion { term: None, out }, ..tier }
    };
    let tiers: Vec<Tier> = tiers.into_iter().map(without_days).collect();
    store::tier::put(&mut ctx.tx, set_up, &tiers).await?;
    let texts = store::plan_text::list(&mut ctx.tx, from).await?;
    store::plan_text::put(&mut ctx.tx, set_up, &texts).await?;
    for (tier, section) in store::tier::list_sections(&mut ctx.tx, from).await? {
        let out: Vec<SectionId> = new(section).into_iter().collect();
        store::tier::put_sections(&mut ctx.tx, set_up, &tier, (&out, &[])).await?;
    }
    for tier in &tiers {
        let Group::Organ(organ) = tier.group else { continue };
        let mut own = store::outline::list_own(&mut ctx.tx, from, organ).await?;
        for own in &mut own {
            own.section.id = ctx.chance.id();
            own.beside = own.beside.and_then(new);
        }
        store::outline::put_own(&mut ctx.tx, set_up, organ, &own).await?;
    }
    Ok(())
}

/// The documents, tied to the new sections as they were to the old.
async fn copy_library(
    ctx: &mut Ctx<'_>,
    set_up: &SetUp,
    from: CampaignId,
    renamed: &[(SectionId, SectionId)],
) -> Result<(), Ending> {
    for (item, at) in library(ctx, from).await? {
        let item = Item { id: ctx.chance.id(), ..item };
        store::library::insert(&mut ctx.tx, set_up, &item).await?;
        let new = |old: &SectionId| renamed.iter().find(|(was, _)| was == old).map(|(_, is)| *is);
        let at: Vec<SectionId> = at.iter().filter_map(new).collect();
        store::library::put_links(&mut ctx.tx, set_up, item.id, &at).await?;
    }
    Ok(())
}

/// The duties with those they are given to, without their dates.
async fn copy_duties(ctx: &mut Ctx<'_>, set_up: &SetUp, from: CampaignId) -> Result<(), Ending> {
    let parties = store::task::list_parties(&mut ctx.tx, from).await?;
    for task in store::task::list(&mut ctx.tx, from).await? {
        let of = parties.iter().filter(|(id, _)| *id == task.id);
        let of: Vec<Party> = of.map(|(_, party)| party.clone()).collect();
        let task = Task { id: ctx.chance.id(), span: None, due: Due::None, ..task };
        store::task::insert(&mut ctx.tx, set_up, &task, &of).await?;
    }
    Ok(())
}
