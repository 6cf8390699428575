use crate::campaign::propose::{Fit, Ground, match_place, names, pairs};
use domain::group::called;
use domain::id::BodyId;
use domain::task::{PARTIES_MAX, Part};
use domain::text::fold;
use store::body::{Level, OrganRow, Placed};
use store::task::{Party, Whom};
use store::tier::level_key;

/// The parties a name means: an organ of the issuer, a group of it, a unit by its own name, every tier of the level
/// named, the issuer itself; an open one where it means none of these, or more than one organ.
pub(super) fn parties(part: Part, name: &str, ground: &Ground) -> Vec<Party> {
    whom(name, ground)
        .into_iter()
        .map(|(whom, short)| Party { part, whom, name: name.to_owned(), short })
        .collect()
}

/// Parties each once: whoever leads does not share as well. At most [`PARTIES_MAX`].
pub(super) fn once(parties: Vec<Party>) -> Vec<Party> {
    let mut kept: Vec<Party> = Vec::new();
    for party in parties {
        let same = |other: &Party| match party.whom {
            Whom::Open => *other == party,
            _ => other.whom == party.whom,
        };
        if !kept.iter().any(same) {
            kept.push(party);
        }
    }
    kept.truncate(PARTIES_MAX);
    kept
}

/// What a choice of the list means, with the short name of a body; `None` where it means nothing here.
pub(super) fn chosen(choice: &str, ground: &Ground) -> Option<(Whom, String)> {
    let (kind, key) = choice.split_once(':')?;
    if kind == "tier" {
        let known = |(level, under): &(&Level, &Level)| key == tier_key(level, under);
        return pairs(ground)
            .iter()
            .any(known)
            .then(|| (Whom::Tier(key.to_owned()), String::new()));
    }
    let body: BodyId = key.parse().ok()?;
    let organ = ground.organs.iter().find(|organ| organ.id == body).map(|organ| &organ.short);
    let group = || ground.groups.iter().find(|(id, _)| *id == body).map(|(_, name)| name);
    let unit = || ground.units.iter().find(|unit| unit.body == body).map(|unit| &unit.short);
    let short = organ.or_else(group).or_else(unit)?;
    Some((Whom::Body(body), short.clone()))
}

pub(super) fn tier_key(level: &Level, under: &Level) -> String {
    level_key(&level.code, &under.code)
}

fn whom(name: &str, ground: &Ground) -> Vec<(Whom, String)> {
    let folded = fold(name);
    if let Some(organ) = organ(&folded, ground) {
        return vec![(Whom::Body(organ.id), organ.short.clone())];
    }
    if let Some(group) = group(name, ground) {
        return vec![group];
    }
    if let Some(unit) = unit(&folded, ground) {
        return vec![(Whom::Body(unit.body), unit.short.clone())];
    }
    let tiers = tiers(name, ground);
    if !tiers.is_empty() {
        return tiers.into_iter().map(|key| (Whom::Tier(key), String::new())).collect();
    }
    match issuer(&folded, ground) {
        Some(issuer) => vec![(Whom::Body(issuer), ground.units[0].short.clone())],
        None => vec![(Whom::Open, String::new())],
    }
}

/// The organ called so, or whose short name the words begin with; none where two would do.
fn organ<'g>(folded: &str, ground: &'g Ground) -> Option<&'g OrganRow> {
    let called = |organ: &&OrganRow| fold(&organ.name) == folded || fold(&organ.short) == folded;
    let begun = |organ: &&OrganRow| folded.starts_with(&format!("{} ", fold(&organ.short)));
    let mut found = ground.organs.iter().filter(called);
    if let Some(organ) = found.next() {
        return found.next().is_none().then_some(organ);
    }
    let mut found = ground.organs.iter().filter(begun);
    let organ = found.next()?;
    found.next().is_none().then_some(organ)
}

/// The group that the words call.
fn group(name: &str, ground: &Ground) -> Option<(Whom, String)> {
    let names: Vec<&str> = ground.groups.iter().map(|(_, name)| name.as_str()).collect();
    let (id, name) = &ground.groups[called(name, &names)?];
    Some((Whom::Body(*id), name.clone()))
}

fn unit<'g>(folded: &str, ground: &'g Ground) -> Option<&'g Placed> {
    ground.units.iter().find(|unit| fold(&unit.short) == folded || fold(&unit.name) == folded)
}

/// The tiers a name means: those named with their place first, else every one of the level.
fn tiers(name: &str, ground: &Ground) -> Vec<String> {
    let pairs = pairs(ground);
    let of = |wanted: Fit| -> Vec<String> {
        pairs
            .iter()
            .filter(|(level, under)| match_place(name, level, under, ground) == wanted)
            .map(|(level, under)| tier_key(level, under))
            .collect()
    };
    let exact = of(Fit::Exact);
    if exact.is_empty() { of(Fit::Level) } else { exact }
}

/// The issuer, where the words begin with those for its level.
fn issuer(folded: &str, ground: &Ground) -> Option<BodyId> {
    let unit = ground.units.first()?;
    let level = ground.levels.iter().find(|level| level.code == unit.level)?;
    let begins = level.aliases.iter().any(|alias| folded.starts_with(alias.as_str()));
    (begins && names(folded, level)).then_some(unit.body)
}
