use super::propose::Ground;
use super::set_up::SetUpView;
use super::{figures, ground, propose};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::campaign::{
    Approval, Carried, Deadline, Destination, Refusal, Stage, carried, in_time_for,
    proposed_last_day,
};
use domain::figure::{OwnTerm, Portion};
use domain::id::{BodyId, CampaignId, SectionId};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use store::body::{Level, Placed};
use store::campaign::{Campaign, Parent, SetUp};
use store::cascade::Following;
use store::permit::{Reached, ReadTotals};
use store::scope::Scope;
use store::segment::Table;
use store::tier::{DeadlineRow, Group, Tier};

/// Makes the unit's own campaign under one that asks it (lập kế hoạch triển khai). Made before, it
/// is that one again.
#[derive(Clone, Debug, Serialize)]
pub struct Cascade {
    pub parent: CampaignId,
    /// How the exception is called in which units are that the campaign above asks itself.
    pub asked_above: String,
}

/// What the plan above asks of the unit itself (nhiệm vụ cấp trên giao).
#[derive(Clone, Debug)]
pub struct Duty {
    pub parent: CampaignId,
    /// Of the plan above, as it is now.
    pub version: i64,
    pub title: String,
    /// To whom the own report goes, and the last day that is in time.
    pub to: String,
    pub last_day: Option<Date>,
    /// Between which days the unit holds its own review.
    pub hold: Option<(Date, Date)>,
    /// The units below that the campaign above asks itself.
    pub asked: Vec<BodyId>,
    pub table: Option<Table>,
}

impl Case for Cascade {
    type Output = CampaignId;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<CampaignId, Ending> {
        scope.may(Action::SetUp, Relation::Own)?;
        let reached = asked(ctx, scope, self.parent).await?;
        if let Some(made) = store::campaign::find_child(&mut ctx.tx, scope, self.parent).await? {
            return Ok(made);
        }
        let duty = read(ctx, &reached).await?;
        let ground = ground(ctx, scope, Stage::Preparing).await?;
        let campaign = self.campaign(ctx.chance.id(), scope, &reached);
        store::campaign::insert(&mut ctx.tx, &campaign, ctx.now).await?;
        let set_up = store::campaign::set_up(&mut ctx.tx, scope, campaign.id).await?;
        let set_up = set_up.ok_or(Ending::NotFound)?;
        let own = levels(&ground);
        let carried = carried_outline(ctx, &reached, &own).await?;
        store::outline::put(&mut ctx.tx, &set_up, &carried.outline).await?;
        let all = carried.outline.iter().map(|section| section.id);
        store::outline::put_inherited(&mut ctx.tx, &set_up, all).await?;
        if let Some(above) = &duty.table {
            let table = figures::table(ctx, (&above.title, &[]), (&[], &[]), Some(above))?;
            store::segment::put(&mut ctx.tx, &set_up, &table).await?;
        }
        let tiers = store::tier::list(&mut ctx.tx, self.parent).await?;
        let given = Given {
            ground: &ground,
            last_day: duty.last_day,
            asked: &duty.asked,
            asked_above: &self.asked_above,
            tiers: &tiers,
            term: reached.around().portion.term,
        };
        lay_tiers(ctx, scope, &set_up, given).await?;
        for (tier, out) in own.iter().zip(&carried.out) {
            let out: Vec<SectionId> = out.iter().copied().collect();
            store::tier::put_sections(&mut ctx.tx, &set_up, &tier.key, (&out, &[])).await?;
        }
        let followed = duty.followed("");
        store::cascade::put_following(&mut ctx.tx, scope, &set_up, &followed, ctx.now).await?;
        let facts = serde_json::json!({ "parent": self.parent });
        let about = (Some(scope.unit()), Some(campaign.id));
        ctx.record("campaign.created", scope, about, facts).await?;
        Ok(campaign.id)
    }
}

impl Cascade {
    fn campaign(&self, id: CampaignId, scope: &Scope, reached: &Reached) -> Campaign {
        Campaign {
            id,
            unit: scope.unit(),
            desk: None,
            plan: None,
            parent: Some(Parent::Campaign(self.parent)),
            copied: None,
            title: reached.campaign().title.clone(),
            number: String::new(),
            plan_day: None,
            up_to: String::new(),
            up_day: None,
            stated_day: None,
            outline_proposed: false,
            outline_confirmed: true,
            approval: Approval::Open,
            approval_acts: 0,
            stage: Stage::Preparing,
            plan_version: 1,
            rev: 1,
        }
    }
}

impl Duty {
    /// That everything it says now is followed, or why not.
    pub(super) fn followed(&self, reason: &str) -> Following {
        Following {
            version: self.version,
            last_day: self.last_day,
            up_to: self.to.clone(),
            reason: reason.to_owned(),
        }
    }
}

