use super::{Column, Fault, Known, LevelWords, Line, Wrong};
use crate::body::Path;
use crate::id::{BodyId, Chance};
use crate::reorganisation::{Naming, Stand};
use crate::text::{Text, fold, look};
use std::collections::{HashMap, HashSet, VecDeque};

/// A sheet beside the tree (kết quả đối chiếu).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Every unit that will stand anew, with its code, those above before those below. Units that
    /// are merely carried along are among them.
    pub stands: Vec<(Stand, String)>,
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    /// In the order of the sheet.
    pub wrong: Vec<Wrong>,
}

/// Whose a code is that no unit within reach has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    Nobodys,
    /// A unit's that was planned once and never stood in the tree.
    Waiting(BodyId),
    Anothers,
}

/// What a sheet changes in a tree. `known` is the whole of the tree that one reaches, by path, the
/// own unit first. Units that the sheet does not name stay as they are; a row that is wrong changes
/// nothing, and neither keeps the rows from being taken that are right without it.
pub fn compare(
    lines: &[Line],
    known: &[Known],
    levels: &[LevelWords],
    whose: impl Fn(&str) -> Whose,
    chance: &mut Chance,
) -> Comparison {
    let mut sheet = Sheet::new(known, levels);
    for (at, line) in lines.iter().enumerate() {
        sheet.read(at, line, &whose, chance);
    }
    for _ in 0..PASSES_MOST {
        let (found, wrong) = sheet.place();
        if wrong.is_empty() {
            return sheet.close(found);
        }
        sheet.drop_rows(wrong);
    }
    sheet.drop_all();
    sheet.close(Comparison::default())
}

/// A cell with more letters than this is no name.
const LETTERS_MOST: usize = 300;
/// A row that is wrong may make others wrong, and so on; a sheet that goes on like this is refused
/// as a whole.
const PASSES_MOST: usize = 20;
/// Whoever goes up further than this has met himself, or never will.
const STEPS_MOST: usize = 100;

/// A unit as the sheet has it.
struct Asked {
    line: usize,
    unit: BodyId,
    code: String,
    under: Option<String>,
    naming: Naming,
}

/// Codes are told apart by their look: `keys` are those of `known`.
struct Sheet<'k> {
    known: &'k [Known],
    keys: Vec<String>,
    by_key: HashMap<String, usize>,
    by_id: HashMap<BodyId, usize>,
    levels: HashMap<String, String>,
    asked: HashMap<String, Asked>,
    /// Keys of units the tree does not have, in the order of the sheet.
    new: Vec<String>,
    wrong: Vec<Wrong>,
}

/// A unit to be placed: its key, and where it is known.
struct Node<'s> {
    key: &'s str,
    known: Option<usize>,
}

/// A unit that stands, below which others may.
struct Spot<'s> {
    key: &'s str,
    unit: BodyId,
    path: Path,
    next: u32,
    /// How those below it look.
    looks: HashSet<String>,
}

/// A tree in the making.
#[derive(Default)]
struct Growth<'s> {
    below: HashMap<&'s str, Vec<Node<'s>>>,
    queue: VecDeque<Spot<'s>>,
    placed: HashSet<&'s str>,
    out: Comparison,
    wrong: Vec<Wrong>,
}

