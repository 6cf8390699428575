//! Numbers that jump.

use super::warning;
use crate::lexicon::ORDINALS;
use crate::page::{Page, roman};
use domain::plan::{Document, DocumentKind, PlanSection, Severity, Warning};
use domain::source::{Source, Span};

pub fn warnings(document: &Document, found: &mut Vec<Warning>) {
    let code = match document.kind {
        DocumentKind::Outline => "OUTLINE_NUMBER_JUMP",
        _ => "SECTION_NUMBER_JUMP",
    };
    siblings(code, &document.sections, found);
}

fn siblings(code: &str, sections: &[PlanSection], found: &mut Vec<Warning>) {
    for pair in sections.windows(2) {
        let jumps = match (ordinal(&pair[0].number), ordinal(&pair[1].number)) {
            // A list that begins again at 1 is another list.
            (Some(before), Some(after)) => after != before + 1 && after != 1,
            _ => false,
        };
        if jumps {
            let facts = [("before", pair[0].number.as_str()), ("after", &pair[1].number)];
            let from = pair[1].span.from;
            let number =
                Span::new(from, pair[1].span.to.min(from + pair[1].number.chars().count()));
            found.push(warning(code, Severity::Warning, number, &facts));
        }
    }
    for section in sections {
        siblings(code, &section.children, found);
    }
}

/// The place a number gives among its siblings; none for letters, whose order has gaps of its own.
fn ordinal(number: &str) -> Option<u32> {
    let last = number.rsplit(['.', ' ']).next()?;
    let words = || Page::scan(&Source::plain(number)).tokens;
    last.parse().ok().or_else(|| roman(&last.to_lowercase())).or_else(|| {
        let tokens = words();
        ORDINALS.all_within(&tokens).last().and_then(|(_, hit)| hit.value.parse().ok())
    })
}
