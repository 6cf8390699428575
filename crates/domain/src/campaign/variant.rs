//! Outlines of which some are asked only in part (đề cương theo nhóm).

use super::Section;
use crate::id::SectionId;
use std::collections::BTreeSet;

/// The sections that are not asked, once those taken out of an outline are: what lies below them
/// goes too, and a heading under which nothing is left. Of headings only those count that had
/// sections below them.
pub fn taken_out(outline: &[Section], out: &BTreeSet<SectionId>) -> BTreeSet<SectionId> {
    let mut gone = BTreeSet::new();
    for (at, section) in outline.iter().enumerate() {
        if out.contains(&section.id) {
            gone.insert(section.id);
            gone.extend(below(outline, at).map(|section| section.id));
        }
    }
    for (at, section) in outline.iter().enumerate().rev() {
        let mut below = below(outline, at).peekable();
        if below.peek().is_some() && below.all(|section| gone.contains(&section.id)) {
            gone.insert(section.id);
        }
    }
    gone
}

fn below(outline: &[Section], at: usize) -> impl Iterator<Item = &Section> {
    let depth = outline[at].depth;
    outline[at + 1..].iter().take_while(move |section| section.depth > depth)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::Need;
    use crate::id::Chance;

    /// Sections of the depths given, one a digit.
    fn outline(depths: &str) -> Vec<Section> {
        let mut chance = Chance::new([7; 32]);
        let depth = |digit: char| u8::try_from(digit.to_digit(10).unwrap()).unwrap();
        let section = |digit: char| Section {
            id: chance.id(),
            number: String::new(),
            title: digit.to_string(),
            guidance: String::new(),
            depth: depth(digit),
            owner: None,
            need: Need::Required,
        };
        depths.chars().map(section).collect()
    }

    #[test]
    fn a_heading_takes_what_is_below_and_goes_with_the_last_of_it() {
        let table: [(&str, &[usize], &[usize]); 7] = [
            ("000", &[], &[]),
            ("000", &[1], &[1]),
            ("0110", &[0], &[0, 1, 2]),
            ("0110", &[1], &[1]),
            ("0110", &[1, 2], &[0, 1, 2]),
            ("01220", &[2, 3], &[0, 1, 2, 3]),
            ("01210", &[1], &[1, 2]),
        ];
        for (depths, out, expected) in table {
            let outline = outline(depths);
            let out = out.iter().map(|at| outline[*at].id).collect();
            let gone = taken_out(&outline, &out);
            let at = |section: &Section| outline.iter().position(|s| s.id == section.id).unwrap();
            let gone: Vec<usize> =
                outline.iter().filter(|s| gone.contains(&s.id)).map(at).collect();
            assert_eq!(gone, expected, "{depths} {expected:?}");
        }
    }
}
