//! The documents of one file, and the regions of each: letterhead, title, body, recipients,
//! signature.

use crate::lexicon::{
    ABOUT, ANNOUNCED, AUTHORITY, BASIS, DOCUMENT_TYPES, Hit, MOTTO, POSTS, RECIPIENTS, REVIEWS,
    SYMBOLS,
};
use crate::page::{Line, Page, Token, TokenKind};
use domain::plan::{DocumentKind, Review};
use std::ops::Range;

/// One document of the file, as ranges of lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub kind: DocumentKind,
    pub lines: Range<usize>,
    pub letterhead: Range<usize>,
    /// The tokens of the type (`KẾ HOẠCH`); empty where the document has none.
    pub type_words: Range<usize>,
    /// The tokens of the title; empty where there is none.
    pub title: Range<usize>,
    pub body: Range<usize>,
    pub recipients: Range<usize>,
    pub signature: Range<usize>,
}

/// The documents in the order of the text; one at least where the text has a line.
pub fn split(page: &Page) -> Vec<Part> {
    let starts = starts(page);
    let ends = starts.iter().skip(1).map(|s| s.line).chain([page.lines.len()]);
    starts.iter().zip(ends).map(|(start, end)| regions(page, *start, end)).collect()
}

#[derive(Clone, Copy)]
struct Start {
    line: usize,
    /// The line that opens it: with the type, or with `Kính gửi`.
    opening: usize,
    kind: DocumentKind,
    /// Tokens of the type; none in a letter.
    type_len: usize,
}

fn starts(page: &Page) -> Vec<Start> {
    let mut starts: Vec<Start> = Vec::new();
    let mut signed = false;
    for at in 0..page.lines.len() {
        let line = &page.lines[at];
        signed |= is_authority(page, line) || is_recipients(page, line);
        let Some(Named { kind, len, annex }) = type_of(page, at, starts.is_empty()) else {
            continue;
        };
        let opens = match (starts.last(), kind) {
            (None, DocumentKind::OpinionRequest) => at < FIRST_LINES,
            (None, _) => true,
            (Some(_), DocumentKind::Outline) => true,
            (Some(before), DocumentKind::OpinionRequest) => {
                signed || before.kind == DocumentKind::Outline || page.lines[at - 1].is_rule(page)
            }
            // An annex opens a document of its own behind the signature, or behind an outline.
            (Some(before), _) => {
                let behind = matches!(before.kind, DocumentKind::Outline | DocumentKind::Other);
                signed || annex && behind
            }
        };
        if !opens {
            continue;
        }
        let first = starts.last().map_or(0, |before| head_of(page, at, before.opening));
        let type_len = if kind == DocumentKind::OpinionRequest { 0 } else { len };
        starts.push(Start { line: first, opening: at, kind, type_len });
        signed = false;
    }
    if starts.is_empty() && !page.lines.is_empty() {
        let opening = leading_head(page);
        starts.push(Start { line: 0, opening, kind: kind_by_number(page, opening), type_len: 0 });
    }
    starts
}

/// A document's head is within its first lines.
const FIRST_LINES: usize = 14;

/// A document's kind, as a line names it.
struct Named {
    kind: DocumentKind,
    /// Tokens the type takes.
    len: usize,
    annex: bool,
}

