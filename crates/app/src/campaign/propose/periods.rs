//! The times for which figures are asked, as a plan has them.

use domain::figure::Column;
use domain::plan::{DataPeriod, DataScope, Document};

/// Whether a period is that of what is reported now, and not of what was before or is to come.
pub(super) fn is_asked_for(period: &DataPeriod) -> bool {
    matches!(period.applies_to, DataScope::Report | DataScope::Annex)
}

/// The periods of the figures as the plan has them for everybody: those of its annex, else of the
/// report. Whole years are years.
pub fn columns(document: &Document) -> Vec<Column> {
    let of = |scope: DataScope| {
        let periods = document.data_periods.iter();
        let periods = periods.filter(move |p| p.applies_to == scope && p.units.is_empty());
        let mut columns: Vec<Column> = periods.flat_map(columns_of).collect();
        let mut seen = Vec::new();
        columns.retain(|column| {
            !seen.contains(column) && {
                seen.push(*column);
                true
            }
        });
        columns
    };
    let annex = of(DataScope::Annex);
    if annex.is_empty() { of(DataScope::Report) } else { annex }
}

/// The columns that one period makes; none where it does not say both of its ends.
pub fn columns_of(period: &DataPeriod) -> Vec<Column> {
    let Some((from, to)) = period.start.zip(period.end).filter(|(from, to)| from <= to) else {
        return Vec::new();
    };
    let whole = (from.month(), from.day(), to.month(), to.day()) == (1, 1, 12, 31);
    match whole && to.year() - from.year() < YEARS_MAX {
        true => (from.year()..=to.year()).map(Column::Year).collect(),
        false => vec![Column::Span { from, to }],
    }
}

/// A longer run of years is one span.
const YEARS_MAX: i16 = 15;
