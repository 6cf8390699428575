//! Recipients (nơi nhận) with what each copy is for, and the signature block.

use crate::lexicon::{AUTHORITY, POSTS, PURPOSES, RECIPIENTS, SIGNED};
use crate::page::{Line, Page, Token, TokenKind};
use crate::parts::Part;
use domain::plan::{Recipient, Signatory};
use std::ops::Range;

/// A line of the list is not set in farther than this.
const FARTHEST: usize = 12;

/// The recipients of a document, in order.
///
/// A purpose that stands behind a wide gap is a brace over the lines around it up to an empty
/// line: it is given to each and marked as inferred.
pub fn recipients(page: &Page, part: &Part) -> Vec<Recipient> {
    let mut found: Vec<Recipient> = Vec::new();
    let mut group = 0;
    let mut brace: Option<&'static str> = None;
    // Where the list has bullets, a line without one goes on with the name above it.
    let bulleted = part.recipients.clone().any(|at| page.lines[at].marker.is_some());
    for at in part.recipients.clone() {
        let line = &page.lines[at];
        let tokens = &page.tokens[line.tokens.clone()];
        if line.blank_before {
            cover(&mut found[group..], brace.take());
            group = found.len();
        }
        let label = RECIPIENTS.at(tokens).map_or(0, |hit| hit.len);
        let cells = page.cells(line);
        let Some(cell) = cells.first().cloned() else { continue };
        let after =
            cells.get(1).and_then(|cell| PURPOSES.whole(trimmed(&page.tokens[cell.clone()])));
        brace = brace.or(after.map(|hit| hit.value));
        let from = cell.start.max(line.words.start) + label;
        let from = (from..cell.end).find(|t| !page.tokens[*t].is(':')).unwrap_or(cell.end);
        if from >= cell.end || signs(page, from..cell.end) {
            continue;
        }
        let bare = line.marker.is_none() && label == 0;
        // The right column has the signature, or a line stands by itself.
        if bare && bulleted && (line.blank_before || page.indent(line) > FARTHEST) {
            continue;
        }
        let mut pieces = listed(page, from..cell.end).into_iter();
        let goes_on = bare && bulleted && !found.is_empty();
        if goes_on && let (Some(last), Some(piece)) = (found.last_mut(), pieces.next()) {
            let more = recipient(page, piece);
            last.name = format!("{} {}", last.name, more.name);
            last.purpose = last.purpose.take().or(more.purpose);
        }
        found.extend(pieces.map(|piece| recipient(page, piece)));
    }
    cover(&mut found[group..], brace);
    found.retain(|recipient| !recipient.name.is_empty());
    found
}

fn recipient(page: &Page, within: Range<usize>) -> Recipient {
    let tokens = &page.tokens[within.clone()];
    // `Lưu: VT, …` names its purpose first.
    if let Some(hit) = PURPOSES.at(tokens).filter(|hit| hit.len < tokens.len()) {
        let colon = usize::from(tokens[hit.len].is(':'));
        let name = name(page, within.start + hit.len + colon..within.end);
        // The office that keeps it, and who wrote it: `VT- TH`.
        let name = name.replace(" - ", "-").replace("- ", "-");
        return Recipient { name, purpose: Some(hit.value.to_owned()), inferred: false };
    }
    let open = tokens.iter().rposition(|t| t.is('('));
    let bracket = open.and_then(|open| {
        let close =
            tokens[open..].iter().position(|t| t.is(')')).map_or(tokens.len(), |c| open + c);
        PURPOSES.whole(&tokens[open + 1..close]).map(|hit| (open, hit.value))
    });
    match bracket {
        Some((open, purpose)) => Recipient {
            name: name(page, within.start..within.start + open),
            purpose: Some(purpose.to_owned()),
            inferred: false,
        },
        None => Recipient { name: name(page, within), purpose: None, inferred: false },
    }
}

/// Several recipients on one line stand between semicolons: `- A (b/c); - B; …`.
fn listed(page: &Page, within: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut from = within.start;
    for at in within.clone().chain([within.end]) {
        if at < within.end && !page.tokens[at].is(';') {
            continue;
        }
        let bullet = (from..at).find(|t| !page.tokens[*t].is('-')).unwrap_or(at);
        if (bullet..at).any(|t| !matches!(page.tokens[t].kind, TokenKind::Mark(_))) {
            pieces.push(bullet..at);
        }
        from = at + 1;
    }
    pieces
}

