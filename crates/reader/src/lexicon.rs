//! Word lists of the language of official plans, kept beside the code as text.
//!
//! One entry a line, `phrase` or `phrase = value`; `#` begins a comment. A phrase is compared word
//! by word by its key, so case, spacing and the spelling of tones do not matter.

use crate::page::{Token, keys, tokens_of};
use std::collections::HashMap;
use std::sync::LazyLock;

pub struct Lexicon {
    by_first: HashMap<String, Vec<Entry>>,
    own: Lists,
}

/// A set of word lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lists(u128);

struct Entry {
    keys: Vec<String>,
    value: &'static str,
}

/// A phrase found: how many tokens it takes and what the list says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub len: usize,
    pub value: &'static str,
}

macro_rules! lexicons {
    ($($name:ident = $file:literal;)*) => {
        /// The lists in order, to be told apart by their place in it.
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "each is called like its list")]
        enum Place { $($name),* }

        $(pub static $name: LazyLock<Lexicon> = LazyLock::new(|| {
            let own = Lists(1 << Place::$name as u32);
            Lexicon::parse(include_str!(concat!("../lexicon/", $file)), own)
        });)*

        /// Every list by its file's name.
        fn all() -> Vec<(&'static str, &'static Lexicon)> {
            vec![$(($file, &*$name)),*]
        }
    };
}

lexicons! {
    ABBREVIATIONS = "abbreviations.txt";
    ABOUT = "about.txt";
    ACTS = "acts.txt";
    ANCHORS = "anchors.txt";
    ANNOUNCED = "announced.txt";
    AREAS = "areas.txt";
    ARTICLES = "articles.txt";
    ASIDES = "asides.txt";
    AUTHORITY = "authority.txt";
    AUXILIARIES = "auxiliaries.txt";
    BACKGROUND = "background.txt";
    BASIS = "basis.txt";
    BODIES = "bodies.txt";
    CASING = "casing.txt";
    CITED_TYPES = "cited_types.txt";
    CLAUSES = "clauses.txt";
    COLUMNS = "columns.txt";
    COMPARED = "compared.txt";
    CONGRESS = "congress.txt";
    CONSENT = "consent.txt";
    CONSEQUENCES = "consequences.txt";
    COORDINATION = "coordination.txt";
    COUNTED = "counted.txt";
    CUTS = "cuts.txt";
    DATA = "data.txt";
    DATED = "dated.txt";
    DATES = "dates.txt";
    DIVISIONS = "divisions.txt";
    DOCUMENT_TYPES = "document_types.txt";
    DRAFT = "draft.txt";
    EXCUSES = "excuses.txt";
    ENGLISH_DATES = "english_dates.txt";
    ENGLISH_MONTHS = "english_months.txt";
    ENGLISH_ORDINALS = "english_ordinals.txt";
    FORMS = "forms.txt";
    GAPS = "gaps.txt";
    HANDED = "handed.txt";
    LAWS = "laws.txt";
    LEADS = "leads.txt";
    LEVELS = "levels.txt";
    LOWEST = "lowest.txt";
    LUNAR = "lunar.txt";
    LISTS = "lists.txt";
    MODIFIERS = "modifiers.txt";
    MONTHS = "months.txt";
    MOTTO = "motto.txt";
    MOTTO_ENDS = "motto_ends.txt";
    NUMBER_SIGNS = "number_signs.txt";
    NUMERALS = "numerals.txt";
    ORDINALS = "ordinals.txt";
    PAGES = "pages.txt";
    PERSONS = "persons.txt";
    PLACES = "places.txt";
    POSTS = "posts.txt";
    PREAMBLES = "preambles.txt";
    PURPOSES = "purposes.txt";
    RECIPIENTS = "recipients.txt";
    REFERENCES = "references.txt";
    REQUESTS = "requests.txt";
    REVIEWS = "reviews.txt";
    ROLES = "roles.txt";
    SEALS = "seals.txt";
    SENDING = "sending.txt";
    SETTING_APART = "setting_apart.txt";
    SIGNED = "signed.txt";
    SPANS = "spans.txt";
    SLIPS = "slips.txt";
    SYMBOLS = "symbols.txt";
    TASKS = "tasks.txt";
    TIERS = "tiers.txt";
    TOPICS = "topics.txt";
    WEEKDAYS = "weekdays.txt";
    WHOLE_ROLES = "whole_roles.txt";
}

