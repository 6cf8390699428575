use super::set_up::{SetUpView, TierOf, TierView, load, open};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::campaign::{Deadline, Destination, EXCEPTION_UNITS_MAX, Refusal, line};
use domain::id::{BodyId, CampaignId};
use domain::text::{Text, fold};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use store::body::{OrganRow, Placed};
use store::campaign::SetUp;
use store::scope::Scope;
use store::tier::{DeadlineRow, Group, Tier};

/// What the page of an exception is made from (trường hợp riêng).
#[derive(Clone, Debug)]
pub struct ShowException {
    pub campaign: CampaignId,
    /// `None` for one that is not there yet.
    pub key: Option<String>,
}

#[derive(Clone, Debug)]
pub struct ExceptionView {
    pub set_up: SetUpView,
    /// Its position among the tiers.
    pub at: Option<usize>,
    /// The unit to which all of its reports go, with its departments, where that is not the issuer.
    pub receiver: Option<(Placed, Vec<OrganRow>)>,
}

/// Keeps an exception: which units are asked otherwise than those of their level, and how.
#[derive(Clone, Debug)]
pub struct PutException {
    pub campaign: CampaignId,
    pub rev: i64,
    /// `None` for a new one.
    pub key: Option<String>,
    pub said: ExceptionSaid,
}

/// What is said of an exception.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ExceptionSaid {
    pub name: String,
    /// Told to its units.
    pub note: String,
    pub answer: ExceptionAnswer,
    pub units: Vec<BodyId>,
}

/// Whether the units of an exception report, and where to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum ExceptionAnswer {
    #[default]
    None,
    Report {
        to: Destination,
        via: Option<BodyId>,
    },
}

/// Lets the units of an exception go back among those of their level.
#[derive(Clone, Debug)]
pub struct DropException {
    pub campaign: CampaignId,
    pub rev: i64,
    pub key: String,
}

impl Case for ShowException {
    type Output = ExceptionView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<ExceptionView, Ending> {
        let set_up = super::reach(ctx, scope, self.campaign).await?;
        let view = load(ctx, scope, set_up.campaign()).await?;
        let at = match &self.key {
            Some(key) => Some(position(&view, key)?),
            None => None,
        };
        let receiver = at.and_then(|at| common_receiver(&view, &view.tiers[at]));
        let receiver = match receiver.filter(|receiver| *receiver != view.campaign.unit) {
            Some(unit) => {
                let organs = store::body::list_organs(&mut ctx.tx, unit).await?;
                view.unit(unit).cloned().map(|unit| (unit, organs))
            }
            None => None,
        };
        Ok(ExceptionView { set_up: view, at, receiver })
    }
}

impl Case for PutException {
    type Output = String;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<String, Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        let view = load(ctx, scope, set_up.campaign()).await?;
        let before = match &self.key {
            Some(key) => Some(&view.tiers[position(&view, key)?]),
            None => None,
        };
        let (tier, units) = self.read(ctx, &view, before)?;
        if let (Some(via), Some(to)) =
            (tier.via, common_receiver_of(&view, tier.destination, &units))
        {
            let organs = store::body::list_organs(&mut ctx.tx, to).await?;
            if !organs.iter().any(|organ| organ.id == via) {
                return Err(Refusal::DeskMissing.into());
            }
        }
        store::tier::put(&mut ctx.tx, &set_up, std::slice::from_ref(&tier)).await?;
        let had: &[Placed] = before.map_or(&[], |view| &view.units);
        put_units(ctx, &set_up, &tier.key, (had, &units)).await?;
        if before.is_none() && tier.asked {
            // A new exception begins with the date of those it is taken from.
            if let Some(row) = common_deadline(&view, &tier.key, &units) {
                store::tier::insert_deadline(&mut ctx.tx, scope, &set_up, &row, ctx.now).await?;
            }
        }
        match store::campaign::touch(&mut ctx.tx, &set_up).await? {
            true => Ok(tier.key),
            false => Err(Ending::Stale),
        }
    }
}

impl Case for DropException {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        let view = load(ctx, scope, set_up.campaign()).await?;
        let shown = &view.tiers[position(&view, &self.key)?];
        put_units(ctx, &set_up, &self.key, (&shown.units, &[])).await?;
        match store::campaign::touch(&mut ctx.tx, &set_up).await? {
            true => Ok(()),
            false => Err(Ending::Stale),
        }
    }
}

