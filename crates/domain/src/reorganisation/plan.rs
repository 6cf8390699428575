use super::{Act, Merged, Naming, NewUnit, Part, Refusal, Rest, Standing};
use crate::body::Path;
use crate::id::BodyId;
use crate::text::look;
use std::collections::{BTreeMap, BTreeSet};

/// What an act does to the tree (kết quả sắp xếp). Nothing else in the tree changes, save that
/// whatever is below a unit that stands elsewhere is carried along with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub founds: Vec<NewUnit>,
    /// Units that have no place any more.
    pub ends: Vec<BodyId>,
    pub stands: Vec<Stand>,
    /// Who comes after whom (đơn vị kế thừa): predecessor, successor.
    pub successors: Vec<(BodyId, BodyId)>,
}

/// A unit as it stands from the day on (vị trí mới).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    pub unit: BodyId,
    pub parent: Option<BodyId>,
    pub path: Path,
    pub ordinal: u32,
    pub naming: Naming,
    /// Where it stood until then; nowhere where it is founded.
    pub was: Option<Path>,
}

impl Plan {
    /// The subtrees that go along with a unit, each from where to where, the deepest first: what
    /// lies in two of them goes with the nearer.
    pub fn carried(&self) -> Vec<(&Path, &Path)> {
        let moved = self.stands.iter().filter_map(|stand| Some((stand.was.as_ref()?, &stand.path)));
        let mut moved: Vec<_> = moved.filter(|(was, now)| was != now).collect();
        moved.sort_by_key(|(was, _)| std::cmp::Reverse(was.depth()));
        moved
    }
}

/// Works out what `act` does to a tree of which `known` are the units it is around, those directly
/// below each of them, and those above and beside.
pub fn plan(act: &Act, known: &[Standing]) -> Result<Plan, Refusal> {
    let known = known.iter().map(|standing| (standing.unit, standing));
    let mut draft = Draft { known: known.collect(), ..Draft::default() };
    match act {
        Act::Found { under, new } => draft.found(new, *under)?,
        Act::Rename { unit, naming } => draft.rename(*unit, naming)?,
        Act::Move { unit, under } => draft.shift(*unit, *under)?,
        Act::Transfer { units, from, to } => draft.transfer(units, *from, *to)?,
        Act::Merge { units, into } => draft.merge(units, into)?,
        Act::Split { unit, parts, rest } => draft.split(*unit, parts, *rest)?,
        Act::Dissolve { unit, below_to } => draft.dissolve(*unit, *below_to)?,
    }
    draft.check_names()?;
    Ok(draft.plan)
}

#[derive(Default)]
struct Draft<'k> {
    known: BTreeMap<BodyId, &'k Standing>,
    plan: Plan,
    /// Numbers given out below each unit so far.
    given: BTreeMap<BodyId, u32>,
}

