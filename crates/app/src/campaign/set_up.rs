use super::above::{Above, Effect, News, above, effects};
use super::cascade::{Duty, inherited_figures, inherited_sections};
use super::missing::{Missing, missing};
use super::propose::{Ground, pairs};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::campaign::{Numbering, Section};
use domain::document::PlanTexts;
use domain::id::{BodyId, CampaignId, PlanId, SectionId};
use domain::library::Role;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::body::{Level, OrganRow, Placed};
use store::campaign::{Campaign, Parent, SetUp};
use store::library::ItemCount;
use store::path::Step;
use store::scope::Scope;
use store::segment::Table;
use store::task::TaskCount;
use store::tier::{DeadlineRow, Group, Tier, level_key};

/// Everything about a campaign being set up (lập đợt).
#[derive(Clone, Debug)]
pub struct ShowSetUp {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct SetUpView {
    pub campaign: Campaign,
    pub outline: Vec<Section>,
    /// The sections taken over from the plan above; they stay as they are.
    pub inherited: Vec<SectionId>,
    pub table: Option<Table>,
    /// What of the table is taken over.
    pub inherited_table: Option<Table>,
    /// What the campaign above asks of the unit itself, where it carries one out.
    pub duty: Option<Duty>,
    /// Between which days the unit holds its own review, as a plan above says.
    pub own_hold: Option<(Date, Date)>,
    /// What the campaign above has become since this one followed it, and what that means here.
    pub news: Option<News>,
    pub effects: Vec<Effect>,
    /// Levels from the top down, exceptions by name, organs.
    pub tiers: Vec<TierView>,
    pub organs: Vec<OrganRow>,
    /// Where every unit below the issuer stands.
    stands: BTreeMap<BodyId, Stand>,
    /// The way of the own report, step by step.
    pub path: Vec<Step>,
    /// Whether the plan stands in the unit's register.
    pub numbering: Numbering,
    /// How far library and tasks are; neither keeps it from being issued.
    pub library: Vec<(Role, ItemCount)>,
    pub tasks: TaskCount,
    pub groups: GroupCount,
    /// What somebody wrote of the plan's own text.
    pub texts: PlanTexts,
    /// What keeps it from being issued; empty when nothing does.
    pub missing: Vec<Missing>,
}

/// The groups of a campaign (ban chỉ đạo, tổ, đoàn của đợt).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupCount {
    /// Those that serve it.
    pub serving: i64,
    /// Those its tasks name and nobody has set up.
    pub announced: Vec<String>,
}

/// A tier with its words, its units and its deadline.
#[derive(Clone, Debug)]
pub struct TierView {
    pub tier: Tier,
    pub of: TierOf,
    /// Those that are in no exception to it; none for an organ.
    pub units: Vec<Placed>,
    /// The sections of the common outline that they are not asked.
    pub out: Vec<SectionId>,
    pub deadline: Option<DeadlineRow>,
}

/// What a tier is made of, with the words for it.
#[derive(Clone, Debug)]
pub enum TierOf {
    Level { level: Level, under: Level },
    Exception { name: String },
    Organ(OrganRow),
}

/// Where a unit stands: the tier of its level, that by which it is asked, and its place there.
#[derive(Clone, Debug)]
struct Stand {
    level: String,
    tier: usize,
    unit: usize,
}

/// Where the text of a plan comes from (nguồn của văn bản kế hoạch).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// The file it was made from is the plan.
    Uploaded,
    /// It is set here, in the usual words.
    Usual,
    /// It is set here, and somebody wrote parts of it.
    Written,
}

impl Case for ShowSetUp {
    type Output = SetUpView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<SetUpView, Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        load(ctx, scope, set_up.campaign()).await
    }
}

impl TierView {
    /// What an exception or an organ is called; empty for the units of a level.
    pub fn name(&self) -> &str {
        match &self.of {
            TierOf::Level { .. } => "",
            TierOf::Exception { name } => name,
            TierOf::Organ(organ) => &organ.name,
        }
    }
}

impl SetUpView {
    /// The units that will be asked.
    pub fn asked(&self) -> impl Iterator<Item = &Placed> {
        self.tiers.iter().filter(|view| view.tier.asked).flat_map(|view| &view.units)
    }

    /// How many units of the tree are not.
    pub fn not_asked(&self) -> usize {
        let not = self.tiers.iter().filter(|view| !view.tier.asked);
        not.map(|view| view.units.len()).sum()
    }

