//! What a reading proposes for a campaign: whom it asks, by when, where reports go.
//!
//! Everything here is a proposal its officer sees and may change before anything is issued.

mod exceptions;
mod periods;

pub use exceptions::{Differs, ProposedException, Silent};
use periods::is_asked_for;
pub use periods::{columns, columns_of};

use super::found::rows;
use crate::plan::{Matched, Register};
use domain::campaign::{Deadline, Destination, NewSection, Section, StatedDay};
use domain::figure::OwnTerm;
use domain::id::{BodyId, SectionId};
use domain::plan::{Act, DateKind, Dated, Document};
use domain::text::fold;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::body::{Level, OrganRow, Placed};
use store::tier::{DeadlineRow, Tier, level_key};

/// The tree below the issuer on the day of setting up.
#[derive(Clone, Debug)]
pub struct Ground {
    pub unit: BodyId,
    pub levels: Vec<Level>,
    /// The issuer and everything below, depth first.
    pub units: Vec<Placed>,
    pub organs: Vec<OrganRow>,
    /// The groups of the issuer that stand.
    pub groups: Vec<(BodyId, String)>,
}

/// Whom a plan asks, by when and where to (đề xuất từ kế hoạch).
#[derive(Clone, Debug)]
pub struct Proposed {
    pub tiers: Vec<Tier>,
    pub deadlines: Vec<DeadlineRow>,
    pub exceptions: Vec<ProposedException>,
}

impl Proposed {
    /// What is said of levels becomes tiers; what is said of units by their names, exceptions.
    pub fn of(
        document: &Document,
        (ground, register): (&Ground, &Register<'_>),
        stated_day: Option<StatedDay>,
    ) -> Proposed {
        let (mut tiers, deadlines) = tiers(&of_levels(document, register), ground, stated_day);
        for period in document.data_periods.iter().filter(|period| is_asked_for(period)) {
            let named = period.units.iter().map(|name| register.find(name));
            let keys: Vec<String> = named
                .filter_map(|named| match named {
                    Matched::Tiers(tiers) => Some(tiers),
                    _ => None,
                })
                .flatten()
                .map(|tier| level_key(&tier.level.code, &tier.under.code))
                .collect();
            for tier in tiers.iter_mut().filter(|tier| keys.contains(&tier.key)) {
                tier.portion.term = OwnTerm::new(period.start, period.end);
            }
        }
        let exceptions =
            exceptions::exceptions(document, (ground, register), (&tiers, &deadlines), stated_day);
        Proposed { tiers, deadlines, exceptions }
    }
}

/// The plan with what it says of levels only: what is said of one unit is not said of its level.
fn of_levels(document: &Document, register: &Register<'_>) -> Document {
    let mut document = document.clone();
    let names = document.dates.iter_mut().map(|date| &mut date.who);
    let names = names.chain(document.report_to.iter_mut().map(|to| &mut to.from));
    for names in names {
        names.retain(|name| !register.is_single(name));
    }
    document
}

/// True for `trước ngày D` and for words that point at such a date.
pub fn is_before(date: &Dated) -> bool {
    let day_before = date.stated.and_then(|stated| stated.yesterday().ok());
    match date.kind {
        DateKind::Before => true,
        DateKind::Reference => date.end.is_some() && date.end == day_before,
        _ => false,
    }
}

/// The organ of the issuer that the plan names as its desk.
pub fn desk(document: &Document, ground: &Ground) -> Option<BodyId> {
    document.report_to.iter().filter_map(|to| to.via.as_deref()).find_map(|via| organ(via, ground))
}

/// To whom the issuer itself reports, and by when, as far as the plan says.
pub fn upward(
    document: &Document,
    ground: &Ground,
    stated_day: Option<StatedDay>,
) -> (String, Option<Date>) {
    let issuer = ground.units.first();
    let level = issuer.and_then(|unit| ground.levels.iter().find(|l| l.code == unit.level));
    let own = document.dates.iter().find(|date| {
        date.act == Act::Send && level.is_some_and(|level| names_only(&date.who, level, ground))
    });
    // Whoever stands above it in the letterhead; without one, whom the plan says it reports to.
    let named = document.report_to.iter().find(|to| {
        level.is_some_and(|level| {
            names_only(&to.from, level, ground) && !names(&fold(&to.to), level)
        })
    });
    let to = document.letterhead.parent.clone().or_else(|| named.map(|to| to.to.clone()));
    (to.unwrap_or_default(), own.and_then(|date| last_day(date, stated_day)))
}

/// The last days a superior's plan sets for reports of units of the own level, each once, soonest
/// first.
pub fn own_days(document: &Document, ground: &Ground, stated_day: Option<StatedDay>) -> Vec<Date> {
    let own = own_dates(document, Act::Send, ground);
    let mut days: Vec<Date> = own.filter_map(|date| last_day(date, stated_day)).collect();
    days.sort();
    days.dedup();
    days
}

/// Between which days a superior's plan has units of the own level hold their reviews.
pub fn own_hold(
    document: &Document,
    ground: &Ground,
    stated_day: Option<StatedDay>,
) -> Option<(Date, Date)> {
    own_dates(document, Act::Hold, ground).find_map(|date| window(document, date, stated_day))
}

fn own_dates<'d>(
    document: &'d Document,
    act: Act,
    ground: &'d Ground,
) -> impl Iterator<Item = &'d Dated> {
    let own = ground.units.first();
    let own = own.and_then(|unit| ground.levels.iter().find(|level| level.code == unit.level));
    let is_own = move |who: &String| {
        let who = fold(who);
        // What follows says under whom they stand, not who they are.
        let head = who.split_once(DIRECTLY_UNDER).map_or(who.as_str(), |(head, _)| head);
        own.is_some_and(|own| names(head, own))
    };
    let of_act = document.dates.iter().filter(move |date| date.act == act);
    of_act.filter(move |date| date.who.iter().any(is_own))
}

