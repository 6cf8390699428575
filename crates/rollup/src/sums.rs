//! Totals of the additive kind. All arithmetic wraps: no total can leave its range, because a row
//! with a value beyond the engine's limit is refused, and wrapping makes differences exact even
//! where they leave it for a moment.

use crate::cell::COUNTED;
use crate::plan::Plan;
use crate::rows::RowRef;
use crate::total::Quotient;

/// Sums and counts of every inner node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sums {
    width: usize,
    pairs_each: usize,
    values: Vec<i64>,
    /// For each node one plane per counted state.
    counts: Vec<u32>,
    pairs: Vec<Quotient>,
    heard: Vec<u32>,
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
/// A counter of 8 bits holds this many rows.
const TALLY: usize = 255;

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
        }
    }

    pub fn clear(&mut self) {
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
    pub fn add_block(&mut self, node: u32, plan: &Plan, (values, states): (&[i64], &[u8])) {
        let width = self.width;
        if width == 0 {
            return;
        }
        let (sums, counts, pairs, heard) = self.node_mut(node);
        *heard = heard.wrapping_add((values.len() / width) as u32);
        add_values(sums, values);
        let mut tally = vec![0u8; counts.len()];
        for rows in states.chunks(TALLY * width) {
            tally.fill(0);
            for row in rows.chunks_exact(width) {
                for (plane, code) in tally.chunks_exact_mut(width).zip(COUNTED) {
                    for (count, state) in plane.iter_mut().zip(row) {
                        *count += u8::from(*state == code);
                    }
                }
            }
            for (count, more) in counts.iter_mut().zip(&tally) {
                *count = count.wrapping_add(u32::from(*more));
            }
        }
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

    /// Adds one node's totals to another's.
    pub fn fold(&mut self, from: u32, into: u32) {
        let NodeSums { values, counts, pairs, heard } = self.node(from);
        let (values, counts, pairs) = (values.to_vec(), counts.to_vec(), pairs.to_vec());
        let (sums, all_counts, all_pairs, all_heard) = self.node_mut(into);
        add_row(sums, &values);
        for (count, more) in all_counts.iter_mut().zip(counts) {
            *count = count.wrapping_add(more);
        }
        for (sum, more) in all_pairs.iter_mut().zip(pairs) {
            sum.merge(more);
        }
        *all_heard = all_heard.wrapping_add(heard);
    }

    fn node_mut(&mut self, node: u32) -> (&mut [i64], &mut [u32], &mut [Quotient], &mut u32) {
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

    pub fn clear(&mut self) {
        if self.touched == Touched::Yes {
            self.values.fill(0);
            self.steps.fill(0);
            self.pairs.fill(Quotient::default());
            self.heard = 0;
            self.touched = Touched::No;
        }
    }

    pub fn add(&mut self, plan: &Plan, row: RowRef<'_>) {
        self.touched = Touched::Yes;
        self.heard = self.heard.wrapping_add(1);
        add_row(&mut self.values, row.values);
        self.step(row, 1);
        for (sum, pair) in self.pairs.iter_mut().zip(&plan.pairs) {
            sum.add(pair.term(row));
        }
    }

    pub fn subtract(&mut self, plan: &Plan, row: RowRef<'_>) {
        self.touched = Touched::Yes;
        self.heard = self.heard.wrapping_sub(1);
        for (sum, value) in self.values.iter_mut().zip(row.values) {
            *sum = sum.wrapping_sub(*value);
        }
        self.step(row, -1);
        for (sum, pair) in self.pairs.iter_mut().zip(&plan.pairs) {
            sum.subtract(pair.term(row));
        }
    }

    fn step(&mut self, row: RowRef<'_>, by: i8) {
        for (plane, code) in self.steps.chunks_exact_mut(row.states.len().max(1)).zip(COUNTED) {
            for (step, state) in plane.iter_mut().zip(row.states) {
                *step += if *state == code { by } else { 0 };
            }
        }
    }
}

/// Adds the rows of `values` to `sums`, four at a time: the sums are then read and written once for
/// four rows, and what is left is the reading of the rows.
fn add_values(sums: &mut [i64], values: &[i64]) {
    let width = sums.len();
    let fours = values.chunks_exact(4 * width);
    for row in fours.remainder().chunks_exact(width) {
        add_row(sums, row);
    }
    for four in fours {
        let (ab, cd) = four.split_at(2 * width);
        let ((a, b), (c, d)) = (ab.split_at(width), cd.split_at(width));
        for ((((sum, a), b), c), d) in sums.iter_mut().zip(a).zip(b).zip(c).zip(d) {
            *sum = sum.wrapping_add(a.wrapping_add(*b)).wrapping_add(c.wrapping_add(*d));
        }
    }
}

fn add_row(sums: &mut [i64], row: &[i64]) {
    for (sum, value) in sums.iter_mut().zip(row) {
        *sum = sum.wrapping_add(*value);
    }
}
