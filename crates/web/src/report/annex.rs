//! The table of figures behind a report.

use super::compose::say;
use crate::figures::{own_terms, total_words};
use crate::ui::Ui;
use app::Table as Asked;
use app::figures::{FiguresView, worked_out};
use app::report::ReportFigures;
use domain::document::{Align, Annex, Block, Cell, Column, PlanTable, Row, Table, Turn};
use domain::figure::{self, Figure};
use domain::indicator::{Asked as Entry, Indicator};
use domain::number;
use words::Lang;

/// More periods than this are laid on a sheet turned sideways.
const PERIODS_UPRIGHT: usize = 3;

/// The annex; nothing where no figures are asked.
pub(super) fn annex(figures: &ReportFigures, number: &str) -> Option<Annex> {
    let (asked, table) = match figures {
        ReportFigures::None => return None,
        ReportFigures::Own { table, typed } => (table, own_table(table, typed)),
        ReportFigures::Sums(sums) | ReportFigures::SentSums(sums) => {
            (&sums.table, table_of_sums(sums))
        }
    };
    let note = say("document-annex-with").with("number", number).to_string();
    Some(annexed(&asked.title, note, asked.columns.len(), table))
}

/// A table that is still to be filled in, on a page of its own.
pub(crate) fn table_annex(asked: &PlanTable, note: String) -> Annex {
    let blank = vec![String::new(); asked.columns.len()];
    let row = |(at, indicator)| {
        Row::new(row_head(at, indicator).into_iter().chain(blank.clone()).map(Cell::from))
    };
    let rows = asked.indicators.iter().enumerate().map(row).collect();
    let table = table(&asked.columns, rows, &[], Vec::new());
    annexed(&asked.title, note, asked.columns.len(), table)
}

fn annexed(name: &str, note: String, periods: usize, table: Table) -> Annex {
    let label = say("document-annex").with("number", "").to_string().trim().to_uppercase();
    Annex {
        title: title(name, &label),
        label,
        note: Some(note),
        turn: if periods > PERIODS_UPRIGHT { Turn::Sideways } else { Turn::Upright },
        body: vec![Block::Table(table)],
    }
}

/// The title of the table without the word that already stands above it.
fn title(table: &str, label: &str) -> String {
    let title = table.to_uppercase();
    let rest = title.strip_prefix(label).map(|rest| rest.trim_start_matches(['.', ':', ' ']));
    match rest {
        Some(rest) if !rest.is_empty() => rest.to_owned(),
        _ => title,
    }
}

fn own_table(asked: &Asked, typed: &[String]) -> Table {
    let rows = asked.indicators.iter().enumerate().map(|(at, indicator)| {
        let cells = asked.columns.iter().map(|column| own_cell(asked, indicator, *column, typed));
        Row::new(row_head(at, indicator).into_iter().chain(cells).map(Cell::from))
    });
    table(&asked.told, rows.collect(), &[], Vec::new())
}

/// As the unit gave it; what cannot be read stays as it was typed.
fn own_cell(
    asked: &Asked,
    indicator: &Indicator,
    column: figure::Column,
    typed: &[String],
) -> String {
    let read = |cell: usize| {
        let decimals = asked.segment.cells().get(cell)?.asks.decimals;
        Some(Figure::from(number::read(typed.get(cell)?, decimals).ok()?.reading))
    };
    if indicator.rule.asked() == Entry::Nothing {
        let value = worked_out(asked, indicator, column, |cell| read(cell)?.counted());
        return value.map(|value| number::show(value, indicator.decimals)).unwrap_or_default();
    }
    let Some(cell) = asked.cell(indicator, column) else { return String::new() };
    match read(cell) {
        Some(figure) => figure.show(indicator.decimals),
        None => typed.get(cell).cloned().unwrap_or_default(),
    }
}

fn table_of_sums(sums: &FiguresView) -> Table {
    let of = sums.coverage.of;
    let coverage =
        |n: u32, of: u32| say("document-coverage").with("n", n).with("of", of).to_string();
    let rows = sums.table.indicators.iter().zip(&sums.rows).enumerate();
    let rows = rows.map(|(at, (indicator, cells))| {
        let totals = cells.iter().map(|shown| total_words(indicator, shown));
        let units = cells.last().map(|shown| coverage(shown.units, shown.of));
        let units = units.unwrap_or_default();
        Row::new(row_head(at, indicator).into_iter().chain(totals).chain([units]).map(Cell::from))
    });
    let heard = say("document-coverage-note").with("n", sums.coverage.heard).with("of", of);
    let mut notes = vec![heard.to_string()];
    if !sums.missing.is_empty() {
        let names: Vec<&str> = sums.missing.iter().map(|unit| unit.short.as_str()).collect();
        notes.push(format!("{} {}.", say("document-missing-units"), names.join("; ")));
    }
    let terms = own_terms(&Ui { lang: Lang::Vi, ..Ui::default() }, &sums.terms);
    notes.extend(Some(terms).filter(|terms| !terms.is_empty()));
    let last = [say("document-column-coverage").to_string()];
    table(&sums.table.told, rows.collect(), &last, notes)
}

fn row_head(at: usize, indicator: &Indicator) -> [String; 3] {
    [(at + 1).to_string(), indicator.name.to_string(), indicator.unit.to_string()]
}

/// Order, indicator and unit of measure, then a column a period, then what else there is.
fn table(asked: &[figure::Column], rows: Vec<Row>, more: &[String], notes: Vec<String>) -> Table {
    let ui = Ui { lang: Lang::Vi, ..Ui::default() };
    let heads = ["document-column-order", "document-column-indicator", "document-column-unit"]
        .map(|key| say(key).to_string());
    let periods = asked.iter().map(|column| ui.column(*column));
    let header = heads.into_iter().chain(periods).chain(more.iter().cloned());
    let figure = Column { share: 10, align: Align::Right };
    let mut columns = vec![
        Column { share: 5, align: Align::Centre },
        Column { share: 36, align: Align::Left },
        Column { share: 11, align: Align::Centre },
    ];
    columns.extend(vec![figure; asked.len()]);
    columns.extend(vec![Column { share: 9, align: Align::Centre }; more.len()]);
    let header = vec![Row::new(header.map(Cell::from))];
    Table { caption: None, columns, header, rows, notes }
}
