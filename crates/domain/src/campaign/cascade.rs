//! What a unit's own campaign owes to the plan it carries out (triển khai kế hoạch cấp trên).

use super::{Refusal, Section, WORKING_DAYS_MIN};
use crate::calendar;
use crate::id::SectionId;
use jiff::civil::Date;

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
    let mut day = duty;
    let mut left = levels * WORKING_DAYS_MIN;
    while left > 0 {
        day = day.yesterday().ok()?;
        left -= usize::from(calendar::is_working_day(day));
    }
    (day > today).then_some(day)
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
