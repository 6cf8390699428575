use super::Ui;
use askama::Template;
use askama::filters::HtmlSafe;
use serde::Deserialize;

/// How an open page learns that something has changed since.
#[derive(Clone, Debug, Deserialize)]
pub struct Live {
    /// Where it asks.
    pub ask: String,
    /// The position up to which the page tells the truth.
    pub position: i64,
}

/// A quiet line above the page: something has changed since, or what was just done is still on its
/// way. Nothing moves under the reader's hands.
#[derive(Template)]
#[template(path = "ui/live/live.html")]
pub struct LiveLine<'a> {
    ui: &'a Ui,
}

impl HtmlSafe for LiveLine<'_> {}

impl Ui {
    pub fn live_line(&self) -> LiveLine<'_> {
        LiveLine { ui: self }
    }
}
