//! What changes in a plan after it was issued: a further version, with what stood there before.

use crate::campaign::Section;
use crate::id::{BodyId, SectionId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What an open amendment will make of the plan (dự thảo điều chỉnh): the whole outline as it shall
/// be, and what else shall change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub sections: Vec<Section>,
    /// The new last day of tiers, by their key.
    #[serde(default)]
    pub deadlines: Vec<(String, Date)>,
    /// The version of the plan above that it follows, where it takes over what changed there.
    #[serde(default)]
    pub follows: Option<i64>,
}

/// What an amendment does about a unit (giao thêm, thôi giao).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitChange {
    /// It is asked from now on.
    Ask,
    /// It is not asked any more.
    Excuse,
}

/// One thing an amendment changed, with what stood there before (nội dung điều chỉnh).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    SectionAdded {
        section: Section,
        /// The section it follows; `None` at the beginning.
        after: Option<SectionId>,
    },
    SectionReworded {
        before: Section,
        after: Section,
    },
    SectionWithdrawn {
        section: Section,
    },
    UnitAsked {
        unit: String,
    },
    UnitExcused {
        unit: String,
    },
    DeadlineMoved {
        before: Date,
        after: Date,
    },
}

/// Whom an item concerns (đối tượng điều chỉnh).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Whom {
    /// Every unit that is asked.
    Units,
    /// The units of a tier, by its key.
    Tier(String),
    Body(BodyId),
}

/// Where a section is added (vị trí mục mới).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Right behind a section and all that is under it, as its sister.
    After(SectionId),
    /// As the last one under a heading.
    Under(SectionId),
}

/// Why a plan cannot be amended so (lý do chưa điều chỉnh được).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    NotIssued,
    NothingChanged,
    ReasonMissing,
    ReasonTooLong,
    TitleMissing,
    /// The place where a section is to be added is not there.
    SpotMissing,
    /// What is written now would be nobody's any more: the section is no heading.
    SpotWritten,
    /// Nobody would be asked.
    NobodyAsked,
    /// A unit that has sent its report has answered.
    UnitHasSent,
    /// The units like it have no deadline, or nowhere to send to.
    UnitUnplanned,
    /// A new deadline is over already.
    DeadlinePassed,
    /// More is asked of units whose deadline is over.
    DeadlineOver,
}

impl Refusal {
    /// The key of the sentence that says what to do.
    pub fn key(self) -> &'static str {
        match self {
            Refusal::NotIssued => "refusal-amendment-not-issued",
            Refusal::NothingChanged => "refusal-amendment-nothing-changed",
            Refusal::ReasonMissing => "refusal-amendment-reason-missing",
            Refusal::ReasonTooLong => "refusal-amendment-reason-too-long",
            Refusal::TitleMissing => "refusal-amendment-title-missing",
            Refusal::SpotMissing => "refusal-amendment-spot-missing",
            Refusal::SpotWritten => "refusal-amendment-spot-written",
            Refusal::NobodyAsked => "refusal-amendment-nobody-asked",
            Refusal::UnitHasSent => "refusal-amendment-unit-has-sent",
            Refusal::UnitUnplanned => "refusal-amendment-unit-unplanned",
            Refusal::DeadlinePassed => "refusal-amendment-deadline-passed",
            Refusal::DeadlineOver => "refusal-amendment-deadline-over",
        }
    }
}

impl Item {
    /// The name under which it is kept.
    pub fn kind(&self) -> &'static str {
        match self {
            Item::SectionAdded { .. } => "section_added",
            Item::SectionReworded { .. } => "section_reworded",
            Item::SectionWithdrawn { .. } => "section_withdrawn",
            Item::UnitAsked { .. } => "unit_asked",
            Item::UnitExcused { .. } => "unit_excused",
            Item::DeadlineMoved { .. } => "deadline_moved",
        }
    }
}

impl UnitChange {
    pub fn name(self) -> &'static str {
        match self {
            UnitChange::Ask => "ask",
            UnitChange::Excuse => "excuse",
        }
    }

    pub fn parse(name: &str) -> Option<UnitChange> {
        [UnitChange::Ask, UnitChange::Excuse].into_iter().find(|change| change.name() == name)
    }
}

