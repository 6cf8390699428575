//! Words that people read live in files of words, never in Rust.

use crate::project::File;

use super::strings::{Literal, literals};

/// Where a Vietnamese literal is at home: the browser's journeys, the tests' little union.
const AT_HOME: &[&str] = &["dev/journeys/", "dev/testkit/"];

pub fn complaints(files: &[File]) -> Vec<String> {
    let rust = files.iter().filter(|file| file.extension() == "rs" && !is_at_home(file));
    rust.flat_map(|file| {
        let found =
            literals(file.without_tests()).into_iter().filter(|one| has_vietnamese(&one.text));
        found.map(|Literal { line, text }| format!("{}:{line}: “{text}”", file.path))
    })
    .collect()
}

/// Whether a vowel with a mark stands in it: the letters of no English word. A crossed d alone does
/// not count, for code that folds or orders letters must name it.
pub fn has_vietnamese(text: &str) -> bool {
    text.chars().any(|letter| {
        let is_marked = matches!(letter, '\u{c0}'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}');
        let is_crossed_d = matches!(letter, '\u{d0}' | '\u{f0}' | '\u{110}' | '\u{111}');
        is_marked && letter.is_alphabetic() && !is_crossed_d
    })
}

fn is_at_home(file: &File) -> bool {
    let at_home = AT_HOME.iter().any(|place| file.path.starts_with(place));
    at_home || file.is_test() || file.folders().any(|folder| folder == "examples")
}

#[cfg(test)]
mod tests;
