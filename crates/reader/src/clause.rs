//! The clause a dated phrase stands in: who acts, what is done, and what kind of act it is.

use crate::body::{self, Kind, Named};
use crate::lexicon::{
    ACTS, ANNOUNCED, ARTICLES, ASIDES, AUXILIARIES, CITED_TYPES, CLAUSES, COORDINATION, DATA,
    DATES, ENGLISH_DATES, FORMS, INVITATION, LEADS, REQUESTS, REVIEWS, ROLES, TOPICS,
};
use crate::outlines::Above;
use crate::page::{Page, Token, TokenKind};
use domain::plan::Act;
use std::ops::Range;

/// A name that no list has takes at most so many words.
const LONGEST_NAME: usize = 14;

/// The sentence of the paragraph of a line that holds `at`.
pub fn sentence(page: &Page, line: usize, at: usize) -> Range<usize> {
    let words = page.lines[line].words.clone();
    let outside = outside_brackets(page, words.clone());
    let ends = |token: usize| {
        outside[token - words.start]
            && match page.tokens[token].kind {
                TokenKind::Mark(';') => !lists(page, words.start, token),
                TokenKind::Mark('.') => page
                    .tokens
                    .get(token + 1)
                    .is_some_and(|next| !page.tokens[token].touches(next) && next.capitalised()),
                _ => false,
            }
    };
    let from = (words.start..at).rev().find(|t| ends(*t)).map_or(words.start, |t| t + 1);
    let to = (at..words.end).find(|t| ends(*t)).unwrap_or(words.end);
    from..to
}

/// A semicolon in a list of bodies: one stands behind it, and no verb before.
fn lists(page: &Page, from: usize, semicolon: usize) -> bool {
    let end = page.lines[page.line_of(semicolon)].words.clone().end;
    let said = &page.tokens[from..semicolon];
    let verb = CLAUSES.within(said).or_else(|| LEADS.within(said)).is_some();
    !verb && body::named(page, semicolon + 1..end).is_some()
}

/// For every token whether it stands outside all brackets that are closed.
fn outside_brackets(page: &Page, words: Range<usize>) -> Vec<bool> {
    let mut outside = vec![true; words.len()];
    let mut open = None;
    for at in words.clone() {
        match (page.tokens[at].kind, open) {
            (TokenKind::Mark('('), _) => open = Some(at),
            (TokenKind::Mark(')'), Some(from)) => {
                outside[from - words.start..at - words.start].fill(false);
                open = None;
            }
            _ => {}
        }
    }
    outside
}

/// Who acts in `part` of a sentence: the bodies before its verb, their names, and where they end.
pub fn subject(page: &Page, part: Range<usize>) -> Option<(Vec<String>, Named)> {
    let mut at = part.start;
    while at < part.end {
        // `phối hợp với Vụ Pháp chế, Văn phòng Bộ tổ chức …`: who is worked with does not act.
        if let Some(end) = worked_with(page, at..part.end) {
            at = end;
            continue;
        }
        let opens = at == part.start || {
            let before = &page.tokens[at - 1];
            matches!(before.kind, TokenKind::Mark(',' | ':' | '(')) || asked(page, part.start, at)
        };
        let starts = opens.then(|| body::list(page, at..part.end)).flatten();
        match starts {
            Some((bodies, end)) if acts(page, end, part.end) || asked(page, part.start, at) => {
                return Some((body::names(page, &bodies), at..end));
            }
            Some((_, end)) => at = end,
            None => at += 1,
        }
    }
    None
}

/// Where the bodies end that words of coordination at the start of `part` name.
fn worked_with(page: &Page, part: Range<usize>) -> Option<usize> {
    let hit = COORDINATION.at(&page.tokens[part.clone()])?;
    let (_, end) = body::list(page, part.start + hit.len..part.end)?;
    Some(end)
}

