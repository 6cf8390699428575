//! Reorganisation (sắp xếp tổ chức): what is done to units of the tree from a day on, and what then
//! ends and stands anew.

mod plan;

pub use plan::{Plan, Stand, plan};

use crate::body::Path;
use crate::id::BodyId;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is done to units (hình thức sắp xếp).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// A unit is founded (thành lập).
    Found { under: BodyId, new: NewUnit },
    /// A unit has another name or level from now on (đổi tên, đổi cấp).
    Rename { unit: BodyId, naming: Naming },
    /// A unit goes under another, with all below it (chuyển đơn vị).
    Move { unit: BodyId, under: BodyId },
    /// Some of the units directly below one are handed to another (bàn giao).
    Transfer { units: Vec<BodyId>, from: BodyId, to: BodyId },
    /// Units end in one, which takes over what is below them (sáp nhập, hợp nhất).
    Merge { units: Vec<BodyId>, into: Merged },
    /// One unit becomes several (chia, tách).
    Split { unit: BodyId, parts: Vec<Part>, rest: Rest },
    /// A unit ends (giải thể); what is below it goes to another.
    Dissolve { unit: BodyId, below_to: Option<BodyId> },
}

/// What units are merged into (đơn vị sau sáp nhập).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Merged {
    /// One that is there and stays (sáp nhập vào).
    Existing(BodyId),
    /// One founded for it (hợp nhất thành).
    Founded { under: BodyId, new: NewUnit },
}

/// A unit that comes out of a split, with what it takes along (đơn vị mới sau chia, tách).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub new: NewUnit,
    pub takes: Vec<BodyId>,
}

/// What becomes of the unit that is split (đơn vị bị chia, tách).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rest {
    /// It ends, and its parts take everything (chia).
    Ends,
    /// It goes on with what no part takes (tách).
    Stays,
}

/// A unit to be founded (đơn vị thành lập mới).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewUnit {
    pub id: BodyId,
    pub code: String,
    pub naming: Naming,
}

/// How a unit is called and of which level it is, from a day on (tên và cấp).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Naming {
    pub name: Text,
    /// The name as it stands in lists and on buttons.
    pub short: Text,
    /// The code of a level.
    pub level: String,
}

/// A unit where it stands on the day of the act (đơn vị trong cây).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub unit: BodyId,
    pub parent: Option<BodyId>,
    pub path: Path,
    /// Its number among all that ever stood under the same unit.
    pub ordinal: u32,
    pub naming: Naming,
    /// The first number below it that was never used.
    pub next: u32,
}

/// The kinds of act, for lists and words (hình thức).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Found,
    Rename,
    Move,
    Transfer,
    Merge,
    Split,
    Dissolve,
    /// The first tree of an installation, or a register taken in from a file (cập nhật danh sách).
    Register,
}

/// How far a reorganisation is (trạng thái).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Worked out and shown, not in force (dự kiến).
    Planned,
    /// The tree follows it from its day on (có hiệu lực).
    InForce { at: Timestamp },
    /// Taken back by a contrary decision: the tree stands as if it had not been (đã hủy bỏ).
    Undone { at: Timestamp },
}

/// Why units cannot be reorganised so (lý do chưa sắp xếp được).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// A unit that is named does not stand in the tree on that day.
    UnitUnknown,
    NothingChosen,
    /// A unit would stand under itself, or under what ends.
    UnderItself,
    AlreadyThere,
    NotDirectlyBelow,
    NameMissing,
    /// Another unit under the same one looks the same.
    NameTaken,
    CodeMissing,
    CodeTaken,
    LevelUnknown,
    NothingNew,
    MergeNeedsTwo,
    SplitNeedsParts,
    /// A unit below goes to no part, or to two.
    PartsUnclear,
    /// What is below the dissolved unit goes nowhere.
    BelowNowhere,
    /// The top of the tree cannot end or move.
    Top,
    /// There is no number left below a unit.
    Crowded,
    DayUnreadable,
    GroundMissing,
    /// Something happens later to a unit it touches.
    LaterChange,
    /// The tree was changed since this was worked out.
    TreeMoved,
    AlreadyDecided,
    /// An heir was not chosen for every unit that ends with work left over.
    HeirMissing,
}

impl Act {
    pub fn kind(&self) -> Kind {
        match self {
            Act::Found { .. } => Kind::Found,
            Act::Rename { .. } => Kind::Rename,
            Act::Move { .. } => Kind::Move,
            Act::Transfer { .. } => Kind::Transfer,
            Act::Merge { .. } => Kind::Merge,
            Act::Split { .. } => Kind::Split,
            Act::Dissolve { .. } => Kind::Dissolve,
        }
    }

