//! Totals of the additive kind. All arithmetic wraps: no total can leave its range, because a row
//! with a value beyond the engine's limit is refused, and wrapping makes differences exact even
//! where they leave it for a moment.

use crate::cell::COUNTED;
use crate::plan::Plan;
use crate::rows::RowRef;
use crate::tally::Tally;
use crate::total::Quotient;

/// Sums and counts of every inner node.
#[derive(Clone, Debug)]
pub(crate) struct Sums {
    width: usize,
    pairs_each: usize,
    values: Vec<i64>,
    /// For each node one plane per counted state.
    counts: Vec<u32>,
    pairs: Vec<Quotient>,
    heard: Vec<u32>,
    touched: Touched,
}

/// The totals of one node.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NodeSums<'a> {
    pub values: &'a [i64],
    pub counts: &'a [u32],
    pub pairs: &'a [Quotient],
    pub heard: u32,
}

/// What one unit's change adds to each node above it.
#[derive(Clone, Debug)]
pub(crate) struct Delta {
    values: Vec<i64>,
    steps: Vec<i8>,
    pairs: Vec<Quotient>,
    heard: u32,
    touched: Touched,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Touched {
    No,
    Yes,
}

const STATES: usize = COUNTED.len();

impl Sums {
    pub fn new(nodes: usize, plan: &Plan) -> Sums {
        let width = plan.width();
        let pairs_each = plan.pairs.len();
        Sums {
            width,
            pairs_each,
            values: vec![0; nodes * width],
            counts: vec![0; nodes * width * STATES],
            pairs: vec![Quotient::default(); nodes * pairs_each],
            heard: vec![0; nodes],
            touched: Touched::No,
        }
    }

    pub fn clear(&mut self) {
        if std::mem::replace(&mut self.touched, Touched::No) == Touched::No {
            return;
        }
        self.values.fill(0);
        self.counts.fill(0);
        self.pairs.fill(Quotient::default());
        self.heard.fill(0);
    }

    pub fn node(&self, node: u32) -> NodeSums<'_> {
        let node = node as usize;
        let states = self.width * STATES;
        NodeSums {
            values: &self.values[node * self.width..][..self.width],
            counts: &self.counts[node * states..][..states],
            pairs: &self.pairs[node * self.pairs_each..][..self.pairs_each],
            heard: self.heard[node],
        }
    }

    /// Adds many rows at once: `values` and `states` hold them one after the other.
    pub fn add_block(
        &mut self,
        node: u32,
        plan: &Plan,
        tally: &mut Tally,
        (values, states): (&[i64], &[u8]),
    ) {
        let width = self.width;
        if width == 0 {
            return;
        }
        let (sums, counts, pairs, heard) = self.node_mut(node);
        *heard = heard.wrapping_add((values.len() / width) as u32);
        // One row after the other, as they lie: summing several at once was measured at half the
        // speed, because memory then serves several streams.
        for row in values.chunks_exact(width) {
            add_row(sums, row);
        }
        tally.count(states, counts);
        if pairs.is_empty() {
            return;
        }
        for (values, states) in values.chunks_exact(width).zip(states.chunks_exact(width)) {
            let row = RowRef { values, states, stamp: 0 };
            for (sum, pair) in pairs.iter_mut().zip(&plan.pairs) {
                sum.add(pair.term(row));
            }
        }
    }

    pub fn add_delta(&mut self, node: u32, delta: &Delta) {
        if delta.touched == Touched::No {
            return;
        }
        let (sums, counts, pairs, heard) = self.node_mut(node);
        *heard = heard.wrapping_add(delta.heard);
        add_row(sums, &delta.values);
        for (counts, steps) in counts.chunks_mut(64).zip(delta.steps.chunks(64)) {
            if steps.iter().fold(0, |any, step| any | step) != 0 {
                for (count, step) in counts.iter_mut().zip(steps) {
                    *count = count.wrapping_add_signed(i32::from(*step));
                }
            }
        }
        for (sum, more) in pairs.iter_mut().zip(&delta.pairs) {
            sum.merge(*more);
        }
    }

