//! The words of a document, without its layout.

use super::{Block, Document, Run, Table, numbered};

impl Document {
    /// Every line of the paper in reading order: the left column of the letterhead before the right
    /// one, number before date, cells row by row, recipients before the signature.
    ///
    /// It is what a reader of any rendering must find; page numbers are not in it.
    pub fn plain_lines(&self) -> Vec<String> {
        let head = &self.letterhead;
        let mut lines: Vec<String> = head.parent.iter().cloned().collect();
        lines.extend([&head.issuer, &head.nation, &head.motto, &head.number].map(String::clone));
        lines.extend(
            [&head.place_and_date, &self.title.kind, &self.title.subject].map(String::clone),
        );
        if let Some(addressee) = &self.addressee {
            lines.push(addressee.label.clone());
            lines.extend(addressee.names.iter().cloned());
        }
        lines.extend(lines_of(&self.body));
        if let Some(recipients) = &self.recipients {
            lines.push(recipients.label.clone());
            lines.extend(recipients.lines());
        }
        if let Some(signature) = &self.signature {
            lines.extend(signature.authority.iter().cloned());
            lines.push(signature.post.clone());
            lines.extend(signature.mark.clone());
            lines.push(signature.name.clone());
        }
        for annex in &self.annexes {
            lines.extend([annex.label.clone(), annex.title.clone()]);
            lines.extend(annex.note.clone());
            lines.extend(lines_of(&annex.body));
        }
        lines.retain(|line| !line.trim().is_empty());
        lines
    }
}

fn lines_of(body: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    for entry in numbered(body) {
        match entry.block {
            Block::Heading(heading) => {
                lines.push(format!("{} {}", entry.number, heading.words).trim().to_owned());
            }
            Block::Paragraph(runs) => lines.push(words(runs)),
            Block::Item(runs) => lines.push(format!("- {}", words(runs))),
            Block::Table(table) => lines.extend(lines_of_table(table)),
            Block::PageBreak => {}
        }
    }
    lines
}

fn lines_of_table(table: &Table) -> Vec<String> {
    let rows = table.header.iter().chain(&table.rows);
    let cells = rows.flat_map(|row| &row.cells).map(|cell| cell.words.clone());
    table.caption.clone().into_iter().chain(cells).chain(table.notes.clone()).collect()
}

fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.words.as_str()).collect()
}