    /// The units that must be known with those directly below them before the act can be planned;
    /// of each, what it stands under as well.
    pub fn around(&self) -> Vec<BodyId> {
        match self {
            Act::Found { under, .. } => vec![*under],
            Act::Rename { unit, .. } | Act::Split { unit, .. } => vec![*unit],
            Act::Move { unit, under } => vec![*unit, *under],
            Act::Transfer { from, to, .. } => vec![*from, *to],
            Act::Merge { units, into } => {
                let into = match into {
                    Merged::Existing(unit) => *unit,
                    Merged::Founded { under, .. } => *under,
                };
                units.iter().copied().chain([into]).collect()
            }
            Act::Dissolve { unit, below_to } => [*unit].into_iter().chain(*below_to).collect(),
        }
    }

    /// The units it founds, to be given their identities.
    pub fn founded_mut(&mut self) -> Vec<&mut NewUnit> {
        match self {
            Act::Found { new, .. } | Act::Merge { into: Merged::Founded { new, .. }, .. } => {
                vec![new]
            }
            Act::Split { parts, .. } => parts.iter_mut().map(|part| &mut part.new).collect(),
            _ => Vec::new(),
        }
    }
}

impl NewUnit {
    /// As asked for: without an identity, which it gets when it is planned.
    pub fn asked(code: &str, naming: Naming) -> NewUnit {
        NewUnit { id: BodyId(Uuid::nil()), code: code.trim().to_owned(), naming }
    }
}

impl Kind {
    pub const ALL: [Kind; 8] = [
        Kind::Found,
        Kind::Rename,
        Kind::Move,
        Kind::Transfer,
        Kind::Merge,
        Kind::Split,
        Kind::Dissolve,
        Kind::Register,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Kind::Found => "found",
            Kind::Rename => "rename",
            Kind::Move => "move",
            Kind::Transfer => "transfer",
            Kind::Merge => "merge",
            Kind::Split => "split",
            Kind::Dissolve => "dissolve",
            Kind::Register => "register",
        }
    }

    pub fn parse(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl Stage {
    /// Puts the plan into force.
    pub fn decide(self, at: Timestamp) -> Result<Stage, Refusal> {
        match self {
            Stage::Planned => Ok(Stage::InForce { at }),
            Stage::InForce { .. } | Stage::Undone { .. } => Err(Refusal::AlreadyDecided),
        }
    }

    /// Takes it back.
    pub fn undo(self, at: Timestamp) -> Result<Stage, Refusal> {
        match self {
            Stage::InForce { .. } => Ok(Stage::Undone { at }),
            Stage::Planned | Stage::Undone { .. } => Err(Refusal::AlreadyDecided),
        }
    }
}

impl Refusal {
    /// The key of the sentence that says what to do.
    pub fn key(self) -> &'static str {
        match self {
            Refusal::UnitUnknown => "refusal-reorganisation-unit-unknown",
            Refusal::NothingChosen => "refusal-reorganisation-nothing-chosen",
            Refusal::UnderItself => "refusal-reorganisation-under-itself",
            Refusal::AlreadyThere => "refusal-reorganisation-already-there",
            Refusal::NotDirectlyBelow => "refusal-reorganisation-not-directly-below",
            Refusal::NameMissing => "refusal-reorganisation-name-missing",
            Refusal::NameTaken => "refusal-reorganisation-name-taken",
            Refusal::CodeMissing => "refusal-reorganisation-code-missing",
            Refusal::CodeTaken => "refusal-reorganisation-code-taken",
            Refusal::LevelUnknown => "refusal-reorganisation-level-unknown",
            Refusal::NothingNew => "refusal-reorganisation-nothing-new",
            Refusal::MergeNeedsTwo => "refusal-reorganisation-merge-needs-two",
            Refusal::SplitNeedsParts => "refusal-reorganisation-split-needs-parts",
            Refusal::PartsUnclear => "refusal-reorganisation-parts-unclear",
            Refusal::BelowNowhere => "refusal-reorganisation-below-nowhere",
            Refusal::Top => "refusal-reorganisation-top",
            Refusal::Crowded => "refusal-reorganisation-crowded",
            Refusal::DayUnreadable => "refusal-reorganisation-day-unreadable",
            Refusal::GroundMissing => "refusal-reorganisation-ground-missing",
            Refusal::LaterChange => "refusal-reorganisation-later-change",
            Refusal::TreeMoved => "refusal-reorganisation-tree-moved",
            Refusal::AlreadyDecided => "refusal-reorganisation-already-decided",
            Refusal::HeirMissing => "refusal-reorganisation-heir-missing",
        }
    }
}

#[cfg(test)]
mod tests;
