//! The sums of what was received, and the way down to the unit and version.

mod engine;
mod list;
mod pinned;
mod sums;
mod table;
mod trace;

pub use engine::{Shown, worked_out};
pub use list::ListSummed;
pub use pinned::{SumsBehind, show_coverage};
pub(crate) use pinned::{Taken, show_pinned, take_again, take_sums};
pub use rollup::{Counts, Coverage, View};
pub use sums::Sums;
pub use table::{Child, FiguresView, show_figures};
pub use trace::{Behind, Contribution, TraceView, show_trace};
