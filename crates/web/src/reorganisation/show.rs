use crate::ui::{Choice, Link, Mistake, SummaryRow, Ui};
use askama::Template;
use serde::Deserialize;

/// A reorganisation with what it does: to be decided, in force, or undone. Posts to its own address
/// with `/decide` (a field `heir-ID` for each ending unit) or `/undo` (`reason`).
#[derive(Template, Deserialize)]
#[template(path = "reorganisation/show.html")]
pub struct ShowPage {
    pub ui: Ui,
    pub id: String,
    pub title: String,
    pub stands: Stands,
    pub facts: Vec<SummaryRow>,
    pub ending: i64,
    pub founded: i64,
    pub moved: i64,
    pub campaigns: i64,
    pub reports: i64,
    pub people: i64,
    pub moves: Vec<MoveRow>,
    #[serde(default)]
    pub heirs: Vec<HeirChoice>,
    /// Who answers for what, once decided.
    #[serde(default)]
    pub inherited: Vec<SummaryRow>,
    /// What came of the sheet, for a register that was taken in.
    #[serde(default)]
    pub receipt: Option<ReceiptView>,
    /// Where the same can be asked again, for a plan that is out of date.
    #[serde(default)]
    pub again: Option<Link>,
    #[serde(default)]
    pub reason: crate::ui::Entry,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// How far a reorganisation is, as the page needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Stands {
    Planned,
    /// Worked out on a tree that has changed since.
    Stale,
    InForce,
    Undone,
}

/// How many rows of a sheet were what, and which are wrong.
#[derive(Clone, Debug, Deserialize)]
pub struct ReceiptView {
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    pub wrong: usize,
    /// The first of the wrong rows: cell, code of the unit, why.
    pub rows: Vec<(String, String, String)>,
    /// Where the file with all of them is.
    pub file: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct MoveRow {
    pub before: String,
    pub under_before: String,
    pub after: String,
    pub under_after: String,
}

/// An ending unit with open work: who is to answer for it.
#[derive(Clone, Debug, Deserialize)]
pub struct HeirChoice {
    /// `heir-ID`.
    pub field: String,
    pub legend: String,
    pub options: Vec<Choice>,
}

impl ShowPage {
    /// Whether it is a register in which nothing differs from the tree.
    fn changes_nothing(&self) -> bool {
        self.receipt.as_ref().is_some_and(|receipt| receipt.new + receipt.changed == 0)
    }
}

impl Stands {
    pub(super) fn key(self) -> &'static str {
        match self {
            Stands::Planned => "reorganisation-planned",
            Stands::Stale => "reorganisation-stale",
            Stands::InForce => "reorganisation-in-force",
            Stands::Undone => "reorganisation-undone",
        }
    }

    pub(super) fn tone(self) -> crate::ui::Tone {
        use crate::ui::Tone;
        match self {
            Stands::Planned => Tone::Blue,
            Stands::Stale => Tone::Yellow,
            Stands::InForce => Tone::Green,
            Stands::Undone => Tone::Grey,
        }
    }
}
