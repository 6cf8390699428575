use super::setup::back;
use super::units::{Chosen, ExceptionRow, UnitGroup, UnitsPage};
use crate::plan::typed_day;
use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Choice, Entry, Mistake, NavEntry, Ui};
use app::campaign::{PutUnits, SetUpView, ShowSetUp, TierChoice, TierView};
use app::{Level, OrganRow, Placed, Scope, Seen};
use axum::http::StatusCode;
use domain::calendar;
use domain::campaign::{Destination, Refusal, Stage};
use domain::id::{BodyId, CampaignId};
use jiff::civil::Date;
use words::{Lang, time};

/// The whole form as typed.
struct Typed {
    tiers: Vec<TypedTier>,
    desk: Option<BodyId>,
    left_out: Vec<BodyId>,
}

/// What was typed for one tier.
#[derive(Clone, Default)]
struct TypedTier {
    key: String,
    asked: Chosen,
    due: String,
    hold_from: String,
    hold_to: String,
    destination: Option<Destination>,
    via: Option<BodyId>,
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    if let Stage::Issued { .. } = view.campaign.stage {
        return visitor.go(&format!("/campaigns/{campaign}"));
    }
    visitor.show(&page(&visitor, &scope, &view, &kept(&view), Vec::new()))
}

pub(super) async fn save(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let ui = visitor.ui_of_nobody();
    let typed = typed(&posted);
    let mut mistakes = Vec::new();
    let tiers = typed.tiers.iter().enumerate();
    let tiers: Vec<TierChoice> =
        tiers.map(|(at, tier)| choice(&ui, at, tier, &mut mistakes)).collect();
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if mistakes.is_empty() {
        let rev = posted.parse("rev").unwrap_or(0);
        let (desk, left_out) = (typed.desk, typed.left_out.clone());
        match visitor.save(PutUnits { campaign, rev, desk, tiers, left_out }).await {
            Ok(_) if posted.has("stay") => {
                return visitor.go(&format!("/campaigns/{campaign}/units"));
            }
            Ok(_) => return visitor.go(&format!("/campaigns/{campaign}/setup")),
            Err(trouble) => {
                let words;
                (status, words) = trouble.above_form(&ui)?;
                mistakes.push(Mistake::new("units", words));
            }
        }
    }
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    Ok(visitor.page(status, &page(&visitor, &scope, &view, &typed, mistakes)))
}

/// The name of a tier: `Công đoàn cơ sở thuộc LĐLĐ huyện`.
pub(super) fn tier_name(ui: &Ui, tier: &TierView) -> String {
    let name = |level: &Level| match ui.lang {
        Lang::Vi => level.name_vi.clone(),
        Lang::En => level.name_en.clone(),
    };
    let words = ui.say("units-tier").with("level", name(&tier.level));
    words.with("under", name(&tier.under)).to_string()
}

/// What was typed for a tier as a choice; what cannot be one becomes a mistake at its field.
fn choice(ui: &Ui, at: usize, tier: &TypedTier, mistakes: &mut Vec<Mistake>) -> TierChoice {
    let mut day = |field: &str, typed: &str| match typed.trim() {
        "" => None,
        typed => {
            let day = calendar::read_day(typed);
            if day.is_none() {
                let words = ui.say(Refusal::DeadlineUnreadable.key());
                mistakes.push(Mistake::new(format!("{field}-{at}"), words));
            }
            day
        }
    };
    let last_day = day("due", &tier.due);
    let hold_from = day("hold-from", &tier.hold_from);
    let hold_to = day("hold-to", &tier.hold_to);
    let hold = match (hold_from.or(hold_to), hold_to.or(hold_from)) {
        (Some(from), Some(to)) if from <= to => Some((from, to)),
        (Some(_), Some(_)) => {
            mistakes.push(Mistake::new(format!("hold-to-{at}"), ui.say("units-hold-backwards")));
            None
        }
        _ => None,
    };
    if tier.asked == Chosen::Yes && tier.due.trim().is_empty() {
        let words = ui.say(Refusal::DeadlineMissing.key());
        mistakes.push(Mistake::new(format!("due-{at}"), words));
    }
    TierChoice {
        key: tier.key.clone(),
        asked: tier.asked == Chosen::Yes,
        destination: tier.destination,
        via: tier.via,
        last_day,
        hold,
    }
}

