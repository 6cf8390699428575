//! The limited child process in which uploads are read.
//!
//! A crafted file can make a parser abort, overflow its stack, eat memory or run on for ever; none
//! of it can be caught inside the process. So the program begins itself again, and the child takes
//! its own rights away before it looks at a byte: no file, no network, no further process, little
//! memory, few seconds. File and answer go through pipes. A child that dies is one refused file.

mod child;
mod guard;
mod parent;

pub use child::answer;
pub use guard::{Limits, Unguarded, files_can_be_closed, guard};
pub use parent::{Child, sheet, source};

/// Asks a child for [`crate::source`].
const SOURCE: u8 = b'1';
/// Asks a child for [`crate::sheet::read`].
const SHEET: u8 = b'2';

/// How a child ended that gave no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Stop {
    /// It could not be begun.
    Start,
    /// It took longer than the parent waits.
    Patience,
    /// A signal ended it, by this number: out of memory, out of time, out of stack.
    Signal(i32),
    /// It ended by itself with this code, or with an answer that is none.
    Code(i32),
}