impl PutException {
    /// What is said, where it can be kept so.
    fn read<'v>(
        &self,
        ctx: &mut Ctx<'_>,
        view: &'v SetUpView,
        before: Option<&TierView>,
    ) -> Result<(Tier, Vec<&'v Placed>), Refusal> {
        let name = line(&self.said.name)?;
        if name.is_empty() {
            return Err(Refusal::ExceptionNameless);
        }
        let key = match before {
            Some(view) => view.tier.key.clone(),
            None => Tier::exception_key(&ctx.chance.id::<BodyId>().to_string()),
        };
        let called = |other: &TierView| match &other.of {
            TierOf::Exception { name: other } => fold(other) == fold(&name),
            _ => false,
        };
        if view.exceptions().any(|other| other.tier.key != key && called(other)) {
            return Err(Refusal::ExceptionNameTaken);
        }
        let units: BTreeMap<BodyId, &Placed> = self
            .said
            .units
            .iter()
            .filter_map(|body| view.unit(*body).map(|unit| (*body, unit)))
            .collect();
        let units: Vec<&Placed> = units.into_values().collect();
        match units.len() {
            0 => return Err(Refusal::ExceptionEmpty),
            n if n > EXCEPTION_UNITS_MAX => return Err(Refusal::ExceptionTooLarge),
            _ => {}
        }
        if units.iter().any(|unit| view.taken_by(unit.body, &key).is_some()) {
            return Err(Refusal::UnitTwice);
        }
        let (asked, destination, via) = match self.said.answer {
            ExceptionAnswer::None => (false, None, None),
            ExceptionAnswer::Report { to, via } => (true, Some(to), via),
        };
        if let Some(Destination::Unit(to)) = destination
            && !units.iter().all(|unit| to == view.campaign.unit || view.covers(to, unit.body))
        {
            return Err(Refusal::ReceiverNotAbove);
        }
        let hold = match before {
            Some(view) => view.tier.hold,
            None => common_tier(view, &units).and_then(|view| view.tier.hold),
        };
        let note = Text::new(&self.said.note).into_string();
        let group = Group::Exception { name, note };
        Ok((Tier { asked, destination, via, hold, ..Tier::idle(key, group) }, units))
    }
}

/// The units of an exception, from what it has to what it shall have.
async fn put_units(
    ctx: &mut Ctx<'_>,
    set_up: &SetUp,
    key: &str,
    (had, has): (&[Placed], &[&Placed]),
) -> Result<(), Ending> {
    let had: BTreeSet<BodyId> = had.iter().map(|unit| unit.body).collect();
    let has: BTreeSet<BodyId> = has.iter().map(|unit| unit.body).collect();
    let back: Vec<BodyId> = had.difference(&has).copied().collect();
    let new: Vec<BodyId> = has.difference(&had).copied().collect();
    store::tier::put_units(&mut ctx.tx, set_up, &back, None).await?;
    Ok(store::tier::put_units(&mut ctx.tx, set_up, &new, Some(key)).await?)
}

fn position(view: &SetUpView, key: &str) -> Result<usize, Ending> {
    let found =
        |shown: &TierView| shown.tier.key == key && matches!(shown.of, TierOf::Exception { .. });
    view.tiers.iter().position(found).ok_or(Ending::NotFound)
}

/// The tier in which all of the units stand now, where that is one.
fn common_tier<'v>(view: &'v SetUpView, units: &[&Placed]) -> Option<&'v TierView> {
    let mut tiers = units.iter().map(|unit| view.tier_of(unit.body));
    let first = tiers.next()??;
    tiers.all(|other| other.is_some_and(|o| o.tier.key == first.tier.key)).then_some(first)
}

fn common_deadline(view: &SetUpView, key: &str, units: &[&Placed]) -> Option<DeadlineRow> {
    let row = common_tier(view, units)?.deadline.as_ref()?;
    let deadline = Deadline { version: 1, ..row.deadline };
    Some(DeadlineRow { tier: key.to_owned(), deadline, ..row.clone() })
}

/// The unit to which all reports of an exception go, where that is one.
fn common_receiver(view: &SetUpView, shown: &TierView) -> Option<BodyId> {
    let units: Vec<&Placed> = shown.units.iter().collect();
    common_receiver_of(view, shown.tier.destination, &units)
}

fn common_receiver_of(
    view: &SetUpView,
    to: Option<Destination>,
    units: &[&Placed],
) -> Option<BodyId> {
    let mut all = units.iter().map(|unit| to?.receiver(unit.parent, view.campaign.unit));
    let first = all.next()??;
    all.all(|other| other == Some(first)).then_some(first)
}