fn page(
    visitor: &Visitor,
    scope: &Scope,
    view: &SetUpView,
    typed: &Typed,
    mistakes: Vec<Mistake>,
) -> UnitsPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let all = || view.tiers.iter().flat_map(|tier| &tier.units);
    let left_out = |unit: &&Placed| typed.left_out.contains(&unit.body);
    let groups: Vec<UnitGroup> = view
        .tiers
        .iter()
        .enumerate()
        .map(|(at, tier)| {
            let key = &tier.tier.key;
            let of = typed.tiers.iter().find(|typed| typed.key == *key).cloned();
            group(&ui, (at, tier), &of.unwrap_or_default(), view, &mistakes)
        })
        .collect();
    UnitsPage {
        campaign: view.campaign.title.clone(),
        back: back(&ui, view.campaign.id),
        groups,
        desks: organs(&ui, "units-desk-none", &view.organs, typed.desk),
        exceptions: all()
            .filter(left_out)
            .map(|unit| ExceptionRow { id: unit.body.to_string(), name: unit.name.clone() })
            .collect(),
        exempt_choices: all()
            .filter(|unit| !left_out(unit))
            .map(|unit| choice_of(unit.body.to_string(), unit.short.clone(), false))
            .collect(),
        total: view.asked().count(),
        rev: view.campaign.rev,
        mistakes,
        ui,
    }
}

fn group(
    ui: &Ui,
    (at, tier): (usize, &TierView),
    typed: &TypedTier,
    view: &SetUpView,
    mistakes: &[Mistake],
) -> UnitGroup {
    let entry = |field: &str, value: &str| {
        let id = format!("{field}-{at}");
        let found = mistakes.iter().find(|mistake| mistake.field == id);
        let error = found.map(|mistake| mistake.words.clone()).unwrap_or_default();
        Entry { value: value.to_owned(), error }
    };
    UnitGroup {
        key: tier.tier.key.clone(),
        name: tier_name(ui, tier),
        names: tier.units.iter().map(|unit| unit.short.clone()).collect(),
        chosen: typed.asked,
        due: entry("due", &typed.due),
        stated: stated(ui, tier),
        hold_from: entry("hold-from", &typed.hold_from),
        hold_to: entry("hold-to", &typed.hold_to),
        destinations: destinations(ui, tier, typed.destination),
        desks: organs(ui, "units-via-none", &view.organs, typed.via),
    }
}

fn destinations(ui: &Ui, tier: &TierView, chosen: Option<Destination>) -> Vec<Choice> {
    let mut options = vec![
        (Some(Destination::Parent), "units-to-parent"),
        (Some(Destination::Issuer), "units-to-issuer"),
    ];
    if tier.tier.destination.is_none() {
        options.insert(0, (None, "units-to-open"));
    }
    let option = |(to, key): (Option<Destination>, &str)| {
        let value = to.map_or("", Destination::name);
        choice_of(value.to_owned(), ui.say(key).to_string(), to == chosen)
    };
    options.into_iter().map(option).collect()
}

fn organs(ui: &Ui, none: &str, organs: &[OrganRow], chosen: Option<BodyId>) -> Vec<Choice> {
    let none = choice_of(String::new(), ui.say(none).to_string(), chosen.is_none());
    let organ = |organ: &OrganRow| {
        choice_of(organ.id.to_string(), organ.short.clone(), chosen == Some(organ.id))
    };
    std::iter::once(none).chain(organs.iter().map(organ)).collect()
}

fn choice_of(value: String, label: String, chosen: bool) -> Choice {
    Choice { value, label, hint: String::new(), chosen }
}

/// How the plan puts the deadline, and the day it was understood as.
fn stated(ui: &Ui, tier: &TierView) -> String {
    match &tier.deadline {
        Some(row) if !row.phrase.is_empty() => {
            let day = time::long_date(ui.lang, row.deadline.last_day);
            ui.say("units-stated").with("phrase", &row.phrase).with("day", day).to_string()
        }
        _ => String::new(),
    }
}

/// What is kept, back in its fields.
fn kept(view: &SetUpView) -> Typed {
    let day = |day: Option<Date>| day.map(typed_day).unwrap_or_default();
    let tiers = view.tiers.iter().map(|view| {
        let (from, to) = view.tier.hold.unzip();
        TypedTier {
            key: view.tier.key.clone(),
            asked: if view.tier.asked { Chosen::Yes } else { Chosen::No },
            due: day(view.deadline.as_ref().map(|row| row.deadline.last_day)),
            hold_from: day(from),
            hold_to: day(to),
            destination: view.tier.destination,
            via: view.tier.via,
        }
    });
    Typed { tiers: tiers.collect(), desk: view.campaign.desk, left_out: view.left_out.clone() }
}

fn typed(posted: &Posted) -> Typed {
    let tiers = (0..).map_while(|at| {
        let field = |name: &str| posted.get(&format!("{name}-{at}"));
        posted.has(&format!("tier-{at}")).then(|| TypedTier {
            key: field("tier").to_owned(),
            asked: if field("asked") == "yes" { Chosen::Yes } else { Chosen::No },
            due: field("due").to_owned(),
            hold_from: field("hold-from").to_owned(),
            hold_to: field("hold-to").to_owned(),
            destination: Destination::parse(field("destination")),
            via: field("via").parse().ok(),
        })
    });
    let left_out = posted.all("exempt").chain(posted.all("add"));
    Typed {
        tiers: tiers.collect(),
        desk: posted.parse("desk"),
        left_out: left_out.filter_map(|body| body.parse().ok()).collect(),
    }
}