fn name(page: &Page, tokens: Range<usize>) -> String {
    let name = crate::casing::running_case(page, tokens);
    name.trim_matches([';', '.', ',', ':', '-', ' ', '/', '}', '{']).to_owned()
}

fn cover(group: &mut [Recipient], purpose: Option<&str>) {
    for recipient in group.iter_mut().filter(|r| purpose.is_some() && r.purpose.is_none()) {
        recipient.purpose = purpose.map(str::to_owned);
        recipient.inferred = true;
    }
}

fn trimmed(tokens: &[Token]) -> &[Token] {
    let marks = |t: &&Token| matches!(t.kind, TokenKind::Mark('.' | ';' | '(' | ')' | '}'));
    let from = tokens.iter().take_while(marks).count();
    let rest = &tokens[from..];
    &rest[..rest.len() - rest.iter().rev().take_while(marks).count()]
}

fn signs(page: &Page, cell: Range<usize>) -> bool {
    let tokens = &page.tokens[cell];
    AUTHORITY.at(tokens).is_some_and(|hit| {
        tokens.get(hit.len).is_some_and(|t| t.is('.') || hit.len > 1 && t.upper())
    })
}

/// Who signs: authority, post, name. A part that is not there stays empty.
pub fn signatory(page: &Page, part: &Part) -> Signatory {
    let mut found = Signatory::default();
    for at in part.signature.clone() {
        let line = &page.lines[at];
        for cell in signature_cells(page, line) {
            read_cell(page, cell, &mut found);
        }
        // Another document's rule ends the block.
        if found.name.is_some() && line.is_rule(page) {
            break;
        }
    }
    found
}

/// The cells of a line that may belong to the right column.
fn signature_cells(page: &Page, line: &Line) -> Vec<Range<usize>> {
    let cells = page.cells(line);
    let bullets = |cell: &Range<usize>| {
        let tokens = &page.tokens[cell.clone()];
        tokens[0].is('-')
            || RECIPIENTS.at(tokens).is_some()
            || PURPOSES.whole(trimmed(tokens)).is_some()
    };
    cells.into_iter().filter(|cell| !bullets(cell)).collect()
}

fn read_cell(page: &Page, cell: Range<usize>, found: &mut Signatory) {
    let tokens = &page.tokens[cell.clone()];
    let words = tokens.iter().filter(|t| t.is_word()).count();
    if words == 0 {
        return;
    }
    if let Some((at, _)) = SIGNED.within(tokens) {
        found.signed = true;
        if at <= 1 {
            return;
        }
    }
    if found.authority.is_none() && found.name.is_none() && AUTHORITY.at(tokens).is_some() {
        found.authority = Some(page.words(cell));
        return;
    }
    let second = AUTHORITY.at(tokens).is_some() && tokens.iter().all(|t| !t.is_word() || t.upper());
    if found.post.is_none() && (POSTS.at(tokens).is_some() || second && words > 1) {
        found.post = Some(page.words(cell));
        return;
    }
    // `KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`: the post is the one that signs.
    if POSTS.whole(tokens).is_some() && found.name.is_none() {
        let before = found.post.take();
        found.authority = match (found.authority.take(), before) {
            (Some(authority), Some(post)) => Some(format!("{authority} {post}")),
            (authority, post) => authority.or(post),
        };
        found.post = Some(page.words(cell));
        return;
    }
    let name = own_name(page, cell);
    let tokens = &page.tokens[name.clone()];
    let named = (2..=6).contains(&tokens.len()) && tokens.iter().all(Token::capitalised);
    if found.name.is_none() && named && found.post.is_some() {
        found.name = Some(crate::casing::running_case(page, name));
    }
}

/// A name without the degree before it (`ThS.`) and what stands in brackets behind it.
fn own_name(page: &Page, cell: Range<usize>) -> Range<usize> {
    let tokens = &page.tokens[cell.clone()];
    let end = tokens.iter().position(|t| t.is('(')).unwrap_or(tokens.len());
    let degree = tokens[..end].iter().take(6).rposition(|t| t.is('.')).map_or(0, |at| at + 1);
    cell.start + degree..cell.start + end
}

#[cfg(test)]
mod tests;
