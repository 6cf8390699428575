//! Tables: those that only place things, and those of the paper.

use super::paragraph::{line, paragraph, set_run, twips};
use domain::document::{Align, Cell, Document, Emphasis, Row, Run, Table, Turn};
use std::fmt::Write as _;

/// Appends a table without lines whose rows no page parts; widths in twips, cells as finished XML.
pub fn layout_table(out: &mut String, widths: &[u32; 2], rows: &[[String; 2]]) {
    let whole: u32 = widths.iter().sum();
    let _ = write!(
        out,
        "<w:tbl><w:tblPr><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/>\
         </w:tblCellMar></w:tblPr>"
    );
    grid(out, widths);
    for row in rows {
        out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (cell, width) in row.iter().zip(widths) {
            let _ = write!(
                out,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{cell}</w:tc>"
            );
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
}

/// Appends a table of the paper with its caption and notes, as wide as a page lying so leaves room.
pub fn table(out: &mut String, table: &Table, document: &Document, turn: Turn) {
    if table.is_empty() {
        // Word takes a table without rows or columns for damage.
        return;
    }
    let table = &table.squared();
    if let Some(caption) = &table.caption {
        line(out, "Caption", caption);
    }
    let widths: Vec<u32> = table.widths(&document.profile, turn).into_iter().map(twips).collect();
    let whole: u32 = widths.iter().sum();
    let side = twips(table.padding_tenths_mm(&document.profile));
    let _ = write!(
        out,
        "<w:tbl><w:tblPr><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:tblBorders>{}</w:tblBorders>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar>\
         <w:left w:w=\"{side}\" w:type=\"dxa\"/><w:right w:w=\"{side}\" w:type=\"dxa\"/>\
         </w:tblCellMar></w:tblPr>",
        borders()
    );
    grid(out, &widths);
    let size = table.half_points(&document.profile);
    let mut reach = vec![Reach::default(); widths.len()];
    for row in &table.header {
        out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        cells(out, row, &widths, &mut reach, &|_| (Align::Centre, Emphasis::Bold, size));
        out.push_str("</w:tr>");
    }
    for row in &table.rows {
        out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        let look = |column: usize| (table.columns[column].align, row.emphasis, size);
        cells(out, row, &widths, &mut reach, &look);
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
    for note in &table.notes {
        line(out, "TableNote", note);
    }
    paragraph(out, "AfterTable", "", &[]);
}

/// How a cell is set: alignment, emphasis, half points.
type LookOf<'a> = &'a dyn Fn(usize) -> (Align, Emphasis, u16);

/// What still reaches into a column from the rows above.
#[derive(Clone, Copy, Default)]
struct Reach {
    rows_left: u16,
    across: u16,
}

fn cells(out: &mut String, row: &Row, widths: &[u32], reach: &mut [Reach], look: LookOf<'_>) {
    let blank = Cell::new("");
    let mut next = row.cells.iter();
    let mut at = 0;
    while at < widths.len() {
        let above = reach[at];
        let room = widths.len() - at;
        let (cell, across, merge) = if above.rows_left > 0 {
            (&blank, usize::from(above.across), "<w:vMerge/>")
        } else {
            let cell = next.next().unwrap_or(&blank);
            let merge = if cell.down > 1 { "<w:vMerge w:val=\"restart\"/>" } else { "" };
            (cell, usize::from(cell.across), merge)
        };
        let across = across.clamp(1, room);
        reach[at] = match above.rows_left {
            0 => Reach {
                rows_left: cell.down.saturating_sub(1),
                across: u16::try_from(across).unwrap_or(1),
            },
            left => Reach { rows_left: left - 1, ..above },
        };
        let width: u32 = widths[at..at + across].iter().sum();
        one_cell(out, cell, width, &span(across, merge), look(at));
        at += across;
    }
}

fn one_cell(
    out: &mut String,
    cell: &Cell,
    width: u32,
    span: &str,
    (align, emphasis, half_points): (Align, Emphasis, u16),
) {
    let align = match align {
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
    };
    let size = format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>");
    let _ = write!(
        out,
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}<w:vAlign w:val=\"center\"/>\
         </w:tcPr><w:p><w:pPr><w:pStyle w:val=\"Cell\"/><w:jc w:val=\"{align}\"/>\
         <w:rPr>{size}</w:rPr></w:pPr>"
    );
    set_run(out, &Run::new(&cell.words, emphasis), &size);
    out.push_str("</w:p></w:tc>");
}

fn span(across: usize, merge: &str) -> String {
    if across > 1 { format!("<w:gridSpan w:val=\"{across}\"/>{merge}") } else { merge.to_owned() }
}

fn grid(out: &mut String, widths: &[u32]) {
    out.push_str("<w:tblGrid>");
    for width in widths {
        let _ = write!(out, "<w:gridCol w:w=\"{width}\"/>");
    }
    out.push_str("</w:tblGrid>");
}

fn borders() -> String {
    ["top", "left", "bottom", "right", "insideH", "insideV"]
        .map(|side| {
            format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>")
        })
        .concat()
}
