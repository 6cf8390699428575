use super::Ui;
use askama::Template;
use askama::filters::HtmlSafe;
use serde::Deserialize;

/// Where in a long list one is. Pages count from 1.
#[derive(Clone, Debug, Deserialize)]
pub struct Pages {
    pub page: usize,
    pub pages: usize,
    /// How many rows there are in all.
    pub rows: usize,
    /// The address up to the page number: `/queue?page=`.
    pub href: String,
}

/// Links to the pages of a long list. Nothing when there is only one.
#[derive(Template)]
#[template(path = "ui/pages/pages.html")]
pub struct PageLinks<'a> {
    ui: &'a Ui,
    at: &'a Pages,
}

impl HtmlSafe for PageLinks<'_> {}

impl Ui {
    pub fn pages<'a>(&'a self, at: &'a Pages) -> PageLinks<'a> {
        PageLinks { ui: self, at }
    }
}

impl PageLinks<'_> {
    /// The numbers shown: the first, the last, and those around the current one.
    fn shown(&self) -> Vec<usize> {
        let near = |page: usize| page.abs_diff(self.at.page) <= 1;
        (1..=self.at.pages)
            .filter(|&page| page == 1 || page == self.at.pages || near(page))
            .collect()
    }
}
