use super::set_up::{SetUpView, TierView, load, reach};
use super::typed_days::TypedDay;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::campaign::{Deadline, Destination, Refusal, Stage};
use domain::id::{BodyId, CampaignId};
use domain::text::{Text, fold};
use serde::Serialize;
use std::collections::BTreeMap;
use store::body::Placed;
use store::campaign::SetUp;
use store::scope::Scope;
use store::tier::{DeadlineRow, Group, Tier};

/// Changes for some units what they were given at issue (gia hạn, đổi nơi nhận cho một số đơn vị),
/// with the reason: they become an exception.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeUnits {
    pub campaign: CampaignId,
    pub units: Vec<BodyId>,
    pub change: UnitChange,
    /// What the exception is called.
    pub name: String,
    pub reason: String,
}

/// What changes for the units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum UnitChange {
    Deadline(Option<TypedDay>),
    Destination {
        to: Destination,
        /// The department of the receiver by its name; empty for none.
        via: String,
    },
}

/// The most units of one change: each is told.
const UNITS_MAX: usize = 100;

/// Units that come from one tier and go on to the same department.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Batch {
    from: usize,
    via: Option<BodyId>,
}

impl Case for ChangeUnits {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        if set_up.campaign().stage == Stage::Preparing {
            return Err(Refusal::NotIssued.into());
        }
        let view = load(ctx, scope, set_up.campaign()).await?;
        let reason = self.check(&view, calendar::day(ctx.now))?;
        let mut names: Vec<String> = view.exceptions().map(|shown| shown.name().into()).collect();
        for (batch, units) in self.batches(ctx, scope, &view).await? {
            let from = &view.tiers[batch.from];
            let name = free_name(&self.name, &names);
            let tier = self.tier(ctx, (from, batch.via), (&name, &reason));
            names.push(name);
            store::tier::put(&mut ctx.tx, &set_up, std::slice::from_ref(&tier)).await?;
            store::tier::put_sections(&mut ctx.tx, &set_up, &tier.key, (&from.out, &[])).await?;
            if let Some((row, why)) = self.deadline(from, &tier.key, &reason) {
                let row = (&row, why);
                store::tier::put_off_deadline(&mut ctx.tx, scope, &set_up, row, ctx.now).await?;
            }
            move_units(ctx, &set_up, &tier, &units).await?;
        }
        let facts = serde_json::json!({
            "units": self.units,
            "change": self.change,
            "reason": reason,
        });
        let about = (Some(scope.unit()), Some(self.campaign));
        ctx.record("units.changed", scope, about, facts).await?;
        Ok(())
    }
}

impl ChangeUnits {
    /// The reason, where nothing stands against the change.
    fn check(&self, view: &SetUpView, today: jiff::civil::Date) -> Result<String, Refusal> {
        match self.units.len() {
            0 => return Err(Refusal::ExceptionEmpty),
            n if n > UNITS_MAX => return Err(Refusal::ChangeTooLarge),
            _ => {}
        }
        let asked = |unit: &BodyId| view.tier_of(*unit).is_some_and(|shown| shown.tier.asked);
        if !self.units.iter().all(asked) {
            return Err(Refusal::UnitNotAsked);
        }
        match &self.change {
            UnitChange::Deadline(None) => return Err(Refusal::DeadlineUnreadable),
            UnitChange::Deadline(Some(due)) if due.last_day < today => {
                return Err(Refusal::DeadlinePassed);
            }
            UnitChange::Destination { to: Destination::Unit(to), .. }
                if !self
                    .units
                    .iter()
                    .all(|unit| *to == view.campaign.unit || view.covers(*to, *unit)) =>
            {
                return Err(Refusal::ReceiverNotAbove);
            }
            UnitChange::Deadline(_) | UnitChange::Destination { .. } => {}
        }
        let reason = Text::new(&self.reason).into_string();
        if reason.is_empty() { Err(Refusal::PutOffReasonMissing) } else { Ok(reason) }
    }

