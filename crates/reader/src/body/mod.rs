//! Names of bodies in running text: one, or a list of them.

use crate::lexicon::{
    AREAS, ARTICLES, AUXILIARIES, BACKGROUND, BODIES, CITED_TYPES, CLAUSES, CONGRESS, DATES, LEADS,
    LEVELS, MODIFIERS, PERSONS, REVIEWS, TIERS, UNION,
};
use crate::page::{Page, Token, TokenKind, tokens_of};
use std::ops::Range;

/// The word or words a body's name begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub len: usize,
    pub kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    National,
    /// A federation of an area, `LĐLĐ tỉnh`.
    Federation,
    Unit,
    /// Speaks for a unit: `Ban Thường vụ`.
    Organ,
    /// Receives and works for a unit: `Ban Tổ chức`, `Văn phòng`.
    Desk,
    Parts,
    /// A state body, or another organisation.
    Agency,
    /// The Party, to which reports go that are not the campaign's.
    Outside,
}

/// The level of a body, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    Grassroots,
    Upper,
    Province,
    National,
}

/// One body of a list: its tokens.
pub type Named = Range<usize>;

/// The head of a body's name at the start of `tokens`.
pub fn head(tokens: &[Token]) -> Option<Head> {
    let Some(hit) = BODIES.at(tokens) else { return branch(tokens) };
    // `bộ` is a ministry only before its name.
    let named = tokens.get(hit.len).is_some_and(Token::capitalised);
    // `về Bộ (qua …)`: alone with a capital it is the one that speaks.
    let alone = tokens[0].capitalised() && tokens.get(hit.len).is_some_and(|t| !t.is_word());
    if hit.value == "authority" && !named && !alone {
        return None;
    }
    let kind = match hit.value {
        "national" => Kind::National,
        "federation" => Kind::Federation,
        "organ" => Kind::Organ,
        "desk" => Kind::Desk,
        "parts" => Kind::Parts,
        "agency" | "authority" => Kind::Agency,
        "outside" => Kind::Outside,
        _ => Kind::Unit,
    };
    Some(Head { len: hit.len, kind })
}

/// `CĐGD`, `CĐYT`: the union of a branch, by the letters of its name.
fn branch(tokens: &[Token]) -> Option<Head> {
    let first = tokens.first().filter(|first| first.upper())?;
    let letters = first.key.strip_prefix(UNION.as_str())?;
    let abbreviated = (2..=4).contains(&letters.chars().count()) && !letters.contains('-');
    abbreviated.then_some(Head { len: 1, kind: Kind::Unit })
}

/// The tokens of `Liên đoàn Lao động` or its abbreviation at the start of `tokens`.
pub fn federation(tokens: &[Token]) -> Option<usize> {
    head(tokens).filter(|h| h.kind == Kind::Federation).map(|h| h.len)
}

/// The body named at `within.start`, with a leading article.
pub fn named(page: &Page, within: Range<usize>) -> Option<Named> {
    let tokens = &page.tokens[within.clone()];
    let article = ARTICLES.at(tokens).map_or(0, |hit| hit.len);
    let first = head(tokens.get(article..)?)?;
    let at = article + first.len;
    let mut name = Name { tokens, at, first: article, head: at, kind: first.kind, linked: false };
    while name.goes_on() {}
    Some(within.start..within.start + name.at)
}

/// The bodies named one after another at `within.start`, and where they end.
pub fn list(page: &Page, within: Range<usize>) -> Option<(Vec<Named>, usize)> {
    let mut bodies = vec![named(page, within.clone())?];
    let mut at = bodies[0].end;
    while at < within.end {
        if let Some(end) = bracket(page, at..within.end) {
            at = end;
            extend(&mut bodies, end);
            continue;
        }
        let Some(after) = separator(page, at) else { break };
        if let Some(next) = named(page, after..within.end) {
            at = next.end;
            bodies.push(next);
        } else if let Some(end) = area(page, after..within.end) {
            at = end;
            extend(&mut bodies, end);
        } else {
            break;
        }
    }
    Some((bodies, at))
}

/// A body's name as a person would write it once: no article before it, unless it is one word.
pub fn name(page: &Page, named: &Named) -> String {
    let tokens = &page.tokens[named.clone()];
    let article = ARTICLES.at(tokens).map_or(0, |hit| hit.len);
    // `các ban LĐLĐ tỉnh`: without the article a kind of department would be one department.
    let kind_only = head(&tokens[article..]).is_some_and(|h| {
        let whole = h.len == 1 || article + h.len == tokens.len();
        whole && matches!(h.kind, Kind::Desk | Kind::Parts)
    });
    let from =
        if tokens.len() > article + 1 && !kind_only { named.start + article } else { named.start };
    crate::casing::running_case(page, from..named.end)
}

/// Names of a list.
pub fn names(page: &Page, list: &[Named]) -> Vec<String> {
    list.iter().map(|named| name(page, named)).collect()
}

