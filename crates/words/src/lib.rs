//! Vietnamese and English words of everything that is not a page, and the catalogue with which
//! pages look up their own.

mod catalogue;
mod phrase;
pub mod time;

pub use catalogue::{BadWords, Catalogue, WordFile};
pub use phrase::{Phrase, Value};

use std::sync::LazyLock;

/// The language of the person who reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    #[default]
    Vi,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::Vi, Lang::En];

    /// The code of the language in HTML, in cookies and in `Accept-Language`: `vi` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Vi => "vi",
            Lang::En => "en",
        }
    }

    /// The language of a code, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

/// Every file of words in this crate. A crate that has words of its own adds its files to these.
pub const FILES: &[WordFile] = &[
    own(Lang::Vi, "cli.ftl", include_str!("../ftl/vi/cli.ftl")),
    own(Lang::Vi, "documents.ftl", include_str!("../ftl/vi/documents.ftl")),
    own(Lang::Vi, "refusals.ftl", include_str!("../ftl/vi/refusals.ftl")),
    own(Lang::Vi, "statuses.ftl", include_str!("../ftl/vi/statuses.ftl")),
    own(Lang::Vi, "time.ftl", include_str!("../ftl/vi/time.ftl")),
    own(Lang::Vi, "warnings.ftl", include_str!("../ftl/vi/warnings.ftl")),
    own(Lang::En, "cli.ftl", include_str!("../ftl/en/cli.ftl")),
    own(Lang::En, "documents.ftl", include_str!("../ftl/en/documents.ftl")),
    own(Lang::En, "refusals.ftl", include_str!("../ftl/en/refusals.ftl")),
    own(Lang::En, "statuses.ftl", include_str!("../ftl/en/statuses.ftl")),
    own(Lang::En, "time.ftl", include_str!("../ftl/en/time.ftl")),
    own(Lang::En, "warnings.ftl", include_str!("../ftl/en/warnings.ftl")),
];

/// Looks up a phrase in this crate's own words.
pub fn say(lang: Lang, key: &str) -> Phrase<'static> {
    OWN.say(lang, key)
}

/// The key of the sentence of a warning: `warning-two-destinations`.
pub fn warning_key(code: &str) -> String {
    format!("warning-{}", code.to_lowercase().replace('_', "-"))
}

/// The sentence of a warning, with its facts filled in.
pub fn warning(lang: Lang, warning: &domain::plan::Warning) -> Phrase<'static> {
    let key = warning_key(&warning.code);
    let facts = warning.facts.iter();
    facts.fold(say(lang, &key), |phrase, (name, value)| phrase.with(name.clone(), value.as_str()))
}

static OWN: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::new(FILES).expect("the words of this crate are tested"));

const fn own(lang: Lang, path: &'static str, text: &'static str) -> WordFile {
    WordFile { lang, path, text }
}

#[cfg(test)]
mod tests;
