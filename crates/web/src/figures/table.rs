use crate::ui::{Link, Part, Ui};
use askama::Template;
use serde::Deserialize;

/// The totals of a unit in a campaign, with "n of N" beside each.
#[derive(Template, Deserialize)]
#[template(path = "figures/table.html")]
pub struct FiguresPage {
    pub ui: Ui,
    pub campaign: String,
    /// The unit whose totals these are.
    pub body: String,
    /// Back up: the unit above, or where this page was reached from.
    pub above: Link,
    pub basis: Basis,
    /// The address of the same table on the other basis.
    pub other_basis: String,
    pub parts: Vec<Part>,
    pub columns: Vec<String>,
    pub rows: Vec<FigureRow>,
    /// Which units report for a time of their own; empty where none does.
    #[serde(default)]
    pub terms: String,
    /// The units directly below, each with its own table.
    pub lower: Vec<LowerUnit>,
}

/// Which reports are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Basis {
    Received,
    /// Also those that wait to be checked.
    Submitted,
}

#[derive(Clone, Debug, Deserialize)]
pub struct FigureRow {
    pub number: String,
    pub name: String,
    pub unit: String,
    pub cells: Vec<FigureCell>,
    /// Units with a figure in the last column, of those asked.
    pub n: u32,
    pub of: u32,
}

/// A total, and where it can be opened.
#[derive(Clone, Debug, Deserialize)]
pub struct FigureCell {
    /// As displayed; empty while no unit has given it.
    pub value: String,
    #[serde(default)]
    pub href: String,
    #[serde(default)]
    pub asked: Reach,
}

/// Whether a figure is asked of any unit behind it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Reach {
    #[default]
    Somebody,
    Nobody,
}

#[derive(Clone, Debug, Deserialize)]
pub struct LowerUnit {
    pub name: String,
    pub href: String,
    pub received: u32,
    pub submitted: u32,
    pub of: u32,
}
