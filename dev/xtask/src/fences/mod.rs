//! What every file of the project keeps to, checked by reading the files.
//!
//! Each fence takes the files and gives what stands against it, a sentence a place.

mod arrows;
mod forgotten;
mod length;
mod migrations;
mod names;
mod paths;
mod strings;
mod styles;
mod vietnamese;

use crate::project::{File, Outcome, Project};

type Fence = fn(&[File]) -> Vec<String>;

const FENCES: &[(&str, Fence)] = &[
    ("crates know only whom they may", arrows::complaints),
    ("files are short", length::complaints),
    ("names say something", names::complaints),
    ("no Vietnamese in Rust", vietnamese::complaints),
    ("every string is there in both languages and used", strings::complaints),
    ("a class is styled in one place", styles::complaints),
    ("every path in the papers exists", paths::complaints),
    ("no test is forgotten", forgotten::complaints),
    ("both databases have the same migrations", migrations::complaints),
];

/// Prints what stands against each fence.
pub fn check(project: &Project) -> Outcome {
    let files = project.files()?;
    let mut count = 0;
    for (name, fence) in FENCES {
        let complaints = fence(&files);
        let mark = if complaints.is_empty() { "ok" } else { "BROKEN" };
        println!("{mark:<6} {name}");
        for complaint in &complaints {
            println!("       {complaint}");
        }
        count += complaints.len();
    }
    if count == 0 { Ok(()) } else { Err(format!("{count} complaints")) }
}

/// A tree of files for a test.
#[cfg(test)]
pub fn files(tree: &[(&str, &str)]) -> Vec<File> {
    let file = |&(path, text): &(&str, &str)| File { path: path.to_owned(), text: text.to_owned() };
    tree.iter().map(file).collect()
}

/// A tree of files, and what a fence must say of it.
#[cfg(test)]
type Row<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);

#[cfg(test)]
fn check_rows(fence: Fence, rows: &[Row]) {
    for (tree, expected) in rows {
        assert_eq!(fence(&files(tree)), *expected, "{tree:?}");
    }
}