/// The kind of document that a line names; `first` where none was named before it.
fn type_of(page: &Page, at: usize, first: bool) -> Option<Named> {
    let line = &page.lines[at];
    let tokens = &page.tokens[line.tokens.clone()];
    let hit = DOCUMENT_TYPES.at(tokens).or_else(|| broken_type(page, line))?;
    let named = Named { kind: kind_named(hit.value), len: hit.len, annex: hit.value == "annex" };
    let rest = &tokens[hit.len..];
    if named.kind == DocumentKind::OpinionRequest {
        return rest.first().is_some_and(|t| t.is(':')).then_some(named);
    }
    let counted = |t: &Token| {
        let letters = named.annex && t.upper() && t.key.chars().count() < 4;
        matches!(t.kind, TokenKind::Mark(_)) || t.number().is_some() || letters
    };
    let capitals = tokens[..hit.len].iter().all(|t| t.upper());
    let set_apart = line.look.centred || line.look.bold || line.heading;
    let alone =
        rest.iter().all(counted) || named.kind == DocumentKind::Outline && line.capitals(page);
    let titled = REVIEWS.at(rest).is_some();
    // `Kế hoạch` above its title, in small letters, where a text begins; `Phụ lục 2`.
    let begins = first && at < FIRST_LINES && line.marker.is_none();
    let numbered = named.annex && !rest.is_empty();
    let shown = set_apart || begins || numbered;
    let whole = alone && (capitals || shown && tokens[0].capitalised());
    // `Kế hoạch tổng kết năm học`: a text that begins with its title in small letters.
    let opens = first && at == 0 && tokens[0].capitalised() && !line.ends_with(page, '.');
    (whole || titled && (capitals || opens)).then_some(named)
}

/// The kind of document that the lists of types and of symbols name.
pub fn kind_named(value: &str) -> DocumentKind {
    match value {
        "plan" => DocumentKind::Plan,
        "outline" => DocumentKind::Outline,
        "guidance" => DocumentKind::Guidance,
        "programme" => DocumentKind::Programme,
        "resolution" => DocumentKind::Resolution,
        "decision" => DocumentKind::Decision,
        "report" => DocumentKind::Report,
        "letter" => DocumentKind::Letter,
        "opinion_request" => DocumentKind::OpinionRequest,
        _ => DocumentKind::Other,
    }
}

/// A type whose words a scanner broke: `KẾ HO ẠCH`.
fn broken_type(page: &Page, line: &Line) -> Option<Hit> {
    let tokens = &page.tokens[line.tokens.clone()];
    if tokens.len() > 10 || line.marker.is_some() || !line.capitals(page) {
        return None;
    }
    DOCUMENT_TYPES.glued(tokens)
}

/// The lines of a letterhead at the start of a text that names no type.
fn leading_head(page: &Page) -> usize {
    let lines = page.lines.iter().take(FIRST_LINES);
    let head = lines.take_while(|line| is_head(page, line) || is_name_of_body(page, line)).count();
    let formal = page.lines[..head].iter().any(|line| is_head(page, line) && !line.is_rule(page));
    if formal { head } else { 0 }
}

/// The kind that the symbol of the number in the letterhead stands for.
fn kind_by_number(page: &Page, head: usize) -> DocumentKind {
    let tokens = &page.tokens[page.lines_tokens(0..head)];
    let symbol = tokens.windows(2).find_map(|pair| {
        let sign = matches!(pair[0].kind, TokenKind::Mark('/' | '-'));
        SYMBOLS.at(&pair[1..]).filter(|_| sign)
    });
    symbol.map_or(DocumentKind::Other, |hit| kind_named(hit.value))
}

/// Goes back from an opening line over the letterhead that belongs to it.
fn head_of(page: &Page, opening: usize, floor: usize) -> usize {
    let mut first = opening;
    let about = crate::letterhead::about(page, floor + 1..opening);
    while first > floor + 1 {
        let behind_about = about.is_some_and(|about| first > about && opening - about < 5);
        if !is_head(page, &page.lines[first - 1]) && !behind_about {
            break;
        }
        first -= 1;
    }
    if first == opening {
        return first;
    }
    // The names of the bodies above the number are in capitals; a signatory's name may be, too.
    while first > floor + 1 && is_name_of_body(page, &page.lines[first - 1]) {
        first -= 1;
    }
    first
}

/// True of a line of motto, number, place and date, or of a rule.
fn is_head(page: &Page, line: &Line) -> bool {
    let tokens = &page.tokens[line.tokens.clone()];
    MOTTO.within(tokens).is_some()
        || line.is_rule(page)
        || (tokens.len() < 30 && crate::letterhead::is_number_or_date(tokens))
}

fn is_name_of_body(page: &Page, line: &Line) -> bool {
    line.capitals(page) && crate::body::head(&page.tokens[line.words.clone()]).is_some()
}

