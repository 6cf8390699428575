//! A paper that names a file is right about it.

use crate::project::File;

const PAPERS: &[&str] = &["README.md", "ARCHITECTURE.md", "STYLE.md", "CONTRIBUTING.md"];

/// A word that ends so is a file.
const ENDINGS: &[&str] =
    &[".rs", ".md", ".toml", ".html", ".css", ".js", ".ftl", ".sql", ".sh", ".typ", ".lock"];

/// What is made on the way and not kept.
const MADE: &[&str] = &["target/", "data/"];

pub fn complaints(files: &[File]) -> Vec<String> {
    let is_paper = |file: &&File| {
        PAPERS.contains(&file.path.as_str())
            || (file.path.starts_with("docs/") && file.extension() == "md")
    };
    let mut complaints = Vec::new();
    for paper in files.iter().filter(is_paper) {
        for (line, text) in (1..).zip(paper.text.lines()) {
            let named = text.split('`').skip(1).step_by(2);
            for path in named.filter(|word| is_path(word, files) && !exists(word, files)) {
                complaints.push(format!("{}:{line}: there is no {path}", paper.path));
            }
        }
    }
    complaints
}

/// A word is a path when it ends like a file or begins like a folder of the project.
fn is_path(word: &str, files: &[File]) -> bool {
    let is_plain = word.chars().all(|one| one.is_ascii_alphanumeric() || "._-/".contains(one));
    if !is_plain || MADE.iter().any(|made| word.starts_with(made)) {
        return false;
    }
    let first = word.split_once('/').map(|(first, _)| first);
    let is_ours =
        first.is_some_and(|first| files.iter().any(|file| file.folders().next() == Some(first)));
    is_ours || ENDINGS.iter().any(|ending| word.ends_with(ending) && word.len() > ending.len())
}

/// The whole path, or the end of one: `app/src/worker.rs` is enough.
fn exists(word: &str, files: &[File]) -> bool {
    let word = word.trim_end_matches('/');
    files.iter().any(|file| {
        let path = format!("/{}/", file.path);
        path.contains(&format!("/{word}/"))
    })
}

#[cfg(test)]
mod tests;
