use super::cascade::keep_in_time;
use super::path::times;
use super::set_up::{SetUpView, TierView, load, open, reach};
use super::typed_days::TypedDay;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::amendment::{Item, Whom};
use domain::calendar;
use domain::campaign::{
    CampaignDates, DateWarning, Deadline, Destination, Refusal, Stage, StatedDay, TierDates,
    lay_path, line, look_at_dates, next_working_day,
};
use domain::figure::{OwnTerm, Portion};
use domain::id::CampaignId;
use domain::text::Text;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use store::amendment::NewAmendment;
use store::campaign::Campaign;
use store::scope::Scope;
use store::tier::{DeadlineRow, DeadlineVersion, Tier};

/// Every date of a campaign with what looks wrong about it (thời hạn của đợt).
#[derive(Clone, Debug)]
pub struct ShowDates {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct DatesView {
    pub set_up: SetUpView,
    pub dates: CampaignDates,
    pub warnings: Vec<DateWarning>,
    /// Every version of every deadline, oldest first.
    pub versions: Vec<DeadlineVersion>,
    /// The dates of the campaign this one was copied from, tier by tier, and what they would be now.
    pub before: Vec<Option<Before>>,
    pub now: Timestamp,
}

/// A deadline of last time (hạn lần trước).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    pub last_day: Date,
    /// As far from today as it was from the day that campaign was issued, on a working day.
    pub proposed: Date,
}

/// Keeps the dates of a campaign being set up (ghi thời hạn).
#[derive(Clone, Debug)]
pub struct PutDates {
    pub campaign: CampaignId,
    pub rev: i64,
    pub up_to: String,
    pub up_day: Option<Date>,
    /// Whether D counts in `trước ngày D`, where it was not asked before.
    pub stated_day: Option<StatedDay>,
    pub tiers: Vec<TierDays>,
}

/// The dates of one tier as typed.
#[derive(Clone, Debug)]
pub struct TierDays {
    pub key: String,
    pub due: Option<TypedDay>,
    pub hold: Option<(Date, Date)>,
    /// The time of their own for which its units report.
    pub term: Option<OwnTerm>,
}

/// Changes a deadline that units already have (gia hạn), with the reason: a further version of the
/// plan, for those it concerns to read.
#[derive(Clone, Debug, Serialize)]
pub struct PutOff {
    pub campaign: CampaignId,
    pub tier: String,
    /// The version that was seen.
    pub version: i64,
    pub due: Option<TypedDay>,
    pub reason: String,
}

impl Case for ShowDates {
    type Output = DatesView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<DatesView, Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        let view = load(ctx, scope, set_up.campaign()).await?;
        let dates = dates(&view, calendar::day(ctx.now));
        Ok(DatesView {
            warnings: look_at_dates(&dates),
            versions: store::tier::list_deadline_versions(&mut ctx.tx, self.campaign).await?,
            before: before(ctx, scope, &view).await?,
            dates,
            set_up: view,
            now: ctx.now,
        })
    }
}

impl Case for PutDates {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        let view = load(ctx, scope, set_up.campaign()).await?;
        let backwards = |days: &TierDays| days.hold.is_some_and(|(from, to)| from > to);
        if self.tiers.iter().any(backwards) {
            return Err(Refusal::HoldBackwards.into());
        }
        let typed = |key: &str| self.tiers.iter().find(|typed| typed.key == key);
        let tiers: Vec<Tier> = view
            .tiers
            .iter()
            .map(|shown| match typed(&shown.tier.key) {
                Some(days) => {
                    let portion = Portion { term: days.term, ..shown.tier.portion.clone() };
                    Tier { hold: days.hold, portion, ..shown.tier.clone() }
                }
                None => shown.tier.clone(),
            })
            .collect();
        let outside = |tier: &Tier| {
            let nothing = |term: OwnTerm| {
                let own = term.of(view.table.as_ref().map_or(&[], |table| &table.columns));
                !own.is_empty() && own.iter().all(Option::is_none)
            };
            tier.portion.term.is_some_and(nothing)
        };
        if tiers.iter().any(outside) {
            return Err(Refusal::OwnTermOutside.into());
        }
        store::tier::put(&mut ctx.tx, &set_up, &tiers).await?;
        for shown in &view.tiers {
            let due = typed(&shown.tier.key).and_then(|days| days.due.as_ref());
            if let Some(row) =
                due.and_then(|due| new_deadline(&shown.tier.key, shown.deadline.as_ref(), due))
            {
                store::tier::insert_deadline(&mut ctx.tx, scope, &set_up, &row, ctx.now).await?;
            }
        }
        // The way of the report keeps to the day on which it goes up.
        lay_path(&times(&view.path), self.up_day)?;
        let up_to = line(&self.up_to)?;
        let before = set_up.campaign().clone();
        let stated_day = before.stated_day.or(self.stated_day);
        let changed = Campaign { up_to, up_day: self.up_day, stated_day, ..before };
        if store::campaign::put(&mut ctx.tx, &set_up, &changed).await? {
            Ok(())
        } else {
            Err(Ending::Stale)
        }
    }
}

