use super::exception_form;
use super::setup::back;
use super::units::{Chosen, ExceptionRow, UnitGroup, UnitsPage};
use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Choice, Mistake, NavEntry, Ui};
use app::campaign::{PutUnits, SetUpView, ShowSetUp, TierChoice, TierOf, TierView};
use app::{Level, OrganRow, Scope, Seen};
use domain::campaign::{Destination, Stage};
use domain::id::{BodyId, CampaignId};
use words::Lang;

/// The whole form as typed.
struct Typed {
    tiers: Vec<TypedTier>,
    desk: Option<BodyId>,
}

/// What was typed for one tier.
#[derive(Clone, Default)]
struct TypedTier {
    key: String,
    asked: Chosen,
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
    let tiers = typed.tiers.iter().map(|tier| TierChoice {
        key: tier.key.clone(),
        asked: tier.asked == Chosen::Yes,
        destination: tier.destination,
        via: tier.via,
    });
    let case = PutUnits {
        campaign,
        rev: posted.parse("rev").unwrap_or(0),
        desk: typed.desk,
        tiers: tiers.collect(),
    };
    let (status, words) = match visitor.save(case).await {
        Ok(_) => return visitor.go(&format!("/campaigns/{campaign}/setup")),
        Err(trouble) => trouble.above_form(&ui)?,
    };
    let mistakes = vec![Mistake::new("units", words)];
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    Ok(visitor.page(status, &page(&visitor, &scope, &view, &typed, mistakes)))
}

/// The name of a tier: `Công đoàn cơ sở thuộc LĐLĐ huyện`, or what an exception or an organ is called.
pub(super) fn tier_name(ui: &Ui, tier: &TierView) -> String {
    match &tier.of {
        TierOf::Level { level, under } => {
            let words = ui.say("units-tier").with("level", level_name(ui, level));
            words.with("under", level_name(ui, under)).to_string()
        }
        TierOf::Exception { name } => name.clone(),
        TierOf::Organ(organ) => organ.name.clone(),
    }
}

pub(super) fn level_name(ui: &Ui, level: &Level) -> String {
    match ui.lang {
        Lang::Vi => level.name_vi.clone(),
        Lang::En => level.name_en.clone(),
    }
}

/// Where the reports of a tier go, in words.
pub(super) fn destination_words(ui: &Ui, view: &SetUpView, to: Option<Destination>) -> String {
    match to {
        None => ui.say("units-to-open").to_string(),
        Some(Destination::Parent) => ui.say("units-to-parent").to_string(),
        Some(Destination::Issuer) => ui.say("units-to-issuer").to_string(),
        Some(Destination::Unit(unit)) => {
            view.unit(unit).map(|unit| unit.short.clone()).unwrap_or_default()
        }
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
    let level = |tier: &&TierView| matches!(tier.of, TierOf::Level { .. });
    let groups: Vec<UnitGroup> = view
        .tiers
        .iter()
        .filter(level)
        .map(|tier| {
            let key = &tier.tier.key;
            let of = typed.tiers.iter().find(|typed| typed.key == *key).cloned();
            group(&ui, tier, &of.unwrap_or_default(), view)
        })
        .collect();
    UnitsPage {
        campaign: view.campaign.title.clone(),
        back: back(&ui, view.campaign.id),
        groups,
        desks: organs(&ui, "units-desk-none", &view.organs, typed.desk),
        exceptions: view.exceptions().map(|tier| exception(&ui, view, tier)).collect(),
        add: exception_form::href(view.campaign.id, None),
        total: view.asked().count(),
        rev: view.campaign.rev,
        mistakes,
        ui,
    }
}

fn exception(ui: &Ui, view: &SetUpView, tier: &TierView) -> ExceptionRow {
    ExceptionRow {
        href: exception_form::href(view.campaign.id, Some(&tier.tier)),
        name: tier_name(ui, tier),
        asked: if tier.tier.asked { Chosen::Yes } else { Chosen::No },
        to: destination_words(ui, view, tier.tier.destination),
        names: tier.units.iter().map(|unit| unit.short.clone()).collect(),
        note: tier.tier.note().to_owned(),
    }
}

fn group(ui: &Ui, tier: &TierView, typed: &TypedTier, view: &SetUpView) -> UnitGroup {
    UnitGroup {
        key: tier.tier.key.clone(),
        name: tier_name(ui, tier),
        names: tier.units.iter().map(|unit| unit.short.clone()).collect(),
        chosen: typed.asked,
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
        choice_of(
            to.map(Destination::name).unwrap_or_default(),
            ui.say(key).to_string(),
            to == chosen,
        )
    };
    options.into_iter().map(option).collect()
}

pub(super) fn organs(
    ui: &Ui,
    none: &str,
    organs: &[OrganRow],
    chosen: Option<BodyId>,
) -> Vec<Choice> {
    let none = choice_of(String::new(), ui.say(none).to_string(), chosen.is_none());
    let organ = |organ: &OrganRow| {
        choice_of(organ.id.to_string(), organ.short.clone(), chosen == Some(organ.id))
    };
    std::iter::once(none).chain(organs.iter().map(organ)).collect()
}

pub(super) fn choice_of(value: String, label: String, chosen: bool) -> Choice {
    Choice { value, label, hint: String::new(), chosen }
}

/// What is kept, back in its fields.
fn kept(view: &SetUpView) -> Typed {
    let tiers = view.tiers.iter().map(|view| TypedTier {
        key: view.tier.key.clone(),
        asked: if view.tier.asked { Chosen::Yes } else { Chosen::No },
        destination: view.tier.destination,
        via: view.tier.via,
    });
    Typed { tiers: tiers.collect(), desk: view.campaign.desk }
}

fn typed(posted: &Posted) -> Typed {
    let tiers = (0..).map_while(|at| {
        let field = |name: &str| posted.get(&format!("{name}-{at}"));
        posted.has(&format!("tier-{at}")).then(|| TypedTier {
            key: field("tier").to_owned(),
            asked: if field("asked") == "yes" { Chosen::Yes } else { Chosen::No },
            destination: Destination::parse(field("destination")),
            via: field("via").parse().ok(),
        })
    });
    Typed { tiers: tiers.collect(), desk: posted.parse("desk") }
}