/// A review to be done by a day can begin as soon as the plan is out.
fn window(
    document: &Document,
    date: &Dated,
    stated_day: Option<StatedDay>,
) -> Option<(Date, Date)> {
    let end = last_day(date, stated_day)?;
    let start = date.start.or(document.letterhead.date).filter(|start| *start <= end);
    Some((start.unwrap_or(end), end))
}

/// The outline as sections, depth first.
pub fn sections(document: &Document, id: &mut impl FnMut() -> SectionId) -> Vec<Section> {
    let section = |NewSection { number, title, guidance, depth, need, .. }| Section {
        id: id(),
        number,
        title,
        guidance,
        depth,
        owner: None,
        need,
    };
    rows(document.outline_in_use()).into_iter().map(section).collect()
}

/// The tiers of the tree with what the plan says of each, from the top down.
pub fn tiers(
    document: &Document,
    ground: &Ground,
    stated_day: Option<StatedDay>,
) -> (Vec<Tier>, Vec<DeadlineRow>) {
    let mut tiers = Vec::new();
    let mut deadlines = Vec::new();
    for (level, under) in pairs(ground) {
        let tier = Tier::of_level(&level.code, &under.code);
        let named = |act| dates_for(document, act, level, under, ground);
        let sent = named(Act::Send).into_iter().find_map(|d| Some((d, last_day(d, stated_day)?)));
        let held = named(Act::Hold).into_iter().next();
        let (destination, via) = destination(document, ground, (level, under));
        if let Some((date, last_day)) = sent {
            deadlines.push(DeadlineRow {
                tier: tier.key.clone(),
                deadline: Deadline { version: 1, last_day },
                phrase: date.text.clone(),
                stated: date.stated.unwrap_or(last_day),
            });
        }
        tiers.push(Tier {
            asked: sent.is_some(),
            destination: Some(destination),
            via,
            hold: held.and_then(|date| window(document, date, stated_day)),
            ..tier
        });
    }
    (tiers, deadlines)
}

/// The units of a level directly under a level.
pub(super) fn units_of<'g>(
    ground: &'g Ground,
    level: &'g Level,
    under: &'g Level,
) -> impl Iterator<Item = &'g Placed> {
    let at_level = |body: BodyId, code: &str| {
        ground.units.iter().any(|unit| unit.body == body && unit.level == code)
    };
    ground.units.iter().filter(move |unit| {
        unit.level == level.code && unit.parent.is_some_and(|above| at_level(above, &under.code))
    })
}

/// The pairs (level, level above) that occur below the issuer, from the top down.
pub fn pairs(ground: &Ground) -> Vec<(&Level, &Level)> {
    let level_of: BTreeMap<BodyId, &str> =
        ground.units.iter().map(|unit| (unit.body, unit.level.as_str())).collect();
    let mut pairs: Vec<(&Level, &Level)> = Vec::new();
    for unit in ground.units.iter().skip(1) {
        let under = unit.parent.and_then(|parent| level_of.get(&parent));
        let find = |code: &str| ground.levels.iter().find(|level| level.code == code);
        let (Some(level), Some(under)) = (find(&unit.level), under.and_then(|u| find(u))) else {
            continue;
        };
        if !pairs.contains(&(level, under)) {
            pairs.push((level, under));
        }
    }
    pairs.sort_by_key(|(level, under)| (under.order, level.order));
    pairs
}

