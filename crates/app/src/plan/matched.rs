//! The names of a plan beside the bodies of the organisation.

use crate::campaign::propose::{self, Fit, Ground, names};
use domain::body::Path;
use domain::group::called;
use domain::id::BodyId;
use domain::plan::{Meaning, Sheet};
use domain::text::fold;
use std::collections::{HashMap, HashSet};
use store::body::{Level, OrganRow, Placed};

/// The bodies that names in a plan can stand for (danh sách đơn vị, bộ phận).
#[derive(Debug)]
pub struct Register<'g> {
    ground: &'g Ground,
    called: HashMap<String, &'g Placed>,
    /// Units above the lowest level, called by their places: today's, then those of the plan's day.
    upper: Vec<Upper<'g>>,
    earlier: Vec<Upper<'g>>,
    /// Words that say of which level a unit is, and not which one.
    kinds: HashSet<String>,
    /// A level, the level right above, and how many units stand so.
    tiers: Vec<TierCount<'g>>,
    /// What an officer said, by folded names.
    said: HashMap<String, Meaning>,
}

/// The units of one level right below units of another (cấp dưới một cấp), and how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TierCount<'g> {
    pub level: &'g Level,
    pub under: &'g Level,
    pub units: usize,
}

/// What a name in a plan stands for (đơn vị tương ứng).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matched<'g> {
    /// A department of the issuer.
    Organ(&'g OrganRow),
    /// A group of the issuer, by its name.
    Group(BodyId, &'g str),
    /// The issuer, or one unit below it.
    Unit(&'g Placed),
    /// Every unit of these tiers.
    Tiers(Vec<TierCount<'g>>),
    /// Any of these, equally well: somebody has to choose.
    Several(Vec<&'g Placed>),
    /// A unit of the plan's day that is no more.
    Gone(&'g Placed),
    /// Nobody of the organisation, as its officer said.
    Nobody,
    Nothing,
}

#[derive(Debug)]
struct Upper<'g> {
    unit: &'g Placed,
    /// Folded, each behind a blank.
    short: String,
    name: String,
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
            let units = counts.get(&(level.code.as_str(), under.code.as_str())).copied();
            TierCount { level, under, units: units.unwrap_or(0) }
        };
        Register {
            called: ground.units.iter().flat_map(names).collect(),
            upper: upper(ground, ground.units.iter().skip(1)),
            earlier: Vec::new(),
            kinds: kinds(&ground.levels),
            tiers: propose::pairs(ground).into_iter().map(count).collect(),
            said: HashMap::new(),
            ground,
        }
    }

    /// The same with the units of the plan's day, and with what its officer said of names.
    #[must_use]
    pub fn of_plan(mut self, earlier: &'g [Placed], sheet: &Sheet) -> Register<'g> {
        self.earlier = upper(self.ground, earlier.iter());
        self.said = sheet.meant().iter().map(|(name, said)| (fold(name), *said)).collect();
        self
    }

    /// What a name stands for; the name itself stays as it is written.
    pub fn find(&self, name: &str) -> Matched<'g> {
        let folded = fold(name);
        if let Some(said) = self.said(&folded) {
            return said;
        }
        if let Some(organ) = self.organ(&folded) {
            return Matched::Organ(organ);
        }
        if let Some((id, group)) = self.group(name) {
            return Matched::Group(*id, group);
        }
        if let Some(unit) = self.called.get(&folded) {
            return Matched::Unit(unit);
        }
        if let Some(found) = self.place(&folded) {
            return found;
        }
        let tiers = self.tiers(name);
        if !tiers.is_empty() {
            return Matched::Tiers(tiers);
        }
        self.issuer(&folded).map_or(Matched::Nothing, Matched::Unit)
    }

    /// Whether a name is that of one unit below the issuer, or of nobody at all, and so says nothing
    /// of the level it may be called by.
    pub fn is_single(&self, name: &str) -> bool {
        match self.find(name) {
            Matched::Unit(unit) => unit.body != self.ground.unit,
            Matched::Several(_) | Matched::Gone(_) | Matched::Nobody => true,
            _ => false,
        }
    }

    /// Whether a name is that of one other unit of the issuer's level: it names a place, another one.
    pub fn is_sister(&self, name: &str) -> bool {
        let Some(issuer) = self.ground.units.first() else { return false };
        let words: Vec<&str> = name.split_whitespace().collect();
        let proper = words.iter().position(|word| !self.kinds.contains(&fold(word)));
        let Some(at) = proper.filter(|at| words[*at].starts_with(char::is_uppercase)) else {
            return false;
        };
        let place = format!(" {}", fold(&words[at..].join(" ")));
        ![&issuer.name, &issuer.short].iter().any(|own| fold(own).ends_with(&place))
    }

    /// What an officer said, where that body is still there.
    fn said(&self, folded: &str) -> Option<Matched<'g>> {
        match self.said.get(folded)? {
            Meaning::Nobody => Some(Matched::Nobody),
            Meaning::Body(body) => {
                let unit = self.ground.units.iter().find(|unit| unit.body == *body);
                let organ = || self.ground.organs.iter().find(|organ| organ.id == *body);
                unit.map(Matched::Unit).or_else(|| organ().map(Matched::Organ))
            }
        }
    }

    /// The organ called so, or whose short name the words begin with; none where two would do.
    fn organ(&self, folded: &str) -> Option<&'g OrganRow> {
        let organs = &self.ground.organs;
        let called = |o: &&OrganRow| fold(&o.name) == folded || fold(&o.short) == folded;
        let begun = |o: &&OrganRow| folded.starts_with(&format!("{} ", fold(&o.short)));
        let only = |mut found: Vec<&'g OrganRow>| found.pop().filter(|_| found.is_empty());
        let found: Vec<&OrganRow> = organs.iter().filter(called).collect();
        if found.is_empty() { only(organs.iter().filter(begun).collect()) } else { only(found) }
    }

    /// The group that the words call.
    fn group(&self, name: &str) -> Option<&'g (BodyId, String)> {
        let groups = &self.ground.groups;
        let names: Vec<&str> = groups.iter().map(|(_, name)| name.as_str()).collect();
        called(name, &names).map(|at| &groups[at])
    }

    /// The upper-level union of a place that is named with or without its level: `Vân Khê`,
    /// `LĐLĐ Vân Khê`. Of several the highest is meant.
    fn place(&self, folded: &str) -> Option<Matched<'g>> {
        let lowest = self.ground.levels.last()?;
        if names(folded, lowest) {
            return None;
        }
        let words: Vec<&str> = folded.split(' ').collect();
        let proper = words.iter().position(|word| !self.kinds.contains(*word))?;
        let place = format!(" {}", words[proper..].join(" "));
        let mut now = highest(&self.upper, &place);
        match now.len() {
            0 => {}
            1 => return now.pop().map(Matched::Unit),
            _ => return Some(Matched::Several(now)),
        }
        let gone = highest(&self.earlier, &place).into_iter().next()?;
        let still = self.ground.units.iter().find(|unit| unit.body == gone.body);
        Some(still.map_or(Matched::Gone(gone), Matched::Unit))
    }

    /// The tiers a name means: those it names with their place, else the level at large.
    fn tiers(&self, name: &str) -> Vec<TierCount<'g>> {
        let of = |fit: Fit| -> Vec<TierCount<'g>> {
            let fits = |tier: &&TierCount<'_>| {
                propose::match_place(name, tier.level, tier.under, self.ground) == fit
            };
            self.tiers.iter().filter(fits).copied().collect()
        };
        let exact = of(Fit::Exact);
        if exact.is_empty() { of(Fit::Level) } else { exact }
    }

    /// The issuer, where the words begin with those for its level.
    fn issuer(&self, folded: &str) -> Option<&'g Placed> {
        let unit = self.ground.units.first()?;
        let level = self.ground.levels.iter().find(|level| level.code == unit.level)?;
        let begins = level.aliases.iter().any(|alias| folded.starts_with(alias.as_str()));
        (begins && names(folded, level)).then_some(unit)
    }
}

