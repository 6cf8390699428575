//! All style sheets reach a page as one: a class is one folder's, and what is shared is `ui`'s alone.

use std::collections::{BTreeMap, BTreeSet};

use crate::project::File;

const FOLDER: &str = "crates/web/src/";
const SHARED: &str = "ui";

/// A selector with the folder it stands in and its classes, the first of which it belongs to.
struct Styled<'a> {
    folder: &'a str,
    selector: &'a str,
    classes: Vec<&'a str>,
}

pub fn complaints(files: &[File]) -> Vec<String> {
    let styled: Vec<Styled> = files.iter().flat_map(selectors).collect();
    let mut folders: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for rule in styled.iter().filter(|rule| rule.folder != SHARED) {
        folders.entry(rule.classes[0]).or_default().insert(rule.folder);
    }
    let of_ui = |rule: &&Styled| rule.folder == SHARED;
    let shared: BTreeSet<&str> =
        styled.iter().filter(of_ui).flat_map(|rule| rule.classes.iter().copied()).collect();
    let twice =
        folders.into_iter().filter(|(class, folders)| folders.len() > 1 && !shared.contains(class));
    let mut complaints: Vec<String> = twice
        .map(|(class, folders)| {
            let folders: Vec<&str> = folders.into_iter().collect();
            format!("{FOLDER}: .{class} is styled by {}", folders.join(" and by "))
        })
        .collect();
    let restyled = styled.iter().filter(|rule| {
        let own = |class: &&str| !shared.contains(class);
        rule.folder != SHARED && !rule.selector.contains('#') && !rule.classes.iter().any(own)
    });
    complaints.extend(restyled.map(|rule| {
        format!("{FOLDER}{}: “{}” restyles what is {SHARED}'s", rule.folder, rule.selector)
    }));
    complaints
}

fn selectors(file: &File) -> Vec<Styled<'_>> {
    let folder = file.path.strip_prefix(FOLDER).and_then(|path| path.split('/').next());
    let Some(folder) = folder.filter(|_| file.extension() == "css") else { return Vec::new() };
    let heads = file.text.split('{').filter_map(|part| part.rsplit(['}', ';', '/']).next());
    let heads = heads.map(str::trim).filter(|head| !head.starts_with('@'));
    heads
        .flat_map(apart)
        .map(|selector| Styled { folder, selector, classes: classes(selector) })
        .filter(|rule| !rule.classes.is_empty())
        .collect()
}

/// The selectors of a rule, which commas keep apart where they stand in no brackets.
fn apart(head: &str) -> Vec<&str> {
    let mut open = 0_usize;
    let parts = head.split(move |letter: char| {
        match letter {
            '(' | '[' => open += 1,
            ')' | ']' => open = open.saturating_sub(1),
            _ => {}
        }
        letter == ',' && open == 0
    });
    parts.map(str::trim).filter(|selector| !selector.is_empty()).collect()
}

fn classes(selector: &str) -> Vec<&str> {
    let after = selector.split('.').skip(1);
    let name = |part: &'_ str| {
        let end = part.find(|letter: char| !(letter.is_alphanumeric() || "-_".contains(letter)));
        end.unwrap_or(part.len())
    };
    after
        .map(|part| &part[..name(part)])
        .filter(|class| class.starts_with(char::is_alphabetic))
        .collect()
}

#[cfg(test)]
mod tests;
