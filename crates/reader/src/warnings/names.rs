//! One body under several names, and lists of addressees that differ.

use super::warning;
use crate::body::{self, Kind, Tier, tier};
use crate::lexicon::spelled_out;
use crate::page::Page;
use crate::parts::Part;
use domain::plan::{Dated, Document, Severity, Warning};
use domain::source::Span;
use std::collections::BTreeMap;

pub fn warnings(page: &Page, part: &Part, document: &Document, found: &mut Vec<Warning>) {
    variants(page, part, found);
    let long: Vec<&Dated> = document.dates.iter().filter(|d| d.who.len() > 2).collect();
    for (at, second) in long.iter().enumerate() {
        if let Some(first) = long[..at].iter().find(|first| differ(document, first, second)) {
            let (one, other) = (first.who.join("; "), second.who.join("; "));
            let facts = [("one", one.as_str()), ("other", &other)];
            let code = "ADDRESSEE_LISTS_DIFFER";
            found.push(warning(code, Severity::Info, second.span, &facts));
        }
    }
}

/// `Ban Tổ chức` beside `Ban Tổ chức - Kiểm tra` and `Ban TC-KT`.
fn variants(page: &Page, part: &Part, found: &mut Vec<Warning>) {
    let mut desks: BTreeMap<Vec<String>, BTreeMap<String, Span>> = BTreeMap::new();
    let lines = page.lines_tokens(part.body.start..part.recipients.end.max(part.body.end));
    let mut at = lines.start;
    while at < lines.end {
        let head = body::head(&page.tokens[at..lines.end]).filter(|h| h.kind == Kind::Desk);
        let Some(head) = head else {
            at += 1;
            continue;
        };
        let span = page.span(at..at + head.len);
        let name = page.value(span);
        if head.len > 2 && page.tokens[at].capitalised() {
            desks.entry(spelled_out(&name)).or_default().entry(name).or_insert(span);
        }
        at += head.len;
    }
    let whole: Vec<&Vec<String>> = desks.keys().collect();
    for words in &whole {
        let longer = whole.iter().any(|w| w.len() > words.len() && w.starts_with(words));
        if longer {
            continue;
        }
        let same: Vec<(&String, &Span)> = (desks.iter())
            .filter(|(other, _)| words.starts_with(other))
            .flat_map(|(_, names)| names)
            .collect();
        let folded = |name: &str| domain::text::fold(name).replace(' ', "");
        let different = same.iter().any(|(name, _)| folded(name) != folded(same[0].0));
        let shortest = same.iter().min_by_key(|(name, _)| name.chars().count());
        if let Some((_, span)) = shortest.filter(|_| different) {
            let names: Vec<&str> = same.iter().map(|(name, _)| name.as_str()).collect();
            let facts = [("names", names.join("; "))];
            let facts = facts.each_ref().map(|(key, value)| (*key, value.as_str()));
            let code = "UNIT_NAME_VARIANTS";
            found.push(warning(code, Severity::Info, **span, &facts));
        }
    }
}

/// True of two lists that share bodies, and of which one has a body that the plan tells nothing
/// elsewhere.
fn differ(document: &Document, one: &Dated, other: &Dated) -> bool {
    let same = |a: &String, b: &String| {
        let (a, b) = (spelled_out(a), spelled_out(b));
        a.iter().all(|word| b.contains(word)) || b.iter().all(|word| a.contains(word))
    };
    let lacking = |from: &Dated, list: &Dated| {
        let missing =
            |who: &&String| !list.who.iter().any(|b| same(who, b)) && !told_apart(document, who);
        from.who.iter().any(|who| missing(&who))
    };
    let shared = one.who.iter().filter(|a| other.who.iter().any(|b| same(a, b))).count();
    shared > 1 && (lacking(one, other) || lacking(other, one))
}

/// True where a duty of its own speaks of the body or, of a grassroots union, of its level.
fn told_apart(document: &Document, who: &str) -> bool {
    let grassroots = tier(who) == Some(Tier::Grassroots);
    let own = document.duties.iter().filter(|duty| !duty.who.contains(';'));
    own.clone().any(|duty| spelled_out(&duty.who) == spelled_out(who))
        || grassroots && own.clone().any(|duty| tier(&duty.who) == Some(Tier::Grassroots))
}
