use super::cascade::{Duty, asked_above, carried_outline, levels_below, read};
use super::set_up::{SetUpView, TierOf, TierView, load, reach};
use crate::amendment::{self, Version};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::amendment::{Item, differences};
use domain::calendar;
use domain::campaign::{Carried, Refusal, follow_above, proposed_last_day};
use domain::id::CampaignId;
use jiff::civil::Date;
use store::body::Level;
use store::campaign::{Campaign, Parent};
use store::cascade::Following;
use store::scope::Scope;
use store::tier::Tier;

/// What changed above, and what that means below (thay đổi của kế hoạch cấp trên).
#[derive(Clone, Debug)]
pub struct ShowAbove {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct AboveView {
    pub set_up: SetUpView,
    /// The version of the plan above that the open amendment takes over, where it does.
    pub drafted: Option<i64>,
    /// Why what changed last was not taken over; empty where it was.
    pub declined: String,
}

/// How a campaign stands to the one it carries out (so với kế hoạch cấp trên).
#[derive(Clone, Debug)]
pub enum Above {
    /// The unit is not asked there any more.
    AsksNoMore,
    Asks {
        duty: Box<Duty>,
        /// `None` where everything is followed, or answered.
        news: Option<News>,
    },
}

/// What the plan above has become since the campaign followed it (thay đổi của kế hoạch cấp trên).
#[derive(Clone, Debug)]
pub struct News {
    /// The amendments that concern the unit, oldest first.
    pub amendments: Vec<Version>,
    /// What was followed, or answered, last.
    pub followed: Following,
}

/// What a change above means for the campaign below (hệ quả đối với kế hoạch của đơn vị).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// A section of the plan above comes in, is worded otherwise, or goes.
    Section(Box<Item>),
    /// Units report only after the own report is due; `None` where no day is left to propose.
    Late { tier: String, last_day: Date, proposed: Option<Date> },
    /// The own report is due later, so that these units can have more time.
    Room { tier: String, last_day: Date, proposed: Date },
}

impl Case for ShowAbove {
    type Output = AboveView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<AboveView, Ending> {
        let reached = reach(ctx, scope, self.campaign).await?;
        let set_up = load(ctx, scope, reached.campaign()).await?;
        let Some(Parent::Campaign(_)) = set_up.campaign.parent else {
            return Err(Ending::NotFound);
        };
        let open = store::amendment::find_open(&mut ctx.tx, self.campaign).await?;
        let declined = store::cascade::get_following(&mut ctx.tx, self.campaign).await?.reason;
        Ok(AboveView { set_up, drafted: open.and_then(|open| open.draft.follows), declined })
    }
}

impl Effect {
    /// Whether it must be taken over.
    pub fn binds(&self) -> bool {
        match self {
            Effect::Section(_) | Effect::Late { .. } => true,
            Effect::Room { .. } => false,
        }
    }

    /// The day that is proposed for a tier.
    pub(super) fn day(&self) -> Option<(&str, Date)> {
        match self {
            Effect::Section(_) => None,
            Effect::Late { tier, proposed, .. } => Some((tier, (*proposed)?)),
            Effect::Room { tier, proposed, .. } => Some((tier, *proposed)),
        }
    }
}

impl SetUpView {
    /// Passes where the plan above, if it carries one out, still asks the unit.
    pub(super) fn is_asked_above(&self) -> Result<(), Refusal> {
        match (self.campaign.parent, &self.duty) {
            (Some(Parent::Campaign(_)), None) => Err(Refusal::NotAskedAbove),
            _ => Ok(()),
        }
    }

    /// Passes where the outline is what the plan above says now, and that still asks the unit.
    pub(super) fn follows_above(&self) -> Result<(), Refusal> {
        self.is_asked_above()?;
        match self.effects.iter().any(|effect| matches!(effect, Effect::Section(_))) {
            true => Err(Refusal::AboveChanged),
            false => Ok(()),
        }
    }
}

/// How a campaign stands to the one it carries out; `None` where that is none in the system.
pub(crate) async fn above(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    campaign: &Campaign,
) -> Result<Option<Above>, Ending> {
    let Some(Parent::Campaign(_)) = campaign.parent else { return Ok(None) };
    let Some(reached) = asked_above(ctx, scope, campaign).await? else {
        return Ok(Some(Above::AsksNoMore));
    };
    let duty = read(ctx, &reached).await?;
    let followed = store::cascade::get_following(&mut ctx.tx, campaign.id).await?;
    let amendments = amendment::concerning(ctx, reached.assignment(), followed.version).await?;
    let same = followed.last_day == duty.last_day && followed.up_to == duty.to;
    let news = (!same || !amendments.is_empty()).then_some(News { amendments, followed });
    Ok(Some(Above::Asks { duty: Box::new(duty), news }))
}

/// What news from above mean for a campaign: sections in the order of reading, then days.
pub(super) async fn effects(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    view: &SetUpView,
) -> Result<Vec<Effect>, Ending> {
    let (Some(duty), Some(news)) = (&view.duty, &view.news) else { return Ok(Vec::new()) };
    let Some(now) = outline_above(ctx, scope, &view.campaign, &tiers(view)).await? else {
        return Ok(Vec::new());
    };
    let followed = follow_above(&view.outline, &view.inherited, &now.outline);
    let sections = differences(&view.outline, &followed)
        .into_iter()
        .map(|item| Effect::Section(Box::new(item)));
    let today = calendar::day(ctx.now);
    let later = news.followed.last_day < duty.last_day;
    let days = view.tiers.iter().filter(|shown| shown.tier.asked).filter_map(|shown| {
        let (due, last_day) = (duty.last_day?, shown.deadline.as_ref()?.deadline.last_day);
        let tier = shown.tier.key.clone();
        let usual = proposed_last_day(due, levels_of(view, shown), today);
        if last_day > due {
            let proposed = usual.or_else(|| (due >= today).then_some(due));
            return Some(Effect::Late { tier, last_day, proposed });
        }
        let proposed = usual.filter(|usual| later && *usual > last_day)?;
        Some(Effect::Room { tier, last_day, proposed })
    });
    Ok(sections.chain(days).collect())
}

/// The tiers of a campaign without what stands in them.
pub(super) fn tiers(view: &SetUpView) -> Vec<Tier> {
    view.tiers.iter().map(|shown| shown.tier.clone()).collect()
}

/// What the outline above has for a campaign now; `None` where the unit is not asked there any more.
pub(super) async fn outline_above(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    campaign: &Campaign,
    tiers: &[Tier],
) -> Result<Option<Carried>, Ending> {
    match asked_above(ctx, scope, campaign).await? {
        Some(reached) => Ok(Some(carried_outline(ctx, &reached, tiers).await?)),
        None => Ok(None),
    }
}

/// How many levels below the issuer the units of a tier stand; 1 for an organ.
fn levels_of(view: &SetUpView, shown: &TierView) -> usize {
    let key = shown.units.first().and_then(|unit| view.level_of(unit.body));
    let mut pairs: Vec<(&Level, &Level)> = Vec::new();
    let mut own = None;
    for tier in &view.tiers {
        if let TierOf::Level { level, under } = &tier.of {
            pairs.push((level, under));
            own = own.or((key == Some(tier.tier.key.as_str())).then_some(under));
        }
    }
    own.map_or(1, |under| levels_below(&pairs, under))
}
