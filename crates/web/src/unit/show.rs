use crate::ui::{Link, SummaryRow, Ui};
use askama::Template;
use serde::Deserialize;

/// A unit as of a day: what it is, what happened to it, who and what belongs to it.
#[derive(Template, Deserialize)]
#[template(path = "unit/show.html")]
pub struct UnitPage {
    pub ui: Ui,
    pub name: String,
    /// Back to it in the tree.
    pub tree: Link,
    /// The day asked for as typed; sent as `on`.
    pub on: String,
    #[serde(default)]
    pub on_error: String,
    /// That it is not there on the day; empty where it is.
    #[serde(default)]
    pub gone: String,
    pub facts: Vec<SummaryRow>,
    pub history: Vec<HistoryRow>,
    #[serde(default)]
    pub organs: Vec<String>,
    /// Where its people are managed; nothing for a seat that may not.
    #[serde(default)]
    pub manage: Option<Link>,
    #[serde(default)]
    pub people: Vec<SummaryRow>,
    #[serde(default)]
    pub campaigns: Vec<Link>,
    /// Its terms between congresses, with those of units merged into it.
    #[serde(default)]
    pub terms: Vec<TermLine>,
    #[serde(default)]
    pub counterparts: Vec<SummaryRow>,
    /// Where terms and counterparts are changed; nothing for others.
    #[serde(default)]
    pub change: Option<String>,
    /// What an organiser can do with it; nothing for others.
    #[serde(default)]
    pub acts: Vec<Link>,
}

/// A term between two congresses.
#[derive(Clone, Debug, Deserialize)]
pub struct TermLine {
    /// `Đại hội lần thứ XII`.
    pub ordinal: String,
    /// `12/03/2018 – 20/04/2023`.
    pub span: String,
    #[serde(default)]
    pub resolution: String,
    /// The unit merged into this one whose term it was.
    #[serde(default)]
    pub of: Option<Link>,
}

/// Something that happened to a unit.
#[derive(Clone, Debug, Deserialize)]
pub struct HistoryRow {
    /// `01/07/2025`.
    pub day: String,
    pub words: String,
    /// The deciding document; empty where none is known.
    #[serde(default)]
    pub document: String,
    /// The other unit it is about.
    #[serde(default)]
    pub link: Option<Link>,
}
