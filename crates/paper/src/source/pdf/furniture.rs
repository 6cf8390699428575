//! What stands on pages and belongs to no text: their numbers, repeated heads and feet.

use super::Page;
use super::line::Line;
use std::collections::HashMap;

/// How much of the height of a page, in parts of a hundred, its head and its foot may take.
const EDGE: i32 = 12;

/// Takes page numbers and repeated heads and feet away.
pub fn remove(pages: &mut [Page]) {
    let repeated = repeated(pages);
    for (page, repeated) in pages.iter_mut().zip(repeated) {
        let mut at = 0;
        page.lines.retain(|_| {
            at += 1;
            !repeated.contains(&(at - 1))
        });
    }
    let offset = offset(pages);
    for (index, page) in (0_i64..).zip(pages.iter_mut()) {
        let number = number_line(page).filter(|(_, number)| Some(number - index) == offset);
        if let Some((at, _)) = number {
            page.lines.remove(at);
        }
    }
}

/// The places of lines that stand at one height on most pages, in the same words. Letterheads, which
/// stand in columns, come again where one file holds several papers.
fn repeated(pages: &[Page]) -> Vec<Vec<usize>> {
    let edges = |page: &'_ Page| {
        let lines = page.lines.iter().enumerate();
        let at_edge = lines.filter(|(_, line)| page.is_edge(line) && line.cell.is_none());
        at_edge.map(|(at, line)| (at, line.base)).collect::<Vec<_>>()
    };
    let mut heights: HashMap<&str, Vec<i32>> = HashMap::new();
    for page in pages {
        for (at, base) in edges(page) {
            heights.entry(&page.lines[at].words).or_default().push(base);
        }
    }
    let is_repeated = |words: &str, base: i32| {
        let same = heights[words].iter().filter(|height| height.abs_diff(base) < 300).count();
        same > 1 && same > (pages.len() - 1) / 2
    };
    let of_page = |page: &Page| {
        let places = edges(page).into_iter();
        let places = places.filter(|&(at, base)| is_repeated(&page.lines[at].words, base));
        places.map(|(at, _)| at).collect()
    };
    pages.iter().map(of_page).collect()
}

/// How far the printed number is ahead of the place of the page, where it is so everywhere.
fn offset(pages: &[Page]) -> Option<i64> {
    let numbers: Vec<(i64, i64)> = (0..)
        .zip(pages)
        .filter_map(|(index, page)| number_line(page).map(|(_, number)| (index, number)))
        .collect();
    let (index, number) = *numbers.first()?;
    let agree = numbers.iter().all(|(i, n)| n - i == number - index);
    let sure = numbers.len() > 1 || number == index + 1;
    (agree && sure).then_some(number - index)
}

/// The line at the top or the bottom that is nothing but a page number.
fn number_line(page: &Page) -> Option<(usize, i64)> {
    let heights = page.lines.iter().map(|line| line.base);
    let (top, bottom) = (heights.clone().min()?, heights.max()?);
    let outermost = |line: &Line| line.base == top || line.base == bottom;
    page.lines.iter().enumerate().find_map(|(at, line)| {
        let number = number(&line.words)?;
        (outermost(line) && page.is_edge(line)).then_some((at, number))
    })
}

/// `2`, `- 2 -`, `Trang 2`, `2/5`.
fn number(words: &str) -> Option<i64> {
    let words = words.trim().trim_matches(['-', '–', ' ', '|']);
    let words = words.rsplit_once(' ').map_or(words, |(word, number)| {
        if word.eq_ignore_ascii_case("trang") || word.eq_ignore_ascii_case("page") {
            number
        } else {
            words
        }
    });
    let number = words.split('/').next()?.trim();
    number.parse().ok().filter(|number| (1..10_000).contains(number))
}

impl Page {
    fn is_edge(&self, line: &Line) -> bool {
        let edge = self.height / 100 * EDGE;
        line.base < edge || line.base > self.height - edge
    }
}
