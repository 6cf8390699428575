//! What a unit's own campaign owes to the plan it carries out (triển khai kế hoạch cấp trên).

use super::{Refusal, Section, WORKING_DAYS_MIN, last_working_day};
use crate::calendar;
use crate::id::SectionId;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What a unit takes over of the outline above (đề cương lấy từ kế hoạch cấp trên), with what each of
/// the groups below it is not asked of that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    pub outline: Vec<Section>,
    pub out: Vec<BTreeSet<SectionId>>,
}

/// Everything that the unit's own report or one of the groups below it needs: `own` is what the unit
/// is not asked above, `below` what each group is not asked there; `None` where nothing is said of a
/// group, which is then asked what the unit is.
pub fn carried(
    above: &[Section],
    own: &BTreeSet<SectionId>,
    below: &[Option<BTreeSet<SectionId>>],
) -> Carried {
    let out = |group: &Option<BTreeSet<SectionId>>| group.as_ref().unwrap_or(own).clone();
    let groups: Vec<BTreeSet<SectionId>> = below.iter().map(out).collect();
    let needed = |section: &&Section| {
        !own.contains(&section.id) || groups.iter().any(|out| !out.contains(&section.id))
    };
    let outline: Vec<Section> = above.iter().filter(needed).cloned().collect();
    let kept = |out: BTreeSet<SectionId>| {
        outline.iter().map(|section| section.id).filter(|id| out.contains(id)).collect()
    };
    Carried { out: groups.into_iter().map(kept).collect(), outline }
}

/// Passes where the sections taken over (`inherited`) stand in `after` as they stood in `before`: the
/// same words, below the same heading, in the same order, and written where they were written. Who
/// owns them at home is the unit's to say; what it adds may stand anywhere else.
pub fn keep_inherited(
    before: &[Section],
    after: &[Section],
    inherited: &[SectionId],
) -> Result<(), Refusal> {
    let (before, after) = (Outline::of(before, inherited), Outline::of(after, inherited));
    if before.inherited().eq(after.inherited()) { Ok(()) } else { Err(Refusal::InheritedChanged) }
}

/// The outline of a unit's own campaign once the plan above has changed (đề cương theo kế hoạch cấp
/// trên đã điều chỉnh): what is taken over stands as it does in `above`; each section of the unit's
/// own (those of `own` that are not in `inherited`) stands behind the one it stood behind, as deep as
/// its new place allows.
pub fn follow_above(own: &[Section], inherited: &[SectionId], above: &[Section]) -> Vec<Section> {
    let kept = |section: &Section| own.iter().find(|known| known.id == section.id);
    let mut followed: Vec<Section> = above
        .iter()
        .map(|section| Section {
            owner: kept(section).and_then(|known| known.owner.clone()),
            ..section.clone()
        })
        .collect();
    let is_above = |id: SectionId| above.iter().any(|section| section.id == id);
    let mut behind: Option<SectionId> = None;
    for section in own {
        if is_above(section.id) {
            behind = Some(section.id);
        } else if !inherited.contains(&section.id) {
            let at = behind.and_then(|id| followed.iter().position(|other| other.id == id));
            put_behind(&mut followed, at, section.clone(), above);
            behind = Some(section.id);
        }
    }
    followed
}

/// Passes where every last day of the lower reports is in time for the own report (`duty`).
pub fn in_time_for(duty: Date, last_days: impl Iterator<Item = Date>) -> Result<(), Refusal> {
    match last_days.max().filter(|day| *day > duty) {
        Some(day) => Err(Refusal::AfterDuty { day, duty }),
        None => Ok(()),
    }
}

/// The last day proposed for units so many levels below (from 1), to be in time for the own report:
/// for each level the working days it should have. `None` where that is not after `today`.
pub fn proposed_last_day(duty: Date, levels: usize, today: Date) -> Option<Date> {
    // Nobody puts reports together on a duty's weekend: what counts is the working day before.
    let mut day = last_working_day(duty);
    let mut left = levels * WORKING_DAYS_MIN;
    while left > 0 {
        day = day.yesterday().ok()?;
        left -= usize::from(calendar::is_working_day(day));
    }
    (day > today).then_some(day)
}

/// Puts an own section behind the one at a position, where it takes nothing from a heading above and
/// turns nothing that is written into one.
fn put_behind(outline: &mut Vec<Section>, behind: Option<usize>, new: Section, above: &[Section]) {
    let mut at = behind.map_or(0, |behind| behind + 1);
    let mut depth = behind.map_or(0, |behind| new.depth.min(outline[behind].depth + 1));
    let heading = |at: usize, depth: u8| outline[..at].iter().rev().find(|o| o.depth < depth);
    if let Some(heading) = heading(at, depth).filter(|heading| is_written(above, heading.id)) {
        depth = heading.depth;
    }
    let below = outline[at..].iter().take_while(|other| other.depth > depth);
    at += below.count();
    outline.insert(at, Section { depth, ..new });
}

/// Whether a section of the plan above has none below it.
fn is_written(above: &[Section], id: SectionId) -> bool {
    let at = above.iter().position(|section| section.id == id);
    at.is_some_and(|at| above.get(at + 1).is_none_or(|next| next.depth <= above[at].depth))
}

/// An outline whose inherited sections are to be compared.
struct Outline<'o> {
    sections: &'o [Section],
    inherited: &'o [SectionId],
}

impl<'o> Outline<'o> {
    fn of(sections: &'o [Section], inherited: &'o [SectionId]) -> Outline<'o> {
        Outline { sections, inherited }
    }

    /// Each inherited section with the heading above it, in order. One that others were put below
    /// without having been a heading is left out: nobody would write it any more.
    fn inherited(&self) -> impl Iterator<Item = (Section, Option<SectionId>)> + '_ {
        let places = self.sections.iter().enumerate();
        places.filter(|(at, section)| self.is_inherited(section) && !self.is_buried(*at)).map(
            |(at, section)| {
                let above = self.sections[..at].iter().rev();
                let heading = above.into_iter().find(|other| other.depth < section.depth);
                (Section { owner: None, ..section.clone() }, heading.map(|heading| heading.id))
            },
        )
    }

    fn is_inherited(&self, section: &Section) -> bool {
        self.inherited.contains(&section.id)
    }

    /// Whether everything below a section is the unit's own, and there is something.
    fn is_buried(&self, at: usize) -> bool {
        let depth = self.sections[at].depth;
        let mut below = self.sections[at + 1..].iter().take_while(|other| other.depth > depth);
        let all = below.clone();
        below.next().is_some() && !all.into_iter().any(|other| self.is_inherited(other))
    }
}

#[cfg(test)]
mod tests;
