//! Numbering of lines: which line stands under which, the section tree, the report outline.

mod report;
mod titles;

#[cfg(test)]
mod tests;

pub use report::{outline, proposed};
pub use titles::colon;

use crate::body;
use crate::lexicon::ROLES;
use crate::page::{Line, Marker, Page};
use domain::plan::PlanSection;
use std::ops::Range;

/// How deep each kind of number stands in one document.
#[derive(Clone, Copy)]
pub struct Ranks {
    capitals: usize,
}

impl Ranks {
    /// Most documents set `A.` above `I.`; one that begins with `I.` sets it below.
    pub fn of(page: &Page, lines: Range<usize>) -> Ranks {
        let mut markers = page.lines[lines].iter().filter_map(|line| line.marker.as_ref());
        let first = markers.find(|m| matches!(m, Marker::Roman(_) | Marker::Capital(_)));
        let below = matches!(first, Some(Marker::Roman(_)));
        let capitals = Marker::Roman(1).rank() + 1;
        Ranks { capitals: if below { capitals } else { Marker::Capital(1).rank() } }
    }

    /// The rank of a line; a paragraph has the last.
    pub fn rank(self, line: &Line) -> usize {
        match &line.marker {
            Some(Marker::Capital(_)) => self.capitals,
            Some(marker) => marker.rank(),
            None => PARAGRAPH,
        }
    }
}

/// For every line of a document the lines it stands under, outermost first.
pub struct Above {
    from: usize,
    above: Vec<Vec<usize>>,
}

impl Above {
    pub fn of(page: &Page, lines: Range<usize>) -> Above {
        let ranks = Ranks::of(page, lines.clone());
        let mut stack: Vec<(usize, usize)> = Vec::new();
        let mut above = Vec::with_capacity(lines.len());
        for at in lines.clone() {
            let line = &page.lines[at];
            let rank = ranks.rank(line);
            let floor = if rank == PARAGRAPH { Marker::BULLETS } else { rank };
            let floor = if inverted(page, stack.last().map(|(line, _)| *line), at) {
                floor + 1
            } else {
                floor
            };
            while stack.last().is_some_and(|(_, above)| *above >= floor) {
                stack.pop();
            }
            above.push(stack.iter().map(|(line, _)| *line).collect());
            if rank != PARAGRAPH && (rank < Marker::BULLETS || line.ends_with(page, ':')) {
                stack.push((at, rank));
            }
        }
        Above { from: lines.start, above }
    }

    /// The lines above `line`, outermost first; none outside the document.
    pub fn lines(&self, line: usize) -> &[usize] {
        line.checked_sub(self.from).and_then(|at| self.above.get(at)).map_or(&[], Vec::as_slice)
    }

    /// What the sections above `line`, or it itself, are about.
    pub fn is_about(&self, page: &Page, line: usize, role: &str) -> bool {
        let own = page.lines[line].marker.as_ref().is_some_and(|m| !m.is_bullet());
        let own = [line].into_iter().filter(|_| own);
        self.lines(line).iter().copied().chain(own).any(|at| about(page, &page.lines[at], role))
    }
}

const PARAGRAPH: usize = 20;

/// True where `at` has the bullet of the body's line above it, and yet is a duty of that body:
///
/// ```text
/// - Ban Thường vụ:
///   + Ban hành …
/// - Tổ chức …
/// ```
pub fn inverted(page: &Page, heading: Option<usize>, at: usize) -> bool {
    let Some(heading) = heading.map(|heading| &page.lines[heading]) else { return false };
    let line = &page.lines[at];
    let names = |line: &Line| body::head(&page.tokens[line.words.clone()]).is_some();
    let same = line.marker == heading.marker && line.marker == Some(Marker::Bullet('-'));
    let deeper = page.lines[at - 1].marker == Some(Marker::Bullet('+'));
    same && deeper && names(heading) && !names(line) && !line.ends_with(page, ':')
}

/// True of a heading that has the words of `role`.
pub fn about(page: &Page, line: &Line, role: &str) -> bool {
    let words = &page.tokens[line.words.clone()];
    let heading = &words[..words.len().min(14)];
    ROLES.all_within(heading).any(|(_, hit)| hit.value == role)
        || whole_heading(words).is_some_and(|value| value == role)
}

/// The role of words that say it only where nothing else stands before the colon.
fn whole_heading(words: &[crate::page::Token]) -> Option<&'static str> {
    let end = words.iter().take(14).position(|t| t.is(':')).unwrap_or(words.len());
    crate::lexicon::WHOLE_ROLES.whole(&words[..end]).map(|hit| hit.value)
}

/// The numbered lines of `lines` as a tree.
pub fn sections(page: &Page, lines: Range<usize>) -> Vec<PlanSection> {
    let ranks = Ranks::of(page, lines.clone());
    let numbered: Vec<usize> = lines
        .clone()
        .filter(|at| page.lines[*at].marker.as_ref().is_some_and(|m| !m.is_bullet()))
        .collect();
    tree(page, ranks, &numbered, lines.end)
}

fn tree(page: &Page, ranks: Ranks, numbered: &[usize], end: usize) -> Vec<PlanSection> {
    siblings(page, ranks, numbered)
        .into_iter()
        .map(|range| {
            let at = numbered[range.start];
            let next = numbered.get(range.end).copied().unwrap_or(end);
            let below = numbered.get(range.start + 1).copied().unwrap_or(end).min(next);
            PlanSection {
                number: titles::number(page, &page.lines[at]),
                title: titles::over_lines(page, at..below),
                span: page.lines_span(at..next),
                children: tree(page, ranks, &numbered[range.start + 1..range.end], next),
            }
        })
        .collect()
}

/// The runs of `numbered` that begin with a line of the outermost rank there is.
fn siblings(page: &Page, ranks: Ranks, numbered: &[usize]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut top = PARAGRAPH;
    for (at, line) in numbered.iter().enumerate() {
        let rank = ranks.rank(&page.lines[*line]);
        if rank <= top || runs.is_empty() {
            top = rank;
            runs.push(at..at + 1);
        } else if let Some(run) = runs.last_mut() {
            run.end = at + 1;
        }
    }
    runs
}