    /// Adds the totals of a node to those of one counted after it.
    pub fn fold(&mut self, from: u32, into: u32) {
        let (from, into) = (from as usize, into as usize);
        let (more, sums) = two_rows(&mut self.values, self.width, from, into);
        add_row(sums, more);
        let (more, counts) = two_rows(&mut self.counts, self.width * STATES, from, into);
        for (count, more) in counts.iter_mut().zip(more) {
            *count = count.wrapping_add(*more);
        }
        let (more, pairs) = two_rows(&mut self.pairs, self.pairs_each, from, into);
        for (sum, more) in pairs.iter_mut().zip(more) {
            sum.merge(*more);
        }
        self.heard[into] = self.heard[into].wrapping_add(self.heard[from]);
    }

    fn node_mut(&mut self, node: u32) -> (&mut [i64], &mut [u32], &mut [Quotient], &mut u32) {
        self.touched = Touched::Yes;
        let node = node as usize;
        let states = self.width * STATES;
        (
            &mut self.values[node * self.width..][..self.width],
            &mut self.counts[node * states..][..states],
            &mut self.pairs[node * self.pairs_each..][..self.pairs_each],
            &mut self.heard[node],
        )
    }
}

/// Two sets of totals are equal if they say the same, whatever was done to reach it.
impl PartialEq for Sums {
    fn eq(&self, other: &Sums) -> bool {
        self.values == other.values
            && self.counts == other.counts
            && self.pairs == other.pairs
            && self.heard == other.heard
    }
}

impl Delta {
    pub fn new(plan: &Plan) -> Delta {
        Delta {
            values: vec![0; plan.width()],
            steps: vec![0; plan.width() * STATES],
            pairs: vec![Quotient::default(); plan.pairs.len()],
            heard: 0,
            touched: Touched::No,
        }
    }

    /// What it held is written over by the first row, which costs less than wiping it.
    pub fn clear(&mut self) {
        self.touched = Touched::No;
    }

    pub fn add(&mut self, plan: &Plan, row: RowRef<'_>) {
        match self.touch() {
            Touched::No => {
                self.values.copy_from_slice(row.values);
                self.step(row, |_, there| there);
            }
            Touched::Yes => {
                add_row(&mut self.values, row.values);
                self.step(row, |step, there| step + there);
            }
        }
        self.heard = self.heard.wrapping_add(1);
        for (sum, pair) in self.pairs.iter_mut().zip(&plan.pairs) {
            sum.add(pair.term(row));
        }
    }

    pub fn subtract(&mut self, plan: &Plan, row: RowRef<'_>) {
        let before = self.touch();
        let values = self.values.iter_mut().zip(row.values);
        match before {
            Touched::No => {
                values.for_each(|(sum, value)| *sum = value.wrapping_neg());
                self.step(row, |_, there| -there);
            }
            Touched::Yes => {
                values.for_each(|(sum, value)| *sum = sum.wrapping_sub(*value));
                self.step(row, |step, there| step - there);
            }
        }
        self.heard = self.heard.wrapping_sub(1);
        for (sum, pair) in self.pairs.iter_mut().zip(&plan.pairs) {
            sum.subtract(pair.term(row));
        }
    }

    /// Says whether something is in it already, and that now something is.
    fn touch(&mut self) -> Touched {
        let before = std::mem::replace(&mut self.touched, Touched::Yes);
        if before == Touched::No {
            self.heard = 0;
            self.pairs.fill(Quotient::default());
        }
        before
    }

    /// Brings each step on by 1 where the row's cell is in the state of its plane, else by 0.
    fn step(&mut self, row: RowRef<'_>, next: impl Fn(i8, i8) -> i8) {
        for (plane, code) in self.steps.chunks_exact_mut(row.states.len().max(1)).zip(COUNTED) {
            for (step, state) in plane.iter_mut().zip(row.states) {
                *step = next(*step, i8::from(*state == code));
            }
        }
    }
}

/// The rows `from` and `into` of a table, the first to read, the second to write.
fn two_rows<T>(table: &mut [T], width: usize, from: usize, into: usize) -> (&[T], &mut [T]) {
    let (head, tail) = table.split_at_mut(into * width);
    (&head[from * width..][..width], &mut tail[..width])
}

fn add_row(sums: &mut [i64], row: &[i64]) {
    for (sum, value) in sums.iter_mut().zip(row) {
        *sum = sum.wrapping_add(*value);
    }
}