/// What lies between two versions of an outline, in the order of reading: sections withdrawn where
/// they stood, sections added and reworded where they stand. A section is the same by its id; those
/// that stay keep their order.
pub fn differences(before: &[Section], after: &[Section]) -> Vec<Item> {
    let mut items = Vec::new();
    for (section, standing) in laid_over(before, after) {
        match standing {
            Standing::Same => {}
            Standing::Reworded => {
                let old = before.iter().find(|old| old.id == section.id);
                let old = old.cloned().expect("a reworded section stood there before");
                items.push(Item::SectionReworded { before: old, after: section });
            }
            Standing::Withdrawn => items.push(Item::SectionWithdrawn { section }),
            Standing::Added => {
                let at = after.iter().position(|other| other.id == section.id);
                let above = at.and_then(|at| at.checked_sub(1));
                let after = above.map(|above| after[above].id);
                items.push(Item::SectionAdded { section, after });
            }
        }
    }
    items
}

/// How a section of a draft stands towards the plan as it is (tình trạng mục trong dự thảo).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Same,
    Reworded,
    Withdrawn,
    Added,
}

/// Both versions of an outline as one list in reading order, withdrawn sections where they stood.
pub fn laid_over(before: &[Section], after: &[Section]) -> Vec<(Section, Standing)> {
    let kept: HashSet<SectionId> = after.iter().map(|section| section.id).collect();
    let mut all = Vec::with_capacity(before.len() + after.len());
    let mut old = before.iter().peekable();
    for section in after {
        let known = before.iter().find(|old| old.id == section.id);
        if known.is_some() {
            // What was withdrawn before it stands before it; the section itself is passed over.
            for passed in old.by_ref() {
                if passed.id == section.id {
                    break;
                }
                if !kept.contains(&passed.id) {
                    all.push((passed.clone(), Standing::Withdrawn));
                }
            }
        } else {
            while let Some(passed) = old.next_if(|passed| !kept.contains(&passed.id)) {
                all.push((passed.clone(), Standing::Withdrawn));
            }
        }
        let standing = match known {
            None => Standing::Added,
            Some(same) if same == section => Standing::Same,
            Some(_) => Standing::Reworded,
        };
        all.push((section.clone(), standing));
    }
    let rest = old.filter(|passed| !kept.contains(&passed.id));
    all.extend(rest.map(|passed| (passed.clone(), Standing::Withdrawn)));
    all
}

/// Puts a section into an outline, at the depth of its spot.
///
/// # Errors
/// [`Refusal::SpotMissing`] where the spot is not there, [`Refusal::SpotWritten`] where it would turn
/// a section that is written into a heading.
pub fn insert(sections: &mut Vec<Section>, spot: Spot, new: Section) -> Result<(), Refusal> {
    let (Spot::After(id) | Spot::Under(id)) = spot;
    let at = sections.iter().position(|section| section.id == id).ok_or(Refusal::SpotMissing)?;
    let end = end_of(sections, at);
    let depth = match spot {
        Spot::After(_) => sections[at].depth,
        Spot::Under(_) if end == at + 1 => return Err(Refusal::SpotWritten),
        Spot::Under(_) => sections[at].depth.saturating_add(1),
    };
    sections.insert(end, Section { depth, ..new });
    Ok(())
}

/// Takes a section out of an outline with all that is under it; nothing where it is not there.
pub fn withdraw(sections: &mut Vec<Section>, id: SectionId) {
    if let Some(at) = sections.iter().position(|section| section.id == id) {
        let end = end_of(sections, at);
        sections.drain(at..end);
    }
}

/// The position behind a section and all that is under it.
fn end_of(sections: &[Section], at: usize) -> usize {
    let under = sections[at + 1..].iter().take_while(|other| other.depth > sections[at].depth);
    at + 1 + under.count()
}

#[cfg(test)]
mod tests;