    /// The tier by which a unit is asked.
    pub fn tier_of(&self, unit: BodyId) -> Option<&TierView> {
        self.tier_at(unit).map(|at| &self.tiers[at])
    }

    /// The same by its position.
    pub(super) fn tier_at(&self, unit: BodyId) -> Option<usize> {
        self.stands.get(&unit).map(|stand| stand.tier)
    }

    /// A unit below the issuer.
    pub fn unit(&self, body: BodyId) -> Option<&Placed> {
        let stand = self.stands.get(&body)?;
        self.tiers[stand.tier].units.get(stand.unit)
    }

    /// The key of the tier of its level, whatever exception it is in.
    pub(super) fn level_of(&self, unit: BodyId) -> Option<&str> {
        self.stands.get(&unit).map(|stand| stand.level.as_str())
    }

    /// The exceptions, by name.
    pub fn exceptions(&self) -> impl Iterator<Item = &TierView> {
        self.tiers.iter().filter(|view| matches!(view.of, TierOf::Exception { .. }))
    }

    /// Whether one unit stands somewhere below another.
    pub fn covers(&self, above: BodyId, below: BodyId) -> bool {
        let path = |body: BodyId| self.unit(body).map(|unit| &unit.path);
        above != below && path(above).zip(path(below)).is_some_and(|(a, b)| a.covers(b))
    }

    /// The organs that will report themselves.
    pub fn organs_asked(&self) -> impl Iterator<Item = (&OrganRow, &Tier)> {
        self.tiers.iter().filter_map(|view| match &view.of {
            TierOf::Organ(organ) if view.tier.asked => Some((organ, &view.tier)),
            _ => None,
        })
    }

    /// How many documents of some kinds there are.
    pub fn documents(&self, wanted: impl Fn(Role) -> bool) -> ItemCount {
        let kinds = self.library.iter().filter(|(role, _)| wanted(*role));
        kinds.map(|(_, count)| *count).sum()
    }

    /// Where the text of the plan comes from.
    pub fn wording(&self) -> Wording {
        match (self.campaign.plan, self.texts.is_empty()) {
            (_, false) => Wording::Written,
            (Some(_), true) => Wording::Uploaded,
            (None, true) => Wording::Usual,
        }
    }
}

/// The campaign for setting up, or "not found".
pub(crate) async fn reach(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    campaign: CampaignId,
) -> Result<SetUp, Ending> {
    store::campaign::set_up(&mut ctx.tx, scope, campaign).await?.ok_or(Ending::NotFound)
}

/// The campaign for changing it: reached, and not issued.
pub(crate) async fn open(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    campaign: CampaignId,
    rev: i64,
) -> Result<SetUp, Ending> {
    let set_up = reach(ctx, scope, campaign).await?;
    set_up.campaign().stage.preparing()?;
    if set_up.campaign().rev != rev {
        return Err(Ending::Stale);
    }
    Ok(set_up)
}

pub(super) async fn load(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    campaign: &Campaign,
) -> Result<SetUpView, Ending> {
    let mut campaign = campaign.clone();
    let (duty, news) = match above(ctx, scope, &campaign).await? {
        Some(Above::Asks { duty, news }) => (Some(*duty), news),
        Some(Above::AsksNoMore) | None => (None, None),
    };
    if let Some(duty) = &duty {
        // What the unit itself owes is said above, and may change there.
        (campaign.up_to, campaign.up_day) = (duty.to.clone(), duty.last_day);
    }
    let ground = super::ground(ctx, scope, campaign.stage).await?;
    let outline = store::outline::list(&mut ctx.tx, campaign.id).await?;
    let table = store::segment::find(&mut ctx.tx, campaign.id).await?;
    let kept = store::tier::list(&mut ctx.tx, campaign.id).await?;
    let deadlines = store::tier::list_deadlines(&mut ctx.tx, campaign.id).await?;
    let taken_out = store::tier::list_units(&mut ctx.tx, campaign.id).await?;
    let path = store::path::list(&mut ctx.tx, campaign.id).await?;
    let numbering = match store::approval::has_number(&mut ctx.tx, campaign.id).await? {
        true => Numbering::Registered,
        false => Numbering::Open,
    };
    let library = store::library::count(&mut ctx.tx, campaign.id).await?;
    let tasks = store::task::count(&mut ctx.tx, campaign.id).await?;
    let today = calendar::day(ctx.now);
    let groups = GroupCount {
        serving: store::group::count_serving(&mut ctx.tx, campaign.id, today).await?,
        announced: crate::group::announced(ctx, scope, campaign.id).await?,
    };
    let texts = store::plan_text::list(&mut ctx.tx, campaign.id).await?;
    let mut tiers = tiers(&ground, &kept, &deadlines);
    let stands = stand(&ground, &mut tiers, &taken_out.into_iter().collect());
    for (key, section) in store::tier::list_sections(&mut ctx.tx, campaign.id).await? {
        if let Some(view) = tiers.iter_mut().find(|view| view.tier.key == key) {
            view.out.push(section);
        }
    }
    // An exception whose units have all gone back, or left the tree, is none.
    let stands = drop_empty(&mut tiers, stands);
    let own_hold = match (campaign.parent, &duty) {
        (Some(Parent::Plan(plan)), _) => own_hold(ctx, scope, plan, &ground).await?,
        (_, duty) => duty.as_ref().and_then(|duty| duty.hold),
    };
    let mut view = SetUpView {
        inherited: inherited_sections(ctx, &campaign).await?,
        inherited_table: table.as_ref().and_then(|table| inherited_figures(table, duty.as_ref())),
        campaign,
        outline,
        table,
        duty,
        own_hold,
        news,
        effects: Vec::new(),
        tiers,
        organs: ground.organs,
        stands,
        path,
        numbering,
        library,
        tasks,
        groups,
        texts,
        missing: Vec::new(),
    };
    view.effects = effects(ctx, scope, &view).await?;
    view.missing = missing(&view);
    Ok(view)
}

