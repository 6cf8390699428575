//! Documents named in the text (văn bản viện dẫn): type, number, date, issuer.

pub mod symbol;

use crate::body;
use crate::date::day_at;
use crate::lexicon::{
    BASIS, CITED_TYPES, CLAUSES, CONGRESS, DATES, MODIFIERS, NUMBER_SIGNS, REVIEWS,
};
use crate::page::{Page, Token, keys, roman};
use crate::parts::Part;
use domain::plan::Cited;
use domain::source::Span;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// The documents a text names, by what they are to it.
#[derive(Debug, Default)]
pub struct Citations {
    pub subject: Vec<Cited>,
    pub basis: Vec<Cited>,
    pub cited: Vec<Cited>,
    /// Where any is named, each time.
    pub spans: Vec<Span>,
}

/// Reads the documents named in `part`: those reviewed stand in the title, the bases before the
/// first section.
pub fn citations(page: &Page, part: &Part, first_section: usize) -> Citations {
    let title = mentions(page, part.title.clone());
    let body: Vec<Mention> = page.lines[part.body.clone()]
        .iter()
        .flat_map(|line| mentions(page, line.tokens.clone()))
        .collect();
    let mut found = Citations::default();
    found.spans.extend(title.iter().chain(&body).map(|m| m.cited.span));
    let mut seen = HashSet::new();
    for mention in &title {
        if seen.insert(identity(&mention.cited)) {
            found.subject.push(mention.cited.clone());
        }
    }
    complete(&mut found.subject, &body);
    let head = page.lines_tokens(part.body.start..first_section.min(part.body.end));
    for mention in body.iter().filter(|m| head.contains(&m.tokens.start)) {
        if is_basis(page, &head, mention, &body) && seen.insert(identity(&mention.cited)) {
            found.basis.push(mention.cited.clone());
        }
    }
    for mention in body {
        if seen.insert(identity(&mention.cited)) {
            found.cited.push(mention.cited);
        }
    }
    found
}

/// `Đại hội X Công đoàn tỉnh` and `Đại hội Công đoàn tỉnh lần thứ X` are one congress.
static ORDINAL_WORDS: LazyLock<Vec<String>> =
    LazyLock::new(|| keys(include_str!("../../lexicon/ordinal_words.txt")));

struct Mention {
    tokens: Range<usize>,
    cited: Cited,
}

fn mentions(page: &Page, within: Range<usize>) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        match mention(page, at..within.end) {
            Some(mention) => {
                at = mention.tokens.end;
                match found.last_mut().filter(|last| quoted(page, last, &mention)) {
                    Some(last) => last.cited.issuer = mention.cited.issuer,
                    None => found.push(mention),
                }
            }
            None => at += 1,
        }
    }
    found
}

/// True where `mention` is the name in quotes of the document before it.
fn quoted(page: &Page, last: &Mention, mention: &Mention) -> bool {
    let between = &page.tokens[last.tokens.end..mention.tokens.start];
    last.cited.issuer.is_none() && between.len() == 1 && between[0].is('"')
}

/// The document named at `within.start`: one with a number or date, or the resolution of a congress.
fn mention(page: &Page, within: Range<usize>) -> Option<Mention> {
    let rest = &page.tokens[within.clone()];
    let hit = CITED_TYPES.at(rest)?;
    let mut at = hit.len;
    at += NUMBER_SIGNS.at(&rest[at..]).map_or(0, |hit| hit.len);
    at += usize::from(rest.get(at).is_some_and(|t| t.is(':')));
    let number = symbol::symbol(&rest[at..]).map(|len| at..at + len);
    at = number.as_ref().map_or(hit.len, |n| n.end);
    let date = dated(&rest[at..]);
    at += date.map_or(0, |(len, _)| len);
    let congress = number.is_none() && date.is_none();
    let issuer = if congress {
        congress_at(page, within.start + at..within.end)
    } else {
        issuer(page, within.start + at..within.end)
    };
    let issuer = match issuer {
        Some(issuer) => Some(issuer),
        None if congress => working_programme(page, within.start + at..within.end),
        None => None,
    };
    if congress && issuer.is_none() {
        return None;
    }
    let end = issuer.as_ref().map_or(within.start + at, |range| range.end);
    let tokens = within.start..end;
    let cited = Cited {
        type_name: hit.value.to_owned(),
        number: number.map(|n| symbol::written(page, &rest[n])),
        date: date.and_then(|(_, day)| day),
        issuer: issuer.map(|range| crate::letterhead::running_case(page, range)),
        span: page.span(tokens.clone()),
    };
    Some(Mention { tokens, cited })
}

/// `, ngày 09/10/2019` or `(ngày …)`.
fn dated(rest: &[Token]) -> Option<(usize, Option<jiff::civil::Date>)> {
    let skip = usize::from(rest.first()?.is(',') || rest[0].is('('));
    let named = DATES.at(rest.get(skip..)?).is_some_and(|hit| hit.value == "day");
    let (len, day) = day_at(&rest[skip..]).filter(|_| named)?;
    let closing = usize::from(rest[0].is('(') && rest.get(skip + len).is_some_and(|t| t.is(')')));
    Some((skip + len + closing, day))
}

