//! Content that a plan demands and its own outline has no section for.

use super::warning;
use crate::lexicon::TOPICS;
use crate::outlines;
use crate::page::{Page, tokens_of};
use crate::parts::Part;
use domain::plan::{Cited, Document, DocumentKind, OutlineItem, Severity, Warning};
use domain::source::Span;

pub fn warnings(page: &Page, part: &Part, document: &Document, found: &mut Vec<Warning>) {
    if document.kind != DocumentKind::Plan || document.outline.is_empty() {
        return;
    }
    let items = outlines::proposed(page, part.body.clone());
    let Some(first) = items.first() else { return };
    let outline = Outline::of(&document.outline);
    for item in &items {
        let topic = leading_topic(&item.title);
        if let Some(topic) = topic.filter(|topic| !outline.has(topic)) {
            missing(item.span, &item.title, outline.place_of(topic), found);
        }
    }
    let section = document.sections.iter().find(|section| section.span.contains(first.span));
    let Some(section) = section else { return };
    for cited in document.cited.iter().chain(&document.subject) {
        let asked = section.span.contains(cited.span) && begins_its_line(page, cited.span);
        let number = cited.number.as_deref().filter(|number| asked && !outline.names(number));
        if let Some(number) = number {
            let content = format!("{} {number}", cited.type_name);
            missing(cited.span, &content, outline.place_for(cited), found);
        }
    }
}

fn missing(span: Span, content: &str, place: String, found: &mut Vec<Warning>) {
    let facts = [("content", content), ("place", place.as_str())];
    found.push(warning("CONTENT_WITHOUT_SECTION", Severity::Warning, span, &facts));
}

/// What the title of an item asks for, where its first words say so.
fn leading_topic(title: &str) -> Option<&'static str> {
    let tokens = tokens_of(title);
    (0..tokens.len().min(3)).find_map(|at| TOPICS.at(&tokens[at..])).map(|hit| hit.value)
}

fn begins_its_line(page: &Page, span: Span) -> bool {
    let token = page.tokens.partition_point(|token| token.span.from < span.from);
    let line = page.lines.get(page.line_of(token));
    line.is_some_and(|line| token <= line.words.start + 1)
}

/// The outline, flat, with what each item is about.
struct Outline {
    items: Vec<Item>,
}

struct Item {
    name: String,
    leads: Option<&'static str>,
    /// Of the title, and of what each line of guidance begins with.
    topics: Vec<&'static str>,
    text: String,
    deep: usize,
}

impl Outline {
    fn of(items: &[OutlineItem]) -> Outline {
        let mut flat = Vec::new();
        add(items, 0, &mut flat);
        Outline { items: flat }
    }

    fn has(&self, topic: &str) -> bool {
        self.items.iter().any(|item| item.topics.contains(&topic))
    }

    fn names(&self, number: &str) -> bool {
        self.items.iter().any(|item| item.text.contains(number))
    }

    /// The item on what comes next for a forecast, else the last of the outermost.
    fn place_of(&self, topic: &str) -> String {
        let wanted = if topic == "forecast" { "tasks" } else { topic };
        let fits = self.items.iter().find(|item| item.leads == Some(wanted));
        let last = || self.items.iter().rfind(|item| item.deep == 0);
        fits.or_else(last).map(|item| item.name.clone()).unwrap_or_default()
    }

    /// The item with most papers of the same kind.
    fn place_for(&self, cited: &Cited) -> String {
        let kind = cited.type_name.to_lowercase();
        let count = |item: &Item| item.text.to_lowercase().matches(&kind).count();
        let best = self.items.iter().rev().max_by_key(|item| count(item));
        best.map(|item| item.name.clone()).unwrap_or_default()
    }
}

fn add(items: &[OutlineItem], deep: usize, flat: &mut Vec<Item>) {
    for item in items {
        let title = tokens_of(&item.title);
        let mut topics: Vec<&str> = TOPICS.all_within(&title).map(|(_, hit)| hit.value).collect();
        topics.extend(item.guidance.iter().filter_map(|line| leading_topic(line)));
        let name = format!("{} {}", item.number, item.title);
        let name = name.trim().to_owned();
        let text = format!("{} {}", item.title, item.guidance.join(" "));
        let leads = leading_topic(&item.title);
        flat.push(Item { name, leads, topics, text, deep });
        add(&item.children, deep + 1, flat);
    }
}
