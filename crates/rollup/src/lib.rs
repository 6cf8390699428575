//! Figures of a campaign in tree order: whole roll-up, update by difference, coverage.
//!
//! The engine knows nodes by their place in depth-first order and cells by their place in a row;
//! what they mean is the caller's. Numbers are 64-bit integers, sums are exact.
//!
//! - [`Tree`]: who stands under whom, and whose figures count.
//! - [`Filling`]: takes every row once, then [`Filling::roll_up`] makes the [`Engine`].
//! - [`Engine`]: totals of every node, kept right while single rows come, change and go.
//!
//! Rows lie in two layers, what was received and what was only submitted; totals are asked for in
//! two views, received alone or provisional. One unit's change reaches its ancestors as a
//! difference and leaves, bit for bit, what a whole roll-up would.

mod tree;
mod cell;
mod plan;
mod rows;
mod tally;
mod sums;
mod pick;
mod total;
mod engine;

pub use cell::{Cell, Layer, View};
pub use engine::{Contributor, Engine, Error, Filling};
pub use pick::Picked;
pub use plan::{Class, ClassError};
pub use total::{Amount, Counts, Coverage, Quotient, Row, Total};
pub use tree::{Part, Place, Tree, TreeError};

#[cfg(test)]
mod tests;
