//! Notes in small print at the foot of a page: they follow the text, as those of a Word file do, and
//! the number that points at each goes.

use super::Page;
use super::line::Line;
use std::collections::BTreeMap;

/// Takes the notes off the feet of `pages`, each as a page of its own.
pub fn take(pages: &mut [Page]) -> Vec<Page> {
    let usual = usual_size(pages);
    pages.iter_mut().flat_map(|page| of_page(page, usual)).collect()
}

fn of_page(page: &mut Page, usual: i32) -> Vec<Page> {
    let small = small(page, usual);
    let first = small.iter().position(|at| number(&page.lines[*at]).is_some());
    let Some(first) = first.filter(|first| *first == 0) else { return Vec::new() };
    let mut notes: Vec<Note> = Vec::new();
    for at in &small[first..] {
        let line = page.lines[*at].clone();
        match (number(&line), notes.last_mut()) {
            (Some(number), _) => notes.push(Note { number, lines: vec![line] }),
            (None, Some(note)) => note.lines.push(line),
            (None, None) => {}
        }
    }
    let pointed_at = |note: &Note| {
        let mut body = page.lines.iter().enumerate().filter(|(at, _)| !small.contains(at));
        body.any(|(_, line)| {
            line.raised.iter().any(|raised| line.words[raised.clone()] == note.number)
        })
    };
    if !notes.iter().all(pointed_at) {
        return Vec::new();
    }
    let mut at = 0;
    page.lines.retain(|_| {
        at += 1;
        !small.contains(&(at - 1))
    });
    for line in &mut page.lines {
        notes.iter().for_each(|note| unmark(line, &note.number));
    }
    let (width, height) = (page.width, page.height);
    notes.into_iter().map(|note| Page { lines: note.unnumbered(), width, height }).collect()
}

struct Note {
    number: String,
    lines: Vec<Line>,
}

impl Note {
    fn unnumbered(mut self) -> Vec<Line> {
        let words = &mut self.lines[0].words;
        let behind = words[self.number.len()..].trim_start_matches([' ', '.', ')', ']']);
        *words = behind.to_owned();
        self.lines
    }
}

/// The places of the lines below all others that are set clearly smaller than `usual`, downward.
fn small(page: &Page, usual: i32) -> Vec<usize> {
    let is_small = |line: &Line| line.cell.is_none() && line.size * 100 <= usual * 92;
    let floor = page.lines.iter().filter(|line| !is_small(line)).map(|line| line.base).max();
    let lines = page.lines.iter().enumerate();
    let below = lines.filter(|(_, line)| is_small(line) && floor.is_some_and(|y| line.base > y));
    let mut places: Vec<usize> = below.map(|(at, _)| at).collect();
    places.sort_by_key(|at| page.lines[*at].base);
    places
}

/// The size in which most letters are set.
fn usual_size(pages: &[Page]) -> i32 {
    let mut letters: BTreeMap<i32, usize> = BTreeMap::new();
    for line in pages.iter().flat_map(|page| &page.lines) {
        *letters.entry(line.size / 50).or_default() += line.letters;
    }
    letters.into_iter().max_by_key(|(_, letters)| *letters).map_or(0, |(size, _)| size * 50)
}

/// The number or star with which a note begins.
fn number(line: &Line) -> Option<String> {
    let raised = line.raised.iter().find(|raised| raised.start == 0);
    let figures =
        || line.words.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..3).contains(end));
    let end = raised.map(|raised| raised.end).or_else(figures)?;
    let behind = line.words[end..].trim_start_matches(['.', ')', ']']);
    (!behind.trim().is_empty()).then(|| line.words[..end].to_owned())
}

/// Takes the raised `number` out of the words of a line.
fn unmark(line: &mut Line, number: &str) {
    let Some(at) = line.raised.iter().position(|raised| line.words[raised.clone()] == *number)
    else {
        return;
    };
    let mark = line.raised.remove(at);
    let length = mark.len();
    let digits = number.chars().filter(|c| c.is_alphanumeric()).count();
    line.letters = line.letters.saturating_sub(digits);
    line.bold = line.bold.min(line.letters);
    line.italic = line.italic.min(line.letters);
    line.words.replace_range(mark.clone(), "");
    for raised in line.raised.iter_mut().filter(|raised| raised.start >= mark.end) {
        *raised = raised.start - length..raised.end - length;
    }
}
