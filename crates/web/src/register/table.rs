//! The register as rows of cells.

use crate::catalogue::CATALOGUE;
use crate::ui::Ui;
use app::register::Register;
use domain::id::BodyId;
use domain::register::{Column, Comparison, Line};
use std::collections::HashMap;
use words::Lang;

/// The heading of a column in the visitor's language.
pub(crate) fn heading(ui: &Ui, column: Column) -> String {
    ui.say(key(column)).to_string()
}

/// The headings by which a sheet may call the columns, in either language.
pub(super) fn words() -> Vec<(Column, String)> {
    let both = |column: Column| {
        [Lang::Vi, Lang::En].map(|lang| (column, CATALOGUE.say(lang, key(column)).to_string()))
    };
    Column::ALL.into_iter().flat_map(both).collect()
}

/// The heading and nothing below it.
pub(super) fn blank(ui: &Ui) -> Vec<Vec<String>> {
    vec![Column::ALL.map(|column| heading(ui, column)).to_vec()]
}

/// The units of a register below the heading; of the own unit it does not say what is above.
pub(super) fn rows(ui: &Ui, register: &Register) -> Vec<Vec<String>> {
    let codes: HashMap<BodyId, &str> =
        register.known.iter().map(|unit| (unit.unit, unit.code.as_str())).collect();
    let name = |level: &str| {
        let level = register.levels.iter().find(|words| words.code == level);
        let at = usize::from(ui.lang == Lang::En);
        level.and_then(|words| words.names.get(at)).cloned().unwrap_or_default()
    };
    let rows = register.known.iter().map(|unit| {
        let under = unit.parent.and_then(|parent| codes.get(&parent).copied());
        let naming = &unit.naming;
        let own = |cell: &str| cell.to_owned();
        vec![
            unit.code.clone(),
            own(under.unwrap_or_default()),
            name(&naming.level),
            own(naming.name.as_str()),
            own(naming.short.as_str()),
        ]
    });
    blank(ui).into_iter().chain(rows).collect()
}

/// The rows that are wrong, as they came, each with its reason in a further column.
pub(super) fn wrong_rows(ui: &Ui, lines: &[Line], comparison: &Comparison) -> Vec<Vec<String>> {
    let mut rows = blank(ui);
    rows[0].push(ui.say("register-why").to_string());
    for wrong in &comparison.wrong {
        let line = &lines[wrong.line];
        let mut row = Column::ALL.map(|column| line.cell(column).to_owned()).to_vec();
        row.push(format!("{}: {}", heading(ui, wrong.column), ui.say(wrong.fault.key())));
        rows.push(row);
    }
    rows
}

fn key(column: Column) -> &'static str {
    match column {
        Column::Code => "register-code",
        Column::Under => "register-under",
        Column::Level => "register-level",
        Column::Name => "register-name",
        Column::Short => "register-short",
    }
}
