use super::{Column, Line};
use crate::text::{Text, fold};

/// The heading is looked for in this many rows: a title of the office may stand above it.
const ROWS_ABOVE_MOST: usize = 20;

/// The lines below the heading of a sheet. `words` are the headings by which each column may be
/// called; columns may come in any order and with others between them. Blank rows are none.
///
/// Fails with the columns that the best row there is does not have.
pub fn lines(rows: &[Vec<String>], words: &[(Column, String)]) -> Result<Vec<Line>, Vec<Column>> {
    let headings = rows.iter().take(ROWS_ABOVE_MOST).map(|row| Heading::read(row, words));
    let best = headings.enumerate().min_by_key(|(_, heading)| heading.missing().len());
    let Some((at, heading)) = best else { return Err(Column::ALL.to_vec()) };
    let missing = heading.missing();
    if !missing.is_empty() {
        return Err(missing);
    }
    let below = rows.iter().enumerate().skip(at + 1);
    Ok(below.filter_map(|(at, row)| heading.line(at + 1, row)).collect())
}

/// At which position each column stands.
struct Heading([Option<usize>; 5]);

impl Heading {
    fn read(cells: &[String], words: &[(Column, String)]) -> Heading {
        let cells: Vec<String> = cells.iter().map(|cell| fold(cell)).collect();
        let at = |column: Column| {
            let mut called =
                words.iter().filter(|(of, _)| *of == column).map(|(_, word)| fold(word));
            called.find_map(|word| cells.iter().position(|cell| *cell == word))
        };
        Heading(Column::ALL.map(at))
    }

    /// Names in lists may be left out as a whole.
    fn missing(&self) -> Vec<Column> {
        let missing = Column::ALL.into_iter().zip(self.0).filter(|(_, at)| at.is_none());
        missing.map(|(column, _)| column).filter(|column| *column != Column::Short).collect()
    }

    fn line(&self, row: usize, cells: &[String]) -> Option<Line> {
        let cell = |column: usize| {
            let cell = self.0[column].and_then(|at| cells.get(at));
            cell.map_or(String::new(), |cell| on_one_line(cell))
        };
        let line = Line {
            row,
            code: cell(0),
            under: cell(1),
            level: cell(2),
            name: cell(3),
            short: cell(4),
        };
        let blank = Line { row, ..Line::default() };
        (line != blank).then_some(line)
    }
}

/// A cell as text, its breaks and runs of blanks as one blank each.
fn on_one_line(cell: &str) -> String {
    Text::new(cell).as_str().split_whitespace().collect::<Vec<_>>().join(" ")
}
