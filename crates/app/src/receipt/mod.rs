//! What a unit keeps in hand once its report was sent, and what such a paper still proves.

mod check;
mod show;

pub use check::CheckReceipt;
pub use show::{ReceiptView, ShowReceipt};
pub use store::receipt::Kept;
