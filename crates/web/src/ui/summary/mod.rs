use askama::Template;
use askama::filters::HtmlSafe;
use serde::Deserialize;

use super::Ui;

/// A label, what it says, and where to change it.
#[derive(Clone, Debug, Deserialize)]
pub struct SummaryRow {
    pub label: String,
    pub value: String,
    #[serde(default)]
    pub link: Option<Link>,
}

/// An address with its words.
#[derive(Clone, Debug, Deserialize)]
pub struct Link {
    pub href: String,
    pub words: String,
}

/// Labels and values under each other.
#[derive(Template)]
#[template(path = "ui/summary/summary.html")]
pub struct Summary<'a> {
    rows: &'a [SummaryRow],
}

impl HtmlSafe for Summary<'_> {}

impl Ui {
    pub fn summary<'a>(&self, rows: &'a [SummaryRow]) -> Summary<'a> {
        Summary { rows }
    }
}
