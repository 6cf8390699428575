//! Every warning has its sentence in both languages, and its row in the guide.

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

/// What a catalogue says of each warning, on one line and with dots for the words of the plan.
fn sentences() -> Vec<(String, String)> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../words/ftl/vi/warnings.ftl");
    let text = std::fs::read_to_string(file).expect("the words of the warnings");
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        match (line.split_once(" = ").filter(|_| line.starts_with("warning-")), found.last_mut()) {
            (Some((key, words)), _) => found.push((key.to_owned(), words.to_owned())),
            (None, Some((_, words))) if line.starts_with(' ') => words.push_str(line),
            _ => {}
        }
    }
    found.into_iter().map(|(key, words)| (key, without_placeables(&words))).collect()
}

fn without_placeables(words: &str) -> String {
    let (mut shown, mut depth) = (String::new(), 0);
    for c in words.chars() {
        match c {
            '{' if depth == 0 => {
                depth = 1;
                shown.push('…');
            }
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => shown.push(c),
            _ => {}
        }
    }
    shown
}

#[test]
fn every_warning_has_its_row_in_the_guide() {
    let guide = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide/doc-ke-hoach.md");
    let guide = std::fs::read_to_string(guide).expect("the guide to reading");
    let rows: Vec<&str> = guide.lines().filter(|line| line.starts_with("| `")).collect();
    let expected: Vec<String> = (sentences().into_iter())
        .map(|(key, words)| {
            let code = key.trim_start_matches("warning-").to_uppercase().replace('-', "_");
            format!("| `{code}` | {words} |")
        })
        .collect();
    for row in &expected {
        assert!(rows.contains(&row.as_str()), "the guide lacks: {row}");
    }
    assert_eq!(rows.len(), expected.len(), "the guide has rows of no warning");
}
