//! A table of figures as boxes, with what can be said of each.

use crate::ui::{CellState, Grid, GridCell, GridGroup, GridRow, Ui};
use app::Table;
use domain::figure::{Column, Figure};
use domain::indicator::{Asked, Indicator};
use domain::number::{self, NumberError, Reading};

/// What stands in the cells, by position, and what is to be said at some.
pub(crate) struct Filled<'f> {
    pub table: &'f Table,
    pub typed: &'f [String],
    /// Cell and words: why it was returned, or who changed it.
    pub remarks: &'f [(u32, String)],
    pub boxes: Boxes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Boxes {
    /// To be typed in.
    Open,
    /// Only to be read.
    Closed,
}

/// The name of a cell's box in the form.
pub(crate) fn name(cell: usize) -> String {
    format!("c{cell}")
}

/// The sentence about something that is no number.
pub(crate) fn number_words(ui: &Ui, error: NumberError) -> String {
    match error {
        NumberError::TooManyDecimals { allowed } => {
            ui.say("grid-too-many-decimals").with("n", usize::from(allowed)).to_string()
        }
        other => ui.say(other.key()).to_string(),
    }
}

impl Filled<'_> {
    pub(crate) fn grid(&self, ui: &Ui) -> Grid {
        let rows = self.table.indicators.iter().enumerate();
        Grid {
            columns: self.table.told.iter().map(|column| ui.column(*column)).collect(),
            groups: vec![GridGroup {
                title: String::new(),
                rows: rows.map(|(at, indicator)| self.row(ui, at, indicator)).collect(),
            }],
        }
    }

    fn row(&self, ui: &Ui, at: usize, indicator: &Indicator) -> GridRow {
        let asked = indicator.rule.asked() != Asked::Nothing;
        let cells = self.table.columns.iter().map(|column| match asked {
            true => self.table.cell(indicator, *column).map(|cell| self.cell(ui, cell, indicator)),
            false => Some(self.worked_out(indicator, *column)),
        });
        GridRow {
            number: (at + 1).to_string(),
            name: indicator.name.to_string(),
            unit: indicator.unit.to_string(),
            definition: if asked { String::new() } else { ui.say("grid-worked-out").to_string() },
            cells: cells.map(Option::unwrap_or_default).collect(),
        }
    }

    fn cell(&self, ui: &Ui, cell: usize, indicator: &Indicator) -> GridCell {
        let typed = self.typed.get(cell).map_or("", String::as_str);
        let remark = self.remarks.iter().find(|(at, _)| *at as usize == cell);
        let open = self.boxes == Boxes::Open;
        let mut shown = GridCell {
            name: if open { name(cell) } else { String::new() },
            value: typed.to_owned(),
            was: typed.to_owned(),
            ..GridCell::default()
        };
        match number::read(typed, indicator.decimals) {
            // What is only read is written as such numbers are; what is typed in stays as typed.
            Ok(read) if !open => shown.value = Figure::from(read.reading).show(indicator.decimals),
            Ok(read) => {
                if let (Some(_), Reading::Value(value)) = (read.echo, read.reading) {
                    let number = number::show(value, indicator.decimals);
                    shown.echo = ui.say("grid-understood").with("number", number).to_string();
                }
            }
            Err(error) => {
                shown.state = CellState::Wrong;
                shown.words = number_words(ui, error);
            }
        }
        if let Some((_, words)) = remark {
            shown.state = CellState::Returned;
            shown.words.clone_from(words);
        }
        shown
    }

    fn worked_out(&self, indicator: &Indicator, column: Column) -> GridCell {
        let given = |cell: usize| {
            let decimals = self.table.segment.cells().get(cell)?.asks.decimals;
            match number::read(self.typed.get(cell)?, decimals).ok()?.reading {
                Reading::Value(value) => Some(value),
                Reading::NoneArisen => Some(0),
                Reading::NotCollected | Reading::Blank => None,
            }
        };
        let value = app::figures::worked_out(self.table, indicator, column, given);
        GridCell {
            value: value.map(|value| number::show(value, indicator.decimals)).unwrap_or_default(),
            state: CellState::Fixed,
            ..GridCell::default()
        }
    }
}
