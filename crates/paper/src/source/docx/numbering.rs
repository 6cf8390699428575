//! Word's own numbers of list items, counted as Word counts them.

use super::super::Unreadable;
use super::super::signs::shown;
use super::xml::{Step, attribute, local, on, value, walk};
use domain::document::roman;
use std::collections::{HashMap, HashSet};

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    kinds: HashMap<u32, Vec<Level>>,
    lists: HashMap<u32, List>,
    counts: HashMap<u32, [Option<u32>; LEVELS]>,
    restarted: HashSet<(u32, usize)>,
}

const LEVELS: usize = 9;

#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    format: String,
    /// The label with `%1` … `%9` for the numbers of the levels.
    text: String,
    legal: bool,
}

#[derive(Debug, Default)]
struct List {
    kind: u32,
    starts: HashMap<usize, u32>,
}

/// The numbering part.
pub fn read(xml: &str) -> Result<Numbering, Unreadable> {
    let mut numbering = Numbering::default();
    let (mut kind, mut list, mut level) = (None, None, 0_usize);
    let number = |words: Option<String>| words.and_then(|words| words.parse::<u32>().ok());
    walk(xml, |step| {
        let tag = match step {
            Step::Open(tag) => tag,
            Step::Close(name) => {
                match name.as_str() {
                    "abstractNum" => kind = None,
                    "num" => list = None,
                    _ => {}
                }
                return;
            }
            Step::Words(_) => return,
        };
        let name = local(&tag);
        match name.as_str() {
            "abstractNum" => kind = number(attribute(&tag, "abstractNumId")),
            "num" => list = number(attribute(&tag, "numId")),
            "lvl" | "lvlOverride" => {
                let at = number(attribute(&tag, "ilvl")).unwrap_or(0) as usize;
                level = at.min(LEVELS - 1);
            }
            _ => {}
        }
        if let Some(kind) = kind {
            let levels =
                numbering.kinds.entry(kind).or_insert_with(|| vec![Level::default(); LEVELS]);
            let level = &mut levels[level];
            match name.as_str() {
                "start" => level.start = number(value(&tag)).unwrap_or(1),
                "numFmt" => level.format = value(&tag).unwrap_or_default(),
                "lvlText" => level.text = value(&tag).unwrap_or_default(),
                "isLgl" => level.legal = on(&tag),
                _ => {}
            }
        } else if let Some(list) = list {
            let list = numbering.lists.entry(list).or_default();
            match name.as_str() {
                "abstractNumId" => list.kind = number(value(&tag)).unwrap_or(0),
                "startOverride" => {
                    list.starts.insert(level, number(value(&tag)).unwrap_or(1));
                }
                _ => {}
            }
        }
    })?;
    Ok(numbering)
}

impl Numbering {
    /// The label of the next item of `list` at `level`, empty where the list shows none; `None`
    /// where the document has no such list.
    pub fn next(&mut self, list: u32, level: u8) -> Option<String> {
        let at = usize::from(level).min(LEVELS - 1);
        let List { kind, starts } = self.lists.get(&list)?;
        let levels = self.kinds.get(kind)?;
        let counts = self.counts.entry(*kind).or_default();
        let before = match starts.get(&at) {
            // A list that says where it starts does so once; then it counts on.
            Some(start) if self.restarted.insert((list, at)) => start.checked_sub(1),
            _ => counts[at].or_else(|| levels[at].start.checked_sub(1)),
        };
        counts[at] = Some(before.map_or(0, |before| before.saturating_add(1)));
        counts[at + 1..].fill(None);
        for (count, level) in counts[..at].iter_mut().zip(levels) {
            count.get_or_insert(level.start);
        }
        Some(label(&levels[at], levels, counts))
    }
}

fn label(level: &Level, levels: &[Level], counts: &[Option<u32>; LEVELS]) -> String {
    if level.format == "bullet" {
        return bullet(&level.text);
    }
    if level.format == "none" {
        return String::new();
    }
    let mut out = String::new();
    let mut signs = level.text.chars().peekable();
    while let Some(c) = signs.next() {
        let place =
            signs.peek().and_then(|c| c.to_digit(10)).filter(|place| c == '%' && *place > 0);
        let Some(place) = place else {
            out.push(c);
            continue;
        };
        signs.next();
        let at = place as usize - 1;
        let format = if level.legal { "decimal" } else { &levels[at].format };
        out.push_str(&written(counts[at].unwrap_or(levels[at].start), format));
    }
    out
}

/// Word's round bullet of the font Courier is the letter `o`.
fn bullet(text: &str) -> String {
    text.chars().map(|c| if c == 'o' { '\u{2022}' } else { shown(c) }).collect()
}

fn written(count: u32, format: &str) -> String {
    match format {
        "upperRoman" => roman(count),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperLetter" => letters(count).to_uppercase(),
        "lowerLetter" => letters(count),
        "decimalZero" => format!("{count:02}"),
        "none" => String::new(),
        _ => count.to_string(),
    }
}

/// Word's letters: the English alphabet, then aa, bb.
fn letters(count: u32) -> String {
    let Some(index) = count.checked_sub(1) else {
        return String::new();
    };
    let letter = char::from(b'a' + u8::try_from(index % 26).unwrap_or(0));
    // A count in the thousands is damage; nobody reads as many letters.
    std::iter::repeat_n(letter, (index / 26 + 1).min(40) as usize).collect()
}