fn regions(page: &Page, start: Start, end: usize) -> Part {
    let at = start.opening;
    let (type_words, title, body_from) = match start.type_len {
        0 => untyped(page, start, end),
        len => typed(page, start, len, end),
    };
    let recipients_from =
        (body_from..end).rev().find(|at| is_recipients(page, &page.lines[*at])).unwrap_or(end);
    let signature_from = (body_from..end)
        .rev()
        .find(|at| is_authority(page, &page.lines[*at]))
        .map(|last| first_authority(page, body_from, last))
        .or_else(|| posts(page, body_from.max(recipients_from.min(end.saturating_sub(6)))..end))
        .unwrap_or(end);
    let body_end = recipients_from.min(signature_from);
    let recipients_end = if signature_from > recipients_from { signature_from } else { end };
    Part {
        kind: kind(page, start.kind, body_from..body_end),
        lines: start.line..end,
        letterhead: start.line..at,
        type_words,
        title,
        body: body_from..body_end,
        recipients: recipients_from..recipients_end,
        signature: signature_from..if signature_from < recipients_from {
            recipients_from
        } else {
            end
        },
    }
}

/// Type, title and first line of the body where a line names the type.
fn typed(page: &Page, start: Start, len: usize, end: usize) -> (Range<usize>, Range<usize>, usize) {
    let at = start.opening;
    let line = &page.lines[at];
    let after = line.tokens.start + len;
    let marks = |t: usize| matches!(page.tokens[t].kind, TokenKind::Mark(_));
    let whole = (after..line.tokens.end).all(marks);
    // `ĐỀ CƯƠNG BÁO CÁO SƠ KẾT`, `PHỤ LỤC 2`: the line is the type.
    let outline = line.capitals(page) && start.kind == DocumentKind::Outline;
    let annex = start.kind == DocumentKind::Other && line.tokens.end - after < 3;
    let type_end = if whole || outline || annex { line.tokens.end } else { after };
    let first = if type_end == line.tokens.end { at + 1 } else { at };
    let last = title_end(page, first, end);
    let title_to = page.lines.get(last).map_or(page.tokens.len(), |l| l.tokens.start);
    let title_to = if last > first { title_to } else { type_end };
    (line.tokens.start..type_end, type_end..title_to, last.max(at + 1))
}

/// Title and first line of the body of a letter, or of a text that names no type.
fn untyped(page: &Page, start: Start, end: usize) -> (Range<usize>, Range<usize>, usize) {
    let at = start.opening;
    let none = 0..0;
    if let Some(line) = crate::letterhead::about(page, start.line..at) {
        let tokens = page.lines[line].tokens.clone();
        let cell = page.cells(&page.lines[line]).swap_remove(0);
        let from = cell.start + ABOUT.at(&page.tokens[tokens]).map_or(0, |hit| hit.len);
        let goes_on = |at: &usize| {
            let line = &page.lines[*at];
            !is_head(page, line) && !line.blank_before
        };
        let last = (line + 1..at).take_while(goes_on).last();
        let to = last.map_or(cell.end, |last| page.lines[last].tokens.end);
        return (none, from..to, at);
    }
    let reviews = |line: &Line| REVIEWS.at(&page.tokens[line.tokens.clone()]).is_some();
    match page.lines.get(at) {
        Some(line) if start.kind != DocumentKind::OpinionRequest && reviews(line) => {
            let last = title_end(page, at, end);
            let to = page.lines.get(last).map_or(page.tokens.len(), |l| l.tokens.start);
            (none, line.tokens.start..to, last)
        }
        _ => (none, 0..0, at),
    }
}

fn kind(page: &Page, named: DocumentKind, body: Range<usize>) -> DocumentKind {
    if named != DocumentKind::OpinionRequest {
        return named;
    }
    let tokens = &page.tokens[page.lines_tokens(body)];
    let asks = crate::lexicon::ACTS.all_within(tokens).any(|(_, hit)| hit.value == "opinion");
    if asks { DocumentKind::OpinionRequest } else { DocumentKind::Letter }
}

