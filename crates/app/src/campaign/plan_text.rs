use super::set_up::{SetUpView, TierOf, TierView, Wording, load, open};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::plan::{GivenOut, document, find_given_out};
use domain::body::Organ;
use domain::calendar;
use domain::campaign::{Destination, Section};
use domain::document::{
    PlanBasis, PlanDuty, PlanException, PlanPaper, PlanPart, PlanSender, PlanSending, PlanTable,
    PlanTexts,
};
use domain::id::CampaignId;
use domain::library::{Held, Role};
use domain::submission::{Refusal, SECTION_LENGTH_MAX};
use domain::task::{Due, Part};
use domain::text::Text;
use serde::Serialize;
use store::body::{Level, Names};
use store::campaign::{Campaign, Parent};
use store::issued_plan::IssuedPlan;
use store::library::Item;
use store::scope::Scope;
use store::task::{Party, Task};

/// The plan as a paper, for those who set it up or approve it (văn bản kế hoạch).
#[derive(Clone, Debug)]
pub struct ShowPlanPaper {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct PlanPaperView {
    pub set_up: SetUpView,
    pub paper: PlanPaper,
    /// As it was issued, once it was.
    pub issued: Option<IssuedPlan>,
    /// The uploaded plan, while that is what is issued.
    pub uploaded: Option<GivenOut>,
}

/// Keeps the words of a plan that are written by hand (lưu lời văn của kế hoạch). What is not
/// written says the usual.
#[derive(Clone, Debug, Serialize)]
pub struct PutPlanTexts {
    pub campaign: CampaignId,
    pub rev: i64,
    pub texts: Vec<(&'static str, String)>,
}

/// More units of an exception than these are called by its name.
const UNITS_NAMED: usize = 12;

impl Case for ShowPlanPaper {
    type Output = PlanPaperView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<PlanPaperView, Ending> {
        let campaign = store::campaign::find_own(&mut ctx.tx, scope, self.campaign).await?;
        let set_up = load(ctx, scope, &campaign.ok_or(Ending::NotFound)?).await?;
        let uploaded = match (set_up.wording(), set_up.campaign.plan) {
            (Wording::Uploaded, Some(plan)) => find_given_out(ctx, plan).await?,
            _ => None,
        };
        Ok(PlanPaperView {
            uploaded,
            paper: paper(ctx, scope, &set_up).await?,
            issued: store::issued_plan::find(&mut ctx.tx, self.campaign).await?,
            set_up,
        })
    }
}

impl Case for PutPlanTexts {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        let mut texts = PlanTexts::new();
        for (part, typed) in &self.texts {
            let words = Text::new(typed).into_string();
            if words.chars().count() > SECTION_LENGTH_MAX {
                return Err(Refusal::TextTooLong.into());
            }
            texts.extend(PlanPart::parse(part).map(|part| (part, words)));
        }
        // The same words again leave what was said of them.
        if store::plan_text::list(&mut ctx.tx, self.campaign).await? == texts {
            return Ok(());
        }
        store::plan_text::put(&mut ctx.tx, &set_up, &texts).await?;
        match store::campaign::touch(&mut ctx.tx, &set_up).await? {
            true => Ok(()),
            false => Err(Ending::Stale),
        }
    }
}

async fn paper(ctx: &mut Ctx<'_>, scope: &Scope, view: &SetUpView) -> Result<PlanPaper, Ending> {
    let campaign = &view.campaign;
    let today = calendar::day(ctx.now);
    let names = store::body::get_names(&mut ctx.tx, campaign.unit, today).await?;
    let items = store::library::list(&mut ctx.tx, campaign.id).await?;
    let tasks = store::task::list(&mut ctx.tx, campaign.id).await?;
    let parties = store::task::list_parties(&mut ctx.tx, campaign.id).await?;
    let mut bases: Vec<PlanBasis> =
        items.iter().filter(|item| item.role == Role::Basis).map(basis).collect();
    let above = plan_above(ctx, scope, campaign).await?;
    bases.extend(above.filter(|above| bases.iter().all(|basis| basis.number != above.number)));
    Ok(PlanPaper {
        parent: match names.parent.is_empty() {
            true => campaign.up_to.clone(),
            false => names.parent.clone(),
        },
        // A unit with units below has a standing committee.
        committee: match view.tiers.iter().any(|shown| !shown.units.is_empty()) {
            true => Organ::StandingCommittee,
            false => Organ::ExecutiveCommittee,
        },
        head: store::body::find_head(&mut ctx.tx, campaign.unit, today).await?,
        number: campaign.number.clone(),
        day: campaign.plan_day,
        today,
        subject: campaign.title.clone(),
        texts: view.texts.clone(),
        bases,
        forms: items.iter().filter(|item| comes_along(item)).map(|i| i.title.clone()).collect(),
        senders: view.tiers.iter().filter_map(|shown| sender(view, shown, &names)).collect(),
        upward: campaign.up_day.map(|day| (campaign.up_to.clone(), day)),
        exceptions: view.exceptions().map(|shown| exception(view, shown, &names)).collect(),
        duties: tasks.into_iter().map(|task| duty(task, &parties)).collect(),
        outline: view.outline.clone(),
        organs: organ_outlines(ctx, view).await?,
        table: view.table.as_ref().map(|table| PlanTable {
            title: table.title.clone(),
            columns: table.columns.clone(),
            indicators: table.indicators.clone(),
        }),
        issuer: names.name,
        short: names.short,
    })
}

/// The plan it carries out, where that has a number to be cited by.
async fn plan_above(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    campaign: &Campaign,
) -> Result<Option<PlanBasis>, Ending> {
    let above = match campaign.parent {
        None => None,
        Some(Parent::Campaign(id)) => {
            let found = store::campaign::find_issued(&mut ctx.tx, scope, id).await?;
            let Some(found) = found else { return Ok(None) };
            let day = found.plan_day.unwrap_or_else(|| calendar::day(ctx.now));
            let issuer = store::body::get_names(&mut ctx.tx, found.unit, day).await?.name;
            Some((found.number, found.plan_day, issuer))
        }
        Some(Parent::Plan(id)) => {
            let found = store::plan::find(&mut ctx.tx, scope, id).await?;
            let Some(found) = found else { return Ok(None) };
            let head = document(&found)?.letterhead;
            Some((head.number.unwrap_or_default(), head.date, head.issuer.unwrap_or_default()))
        }
    };
    let above = above.filter(|(number, ..)| !number.is_empty());
    Ok(above.map(|(number, day, issuer)| PlanBasis { title: String::new(), number, day, issuer }))
}

/// The outlines of organs that report themselves and are asked something of their own.
async fn organ_outlines(
    ctx: &mut Ctx<'_>,
    view: &SetUpView,
) -> Result<Vec<(String, Vec<Section>)>, Ending> {
    let mut outlines = Vec::new();
    for shown in view.tiers.iter().filter(|shown| shown.tier.asked) {
        let TierOf::Organ(organ) = &shown.of else { continue };
        let own = store::outline::list_own(&mut ctx.tx, view.campaign.id, organ.id).await?;
        let own: Vec<Section> = own.into_iter().map(|own| own.section).collect();
        if !own.is_empty() {
            outlines.push((organ.name.clone(), own));
        }
    }
    Ok(outlines)
}

fn basis(item: &Item) -> PlanBasis {
    PlanBasis {
        title: item.title.clone(),
        number: item.number.clone(),
        day: item.day,
        issuer: item.issuer.clone(),
    }
}

/// A form that is filled in beside the report; what is made here comes as an annex of its own.
fn comes_along(item: &Item) -> bool {
    item.role == Role::Form && matches!(item.held, Held::Nothing | Held::File(_))
}

/// A tier that is asked, but for exceptions. Units are called by their level, and by the level above
/// where units of the same level stand elsewhere.
fn sender(view: &SetUpView, shown: &TierView, names: &Names) -> Option<PlanSender> {
    if !shown.tier.asked {
        return None;
    }
    let (who, under) = match &shown.of {
        TierOf::Exception { .. } => return None,
        TierOf::Level { .. } if shown.units.is_empty() => return None,
        TierOf::Organ(organ) => (&organ.name, None),
        TierOf::Level { level, under } => {
            let elsewhere = view.tiers.iter().any(|other| match &other.of {
                TierOf::Level { level: same, under: other } => {
                    same.code == level.code && other.code != under.code
                }
                TierOf::Exception { .. } | TierOf::Organ(_) => false,
            });
            (&level.name_vi, Some(&under.name_vi).filter(|_| elsewhere))
        }
    };
    Some(PlanSender {
        who: who.clone(),
        under: under.cloned().unwrap_or_default(),
        sent: sending(view, shown, names),
    })
}

/// Units named one by one while they are few, else as they are called together.
fn exception(view: &SetUpView, shown: &TierView, names: &Names) -> PlanException {
    let units = match &shown.of {
        TierOf::Exception { name } if shown.units.len() > UNITS_NAMED => vec![name.clone()],
        _ => shown.units.iter().map(|unit| unit.short.clone()).collect(),
    };
    PlanException { units, sent: shown.tier.asked.then(|| sending(view, shown, names)) }
}

fn sending(view: &SetUpView, shown: &TierView, names: &Names) -> PlanSending {
    let organ = matches!(shown.of, TierOf::Organ(_));
    let under_issuer = shown.units.iter().any(|unit| unit.parent == Some(view.campaign.unit));
    let to_issuer = organ || under_issuer || shown.tier.destination == Some(Destination::Issuer);
    let to = match shown.tier.destination {
        Some(Destination::Unit(unit)) => view.unit(unit).map(|unit| &unit.short),
        _ if to_issuer => None,
        _ => above(view, shown).map(|level| &level.name_vi),
    };
    let via = view.organs.iter().find(|organ| to.is_none() && Some(organ.id) == shown.tier.via);
    PlanSending {
        hold: shown.tier.hold,
        to: to.unwrap_or(&names.short).clone(),
        via: via.map(|organ| organ.name.clone()).unwrap_or_default(),
        last_day: shown.deadline.as_ref().map(|row| row.deadline.last_day),
    }
}

/// The level above the units of a tier; that of the first, where an exception takes several.
fn above<'v>(view: &'v SetUpView, shown: &TierView) -> Option<&'v Level> {
    let key = shown.units.first().and_then(|unit| view.level_of(unit.body))?;
    view.tiers.iter().find_map(|level| match &level.of {
        TierOf::Level { under, .. } if level.tier.key == key => Some(under),
        _ => None,
    })
}

/// What is asked of whom. A date that nobody has chosen yet is none.
fn duty(task: Task, parties: &[(domain::id::TaskId, Party)]) -> PlanDuty {
    let of = |part| {
        let of = parties.iter().filter(move |(id, party)| *id == task.id && party.part == part);
        of.map(|(_, party)| if party.short.is_empty() { &party.name } else { &party.short })
            .cloned()
            .collect()
    };
    PlanDuty {
        leads: of(Part::Lead),
        shares: of(Part::Share),
        due: match &task.due {
            Due::Stated { words, .. } if task.what.contains(words.as_str()) => None,
            Due::Stated { day, .. } | Due::Chosen { day } => Some(*day),
            Due::None | Due::Proposed { .. } => None,
        },
        what: task.what,
        result: task.result,
    }
}
