//! Numbers that jump, come twice or change their kind.

use super::warning;
use crate::lexicon::ORDINALS;
use crate::page::{Line, Page, roman, tokens_of};
use domain::plan::{Document, DocumentKind, PlanSection, Severity, Warning};
use domain::source::Span;

pub fn warnings(page: &Page, document: &Document, found: &mut Vec<Warning>) {
    let jump = match document.kind {
        DocumentKind::Outline => "OUTLINE_NUMBER_JUMP",
        _ => "SECTION_NUMBER_JUMP",
    };
    let mut style = None;
    siblings(&document.sections, &mut |before, after| {
        order(jump, before, after, found);
        style = style.take().or_else(|| changed_style(page, before, after));
    });
    // How a document is set is told of once.
    found.extend(style);
}

fn siblings(sections: &[PlanSection], pair: &mut impl FnMut(&PlanSection, &PlanSection)) {
    for two in sections.windows(2) {
        pair(&two[0], &two[1]);
    }
    for section in sections {
        siblings(&section.children, pair);
    }
}

fn order(jump: &str, before: &PlanSection, after: &PlanSection, found: &mut Vec<Warning>) {
    let number = number(after);
    let facts = [("before", before.number.as_str()), ("after", &after.number)];
    match (ordinal(&before.number), ordinal(&after.number)) {
        // A list that begins again at 1 is another list.
        (Some(_), Some(1)) => {}
        (Some(one), Some(two)) if one == two => {
            let code = "SECTION_NUMBER_REPEATED";
            found.push(warning(code, Severity::Warning, number, &facts[1..]));
        }
        (Some(one), Some(two)) if two != one + 1 => {
            found.push(warning(jump, Severity::Warning, number, &facts));
        }
        _ => {}
    }
}

/// Two neighbours whose numbers are set in two ways.
fn changed_style(page: &Page, before: &PlanSection, after: &PlanSection) -> Option<Warning> {
    let (one, two) = (line_at(page, before)?, line_at(page, after)?);
    if one.label.is_some() || two.label.is_some() {
        return None;
    }
    let (one, two) = (closing(page, one), closing(page, two));
    let dash = [&one, &two].iter().any(|mark| matches!(mark.as_str(), "-" | "–" | "—"));
    let code = match one != two {
        true if dash => "INCONSISTENT_HEADING_DASH",
        true => "MIXED_NUMBERING",
        false if kind(&before.number) != kind(&after.number) => "MIXED_NUMBERING",
        false => return None,
    };
    Some(warning(code, Severity::Info, number(after), &[]))
}

fn number(section: &PlanSection) -> Span {
    let from = section.span.from;
    Span::new(from, section.span.to.min(from + section.number.chars().count()))
}

fn line_at<'a>(page: &'a Page, section: &PlanSection) -> Option<&'a Line> {
    let at = page.lines.partition_point(|line| line.span.from < section.span.from);
    page.lines.get(at)
}

/// The mark behind a number as written: `.` or one of the dashes; empty where there is none.
fn closing(page: &Page, line: &Line) -> String {
    let last = line.words.start.checked_sub(1).filter(|last| *last >= line.tokens.start);
    let mark = last.map(|last| page.value(page.tokens[last].span)).unwrap_or_default();
    if mark.chars().any(char::is_alphanumeric) { String::new() } else { mark }
}

#[derive(PartialEq, Eq)]
enum Kind {
    Word,
    Roman,
    Figures,
    Letter,
}

fn kind(number: &str) -> Kind {
    match number {
        n if n.contains(' ') => Kind::Word,
        n if n.starts_with(|c: char| c.is_ascii_digit()) => Kind::Figures,
        n if roman(&n.to_lowercase()).is_some() => Kind::Roman,
        _ => Kind::Letter,
    }
}

/// The place a number gives among its siblings; none for letters, whose order has gaps of its own.
fn ordinal(number: &str) -> Option<u32> {
    let last = number.rsplit(['.', ' ']).next()?;
    let words = || tokens_of(number);
    last.parse().ok().or_else(|| roman(&last.to_lowercase())).or_else(|| {
        let tokens = words();
        ORDINALS.all_within(&tokens).last().and_then(|(_, hit)| hit.value.parse().ok())
    })
}
