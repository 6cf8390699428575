//! Documents named in the text (văn bản viện dẫn): type, number, date, issuer.

mod congress;
pub mod symbol;

pub use congress::congresses;

use self::congress::{congress_at, working_programme};
use crate::body;
use crate::date::day_at;
use crate::lexicon::{
    BASIS, CITED_TYPES, CLAUSES, CONGRESS, CUTS, DATED, DATES, Hit, LAWS, MODIFIERS, NUMBER_SIGNS,
    REVIEWS,
};
use crate::page::{Page, Token, TokenKind, keys, roman};
use crate::parts::Part;
use domain::plan::Cited;
use domain::source::Span;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
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
    let named = |m: &Mention| {
        let cited = &m.cited;
        cited.number.is_some() || cited.date.is_some() || cited.issuer.is_some() || m.law
    };
    let paragraphs = part.body.clone();
    let body: Vec<Mention> = paragraphs
        .flat_map(|at| mentions(page, page.lines[at].tokens.clone()))
        .filter(named)
        .collect();
    let mut found = Citations::default();
    found.spans.extend(title.iter().chain(&body).map(|m| m.cited.span));
    let mut seen = Seen::default();
    for mention in &title {
        if seen.adds(mention) {
            found.subject.push(mention.cited.clone());
        }
    }
    let head = page.lines_tokens(part.body.start..first_section.min(part.body.end));
    let mut bases = Seen::default();
    for mention in body.iter().filter(|m| head.contains(&m.tokens.start)) {
        let Some(rests) = rests(page, &head, mention, &body) else { continue };
        // What is reviewed is a basis as well where the plan says so.
        let new = seen.adds(mention) || rests == Rests::Openly;
        if new && bases.adds(mention) {
            found.basis.push(mention.cited.clone());
        }
    }
    for mention in &body {
        if seen.adds(mention) {
            found.cited.push(mention.cited.clone());
        }
    }
    let all: Vec<&Mention> = title.iter().chain(&body).collect();
    complete(&mut found.subject, &all);
    complete(&mut found.basis, &all);
    complete(&mut found.cited, &all);
    found
}

/// The documents met so far.
#[derive(Default)]
struct Seen {
    ids: HashSet<String>,
    congresses: Vec<Vec<String>>,
}

impl Seen {
    /// True where `mention` names a document for the first time.
    ///
    /// `Đại hội X Công đoàn tỉnh` is the `Đại hội X Công đoàn tỉnh Pa Lao` named before.
    fn adds(&mut self, mention: &Mention) -> bool {
        let words = &mention.congress;
        let within = |one: &[String], other: &[String]| one.iter().all(|w| other.contains(w));
        let known = |other: &Vec<String>| within(words, other) || within(other, words);
        if !words.is_empty() {
            if self.congresses.iter().any(known) {
                return false;
            }
            self.congresses.push(words.clone());
        }
        self.ids.insert(mention.id.clone())
    }
}

/// `Đại hội X Công đoàn tỉnh` and `Đại hội Công đoàn tỉnh lần thứ X` are one congress.
static ORDINAL_WORDS: LazyLock<Vec<String>> =
    LazyLock::new(|| keys(include_str!("../../lexicon/ordinal_words.txt")));

struct Mention {
    tokens: Range<usize>,
    cited: Cited,
    /// What makes two mentions one document: the number, else type, issuer, date and name.
    id: String,
    /// The words of a congress with its ordinal; empty for any other document.
    congress: Vec<String>,
    /// A law, which goes by its name.
    law: bool,
}