impl<'k> Draft<'k> {
    fn get(&self, unit: BodyId) -> Result<&'k Standing, Refusal> {
        self.known.get(&unit).copied().ok_or(Refusal::UnitUnknown)
    }

    fn below(&self, unit: BodyId) -> Vec<&'k Standing> {
        self.known.values().copied().filter(|standing| standing.parent == Some(unit)).collect()
    }

    fn found(&mut self, new: &NewUnit, under: BodyId) -> Result<(), Refusal> {
        if new.code.trim().is_empty() {
            return Err(Refusal::CodeMissing);
        }
        let (path, ordinal) = self.place_below(under)?;
        let naming = new.naming.clone();
        let stand = Stand { unit: new.id, parent: Some(under), path, ordinal, naming, was: None };
        self.plan.founds.push(new.clone());
        self.stand(stand)
    }

    fn rename(&mut self, unit: BodyId, naming: &Naming) -> Result<(), Refusal> {
        let was = self.get(unit)?;
        if was.naming == *naming {
            return Err(Refusal::NothingNew);
        }
        self.stand(Stand {
            unit,
            parent: was.parent,
            path: was.path.clone(),
            ordinal: was.ordinal,
            naming: naming.clone(),
            was: Some(was.path.clone()),
        })
    }

    fn shift(&mut self, unit: BodyId, under: BodyId) -> Result<(), Refusal> {
        let (was, to) = (self.get(unit)?, self.get(under)?);
        if was.parent.is_none() {
            return Err(Refusal::Top);
        }
        if was.parent == Some(under) {
            return Err(Refusal::AlreadyThere);
        }
        if was.path.covers(&to.path) {
            return Err(Refusal::UnderItself);
        }
        self.carry(was, under)
    }

    fn transfer(&mut self, units: &[BodyId], from: BodyId, to: BodyId) -> Result<(), Refusal> {
        self.get(from)?;
        let units: BTreeSet<BodyId> = units.iter().copied().collect();
        if units.is_empty() {
            return Err(Refusal::NothingChosen);
        }
        for unit in units {
            if self.get(unit)?.parent != Some(from) {
                return Err(Refusal::NotDirectlyBelow);
            }
            self.shift(unit, to)?;
        }
        Ok(())
    }

    fn merge(&mut self, units: &[BodyId], into: &Merged) -> Result<(), Refusal> {
        let mut units: BTreeSet<BodyId> = units.iter().copied().collect();
        let (to, least) = match into {
            Merged::Existing(unit) => (*unit, 1),
            Merged::Founded { new, .. } => (new.id, 2),
        };
        units.remove(&to);
        if units.len() < least {
            return Err(Refusal::MergeNeedsTwo);
        }
        let ends: Vec<&Standing> =
            units.iter().map(|unit| self.get(*unit)).collect::<Result<_, _>>()?;
        let host = match into {
            Merged::Existing(unit) => self.get(*unit)?,
            Merged::Founded { under, .. } => self.get(*under)?,
        };
        if ends.iter().any(|end| end.path.covers(&host.path)) {
            return Err(Refusal::UnderItself);
        }
        for end in &ends {
            self.end(end)?;
            self.plan.successors.push((end.unit, to));
        }
        if let Merged::Founded { under, new } = into {
            self.found(new, *under)?;
        }
        self.hand_over_below(&ends, to)
    }

    fn split(&mut self, unit: BodyId, parts: &[Part], rest: Rest) -> Result<(), Refusal> {
        let was = self.get(unit)?;
        let least = match rest {
            Rest::Ends => 2,
            Rest::Stays => 1,
        };
        if parts.len() < least {
            return Err(Refusal::SplitNeedsParts);
        }
        let above = was.parent.ok_or(Refusal::Top)?;
        let taken: Vec<BodyId> = parts.iter().flat_map(|part| part.takes.clone()).collect();
        let below: BTreeSet<BodyId> = self.below(unit).iter().map(|child| child.unit).collect();
        let once: BTreeSet<BodyId> = taken.iter().copied().collect();
        let all = rest == Rest::Stays || once == below;
        if once.len() != taken.len() || !once.is_subset(&below) || !all {
            return Err(Refusal::PartsUnclear);
        }
        if rest == Rest::Ends {
            self.end(was)?;
        }
        for part in parts {
            self.found(&part.new, above)?;
            self.plan.successors.push((unit, part.new.id));
            for taken in &part.takes {
                self.carry(self.get(*taken)?, part.new.id)?;
            }
        }
        Ok(())
    }

    fn dissolve(&mut self, unit: BodyId, below_to: Option<BodyId>) -> Result<(), Refusal> {
        let was = self.get(unit)?;
        self.end(was)?;
        let Some(to) = below_to else {
            return match self.below(unit).is_empty() {
                true => Ok(()),
                false => Err(Refusal::BelowNowhere),
            };
        };
        if was.path.covers(&self.get(to)?.path) {
            return Err(Refusal::UnderItself);
        }
        self.plan.successors.push((unit, to));
        self.hand_over_below(&[was], to)
    }

    /// What stands below the ended units goes to one, save what ends itself or is the one.
    fn hand_over_below(&mut self, ends: &[&'k Standing], to: BodyId) -> Result<(), Refusal> {
        for end in ends {
            for child in self.below(end.unit) {
                if child.unit != to && !self.plan.ends.contains(&child.unit) {
                    self.carry(child, to)?;
                }
            }
        }
        Ok(())
    }

    fn end(&mut self, unit: &Standing) -> Result<(), Refusal> {
        if unit.parent.is_none() {
            return Err(Refusal::Top);
        }
        self.plan.ends.push(unit.unit);
        Ok(())
    }

    fn carry(&mut self, was: &Standing, under: BodyId) -> Result<(), Refusal> {
        let (path, ordinal) = self.place_below(under)?;
        self.stand(Stand {
            unit: was.unit,
            parent: Some(under),
            path,
            ordinal,
            naming: was.naming.clone(),
            was: Some(was.path.clone()),
        })
    }

    fn stand(&mut self, stand: Stand) -> Result<(), Refusal> {
        if stand.naming.name.is_empty() || stand.naming.short.is_empty() {
            return Err(Refusal::NameMissing);
        }
        self.plan.stands.push(stand);
        Ok(())
    }

    /// The next place below a unit that is there or that this plan founds.
    fn place_below(&mut self, under: BodyId) -> Result<(Path, u32), Refusal> {
        let founded = self.plan.stands.iter().find(|stand| stand.unit == under);
        let (path, next) = match (self.known.get(&under), founded) {
            (Some(standing), _) => (standing.path.clone(), standing.next),
            (None, Some(stand)) => (stand.path.clone(), 0),
            (None, None) => return Err(Refusal::UnitUnknown),
        };
        let given = self.given.entry(under).or_insert(0);
        let ordinal = next + *given;
        *given += 1;
        Ok((Path::below(Some(&path), ordinal).ok_or(Refusal::Crowded)?, ordinal))
    }

    /// No two units under one may look the same, by name or by short name.
    fn check_names(&self) -> Result<(), Refusal> {
        let anew: BTreeSet<BodyId> = self.plan.stands.iter().map(|stand| stand.unit).collect();
        let stay = self.known.values().filter(|standing| {
            !anew.contains(&standing.unit) && !self.plan.ends.contains(&standing.unit)
        });
        let mut seen: BTreeSet<(Option<BodyId>, String)> =
            stay.map(|standing| (standing.parent, look(standing.naming.short.as_str()))).collect();
        let free = |stand: &Stand| seen.insert((stand.parent, look(stand.naming.short.as_str())));
        if self.plan.stands.iter().all(free) { Ok(()) } else { Err(Refusal::NameTaken) }
    }
}
