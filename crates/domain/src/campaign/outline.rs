//! The outline of the report asked for, and how it is arranged (đề cương).

mod number;

pub use number::renumber;

use super::Refusal;
use crate::id::{BodyId, SectionId};
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A section of the report outline as asked (mục đề cương).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub id: SectionId,
    pub number: String,
    pub title: String,
    pub guidance: String,
    /// Steps below the top, from 0.
    pub depth: u8,
    /// The department whose field it is.
    pub owner: Option<Owner>,
    pub need: Need,
}

/// The department of the issuer whose field a section is (ban phụ trách mục).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    pub body: BodyId,
    /// Its short name.
    pub name: String,
}

/// Whether a section has to be written (bắt buộc hay không).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    #[default]
    Required,
    Optional,
}

/// A section as typed (mục đang soạn). Depths may be anything until [`settle`] has seen them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewSection {
    /// Kept where the section was there before.
    pub id: Option<SectionId>,
    pub number: String,
    pub title: String,
    pub guidance: String,
    pub depth: u8,
    pub owner: Option<BodyId>,
    pub need: Need,
}

/// Where a section goes with everything below it (hướng chuyển mục).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Before the sister above.
    Up,
    /// Behind the sister below.
    Down,
    /// Below the sister above.
    In,
    /// Beside the section it stands below; sisters behind it come below it.
    Out,
}

/// Where a new section stands beside another (chỗ thêm mục).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    Before,
    /// Behind it and everything below it.
    After,
    /// As the last one below it.
    Below,
}

/// The deepest a section stands.
const DEPTH_MAX: u8 = 15;
/// The longest title of a section, in characters.
const SECTION_TITLE_LENGTH_MAX: usize = 5_000;

/// Moves the section at `at` with everything below it; gives where it stands then. Where it cannot
/// go that way, nothing happens.
pub fn shift(rows: &mut [NewSection], at: usize, way: Way) -> usize {
    if at >= rows.len() {
        return at;
    }
    let own = whole(rows, at);
    match way {
        Way::Up => match sister_before(rows, at) {
            Some(before) => {
                rows[before..own.end].rotate_left(at - before);
                before
            }
            None => at,
        },
        Way::Down => match rows.get(own.end) {
            Some(next) if next.depth == rows[at].depth => {
                let behind = whole(rows, own.end);
                rows[at..behind.end].rotate_left(own.len());
                at + behind.len()
            }
            _ => at,
        },
        Way::In => {
            let deepest = rows[own.clone()].iter().map(|row| row.depth).max().unwrap_or(0);
            if sister_before(rows, at).is_some() && deepest < DEPTH_MAX {
                rows[own].iter_mut().for_each(|row| row.depth += 1);
            }
            at
        }
        Way::Out => {
            if rows[at].depth > 0 {
                rows[own].iter_mut().for_each(|row| row.depth -= 1);
            }
            at
        }
    }
}

/// Puts an empty section beside the one at `at`, or at the end where there is none; gives its place.
pub fn add(rows: &mut Vec<NewSection>, at: usize, spot: Spot) -> usize {
    let Some(beside) = rows.get(at) else {
        rows.push(NewSection::default());
        return rows.len() - 1;
    };
    let (place, depth) = match spot {
        Spot::Before => (at, beside.depth),
        Spot::After => (whole(rows, at).end, beside.depth),
        Spot::Below => (whole(rows, at).end, (beside.depth + 1).min(DEPTH_MAX)),
    };
    rows.insert(place, NewSection { depth, ..NewSection::default() });
    place
}

/// Takes the section at `at` out with everything below it; gives what was taken, none past the end.
pub fn remove(rows: &mut Vec<NewSection>, at: usize) -> Vec<NewSection> {
    if at >= rows.len() {
        return Vec::new();
    }
    let taken = rows.drain(whole(rows, at)).collect();
    settle(rows);
    taken
}

/// Puts back what was taken from `at`.
pub fn put_back(rows: &mut Vec<NewSection>, at: usize, taken: Vec<NewSection>) {
    let at = at.min(rows.len());
    rows.splice(at..at, taken);
    settle(rows);
}

