//! The names of a plan beside the bodies of the organisation.

use crate::campaign::propose::{self, Fit, Ground, names};
use domain::id::BodyId;
use domain::text::fold;
use std::collections::HashMap;
use store::body::{Level, OrganRow, Placed};

/// The bodies that names in a plan can stand for (danh sách đơn vị, bộ phận).
#[derive(Debug)]
pub struct Register<'g> {
    ground: &'g Ground,
    called: HashMap<String, &'g Placed>,
    /// A level, the level right above, and how many units stand so.
    tiers: Vec<(&'g Level, &'g Level, usize)>,
}

/// What a name in a plan stands for (đơn vị tương ứng).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matched<'g> {
    /// A department of the issuer.
    Organ(&'g OrganRow),
    /// The issuer, or one unit below it.
    Unit(&'g Placed),
    /// So many units of each level.
    Levels(Vec<(&'g Level, usize)>),
    Nothing,
}

impl<'g> Register<'g> {
    pub fn new(ground: &'g Ground) -> Register<'g> {
        let names = |unit: &'g Placed| [(fold(&unit.name), unit), (fold(&unit.short), unit)];
        let level_of: HashMap<BodyId, &str> =
            ground.units.iter().map(|unit| (unit.body, unit.level.as_str())).collect();
        let under = |unit: &Placed| unit.parent.and_then(|parent| level_of.get(&parent).copied());
        let mut counts: HashMap<(&str, &str), usize> = HashMap::new();
        for unit in &ground.units {
            if let Some(under) = under(unit) {
                *counts.entry((&unit.level, under)).or_default() += 1;
            }
        }
        let count = |(level, under): (&'g Level, &'g Level)| {
            (level, under, counts.get(&(level.code.as_str(), under.code.as_str())).copied())
        };
        let tiers = propose::pairs(ground).into_iter().map(count);
        Register {
            called: ground.units.iter().flat_map(names).collect(),
            tiers: tiers.map(|(level, under, n)| (level, under, n.unwrap_or(0))).collect(),
            ground,
        }
    }

    /// What a name stands for; the name itself stays as it is written.
    pub fn find(&self, name: &str) -> Matched<'g> {
        let folded = fold(name);
        if let Some(unit) = self.called.get(&folded) {
            return Matched::Unit(unit);
        }
        if let Some(organ) = propose::organ_named(name, self.ground) {
            return Matched::Organ(organ);
        }
        let levels = self.levels(name);
        if !levels.is_empty() {
            return Matched::Levels(levels);
        }
        let issuer = self.ground.units.first().filter(|unit| {
            let own = |level: &&Level| level.code == unit.level;
            self.ground.levels.iter().find(own).is_some_and(|level| names(&folded, level))
        });
        issuer.map_or(Matched::Nothing, Matched::Unit)
    }

    /// How many units of each level a name means: those it names with their place, else the level
    /// at large.
    fn levels(&self, name: &str) -> Vec<(&'g Level, usize)> {
        let counted = |fit: Fit| {
            let mut levels: Vec<(&Level, usize)> = Vec::new();
            for (level, under, units) in &self.tiers {
                if propose::match_place(name, level, under, self.ground) != fit {
                    continue;
                }
                match levels.iter_mut().find(|(known, _)| known.code == level.code) {
                    Some((_, count)) => *count += units,
                    None => levels.push((*level, *units)),
                }
            }
            levels
        };
        let exact = counted(Fit::Exact);
        if exact.is_empty() { counted(Fit::Level) } else { exact }
    }
}
