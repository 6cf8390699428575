//! The letterhead (tiêu đề): parent and issuing body, number, place and date.

use crate::body;
use crate::casing::{running_case, running_lines};
use crate::cited::symbol;
use crate::date::day_at;
use crate::lexicon::{ABOUT, AREAS, BODIES, CASING, DATES, MOTTO, MOTTO_ENDS, NUMBER_SIGNS, SEALS};
use crate::page::{Page, Token, TokenKind};
use crate::parts::Part;
use domain::plan::{DocumentKind, Letterhead};
use std::ops::Range;

/// What the letterhead of `part` says; the issuer, where it names none, from the text.
pub fn letterhead(page: &Page, part: &Part) -> Letterhead {
    let mut found = Letterhead::default();
    let mut names: Vec<Range<usize>> = Vec::new();
    let about = about(page, part.letterhead.clone()).unwrap_or(part.letterhead.end);
    let written = part.letterhead.clone().filter(|at| !page.lines[*at].is_rule(page));
    let broken = has_broken_motto(page, part);
    for at in written {
        for (column, cell) in page.cells(&page.lines[at]).into_iter().enumerate() {
            // The lines on which the title of a letter goes on have no names.
            let names = if at > about { &mut Vec::new() } else { &mut names };
            if broken && MOTTO_ENDS.whole(&page.tokens[cell.clone()]).is_some() {
                continue;
            }
            if column == 0 || SEALS.whole(&page.tokens[cell.clone()]).is_none() {
                read_cell(page, cell, &mut found, names);
            }
        }
    }
    let mut names = joined(page, names).into_iter();
    let (first, last) = (names.next(), names.next_back());
    (found.parent, found.issuer) = match (first, last) {
        (parent, Some(issuer)) => (parent, Some(issuer)),
        (issuer, None) => (None, issuer),
    };
    if found.issuer.is_none() && part.kind != DocumentKind::Outline {
        found.issuer = issuer_in_text(page, part, found.place.as_deref());
    }
    found
}

/// The line of `V/v …` within `lines`.
pub fn about(page: &Page, lines: Range<usize>) -> Option<usize> {
    lines.into_iter().find(|at| ABOUT.at(&page.tokens[page.lines[*at].tokens.clone()]).is_some())
}

/// True of a line that holds a number or a place with a date.
pub fn is_number_or_date(tokens: &[Token]) -> bool {
    number(tokens).is_some() || place_and_date(tokens).is_some()
}

/// True where the motto goes on in the next line, so that what ends it there is no part of a name.
fn has_broken_motto(page: &Page, part: &Part) -> bool {
    let cells = part.letterhead.clone().flat_map(|at| page.cells(&page.lines[at]));
    cells
        .into_iter()
        .any(|cell| MOTTO.whole(&page.tokens[cell]).is_some_and(|motto| motto.value == "broken"))
}

fn read_cell(
    page: &Page,
    cell: Range<usize>,
    found: &mut Letterhead,
    names: &mut Vec<Range<usize>>,
) {
    let tokens = &page.tokens[cell.clone()];
    if let Some(motto) = MOTTO.at(tokens) {
        if motto.len < tokens.len() {
            read_cell(page, cell.start + motto.len..cell.end, found, names);
        }
        return;
    }
    if let Some((len, number)) = number(tokens) {
        found.number = found.number.take().or(number.map(|n| symbol::written(page, &tokens[n])));
        if len < tokens.len() {
            read_cell(page, cell.start + len..cell.end, found, names);
        }
        return;
    }
    if let Some((place, date)) = place_and_date(tokens) {
        let place = running_case(page, cell.start..cell.start + place);
        found.place = Some(place).filter(|place| !place.is_empty());
        found.date = date;
        return;
    }
    // A draft leaves blanks for the number and the day.
    let open_day = tokens.last().filter(|t| is_day(t)).and(tokens.len().checked_sub(2));
    if let Some(comma) = open_day.filter(|at| tokens[*at].is(',')) {
        found.place = Some(running_case(page, cell.start..cell.start + comma));
        return;
    }
    if matches!(tokens[0].kind, TokenKind::Mark(_)) {
        return;
    }
    // The motto may stand in the same cell where a conversion has lost the columns.
    if let Some((at, _)) = MOTTO.within(tokens).filter(|(at, _)| *at > 0) {
        read_cell(page, cell.start..cell.start + at, found, names);
        return;
    }
    // `V/v …` is the title of a letter; a number stands in a name only behind a body's head.
    let figures = tokens.iter().any(|t| t.number().is_some()) && body::head(tokens).is_none();
    if tokens.iter().any(Token::is_word) && !figures && ABOUT.at(tokens).is_none() {
        names.push(cell);
    }
}

/// `Số: 12/KH-LĐLĐ`: tokens taken, and those of the number where one is filled in.
fn number(tokens: &[Token]) -> Option<(usize, Option<Range<usize>>)> {
    let sign = NUMBER_SIGNS.at(tokens)?.len;
    let colon = usize::from(tokens.get(sign).is_some_and(|t| t.is(':')));
    let from = sign + colon;
    match symbol::symbol(&tokens[from..]) {
        Some(len) => Some((from + len, Some(from..from + len))),
        None if colon == 1 => Some((tokens.len(), None)),
        None => None,
    }
}

