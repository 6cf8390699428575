//! Every string key is there in Vietnamese and in English, and somewhere used.
//!
//! A key is written out where it is used, as a whole literal in Rust or a template: a key put
//! together from parts cannot be found, by this fence or by a reader.

mod scan;

use std::collections::{BTreeMap, BTreeSet};

pub use scan::{Literal, literals};

use crate::project::File;

use super::vietnamese::has_vietnamese;

/// Names that stay Vietnamese in English sentences, one a line.
const NAMES_IN_ENGLISH: &str = include_str!("strings/names.txt");

pub fn complaints(files: &[File]) -> Vec<String> {
    let words: Vec<&File> = files.iter().filter(|file| file.extension() == "ftl").collect();
    let vi = keys_of(&words, "vi");
    let en = keys_of(&words, "en");
    let mut complaints = twice(&words);
    complaints.extend(missing(&vi, &en, "en"));
    complaints.extend(missing(&en, &vi, "vi"));
    complaints
        .extend(words.iter().filter(|file| is_in(file, "en")).flat_map(|file| untranslated(file)));
    let used = used_keys(files, &words);
    complaints.extend(unused(&vi, &used));
    complaints.extend(unknown(files, &vi));
    complaints
}

/// Words that are said from anywhere; each page has its own beside them.
const SHARED_WORDS: &str = "crates/words/";

type Keys<'a> = BTreeMap<&'a str, &'a str>;

/// Each key of a language with the file it stands in.
fn keys_of<'a>(words: &[&'a File], language: &str) -> Keys<'a> {
    let files = words.iter().filter(|file| is_in(file, language));
    files.flat_map(|file| keys(&file.text).map(|key| (key, file.path.as_str()))).collect()
}

/// A message begins at the margin: `key = …`.
fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let (key, _) = line.split_once(" =")?;
        let is_key = key.starts_with(|first: char| first.is_ascii_lowercase())
            && key.chars().all(|one| one.is_ascii_alphanumeric() || one == '-');
        is_key.then_some(key)
    })
}

/// `ftl/vi/time.ftl`, `vi.ftl` and `page.vi.ftl` are all Vietnamese.
fn is_in(file: &File, language: &str) -> bool {
    file.folders().chain(file.stem().split('.')).any(|part| part == language)
}

fn twice(words: &[&File]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for file in words {
        for key in keys(&file.text) {
            if !seen.insert((is_in(file, "en"), key)) {
                found.push(format!("{}: {key} stands there twice or in two files", file.path));
            }
        }
    }
    found
}

fn missing(from: &Keys, other: &Keys, language: &str) -> Vec<String> {
    let lacking = from.iter().filter(|(key, _)| !other.contains_key(*key));
    lacking.map(|(key, path)| format!("{path}: {key} is not there in {language}")).collect()
}

fn untranslated(file: &File) -> Vec<String> {
    let mut complaints = Vec::new();
    for (line, text) in (1..).zip(file.text.lines()) {
        let without_names =
            NAMES_IN_ENGLISH.lines().fold(text.to_owned(), |text, name| text.replace(name, ""));
        if has_vietnamese(&without_names) {
            complaints.push(format!("{}:{line}: Vietnamese in English", file.path));
        }
    }
    complaints
}

fn used_keys<'a>(files: &'a [File], words: &[&'a File]) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for file in files.iter().filter(|file| !file.is_test()) {
        match file.extension() {
            "rs" => {
                let said = literals(file.without_tests()).into_iter().map(|literal| literal.text);
                used.extend(said.flat_map(|text| [warning_key(&text), text]));
            }
            "html" => used.extend(scan::quoted(&file.text).map(str::to_owned)),
            _ => {}
        }
    }
    // A message may be used by another: `{ other-key }`.
    for file in words {
        let parts = file.text.split('{').skip(1).filter_map(|part| part.split('}').next());
        used.extend(parts.map(|part| part.trim().to_owned()));
    }
    used
}

/// A warning is named by its code, `TWO_DESTINATIONS`; its sentence stands under the code in lower
/// case.
fn warning_key(code: &str) -> String {
    format!("warning-{}", code.to_lowercase().replace('_', "-"))
}

fn unused(keys: &Keys, used: &BTreeSet<String>) -> Vec<String> {
    let idle = keys.iter().filter(|(key, _)| !used.contains(**key));
    idle.map(|(key, path)| format!("{path}: {key} is not used")).collect()
}

/// What is said by key must be known: in the arguments of `say…("key")`, and as a literal that
/// begins like the shared words (`refusal-…`), by which a rule of another crate names its sentence.
fn unknown(files: &[File], known: &Keys) -> Vec<String> {
    let shared: BTreeSet<&str> = (known.iter())
        .filter(|(_, path)| path.starts_with(SHARED_WORDS))
        .filter_map(|(key, _)| Some(key.split_once('-')?.0))
        .collect();
    let mut complaints = Vec::new();
    for file in files.iter().filter(|file| !file.is_test() && !file.path.starts_with("dev/")) {
        let said: Vec<String> = match file.extension() {
            "html" => scan::said(file.without_tests()).map(str::to_owned).collect(),
            "rs" => scan::said(file.without_tests())
                .map(str::to_owned)
                .chain(named(file, &shared))
                .collect(),
            _ => continue,
        };
        let odd: BTreeSet<String> =
            said.into_iter().filter(|key| !known.contains_key(key.as_str())).collect();
        complaints
            .extend(odd.iter().map(|key| format!("{}: {key} is in no file of words", file.path)));
    }
    complaints
}

/// Pages have words and classes of their own and are not looked at.
fn named(file: &File, shared: &BTreeSet<&str>) -> Vec<String> {
    if file.path.starts_with("crates/web/") {
        return Vec::new();
    }
    let literals = literals(file.without_tests()).into_iter().map(|literal| literal.text);
    let is_key = |text: &String| {
        let prefix = text.split_once('-').map(|(prefix, _)| prefix);
        scan::is_key(text) && prefix.is_some_and(|prefix| shared.contains(prefix))
    };
    literals.filter(is_key).collect()
}

#[cfg(test)]
mod tests;
