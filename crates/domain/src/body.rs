//! Bodies (tổ chức): whatever owns, receives, signs, is asked, reminded or listed.

use crate::id::BodyId;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A body (tổ chức): one identity with a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    pub id: BodyId,
    pub kind: BodyKind,
    /// Readable code, unique in the installation.
    pub code: String,
    pub name: Text,
    /// The name as it stands in lists and on buttons.
    pub short: Text,
}

/// What a body is (loại tổ chức).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyKind {
    /// A node of the tree (đơn vị); `level` is the code of a row of data, never a fixed list.
    Unit { level: String },
    /// An inner part of a unit (bộ phận của đơn vị).
    Organ { of: BodyId, organ: Organ },
    /// A group set up by decision (tổ, ban chỉ đạo).
    Group { of: BodyId },
}

/// The inner parts a unit may have (bộ phận).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Organ {
    /// Ban Chấp hành.
    ExecutiveCommittee,
    /// Ban Thường vụ.
    StandingCommittee,
    /// Thường trực.
    PermanentLeaders,
    /// Ủy ban Kiểm tra.
    InspectionCommittee,
    /// Văn phòng.
    Office,
    /// Ban chuyên đề.
    Department,
    /// Đơn vị trực thuộc (đơn vị sự nghiệp, nhà văn hóa …).
    Affiliated,
}

/// A place in the tree (vị trí trong cây tổ chức): four characters of `0-9a-z` a step, so that a
/// subtree is the range of paths from [`Path::as_str`] to [`Path::end`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(String);

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
const WIDTH: usize = 4;

impl Path {
    /// The path of a root, or of the `ordinal`-th child below `parent`; `None` past 36⁴ children.
    pub fn below(parent: Option<&Path>, ordinal: u32) -> Option<Path> {
        let mut step = [b'0'; WIDTH];
        let mut rest = ordinal as usize;
        for digit in step.iter_mut().rev() {
            *digit = DIGITS[rest % DIGITS.len()];
            rest /= DIGITS.len();
        }
        let step = std::str::from_utf8(&step).ok().filter(|_| rest == 0)?;
        Some(Path(format!("{}{step}", parent.map_or("", Path::as_str))))
    }

    /// Reads a stored path; `None` where it is none.
    pub fn parse(text: &str) -> Option<Path> {
        let whole = !text.is_empty() && text.len().is_multiple_of(WIDTH);
        (whole && text.bytes().all(|b| DIGITS.contains(&b))).then(|| Path(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A text greater than every path of the subtree and smaller than the next sibling.
    pub fn end(&self) -> String {
        format!("{}~", self.0)
    }

    /// The length of a path that stands `steps` below this one.
    pub fn length_below(&self, steps: usize) -> i64 {
        i64::try_from(self.0.len() + steps * WIDTH).unwrap_or(i64::MAX)
    }

    /// True for the place itself and all below.
    pub fn covers(&self, other: &Path) -> bool {
        other.0.starts_with(&self.0)
    }

    /// The same place after the subtree at `old` was carried to `new`; `None` where it is not in it.
    pub fn carried(&self, old: &Path, new: &Path) -> Option<Path> {
        self.0.strip_prefix(old.as_str()).map(|rest| Path(format!("{}{rest}", new.0)))
    }

    /// The places above, the nearest first.
    pub fn above(&self) -> Vec<Path> {
        let steps = self.0.len() / WIDTH;
        (1..steps).rev().map(|step| Path(self.0[..step * WIDTH].to_owned())).collect()
    }

    /// Steps from the root, which is 0.
    pub fn depth(&self) -> usize {
        self.0.len() / WIDTH - 1
    }
}

impl Organ {
    pub const ALL: [Organ; 7] = [
        Organ::ExecutiveCommittee,
        Organ::StandingCommittee,
        Organ::PermanentLeaders,
        Organ::InspectionCommittee,
        Organ::Office,
        Organ::Department,
        Organ::Affiliated,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Organ::ExecutiveCommittee => "executive_committee",
            Organ::StandingCommittee => "standing_committee",
            Organ::PermanentLeaders => "permanent_leaders",
            Organ::InspectionCommittee => "inspection_committee",
            Organ::Office => "office",
            Organ::Department => "department",
            Organ::Affiliated => "affiliated",
        }
    }

    pub fn parse(name: &str) -> Option<Organ> {
        Organ::ALL.into_iter().find(|organ| organ.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subtree_is_a_range() {
        let root = Path::below(None, 0).expect("root");
        let first = Path::below(Some(&root), 1).expect("child");
        let tenth = Path::below(Some(&root), 10).expect("child");
        let leaf = Path::below(Some(&first), 35).expect("leaf");
        assert_eq!(
            (root.as_str(), first.as_str(), leaf.as_str()),
            ("0000", "00000001", "00000001000z")
        );
        assert_eq!((root.depth(), leaf.depth()), (0, 2));
        assert!(first.as_str() < leaf.as_str() && leaf.as_str() < first.end().as_str());
        assert!(first.end().as_str() < tenth.as_str());
        assert!(root.covers(&leaf) && first.covers(&first) && !tenth.covers(&leaf));
        assert_eq!(Path::below(None, 36 * 36 * 36 * 36), None);
        assert_eq!(leaf.carried(&first, &tenth).as_ref().map(Path::as_str), Some("0000000a000z"));
        assert_eq!(leaf.above(), [first.clone(), root.clone()]);
        assert_eq!(leaf.carried(&tenth, &first), None);
    }

    #[test]
    fn a_path_is_whole_steps_of_known_digits() {
        for bad in ["", "000", "0000-", "00A0", "đđ"] {
            assert_eq!(Path::parse(bad), None, "{bad:?}");
        }
        assert_eq!(Path::parse("00000001").map(|p| p.depth()), Some(1));
    }
}
