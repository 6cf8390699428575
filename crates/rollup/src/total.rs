use crate::cell::{COUNTED, Cell};
use crate::pick::Picked;
use crate::plan::{Class, Plan};
use crate::rows::RowRef;
use crate::sums::NodeSums;

/// One cell of one node: the amount, and what stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    pub amount: Amount,
    pub counts: Counts,
}

/// What a cell amounts to, by its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// The sum of what was given; 0 also where nobody gave anything.
    Sum(i64),
    Quotient(Quotient),
    /// Nothing where nobody gave anything.
    Picked(Option<Picked>),
    /// The class rolls nothing up.
    Nothing,
}

/// How many units said what in one cell, among those heard from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub given: u32,
    pub none_arisen: u32,
    pub not_collected: u32,
    pub not_asked: u32,
    pub blank: u32,
}

/// "n of N": units heard from, of those that count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    pub heard: u32,
    pub of: u32,
}

/// A ratio or mean, not yet divided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quotient {
    pub top: i128,
    pub bottom: i128,
    /// How many units gave both parts.
    pub units: u32,
}

/// The row of one node in one view; gives each cell's total when asked.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) coverage: Coverage,
    pub(crate) source: Source<'a>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Source<'a> {
    /// Totals of the units below: received, and what submitted rows add to them.
    Below { base: NodeSums<'a>, ahead: Option<NodeSums<'a>>, picks: &'a [Option<Picked>] },
    /// The node has none below that count, and stands for itself.
    Own { unit: u32, row: Option<RowRef<'a>> },
}

impl Counts {
    /// Units with an answer: a number, or that none arose.
    pub fn answered(self) -> u32 {
        self.given + self.none_arisen
    }
}

impl Quotient {
    /// top × `times` / bottom, rounded half away from zero; nothing where the bottom is 0 or the
    /// result leaves 64 bits.
    pub fn rounded(self, times: i64) -> Option<i64> {
        let top = self.top.checked_mul(i128::from(times))?;
        let whole = top.checked_div(self.bottom)?;
        let rest = (top % self.bottom).unsigned_abs();
        let away = if (top < 0) == (self.bottom < 0) { 1 } else { -1 };
        let half_or_more = rest >= self.bottom.unsigned_abs() - rest;
        i64::try_from(if half_or_more { whole + away } else { whole }).ok()
    }

    pub(crate) fn add(&mut self, term: Option<(i128, i128)>) {
        if let Some((top, bottom)) = term {
            self.merge(Quotient { top, bottom, units: 1 });
        }
    }

    pub(crate) fn subtract(&mut self, term: Option<(i128, i128)>) {
        if let Some((top, bottom)) = term {
            self.merge(Quotient { top: -top, bottom: -bottom, units: u32::MAX });
        }
    }

    pub(crate) fn merge(&mut self, more: Quotient) {
        self.top = self.top.wrapping_add(more.top);
        self.bottom = self.bottom.wrapping_add(more.bottom);
        self.units = self.units.wrapping_add(more.units);
    }
}

impl Row<'_> {
    /// How many units stand behind the row.
    pub fn coverage(&self) -> Coverage {
        self.coverage
    }

    /// How many cells the row has.
    #[inline]
    pub fn width(&self) -> usize {
        self.plan.width()
    }

    /// The total of one cell.
    #[inline]
    pub fn total(&self, cell: usize) -> Total {
        match self.source {
            Source::Below { base, ahead, picks } => Total {
                amount: amount_below(self.plan, cell, base, ahead, picks),
                counts: counts_below(cell, self.width(), base, ahead),
            },
            Source::Own { unit, row } => Total {
                amount: amount_own(self.plan, cell, unit, row),
                counts: row.map_or_else(Counts::default, |row| counts_own(row.cell(cell))),
            },
        }
    }

    /// Every cell's total, in order.
    #[inline]
    pub fn totals(&self) -> impl Iterator<Item = Total> + '_ {
        (0..self.width()).map(|cell| self.total(cell))
    }
}

#[inline]
fn amount_below(
    plan: &Plan,
    cell: usize,
    base: NodeSums<'_>,
    ahead: Option<NodeSums<'_>>,
    picks: &[Option<Picked>],
) -> Amount {
    match plan.classes[cell] {
        Class::Sum => {
            let more = ahead.map_or(0, |ahead| ahead.values[cell]);
            Amount::Sum(base.values[cell].wrapping_add(more))
        }
        Class::Ratio { .. } | Class::Mean { .. } => {
            let place = plan.places[cell];
            let mut quotient = base.pairs[place];
            quotient.merge(ahead.map_or_else(Quotient::default, |ahead| ahead.pairs[place]));
            Amount::Quotient(quotient)
        }
        Class::Max | Class::Min | Class::Latest => Amount::Picked(picks[plan.places[cell]]),
        Class::None => Amount::Nothing,
    }
}

#[inline]
fn counts_below(
    cell: usize,
    width: usize,
    base: NodeSums<'_>,
    ahead: Option<NodeSums<'_>>,
) -> Counts {
    let heard = base.heard.wrapping_add(ahead.map_or(0, |ahead| ahead.heard));
    let counted: [u32; COUNTED.len()] = std::array::from_fn(|plane| {
        let at = plane * width + cell;
        base.counts[at].wrapping_add(ahead.map_or(0, |ahead| ahead.counts[at]))
    });
    let [given, none_arisen, not_collected, not_asked] = counted;
    let blank = heard - given - none_arisen - not_collected - not_asked;
    Counts { given, none_arisen, not_collected, not_asked, blank }
}

fn amount_own(plan: &Plan, cell: usize, unit: u32, row: Option<RowRef<'_>>) -> Amount {
    match plan.classes[cell] {
        Class::Sum => Amount::Sum(row.and_then(|row| row.counted(cell)).unwrap_or(0)),
        Class::Ratio { .. } | Class::Mean { .. } => {
            let mut quotient = Quotient::default();
            quotient.add(row.and_then(|row| plan.pairs[plan.places[cell]].term(row)));
            Amount::Quotient(quotient)
        }
        Class::Max | Class::Min | Class::Latest => Amount::Picked(
            row.and_then(|row| Some(Picked { value: row.counted(cell)?, unit, stamp: row.stamp })),
        ),
        Class::None => Amount::Nothing,
    }
}

fn counts_own(cell: Cell) -> Counts {
    let mut counts = Counts::default();
    *match cell {
        Cell::Given(_) => &mut counts.given,
        Cell::NoneArisen => &mut counts.none_arisen,
        Cell::NotCollected => &mut counts.not_collected,
        Cell::NotAsked => &mut counts.not_asked,
        Cell::Blank => &mut counts.blank,
    } = 1;
    counts
}
