use crate::campaign::propose::{Ground, pairs};
use crate::plan::{Matched, Register, TierCount};
use domain::id::BodyId;
use domain::task::{PARTIES_MAX, Part};
use store::body::Level;
use store::task::{Party, Whom};
use store::tier::level_key;

/// The parties a name means: an organ or a unit, or every tier of the level named; an open one where
/// the register has nobody for it, or several.
pub(super) fn parties(part: Part, name: &str, register: &Register<'_>) -> Vec<Party> {
    whom(name, register)
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

fn whom(name: &str, register: &Register<'_>) -> Vec<(Whom, String)> {
    match register.find(name) {
        Matched::Organ(organ) => vec![(Whom::Body(organ.id), organ.short.clone())],
        Matched::Group(id, group) => vec![(Whom::Body(id), group.to_owned())],
        Matched::Unit(unit) => vec![(Whom::Body(unit.body), unit.short.clone())],
        Matched::Tiers(tiers) => {
            let tier = |tier: &TierCount<'_>| Whom::Tier(tier_key(tier.level, tier.under));
            tiers.iter().map(|found| (tier(found), String::new())).collect()
        }
        Matched::Several(_) | Matched::Gone(_) | Matched::Nobody | Matched::Nothing => {
            vec![(Whom::Open, String::new())]
        }
    }
}
