//! `cargo xtask new-verb NOUN VERB`: a further verb begins in the shape all verbs have.

use std::fs;

use crate::project::{Outcome, Project};

/// The files of a verb, and what each begins with. `NOUN`, `VERB`, the type `Verb` and the
/// beginning of its string keys, `KEY`, are put in.
const PARTS: &[(&str, &str)] = &[
    ("crates/app/src/NOUN/VERB.rs", include_str!("verb/case.txt")),
    ("crates/web/src/NOUN/VERB.rs", include_str!("verb/page.txt")),
    ("crates/web/src/NOUN/VERB.html", include_str!("verb/template.txt")),
];

const EDITS: &str = "\
Five small edits join it to the rest:
  crates/app/src/NOUN/mod.rs    mod VERB; and pub use VERB::Verb;
  crates/web/src/NOUN/mod.rs    mod VERB; and its route with the policy it asks for
  crates/web/tests/it/access/table.txt    who opens the route, who sends its form
  crates/web/src/NOUN/vi.ftl    KEY-title, KEY-button
  crates/web/src/NOUN/en.ftl    the same keys in English";

/// Writes them; refuses to touch a file that is there.
pub fn write(project: &Project, noun: &str, verb: &str) -> Outcome {
    for name in [noun, verb] {
        if name.is_empty() || !name.chars().all(|one| one.is_ascii_lowercase() || one == '_') {
            return Err(format!("“{name}” is no name: small letters and _ only"));
        }
    }
    let parts =
        PARTS.iter().map(|(path, text)| (put_in(path, noun, verb), put_in(text, noun, verb)));
    let parts: Vec<(String, String)> = parts.collect();
    if let Some((path, _)) = parts.iter().find(|(path, _)| project.root.join(path).exists()) {
        return Err(format!("{path} is there already"));
    }
    for (path, text) in parts {
        let file = project.root.join(&path);
        let folder = file.parent().ok_or("a file lies in a folder")?;
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&file, text))
            .map_err(|error| format!("{path}: {error}"))?;
        println!("wrote {path}");
    }
    println!("\n{}", put_in(EDITS, noun, verb));
    Ok(())
}

fn put_in(text: &str, noun: &str, verb: &str) -> String {
    let key = format!("{noun}-{verb}").replace('_', "-");
    text.replace("KEY", &key)
        .replace("NOUN", noun)
        .replace("VERB", verb)
        .replace("Verb", &camel(verb))
}

/// `send_back` is the type `SendBack`.
fn camel(name: &str) -> String {
    let part = |part: &str| {
        let mut letters = part.chars();
        let first = letters.next().map(|one| one.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    name.split('_').map(part).collect()
}

#[cfg(test)]
mod tests;
