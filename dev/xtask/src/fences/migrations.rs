//! The two databases go the same steps.

use std::collections::BTreeSet;

use crate::project::File;

const FOLDER: &str = "crates/store/migrations";

pub fn complaints(files: &[File]) -> Vec<String> {
    let (sqlite, postgres) = (steps(files, "sqlite"), steps(files, "postgres"));
    let one_sided = sqlite.symmetric_difference(&postgres);
    let mut complaints: Vec<String> =
        one_sided.map(|name| format!("{FOLDER}: only one database has {name}")).collect();
    let numbers: Vec<&str> = sqlite.iter().filter_map(|name| name.split('_').next()).collect();
    for (expected, number) in (1..).zip(&numbers) {
        if *number != format!("{expected:04}") {
            complaints.push(format!("{FOLDER}: {number} where {expected:04} is due"));
            break;
        }
    }
    complaints
}

fn steps<'a>(files: &'a [File], database: &str) -> BTreeSet<&'a str> {
    let folder = format!("{FOLDER}/{database}/");
    files.iter().filter_map(|file| file.path.strip_prefix(&folder)).collect()
}

#[cfg(test)]
mod tests;
