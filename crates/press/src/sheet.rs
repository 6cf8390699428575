//! The document as the template reads it: the model itself, and what follows from it.

use domain::document::{Block, Document, HeadLines, numbered};
use serde::Serialize;

#[derive(Serialize)]
struct Sheet<'a> {
    document: &'a Document,
    head: HeadLines,
    title_rule_tenths_mm: u32,
    recipients: Vec<String>,
    /// Number of each block of the body, empty where it has none.
    numbers: Vec<String>,
    annex_numbers: Vec<Vec<String>>,
}

/// The data file of the template.
pub fn json(document: &Document) -> Vec<u8> {
    let numbers =
        |body: &[Block]| numbered(body).into_iter().map(|entry| entry.number).collect::<Vec<_>>();
    let sheet = Sheet {
        document,
        head: document.letterhead.lines(&document.profile),
        title_rule_tenths_mm: document.title.rule_tenths_mm(&document.profile),
        recipients: document.recipients.as_ref().map_or_else(Vec::new, |r| r.lines()),
        numbers: numbers(&document.body),
        annex_numbers: document.annexes.iter().map(|annex| numbers(&annex.body)).collect(),
    };
    serde_json::to_vec(&sheet).expect("a document holds only strings, numbers and lists")
}
