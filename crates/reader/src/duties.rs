//! Duties per body (nhiệm vụ): who leads, who coordinates, what.

use crate::body;
use crate::clause;
use crate::demands::named_in_bracket;
use crate::lexicon::{ASIDES, CLAUSES, COORDINATION, LEADS, PERSONS, POSTS, REQUESTS};
use crate::outlines::{self, Above};
use crate::page::{Page, Row, TokenKind};
use domain::plan::Duty;
use domain::source::Span;
use std::ops::Range;

/// What the sections of organisation lay upon each body, one duty a line.
pub fn duties(page: &Page, lines: Range<usize>, above: &Above) -> Vec<Duty> {
    let mut duties = Vec::new();
    let organised = lines.clone().any(|line| above.is_about(page, line, "organisation"));
    for line in lines {
        if let Some(row) = page.row(line) {
            duties.extend(of_row(page, row).filter(|_| row.lines.start == line));
            continue;
        }
        let laid = match organised {
            true => above.is_about(page, line, "organisation") || charges(page, line),
            false => {
                page.lines[line].marker.is_some()
                    && (is_laid(page, above, line) || charges(page, line))
            }
        };
        if page.lines[line].is_rule(page) || !laid {
            continue;
        }
        let words = page.lines[line].words.clone();
        if ASIDES.at(&page.tokens[words.clone()]).is_some() {
            continue;
        }
        let Some((who, from)) = actor(page, above, line) else { continue };
        if who.is_empty() || from >= words.end {
            continue;
        }
        let laid = each_own(page, who, from..words.end);
        duties.extend(laid.into_iter().filter_map(|(who, what)| duty(page, &who, what)));
    }
    duties
}

fn duty(page: &Page, who: &[String], words: Range<usize>) -> Option<Duty> {
    let what = page.words(words.clone());
    let what = what.trim_matches([';', ':', '.', '/', ' ', ',', '-']).to_owned();
    let (with, span) = (coordinating(page, words.clone()), page.span(words));
    (!what.is_empty()).then_some(Duty { who: who.join("; "), with, what, span })
}

/// The duties of a line: what `who` does, and what others do whom it names at the start of a
/// further sentence (`…; giao Ban Tài chính bố trí kinh phí`).
fn each_own(
    page: &Page,
    who: Vec<String>,
    words: Range<usize>,
) -> Vec<(Vec<String>, Range<usize>)> {
    let mut laid = vec![(who, words.clone())];
    let ends = |at: &usize| matches!(page.tokens[*at].kind, TokenKind::Mark(';' | '.'));
    for mark in words.clone().filter(ends) {
        let line = page.line_of(mark);
        let begins = clause::sentence(page, line, mark + 1).start == mark + 1;
        let Some((who, from)) = other_actor(page, mark + 1..words.end).filter(|_| begins) else {
            continue;
        };
        if let Some((_, before)) = laid.last_mut() {
            before.end = mark;
        }
        laid.push((who, from..words.end));
    }
    laid
}

/// Who is told to do something of his own where a sentence begins, and his verb.
fn other_actor(page: &Page, words: Range<usize>) -> Option<(Vec<String>, usize)> {
    let hit = REQUESTS.at(&page.tokens[words.clone()]).filter(|hit| hit.value == "ask");
    let from = words.start + hit.map_or(0, |hit| hit.len);
    let (bodies, end) = body::list(page, from..words.end)?;
    let rest = &page.tokens[end..words.end];
    // `…; các ban phối hợp.` helps with what was said before.
    let helps =
        COORDINATION.at(rest).is_some_and(|hit| rest.get(hit.len).is_none_or(|t| !t.is_word()));
    let acts = LEADS.at(rest).or_else(|| CLAUSES.at(rest)).is_some();
    (acts && !helps).then(|| (body::names(page, &bodies), end))
}

/// True of a line that lays a duty upon a body without a section of organisation above it: it begins
/// with the body (`Điều 2. Văn phòng chủ trì …`), or stands under `Đối với …`.
fn is_laid(page: &Page, above: &Above, line: usize) -> bool {
    let words = page.lines[line].words.clone();
    let under = above.lines(line).iter().any(|at| {
        let tokens = &page.tokens[page.lines[*at].words.clone()];
        REQUESTS.at(tokens).is_some() && !clause::bodies_of_heading(page, *at).is_empty()
    });
    let leads = |end: usize| LEADS.at(&page.tokens[end..words.end]).is_some();
    under || body::list(page, words.clone()).is_some_and(|(_, end)| leads(end))
}