/// Tokens of the place, and the day.
fn place_and_date(tokens: &[Token]) -> Option<(usize, Option<jiff::civil::Date>)> {
    let named = tokens.iter().position(is_day);
    // In English the day needs no word before it: `Ba Dong, 2 March 2022`.
    let comma = || tokens.iter().position(|t| t.is(',')).map(|comma| comma + 1);
    let at = named.or_else(comma)?;
    let (len, date) = day_at(&tokens[at..])?;
    if named.is_none() && at + len != tokens.len() {
        return None;
    }
    let place = match tokens[..at].last() {
        Some(comma) if comma.is(',') => at - 1,
        None => 0,
        _ => return None,
    };
    (place <= 8).then_some((place, date))
}

fn is_day(token: &Token) -> bool {
    DATES.at(std::slice::from_ref(token)).is_some_and(|hit| hit.value == "day")
}

/// Names that run over two lines made one, in running case.
fn joined(page: &Page, cells: Vec<Range<usize>>) -> Vec<String> {
    let mut names: Vec<Vec<Range<usize>>> = Vec::new();
    let mut broken = false;
    for (at, cell) in cells.iter().cloned().enumerate() {
        let goes_on = std::mem::replace(&mut broken, is_broken_name(page, &cells[at..]));
        // In English the place comes first: `DONG HAI CITY FEDERATION OF LABOUR`.
        let tokens = &page.tokens[cell.clone()];
        let federation =
            (1..tokens.len().min(5)).any(|at| body::federation(&tokens[at..]).is_some());
        let begins = !goes_on && (body::head(tokens).is_some() || federation || broken);
        match names.last_mut() {
            Some(before) if !begins => before.push(cell),
            _ => names.push(vec![cell]),
        }
    }
    names.iter().map(|lines| running_lines(page, lines)).collect()
}

/// True where words that belong together begin in the first cell and end in the second: `HỘI LIÊN`
/// and `HIỆP PHỤ NỮ TỈNH …`, `SỞ NỘI` and `VỤ`.
fn is_broken_name(page: &Page, cells: &[Range<usize>]) -> bool {
    let [first, second, ..] = cells else { return false };
    let lines = [&page.tokens[first.clone()], &page.tokens[second.clone()]].concat();
    let whole = |at: usize| {
        let rest = &lines[at..];
        let len = CASING.at(rest).or_else(|| BODIES.at(rest)).map_or(0, |hit| hit.len);
        at + len > first.len()
    };
    (0..first.len()).any(whole)
}

/// The body that speaks in the text, with the name of its area.
fn issuer_in_text(page: &Page, part: &Part, place: Option<&str>) -> Option<String> {
    let body = page.lines_tokens(part.title_line(page)..part.body.end.max(part.body.start));
    let mut bare = None;
    for line in &page.lines[page.line_of(body.start)..part.body.end] {
        let tokens = &page.tokens[line.tokens.clone()];
        for at in 0..tokens.len() {
            let Some(len) = federation(tokens, at) else { continue };
            let range = line.tokens.start + at..line.tokens.start + at + len;
            let name = proper_name(&tokens[at + len..]);
            if name > 0 {
                return Some(page.words(range.start..range.end + name));
            }
            bare = bare.or(Some(range));
        }
    }
    let bare = bare?;
    let area = &page.tokens[bare.end - 1];
    let name = place.map(str::to_owned).or_else(|| named_area(page, body, &area.key))?;
    Some(format!("{} {name}", page.words(bare)))
}

/// `LĐLĐ tỉnh` at `at`: its tokens; a body above it that has the same words is none.
fn federation(tokens: &[Token], at: usize) -> Option<usize> {
    let hit = body::federation(&tokens[at..])?;
    let whole =
        at.checked_sub(1).is_none_or(|before| body::federation(&tokens[before..]).is_none());
    let national = at
        .checked_sub(1)
        .is_some_and(|before| body::head(&tokens[before..]).is_some_and(|h| h.len > 1));
    let area = AREAS.at(&tokens[at + hit..])?;
    let plural = tokens.get(at + hit + area.len).is_some_and(|t| t.is(','));
    (whole && !national && !plural).then_some(hit + area.len)
}

/// Words of a name: those with a capital, up to four.
fn proper_name(tokens: &[Token]) -> usize {
    let name = tokens
        .iter()
        .take(4)
        .take_while(|t| t.capitalised() && body::head(std::slice::from_ref(*t)).is_none());
    name.count()
}

fn named_area(page: &Page, tokens: Range<usize>, area: &str) -> Option<String> {
    let at =
        tokens.clone().find(|at| *page.tokens[*at].key == *area && name_behind(page, *at) > 1)?;
    let len = name_behind(page, at);
    Some(page.words(at + 1..at + 1 + len))
}

/// Words of the name behind a token, on its line.
fn name_behind(page: &Page, at: usize) -> usize {
    proper_name(&page.tokens[at + 1..page.lines[page.line_of(at)].tokens.end.max(at + 1)])
}

impl Part {
    /// The first line of title or body.
    fn title_line(&self, page: &Page) -> usize {
        if self.title.is_empty() { self.body.start } else { page.line_of(self.title.start) }
    }
}

#[cfg(test)]
mod tests;
