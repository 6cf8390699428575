//! What somebody wrote into the form of a return, kept as written, and read as reasons.

use super::CellReason;
use crate::site::Posted;
use crate::ui::{Entry, Mistake, Ui};
use crate::work::numbered;
use app::submission::SubmissionView;
use domain::submission::{Place, Refusal, ReturnReason};

/// The form as written, and what it says.
pub(super) struct Written {
    pub whole: Entry,
    /// In the order of the report.
    pub sections: Vec<Entry>,
    pub cells: Vec<CellReason>,
    pub mistakes: Vec<Mistake>,
    /// Whole only where there are no mistakes.
    pub reasons: Vec<ReturnReason>,
}

/// How many figures can be pointed at before asking for more lines.
const LINES: usize = 2;
/// More lines than this are no way to say what is wrong with a table.
const LINES_MAX: usize = 40;

impl Default for Written {
    fn default() -> Written {
        Written {
            whole: Entry::default(),
            sections: Vec::new(),
            cells: vec![CellReason::default(); LINES],
            mistakes: Vec::new(),
            reasons: Vec::new(),
        }
    }
}

impl Written {
    pub(super) fn with_more_lines(mut self) -> Written {
        let lines = (self.cells.len() + LINES).min(LINES_MAX);
        self.cells.resize(lines, CellReason::default());
        self
    }

    /// Takes a reason in, or marks where it is wrong.
    fn take(
        &mut self,
        place: Place,
        field: &str,
        entry: &mut Entry,
        words: impl Fn(Refusal) -> String,
    ) {
        match ReturnReason::parse(place, &entry.value) {
            Ok(reason) => self.reasons.push(reason),
            Err(refusal) => {
                entry.error = words(refusal);
                self.mistakes.push(Mistake { field: field.to_owned(), words: entry.error.clone() });
            }
        }
    }
}

/// Reads the form; a place where nothing is written has no reason, but one of all must have.
pub(super) fn read(ui: &Ui, view: &SubmissionView, posted: &Posted) -> Written {
    let mut written = Written { cells: Vec::new(), ..Written::default() };
    let words = |refusal: Refusal| ui.refusal(refusal);
    for line in 0..posted_lines(posted) {
        let cell = read_cell(ui, view, posted, line, &mut written);
        written.cells.push(cell);
    }
    for section in app::submission::leaves(&view.outline) {
        let field = format!("reason-{}", section.id);
        let mut entry = typed(posted, &field);
        if !entry.value.trim().is_empty() {
            let at = |refusal| {
                format!("{}: {}", numbered(&section.number, &section.title), words(refusal))
            };
            written.take(Place::Section(section.id), &field, &mut entry, at);
        }
        written.sections.push(entry);
    }
    let mut whole = typed(posted, "reason-whole");
    let nothing_else = written.reasons.is_empty() && written.mistakes.is_empty();
    if nothing_else || !whole.value.trim().is_empty() {
        written.take(Place::Whole, "reason-whole", &mut whole, words);
    }
    Written { whole, ..written }
}

/// `2. Trong đó: nữ, Năm 2024: 431`.
pub(super) fn cell_label(ui: &Ui, view: &SubmissionView, cell: usize) -> String {
    let Some((table, (indicator, column))) =
        view.table.as_ref().and_then(|table| Some((table, table.place(cell)?)))
    else {
        return String::new();
    };
    let at = table.indicators.iter().position(|i| i.id == indicator.id).unwrap_or(0);
    let name = numbered(&(at + 1).to_string(), indicator.name.as_str());
    let place = format!("{name}, {}", ui.column(column));
    match view.figures.get(cell).map(|figure| ui.figure(*figure, indicator.decimals)) {
        Some(figure) if !figure.is_empty() => format!("{place}: {figure}"),
        _ => place,
    }
}

fn posted_lines(posted: &Posted) -> usize {
    (0..LINES_MAX)
        .take_while(|line| posted.fields().any(|(name, _)| name == format!("cell-reason-{line}")))
        .count()
        .max(LINES)
}

fn read_cell(
    ui: &Ui,
    view: &SubmissionView,
    posted: &Posted,
    line: usize,
    written: &mut Written,
) -> CellReason {
    let field = format!("cell-reason-{line}");
    let cell = posted.get(&format!("cell-{line}")).to_owned();
    let mut reason = typed(posted, &field);
    let chosen = cell.parse().ok().filter(|at: &u32| (*at as usize) < view.figures.len());
    match (chosen.zip(view.table.as_ref()), reason.value.trim().is_empty()) {
        (None, true) => {}
        (None, false) => {
            reason.error = ui.say("review-cell-not-chosen").to_string();
            let words = reason.error.clone();
            written.mistakes.push(Mistake { field, words });
        }
        (Some((at, table)), _) => {
            let label = cell_label(ui, view, at as usize);
            let words = |refusal: Refusal| format!("{label}: {}", ui.refusal(refusal));
            written.take(Place::Cell(table.id(), at), &field, &mut reason, words);
        }
    }
    CellReason { cell, reason }
}

fn typed(posted: &Posted, field: &str) -> Entry {
    Entry { value: posted.get(field).to_owned(), error: String::new() }
}
