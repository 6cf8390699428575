use crate::ui::{Link, Part, Ui};
use askama::Template;
use serde::Deserialize;

/// The totals of a unit in a campaign, with "n of N" beside each.
#[derive(Template, Deserialize)]
#[template(path = "figures/table.html")]
pub struct FiguresPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: String,
    /// The unit whose totals these are.
    pub body: String,
    /// The unit above, to go back up; none at the top of what may be seen.
    #[serde(default)]
    pub above: Option<Link>,
    pub basis: Basis,
    /// The address of the same table on the other basis.
    pub other_basis: String,
    pub parts: Vec<Part>,
    pub columns: Vec<String>,
    pub groups: Vec<FigureGroup>,
    /// The units directly below, each with its own table.
    pub lower: Vec<LowerUnit>,
    /// Tables as files.
    #[serde(default)]
    pub files: Vec<Link>,
}

/// Which reports are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Basis {
    Received,
    /// Also those that wait to be checked.
    Submitted,
}

#[derive(Clone, Debug, Deserialize)]
pub struct FigureGroup {
    #[serde(default)]
    pub title: String,
    pub rows: Vec<FigureRow>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct FigureRow {
    pub number: String,
    pub name: String,
    pub unit: String,
    pub cells: Vec<FigureCell>,
    /// Units with a figure in the last column, of those asked.
    pub n: usize,
    pub of: usize,
}

/// A total, and where it can be opened.
#[derive(Clone, Debug, Deserialize)]
pub struct FigureCell {
    /// As displayed; empty while no unit has given it.
    pub value: String,
    #[serde(default)]
    pub href: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct LowerUnit {
    pub name: String,
    pub href: String,
    pub received: usize,
    pub submitted: usize,
    pub of: usize,
}
