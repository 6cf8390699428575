//! What looks wrong about the dates of a campaign, however they were set.

use crate::calendar;
use jiff::civil::Date;

/// The dates of one tier (thời hạn của một cấp).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TierDates {
    /// The tier its reports go to, by position; `None` where they go to the issuer.
    pub above: Option<usize>,
    /// Between which days the units hold their own review.
    pub hold: Option<(Date, Date)>,
    /// The last day in time.
    pub last_day: Option<Date>,
    /// The last day of the time for which its figures are asked.
    pub data_end: Option<Date>,
}

/// The dates of a campaign as a whole (thời hạn của đợt).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CampaignDates {
    pub today: Date,
    pub plan_day: Option<Date>,
    /// By when the issuer itself reports.
    pub up_day: Option<Date>,
    pub tiers: Vec<TierDates>,
}

/// Something that looks wrong (cảnh báo về thời hạn). It keeps nobody from going on. Tiers are
/// positions in [`CampaignDates::tiers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateWarning {
    /// Already over.
    Past { tier: usize },
    /// Before the plan itself.
    BeforePlan { tier: usize },
    /// Nobody works on it; `next` is the next day on which people do.
    DayOff { tier: usize, next: Date },
    /// The reports are due while the reviews are still held.
    BeforeHoldEnds { tier: usize, end: Date },
    /// Due after what it goes into; `above` as in [`TierDates`].
    AfterSuperior { tier: usize, above: Option<usize>, day: Date },
    /// Few working days to put the lower reports together.
    ShortTime { tier: usize, above: Option<usize>, days: usize },
    /// Figures are asked of a time that is not over by then.
    DataAfter { tier: usize, end: Date },
}

/// Working days a level should have between the deadline below it and its own.
pub const WORKING_DAYS_MIN: usize = 5;

/// Everything that looks wrong, tier by tier.
pub fn look_at_dates(dates: &CampaignDates) -> Vec<DateWarning> {
    let mut found = Vec::new();
    for (tier, of) in dates.tiers.iter().enumerate() {
        let Some(last_day) = of.last_day else { continue };
        if last_day < dates.today {
            found.push(DateWarning::Past { tier });
        } else if dates.plan_day.is_some_and(|plan| last_day < plan) {
            found.push(DateWarning::BeforePlan { tier });
        }
        if !calendar::is_working_day(last_day) {
            found.push(DateWarning::DayOff { tier, next: next_working_day(last_day) });
        }
        if let Some((_, end)) = of.hold.filter(|(_, end)| last_day < *end) {
            found.push(DateWarning::BeforeHoldEnds { tier, end });
        }
        found.extend(towards_above(dates, tier, last_day));
        if let Some(end) = of.data_end.filter(|end| *end > last_day) {
            found.push(DateWarning::DataAfter { tier, end });
        }
    }
    found
}

/// The working days between a tier's deadline and that of what it goes into, where both are set.
pub fn lead_time(dates: &CampaignDates, tier: usize) -> Option<usize> {
    let below = dates.tiers.get(tier)?.last_day?;
    Some(calendar::working_days(below, day_above(dates, tier)?))
}

/// The first working day after `day` (ngày làm việc tiếp theo).
pub fn next_working_day(day: Date) -> Date {
    let mut next = day;
    while let Ok(after) = next.tomorrow() {
        next = after;
        if calendar::is_working_day(next) {
            break;
        }
    }
    next
}

/// The last day by `day` on which people work: `day` itself, where they do (ngày làm việc cuối).
pub fn last_working_day(day: Date) -> Date {
    let mut last = day;
    while !calendar::is_working_day(last) {
        let Ok(before) = last.yesterday() else { break };
        last = before;
    }
    last
}

fn towards_above(dates: &CampaignDates, tier: usize, last_day: Date) -> Option<DateWarning> {
    let above = dates.tiers[tier].above;
    let day = day_above(dates, tier)?;
    if last_day > day {
        return Some(DateWarning::AfterSuperior { tier, above, day });
    }
    let days = calendar::working_days(last_day, day);
    (days < WORKING_DAYS_MIN).then_some(DateWarning::ShortTime { tier, above, days })
}

fn day_above(dates: &CampaignDates, tier: usize) -> Option<Date> {
    match dates.tiers.get(tier)?.above {
        Some(above) => dates.tiers.get(above)?.last_day,
        None => dates.up_day,
    }
}

#[cfg(test)]
mod tests;
