//! A test that no module names is never run, and nobody misses it.

use crate::project::File;

pub fn complaints(files: &[File]) -> Vec<String> {
    let rust = files.iter().filter(|file| file.extension() == "rs" && file.is_test());
    rust.filter_map(|file| forgotten(file, files)).collect()
}

fn forgotten(file: &File, files: &[File]) -> Option<String> {
    let (folder, name) = file.path.rsplit_once('/')?;
    if name == "main.rs" || folder.ends_with("tests") && name != "tests.rs" {
        return None; // cargo finds these by itself
    }
    // The module `a/b.rs` is named by `a/main.rs`, `a/mod.rs`, `a/lib.rs` or `a.rs`;
    // the module `a/mod.rs` by those beside the folder.
    let (folder, module) = match name {
        "mod.rs" => folder.rsplit_once('/')?,
        _ => (folder, name.trim_end_matches(".rs")),
    };
    let parents = ["main.rs", "mod.rs", "lib.rs"].map(|name| format!("{folder}/{name}"));
    let is_parent = |one: &&File| parents.contains(&one.path) || one.path == format!("{folder}.rs");
    let declares = |one: &File| one.text.lines().any(|line| declared(line) == Some(module));
    let is_declared = files.iter().filter(is_parent).any(declares);
    (!is_declared).then(|| format!("{} is named by no module and never runs", file.path))
}

fn declared(line: &str) -> Option<&str> {
    line.trim().trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';')
}

#[cfg(test)]
mod tests;