/// `new` in place of `old`: a section of the same title keeps its id, owner and need.
pub fn take_over(old: &[NewSection], new: Vec<NewSection>) -> Vec<NewSection> {
    let mut left: Vec<&NewSection> = old.iter().collect();
    let kept = |row: NewSection| match left.iter().position(|before| before.title == row.title) {
        Some(at) => {
            let before = left.remove(at);
            NewSection { id: before.id, owner: before.owner, need: before.need, ..row }
        }
        None => row,
    };
    new.into_iter().map(kept).collect()
}

/// Lets no section stand more than one step below the one before it.
pub fn settle(rows: &mut [NewSection]) {
    let mut most = 0;
    for row in rows {
        row.depth = row.depth.min(most).min(DEPTH_MAX);
        most = row.depth + 1;
    }
}

/// The sections that have a title, cleaned and settled.
pub fn titled(rows: &[NewSection]) -> Vec<NewSection> {
    let clean = |text: &str| Text::new(text).into_string();
    let mut rows: Vec<NewSection> = rows
        .iter()
        .map(|row| NewSection {
            number: plain_number(&row.number),
            title: clean(&row.title),
            guidance: clean(&row.guidance),
            ..row.clone()
        })
        .filter(|row| !row.title.is_empty())
        .collect();
    settle(&mut rows);
    rows
}

/// A number as it is kept: cleaned, without the full stop that papers write behind it.
pub fn plain_number(typed: &str) -> String {
    Text::new(typed).as_str().trim_end_matches(['.', ' ']).to_owned()
}

/// Passes an outline that can be asked: something in it, and no number twice.
pub fn check(rows: &[NewSection]) -> Result<(), Refusal> {
    if rows.is_empty() {
        return Err(Refusal::OutlineEmpty);
    }
    // A section may be a whole sentence of its plan, but no text.
    if rows.iter().any(|row| row.title.chars().count() > SECTION_TITLE_LENGTH_MAX) {
        return Err(Refusal::TitleTooLong);
    }
    number_twice(rows).map_or(Ok(()), |_| Err(Refusal::OutlineNumberTwice))
}

/// The first two sisters that have one number; the same number may stand below another heading.
pub fn number_twice(rows: &[NewSection]) -> Option<(usize, usize)> {
    let number = |at: usize| rows[at].number.trim();
    (0..rows.len()).filter(|at| !number(*at).is_empty()).find_map(|at| {
        let mut later = sisters(rows, at).filter(|sister| *sister > at);
        later.find(|sister| number(*sister) == number(at)).map(|sister| (at, sister))
    })
}

/// The section and everything below it.
fn whole(rows: &[NewSection], at: usize) -> Range<usize> {
    let below = rows[at + 1..].iter().take_while(|row| row.depth > rows[at].depth).count();
    at..at + 1 + below
}

fn sister_before(rows: &[NewSection], at: usize) -> Option<usize> {
    sisters(rows, at).take_while(|sister| *sister < at).last()
}

/// The sections beside one, itself among them, in order.
fn sisters(rows: &[NewSection], at: usize) -> impl Iterator<Item = usize> {
    let depth = rows[at].depth;
    let first = rows[..at].iter().rposition(|row| row.depth < depth).map_or(0, |above| above + 1);
    let count = rows[first..].iter().take_while(|row| row.depth >= depth).count();
    (first..first + count).filter(move |other| rows[*other].depth == depth)
}

impl Need {
    pub fn name(self) -> &'static str {
        match self {
            Need::Required => "required",
            Need::Optional => "optional",
        }
    }

    pub fn parse(name: &str) -> Option<Need> {
        [Need::Required, Need::Optional].into_iter().find(|need| need.name() == name)
    }
}

impl From<&Section> for NewSection {
    fn from(section: &Section) -> NewSection {
        let Section { id, number, title, guidance, depth, owner, need } = section.clone();
        let owner = owner.map(|owner| owner.body);
        NewSection { id: Some(id), number, title, guidance, depth, owner, need }
    }
}

#[cfg(test)]
mod tests;