/// The unit's own assignment in the campaign that this one carries out; `None` where that is none in
/// the system, or where the unit is not asked there any more.
pub(super) async fn asked_above(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    campaign: &Campaign,
) -> Result<Option<Reached>, Ending> {
    let Some(Parent::Campaign(parent)) = campaign.parent else { return Ok(None) };
    match asked(ctx, scope, parent).await {
        Ok(reached) => Ok(Some(reached)),
        Err(Ending::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Passes where lower reports due on these days are in time for the own report, as far as a campaign
/// above asks for one.
pub(crate) async fn keep_in_time(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    campaign: &Campaign,
    last_days: impl Iterator<Item = Date>,
) -> Result<(), Ending> {
    let own = asked_above(ctx, scope, campaign).await?;
    match own.and_then(|own| own.assignment().deadline) {
        Some(duty) => Ok(in_time_for(duty.last_day, last_days)?),
        None => Ok(()),
    }
}

/// Whatever of the table is taken over from the campaign above.
pub(super) fn inherited_figures(own: &Table, duty: Option<&Duty>) -> Option<Table> {
    let above = duty?.table.as_ref()?;
    let mut kept = own.clone();
    kept.indicators.retain(|row| above.indicators.iter().any(|other| other.id == row.id));
    Some(kept).filter(|kept| !kept.indicators.is_empty())
}

/// Passes where the dates keep to the plan above: one in the system binds, one from outside must at
/// least be said.
pub(super) fn check_dates(view: &SetUpView) -> Result<(), Refusal> {
    match (view.campaign.parent, view.campaign.up_day) {
        (Some(Parent::Campaign(_)), _) => view.in_time(),
        (Some(Parent::Plan(_)), None) => Err(Refusal::OwnDayOpen),
        (Some(Parent::Plan(_)), Some(_)) | (None, _) => Ok(()),
    }
}

impl SetUpView {
    /// Passes where every unit asked reports in time for the own report, as far as a plan above says
    /// when that is due.
    pub fn in_time(&self) -> Result<(), Refusal> {
        let Some(duty) = self.campaign.up_day.filter(|_| self.campaign.parent.is_some()) else {
            return Ok(());
        };
        let tiers = self.tiers.iter().filter(|shown| shown.tier.asked);
        let days = tiers.filter_map(|shown| Some(shown.deadline.as_ref()?.deadline.last_day));
        in_time_for(duty, days)
    }
}

/// The unit's own assignment in an issued campaign of another; "not found" where it has none.
async fn asked(ctx: &mut Ctx<'_>, scope: &Scope, parent: CampaignId) -> Result<Reached, Ending> {
    let reached = store::assignment::reach(&mut ctx.tx, scope, parent, scope.unit()).await?;
    let reached = reached.ok_or(Ending::NotFound)?;
    match reached.assignment().asked && reached.campaign().unit != scope.unit() {
        true => Ok(reached),
        false => Err(Ending::NotFound),
    }
}

/// What the outline above has for the unit and for each of its own tiers: what units of that level are
/// asked above, in the same place or wherever their level is asked.
pub(super) async fn carried_outline(
    ctx: &mut Ctx<'_>,
    reached: &Reached,
    own: &[Tier],
) -> Result<Carried, Ending> {
    let parent = reached.campaign().id;
    let tiers = store::tier::list(&mut ctx.tx, parent).await?;
    let mut out: BTreeMap<String, BTreeSet<SectionId>> = BTreeMap::new();
    for (tier, section) in store::tier::list_sections(&mut ctx.tx, parent).await? {
        out.entry(tier).or_default().insert(section);
    }
    let of = |key: &str| out.get(key).cloned().unwrap_or_default();
    let said = |tier: &Tier| {
        let wanted = level(tier)?;
        let same = tiers.iter().filter(|above| above.key == tier.key);
        let alike = tiers.iter().filter(|above| level(above) == Some(wanted));
        let said = same.chain(alike).find(|above| above.asked || out.contains_key(&above.key));
        said.map(|above| of(&above.key))
    };
    let below: Vec<Option<BTreeSet<SectionId>>> = own.iter().map(said).collect();
    let mut outline = store::outline::list(&mut ctx.tx, parent).await?;
    for section in &mut outline {
        // The departments named above are not this unit's.
        section.owner = None;
    }
    Ok(carried(&outline, &of(&reached.assignment().tier), &below))
}

pub(super) async fn read(ctx: &mut Ctx<'_>, reached: &Reached) -> Result<Duty, Ending> {
    let (own, campaign) = (reached.assignment(), reached.campaign());
    let permit = reached.permit::<ReadTotals>()?;
    let below = store::assignment::list_subtree(&mut ctx.tx, &permit).await?;
    let below = below.into_iter().filter(|unit| unit.asked && unit.body != own.body);
    let tiers = store::tier::list(&mut ctx.tx, campaign.id).await?;
    Ok(Duty {
        parent: campaign.id,
        version: campaign.plan_version,
        title: campaign.title.clone(),
        to: reached.around().receiver.clone().unwrap_or_default(),
        last_day: own.deadline.map(|deadline| deadline.last_day),
        hold: tiers.into_iter().find(|tier| tier.key == own.tier).and_then(|tier| tier.hold),
        asked: below.map(|unit| unit.body).collect(),
        table: store::segment::find_for(&mut ctx.tx, reached).await?,
    })
}

/// What a plan above says of those below.
pub(crate) struct Given<'g> {
    pub ground: &'g Ground,
    /// Of the own report.
    pub last_day: Option<Date>,
    /// Who is asked already.
    pub asked: &'g [BodyId],
    /// How the exception is called in which those stand.
    pub asked_above: &'g str,
    /// Its tiers, for the days on which they hold their reviews.
    pub tiers: &'g [Tier],
    /// The time of its own for which the unit reports, and so those below it.
    pub term: Option<OwnTerm>,
}

/// Everybody below whom nobody asks yet, each level some working days before the one above it.
pub(crate) async fn lay_tiers(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    set_up: &SetUp,
    given: Given<'_>,
) -> Result<(), Ending> {
    let pairs = propose::pairs(given.ground);
    if pairs.is_empty() {
        return Err(Refusal::NothingBelow.into());
    }
    let today = calendar::day(ctx.now);
    let asked = |unit: &&Placed| given.asked.contains(&unit.body);
    let mut tiers = Vec::new();
    let mut out: Vec<BodyId> = Vec::new();
    for (level, under) in &pairs {
        let idle = Tier::of_level(&level.code, &under.code);
        let above = given.tiers.iter().find(|tier| tier.key == idle.key);
        let units: Vec<&Placed> = propose::units_of(given.ground, level, under).collect();
        let theirs = units.iter().copied().filter(|unit| asked(unit)).map(|unit| unit.body);
        let theirs: Vec<BodyId> = theirs.collect();
        let wanted = theirs.len() < units.len();
        if wanted {
            out.extend(theirs);
        }
        tiers.push(Tier {
            asked: wanted,
            destination: Some(Destination::Parent),
            hold: above.and_then(|tier| tier.hold),
            portion: Portion { term: given.term, ..Portion::default() },
            ..idle
        });
    }
    store::tier::put(&mut ctx.tx, set_up, &tiers).await?;
    leave_out(ctx, set_up, (&out, given.asked_above)).await?;
    for ((_, under), tier) in pairs.iter().zip(&tiers).filter(|(_, tier)| tier.asked) {
        let levels = levels_below(&pairs, under);
        let day = given.last_day.and_then(|day| proposed_last_day(day, levels, today));
        let Some(last_day) = day else { continue };
        let row = DeadlineRow {
            tier: tier.key.clone(),
            deadline: Deadline { version: 1, last_day },
            phrase: String::new(),
            stated: last_day,
        };
        store::tier::insert_deadline(&mut ctx.tx, scope, set_up, &row, ctx.now).await?;
    }
    Ok(())
}

/// Puts units into an exception that is not asked.
async fn leave_out(
    ctx: &mut Ctx<'_>,
    set_up: &SetUp,
    (units, name): (&[BodyId], &str),
) -> Result<(), Ending> {
    if units.is_empty() {
        return Ok(());
    }
    let id: BodyId = ctx.chance.id();
    let group = Group::Exception { name: name.to_owned(), note: String::new() };
    let tier = Tier::idle(Tier::exception_key(&id.to_string()), group);
    store::tier::put(&mut ctx.tx, set_up, std::slice::from_ref(&tier)).await?;
    Ok(store::tier::put_units(&mut ctx.tx, set_up, units, Some(&tier.key)).await?)
}

/// The level of the units of a tier; `None` for an exception or an organ.
fn level(tier: &Tier) -> Option<&str> {
    match &tier.group {
        Group::Level { level, .. } => Some(level),
        Group::Exception { .. } | Group::Organ(_) => None,
    }
}

/// The tiers there can be of units by their level, not asked yet.
fn levels(ground: &Ground) -> Vec<Tier> {
    let pairs = propose::pairs(ground).into_iter();
    pairs.map(|(level, under)| Tier::of_level(&level.code, &under.code)).collect()
}

/// How many levels below the issuer the units under a level stand: 1 right under it.
pub(super) fn levels_below(pairs: &[(&Level, &Level)], under: &Level) -> usize {
    let above = pairs.iter().find(|(level, over)| level.code == under.code && over != level);
    above.map_or(1, |(_, over)| 1 + levels_below(pairs, over))
}

/// Which sections the campaign has from the plan above.
pub(crate) async fn inherited_sections(
    ctx: &mut Ctx<'_>,
    campaign: &Campaign,
) -> Result<Vec<SectionId>, Ending> {
    match campaign.parent {
        Some(_) => Ok(store::outline::list_inherited(&mut ctx.tx, campaign.id).await?),
        None => Ok(Vec::new()),
    }
}
