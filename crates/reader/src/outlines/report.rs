//! The outline of a report: as a document of the file gives it, or as its contents section suggests.

use super::titles::{colon, number, short, title};
use super::{Ranks, about};
use crate::lexicon::ANNOUNCED;
use crate::page::{Line, Marker, Page};
use domain::plan::OutlineItem;
use std::ops::Range;

/// Longer titles in an outline are paragraphs.
const LONGEST_HEADING: usize = 200;
/// In a plan's contents section an item is a sentence sooner.
const LONGEST_PROPOSAL: usize = 130;

/// The outline a document is: numbered lines as items, what stands under them as guidance.
pub fn outline(page: &Page, lines: Range<usize>) -> Vec<OutlineItem> {
    let ranks = Ranks::of(page, lines.clone());
    let mut items = Items::default();
    for at in lines {
        let line = &page.lines[at];
        if line.is_rule(page) {
            continue;
        }
        match &line.marker {
            Some(marker) if !marker.is_bullet() => {
                items.push(item(page, at, LONGEST_HEADING), ranks.rank(line));
                items.guide(after_heading(page, at));
            }
            None if items.open_part => items.retitle(&page.words(page.lines[at].words.clone())),
            _ => items.guide(Some(page.words(page.lines[at].words.clone()))),
        }
    }
    items.finish()
}

/// An outline from the contents section of a plan that holds none of its own.
///
/// What stands under an item that ends with a colon becomes items of its own. A sentence too long
/// for a title is cut to one and kept whole as guidance.
pub fn proposed(page: &Page, lines: Range<usize>) -> Vec<OutlineItem> {
    let ranks = Ranks::of(page, lines.clone());
    let Some((first, rank)) = contents(page, ranks, lines.clone()) else { return Vec::new() };
    let inside: Vec<usize> = (first + 1..lines.end)
        .take_while(|at| {
            let line = &page.lines[*at];
            line.marker.is_none() || ranks.rank(line) > rank
        })
        .filter(|at| {
            let line = &page.lines[*at];
            page.row(*at).is_none() && !is_announcement(page, line) && !line.is_rule(page)
        })
        .collect();
    let mut items = Items::default();
    let mut open = true;
    for at in &inside {
        let line = &page.lines[*at];
        match &line.marker {
            Some(marker) if !marker.is_bullet() => {
                items.push(item(page, *at, LONGEST_PROPOSAL), ranks.rank(line));
                items.guide(after_heading(page, *at));
                open = page.tokens[page.lines[*at].words.clone()].last().is_some_and(|t| t.is(':'));
            }
            _ if open && (!items.is_empty() || line.marker.is_some()) => {
                items.push(item(page, *at, LONGEST_PROPOSAL), Marker::BULLETS);
            }
            _ if !items.is_empty() => items.guide(Some(page.words(page.lines[*at].words.clone()))),
            // The sentence that leads to the list.
            _ => {}
        }
    }
    if items.is_empty() {
        return unnumbered(page, first, &inside);
    }
    items.finish()
}

/// Contents without numbers: a paragraph each, or what one sentence lists.
fn unnumbered(page: &Page, heading: usize, inside: &[usize]) -> Vec<OutlineItem> {
    let end = page.lines[heading].words.end;
    let own = colon(page, heading).map(|at| at + 1..end).filter(|own| !own.is_empty());
    let mut pieces: Vec<Range<usize>> = Vec::new();
    match (own, inside) {
        (Some(own), _) => pieces.extend(listed(page, own)),
        (None, [_, _, ..]) => pieces.extend(inside.iter().map(|at| page.lines[*at].words.clone())),
        _ => {}
    }
    let all = pieces.into_iter().filter(|words| !words.is_empty());
    all.map(|words| {
        let whole = page.words(words.clone());
        let title = short(page, words.clone(), LONGEST_PROPOSAL);
        let guidance = if title.chars().count() + 2 < whole.chars().count() {
            vec![whole]
        } else {
            Vec::new()
        };
        let span = page.span(words);
        OutlineItem { number: String::new(), title, guidance, span, children: Vec::new() }
    })
    .collect()
}

/// The pieces between semicolons.
fn listed(page: &Page, words: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut from = words.start;
    for at in words.clone().filter(|at| page.tokens[*at].is(';')) {
        pieces.push(from..at);
        from = at + 1;
    }
    pieces.push(from..words.end);
    pieces
}

/// The line of the contents section, and its rank.
///
/// In a section of contents and form (`NỘI DUNG, HÌNH THỨC`) it is the one within that is about the
/// contents alone.
fn contents(page: &Page, ranks: Ranks, lines: Range<usize>) -> Option<(usize, usize)> {
    let outermost = Marker::Arabic(vec![1]).rank();
    let rank_of = |at: usize| {
        let line = &page.lines[at];
        line.marker.as_ref().filter(|m| !m.is_bullet()).map(|_| ranks.rank(line))
    };
    let length = |at: usize| {
        let words = page.lines[at].words.clone();
        colon(page, at).unwrap_or(words.end) - words.start
    };
    let (first, rank) = lines.clone().find_map(|at| {
        let rank = rank_of(at).filter(|rank| *rank <= outermost)?;
        let heads = length(at) < 14 && about(page, &page.lines[at], "content");
        heads.then_some((at, rank))
    })?;
    let within = (first + 1..lines.end).take_while(|at| rank_of(*at).is_none_or(|r| r > rank));
    let alone = |at: &usize| {
        let short = length(*at) < 5 && about(page, &page.lines[*at], "content");
        short && rank_of(*at).is_some() && about(page, &page.lines[first], "form")
    };
    let inner = within.into_iter().find(alone);
    inner.and_then(|at| Some((at, rank_of(at)?))).or(Some((first, rank)))
}

/// `(Có đề cương gửi kèm)`: no content of a report.
fn is_announcement(page: &Page, line: &Line) -> bool {
    let tokens = &page.tokens[line.tokens.clone()];
    tokens[0].is('(') && tokens.len() < 20 && ANNOUNCED.within(tokens).is_some()
}

/// An item of a line; its sentence is guidance where the title had to be cut.
fn item(page: &Page, at: usize, longest: usize) -> OutlineItem {
    let line = &page.lines[at];
    let number = match line.marker.as_ref() {
        Some(marker) if !marker.is_bullet() => number(page, line),
        _ => String::new(),
    };
    let mut title = title(page, at);
    let mut guidance = Vec::new();
    if title.chars().count() > longest {
        title = short(page, page.lines[at].words.clone(), longest);
        guidance.push(page.words(page.lines[at].words.clone()));
    }
    let span = page.span(line.tokens.start..page.lines[at].words.end);
    OutlineItem { number, title, guidance, span, children: Vec::new() }
}

/// What a line says behind the colon of its heading.
fn after_heading(page: &Page, at: usize) -> Option<String> {
    let colon = colon(page, at)?;
    Some(page.words(colon + 1..page.lines[at].words.end)).filter(|text| !text.is_empty())
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
        self.open_part = rank < Marker::Capital(1).rank() && item.title.is_empty();
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
