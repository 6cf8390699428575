use super::matching::{once, parties};
use crate::backend::Ctx;
use crate::campaign::propose::{Ground, last_day};
use crate::ending::Ending;
use crate::plan::Register;
use domain::campaign::StatedDay;
use domain::plan::{Act, Dated, Document, Duty};
use domain::source::Span;
use domain::task::{Due, Part, TASKS_MAX};
use domain::text::{Text, fold};
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

/// A task as the plan gives it, and whom it is laid upon.
struct Laid {
    what: String,
    span: Span,
    due: Due,
    parties: Vec<Party>,
}

/// Makes a task of each duty of the unit's own plan, and of each day on which those hold their reviews
/// who send the plan's author nothing; the first [`TASKS_MAX`].
pub(crate) async fn lay(
    ctx: &mut Ctx<'_>,
    set_up: &SetUp,
    duties: &Duties<'_>,
) -> Result<(), Ending> {
    let all = duties.document.duties.iter();
    let all = all.map(|duty| duties.laid(duty, named(duty, duties.register)));
    lay_tasks(ctx, set_up, all.chain(duties.reviews())).await
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
        (!parties.is_empty()).then(|| duties.laid(duty, parties))
    });
    lay_tasks(ctx, set_up, given).await
}

async fn lay_tasks(
    ctx: &mut Ctx<'_>,
    set_up: &SetUp,
    laid: impl Iterator<Item = Laid>,
) -> Result<(), Ending> {
    for Laid { what, span, due, parties } in laid.take(TASKS_MAX) {
        let what = Text::new(&what).into_string();
        let (id, result) = (ctx.chance.id(), String::new());
        let task = Task { id, what, result, span: Some(span), due };
        store::task::insert(&mut ctx.tx, set_up, &task, &parties).await?;
    }
    Ok(())
}

/// Who holds a review on a date that no deadline keeps: the author itself, and units that send nothing
/// to it (tự tổ chức, không gửi báo cáo).
pub fn holds_alone(
    date: &Dated,
    (ground, register): (&Ground, &Register<'_>),
    deadlines: &[DeadlineRow],
) -> Vec<Party> {
    if date.act != Act::Hold {
        return Vec::new();
    }
    let named = date.who.iter().flat_map(|name| parties(Part::Lead, name, register));
    let alone = |party: &Party| match &party.whom {
        Whom::Body(body) => *body == ground.unit,
        Whom::Tier(key) => deadlines.iter().all(|row| row.tier != *key),
        Whom::Open => false,
    };
    once(named.filter(alone).collect())
}

fn named(duty: &Duty, register: &Register<'_>) -> Vec<Party> {
    let lead = duty.who.split(';').map(|name| (Part::Lead, name));
    let share = duty.with.iter().map(|name| (Part::Share, name.as_str()));
    let all = lead.chain(share).map(|(part, name)| (part, name.trim()));
    let named = all.filter(|(_, name)| !name.is_empty());
    once(named.flat_map(|(part, name)| parties(part, name, register)).collect())
}

impl Duties<'_> {
    fn laid(&self, duty: &Duty, parties: Vec<Party>) -> Laid {
        let due = self.due(duty, &parties);
        Laid { what: duty.what.clone(), span: duty.span, due, parties }
    }

    /// The reviews that no deadline and no duty speaks of.
    fn reviews(&self) -> impl Iterator<Item = Laid> + '_ {
        self.document.dates.iter().filter_map(|date| {
            let parties = holds_alone(date, (self.ground, self.register), self.deadlines);
            let day = last_day(date, self.stated_day)?;
            let told = |duty: &Duty| {
                duty.span.contains(date.span)
                    || self.is_same_act(duty, &named(duty, self.register), date)
            };
            if parties.is_empty() || self.document.duties.iter().any(told) {
                return None;
            }
            // `Xong trước ngày …` leaves it to the plan's title what is to be held.
            let what = match date.what.split(' ').count() {
                ..SAME_ACT_WORDS_MIN => self.document.title.clone(),
                _ => date.what.clone(),
            };
            let due = Due::Stated { day, words: date.text.clone() };
            Some(Laid { what, span: date.span, due, parties })
        })
    }

    /// The date that stands in the duty's own words, or that the plan states for the same act
    /// elsewhere; else, as a proposal, the day by which the one who
    /// leads sends its report; for an organ of the issuer that of the issuer, or the last of all.
    fn due(&self, duty: &Duty, parties: &[Party]) -> Due {
        let stated_day = self.stated_day;
        let dates = &self.document.dates;
        let stated = |date: &Dated| Some((last_day(date, stated_day)?, date.text.clone()));
        let mut inside = dates.iter().filter(|date| duty.span.contains(date.span));
        let same = || dates.iter().filter(|date| self.is_same_act(duty, parties, date));
        let own = inside.find_map(stated).or_else(|| same().find_map(stated));
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

    /// A plan often names an act twice: in its calendar with a date, and again among the duties. They
    /// are the same where one hand does both, they begin alike, and the shorter wording is found, word
    /// after word, in the longer.
    fn is_same_act(&self, duty: &Duty, doers: &[Party], date: &Dated) -> bool {
        let (duty_words, date_words) = (fold(&duty.what), fold(&date.what));
        let duty_words: Vec<&str> = duty_words.split(' ').collect();
        let date_words: Vec<&str> = date_words.split(' ').collect();
        let (short, long) = match duty_words.len() < date_words.len() {
            true => (duty_words, date_words),
            false => (date_words, duty_words),
        };
        if short.len() < SAME_ACT_WORDS_MIN || short[..2] != long[..2] {
            return false;
        }
        let mut rest = long.iter();
        if !short.iter().all(|word| rest.any(|other| other == word)) {
            return false;
        }
        let hand = |whom: &Whom| self.is_below(whom).then(|| whom.clone());
        let lead = doers.iter().filter(|party| party.part == Part::Lead);
        let mut lead = lead.map(|party| hand(&party.whom));
        let named = date.who.iter().flat_map(|name| parties(Part::Lead, name, self.register));
        let named: Vec<Option<Whom>> = named.map(|party| hand(&party.whom)).collect();
        lead.any(|lead| named.contains(&lead))
    }

    /// Whether somebody below the issuer is meant; the issuer, its organs and its groups are one hand.
    fn is_below(&self, whom: &Whom) -> bool {
        match whom {
            Whom::Tier(_) => true,
            Whom::Body(body) => self.ground.units.iter().skip(1).any(|unit| unit.body == *body),
            Whom::Open => false,
        }
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

/// Fewer words than this say too little to be the same by chance.
const SAME_ACT_WORDS_MIN: usize = 4;

#[cfg(test)]
mod tests;
