use crate::backend::Ctx;
use crate::ending::Ending;
use domain::id::ItemId;
use domain::library::{Held, ITEMS_MAX, Origin, Role};
use domain::plan::{Cited, Document, Warning};
use domain::text::{Text, fold};
use store::campaign::SetUp;
use store::library::Item;

/// The warning of the reading that a paper was announced and is not in the file.
const ANNOUNCED: &str = "ATTACHMENT_NOT_IN_FILE";
/// The words by which an announced paper is the outline, folded.
const OUTLINE: &str = "de cuong";

/// Lays the library a plan speaks of: the documents reviewed, those it rests on, and what it
/// announced without holding it.
pub(crate) async fn lay(
    ctx: &mut Ctx<'_>,
    set_up: &SetUp,
    warnings: &[Warning],
    document: &Document,
) -> Result<(), Ending> {
    let chance = &mut ctx.chance;
    for item in proposed(warnings, document, &mut || chance.id()) {
        store::library::insert(&mut ctx.tx, set_up, &item).await?;
    }
    Ok(())
}

/// The documents in the order in which the plan puts them, each once.
fn proposed(
    warnings: &[Warning],
    document: &Document,
    id: &mut impl FnMut() -> ItemId,
) -> Vec<Item> {
    let mut found: Vec<Item> = Vec::new();
    found.extend(document.subject.iter().map(|cited| named(id(), Role::Subject, cited)));
    let missing = warnings
        .iter()
        .filter(|warning| warning.code == ANNOUNCED && document.span.contains(warning.span))
        .filter_map(|warning| warning.facts.iter().find(|(name, _)| name == "paper"));
    found.extend(missing.map(|(_, paper)| announced(id(), paper)));
    found.extend(document.basis.iter().map(|cited| named(id(), Role::Basis, cited)));
    let mut items: Vec<Item> = Vec::new();
    for item in found.into_iter().filter(|item| !item.title.is_empty()) {
        let same = |other: &Item| {
            (&other.title, &other.number, other.day) == (&item.title, &item.number, item.day)
        };
        if !items.iter().any(same) {
            items.push(item);
        }
    }
    items.truncate(ITEMS_MAX);
    items
}

fn named(id: ItemId, role: Role, cited: &Cited) -> Item {
    let issuer = cited.issuer.clone().unwrap_or_default();
    let number = cited.number.clone().unwrap_or_default();
    let names = [&cited.type_name, &issuer, &number];
    let title = names.into_iter().find(|name| !name.is_empty()).cloned().unwrap_or_default();
    Item {
        id,
        role,
        origin: Origin::Cited,
        title: Text::new(&title).into_string(),
        number,
        day: cited.date,
        issuer,
        held: Held::Nothing,
        rev: 1,
    }
}

fn announced(id: ItemId, paper: &str) -> Item {
    let role = if fold(paper).contains(OUTLINE) { Role::Outline } else { Role::Form };
    let mut rest = paper.chars();
    let first: String = rest.next().into_iter().flat_map(char::to_uppercase).collect();
    Item {
        id,
        role,
        origin: Origin::Announced,
        title: Text::new(&(first + rest.as_str())).into_string(),
        number: String::new(),
        day: None,
        issuer: String::new(),
        held: Held::Nothing,
        rev: 1,
    }
}

#[cfg(test)]
mod tests;