impl<'k> Sheet<'k> {
    fn new(known: &'k [Known], levels: &[LevelWords]) -> Sheet<'k> {
        let words = levels.iter().flat_map(|level| {
            let names = level.names.iter().chain([&level.code]);
            names.map(|name| (fold(name), level.code.clone()))
        });
        let keys: Vec<String> = known.iter().map(|unit| look(&unit.code)).collect();
        Sheet {
            known,
            by_key: keys.iter().enumerate().map(|(at, key)| (key.clone(), at)).collect(),
            by_id: known.iter().enumerate().map(|(at, unit)| (unit.unit, at)).collect(),
            keys,
            levels: words.collect(),
            asked: HashMap::new(),
            new: Vec::new(),
            wrong: Vec::new(),
        }
    }

    /// Takes a row as far as it is right by itself.
    fn read(
        &mut self,
        at: usize,
        line: &Line,
        whose: &impl Fn(&str) -> Whose,
        chance: &mut Chance,
    ) {
        let key = look(&line.code);
        let known = self.by_key.get(&key).map(|at| &self.known[*at]);
        let whose = if known.is_some() { Whose::Nobodys } else { whose(&line.code) };
        let level = self.levels.get(&fold(&line.level)).cloned();
        let long = |column: &Column| line.cell(*column).chars().nth(LETTERS_MOST).is_some();
        let fault = match () {
            () if key.is_empty() => Some((Column::Code, Fault::CodeMissing)),
            () if self.asked.contains_key(&key) => Some((Column::Code, Fault::CodeTwice)),
            () if whose == Whose::Anothers => Some((Column::Code, Fault::CodeTaken)),
            () if level.is_none() => Some((Column::Level, Fault::LevelUnknown)),
            () if line.name.is_empty() => Some((Column::Name, Fault::NameMissing)),
            () if known.is_none() && line.under.is_empty() => {
                Some((Column::Under, Fault::UnderMissing))
            }
            () => Column::ALL.into_iter().find(long).map(|column| (column, Fault::TooLong)),
        };
        if let Some((column, fault)) = fault {
            return self.wrong.push(Wrong { line: at, column, fault });
        }
        let short = if line.short.is_empty() { &line.name } else { &line.short };
        let naming = Naming {
            name: Text::new(&line.name),
            short: Text::new(short),
            level: level.unwrap_or_default(),
        };
        let unit = match (known, whose) {
            (Some(known), _) => known.unit,
            (None, Whose::Waiting(unit)) => unit,
            (None, Whose::Nobodys | Whose::Anothers) => chance.id(),
        };
        if known.is_none() {
            self.new.push(key.clone());
        }
        let code = known.map_or(line.code.clone(), |known| known.code.clone());
        let under = Some(look(&line.under)).filter(|under| !under.is_empty());
        self.asked.insert(key, Asked { line: at, unit, code, under, naming });
    }

    /// Lets every unit stand, from the top down, and says which rows cannot.
    fn place(&self) -> (Comparison, Vec<Wrong>) {
        let mut growth = Growth::default();
        for (at, key) in self.keys.iter().enumerate().skip(1) {
            let node = Node { key, known: Some(at) };
            growth.below.entry(self.above(key)).or_default().push(node);
        }
        for key in self.new.iter().filter(|key| self.asked.contains_key(*key)) {
            let node = Node { key, known: None };
            growth.below.entry(self.above(key)).or_default().push(node);
        }
        self.stand_top(&mut growth);
        while let Some(mut spot) = growth.queue.pop_front() {
            let mut nodes = growth.below.remove(spot.key).unwrap_or_default();
            // A newcomer gives way to those that keep place and name.
            nodes.sort_by_key(|node| self.asked.contains_key(node.key));
            for node in nodes {
                self.stand(&mut growth, &mut spot, &node);
            }
        }
        self.call_unreached(&mut growth);
        (growth.out, growth.wrong)
    }

    /// The key of the unit above, as the sheet has it, else as it is; empty above the top.
    fn above(&self, key: &str) -> &str {
        if let Some(under) = self.asked.get(key).and_then(|asked| asked.under.as_deref()) {
            return under;
        }
        let parent = self.by_key.get(key).and_then(|at| self.known[*at].parent);
        let parent = parent.and_then(|parent| self.by_id.get(&parent));
        parent.map_or("", |at| &self.keys[*at])
    }

    fn stand_top<'s>(&'s self, growth: &mut Growth<'s>) {
        let (Some(top), Some(key)) = (self.known.first(), self.keys.first()) else { return };
        if let Some(asked) = self.asked.get(key) {
            let column = match asked {
                Asked { under: Some(_), .. } => Some(Column::Under),
                asked => changed(&asked.naming, &top.naming),
            };
            growth.out.same += 1;
            let wrong = |column| Wrong { line: asked.line, column, fault: Fault::Top };
            growth.wrong.extend(column.map(wrong));
        }
        growth.stand(Spot::new(key, top.unit, top.path.clone(), top.next));
    }

