use super::table;
use crate::site::{Answer, Query, Visitor, disposition};
use app::Ending;
use app::register::ExportRegister;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use domain::calendar;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    format: Format,
    /// Today where none is named.
    #[serde(default)]
    on: String,
}

/// What the register goes out as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Format {
    #[default]
    Xlsx,
    Csv,
    /// A workbook with nothing but its heading.
    Blank,
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV: &str = "text/csv; charset=utf-8";

/// The register as of a day, or the blank table.
pub(super) async fn export(visitor: Visitor, Query(wanted): Query<Wanted>) -> Answer {
    let case = ExportRegister { on: calendar::read_day(&wanted.on) };
    let register = visitor.read(case).await?.output;
    let ui = visitor.ui_of_nobody();
    let (xlsx, csv) = (visitor.site.write_xlsx, visitor.site.write_csv);
    let title = ui.say("register-sheet").to_string();
    let name = format!("{} {}", ui.say("register-title"), register.day);
    let work = tokio::task::spawn_blocking(move || match wanted.format {
        Format::Csv => Ok(csv(&table::rows(&ui, &register))),
        Format::Xlsx => xlsx(&title, &table::rows(&ui, &register)),
        Format::Blank => xlsx(&title, &table::blank(&ui)),
    });
    let bytes = work.await.map_err(|error| error.to_string()).and_then(|written| written);
    let bytes = bytes.map_err(|why| visitor.trouble(Ending::Broken(why)))?;
    let (kind, ending) = match wanted.format {
        Format::Csv => (CSV, "csv"),
        Format::Xlsx | Format::Blank => (XLSX, "xlsx"),
    };
    let head = [(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition(&name, ending))];
    Ok((head, bytes).into_response())
}