impl Case for PutOff {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        if set_up.campaign().stage == Stage::Preparing {
            return Err(Refusal::NotIssued.into());
        }
        let rows = store::tier::list_deadlines(&mut ctx.tx, self.campaign).await?;
        let row = rows.into_iter().find(|row| row.tier == self.tier).ok_or(Ending::NotFound)?;
        if row.deadline.version != self.version {
            return Err(Ending::Stale);
        }
        let (due, reason) = self.read(row.deadline, calendar::day(ctx.now))?;
        let next = further(&row.tier, Some(&row), due);
        let day = std::iter::once(next.deadline.last_day);
        keep_in_time(ctx, scope, set_up.campaign(), day).await?;
        store::tier::put_off_deadline(&mut ctx.tx, scope, &set_up, (&next, &reason), ctx.now)
            .await?;
        let facts = serde_json::json!({
            "plan_version": set_up.campaign().plan_version + 1,
            "tier": self.tier,
            "version": next.deadline.version,
            "from": row.deadline.last_day,
            "to": next.deadline.last_day,
            "reason": reason,
        });
        let about = (Some(scope.unit()), Some(self.campaign));
        let (event, _) = ctx.record("deadline.changed", scope, about, facts).await?;
        let item =
            Item::DeadlineMoved { before: row.deadline.last_day, after: next.deadline.last_day };
        let new = NewAmendment {
            reason: &reason,
            number: "",
            day: None,
            items: &[(Whom::Tier(self.tier.clone()), item)],
            of: None,
            event,
        };
        match store::amendment::insert(&mut ctx.tx, scope, &set_up, &new, ctx.now).await? {
            Some(_) => Ok(()),
            None => Err(Ending::Stale),
        }
    }
}

impl PutOff {
    fn read(&self, before: Deadline, today: Date) -> Result<(&TypedDay, String), Refusal> {
        let due = self.due.as_ref().ok_or(Refusal::DeadlineUnreadable)?;
        let reason = Text::new(&self.reason).into_string();
        if reason.is_empty() {
            return Err(Refusal::PutOffReasonMissing);
        }
        if due.last_day < today {
            return Err(Refusal::DeadlinePassed);
        }
        if due.last_day == before.last_day {
            return Err(Refusal::SameDeadline);
        }
        Ok((due, reason))
    }
}

/// The dates of what is set up, as they are looked at. Tiers that are not asked have none.
fn dates(view: &SetUpView, today: Date) -> CampaignDates {
    let tiers = view.tiers.iter().map(|shown| {
        let asked = shown.tier.asked;
        TierDates {
            above: above(view, shown),
            hold: shown.tier.hold.filter(|_| asked),
            last_day: shown.deadline.as_ref().filter(|_| asked).map(|row| row.deadline.last_day),
            data_end: view.table_of(shown).and_then(|table| {
                table.told.iter().filter_map(|column| column.days()).map(|(_, end)| end).max()
            }),
        }
    });
    CampaignDates {
        today,
        plan_day: view.campaign.plan_day,
        up_day: view.campaign.up_day,
        tiers: tiers.collect(),
    }
}

/// The tier that the reports of a tier go into, of several the one due first; `None` where that is
/// the issuer's own report.
fn above(view: &SetUpView, of: &TierView) -> Option<usize> {
    let issuer = view.campaign.unit;
    let to = of.tier.destination.unwrap_or(Destination::Parent);
    let receivers = of.units.iter().filter_map(|unit| to.receiver(unit.parent, issuer));
    let tiers = receivers.filter_map(|receiver| view.tier_at(receiver));
    let due = |at: &usize| {
        let row = view.tiers[*at].deadline.as_ref();
        row.map_or(Date::MAX, |row| row.deadline.last_day)
    };
    tiers.filter(|at| view.tiers[*at].tier.asked).min_by_key(due)
}

/// A further version of the deadline, where the day or the words for it changed. A bare day is no
/// change to a phrase that means the same.
pub(super) fn new_deadline(
    tier: &str,
    before: Option<&DeadlineRow>,
    due: &TypedDay,
) -> Option<DeadlineRow> {
    let same = |row: &DeadlineRow| {
        row.deadline.last_day == due.last_day && (due.phrase.is_empty() || row.phrase == due.phrase)
    };
    (!before.is_some_and(same)).then(|| further(tier, before, due))
}

fn further(tier: &str, before: Option<&DeadlineRow>, due: &TypedDay) -> DeadlineRow {
    let version = before.map_or(0, |row| row.deadline.version) + 1;
    DeadlineRow {
        tier: tier.to_owned(),
        deadline: Deadline { version, last_day: due.last_day },
        phrase: due.phrase.clone(),
        stated: due.stated,
    }
}

/// The deadlines of the campaign this one was copied from, shifted to today.
async fn before(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    view: &SetUpView,
) -> Result<Vec<Option<Before>>, Ending> {
    let Some(copied) = view.campaign.copied else { return Ok(vec![None; view.tiers.len()]) };
    let origins = store::campaign::list_origins(&mut ctx.tx, scope).await?;
    let rows = store::tier::list_deadlines(&mut ctx.tx, copied).await?;
    let began = origins.iter().find(|row| row.id == copied).map(|row| calendar::day(row.at));
    let today = calendar::day(ctx.now);
    let shift = |last_day: Date| {
        let proposed = last_day.checked_add(today.since(began?).ok()?).ok()?;
        let workable = calendar::is_working_day(proposed);
        Some(if workable { proposed } else { next_working_day(proposed) })
    };
    let of = |shown: &TierView| {
        let last_day = rows.iter().find(|row| row.tier == shown.tier.key)?.deadline.last_day;
        Some(Before { last_day, proposed: shift(last_day)? })
    };
    Ok(view.tiers.iter().map(of).collect())
}
