//! Every page and every part with invented content, to be looked at and to be tested.
//!
//! The samples stand beside the pages as `*.samples.json`: the name of a state, as whom it is seen
//! (`people.json`), and the fields of the page struct.

mod pages;
mod parts;

use crate::ui::Ui;
use askama::Template;
use serde::Deserialize;
use serde_json::{Map, Value};
use words::Lang;

/// A state of a page.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The folder and verb of the page: `work/task_list`.
    pub page: &'static str,
    /// The state it shows: `returned`.
    pub state: String,
    shown: Shown,
}

#[derive(Clone, Debug, Deserialize)]
struct Shown {
    #[serde(rename = "as")]
    person: String,
    page: Map<String, Value>,
}

/// The list of all samples.
#[derive(Template)]
#[template(path = "gallery/index.html")]
struct Index {
    ui: Ui,
    samples: Vec<Sample>,
}

const PEOPLE: &str = include_str!("people.json");

/// The page that lists every sample.
pub fn index(lang: Lang) -> String {
    let ui = Ui { lang, here: "/gallery".to_owned(), ..Ui::default() };
    Index { ui, samples: samples() }.to_string()
}

/// All samples, page by page.
pub fn samples() -> Vec<Sample> {
    let mut all = Vec::new();
    for page in pages::PAGES {
        let states: Map<String, Value> =
            serde_json::from_str(page.samples).expect("samples are tested");
        for (state, shown) in states {
            let shown = Shown::deserialize(shown).expect("samples are tested");
            all.push(Sample { page: page.name, state, shown });
        }
    }
    all
}

/// The sample called `page/state`, drawn.
///
/// # Errors
/// What does not fit the page's fields, or that there is no such sample.
pub fn render(lang: Lang, name: &str) -> Result<String, String> {
    let sample = samples().into_iter().find(|sample| sample.name() == name);
    sample.ok_or_else(|| format!("no sample {name}"))?.render(lang)
}

impl Sample {
    /// The page and the state: `work/task_list/returned`.
    pub fn name(&self) -> String {
        format!("{}/{}", self.page, self.state)
    }

    /// # Errors
    /// What does not fit the page's fields.
    pub fn render(&self, lang: Lang) -> Result<String, String> {
        let page = pages::PAGES.iter().find(|page| page.name == self.page);
        let page = page.ok_or("no such page")?;
        let mut fields = self.shown.page.clone();
        let mut ui = person(&self.shown.person)?;
        ui.insert("lang".to_owned(), Value::from(lang.code()));
        ui.insert("here".to_owned(), Value::from(format!("/gallery/{}", self.name())));
        for of_ui in ["current", "live", "behind"] {
            if let Some(value) = fields.remove(of_ui) {
                ui.insert(of_ui.to_owned(), value);
            }
        }
        fields.insert("ui".to_owned(), Value::Object(ui));
        (page.render)(Value::Object(fields)).map_err(|why| format!("{}: {why}", self.name()))
    }
}

fn person(name: &str) -> Result<Map<String, Value>, String> {
    let mut people: Map<String, Value> =
        serde_json::from_str(PEOPLE).map_err(|why| format!("people.json: {why}"))?;
    match people.remove(name) {
        Some(Value::Object(ui)) => Ok(ui),
        _ => Err(format!("people.json has no {name}")),
    }
}