/// `Cấp tỉnh: giao Văn phòng …`: true of a line that charges a body, wherever it stands.
fn charges(page: &Page, line: usize) -> bool {
    let words = page.lines[line].words.clone();
    let opens = |at: usize| matches!(page.tokens[at - 1].kind, TokenKind::Mark(':' | ';'));
    words.clone().skip(1).filter(|at| opens(*at)).any(|at| {
        let hit = REQUESTS.at(&page.tokens[at..words.end]);
        let asks = hit.is_some_and(|hit| hit.value == "ask");
        asks && other_actor(page, at..words.end).is_some()
    })
}

/// The duty that a row of a table lays upon a body.
fn of_row(page: &Page, row: &Row) -> Option<Duty> {
    let (who, mut with) = of_cell(page, row.who.clone());
    for name in names(page, row.with.clone()) {
        if !with.contains(&name) {
            with.push(name);
        }
    }
    let what = page.words(row.what.clone());
    let what = what.trim_matches([';', ':', '.', '/', ' ', ',', '-']).to_owned();
    let span = page.span(row.what.clone());
    (!who.is_empty() && !what.is_empty()).then_some(Duty { who: who.join("; "), with, what, span })
}

/// The bodies of a cell, and those it says they work with.
pub fn of_cell(page: &Page, cell: Range<usize>) -> (Vec<String>, Vec<String>) {
    let tokens = &page.tokens[cell.clone()];
    let Some((at, hit)) = COORDINATION.within(tokens) else {
        return (names(page, cell), Vec::new());
    };
    let behind = cell.start + at + hit.len..cell.end;
    (names(page, cell.start..cell.start + at), names(page, behind))
}

/// The names in a cell: one a line or between semicolons, or a list of bodies.
fn names(page: &Page, cell: Range<usize>) -> Vec<String> {
    let mut found = Vec::new();
    let mut from = cell.start;
    for at in cell.clone().chain([cell.end]) {
        let ends = at == cell.end || page.tokens[at].is(';') || at > from && begins(page, at);
        if !ends {
            continue;
        }
        let word = |t: &usize| page.tokens[*t].is_word();
        let first = (from..at).find(word);
        let last = (from..at).rev().find(|t| word(t) || page.tokens[*t].is(')'));
        if let (Some(first), Some(last)) = (first, last) {
            found.extend(listed(page, first..last + 1));
        }
        from = if at < cell.end && page.tokens[at].is(';') { at + 1 } else { at };
    }
    found
}

/// True of the first word of a line of a cell that is a name of its own.
fn begins(page: &Page, at: usize) -> bool {
    let gap = Span::new(page.tokens[at - 1].span.to, page.tokens[at].span.from);
    let bullet = usize::from(page.tokens[at].is('-'));
    page.raw(gap).contains(&'\n') && body::head(&page.tokens[at + bullet..]).is_some()
}

/// The bodies of a list, without the word that they lead; another name as it stands.
fn listed(page: &Page, piece: Range<usize>) -> Vec<String> {
    let bodies = body::list(page, piece.clone()).filter(|(_, end)| {
        let rest = &page.tokens[*end..piece.end];
        rest.iter().all(|t| !t.is_word()) || LEADS.at(rest).is_some()
    });
    match bodies {
        Some((bodies, _)) => body::names(page, &bodies),
        None => vec![page.words(piece)],
    }
}

/// Who has the duty of a line, and the token it begins with; none in a heading with its duties
/// below.
fn actor(page: &Page, above: &Above, line: usize) -> Option<(Vec<String>, usize)> {
    let words = page.lines[line].words.clone();
    if let Some(apart) = set_apart(page, line) {
        return Some(apart);
    }
    let (mut who, mut from) = (clause::heading_bodies(page, above, line), words.start);
    if let Some((bodies, end)) = clause::heading(page, line) {
        if end >= words.end {
            return None;
        }
        (who, from) = (body::names(page, &bodies), end);
    } else if let Some((person, end)) = person(page, words.clone()) {
        (who, from) = (vec![person], end);
    } else if let Some(colon) = own_heading(page, line) {
        from = colon + 1;
    } else if who.is_empty() && page.lines[line].ends_with(page, ':') {
        return None;
    }
    Some(leading(page, from..words.end).or_else(|| asked(page, line)).unwrap_or((who, from)))
}

