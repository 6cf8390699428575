use crate::plan::typed_day;
use domain::calendar;
use domain::figure::Column;

/// The longest run of years that is taken for one.
const LONGEST_RUN: i16 = 60;

/// Reads periods as typed: years (`2024`), runs of years (`2011-2020`), spans of days
/// (`01/01/2024 - 30/06/2024`), parted by commas, semicolons or lines; words around a year are
/// passed over. The error is the part that could not be read, or that came twice.
pub(super) fn read(typed: &str) -> Result<Vec<Column>, String> {
    let mut columns: Vec<Column> = Vec::new();
    for part in typed.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        for column in read_part(part).ok_or_else(|| part.to_owned())? {
            if columns.contains(&column) {
                return Err(part.to_owned());
            }
            columns.push(column);
        }
    }
    Ok(columns)
}

/// Writes periods so that they are read back the same; years that follow each other as a run.
pub(super) fn write(columns: &[Column]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut run: Option<(i16, i16)> = None;
    for column in columns {
        match (column, run) {
            (Column::Year(year), Some((first, last))) if *year == last.saturating_add(1) => {
                run = Some((first, *year));
            }
            _ => {
                parts.extend(run.take().map(run_words));
                match column {
                    Column::Year(year) => run = Some((*year, *year)),
                    Column::Span { from, to } => {
                        parts.push(format!("{} - {}", typed_day(*from), typed_day(*to)));
                    }
                    Column::TermStart | Column::PreviousTerm => {}
                }
            }
        }
    }
    parts.extend(run.map(run_words));
    parts.join("\n")
}

fn run_words((first, last): (i16, i16)) -> String {
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

fn read_part(part: &str) -> Option<Vec<Column>> {
    let part = part.replace(['–', '—'], "-");
    if let Some((from, to)) = part.split_once('-')
        && let (Some(from), Some(to)) = (calendar::read_day(from), calendar::read_day(to))
    {
        return (from <= to).then(|| vec![Column::Span { from, to }]);
    }
    let years: Vec<&str> =
        part.split(|c: char| !c.is_ascii_digit()).filter(|word| !word.is_empty()).collect();
    if years.iter().any(|year| year.len() != 4) || part.contains('/') {
        return None;
    }
    let year = |word: &str| word.parse::<i16>().ok().filter(|year| (1900..2200).contains(year));
    match years.as_slice() {
        [only] => Some(vec![Column::Year(year(only)?)]),
        [first, last] => {
            let (first, last) = (year(first)?, year(last)?);
            let fits = first <= last && last - first < LONGEST_RUN;
            fits.then(|| (first..=last).map(Column::Year).collect())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_and_written_back() {
        let table = [
            ("2011-2020", Ok("2011-2020")),
            ("2011 – 2013, 2015", Ok("2011-2013\n2015")),
            ("Năm 2024\r\nNăm 2025", Ok("2024-2025")),
            ("2024; 2022", Ok("2024\n2022")),
            ("01/01/2024 - 30/6/2024", Ok("01/01/2024 - 30/06/2024")),
            ("", Ok("")),
            ("2020-2011", Err("2020-2011")),
            ("2024, 2024", Err("2024")),
            ("1/1/2024", Err("1/1/2024")),
            ("nay", Err("nay")),
            ("0001-9999", Err("0001-9999")),
            ("30/6/2024 - 1/1/2024", Err("30/6/2024 - 1/1/2024")),
        ];
        for (typed, expected) in table {
            let read = read(typed).map(|columns| write(&columns));
            assert_eq!(read, expected.map(str::to_owned).map_err(str::to_owned), "{typed}");
        }
    }
}