impl Mention {
    fn new(page: &Page, tokens: Range<usize>, cited: Cited) -> Mention {
        let issuer = cited.issuer.as_deref().unwrap_or_default();
        let mut words: Vec<String> = crate::lexicon::spelled_out(issuer)
            .into_iter()
            .filter(|word| !ORDINAL_WORDS.contains(word))
            .collect();
        words.sort_unstable();
        let nameless = cited.issuer.is_none() && cited.date.is_none();
        let id = match &cited.number {
            Some(number) => domain::text::fold(number),
            None if nameless => domain::text::fold(&page.words(tokens.clone())),
            None => {
                let date = cited.date.map(|d| d.to_string()).unwrap_or_default();
                format!("{} {} {date}", cited.type_name, words.join(" "))
            }
        };
        let counted = words.iter().any(|word| roman(word).is_some());
        let numbered = cited.number.is_some() || cited.date.is_some();
        let congress = if counted && !numbered { words } else { Vec::new() };
        Mention { tokens, cited, id, congress, law: false }
    }
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

/// The document named at `within.start`: one with a number or date, the resolution of a congress,
/// a law, or one that goes by a name in quotes.
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
    let behind = within.start + at..within.end;
    let bare = number.is_none() && date.is_none();
    let (issuer, end) = if bare {
        match unnumbered(page, behind.clone()) {
            Some(found) => found,
            None => return law(page, within.start, hit, within.end),
        }
    } else {
        let issuer = issuer(page, behind.clone());
        let end = issuer.as_ref().map_or(behind.start, |range| range.end);
        (issuer, end)
    };
    let tokens = within.start..end;
    let cited = Cited {
        type_name: hit.value.to_owned(),
        number: number.map(|n| symbol::written(page, &rest[n])),
        date: date.and_then(|(_, day)| day),
        issuer: issuer.map(|range| body::name(page, &range)),
        span: page.span(tokens.clone()),
    };
    Some(Mention::new(page, tokens, cited))
}

/// A document without number and date: whose it is, and where its name ends.
fn unnumbered(page: &Page, behind: Range<usize>) -> Option<(Option<Range<usize>>, usize)> {
    let own = congress_at(page, behind.clone()).or_else(|| working_programme(page, behind.clone()));
    if let Some(range) = own {
        let end = range.end;
        return Some((Some(range), end));
    }
    let issuer = issuer(page, behind.clone());
    let from = issuer.as_ref().map_or(behind.start, |range| range.end);
    let close = quoted_name(page, from..behind.end, issuer.is_some())?;
    Some((issuer, close))
}

/// `“…”` right behind the type, or `(khóa X) về “…”` behind the issuer: where it closes.
fn quoted_name(page: &Page, within: Range<usize>, about: bool) -> Option<usize> {
    let tokens = &page.tokens[within.clone()];
    let open = tokens.iter().take(if about { 8 } else { 1 }).position(|t| t.is('"'))?;
    let close = tokens.iter().skip(open + 1).take(60).position(|t| t.is('"'))?;
    let led = open.checked_sub(1).is_some_and(|before| CUTS.at(&tokens[before..]).is_some());
    (!about || led).then_some(within.start + open + close + 2)
}

/// `Luật Công đoàn năm 2012` where the text rests on it.
fn law(page: &Page, start: usize, hit: Hit, end: usize) -> Option<Mention> {
    let line = &page.lines[page.line_of(start)];
    let lead = &page.tokens[line.words.start.min(start)..start];
    let rests = BASIS.whole(lead).is_some();
    if !rests || !LAWS.contains(hit.value) {
        return None;
    }
    let name = (start + hit.len..end).take(12).take_while(|at| {
        let rest = &page.tokens[*at..end];
        let day = DATES.at(rest).is_some_and(|hit| matches!(hit.value, "day" | "year"));
        rest[0].is_word() && !day && CONGRESS.at(rest).is_none()
    });
    let name_end = name.last()? + 1;
    let date = dated(&page.tokens[name_end..end]);
    let tokens = start..name_end + date.map_or(0, |(len, _)| len);
    let cited = Cited {
        type_name: crate::casing::running_case(page, start..name_end),
        number: None,
        date: date.and_then(|(_, day)| day),
        issuer: None,
        span: page.span(tokens.clone()),
    };
    Some(Mention { law: true, ..Mention::new(page, tokens, cited) })
}