/// The colon of a heading that is the section of organisation itself: `3. Thực hiện: …`.
fn own_heading(page: &Page, line: usize) -> Option<usize> {
    let marker = page.lines[line].marker.as_ref();
    let numbered = marker.is_some_and(|marker| !marker.is_bullet());
    let own = numbered && outlines::about(page, &page.lines[line], "organisation");
    outlines::colon(page, line).filter(|_| own)
}

/// `Riêng các đơn vị (A, B) …`: the units named.
fn set_apart(page: &Page, line: usize) -> Option<(Vec<String>, usize)> {
    let words = page.lines[line].words.clone();
    let apart = REQUESTS.at(&page.tokens[words.clone()]);
    let hit = apart.filter(|hit| hit.value == crate::lexicon::APART.as_str())?;
    let (bodies, end) = body::list(page, words.start + hit.len..words.end)?;
    Some(named_in_bracket(page, end..words.end).unwrap_or((body::names(page, &bodies), end)))
}

/// `Đồng chí Phó Chủ tịch: …`, `Đ/c Lê Văn A phụ trách …`: a person, up to the colon or the verb.
fn person(page: &Page, words: Range<usize>) -> Option<(String, usize)> {
    let tokens = &page.tokens[words.clone()];
    let named = PERSONS.at(tokens);
    let post = POSTS.at(tokens);
    let first = named.or(post)?.len;
    let colon = tokens.iter().take(14).position(|t| t.is(':'));
    let acts = |at: &usize| LEADS.at(&tokens[*at..]).or(CLAUSES.at(&tokens[*at..])).is_some();
    let verb = (first + 1..tokens.len().min(12)).find(acts).filter(|_| named.is_some());
    let (end, behind) = match (colon, verb) {
        (Some(colon), _) => (colon, colon + 1),
        (None, verb) => (verb?, verb?),
    };
    Some((page.words(words.start..words.start + end), words.start + behind))
}

/// The bodies a line begins with, before the verb of their duty.
fn leading(page: &Page, words: Range<usize>) -> Option<(Vec<String>, usize)> {
    if let Some((names, named)) = clause::subject(page, words.clone())
        && named.start == words.start
    {
        return Some((names, named.end));
    }
    let hit = REQUESTS.at(&page.tokens[words.clone()]).filter(|hit| hit.value == "ask");
    let from = words.start + hit.map_or(0, |hit| hit.len);
    let (bodies, end) = body::list(page, from..words.end)?;
    let acts = hit.is_some() || LEADS.at(&page.tokens[end..words.end]).is_some();
    acts.then(|| (body::names(page, &bodies), end))
}

/// Bodies that a closing paragraph asks: `…, đề nghị LĐLĐ các huyện …`.
fn asked(page: &Page, line: usize) -> Option<(Vec<String>, usize)> {
    let words = page.lines[line].words.clone();
    if page.lines[line].marker.is_some() {
        return None;
    }
    let asks = |at: &usize| {
        let hit = REQUESTS.at(&page.tokens[*at..words.end]);
        hit.is_some_and(|hit| hit.value == "ask") && page.tokens[*at - 1].is(',')
    };
    let at = (words.start + 1..words.end).find(asks)?;
    clause::asked_by_name(page, at..words.end).filter(|(names, _)| !names.is_empty())
}

/// The bodies behind `phối hợp với`, or those of whom a clause says no more than that they do.
fn coordinating(page: &Page, part: Range<usize>) -> Vec<String> {
    let mut with: Vec<String> = Vec::new();
    for (at, hit) in COORDINATION.all_within(&page.tokens[part.clone()]) {
        let at = part.start + at;
        let behind = body::list(page, at + hit.len..part.end).map(|(bodies, _)| bodies);
        let bodies = behind.or_else(|| helpers(page, part.start..at, at + hit.len..part.end));
        for name in bodies.map_or(Vec::new(), |bodies| body::names(page, &bodies)) {
            if !with.contains(&name) {
                with.push(name);
            }
        }
    }
    with
}

/// `…; các ban phối hợp.`: the bodies of a clause that ends with its verb.
fn helpers(page: &Page, before: Range<usize>, behind: Range<usize>) -> Option<Vec<body::Named>> {
    let ends = page.tokens[behind].first().is_none_or(|t| !t.is_word());
    let from = before.clone().rev().find(|at| page.tokens[*at].is(';'))? + 1;
    let (bodies, end) = body::list(page, from..before.end).filter(|_| ends)?;
    (end == before.end).then_some(bodies)
}

#[cfg(test)]
mod tests;
