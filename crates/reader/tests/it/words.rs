//! Every warning has its sentence in both languages.

use std::collections::BTreeSet;
use std::path::PathBuf;

fn keys(language: &str) -> BTreeSet<String> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join(format!("../words/ftl/{language}/warnings.ftl"));
    let text = std::fs::read_to_string(file).expect("the words of the warnings");
    let lines = text.lines().filter_map(|line| line.split_once(" = "));
    lines.map(|(key, _)| key.to_owned()).filter(|key| key.starts_with("warning-")).collect()
}

/// The codes as they stand in the sources: words of capitals in quotes.
fn codes() -> BTreeSet<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/warnings");
    let files = std::fs::read_dir(folder).expect("the sources of the warnings");
    let texts = files.map(|f| std::fs::read_to_string(f.expect("a file").path()).expect("UTF-8"));
    let mut codes = BTreeSet::new();
    for text in texts {
        let code = |word: &&str| {
            word.len() > 3 && word.chars().all(|c| c.is_ascii_uppercase() || c == '_')
        };
        let quoted = text.split('"').filter(code);
        codes.extend(quoted.map(|c| format!("warning-{}", c.to_lowercase().replace('_', "-"))));
    }
    codes
}

#[test]
fn every_warning_has_words() {
    assert_eq!(keys("vi"), codes());
    assert_eq!(keys("en"), codes());
}
