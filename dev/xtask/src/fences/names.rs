//! A name says what is in a file; these say only that something is.

use crate::project::File;

const EMPTY_NAMES: &[&str] = &[
    "util", "utils", "helper", "helpers", "common", "manager", "managers", "service", "services",
    "type", "types", "model", "models", "misc", "shared", "stuff",
];

const KINDS: &[&str] = &["rs", "html", "css", "js", "ftl", "sql"];

pub fn complaints(files: &[File]) -> Vec<String> {
    files.iter().filter(|file| KINDS.contains(&file.extension())).filter_map(empty_name).collect()
}

fn empty_name(file: &File) -> Option<String> {
    let mut names = file.folders().chain([file.stem()]);
    let empty = names.find(|name| EMPTY_NAMES.contains(name))?;
    Some(format!("{}: “{empty}” says nothing", file.path))
}

#[cfg(test)]
mod tests;
