use super::set_up::{SetUpView, TierOf};
use domain::id::BodyId;
use domain::text::fold;
use std::collections::BTreeMap;
use store::body::Placed;

/// Which units are meant by lines as people type or paste them (nhận ra đơn vị trong danh sách).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadUnits {
    pub units: Vec<BodyId>,
    pub unread: Vec<UnreadLine>,
}

/// A line that means no unit, or more than one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadLine {
    /// From 1.
    pub line: usize,
    pub typed: String,
    /// What it may mean; empty where that is nothing here.
    pub candidates: Vec<String>,
}

impl SetUpView {
    /// The units that lines of names and codes mean: the code wins over names. Blank lines, and the
    /// number or mark a list puts before a name, are passed over.
    pub fn read_units(&self, typed: &str) -> ReadUnits {
        let mut called: BTreeMap<String, Vec<&Placed>> = BTreeMap::new();
        let mut coded: BTreeMap<String, &Placed> = BTreeMap::new();
        for unit in self.tiers.iter().flat_map(|view| &view.units) {
            coded.insert(fold(&unit.code), unit);
            let mut names = vec![fold(&unit.name), fold(&unit.short)];
            names.dedup();
            for name in names {
                called.entry(name).or_default().push(unit);
            }
        }
        let mut read = ReadUnits::default();
        for (at, typed) in typed.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let found = |words: &str| -> &[&Placed] {
                let key = fold(words);
                let coded = coded.get(&key).map(std::slice::from_ref);
                coded.or_else(|| called.get(&key).map(Vec::as_slice)).unwrap_or_default()
            };
            let candidates = match found(typed) {
                [] => found(after_mark(typed)),
                found => found,
            };
            match candidates {
                [unit] if read.units.contains(&unit.body) => {}
                [unit] => read.units.push(unit.body),
                several => read.unread.push(UnreadLine {
                    line: at + 1,
                    typed: typed.trim().to_owned(),
                    candidates: several.iter().map(|unit| self.long_name(unit)).collect(),
                }),
            }
        }
        read
    }

    /// The units of a level, or of any, at and below a unit, or below the issuer.
    pub fn branch(&self, level: Option<&str>, top: Option<BodyId>) -> Vec<BodyId> {
        let top = top.and_then(|top| self.unit(top));
        let units = self.tiers.iter().flat_map(|view| &view.units);
        let fits = |unit: &&Placed| {
            level.is_none_or(|level| unit.level == level)
                && top.is_none_or(|top| top.path.covers(&unit.path))
        };
        units.filter(fits).map(|unit| unit.body).collect()
    }

    /// The exception other than `key` in which a unit already is, by name.
    pub fn taken_by(&self, unit: BodyId, key: &str) -> Option<&str> {
        let shown = self.tier_of(unit).filter(|shown| shown.tier.key != key)?;
        match &shown.of {
            TierOf::Exception { name } => Some(name),
            _ => None,
        }
    }

    /// Units of the same name are told apart by the one above, and by code.
    fn long_name(&self, unit: &Placed) -> String {
        let parent = unit.parent.and_then(|parent| self.unit(parent));
        let parent = parent.map(|parent| format!(", {}", parent.short)).unwrap_or_default();
        format!("{}{parent} [{}]", unit.short, unit.code)
    }
}

/// The words after `1.`, `12)` or `-`.
fn after_mark(line: &str) -> &str {
    let line = line.trim_start();
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let marked = digits.trim_start_matches(['.', ')', '-', '+', '*', '•', '–']);
    if marked.len() < digits.len() { marked.trim_start() } else { line }
}
