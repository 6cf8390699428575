use super::propose::{Ground, pairs};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::campaign::{Numbering, Refusal, Section};
use domain::id::{BodyId, CampaignId};
use store::body::{Level, OrganRow, Placed};
use store::campaign::{Campaign, SetUp};
use store::library::ItemCount;
use store::path::Step;
use store::scope::Scope;
use store::segment::Table;
use store::task::TaskCount;
use store::tier::{DeadlineRow, OrganTier, Tier};

/// Everything about a campaign being set up (lập đợt).
#[derive(Clone, Debug)]
pub struct ShowSetUp {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct SetUpView {
    pub campaign: Campaign,
    pub outline: Vec<Section>,
    pub table: Option<Table>,
    pub tiers: Vec<TierView>,
    pub organs: Vec<OrganRow>,
    pub left_out: Vec<BodyId>,
    /// The way of the own report, step by step.
    pub path: Vec<Step>,
    /// The organs that report themselves, or did until somebody thought better of it.
    pub organ_tiers: Vec<OrganTier>,
    /// Whether the plan stands in the unit's register.
    pub numbering: Numbering,
    /// How far library and tasks are; neither keeps it from being issued.
    pub library: ItemCount,
    pub tasks: TaskCount,
    pub groups: GroupCount,
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
    pub level: Level,
    pub under: Level,
    pub units: Vec<Placed>,
    pub deadline: Option<DeadlineRow>,
}

/// A step that is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    Outline(Refusal),
    Dates(Refusal),
    Units(Refusal),
    Destinations(Refusal),
    /// Approval, or the number after it.
    Approval(Refusal),
}

impl Case for ShowSetUp {
    type Output = SetUpView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<SetUpView, Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        load(ctx, scope, set_up.campaign()).await
    }
}

impl Missing {
    /// The rule that says what to do.
    pub fn refusal(self) -> Refusal {
        match self {
            Missing::Outline(refusal)
            | Missing::Dates(refusal)
            | Missing::Units(refusal)
            | Missing::Destinations(refusal)
            | Missing::Approval(refusal) => refusal,
        }
    }
}

impl SetUpView {
    /// The units that will be asked.
    pub fn asked(&self) -> impl Iterator<Item = &Placed> {
        self.tiers
            .iter()
            .filter(|view| view.tier.asked)
            .flat_map(|view| &view.units)
            .filter(|unit| !self.left_out.contains(&unit.body))
    }

    /// Whether one unit stands somewhere below another.
    pub fn covers(&self, above: BodyId, below: BodyId) -> bool {
        let units = || self.tiers.iter().flat_map(|view| &view.units);
        let path = |body: BodyId| units().find(|unit| unit.body == body).map(|unit| &unit.path);
        above != below && path(above).zip(path(below)).is_some_and(|(a, b)| a.covers(b))
    }

    /// The organs that will report themselves.
    pub fn organs_asked(&self) -> impl Iterator<Item = &OrganTier> {
        self.organ_tiers.iter().filter(|tier| tier.asked)
    }

    /// The first thing to be set before it can be laid before anybody.
    pub fn unset(&self) -> Option<Refusal> {
        let set = |missing: &&Missing| !matches!(missing, Missing::Approval(_));
        self.missing.iter().find(set).map(|missing| missing.refusal())
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
    let campaign = campaign.clone();
    let ground = super::ground(ctx, scope, campaign.stage).await?;
    let outline = store::outline::list(&mut ctx.tx, campaign.id).await?;
    let table = store::segment::find(&mut ctx.tx, campaign.id).await?;
    let kept = store::tier::list(&mut ctx.tx, campaign.id).await?;
    let deadlines = store::tier::list_deadlines(&mut ctx.tx, campaign.id).await?;
    let left_out = store::tier::list_left_out(&mut ctx.tx, campaign.id).await?;
    let path = store::path::list(&mut ctx.tx, campaign.id).await?;
    let organ_tiers = store::tier::list_organs(&mut ctx.tx, campaign.id).await?;
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
    let tiers = pairs(&ground)
        .into_iter()
        .map(|(level, under)| tier_view(&ground, (level, under), &kept, &deadlines))
        .collect();
    let mut view = SetUpView {
        campaign,
        outline,
        table,
        tiers,
        organs: ground.organs,
        left_out,
        path,
        organ_tiers,
        numbering,
        library,
        tasks,
        groups,
        missing: Vec::new(),
    };
    view.missing = missing(&view);
    Ok(view)
}

fn tier_view(
    ground: &Ground,
    (level, under): (&Level, &Level),
    kept: &[Tier],
    deadlines: &[DeadlineRow],
) -> TierView {
    let key = format!("{}/{}", level.code, under.code);
    let tier = kept.iter().find(|tier| tier.key == key).cloned().unwrap_or_else(|| Tier {
        key: key.clone(),
        level: level.code.clone(),
        under: under.code.clone(),
        asked: false,
        destination: None,
        via: None,
        hold: None,
    });
    let at_level = |body: BodyId, code: &str| {
        ground.units.iter().any(|unit| unit.body == body && unit.level == code)
    };
    TierView {
        tier,
        level: level.clone(),
        under: under.clone(),
        units: ground
            .units
            .iter()
            .filter(|u| u.level == level.code && u.parent.is_some_and(|p| at_level(p, &under.code)))
            .cloned()
            .collect(),
        deadline: deadlines.iter().find(|row| row.tier == key).cloned(),
    }
}

fn missing(view: &SetUpView) -> Vec<Missing> {
    let mut missing = Vec::new();
    if view.outline.is_empty() {
        missing.push(Missing::Outline(Refusal::OutlineEmpty));
    } else if !view.campaign.outline_confirmed {
        missing.push(Missing::Outline(Refusal::OutlineUnconfirmed));
    }
    if view.campaign.title.is_empty() {
        missing.push(Missing::Outline(Refusal::TitleMissing));
    }
    if view.asked().next().is_none() {
        missing.push(Missing::Units(Refusal::NoUnits));
    }
    for tier in view.tiers.iter().filter(|view| view.tier.asked) {
        if tier.deadline.is_none() {
            missing.push(Missing::Dates(Refusal::DeadlineMissing));
        }
        if tier.tier.destination.is_none() {
            missing.push(Missing::Destinations(Refusal::DestinationOpen));
        }
    }
    let desk = view.campaign.desk;
    if view.organs_asked().any(|tier| Some(tier.body) == desk || Some(tier.body) == tier.via) {
        missing.push(Missing::Destinations(Refusal::DeskReports));
    }
    if let Err(refusal) = view.campaign.approval.release(view.numbering) {
        missing.push(Missing::Approval(refusal));
    }
    missing
}
