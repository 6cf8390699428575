//! A paper as a page shows it: its words in their places, without its measures.

use domain::document::{
    Annex, Block, Document, Emphasis, Heading, Level, Numbered, Row, Run, Table, numbered,
};
use serde::Deserialize;

/// A paper in HTML.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Sheet {
    #[serde(default)]
    pub parent: String,
    pub issuer: String,
    pub nation: String,
    pub motto: String,
    /// The number, and below it that it is a draft.
    pub number: Vec<String>,
    pub place_and_date: String,
    pub kind: String,
    pub subject: String,
    pub body: Vec<Piece>,
    #[serde(default)]
    pub recipients_label: String,
    #[serde(default)]
    pub recipients: Vec<String>,
    /// In whose name, post and name, a line each.
    #[serde(default)]
    pub signature: Vec<String>,
    #[serde(default)]
    pub annexes: Vec<SheetAnnex>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct SheetAnnex {
    pub label: String,
    pub title: String,
    #[serde(default)]
    pub note: String,
    pub body: Vec<Piece>,
}

/// A piece of the text.
#[derive(Clone, Debug, Deserialize)]
pub enum Piece {
    /// A heading of the first, second or third level, with its number.
    Heading(u8, String),
    Paragraph(Vec<SheetRun>),
    Table {
        header: Vec<String>,
        rows: Vec<Vec<String>>,
    },
}

#[derive(Clone, Debug, Deserialize)]
pub struct SheetRun {
    pub words: String,
    #[serde(default)]
    pub emphasis: Emphasis,
}

impl Sheet {
    /// The paper with its words in their places.
    pub fn of(document: &Document) -> Sheet {
        let head = &document.letterhead;
        let recipients = document.recipients.as_ref();
        let signature = document.signature.iter().flat_map(|signature| {
            let first = signature.authority.iter().chain([&signature.post]);
            first.chain([&signature.name]).filter(|line| !line.is_empty()).cloned()
        });
        Sheet {
            parent: head.parent.clone().unwrap_or_default(),
            issuer: head.issuer.clone(),
            nation: head.nation.clone(),
            motto: head.motto.clone(),
            number: head.number.lines().map(str::to_owned).collect(),
            place_and_date: head.place_and_date.clone(),
            kind: document.title.kind.clone(),
            subject: document.title.subject.clone(),
            body: pieces(&document.body),
            recipients_label: recipients.map(|list| list.label.clone()).unwrap_or_default(),
            recipients: recipients.map(|list| list.lines()).unwrap_or_default(),
            signature: signature.collect(),
            annexes: document.annexes.iter().map(annex).collect(),
        }
    }
}

fn annex(annex: &Annex) -> SheetAnnex {
    SheetAnnex {
        label: annex.label.clone(),
        title: annex.title.clone(),
        note: annex.note.clone().unwrap_or_default(),
        body: pieces(&annex.body),
    }
}

fn pieces(body: &[Block]) -> Vec<Piece> {
    let piece = |Numbered { number, block }: Numbered<'_>| match block {
        Block::Heading(Heading { level, words, .. }) => {
            let depth = match level {
                Level::One => 1,
                Level::Two => 2,
                Level::Three => 3,
            };
            Some(Piece::Heading(depth, format!("{number} {words}").trim().to_owned()))
        }
        Block::Paragraph(runs) => Some(Piece::Paragraph(runs_of("", runs))),
        Block::Item(runs) => Some(Piece::Paragraph(runs_of("- ", runs))),
        Block::Table(table) => Some(table_of(table)),
        Block::PageBreak => None,
    };
    numbered(body).into_iter().filter_map(piece).collect()
}

fn runs_of(before: &str, runs: &[Run]) -> Vec<SheetRun> {
    let dash = Run::new(before, Emphasis::Plain);
    let dash = Some(dash).filter(|dash| !dash.words.is_empty());
    let run = |run: Run| SheetRun { words: run.words, emphasis: run.emphasis };
    dash.into_iter().chain(runs.iter().cloned()).map(run).collect()
}

fn table_of(table: &Table) -> Piece {
    let words = |row: &Row| row.cells.iter().map(|cell| cell.words.clone()).collect();
    Piece::Table {
        header: table.header.first().map(words).unwrap_or_default(),
        rows: table.rows.iter().map(words).collect(),
    }
}
