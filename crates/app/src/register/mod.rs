//! The register of units, out as a table and in again: compared, staged like any reorganisation,
//! then decided.

mod compare;
mod export;
mod stage;

pub use compare::{Compared, compare};
pub use export::{ExportRegister, Register};
pub use stage::{Ground, Receipt, ReceiptLine, stage};
