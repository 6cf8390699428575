//! The main part: head, body, foot, annexes, and the sections they lie in.

use super::package::{NAMESPACES, PROLOGUE};
use super::paragraph::{line, paragraph, twips};
use super::{foot, head, table};
use domain::document::{
    Annex, Block, Document, Emphasis, Heading, Level, Numbered, Profile, Run, Turn, numbered,
};
use std::fmt::Write as _;

/// The main part of the paper.
pub fn document(document: &Document) -> String {
    let mut out = format!("{PROLOGUE}<w:document {NAMESPACES}><w:body>");
    head::head(&mut out, document);
    blocks(&mut out, &document.body, document, Turn::Upright);
    foot::foot(&mut out, document);
    let mut turn = Turn::Upright;
    for annex in &document.annexes {
        let ended = section(&document.profile, turn);
        paragraph(&mut out, "SectionEnd", &ended, &[]);
        self::annex(&mut out, annex, document);
        turn = annex.turn;
    }
    if document.annexes.is_empty() {
        // A table may not be the last thing before the section's properties.
        paragraph(&mut out, "SectionEnd", "", &[]);
    }
    out.push_str(&section(&document.profile, turn));
    out.push_str("</w:body></w:document>");
    out
}

fn annex(out: &mut String, annex: &Annex, document: &Document) {
    line(out, "AnnexLabel", &annex.label);
    line(out, "AnnexTitle", &annex.title);
    if let Some(note) = &annex.note {
        line(out, "AnnexNote", note);
    }
    blocks(out, &annex.body, document, annex.turn);
}

fn blocks(out: &mut String, body: &[Block], document: &Document, turn: Turn) {
    let last = body.len().saturating_sub(1);
    for (at, Numbered { number, block }) in numbered(body).into_iter().enumerate() {
        // The end of the text goes with the signature, which should not stand on a page alone.
        let keep = if at == last { "<w:keepNext/>" } else { "" };
        match block {
            Block::Heading(Heading { level, words, .. }) => {
                let style = match level {
                    Level::One => "Heading1",
                    Level::Two => "Heading2",
                    Level::Three => "Heading3",
                };
                line(out, style, format!("{number} {words}").trim_start());
            }
            Block::Paragraph(runs) => paragraph(out, "BodyText", keep, runs),
            Block::Item(runs) => {
                let dash = Run::new("- ", Emphasis::Plain);
                let runs: Vec<Run> = std::iter::once(dash).chain(runs.iter().cloned()).collect();
                paragraph(out, "List", keep, &runs);
            }
            Block::Table(table) => table::table(out, table, document, turn),
            Block::PageBreak => {
                out.push_str(
                    "<w:p><w:pPr><w:pStyle w:val=\"SectionEnd\"/></w:pPr>\
                     <w:r><w:br w:type=\"page\"/></w:r></w:p>",
                );
            }
        }
    }
}

/// The section that ends here: its sheet and margins, its pages counted from 1 with the first bare.
fn section(profile: &Profile, turn: Turn) -> String {
    let mm = |mm: u16| twips(u32::from(mm) * 10);
    let margins = profile.margins;
    let (width, height) = (mm(profile.paper.width_mm), mm(profile.paper.height_mm));
    let size = match turn {
        Turn::Upright => format!("<w:pgSz w:w=\"{width}\" w:h=\"{height}\"/>"),
        Turn::Sideways => {
            format!("<w:pgSz w:w=\"{height}\" w:h=\"{width}\" w:orient=\"landscape\"/>")
        }
    };
    let mut out = String::from("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>");
    let _ = write!(
        out,
        "<w:type w:val=\"nextPage\"/>{size}<w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" \
         w:left=\"{}\" w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/>\
         <w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>",
        mm(margins.top_mm),
        mm(margins.right_mm),
        mm(margins.bottom_mm),
        mm(margins.left_mm),
        mm(margins.header_mm),
        mm(margins.header_mm),
    );
    out
}