    fn stand<'s>(&'s self, growth: &mut Growth<'s>, spot: &mut Spot<'s>, node: &Node<'s>) {
        let was = node.known.map(|at| &self.known[at]);
        let asked = self.asked.get(node.key);
        let (unit, naming) = match (asked, was) {
            (Some(asked), _) => (asked.unit, &asked.naming),
            (None, Some(was)) => (was.unit, &was.naming),
            (None, None) => return,
        };
        let call = |column, fault| asked.map(|asked| Wrong { line: asked.line, column, fault });
        if !spot.looks.insert(look(naming.short.as_str())) {
            growth.wrong.extend(call(Column::Short, Fault::NameTaken));
        }
        let kept = was.filter(|was| was.parent == Some(spot.unit)).map(|was| was.ordinal);
        let ordinal = kept.unwrap_or(spot.next);
        spot.next += u32::from(kept.is_none());
        let Some(path) = Path::below(Some(&spot.path), ordinal) else {
            return growth.wrong.extend(call(Column::Under, Fault::Crowded));
        };
        match was {
            None => growth.out.new += 1,
            Some(was) if asked.is_some() && (kept.is_none() || was.naming != *naming) => {
                growth.out.changed += 1;
            }
            Some(_) => growth.out.same += usize::from(asked.is_some()),
        }
        if was.is_none_or(|was| was.path != path || was.naming != *naming) {
            let code = asked.map(|asked| &asked.code).or(was.map(|was| &was.code));
            let stand = Stand {
                unit,
                parent: Some(spot.unit),
                path: path.clone(),
                ordinal,
                naming: naming.clone(),
                was: was.map(|was| was.path.clone()),
            };
            growth.out.stands.push((stand, code.cloned().unwrap_or_default()));
        }
        growth.stand(Spot::new(node.key, unit, path, was.map_or(0, |was| was.next)));
    }

    /// What was never reached stands under an unknown row, under itself, or under one that does:
    /// the last may be right once that row is left out.
    fn call_unreached(&self, growth: &mut Growth<'_>) {
        for (key, asked) in &self.asked {
            if growth.placed.contains(key.as_str()) {
                continue;
            }
            let above = self.above(key);
            let heard = self.asked.contains_key(above) || self.by_key.contains_key(above);
            let fault = match () {
                () if !heard => Fault::UnderUnknown,
                () if self.goes_round(key) => Fault::UnderItself,
                () => continue,
            };
            growth.wrong.push(Wrong { line: asked.line, column: Column::Under, fault });
        }
    }

    /// Whether whoever goes up from a unit comes back to it.
    fn goes_round(&self, key: &str) -> bool {
        let mut at = self.above(key);
        for _ in 0..STEPS_MOST {
            match at {
                "" => return false,
                at if at == key => return true,
                _ => at = self.above(at),
            }
        }
        false
    }

    /// Leaves rows out; the units they name stay as they are.
    fn drop_rows(&mut self, wrong: Vec<Wrong>) {
        let mut called = HashSet::new();
        let wrong: Vec<Wrong> = wrong.into_iter().filter(|w| called.insert(w.line)).collect();
        self.asked.retain(|_, asked| !called.contains(&asked.line));
        self.wrong.extend(wrong);
    }

    /// Leaves every row out.
    fn drop_all(&mut self) {
        let (column, fault) = (Column::Under, Fault::UnderUnknown);
        let left = self.asked.drain().map(|(_, asked)| Wrong { line: asked.line, column, fault });
        self.wrong.extend(left);
    }

    fn close(mut self, mut found: Comparison) -> Comparison {
        self.wrong.sort_by_key(|wrong| wrong.line);
        found.wrong = self.wrong;
        found
    }
}

impl<'s> Growth<'s> {
    fn stand(&mut self, spot: Spot<'s>) {
        self.placed.insert(spot.key);
        self.queue.push_back(spot);
    }
}

impl<'s> Spot<'s> {
    fn new(key: &'s str, unit: BodyId, path: Path, next: u32) -> Spot<'s> {
        Spot { key, unit, path, next, looks: HashSet::new() }
    }
}

/// The first column in which two namings differ.
fn changed(one: &Naming, other: &Naming) -> Option<Column> {
    match () {
        () if one.level != other.level => Some(Column::Level),
        () if one.name != other.name => Some(Column::Name),
        () if one.short != other.short => Some(Column::Short),
        () => None,
    }
}