/// When a plan from outside has the unit hold its own review.
async fn own_hold(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    plan: PlanId,
    ground: &Ground,
) -> Result<Option<(Date, Date)>, Ending> {
    match store::plan::find(&mut ctx.tx, scope, plan).await? {
        Some(plan) => crate::plan::own_hold(&plan, ground),
        None => Ok(None),
    }
}

/// Every tier there can be, as it is kept or else idle, without its units.
fn tiers(ground: &Ground, kept: &[Tier], deadlines: &[DeadlineRow]) -> Vec<TierView> {
    let view = |idle: Tier, of: TierOf| {
        let tier = kept.iter().find(|tier| tier.key == idle.key).cloned().unwrap_or(idle);
        let deadline = deadlines.iter().find(|row| row.tier == tier.key).cloned();
        TierView { tier, of, units: Vec::new(), out: Vec::new(), deadline }
    };
    let levels = pairs(ground).into_iter().map(|(level, under)| {
        let of = TierOf::Level { level: level.clone(), under: under.clone() };
        view(Tier::of_level(&level.code, &under.code), of)
    });
    let exceptions = kept.iter().filter_map(|tier| match &tier.group {
        Group::Exception { name, .. } => {
            Some(view(tier.clone(), TierOf::Exception { name: name.clone() }))
        }
        _ => None,
    });
    let organs = ground
        .organs
        .iter()
        .map(|organ| view(Tier::of_organ(organ.id), TierOf::Organ(organ.clone())));
    levels.chain(exceptions).chain(organs).collect()
}

/// Puts every unit below the issuer into its tier.
fn stand(
    ground: &Ground,
    tiers: &mut [TierView],
    taken_out: &BTreeMap<BodyId, String>,
) -> BTreeMap<BodyId, Stand> {
    let level_of: BTreeMap<BodyId, &str> =
        ground.units.iter().map(|unit| (unit.body, unit.level.as_str())).collect();
    let at: BTreeMap<String, usize> =
        tiers.iter().enumerate().map(|(at, view)| (view.tier.key.clone(), at)).collect();
    let mut stands = BTreeMap::new();
    for unit in ground.units.iter().skip(1) {
        let Some(under) = unit.parent.and_then(|parent| level_of.get(&parent)) else { continue };
        let level = level_key(&unit.level, under);
        let exception = taken_out.get(&unit.body).and_then(|key| at.get(key));
        let Some(tier) = exception.or_else(|| at.get(&level)).copied() else { continue };
        stands.insert(unit.body, Stand { level, tier, unit: tiers[tier].units.len() });
        tiers[tier].units.push(unit.clone());
    }
    stands
}

fn drop_empty(
    tiers: &mut Vec<TierView>,
    mut stands: BTreeMap<BodyId, Stand>,
) -> BTreeMap<BodyId, Stand> {
    let empty =
        |view: &TierView| matches!(view.of, TierOf::Exception { .. }) && view.units.is_empty();
    for stand in stands.values_mut() {
        stand.tier -= tiers[..stand.tier].iter().filter(|view| empty(view)).count();
    }
    tiers.retain(|view| !empty(view));
    stands
}