fn upper<'g>(ground: &'g Ground, units: impl Iterator<Item = &'g Placed>) -> Vec<Upper<'g>> {
    let lowest = ground.levels.last().map_or("", |level| level.code.as_str());
    let named = |unit: &'g Placed| Upper {
        unit,
        short: format!(" {}", fold(&unit.short)),
        name: format!(" {}", fold(&unit.name)),
    };
    units.filter(|unit| unit.level != lowest).map(named).collect()
}

/// The units that end with a place, by their short names first; the highest of them.
fn highest<'g>(units: &[Upper<'g>], place: &str) -> Vec<&'g Placed> {
    let of = |name: for<'a> fn(&'a Upper<'g>) -> &'a String| -> Vec<&'g Placed> {
        let ends = units.iter().filter(|unit| name(unit).ends_with(place));
        ends.map(|unit| unit.unit).collect()
    };
    let by_short = of(|unit| &unit.short);
    let found = if by_short.is_empty() { of(|unit| &unit.name) } else { by_short };
    let depth = |unit: &&Placed| Path::depth(&unit.path);
    let top = found.iter().map(depth).min();
    found.into_iter().filter(|unit| Some(depth(unit)) == top).collect()
}

/// The words by which levels are called.
fn kinds(levels: &[Level]) -> HashSet<String> {
    let words = levels.iter().flat_map(|level| {
        let names = level.aliases.iter().cloned().chain([fold(&level.name_vi)]);
        names.flat_map(|name| name.split(' ').map(str::to_owned).collect::<Vec<_>>())
    });
    words.collect()
}
