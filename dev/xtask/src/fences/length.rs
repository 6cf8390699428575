//! A file is short enough to be read in one sitting.

use crate::project::File;

/// Kinds of file and the lines each may have. Tests are tables and may be longer.
const LIMITS: &[(&str, usize)] = &[("rs", 400), ("html", 400), ("css", 400), ("js", 150)];

pub fn complaints(files: &[File]) -> Vec<String> {
    files.iter().filter(|file| !file.is_test()).filter_map(too_long).collect()
}

fn too_long(file: &File) -> Option<String> {
    let (_, limit) = LIMITS.iter().find(|(extension, _)| *extension == file.extension())?;
    let lines = file.without_tests().lines().count();
    (lines > *limit).then(|| format!("{} has {lines} lines; at most {limit}", file.path))
}

#[cfg(test)]
mod tests;
