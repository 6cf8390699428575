use super::Column;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The time of their own for which some units report (thời kỳ số liệu riêng): a unit founded late, a
/// congress that was put off. An end that is left out is that of everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OwnTerm {
    from: Option<Date>,
    to: Option<Date>,
}

impl OwnTerm {
    /// A term from the first day to the last, both included; `None` where neither is said, or the
    /// last comes before the first.
    pub fn new(from: Option<Date>, to: Option<Date>) -> Option<OwnTerm> {
        let backwards = from.zip(to).is_some_and(|(from, to)| from > to);
        (from.or(to).is_some() && !backwards).then_some(OwnTerm { from, to })
    }

    pub fn from(self) -> Option<Date> {
        self.from
    }

    pub fn to(self) -> Option<Date> {
        self.to
    }

    /// The columns of a table as a unit with this term is asked them, one for each; `None` for those
    /// that lie wholly outside. The first and the last span reach as far as the term does, whatever
    /// they say; a year is never more than itself.
    pub fn of(self, columns: &[Column]) -> Vec<Option<Column>> {
        let spans = || columns.iter().filter_map(|column| column.days());
        let ends = spans().map(|(from, _)| from).min().zip(spans().map(|(_, to)| to).max());
        columns.iter().map(|column| self.of_one(*column, ends)).collect()
    }

    fn of_one(self, column: Column, ends: Option<(Date, Date)>) -> Option<Column> {
        let (Some((from, to)), Some((first, last))) = (column.days(), ends) else {
            return Some(column);
        };
        let reaches = matches!(column, Column::Span { .. });
        let own_from = self.from.map_or(from, |own| match reaches && from == first {
            true => own,
            false => own.max(from),
        });
        let own_to = self.to.map_or(to, |own| match reaches && to == last {
            true => own,
            false => own.min(to),
        });
        match (own_from, own_to) {
            (from, to) if from > to => None,
            own if own == (from, to) => Some(column),
            (from, to) => Some(Column::Span { from, to }),
        }
    }
}
