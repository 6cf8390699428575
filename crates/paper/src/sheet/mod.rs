//! Tables in and out, as XLSX and CSV: rows of cells, all of them text.
//!
//! A cell that begins like a formula goes out behind an apostrophe in CSV and comes back without it;
//! in XLSX it is text by its type.

mod csv;
mod unreadable;

pub use csv::write_csv;
pub use unreadable::NoTable;

use crate::source::{BYTES_MOST, decode, old_office};
use calamine::{DataRef, Reader, Xlsx, XlsxError};
use rust_xlsxwriter::{Format, Workbook};
use std::io::Cursor;

/// More rows than any register has.
const ROWS_MOST: usize = 200_000;
/// What stands further to the right is nobody's column.
const COLUMNS_MOST: usize = 50;
/// Wide enough for a name.
const COLUMN_WIDTH: u32 = 28;

/// The rows of the first sheet of `bytes`: XLSX where they are one, else CSV. Of a formula, what it
/// gave; of merged cells, the first holds the text and the others are blank.
///
/// Files from outside are read by [`crate::confine::sheet`].
pub fn read(bytes: &[u8]) -> Result<Vec<Vec<String>>, NoTable> {
    if bytes.len() > BYTES_MOST {
        return Err(NoTable::TooLarge);
    }
    if let Some(why) = old_office(bytes) {
        return Err(NoTable::from(why));
    }
    let rows = if bytes.starts_with(b"PK") {
        read_xlsx(bytes)?
    } else {
        csv::read(&decode(bytes).map_err(NoTable::from)?.0)
    };
    match rows.len() {
        _ if rows.iter().flatten().all(|cell| cell.trim().is_empty()) => Err(NoTable::Empty),
        rows if rows > ROWS_MOST => Err(NoTable::TooLong),
        _ => Ok(rows),
    }
}

/// One sheet, its first row as a heading that stays in sight.
pub fn write_xlsx(title: &str, rows: &[Vec<String>]) -> Result<Vec<u8>, String> {
    fill(title, rows).map_err(|error| error.to_string())
}

/// Cell by cell: where a sheet names a cell far away, nothing is made for those between.
fn read_xlsx(bytes: &[u8]) -> Result<Vec<Vec<String>>, NoTable> {
    let damaged = |_: XlsxError| NoTable::Damaged;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let first = book.sheet_names().into_iter().next().ok_or(NoTable::Empty)?;
    let mut cells = book.worksheet_cells_reader(&first).map_err(damaged)?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize, column as usize);
        let text = text(cell.get_value());
        if text.is_empty() || column >= COLUMNS_MOST {
            continue;
        }
        if row > ROWS_MOST {
            return Err(NoTable::TooLong);
        }
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut rows[row];
        if cells.len() <= column {
            cells.resize_with(column + 1, String::new);
        }
        cells[column] = text;
    }
    Ok(rows)
}

/// What a cell shows. Whole numbers come without a point, as codes are typed.
fn text(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(moment) => moment.to_string(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
    }
}

fn fill(title: &str, rows: &[Vec<String>]) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(title)?;
    let text = Format::new().set_num_format("@");
    let heading = Format::new().set_bold().set_num_format("@");
    for (row, cells) in (0..).zip(rows) {
        let format = if row == 0 { &heading } else { &text };
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string_with_format(row, column, cell, format)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_column_range_width(0, 5, COLUMN_WIDTH)?;
    book.save_to_buffer()
}

#[cfg(test)]
mod tests;