/// The lists that have an entry beginning with the word of `key`.
///
/// Most words begin none: the many questions asked of each are answered by one look.
pub fn beginning(key: &str) -> Lists {
    static FIRST: LazyLock<HashMap<&'static str, Lists>> = LazyLock::new(|| {
        let mut first: HashMap<&'static str, Lists> = HashMap::new();
        for (_, list) in all() {
            for word in list.by_first.keys() {
                first.entry(word).or_default().0 |= list.own.0;
            }
        }
        first
    });
    FIRST.get(key).copied().unwrap_or_default()
}

/// The letters with which the name of a union is abbreviated, as keys have them.
pub static UNION: LazyLock<String> =
    LazyLock::new(|| keys(include_str!("../lexicon/union.txt")).concat());

/// The kind of document that goes out to guests, as the list of cited types has it.
pub static INVITATION: LazyLock<String> =
    LazyLock::new(|| include_str!("../lexicon/invitation.txt").trim().to_owned());

/// The word that sets units apart, as the list of requests has it.
pub static APART: LazyLock<String> =
    LazyLock::new(|| include_str!("../lexicon/apart.txt").trim().to_owned());

/// The keys of a name with its abbreviations spelled out and without articles.
pub fn spelled_out(name: &str) -> Vec<String> {
    let tokens = tokens_of(name);
    let mut words = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        if let Some(hit) = ABBREVIATIONS.at(rest) {
            words.extend(keys(hit.value));
            at += hit.len;
        } else if let Some(hit) = ARTICLES.at(rest) {
            at += hit.len;
        } else {
            words.extend(
                Some(tokens[at].key.to_string())
                    .filter(|_| !matches!(tokens[at].kind, crate::page::TokenKind::Mark(_))),
            );
            at += 1;
        }
    }
    words
}

/// True where `words` are one kind of area.
pub fn is_area(words: &[String]) -> bool {
    let tokens = tokens_of(&words.join(" "));
    AREAS.whole(&tokens).is_some()
}

impl Lexicon {
    /// The longest entry at the start of `rest`.
    pub fn at(&self, rest: &[Token]) -> Option<Hit> {
        let first = rest.first().filter(|first| first.begins.0 & self.own.0 != 0)?;
        let entries = self.by_first.get(&*first.key)?;
        let fits = |entry: &&Entry| {
            entry.keys.len() <= rest.len()
                && entry.keys.iter().zip(rest).all(|(k, t)| **k == *t.key)
        };
        entries.iter().find(fits).map(|e| Hit { len: e.keys.len(), value: e.value })
    }

    /// The first entry anywhere in `tokens`, with its place.
    pub fn within(&self, tokens: &[Token]) -> Option<(usize, Hit)> {
        self.all_within(tokens).next()
    }

    /// Every entry in `tokens`, none overlapping another.
    pub fn all_within<'a>(
        &'a self,
        tokens: &'a [Token],
    ) -> impl Iterator<Item = (usize, Hit)> + 'a {
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < tokens.len() {
                let here = at;
                match self.at(&tokens[here..]) {
                    Some(hit) => {
                        at += hit.len;
                        return Some((here, hit));
                    }
                    None => at += 1,
                }
            }
            None
        })
    }

    /// The entry that is the whole of `tokens`.
    pub fn whole(&self, tokens: &[Token]) -> Option<Hit> {
        self.at(tokens).filter(|hit| hit.len == tokens.len())
    }

    /// True where the list has `phrase` as the value of an entry.
    pub fn contains(&self, phrase: &str) -> bool {
        self.by_first.values().flatten().any(|entry| entry.value == phrase)
    }

    /// The entry that `tokens` are when the blanks between them are left out.
    pub fn glued(&self, tokens: &[Token]) -> Option<Hit> {
        let letters = |keys: &mut dyn Iterator<Item = &str>| -> String {
            keys.flat_map(str::chars).filter(|c| c.is_alphabetic()).collect()
        };
        let words = letters(&mut tokens.iter().map(|token| &*token.key));
        let fits = |entry: &&Entry| letters(&mut entry.keys.iter().map(String::as_str)) == words;
        let entry = self.by_first.values().flatten().find(fits)?;
        Some(Hit { len: tokens.len(), value: entry.value })
    }

    fn parse(text: &'static str, own: Lists) -> Lexicon {
        let mut by_first: HashMap<String, Vec<Entry>> = HashMap::new();
        for line in text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let (phrase, value) = line.split_once(" = ").unwrap_or((line, line));
            let keys = keys(phrase);
            if let Some(first) = keys.first() {
                by_first
                    .entry(first.clone())
                    .or_default()
                    .push(Entry { keys, value: value.trim() });
            }
        }
        for entries in by_first.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.keys.len()));
        }
        Lexicon { by_first, own }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_can_be_read() {
        for (file, list) in all() {
            assert!(!list.by_first.is_empty(), "{file} has no entry");
        }
    }
}