/// `của Ban Chấp hành …`.
fn issuer(page: &Page, within: Range<usize>) -> Option<Range<usize>> {
    let rest = &page.tokens[within.clone()];
    let comma = usize::from(rest.first()?.is(','));
    let of = MODIFIERS.at(rest.get(comma..)?).filter(|hit| hit.value == "open")?;
    body::named(page, within.start + comma + of.len..within.end)
}

/// `Đại hội VIII Công đoàn …`, `Đại hội Công đoàn … lần thứ X`, behind the type.
fn congress_at(page: &Page, within: Range<usize>) -> Option<Range<usize>> {
    let tokens = &page.tokens[within.clone()];
    let congress = CONGRESS.at(tokens).filter(|hit| hit.value == "congress")?;
    let mut at = congress.len;
    let mut named = false;
    for _ in 0..6 {
        let rest = &tokens[at..];
        let Some(next) = rest.first() else { break };
        if let Some(hit) = CONGRESS.at(rest).filter(|hit| hit.value == "ordinal") {
            let counted =
                rest.get(hit.len).is_some_and(|t| roman(&t.key).is_some() || t.number().is_some());
            if !counted {
                break;
            }
            at += hit.len + 1;
        } else if next.upper() && roman(&next.key).is_some() {
            at += 1;
        } else if let Some(body) =
            body::named(page, within.start + at..within.end).filter(|_| !named)
        {
            at = body.end - within.start;
            named = true;
        } else {
            break;
        }
    }
    // `đại hội … cấp mình`: whose congress it is depends on the reader.
    let open = tokens.get(at).is_some_and(|next| next.is_word() && !next.capitalised())
        && MODIFIERS.whole(&tokens[at - 1..at]).is_some_and(|hit| hit.value == "level");
    Some(within.start..within.start + at).filter(|_| named && !open)
}

/// A programme without a number that is somebody's: `toàn khóa của Ban Chấp hành …`.
fn working_programme(page: &Page, within: Range<usize>) -> Option<Range<usize>> {
    let tokens = &page.tokens[within.clone()];
    let words = tokens.iter().take(6).take_while(|t| t.is_word() && !t.upper()).count();
    let of = (1..words).find(|at| {
        MODIFIERS.at(&tokens[*at..]).is_some_and(|hit| hit.value == "open" && hit.len == 1)
            && CONGRESS.within(&tokens[..*at]).is_some()
    })?;
    body::named(page, within.start + of + 1..within.end)
}

/// True where the mention is what the plan rests on, not what such a document is about.
fn is_basis(page: &Page, head: &Range<usize>, mention: &Mention, all: &[Mention]) -> bool {
    let before = &page.tokens[head.start..mention.tokens.start];
    let clause = before.iter().rposition(|t| t.is(';')).map_or(0, |at| at + 1);
    let clause = line_start(page, head.start + clause, mention.tokens.start);
    let lead = &page.tokens[clause..mention.tokens.start];
    let begins = BASIS.at(lead).is_some_and(|hit| lead.len() <= hit.len + 1) || lead.is_empty();
    if begins {
        return true;
    }
    if mention.cited.number.is_none() {
        return false;
    }
    // Behind another document of the clause, only `và` or a comma sets one beside it.
    let first = all.iter().find(|m| m.tokens.start >= clause);
    let behind = first.is_some_and(|m| m.tokens.start < mention.tokens.start);
    // `… xây dựng kế hoạch`: behind it the plan speaks of itself.
    let own = CLAUSES.all_within(lead).any(|(at, hit)| {
        let behind = &lead[at + hit.len..];
        CITED_TYPES.at(behind).is_some() && body::head(behind).is_none()
    });
    let beside = lead.last().is_some_and(|t| {
        t.is(',') || DATES.at(std::slice::from_ref(t)).is_some_and(|hit| hit.value == "and")
    });
    let reviewed = REVIEWS.within(&lead[lead.len().saturating_sub(3)..]).is_some();
    behind && beside && !own && !reviewed && BASIS.at(lead).is_some()
}

fn line_start(page: &Page, from: usize, token: usize) -> usize {
    from.max(page.lines[page.line_of(token)].tokens.start)
}

/// What the body says of a document that the title names more briefly.
fn complete(subject: &mut [Cited], body: &[Mention]) {
    for cited in subject {
        let id = identity(cited);
        for mention in body.iter().filter(|m| identity(&m.cited) == id) {
            cited.date = cited.date.or(mention.cited.date);
            cited.issuer = cited.issuer.take().or_else(|| mention.cited.issuer.clone());
        }
    }
}

/// What makes two mentions one document: the number, else type and issuer.
fn identity(cited: &Cited) -> String {
    match &cited.number {
        Some(number) => domain::text::fold(number),
        None => {
            let issuer = cited.issuer.as_deref().unwrap_or_default();
            let date = cited.date.map(|d| d.to_string()).unwrap_or_default();
            let mut words: Vec<String> = crate::lexicon::spelled_out(issuer)
                .into_iter()
                .filter(|word| !ORDINAL_WORDS.contains(word))
                .collect();
            words.sort_unstable();
            format!("{} {} {date}", cited.type_name, words.join(" "))
        }
    }
}

#[cfg(test)]
mod tests;
