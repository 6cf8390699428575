use super::Ui;
use askama::Template;
use askama::filters::HtmlSafe;
use serde::Deserialize;

/// A table of figures: rows of indicators, columns of periods.
#[derive(Clone, Debug, Deserialize)]
pub struct Grid {
    /// The periods as they are headed: `Năm 2022`.
    pub columns: Vec<String>,
    pub groups: Vec<GridGroup>,
}

/// Rows under a heading of their own; the heading may be empty.
#[derive(Clone, Debug, Deserialize)]
pub struct GridGroup {
    #[serde(default)]
    pub title: String,
    pub rows: Vec<GridRow>,
}

/// An indicator.
#[derive(Clone, Debug, Deserialize)]
pub struct GridRow {
    /// Its number in the table: `2`.
    pub number: String,
    pub name: String,
    /// Its unit of measure: `người`.
    pub unit: String,
    /// How it is counted.
    #[serde(default)]
    pub definition: String,
    pub cells: Vec<GridCell>,
}

/// A figure as it stands in its box.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct GridCell {
    /// The name of the box in the form, and its id; empty where the figure is only shown.
    #[serde(default)]
    pub name: String,
    /// What was typed, or the figure as it is displayed.
    #[serde(default)]
    pub value: String,
    /// What stood there when the page was drawn, so that nobody's change is written over.
    #[serde(default)]
    pub was: String,
    /// How the figure was understood, where that is not what was typed.
    #[serde(default)]
    pub echo: String,
    /// What is wrong, what needs a word, or why it was returned.
    #[serde(default)]
    pub words: String,
    #[serde(default)]
    pub state: CellState,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum CellState {
    #[default]
    Open,
    /// No number can be read from it.
    Wrong,
    /// Unlikely; needs a word of explanation.
    Look,
    /// Returned with a reason.
    Returned,
    /// Worked out, among others that are typed.
    Fixed,
}

/// The table with its boxes; on a phone, a card per indicator.
#[derive(Template)]
#[template(path = "ui/grid/grid.html")]
pub struct GridView<'a> {
    ui: &'a Ui,
    grid: &'a Grid,
    caption: String,
}

impl HtmlSafe for GridView<'_> {}

impl Ui {
    pub fn grid<'a>(&'a self, grid: &'a Grid, caption: impl ToString) -> GridView<'a> {
        GridView { ui: self, grid, caption: caption.to_string() }
    }
}

impl GridView<'_> {
    /// The heading of a column.
    fn column(&self, at: &usize) -> &str {
        self.grid.columns.get(*at).map_or("", String::as_str)
    }
}

impl GridRow {
    fn has_words(&self) -> bool {
        self.cells.iter().any(|cell| !cell.words.is_empty())
    }
}

impl CellState {
    fn class(self) -> &'static str {
        match self {
            CellState::Open => "",
            CellState::Wrong => "cell-wrong",
            CellState::Look => "cell-look",
            CellState::Returned => "cell-returned",
            CellState::Fixed => "cell-fixed",
        }
    }
}
