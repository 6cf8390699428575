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

/// A line that does not name one more unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadLine {
    /// From 1.
    pub line: usize,
    pub typed: String,
    pub why: Unnamed,
}

/// Why a line names no further unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unnamed {
    Nothing,
    /// It may mean any of these.
    Several(Vec<String>),
    /// A line above names the same unit.
    Twice {
        first: usize,
    },
}

/// Units chosen together (chọn theo cấp, theo nhánh, theo loại): those to which all that is said
/// applies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Together {
    pub level: Option<String>,
    /// The unit at the top of the branch.
    pub top: Option<BodyId>,
    /// Words that stand in their names, which say of what type they are.
    pub words: String,
}

impl Together {
    pub fn is_nothing(&self) -> bool {
        self.level.is_none() && self.top.is_none() && fold(&self.words).is_empty()
    }
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
        let mut lines: BTreeMap<BodyId, usize> = BTreeMap::new();
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
            let line = at + 1;
            let why = match candidates {
                [] => Unnamed::Nothing,
                [unit] => match lines.get(&unit.body) {
                    Some(first) => Unnamed::Twice { first: *first },
                    None => {
                        lines.insert(unit.body, line);
                        read.units.push(unit.body);
                        continue;
                    }
                },
                several => Unnamed::Several(several.iter().map(|u| self.long_name(u)).collect()),
            };
            read.unread.push(UnreadLine { line, typed: typed.trim().to_owned(), why });
        }
        read
    }

    /// The units chosen together.
    pub fn together(&self, chosen: &Together) -> Vec<BodyId> {
        let top = chosen.top.and_then(|top| self.unit(top));
        let words = format!(" {} ", fold(&chosen.words));
        let called =
            |name: &str| words.trim().is_empty() || format!(" {} ", fold(name)).contains(&words);
        let units = self.tiers.iter().flat_map(|view| &view.units);
        let fits = |unit: &&Placed| {
            chosen.level.as_ref().is_none_or(|level| unit.level == *level)
                && top.is_none_or(|top| top.path.covers(&unit.path))
                && called(&unit.name)
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