/// The department of a name, and the body it belongs to: `Ban Tổ chức | LĐLĐ tỉnh`.
pub fn desk(page: &Page, named: &Named) -> Option<(Named, Named)> {
    let tokens = &page.tokens[named.clone()];
    let article = ARTICLES.at(tokens).map_or(0, |hit| hit.len);
    let first = head(tokens.get(article..)?).filter(|h| h.kind == Kind::Desk)?;
    let owner = (article + first.len..tokens.len())
        .find(|at| head(&tokens[*at..]).is_some_and(|h| h.kind != Kind::Desk && h.len > 0))
        .unwrap_or(tokens.len());
    let split = named.start + owner;
    let desk_end = (named.start..split)
        .rev()
        .find(|at| {
            MODIFIERS
                .at(&page.tokens[*at..split])
                .is_none_or(|hit| hit.value != "open" && hit.value != "link")
        })
        .map_or(split, |last| last + 1);
    Some((named.start..desk_end, split..named.end))
}

/// The level a name speaks of.
pub fn tier(name: &str) -> Option<Tier> {
    let tokens = tokens_of(name);
    TIERS.within(&tokens).and_then(|(_, hit)| Tier::of(hit.value))
}

/// The level named at the start of `tokens`: `cấp huyện`, `cấp trên cơ sở`, `cơ sở`.
pub fn level_at(tokens: &[Token]) -> Option<Tier> {
    let level = MODIFIERS.at(tokens).filter(|hit| hit.value == "level").map_or(0, |hit| hit.len);
    let hit = TIERS.at(tokens).or_else(|| TIERS.at(&tokens[level..]));
    let base = || LEVELS.at(&tokens[level..]);
    Tier::of(hit.or_else(base)?.value)
}

impl Tier {
    /// The level that the list of tiers calls `value`.
    pub fn of(value: &str) -> Option<Tier> {
        Some(match value {
            "national" => Tier::National,
            "province" => Tier::Province,
            "upper" => Tier::Upper,
            "grassroots" => Tier::Grassroots,
            _ => return None,
        })
    }
}

/// True of a name that says whose the body is: `CĐCS trực thuộc LĐLĐ tỉnh`.
pub fn owned(name: &str) -> bool {
    let tokens = tokens_of(name);
    let link = MODIFIERS.all_within(&tokens).find(|(_, hit)| hit.value == "link");
    link.is_some_and(|(at, hit)| federation(&tokens[at + hit.len..]).is_some())
}

/// A name being read.
struct Name<'a> {
    tokens: &'a [Token],
    at: usize,
    /// Where its head begins and ends.
    first: usize,
    head: usize,
    kind: Kind,
    /// The last words tie to another body: `trực thuộc`.
    linked: bool,
}

