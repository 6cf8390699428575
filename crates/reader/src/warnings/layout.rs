//! How lists are set: bullets that change places, items without a bullet, stretched blanks, numbers
//! that do not agree with the list below.

use super::warning;
use crate::lexicon::{DATES, LISTS};
use crate::page::{Line, Marker, Page, Token, TokenKind};
use crate::parts::Part;
use domain::plan::{Severity, Warning};
use domain::source::Span;
use std::ops::Range;

const SLASH: TokenKind = TokenKind::Mark('/');
const POINT: TokenKind = TokenKind::Mark('.');

pub fn warnings(page: &Page, part: &Part, found: &mut Vec<Warning>) {
    bullets(page, part.body.clone(), found);
    unmarked(page, part.body.clone(), found);
    stretched(page, part.body.clone(), found);
    for line in part.body.clone() {
        counted(page, line, part.body.end, found);
    }
}

/// `+` above `-` in one place, `-` above `+` in another.
fn bullets(page: &Page, lines: Range<usize>, found: &mut Vec<Warning>) {
    let bullet = |at: usize| match &page.lines[at].marker {
        Some(Marker::Bullet(mark)) => Some(*mark),
        _ => None,
    };
    let pairs = || lines.clone().skip(1);
    let below = |at: &usize, above: char, under: char| {
        bullet(*at) == Some(under) && bullet(at - 1) == Some(above)
    };
    let usual = pairs().any(|at| below(&at, '-', '+') && page.lines[at - 1].ends_with(page, ':'));
    // A `-` behind the last `+` of a list ends that list; one between two `+` stands under the first.
    let turned = pairs().filter(|at| below(at, '+', '-')).find(|at| {
        let next = (*at + 1..lines.end).find(|at| bullet(*at) != Some('-'));
        let opens = |at: usize| page.lines[at - 1].ends_with(page, ':');
        next.is_some_and(|at| bullet(at) == Some('+') && !opens(at))
    });
    let lost = pairs().filter(|at| below(at, '+', '-')).filter(|at| {
        let heading = (lines.start..*at).rev().find(|at| bullet(*at) != Some('+'));
        crate::outlines::inverted(page, heading, *at)
    });
    for at in turned.filter(|_| usual).into_iter().chain(lost) {
        let span = page.span(page.lines[at].tokens.start..page.lines[at].tokens.start + 1);
        found.push(warning("BULLET_LEVEL_INVERSION", Severity::Info, span, &[]));
    }
}

/// A list whose items have no bullet in a text that sets bullets elsewhere.
fn unmarked(page: &Page, lines: Range<usize>, found: &mut Vec<Warning>) {
    let marked = |at: &usize| page.lines[*at].marker.is_some();
    if !lines.clone().any(|at| page.lines[at].marker.as_ref().is_some_and(Marker::is_bullet)) {
        return;
    }
    let list = lines.clone().find(|at| {
        let opens = marked(at) && page.lines[*at].ends_with(page, ':');
        let items = (*at + 1..lines.end).take_while(|at| !marked(at));
        opens && items.filter(|at| page.lines[*at].words.len() > 3).count() > 1
    });
    if let Some(at) = list {
        let span = page.lines[at + 1].span;
        found.push(warning("MIXED_NUMBERING", Severity::Info, span, &[]));
    }
}

/// Blanks by which a line was stretched to the margin.
fn stretched(page: &Page, lines: Range<usize>, found: &mut Vec<Warning>) {
    let mut gaps = lines.flat_map(|at| page.lines[at].words.clone().skip(1)).filter(|at| {
        let (before, after) = (&page.tokens[at - 1], &page.tokens[*at]);
        let gap = page.raw(Span::new(before.span.to, after.span.from));
        let words = !before.is('|') && after.is_word();
        words && gap.len() > 3 && gap.iter().all(|c| *c == ' ')
    });
    if let Some(first) = gaps.next() {
        let count = (gaps.count() + 1).to_string();
        let span = Span::new(page.tokens[first - 1].span.to, page.tokens[first].span.from);
        found.push(warning("JUSTIFICATION_SPACES", Severity::Info, span, &[("count", &count)]));
    }
}

/// `gồm 03 đồng chí:` above a list of four.
fn counted(page: &Page, at: usize, end: usize, found: &mut Vec<Warning>) {
    let line = &page.lines[at];
    let Some((number, colon)) = announced(page, line) else { return };
    let listed = match colon + 1 == line.words.end {
        true => items_below(page, at, end),
        false => items_behind(&page.tokens[colon + 1..line.words.end]),
    };
    let stated = page.tokens[number].number();
    if let (Some(listed), Some(stated)) = (listed, stated)
        && usize::try_from(stated).is_ok_and(|stated| stated != listed)
    {
        let (stated, listed) = (page.value(page.tokens[number].span), listed.to_string());
        let facts = [("stated", stated.as_str()), ("listed", &listed)];
        let code = "COUNT_DIFFERS_FROM_LIST";
        found.push(warning(code, Severity::Warning, page.tokens[number].span, &facts));
    }
}

/// The number of things a line says it lists, and the colon before the list: `gồm 3 nhóm:`,
/// `4 nội dung sau:`.
fn announced(page: &Page, line: &Line) -> Option<(usize, usize)> {
    let colon = line.words.clone().find(|at| page.tokens[*at].is(':'))?;
    let lead = &page.tokens[line.words.start..colon];
    let counts = |at: &usize| {
        let number = lead[*at].number().is_some_and(|n| (2..=30).contains(&n));
        let around = [at.checked_sub(1), Some(at + 1)];
        let dated = around.iter().flatten().filter_map(|at| lead.get(*at)).any(|token| {
            DATES.at(std::slice::from_ref(token)).is_some() || matches!(token.kind, SLASH | POINT)
        });
        number && !dated
    };
    let (place, hit) = LISTS.all_within(lead).last()?;
    let behind = place + hit.len;
    // `gồm 3 nhóm:` counts behind the word; `3 nhóm … gồm:` and `3 nhóm sau:` before it.
    let number = (behind..lead.len().min(behind + 2)).find(counts).or_else(|| {
        let reach = if hit.value == "near" { 5 } else { place };
        let near = behind + 1 >= lead.len();
        (place.saturating_sub(reach)..place).rev().find(counts).filter(|_| near)
    })?;
    let whole = !matches!(lead.get(number + 1), Some(next) if !next.is_word());
    whole.then_some((line.words.start + number, colon))
}

/// Lines of the list under `at`; none where there is none.
fn items_below(page: &Page, at: usize, end: usize) -> Option<usize> {
    let first = page.lines.get(at + 1).filter(|_| at + 1 < end)?.marker.as_ref()?;
    let inside = page.lines[at + 1..end].iter().take_while(|line| match &line.marker {
        Some(marker) => marker.rank() >= first.rank(),
        None => !line.blank_before,
    });
    let same = |line: &&Line| line.marker.as_ref().is_some_and(|m| m.rank() == first.rank());
    Some(inside.filter(same).count())
}

/// Pieces between semicolons behind a colon; none where there is no semicolon.
fn items_behind(tokens: &[Token]) -> Option<usize> {
    let last = tokens.iter().rposition(Token::is_word)?;
    let marks = tokens[..last].iter().filter(|t| t.is(';')).count();
    (marks > 0).then_some(marks + 1)
}