/// Who acts in `part` where no body of the list is named: what stands before its first verb, if it
/// reads like a name.
pub fn unknown_subject(page: &Page, part: Range<usize>) -> Option<(Vec<String>, Named)> {
    let start = part.clone().find(|at| page.tokens[*at].is_word())?;
    let verb = |at: &usize| {
        let rest = &page.tokens[*at..part.end];
        CLAUSES.at(rest).is_some() || REVIEWS.at(rest).is_some()
    };
    let end = (start..part.end).take(LONGEST_NAME).find(verb)?;
    // `… đã`, `… phải`: words that belong to the verb.
    let helps = |at: &usize| AUXILIARIES.whole(&page.tokens[*at..end]).is_some();
    let verb = CLAUSES.at(&page.tokens[end..part.end]).map_or(0, |hit| hit.len);
    let heads = page.tokens[..part.end].get(end + verb).is_some_and(|t| t.is(':'));
    let end = match heads {
        // `Đơn vị chưa gửi: …`
        true => end + verb,
        false => (start..end).find(helps).unwrap_or(end),
    };
    let tokens = &page.tokens[start..end];
    let article = ARTICLES.at(tokens).map_or(0, |hit| hit.len);
    // `Tháng 6/2022: đoàn khảo sát …`
    let colon = start.checked_sub(2).is_some_and(|before| {
        page.tokens[before].number().is_some() && page.tokens[before + 1].is(':')
    });
    let named = article > 0 || colon || tokens.first().is_some_and(Token::capitalised);
    let other = (0..tokens.len()).any(|at| {
        let rest = &tokens[at..];
        ACTS.at(rest).is_some()
            || CITED_TYPES.at(rest).is_some()
            || DATA.at(rest).is_some()
            || ROLES.at(rest).is_some()
            || TOPICS.at(rest).is_some()
            || DATES.at(rest).is_some_and(|hit| !matches!(hit.value, "and" | "of" | "or"))
            || ANNOUNCED.at(rest).is_some()
            || REQUESTS.at(rest).is_some()
            || FORMS.at(rest).is_some()
            || ASIDES.at(rest).is_some()
            || rest[0].number().is_some()
            || matches!(rest[0].kind, TokenKind::Mark(c) if c != ',' && c != '-')
    });
    // `Các thôn …`: with an article one word is a name.
    let least = if article > 0 { article + 1 } else { 2 };
    if other || !named || tokens.len() < least {
        return None;
    }
    let mut names = Vec::new();
    let mut from = start + article;
    for at in start + article..=end {
        let parts = at == end || page.tokens[at].is(',') || and(page, at);
        if parts && from < at {
            names.push(page.words(from..at));
        }
        from = if parts { at + 1 } else { from };
    }
    Some((names, start..end))
}

/// Who the lines above `line` are for: the nearest heading that names bodies and no more.
pub fn heading_bodies(page: &Page, above: &Above, line: usize) -> Vec<String> {
    let near = above.lines(line).iter().rev();
    near.map(|at| bodies_of_heading(page, *at)).find(|names| !names.is_empty()).unwrap_or_default()
}

/// The bodies a heading names, if it is nothing but their names.
pub fn bodies_of_heading(page: &Page, line: usize) -> Vec<String> {
    heading(page, line).map_or(Vec::new(), |(bodies, _)| body::names(page, &bodies))
}

/// The bodies of a heading, and the first token behind its colon.
pub fn heading(page: &Page, line: usize) -> Option<(Vec<Named>, usize)> {
    let words = page.lines[line].words.clone();
    let tokens = &page.tokens[words.clone()];
    let skip = REQUESTS.at(tokens).map_or(0, |hit| hit.len);
    let (bodies, mut end) = body::list(page, words.start + skip..words.end)?;
    // `(qua …)` and the like may stand between the name and the colon.
    if page.tokens.get(end).is_some_and(|t| t.is('(')) {
        let close = (end..words.end).take(20).find(|t| page.tokens[*t].is(')'))?;
        end = close + 1;
    }
    let rest = &page.tokens[end.min(words.end)..words.end];
    match rest.first().map(|t| t.kind) {
        None => Some((bodies, words.end)),
        Some(TokenKind::Mark(':')) => Some((bodies, end + 1)),
        Some(TokenKind::Mark('.' | ';')) if rest.len() == 1 => Some((bodies, words.end)),
        _ => None,
    }
}

/// Where the last clause of `part` begins: behind the last `, ` or `và ` before a verb.
pub fn last_clause(page: &Page, part: Range<usize>) -> usize {
    let tokens = &page.tokens[part.clone()];
    let mut from = part.start;
    for at in 1..tokens.len() {
        let before = &tokens[at - 1];
        let joint = before.is(',') || before.is(':') || and(page, part.start + at - 1);
        let rest = &tokens[at..];
        if joint && (CLAUSES.at(rest).is_some() || REQUESTS.at(rest).is_some()) {
            from = part.start + at;
        }
    }
    from
}