/// `, ngày 09/10/2019` or `(ngày …)`.
fn dated(rest: &[Token]) -> Option<(usize, Option<Date>)> {
    let skip = usize::from(rest.first()?.is(',') || rest[0].is('('));
    let lead = DATED.at(rest.get(skip..)?).map_or(0, |hit| hit.len);
    let named = DATES.at(&rest[skip..]).is_some_and(|hit| hit.value == "day");
    let skip = skip + lead;
    let (len, day) = day_at(rest.get(skip..)?).filter(|_| named || lead > 0)?;
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

/// How a plan rests on a document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rests {
    /// It is what a clause begins with: `Căn cứ …`.
    Openly,
    /// It is set beside such a one: `…, Kế hoạch số …`.
    Beside,
}

/// Whether the mention is what the plan rests on, not what such a document is about.
fn rests(page: &Page, head: &Range<usize>, mention: &Mention, all: &[Mention]) -> Option<Rests> {
    let before = &page.tokens[head.start..mention.tokens.start];
    let clause = before.iter().rposition(|t| t.is(';')).map_or(0, |at| at + 1);
    let clause = line_start(page, head.start + clause, mention.tokens.start);
    let lead = &page.tokens[clause..mention.tokens.start];
    let bullet = lead.iter().take_while(|t| matches!(t.kind, TokenKind::Mark(_))).count();
    let lead = &lead[bullet..];
    let basis = BASIS.at(lead);
    let listed = bullet == 0 || under_basis(page, mention.tokens.start);
    if lead.is_empty() && listed || basis.is_some_and(|hit| lead.len() <= hit.len + 1) {
        return Some(Rests::Openly);
    }
    mention.cited.number.as_ref()?;
    let first = all.iter().find(|m| m.tokens.start >= clause)?;
    // `Theo đề nghị của Sở … tại Tờ trình số …`
    let proposed = basis.is_some_and(|hit| hit.value == "proposal");
    if proposed && first.tokens == mention.tokens {
        return Some(Rests::Openly);
    }
    // Behind another document of the clause, only `và` or a comma sets one beside it.
    let behind = first.tokens.start < mention.tokens.start;
    let openly = basis.is_some() || listed && first.tokens.start == clause + bullet;
    // `… xây dựng kế hoạch`: behind it the plan speaks of itself.
    let own = CLAUSES.all_within(lead).any(|(at, hit)| {
        let behind = &lead[at + hit.len..];
        CITED_TYPES.at(behind).is_some() && body::head(behind).is_none()
    });
    let beside = lead.last().is_some_and(|t| {
        t.is(',') || DATES.at(std::slice::from_ref(t)).is_some_and(|hit| hit.value == "and")
    });
    let reviewed = REVIEWS.within(&lead[lead.len().saturating_sub(3)..]).is_some();
    (behind && beside && !own && !reviewed && openly).then_some(Rests::Beside)
}

/// True of an item of a list under `Căn cứ:`.
fn under_basis(page: &Page, token: usize) -> bool {
    let above = page.lines[..page.line_of(token)].iter().rev().find(|line| line.marker.is_none());
    above.is_some_and(|line| {
        line.ends_with(page, ':') && BASIS.at(&page.tokens[line.words.clone()]).is_some()
    })
}

fn line_start(page: &Page, from: usize, token: usize) -> usize {
    from.max(page.lines[page.line_of(token)].tokens.start)
}

/// What the text says elsewhere of a document that is named more briefly here.
fn complete(list: &mut [Cited], all: &[&Mention]) {
    let mut full: HashMap<&str, (Option<Date>, Option<&str>)> = HashMap::new();
    for mention in all {
        let (date, issuer) = full.entry(&mention.id).or_default();
        *date = date.or(mention.cited.date);
        *issuer = issuer.or(mention.cited.issuer.as_deref());
    }
    let ids: HashMap<Span, &str> = all.iter().map(|m| (m.cited.span, m.id.as_str())).collect();
    for cited in list {
        let Some((date, issuer)) = ids.get(&cited.span).and_then(|id| full.get(id)) else {
            continue;
        };
        cited.date = cited.date.or(*date);
        cited.issuer = cited.issuer.take().or_else(|| issuer.map(str::to_owned));
    }
}

#[cfg(test)]
mod tests;
