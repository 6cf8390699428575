use super::Ui;
use askama::Template;
use askama::filters::HtmlSafe;
use serde::Deserialize;

/// Something to mend: the sentence, and the id of the field it stands at.
#[derive(Clone, Debug, Deserialize)]
pub struct Mistake {
    #[serde(default)]
    pub field: String,
    pub words: String,
}

/// Everything to mend on a page, on top of it. Nothing when there is nothing.
#[derive(Template)]
#[template(path = "ui/errors/errors.html")]
pub struct ErrorSummary<'a> {
    ui: &'a Ui,
    mistakes: &'a [Mistake],
}

impl HtmlSafe for ErrorSummary<'_> {}

impl Ui {
    pub fn errors<'a>(&'a self, mistakes: &'a [Mistake]) -> ErrorSummary<'a> {
        ErrorSummary { ui: self, mistakes }
    }
}