/// Who is asked where `clause` begins with a request: their names, and where the verb stands.
pub fn asked_by_name(page: &Page, clause: Range<usize>) -> Option<(Vec<String>, usize)> {
    let hit = REQUESTS.at(&page.tokens[clause.clone()])?;
    let from = clause.start + hit.len;
    if let Some((bodies, end)) = body::list(page, from..clause.end) {
        return Some((body::names(page, &bodies), end));
    }
    let verb = (from..clause.end)
        .take(10)
        .find(|at| CLAUSES.at(&page.tokens[*at..clause.end]).is_some())?;
    Some((vec![page.words(from..verb)], verb)).filter(|_| verb > from)
}

/// What kind of act `clause` tells of; none where no word of it says.
pub fn act(page: &Page, clause: Range<usize>) -> Option<Act> {
    let tokens = &page.tokens[clause];
    // `Báo cáo …` that begins what is to be done is the act itself; elsewhere it is its object.
    if ACTS.at(tokens).is_some_and(|hit| hit.value == "report") {
        return Some(Act::Send);
    }
    // `tổng hợp báo cáo Tổng Liên đoàn`: a union that is told of it is sent it.
    let told = ACTS.all_within(tokens).any(|(at, hit)| {
        let to = body::head(&tokens[at + hit.len..]);
        hit.value == "report" && at > 0 && to.is_some_and(|head| head.kind == Kind::National)
    });
    if told {
        return Some(Act::Send);
    }
    let hits = ACTS.all_within(tokens).map(|(_, hit)| hit.value).filter(|act| *act != "report");
    let mut hits: Vec<&str> = hits.collect();
    if invites(tokens) {
        hits.retain(|act| *act != "send");
        hits.push("other");
    }
    let has = |value: &str| hits.contains(&value);
    // What is sent for opinions asks for them; what is sent with or after them goes.
    let asks = hits.iter().rfind(|hit| matches!(**hit, "send" | "opinion"));
    if has("send") {
        return Some(if asks == Some(&"opinion") { Act::Opinion } else { Act::Send });
    }
    match *hits.first()? {
        "other" if has("opinion") => Some(Act::Opinion),
        "other" => Some(Act::Other),
        "opinion" => Some(Act::Opinion),
        // Who surveys and then holds the review, holds it by the end of the time given.
        "survey" if has("hold_meeting") => Some(Act::Hold),
        "survey" => Some(Act::Survey),
        // `thẩm định hồ sơ, hoàn thành …`: it is not the review that is done.
        "done" if hits.len() == 1 && other_task(tokens) => Some(Act::Other),
        // A conference that holds the review is the review, unless it is part of a session.
        _ if has("meeting") => Some(Act::Meeting),
        _ => Some(Act::Hold),
    }
}

/// `gửi giấy mời`: what goes out to guests is no report coming in.
fn invites(tokens: &[Token]) -> bool {
    let sent = ACTS.all_within(tokens).filter(|(_, hit)| hit.value == "send").last();
    let from = sent.map_or(tokens.len(), |(at, hit)| at + hit.len);
    let paper = CITED_TYPES.at(&tokens[from..]);
    paper.is_some_and(|hit| hit.value == INVITATION.as_str())
}

fn other_task(tokens: &[Token]) -> bool {
    CLAUSES.at(tokens).or_else(|| LEADS.at(tokens)).is_some() && ACTS.at(tokens).is_none()
}

fn acts(page: &Page, at: usize, end: usize) -> bool {
    let rest = &page.tokens[at.min(end)..end];
    // `phòng A2-105` is a room.
    let apart = at > 0 && rest.first().is_some_and(|t| !page.tokens[at - 1].touches(t));
    rest.first().is_none_or(|t| {
        CLAUSES.at(rest).is_some()
            || t.is(':')
            || t.is('-') && apart
            || ACTS.at(rest).is_some()
            || COORDINATION.at(rest).is_some()
    })
}

/// True where a word just before `at` asks or orders.
fn asked(page: &Page, from: usize, at: usize) -> bool {
    let before = &page.tokens[from..at];
    (1..=3.min(before.len())).any(|back| {
        let tail = &before[before.len() - back..];
        REQUESTS.whole(tail).is_some()
            || ARTICLES.at(&tail[tail.len() - 1..]).is_some()
                && REQUESTS.whole(&tail[..tail.len() - 1]).is_some()
    })
}

fn and(page: &Page, token: usize) -> bool {
    let token = &page.tokens[token..=token];
    DATES.at(token).or_else(|| ENGLISH_DATES.at(token)).is_some_and(|hit| hit.value == "and")
}
