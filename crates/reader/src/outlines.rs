//! Numbering of lines: which line stands under which, the section tree, the report outline.

use crate::lexicon::{ANNOUNCED, ROLES};
use crate::page::{Line, Marker, Page, TokenKind};
use domain::plan::{OutlineItem, PlanSection};
use std::ops::Range;

/// For every line of a document the lines it stands under, outermost first.
pub struct Above {
    from: usize,
    above: Vec<Vec<usize>>,
}

impl Above {
    pub fn of(page: &Page, lines: Range<usize>) -> Above {
        let mut stack: Vec<(usize, usize)> = Vec::new();
        let mut above = Vec::with_capacity(lines.len());
        for at in lines.clone() {
            let line = &page.lines[at];
            let rank = line.marker.as_ref().map_or(PARAGRAPH, Marker::rank);
            let floor = if rank == PARAGRAPH { BULLETS } else { rank };
            while stack.last().is_some_and(|(_, above)| *above >= floor) {
                stack.pop();
            }
            above.push(stack.iter().map(|(line, _)| *line).collect());
            if rank != PARAGRAPH && (rank < BULLETS || line.ends_with(page, ':')) {
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

const BULLETS: usize = 10;
const PARAGRAPH: usize = 20;
/// Longer first lines are paragraphs; a heading is what stands before the first full stop.
const LONGEST_TITLE: usize = 220;

/// True of a heading that has the words of `role`.
pub fn about(page: &Page, line: &Line, role: &str) -> bool {
    let words = &page.tokens[line.words.clone()];
    let heading = &words[..words.len().min(14)];
    ROLES.all_within(heading).any(|(_, hit)| hit.value == role)
}

/// The numbered lines of `lines` as a tree.
pub fn sections(page: &Page, lines: Range<usize>) -> Vec<PlanSection> {
    let numbered: Vec<usize> = lines
        .clone()
        .filter(|at| page.lines[*at].marker.as_ref().is_some_and(|m| !m.is_bullet()))
        .collect();
    tree(page, &numbered, lines.end)
}

fn tree(page: &Page, numbered: &[usize], end: usize) -> Vec<PlanSection> {
    siblings(page, numbered)
        .into_iter()
        .map(|range| {
            let at = numbered[range.start];
            let next = numbered.get(range.end).copied().unwrap_or(end);
            PlanSection {
                number: number(page, &page.lines[at]),
                title: title(page, &page.lines[at]),
                span: page.lines_span(at..next),
                children: tree(page, &numbered[range.start + 1..range.end], next),
            }
        })
        .collect()
}

/// The runs of `numbered` that begin with a line of the outermost rank there is.
fn siblings(page: &Page, numbered: &[usize]) -> Vec<Range<usize>> {
    let rank = |at: &usize| page.lines[*at].marker.as_ref().map_or(PARAGRAPH, Marker::rank);
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut top = PARAGRAPH;
    for (at, line) in numbered.iter().enumerate() {
        let rank = rank(line);
        if rank <= top || runs.is_empty() {
            top = rank;
            runs.push(at..at + 1);
        } else if let Some(run) = runs.last_mut() {
            run.end = at + 1;
        }
    }
    runs
}

/// The number as written, without its closing mark.
pub fn number(page: &Page, line: &Line) -> String {
    let written = match &line.label {
        Some(label) => label.clone(),
        None => page.words(line.tokens.start..line.words.start),
    };
    written.trim_end_matches(['.', ')', '/', ':', '-', '–', '—', ' ']).trim().to_owned()
}

/// The heading of a line: what stands before a colon, without closing marks.
pub fn title(page: &Page, line: &Line) -> String {
    let words = &page.tokens[line.words.clone()];
    let colon = words.iter().take(14).position(|t| t.is(':'));
    let end = match colon {
        Some(at) if at > 0 => line.words.start + at,
        _ => line.words.end,
    };
    let mut text = page.words(line.words.start..end);
    if text.chars().count() > LONGEST_TITLE
        && let Some((first, _)) = text.split_once(". ")
    {
        text = first.to_owned();
    }
    text.trim_end_matches([':', ';', '.', '-', '–', ' ']).to_owned()
}

/// The outline a document is: numbered lines as items, what stands under them as guidance.
pub fn outline(page: &Page, lines: Range<usize>) -> Vec<OutlineItem> {
    let mut items = Items::default();
    for at in lines {
        let line = &page.lines[at];
        if line.is_rule(page) {
            continue;
        }
        match &line.marker {
            Some(marker) if !marker.is_bullet() => {
                items.push(item(page, line, title(page, line)), marker.rank());
                let after = after_heading(page, line);
                items.guide(after);
            }
            None if items.open_part => items.retitle(&page.words(line.words.clone())),
            _ => items.guide(Some(page.words(line.words.clone()))),
        }
    }
    items.finish()
}

/// An outline from the contents section of a plan that holds none of its own.
///
/// What stands under an item that ends with a colon becomes items of its own.
pub fn proposed(page: &Page, lines: Range<usize>) -> Vec<OutlineItem> {
    let Some((first, rank)) = contents(page, lines.clone()) else { return Vec::new() };
    let inside = (first + 1..lines.end)
        .take_while(|at| page.lines[*at].marker.as_ref().is_none_or(|m| m.rank() > rank));
    let mut items = Items::default();
    let mut open = true;
    for at in inside {
        let line = &page.lines[at];
        if is_announcement(page, line) || line.is_rule(page) {
            continue;
        }
        let opens = line.ends_with(page, ':');
        match &line.marker {
            Some(marker) if !marker.is_bullet() => {
                items.push(item(page, line, title(page, line)), marker.rank());
                items.guide(after_heading(page, line));
                open = opens;
            }
            _ if open && (!items.is_empty() || line.marker.is_some()) => {
                items.push(item(page, line, title(page, line)), BULLETS);
            }
            _ if !items.is_empty() => items.guide(Some(page.words(line.words.clone()))),
            // The sentence that leads to the list.
            _ => {}
        }
    }
    items.finish()
}

/// The line of the contents section, and its rank.
fn contents(page: &Page, lines: Range<usize>) -> Option<(usize, usize)> {
    lines.clone().find_map(|at| {
        let line = &page.lines[at];
        let rank = line.marker.as_ref().filter(|m| !m.is_bullet())?.rank();
        let outermost = rank <= 3 && line.words.len() < 14;
        (outermost && about(page, line, "content")).then_some((at, rank))
    })
}

/// `(Có đề cương gửi kèm)`: no content of a report.
fn is_announcement(page: &Page, line: &Line) -> bool {
    let tokens = &page.tokens[line.tokens.clone()];
    tokens[0].is('(') && tokens.len() < 20 && ANNOUNCED.within(tokens).is_some()
}

fn item(page: &Page, line: &Line, title: String) -> OutlineItem {
    let number = match line.marker.as_ref() {
        Some(marker) if !marker.is_bullet() => number(page, line),
        _ => String::new(),
    };
    OutlineItem { number, title, guidance: Vec::new(), span: line.span, children: Vec::new() }
}

/// What a line says behind the colon of its heading.
fn after_heading(page: &Page, line: &Line) -> Option<String> {
    let words = &page.tokens[line.words.clone()];
    let colon = words.iter().take(14).position(|t| matches!(t.kind, TokenKind::Mark(':')))?;
    Some(page.words(line.words.start + colon + 1..line.words.end)).filter(|t| !t.is_empty())
}

/// Items being gathered, flat with their ranks.
#[derive(Default)]
struct Items {
    flat: Vec<(usize, OutlineItem)>,
    /// The last item is a part whose title stands on the next lines.
    open_part: bool,
}

impl Items {
    fn is_empty(&self) -> bool {
        self.flat.is_empty()
    }

    fn push(&mut self, item: OutlineItem, rank: usize) {
        self.open_part = rank == 0;
        self.flat.push((rank, item));
    }

    fn guide(&mut self, text: Option<String>) {
        if let (Some((_, item)), Some(text)) = (self.flat.last_mut(), text) {
            item.guidance.push(text);
        }
    }

    fn retitle(&mut self, text: &str) {
        if let Some((_, item)) = self.flat.last_mut() {
            if !item.title.is_empty() {
                item.title.push(' ');
            }
            item.title.push_str(text);
        }
    }

    fn finish(self) -> Vec<OutlineItem> {
        let mut open: Vec<(usize, OutlineItem)> = Vec::new();
        let mut roots = Vec::new();
        for (rank, item) in self.flat {
            close(&mut open, &mut roots, rank);
            open.push((rank, item));
        }
        close(&mut open, &mut roots, 0);
        roots
    }
}

/// Hands every open item of `rank` or below to the one above it.
fn close(open: &mut Vec<(usize, OutlineItem)>, roots: &mut Vec<OutlineItem>, rank: usize) {
    while open.last().is_some_and(|(above, _)| *above >= rank) {
        let Some((_, item)) = open.pop() else { return };
        match open.last_mut() {
            Some((_, parent)) => parent.children.push(item),
            None => roots.push(item),
        }
    }
}
