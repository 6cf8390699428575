//! The sample table of figures: its indicators, and answers that hang together.

use app::Table;
use app::campaign::NewIndicator;
use domain::figure::Column;
use domain::indicator::Asked;
use jiff::civil::Date;

const FIGURES: &str = include_str!("../data/figures.txt");
const WORDS: &str = include_str!("../data/words.txt");
/// How many years the campaign looks back on.
const YEARS: i16 = 5;

/// Title, columns and indicators of the sample table, for the five years before `today`.
pub(crate) fn table(today: Date) -> (String, Vec<Column>, Vec<NewIndicator>) {
    let columns = years(today).map(Column::Year).collect();
    let indicators = FIGURES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| app::campaign::NewIndicator::parse_line(line, '|'))
        .collect();
    (word("title").to_owned(), columns, indicators)
}

/// What a unit types into every cell, grown from four numbers at the start of the first year:
/// workers, women, workers fed, kitchens.
pub(crate) fn typed(table: &Table, start: [i64; 4], today: Date) -> Vec<String> {
    let first = years(today).next().unwrap_or(0);
    let cells = table.segment.cells().iter();
    cells
        .map(|cell| {
            let Some(indicator) = table.indicators.iter().find(|i| i.id == cell.asks.indicator)
            else {
                return String::new();
            };
            if indicator.rule.asked() == Asked::Nothing {
                return String::new();
            }
            let Column::Year(year) = cell.asks.column else { return String::new() };
            value(indicator.code.as_str(), start, i64::from(year - first))
        })
        .collect()
}

/// A day at full length, as a plan's letterhead has it.
pub(crate) fn long_date(day: Date) -> String {
    word("long-date")
        .replace("{d}", &format!("{:02}", day.day()))
        .replace("{m}", &day.month().to_string())
        .replace("{y}", &day.year().to_string())
}

fn years(today: Date) -> impl Iterator<Item = i16> {
    let last = today.year() - 1;
    (last - YEARS + 1)..=last
}

/// Grows by one part in twenty-five a year; money in hundreds, none where none arose.
fn value(code: &str, [workers, women, fed, kitchens]: [i64; 4], year: i64) -> String {
    let grown = |start: i64| start + start * year / 25;
    let number = match code {
        "AC01" => grown(workers),
        "AC02" => grown(women),
        "AC03" => grown(fed),
        "AC05" => 22_000 + 2_500 * year + workers / 50 * 500,
        "AC06" => 18_000 + 2_000 * year,
        "AC07" => kitchens,
        "AC08" => kitchens.min(1 + year),
        "AC09" => year % 3,
        "AC10" => i64::from(workers > 1_000 && year == 1),
        "AC11" => return format!("{},5", workers / 10 + year * 3),
        "AC12" => grown(fed) / 4,
        _ => return String::new(),
    };
    if number == 0 { "-".to_owned() } else { number.to_string() }
}

pub(crate) fn word(key: &str) -> &'static str {
    let found = WORDS.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
    found.unwrap_or_default()
}
