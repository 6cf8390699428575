use super::matching::{once, parties};
use crate::backend::Ctx;
use crate::campaign::propose::{Ground, last_day};
use crate::ending::Ending;
use crate::plan::Register;
use domain::campaign::StatedDay;
use domain::plan::{Act, Document, Duty};
use domain::task::{Due, Part, TASKS_MAX};
use domain::text::Text;
use jiff::civil::Date;
use store::campaign::SetUp;
use store::task::{Party, Task, Whom};
use store::tier::DeadlineRow;

/// The plan whose duties become tasks, with what they are matched to and dated by.
pub(crate) struct Duties<'d> {
    pub document: &'d Document,
    pub ground: &'d Ground,
    pub register: &'d Register<'d>,
    pub deadlines: &'d [DeadlineRow],
    /// By when the issuer itself reports.
    pub up_day: Option<Date>,
    pub stated_day: Option<StatedDay>,
}

/// Makes a task of each duty of the unit's own plan, the first [`TASKS_MAX`]: whom it is laid upon as
/// far as the names say, and by when.
pub(crate) async fn lay(
    ctx: &mut Ctx<'_>,
    set_up: &SetUp,
    duties: &Duties<'_>,
) -> Result<(), Ending> {
    let all = duties.document.duties.iter().map(|duty| (duty, named(duty, duties.register)));
    lay_tasks(ctx, set_up, duties, all).await
}

/// The same with the plan of a unit above: what falls on the own unit and on units below it. Its
/// departments are others than those of the same name here.
pub(crate) async fn lay_given(
    ctx: &mut Ctx<'_>,
    set_up: &SetUp,
    duties: &Duties<'_>,
) -> Result<(), Ending> {
    let falls_here = |party: &Party| match &party.whom {
        Whom::Tier(_) => true,
        Whom::Body(body) if *body == duties.ground.unit => !duties.register.is_sister(&party.name),
        Whom::Body(body) => duties.ground.units.iter().any(|unit| unit.body == *body),
        Whom::Open => false,
    };
    let given = duties.document.duties.iter().filter_map(|duty| {
        let mut parties = named(duty, duties.register);
        parties.retain(falls_here);
        (!parties.is_empty()).then_some((duty, parties))
    });
    lay_tasks(ctx, set_up, duties, given).await
}

async fn lay_tasks(
    ctx: &mut Ctx<'_>,
    set_up: &SetUp,
    duties: &Duties<'_>,
    laid: impl Iterator<Item = (&Duty, Vec<Party>)>,
) -> Result<(), Ending> {
    for (duty, parties) in laid.take(TASKS_MAX) {
        let task = Task {
            id: ctx.chance.id(),
            what: Text::new(&duty.what).into_string(),
            result: String::new(),
            span: Some(duty.span),
            due: duties.due(duty, &parties),
        };
        store::task::insert(&mut ctx.tx, set_up, &task, &parties).await?;
    }
    Ok(())
}

fn named(duty: &Duty, register: &Register<'_>) -> Vec<Party> {
    let lead = duty.who.split(';').map(|name| (Part::Lead, name));
    let share = duty.with.iter().map(|name| (Part::Share, name.as_str()));
    let all = lead.chain(share).map(|(part, name)| (part, name.trim()));
    let named = all.filter(|(_, name)| !name.is_empty());
    once(named.flat_map(|(part, name)| parties(part, name, register)).collect())
}

impl Duties<'_> {
    /// The date that stands in the duty's own words; else, as a proposal, the day by which the one who
    /// leads sends its report; for an organ of the issuer that of the issuer, or the last of all.
    fn due(&self, duty: &Duty, parties: &[Party]) -> Due {
        let stated_day = self.stated_day;
        let dates = &self.document.dates;
        let own = dates
            .iter()
            .filter(|date| duty.span.contains(date.span))
            .find_map(|date| Some((last_day(date, stated_day)?, date.text.clone())));
        if let Some((day, words)) = own {
            return Due::Stated { day, words };
        }
        let lead = parties.iter().find(|party| party.part == Part::Lead);
        let proposed = lead.and_then(|lead| match &lead.whom {
            Whom::Tier(key) => self.of_tier(key),
            Whom::Body(body) => {
                let unit = self.ground.units.iter().skip(1).find(|unit| unit.body == *body);
                match unit {
                    Some(unit) => self.of_tier(&self.tier_of(unit)?),
                    None => self.of_issuer(),
                }
            }
            Whom::Open => self.of_issuer(),
        });
        proposed.map_or(Due::None, |(day, words)| Due::Proposed { day, words })
    }

    fn tier_of(&self, unit: &store::body::Placed) -> Option<String> {
        let above = self.ground.units.iter().find(|other| Some(other.body) == unit.parent)?;
        Some(format!("{}/{}", unit.level, above.level))
    }

    fn of_tier(&self, key: &str) -> Option<(Date, String)> {
        let row = self.deadlines.iter().find(|row| row.tier == key)?;
        Some((row.deadline.last_day, row.phrase.clone()))
    }

    fn of_issuer(&self) -> Option<(Date, String)> {
        let stated_day = self.stated_day;
        let sent = self.document.dates.iter().filter(|date| date.act == Act::Send);
        let days = sent.filter_map(|date| Some((last_day(date, stated_day)?, date.text.clone())));
        match self.up_day {
            Some(up) => days.into_iter().find(|(day, _)| *day == up),
            None => days.max_by_key(|(day, _)| *day),
        }
    }
}

#[cfg(test)]
mod tests;
