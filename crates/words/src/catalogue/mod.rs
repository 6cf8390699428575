use crate::{Lang, Phrase};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{Pattern, PatternElement};
use std::collections::BTreeSet;
use std::fmt;
use unic_langid::langid;

/// A Fluent file, kept in the program.
#[derive(Clone, Copy, Debug)]
pub struct WordFile {
    pub lang: Lang,
    /// Where the text comes from, for the one who mends it.
    pub path: &'static str,
    pub text: &'static str,
}

/// What is wrong with the words, told so that the file and the line or key can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadWords {
    /// The file is not Fluent. `near` is the first line that could not be read.
    Unreadable { lang: Lang, path: &'static str, near: String },
    /// The key stands in two files of one language.
    Doubled { lang: Lang, path: &'static str, key: String },
    /// The key stands in one language only; `lang` is the one that lacks it.
    Missing { lang: Lang, key: String },
}

impl fmt::Display for BadWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadWords::Unreadable { lang, path, near } => {
                write!(f, "{}/{path}: cannot read {near:?}", lang.code())
            }
            BadWords::Doubled { lang, path, key } => {
                write!(f, "{}/{path}: the key {key} exists already", lang.code())
            }
            BadWords::Missing { lang, key } => {
                write!(f, "the key {key} has no words in {}", lang.code())
            }
        }
    }
}

impl std::error::Error for BadWords {}

/// Phrases by key, in every language.
pub struct Catalogue {
    vi: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
}

impl Catalogue {
    /// Reads the files. Every key must stand once in each language.
    ///
    /// # Errors
    /// The first thing wrong, with the file and the key.
    pub fn new(files: &[WordFile]) -> Result<Catalogue, BadWords> {
        let (vi, vi_keys) = bundle(Lang::Vi, files)?;
        let (en, en_keys) = bundle(Lang::En, files)?;
        if let Some(key) = vi_keys.difference(&en_keys).next() {
            return Err(BadWords::Missing { lang: Lang::En, key: key.clone() });
        }
        if let Some(key) = en_keys.difference(&vi_keys).next() {
            return Err(BadWords::Missing { lang: Lang::Vi, key: key.clone() });
        }
        Ok(Catalogue { vi, en, keys: vi_keys })
    }

    /// Looks up a phrase. A key that has no words shows as ⟦key⟧ and is logged.
    pub fn say<'a>(&'a self, lang: Lang, key: &str) -> Phrase<'a> {
        Phrase::new(self.bundle(lang), key)
    }

    /// A phrase as it reads in general: whatever is filled in shows as `…`. Empty without words.
    pub fn in_general(&self, lang: Lang, key: &str) -> String {
        let message = self.bundle(lang).get_message(key);
        let pattern = message.and_then(|message| message.value());
        pattern.map(without_placeables).unwrap_or_default()
    }

    /// What a phrase means and what is to be done about it, its `.help`. Empty where nothing is said.
    pub fn help(&self, lang: Lang, key: &str) -> String {
        let message = self.bundle(lang).get_message(key);
        let help = message.and_then(|message| message.get_attribute("help"));
        help.map(|help| without_placeables(help.value())).unwrap_or_default()
    }

    /// Whether the key has words (it has them in every language or in none).
    pub fn has(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// All keys, in alphabetical order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }

    fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

type Read = (FluentBundle<FluentResource>, BTreeSet<String>);

fn bundle(lang: Lang, files: &[WordFile]) -> Result<Read, BadWords> {
    let id = match lang {
        Lang::Vi => langid!("vi-VN"),
        Lang::En => langid!("en-GB"),
    };
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolating marks would end up in copied text, in files and in the accessible names of fields.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Vi => |value, _| grouped(value, '.'),
        Lang::En => |value, _| grouped(value, ','),
    }));
    let mut keys = BTreeSet::new();
    for file in files.iter().filter(|file| file.lang == lang) {
        let resource = FluentResource::try_new(file.text.to_owned())
            .map_err(|(_, errors)| unreadable(file, errors.first().map(|e| e.pos.start)))?;
        keys.extend(resource.entries().filter_map(key_of).map(str::to_owned));
        bundle.add_resource(resource).map_err(|errors| doubled(file, &errors))?;
    }
    Ok((bundle, keys))
}

fn without_placeables(pattern: &Pattern<&str>) -> String {
    let part = |part: &PatternElement<&str>| match part {
        PatternElement::TextElement { value } => (*value).to_owned(),
        PatternElement::Placeable { .. } => "…".to_owned(),
    };
    pattern.elements.iter().map(part).collect()
}

fn key_of<'a>(entry: &fluent_syntax::ast::Entry<&'a str>) -> Option<&'a str> {
    match entry {
        fluent_syntax::ast::Entry::Message(message) => Some(message.id.name),
        _ => None,
    }
}

fn unreadable(file: &WordFile, at: Option<usize>) -> BadWords {
    let near = at
        .and_then(|at| file.text.get(at..))
        .and_then(|rest| rest.lines().find(|line| !line.trim().is_empty()))
        .unwrap_or_default();
    BadWords::Unreadable { lang: file.lang, path: file.path, near: near.to_owned() }
}

fn doubled(file: &WordFile, errors: &[FluentError]) -> BadWords {
    let key = errors.iter().find_map(|error| match error {
        FluentError::Overriding { id, .. } => Some(id.clone()),
        _ => None,
    });
    BadWords::Doubled { lang: file.lang, path: file.path, key: key.unwrap_or_default() }
}

/// Counts are written in groups of three. Years and codes are handed over as text.
fn grouped(value: &FluentValue<'_>, mark: char) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let plain = number.as_string();
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => ("−", digits),
        None => ("", plain.as_ref()),
    };
    let mut out = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    Some(out)
}
