//! The document as the template reads it: the model itself, and what follows from it.

use domain::document::{
    Block, Document, HeadLines, Numbered, Recipients, Row, Table, Turn, numbered,
};
use serde::Serialize;

#[derive(Serialize)]
struct Sheet<'a> {
    document: &'a Document,
    head: HeadLines,
    title_rule_tenths_mm: u32,
    recipients: Vec<String>,
    /// What follows for each block of the body, in its order.
    body: Vec<Extra>,
    annexes: Vec<Vec<Extra>>,
}

#[derive(Serialize)]
struct Extra {
    /// Empty where the block has none.
    number: String,
    table: Option<Measures>,
}

#[derive(Serialize)]
struct Measures {
    half_points: u16,
    padding_tenths_mm: u32,
    widths_tenths_mm: Vec<u32>,
    header: Vec<Row>,
    rows: Vec<Row>,
}

/// The data file of the template.
pub fn json(document: &Document) -> Vec<u8> {
    let annexes = document.annexes.iter();
    let sheet = Sheet {
        document,
        head: document.letterhead.lines(&document.profile),
        title_rule_tenths_mm: document.title.rule_tenths_mm(&document.profile),
        recipients: document.recipients.as_ref().map_or_else(Vec::new, Recipients::lines),
        body: extras(document, &document.body, Turn::Upright),
        annexes: annexes.map(|annex| extras(document, &annex.body, annex.turn)).collect(),
    };
    serde_json::to_vec(&sheet).expect("a document holds only strings, numbers and lists")
}

fn extras(document: &Document, body: &[Block], turn: Turn) -> Vec<Extra> {
    let measures = |table: &Table| {
        let Table { header, rows, .. } = table.squared();
        Measures {
            half_points: table.half_points(&document.profile),
            padding_tenths_mm: table.padding_tenths_mm(&document.profile),
            widths_tenths_mm: table.widths(&document.profile, turn),
            header,
            rows,
        }
    };
    let extra = |Numbered { number, block }: Numbered<'_>| match block {
        Block::Table(table) if !table.is_empty() => Extra { number, table: Some(measures(table)) },
        _ => Extra { number, table: None },
    };
    numbered(body).into_iter().map(extra).collect()
}