impl Name<'_> {
    /// Takes the next words of the name, if there are any.
    fn goes_on(&mut self) -> bool {
        let rest = &self.tokens[self.at..];
        let Some(next) = rest.first() else { return false };
        // `Công đoàn Bộ …`, `Công đoàn Cục …`: the union of an agency.
        let of_agency = self.kind == Kind::Unit && self.at == self.head && next.capitalised();
        if of_agency && BODIES.at(rest).is_some_and(|hit| hit.value == "authority") {
            self.take(1, false);
            return true;
        }
        let nests = self.linked || matches!(self.kind, Kind::Organ | Kind::Desk | Kind::Parts);
        if nests && let Some(inner) = head(rest) {
            // `Ban Thường vụ Ban …` are two bodies; a unit behind its organ is one.
            if inner.kind == Kind::Organ && self.kind == Kind::Organ {
                return false;
            }
            self.take(inner.len, false);
            let keeps = matches!(inner.kind, Kind::Desk | Kind::Agency);
            self.kind = if keeps { inner.kind } else { Kind::Unit };
            (self.first, self.head) = (self.at - inner.len, self.at);
            return true;
        }
        if let Some(hit) = MODIFIERS.at(rest) {
            let after = &rest[hit.len..];
            let open = hit.value == "open" || hit.value == "link";
            let follows = AREAS.at(after).is_some()
                || head(after).is_some()
                || MODIFIERS.at(after).is_some_and(|next| next.value != "open")
                || after.first().is_some_and(Token::capitalised);
            if hit.value == "open" && !follows {
                return false;
            }
            self.take(hit.len, open);
            return true;
        }
        if let Some(hit) = AREAS.at(rest) {
            self.take(hit.len, false);
            return true;
        }
        if next.is('-') && rest.get(1).is_some_and(Token::capitalised) && !verb(&rest[1..]) {
            self.take(2, false);
            return true;
        }
        // `Sở Xây dựng`, `Vụ Tổ chức`: right behind the word for a department a verb is its name.
        let one_word = matches!(self.kind, Kind::Desk) && self.head == self.first + 1;
        let named_so = (self.kind == Kind::Agency || one_word) && self.at == self.head;
        if next.capitalised() && (named_so || !verb(rest)) && head(rest).is_none() {
            self.take(1, false);
            return true;
        }
        if self.half_said(rest) {
            self.take(1, false);
            return true;
        }
        if let Some(len) = self.counted_up(rest) {
            self.take(len, false);
            return true;
        }
        false
    }

    /// `Ban Thanh niên công nhân, nông thôn chủ trì`, `Sở Văn hóa, Thể thao và Du lịch`: the fields
    /// of a department, behind a comma and before its verb; in capitals only up to an `và`.
    fn counted_up(&self, rest: &[Token]) -> Option<usize> {
        let branch = matches!(self.kind, Kind::Desk | Kind::Agency);
        if !branch || !self.tokens[self.at - 1].is_word() {
            return None;
        }
        let closes = |token: &Token| matches!(token.kind, TokenKind::Mark('.' | ';' | ')'));
        let ends = |at: &usize| match &rest[*at..] {
            [] => true,
            [mark, next @ ..] if mark.is(',') => head(next).is_some(),
            [mark, ..] if mark.is(':') || closes(mark) => true,
            rest => LEADS.at(rest).or_else(|| CLAUSES.at(rest)).is_some(),
        };
        let len = (1..=rest.len().min(FIELDS_MOST)).find(ends)?;
        let fields = &rest[..len];
        let comma = fields.iter().position(|token| token.is(','))?;
        let and = |token: &Token| word_of_dates(token) == Some("and");
        let plain = |at: usize| {
            let (token, rest) = (&rest[at], &rest[at..]);
            let other = head(rest).is_some()
                || AREAS.at(rest).or_else(|| PERSONS.at(rest)).is_some()
                || AUXILIARIES.at(rest).or_else(|| BACKGROUND.at(rest)).is_some();
            let joins = token.is(',') || and(token);
            joins || token.is_word() && !other && word_of_dates(token).is_none()
        };
        let first = fields.get(comma + 1)?;
        let goes_on = first.is_word() && !and(first) && fields[len - 1].is_word();
        let open = rest.get(len).is_some_and(closes);
        let bare = self.at == self.head;
        let small = !open && !bare && !first.capitalised() || fields[comma..].iter().any(and);
        (goes_on && small && (0..len).all(plain)).then_some(len)
    }

    /// `Sở Nội vụ`, `Ban Gia đình Xã hội`: the second syllable of a branch's word is small.
    fn half_said(&self, rest: &[Token]) -> bool {
        let branch = matches!(self.kind, Kind::Desk | Kind::Agency) && self.at > self.head;
        let second = rest[0].is_word() && self.tokens[self.at - 1].capitalised();
        let doing = verb(rest) || LEADS.at(rest).is_some() || DATES.at(rest).is_some();
        branch && second && !doing
    }

    fn take(&mut self, len: usize, linked: bool) {
        self.at += len;
        self.linked = linked;
    }
}

/// Words of the further fields of a department.
const FIELDS_MOST: usize = 9;

/// What a word is for in the date grammar.
fn word_of_dates(token: &Token) -> Option<&'static str> {
    DATES.at(std::slice::from_ref(token)).map(|hit| hit.value)
}

/// A word that begins something else than a name.
fn verb(rest: &[Token]) -> bool {
    CLAUSES.at(rest).is_some()
        || REVIEWS.at(rest).is_some()
        || CITED_TYPES.at(rest).is_some()
        || DATES.at(rest).is_some()
        || BACKGROUND.at(rest).is_some()
        || CONGRESS.at(rest).is_some()
        || crate::page::roman(&rest[0].key).is_some()
}

/// `, ` `; ` `và ` between bodies: the token behind it.
fn separator(page: &Page, at: usize) -> Option<usize> {
    let token = page.tokens.get(at)?;
    let and = DATES.at(std::slice::from_ref(token)).is_some_and(|hit| hit.value == "and");
    if token.is(',')
        && page.tokens.get(at + 1).is_some_and(|next| {
            DATES.at(std::slice::from_ref(next)).is_some_and(|hit| hit.value == "and")
        })
    {
        return Some(at + 2);
    }
    (and || matches!(token.kind, TokenKind::Mark(',' | ';'))).then_some(at + 1)
}

/// A kind of area after a comma goes on with the name: `LĐLĐ huyện, thị xã`.
fn area(page: &Page, within: Range<usize>) -> Option<usize> {
    let tokens = &page.tokens[within.clone()];
    let article = ARTICLES.at(tokens).map_or(0, |hit| hit.len);
    let hit = AREAS.at(&tokens[article..])?;
    let mut at = article + hit.len;
    while let Some(hit) = MODIFIERS.at(&tokens[at..]).filter(|hit| hit.value != "open") {
        at += hit.len;
    }
    Some(within.start + at)
}

/// `(CĐ … ; CĐ …)`: bodies named again, one by one, behind their kind.
fn bracket(page: &Page, within: Range<usize>) -> Option<usize> {
    let tokens = &page.tokens[within.clone()];
    if !tokens.first()?.is('(') || head(&tokens[1..]).is_none_or(|h| h.kind != Kind::Unit) {
        return None;
    }
    let close = tokens.iter().take(40).position(|t| t.is(')'))?;
    Some(within.start + close + 1)
}

fn extend(bodies: &mut [Named], end: usize) {
    if let Some(last) = bodies.last_mut() {
        last.end = end;
    }
}

#[cfg(test)]
mod tests;