/// The dates of an act that name a tier: those that name it with its place first, and only where
/// there are none those that name the level at large.
fn dates_for<'d>(
    document: &'d Document,
    act: Act,
    level: &Level,
    under: &Level,
    ground: &Ground,
) -> Vec<&'d Dated> {
    let of_act = || document.dates.iter().filter(|date| date.act == act);
    let exact: Vec<&Dated> = of_act()
        .filter(|date| {
            date.who.iter().any(|who| match_place(who, level, under, ground) == Fit::Exact)
        })
        .collect();
    if !exact.is_empty() {
        return exact;
    }
    of_act()
        .filter(|date| {
            date.who.iter().any(|who| match_place(who, level, under, ground) == Fit::Level)
        })
        .collect()
}

/// The folded words that narrow a level to the units under one body.
const DIRECTLY_UNDER: &str = "truc thuoc";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// Names the level and says under whom.
    Exact,
    /// Names the level at large.
    Level,
    No,
}

/// How the words for a sender fit a tier. "Directly under" (`truc thuoc`) narrows a level to the
/// units under the body named after it.
pub(crate) fn match_place(who: &str, level: &Level, under: &Level, ground: &Ground) -> Fit {
    let who = fold(who);
    let (head, tail) = who.split_once(DIRECTLY_UNDER).unwrap_or((&who, ""));
    if !names(head, level) {
        return Fit::No;
    }
    if !who.contains(DIRECTLY_UNDER) {
        return Fit::Level;
    }
    let issuer_level = ground.units.first().map(|unit| unit.level.as_str());
    let under_issuer = issuer_level == Some(under.code.as_str());
    let says_issuer =
        ground.levels.iter().any(|l| Some(l.code.as_str()) == issuer_level && names(tail, l));
    match (names(tail, under) || (tail.trim().is_empty() && !under_issuer), says_issuer) {
        (true, _) => Fit::Exact,
        (false, true) if under_issuer => Fit::Exact,
        _ => Fit::No,
    }
}

pub(crate) fn names(words: &str, level: &Level) -> bool {
    let padded = format!(" {} ", words.trim());
    level.aliases.iter().any(|alias| padded.contains(&format!(" {alias} ")))
}

fn names_only(named: &[String], level: &Level, ground: &Ground) -> bool {
    let others = ground.levels.iter().filter(|other| other.code != level.code);
    let clean = |who: &str| {
        let who = fold(who);
        names(&who, level) && !others.clone().any(|other| names(&who, other))
    };
    !named.is_empty() && named.iter().all(|who| clean(who))
}

fn destination(
    document: &Document,
    ground: &Ground,
    (level, under): (&Level, &Level),
) -> (Destination, Option<BodyId>) {
    let fits = |wanted: Fit| {
        document
            .report_to
            .iter()
            .find(|to| to.from.iter().any(|from| match_place(from, level, under, ground) == wanted))
    };
    let issuer = ground.units.first();
    let under_issuer = issuer.is_some_and(|unit| unit.level == under.code);
    let Some(found) = fits(Fit::Exact).or_else(|| fits(Fit::Level)) else {
        let via = if under_issuer { desk(document, ground) } else { None };
        return (Destination::Parent, via);
    };
    let via = found.via.as_deref().and_then(|via| organ(via, ground));
    let to_issuer = issuer.is_some_and(|unit| {
        ground.levels.iter().any(|l| l.code == unit.level && names(&fold(&found.to), l))
    });
    match (under_issuer, to_issuer) {
        (true, _) => (Destination::Parent, via),
        (false, true) => (Destination::Issuer, via),
        (false, false) => (Destination::Parent, None),
    }
}

fn organ(via: &str, ground: &Ground) -> Option<BodyId> {
    organ_named(via, ground).map(|organ| organ.id)
}

/// The department of the issuer that these words name.
pub(crate) fn organ_named<'g>(words: &str, ground: &'g Ground) -> Option<&'g OrganRow> {
    let wanted = fold(words);
    let named = |name: &str| fold(name) == wanted;
    let exact = ground.organs.iter().find(|o| named(&o.name) || named(&o.short));
    let near = || {
        ground.organs.iter().find(|o| {
            let short = fold(&o.short);
            wanted.starts_with(&short) || short.starts_with(&wanted)
        })
    };
    exact.or_else(near)
}

/// The last day that is in time; strictly read until it is said whether the stated day counts.
pub fn last_day(date: &Dated, stated_day: Option<StatedDay>) -> Option<Date> {
    match (stated_day, date.stated) {
        (Some(choice), Some(stated)) if is_before(date) => Some(choice.last_day(stated)),
        _ => date.end,
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::ground;
