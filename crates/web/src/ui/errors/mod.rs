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

impl Mistake {
    /// A mistake at the field with this id; empty where it is about the page as a whole.
    pub fn new(field: impl Into<String>, words: impl ToString) -> Mistake {
        Mistake { field: field.into(), words: words.to_string() }
    }
}

impl HtmlSafe for ErrorSummary<'_> {}

impl Ui {
    pub fn errors<'a>(&'a self, mistakes: &'a [Mistake]) -> ErrorSummary<'a> {
        ErrorSummary { ui: self, mistakes }
    }
}
