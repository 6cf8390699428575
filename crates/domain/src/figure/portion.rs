use super::{Column, Life, OwnTerm, Segment};
use crate::id::IndicatorId;
use crate::indicator::Indicator;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What of a table some units are asked (phần bảng số liệu được giao): all of it, unless they report
/// for a time of their own or some indicators are not for them. What is shared adds up.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Portion {
    pub term: Option<OwnTerm>,
    /// The indicators that are not asked.
    pub out: BTreeSet<IndicatorId>,
}

impl Portion {
    /// Whether it is all of the table.
    pub fn is_whole(&self) -> bool {
        self.term.is_none() && self.out.is_empty()
    }

    /// The columns as its units are asked them, one for each; `None` for those they are not.
    pub fn columns(&self, columns: &[Column]) -> Vec<Option<Column>> {
        match self.term {
            None => columns.iter().copied().map(Some).collect(),
            Some(term) => term.of(columns),
        }
    }

    /// Which cells of a segment its units are asked, by position.
    pub fn asks(&self, segment: &Segment) -> Vec<bool> {
        let cells = segment.cells();
        let columns: Vec<Column> = cells.iter().map(|cell| cell.asks.column).collect();
        let inside = self.columns(&columns);
        let asked = cells.iter().zip(inside).map(|(cell, inside)| {
            cell.life == Life::Asked && inside.is_some() && !self.out.contains(&cell.asks.indicator)
        });
        asked.collect()
    }

    /// The same without `out`, and without whatever is worked out or weighed by one of those.
    #[must_use]
    pub fn without(self, out: BTreeSet<IndicatorId>, table: &[Indicator]) -> Portion {
        let rests = |row: &Indicator| {
            row.rule.sources().into_iter().flatten().any(|source| out.contains(&source))
        };
        let rest = table.iter().filter(|row| out.contains(&row.id) || rests(row));
        Portion { out: rest.map(|row| row.id).collect(), ..self }
    }
}
