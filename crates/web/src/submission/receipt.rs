use crate::ui::Ui;
use askama::Template;
use serde::Deserialize;

/// Proof that a report was sent.
#[derive(Template, Deserialize)]
#[template(path = "submission/receipt.html")]
pub struct ReceiptPage {
    pub ui: Ui,
    pub campaign: String,
    pub body: String,
    /// The code by which it can be asked for: `TP-0147`.
    pub code: String,
    /// `16:05 ngày 03/07/2024`, the time of receipt.
    pub at: String,
    pub version: i64,
    pub to: String,
    #[serde(default)]
    pub desk: String,
    pub punctuality: Punctuality,
    /// The checksum of the content, in groups of letters.
    pub hash: String,
    /// Where the sent version can be read.
    pub read: String,
    /// Back to the task list.
    pub back: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Punctuality {
    OnTime,
    Late(i64),
}
