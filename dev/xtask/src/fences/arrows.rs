//! Which crate may know which: the table of `ARCHITECTURE.md`.

use crate::project::File;

/// A crate and those of ours it may use. An arrow that is missing here may not be drawn.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("rollup", &[]),
    ("reader", &["domain"]),
    ("paper", &["domain"]),
    ("press", &["domain"]),
    ("mail", &["domain"]),
    ("words", &["domain"]),
    ("store", &["domain"]),
    ("app", &["domain", "store", "rollup", "reader"]),
    ("web", &["domain", "app", "words"]),
    ("sample", &["domain", "app"]),
    ("server", EVERYTHING),
    ("testkit", &["domain", "store", "app", "sample"]),
    ("bench", &["domain", "rollup", "reader", "app", "testkit"]),
    ("journeys", &[]),
    ("xtask", &[]),
];

const EVERYTHING: &[&str] = &[
    "domain", "rollup", "reader", "paper", "press", "mail", "words", "store", "app", "web",
    "sample",
];

/// What tests may use beside.
const FOR_TESTS: [&str; 2] = ["testkit", "sample"];

pub fn complaints(files: &[File]) -> Vec<String> {
    let manifests = files.iter().filter(|file| {
        file.path.ends_with("/Cargo.toml")
            && (file.path.starts_with("crates/") || file.path.starts_with("dev/"))
    });
    manifests.flat_map(of_manifest).collect()
}

fn of_manifest(manifest: &File) -> Vec<String> {
    let own = manifest.folders().last().unwrap_or_default();
    let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == own) else {
        return vec![format!("{own} has no row in the table of arrows")];
    };
    let mut complaints = Vec::new();
    let mut section = "";
    for line in manifest.text.lines().map(str::trim) {
        if let Some(header) = line.strip_prefix('[') {
            section = header.trim_end_matches(']');
            continue;
        }
        let Some(used) = ours(line).filter(|_| section.ends_with("dependencies")) else { continue };
        let for_tests = section.ends_with("dev-dependencies") && FOR_TESTS.contains(&used);
        if used != own && !for_tests && !allowed.contains(&used) {
            complaints.push(format!("{own} may not know {used}"));
        }
    }
    complaints
}

/// The crate of ours that a line of dependencies names.
fn ours(line: &str) -> Option<&str> {
    let name = line.split(['.', '=', ' ']).next()?;
    let name = name.strip_prefix("tongket-").unwrap_or(name);
    ARROWS.iter().map(|(name, _)| *name).find(|one| *one == name)
}

#[cfg(test)]
mod tests;
