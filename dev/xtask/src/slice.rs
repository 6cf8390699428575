//! `cargo xtask where FEATURE`: a feature has the same name in every crate.

use crate::project::{File, Outcome, Project};

/// Prints every file named after the feature or lying in a folder of its name, crate by crate.
pub fn print(project: &Project, feature: &str) -> Outcome {
    let files = project.files()?;
    let found = of_feature(&files, feature);
    if found.is_empty() {
        return Err(format!("nothing is called {feature}"));
    }
    let mut shown = "";
    for file in found {
        let part = part_of(&file.path);
        if part != shown {
            println!("{part}");
            shown = part;
        }
        println!("  {:<60} {:>5} lines", file.path, file.text.lines().count());
    }
    Ok(())
}

fn of_feature<'a>(files: &'a [File], feature: &str) -> Vec<&'a File> {
    let is_of = |file: &&File| {
        let stem = file.stem();
        // `submission.vi.ftl` and `submission.rs` alike.
        stem.split('.').next() == Some(feature) || file.folders().any(|folder| folder == feature)
    };
    files.iter().filter(is_of).collect()
}

/// `crates/app/src/…` is part of `crates/app`.
fn part_of(path: &str) -> &str {
    let end = path.match_indices('/').nth(1).map_or(path.len(), |(at, _)| at);
    &path[..end]
}

#[cfg(test)]
mod tests;