    /// The units by where they come from and where they go.
    async fn batches<'v>(
        &self,
        ctx: &mut Ctx<'_>,
        scope: &Scope,
        view: &'v SetUpView,
    ) -> Result<BTreeMap<Batch, Vec<&'v Placed>>, Ending> {
        let mut batches: BTreeMap<Batch, Vec<&Placed>> = BTreeMap::new();
        for unit in self.units.iter().filter_map(|unit| view.unit(*unit)) {
            let from = view.tier_at(unit.body).ok_or(Ending::NotFound)?;
            let via = match &self.change {
                UnitChange::Deadline(_) => view.tiers[from].tier.via,
                UnitChange::Destination { to, via } => {
                    // What was sent stays where it is judged.
                    let reached =
                        store::assignment::reach(&mut ctx.tx, scope, self.campaign, unit.body);
                    let reached = reached.await?.ok_or(Ending::NotFound)?;
                    reached.assignment().stage.writable()?;
                    let receiver = to.receiver(unit.parent, view.campaign.unit);
                    department(ctx, receiver.ok_or(Ending::NotFound)?, via).await?
                }
            };
            batches.entry(Batch { from, via }).or_default().push(unit);
        }
        Ok(batches)
    }

    fn tier(
        &self,
        ctx: &mut Ctx<'_>,
        (from, via): (&TierView, Option<BodyId>),
        (name, reason): (&str, &str),
    ) -> Tier {
        let key = Tier::exception_key(&ctx.chance.id::<BodyId>().to_string());
        let note = [from.tier.note(), reason].join(" ").trim().to_owned();
        let group = Group::Exception { name: name.to_owned(), note };
        let destination = match self.change {
            UnitChange::Deadline(_) => from.tier.destination,
            UnitChange::Destination { to, .. } => Some(to),
        };
        Tier { key, group, destination, via, ..from.tier.clone() }
    }

    /// The deadline of the new exception, with why it is another: a further version, or as it was.
    fn deadline<'r>(
        &self,
        from: &TierView,
        key: &str,
        reason: &'r str,
    ) -> Option<(DeadlineRow, &'r str)> {
        let before = from.deadline.as_ref();
        match &self.change {
            UnitChange::Deadline(due) => {
                let due = due.as_ref()?;
                let version = before.map_or(0, |row| row.deadline.version) + 1;
                let row = DeadlineRow {
                    tier: key.to_owned(),
                    deadline: Deadline { version, last_day: due.last_day },
                    phrase: due.phrase.clone(),
                    stated: due.stated,
                };
                Some((row, reason))
            }
            UnitChange::Destination { .. } => {
                before.map(|row| (DeadlineRow { tier: key.to_owned(), ..row.clone() }, ""))
            }
        }
    }
}

/// The department of a unit that some words name; `None` where there are none.
async fn department(
    ctx: &mut Ctx<'_>,
    unit: BodyId,
    words: &str,
) -> Result<Option<BodyId>, Ending> {
    let wanted = fold(words);
    if wanted.is_empty() {
        return Ok(None);
    }
    let organs = store::body::list_organs(&mut ctx.tx, unit).await?;
    let called =
        organs.iter().find(|organ| fold(&organ.name) == wanted || fold(&organ.short) == wanted);
    Ok(Some(called.ok_or(Refusal::DeskMissing)?.id))
}

/// The name, or the name with the next number nobody has.
fn free_name(name: &str, taken: &[String]) -> String {
    let name = Text::new(name).into_string();
    let numbered = (2..).map(|n| format!("{name} ({n})"));
    let is_free = |name: &String| taken.iter().all(|other| fold(other) != fold(name));
    std::iter::once(name.clone()).chain(numbered).find(is_free).unwrap_or(name)
}

async fn move_units(
    ctx: &mut Ctx<'_>,
    set_up: &SetUp,
    tier: &Tier,
    units: &[&Placed],
) -> Result<(), Ending> {
    let bodies: Vec<BodyId> = units.iter().map(|unit| unit.body).collect();
    store::tier::put_units(&mut ctx.tx, set_up, &bodies, Some(&tier.key)).await?;
    let to = tier.destination.unwrap_or(Destination::Parent);
    for unit in units {
        let receiver = to.receiver(unit.parent, set_up.campaign().unit);
        let goes = (receiver, tier.via);
        store::tier::move_pinned(&mut ctx.tx, set_up, unit.body, &tier.key, goes).await?;
    }
    Ok(())
}
