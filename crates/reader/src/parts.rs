//! The documents of one file, and the regions of each: letterhead, title, body, recipients,
//! signature.

use crate::lexicon::{AUTHORITY, BASIS, DOCUMENT_TYPES, MOTTO, POSTS, RECIPIENTS, REVIEWS};
use crate::page::{Line, Page, TokenKind};
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
    /// The line with the type, and the tokens it takes.
    type_line: Option<(usize, usize)>,
    kind: DocumentKind,
}

fn starts(page: &Page) -> Vec<Start> {
    let mut starts: Vec<Start> = Vec::new();
    let mut signed = false;
    for at in 0..page.lines.len() {
        let line = &page.lines[at];
        signed |= is_authority(page, line) || is_recipients(page, line);
        let Some((kind, len)) = type_of(page, line) else { continue };
        let opens = match (starts.last(), kind) {
            (None, DocumentKind::OpinionRequest) => at < 12,
            (None, _) => true,
            (Some(_), DocumentKind::Outline) => true,
            (Some(before), DocumentKind::OpinionRequest) => {
                signed || before.kind == DocumentKind::Outline || page.lines[at - 1].is_rule(page)
            }
            // An annex opens a document of its own only behind the signature.
            (Some(_), _) => signed,
        };
        if !opens {
            continue;
        }
        let first = starts.last().map_or(0, |before| head_of(page, at, before.line));
        let type_line = (kind != DocumentKind::OpinionRequest).then_some((at, len));
        starts.push(Start { line: first, type_line, kind });
        signed = false;
    }
    if starts.is_empty() && !page.lines.is_empty() {
        starts.push(Start { line: 0, type_line: None, kind: DocumentKind::Other });
    }
    starts
}

/// The kind of document that a line names, and the tokens that name it.
fn type_of(page: &Page, line: &Line) -> Option<(DocumentKind, usize)> {
    let tokens = &page.tokens[line.tokens.clone()];
    let hit = DOCUMENT_TYPES.at(tokens)?;
    let kind = match hit.value {
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
    };
    let rest = &tokens[hit.len..];
    if kind == DocumentKind::OpinionRequest {
        return rest.first().is_some_and(|t| t.is(':')).then_some((kind, hit.len));
    }
    let capitals = tokens[..hit.len].iter().all(|t| t.upper());
    let set_apart = line.look.centred || line.look.bold || line.heading;
    let alone = rest.iter().all(|t| matches!(t.kind, TokenKind::Mark(_)) || t.number().is_some())
        || kind == DocumentKind::Outline && line.capitals(page);
    let titled = REVIEWS.at(rest).is_some();
    let whole = alone && (capitals || set_apart && tokens[0].capitalised());
    (whole || capitals && titled).then_some((kind, hit.len))
}

/// Goes back from a type line over the letterhead that belongs to it.
fn head_of(page: &Page, type_line: usize, floor: usize) -> usize {
    let mut first = type_line;
    while first > floor + 1 {
        let line = &page.lines[first - 1];
        let tokens = &page.tokens[line.tokens.clone()];
        let head = MOTTO.within(tokens).is_some()
            || line.is_rule(page)
            || (tokens.len() < 30 && crate::letterhead::is_number_or_date(tokens));
        if !head {
            break;
        }
        first -= 1;
    }
    if first == type_line {
        return first;
    }
    // The names of the bodies above the number are in capitals; a signatory's name may be, too.
    while first > floor + 1 && {
        let line = &page.lines[first - 1];
        line.capitals(page) && crate::body::head(&page.tokens[line.words.clone()]).is_some()
    } {
        first -= 1;
    }
    first
}

fn regions(page: &Page, start: Start, end: usize) -> Part {
    let (letterhead, type_words, title, body_from) = match start.type_line {
        Some((at, len)) => {
            let line = &page.lines[at];
            let type_end = line.tokens.start + len;
            let whole = line
                .tokens
                .clone()
                .skip(len)
                .all(|t| matches!(page.tokens[t].kind, TokenKind::Mark(_)));
            let type_end = if whole { line.tokens.end } else { type_end };
            let capitals = !whole && line.capitals(page) && start.kind == DocumentKind::Outline;
            let type_end = if capitals { line.tokens.end } else { type_end };
            let (title_from, first) =
                if type_end == line.tokens.end { (type_end, at + 1) } else { (type_end, at) };
            let last = title_end(page, first, end);
            let title_to = page.lines.get(last).map_or(page.tokens.len(), |l| l.tokens.start);
            let title_to = if last > first { title_to } else { title_from };
            (start.line..at, line.tokens.start..type_end, title_from..title_to, last.max(at + 1))
        }
        None => (start.line..start.line, 0..0, 0..0, start.line),
    };
    let recipients_from =
        (body_from..end).rev().find(|at| is_recipients(page, &page.lines[*at])).unwrap_or(end);
    let signature_from = (body_from..end)
        .rev()
        .find(|at| is_authority(page, &page.lines[*at]))
        .map(|last| first_authority(page, body_from, last))
        .or_else(|| posts(page, body_from.max(recipients_from)..end))
        .unwrap_or(end);
    let body_end = recipients_from.min(signature_from);
    let recipients_end = if signature_from > recipients_from { signature_from } else { end };
    Part {
        kind: kind(page, start.kind, body_from..body_end),
        lines: start.line..end,
        letterhead,
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
                || begun && opens && (line.blank_before || tokens.len() > 25)
                || begun && line.blank_before && tokens.len() > 40
                || DOCUMENT_TYPES.at(tokens).is_some_and(|hit| hit.value == "opinion_request")
        })
        .unwrap_or(most)
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
    lines.into_iter().find(|at| {
        let line = &page.lines[*at];
        page.cells(line).into_iter().any(|cell| {
            let tokens = &page.tokens[cell];
            POSTS.whole(tokens).is_some() && tokens.iter().all(|t| t.upper())
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
