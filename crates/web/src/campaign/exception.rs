use crate::ui::{Choice, Entry, Link, Mistake, Ui};
use askama::Template;
use serde::Deserialize;

/// Units that are asked otherwise than those of their level. Posts `name`, `note`, `answer` (`none`,
/// `report`), `destination`, `receiver`, `via`, `unit` for every unit that is in it, `lines` (names
/// and codes, one a line), `level`, `branch` and `kind` for whole groups, `rev`, and `do`: `save`, `add`, or
/// `drop`.
#[derive(Template, Deserialize)]
#[template(path = "campaign/exception.html")]
pub struct ExceptionPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub state: ExceptionState,
    pub name: Entry,
    pub note: Entry,
    pub answers: Vec<Choice>,
    pub destinations: Vec<Choice>,
    /// The unit above to which the reports go, where it is one to be named.
    pub receiver: Entry,
    pub desks: Vec<Choice>,
    pub units: Vec<TickedUnit>,
    pub lines: Entry,
    pub levels: Vec<Choice>,
    pub branch: Entry,
    /// Words in the names of units of one type.
    #[serde(default)]
    pub kind: Entry,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum ExceptionState {
    New,
    Kept,
}

/// A unit of the exception, and the one above it.
#[derive(Clone, Debug, Deserialize)]
pub struct TickedUnit {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub under: String,
}