/// The line behind the title: the first that begins a basis or a section.
fn title_end(page: &Page, first: usize, end: usize) -> usize {
    let most = end.min(first + 12);
    (first..most)
        .find(|at| {
            let line = &page.lines[*at];
            let tokens = &page.tokens[line.tokens.clone()];
            let opens = tokens[0].capitalised() && BASIS.at(tokens).is_some();
            let begun = *at > first;
            line.marker.is_some()
                || line.is_rule(page)
                || begun && (names_the_issuer(page, first, *at) || is_table_or_note(page, line))
                || begun && opens && (line.blank_before || tokens.len() > 25)
                // `… xây dựng kế hoạch như sau:` leads to the text.
                || begun && line.blank_before && line.ends_with(page, ':')
                || begun && line.blank_before && tokens.len() > 40
                || DOCUMENT_TYPES.at(tokens).is_some_and(|hit| hit.value == "opinion_request")
        })
        .unwrap_or(most)
}

/// A row of a table, or `(Kèm theo Kế hoạch số …)`, below the title of an annex.
fn is_table_or_note(page: &Page, line: &Line) -> bool {
    let tokens = &page.tokens[line.tokens.clone()];
    page.cells(line).len() > 2 || tokens[0].is('(') && ANNOUNCED.within(tokens).is_some()
}

/// True of a document that another one puts into force: `(Ban hành kèm theo Quyết định số …)`.
pub fn is_attached(page: &Page, part: &Part) -> bool {
    let first = page.lines.get(part.body.start).filter(|_| !part.body.is_empty());
    first.is_some_and(|line| is_table_or_note(page, line) && line.tokens.len() < 60)
        && part.letterhead.is_empty()
}

/// `BAN THƯỜNG VỤ LIÊN ĐOÀN LAO ĐỘNG TỈNH` between the title of a decision and its bases.
fn names_the_issuer(page: &Page, first: usize, at: usize) -> bool {
    is_name_of_body(page, &page.lines[at]) && !page.lines[first].capitals(page)
}

/// `TM. …` stands above `KT. …`: the first of the lines that name an authority.
fn first_authority(page: &Page, floor: usize, last: usize) -> usize {
    let run = (floor..last).rev().take_while(|at| is_authority(page, &page.lines[*at]));
    run.last().unwrap_or(last)
}

fn is_recipients(page: &Page, line: &Line) -> bool {
    let tokens = &page.tokens[line.tokens.clone()];
    RECIPIENTS.at(tokens).is_some_and(|hit| {
        tokens.get(hit.len).is_none_or(|t| matches!(t.kind, TokenKind::Mark(':' | '.')))
    })
}

/// `TM. BAN THƯỜNG VỤ`, alone on its line or in the right column.
pub fn is_authority(page: &Page, line: &Line) -> bool {
    page.cells(line).into_iter().any(|cell| {
        let tokens = &page.tokens[cell];
        AUTHORITY.at(tokens).is_some_and(|hit| {
            tokens.len() > hit.len
                && tokens.iter().filter(|t| t.is_word()).all(|t| t.upper())
                && (tokens[hit.len].is('.') || hit.len > 1)
        })
    })
}

/// The line of a post in capitals (`CHỦ TỊCH`) where no authority stands above it.
fn posts(page: &Page, lines: Range<usize>) -> Option<usize> {
    let near = lines.end.saturating_sub(6);
    lines.into_iter().find(|at| {
        let line = &page.lines[*at];
        page.cells(line).into_iter().any(|cell| {
            let tokens = &page.tokens[cell];
            let shown = tokens.iter().all(|t| t.upper()) || *at >= near && tokens[0].capitalised();
            POSTS.whole(tokens).is_some() && shown
        })
    })
}

/// The kind of review that the title names, else the body's first lines.
pub fn review(page: &Page, part: &Part) -> Option<Review> {
    let head = page.lines_tokens(part.body.start..part.body.end.min(part.body.start + 6));
    let title = REVIEWS.within(&page.tokens[part.title.clone()]);
    let (_, hit) = title.or_else(|| REVIEWS.within(&page.tokens[head]))?;
    Some(if hit.value == "interim" { Review::Interim } else { Review::Final })
}

#[cfg(test)]
mod tests;
