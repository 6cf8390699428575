//! Groups set up by decision (ban chỉ đạo, tổ, đoàn): what for, who is in them, from when to when.

use crate::authority::{Action, Forbidden, Relation, may};
use crate::seat::Role;
use crate::text::{Text, fold};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What kind of group it is (loại ban, tổ, đoàn).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Ban chỉ đạo.
    Steering,
    /// Tổ biên tập, tổ soạn thảo.
    Drafting,
    /// Tổ giúp việc.
    Assisting,
    /// Đoàn khảo sát.
    Survey,
    /// Đoàn kiểm tra.
    Inspection,
    Other,
}

/// What a member is in the group (vai trò trong ban, tổ, đoàn).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MemberPart {
    /// Trưởng ban, tổ trưởng, trưởng đoàn.
    Chair,
    /// Phó.
    Deputy,
    /// Thư ký.
    Secretary,
    /// Thành viên.
    Member,
}

/// From when to when something holds (thời gian hiệu lực): the last day is not in it any more. One
/// that ends on the day it begins never held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub from: Date,
    pub to: Option<Date>,
}

/// How a term stands on a day (hiệu lực).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Planned,
    InForce,
    Ended,
}

/// The paper something rests on (quyết định).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    pub number: String,
    pub day: Date,
}

/// Why something about a group cannot be done (lý do từ chối).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    NameMissing,
    /// The unit has a group in force that is called so.
    NameTaken,
    TextTooLong,
    NumberMissing,
    DayUnreadable,
    /// A decision has its day.
    DayMissing,
    /// A group is set up by a decision that can be read.
    FileMissing,
    /// A change rests on a decision that is there.
    DecisionMissing,
    /// A member sits by a post that is written down.
    PostMissing,
    /// A member by name has one.
    PersonMissing,
    /// The same post or person sits in the group already.
    MemberTwice,
    /// A group has one chair at a time.
    ChairTwice,
    /// It would end before it begins.
    EndsBeforeBegin,
    /// It would begin before its group, or after its end.
    OutsideGroup,
    /// It has ended.
    Ended,
    ReasonMissing,
    TooMany,
}

/// The longest text that is taken, in characters.
pub const TEXT_LENGTH_MAX: usize = 500;
/// How many members a group ever takes, those that left among them.
pub const MEMBERS_MAX: usize = 200;

/// The folded words with which plans begin the name of a group.
const BEGINNINGS: [(Kind, &[&str]); 6] = [
    (Kind::Steering, &["ban chi dao"]),
    (Kind::Drafting, &["to bien tap", "to soan thao", "ban bien tap", "ban soan thao"]),
    (Kind::Assisting, &["to giup viec", "bo phan giup viec", "to thu ky"]),
    (Kind::Survey, &["doan khao sat", "to khao sat", "doan cong tac"]),
    (Kind::Inspection, &["doan kiem tra", "doan giam sat", "to kiem tra"]),
    (Kind::Other, &["to cong tac", "hoi dong", "tieu ban"]),
];

impl Kind {
    pub const ALL: [Kind; 6] = [
        Kind::Steering,
        Kind::Drafting,
        Kind::Assisting,
        Kind::Survey,
        Kind::Inspection,
        Kind::Other,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Kind::Steering => "steering",
            Kind::Drafting => "drafting",
            Kind::Assisting => "assisting",
            Kind::Survey => "survey",
            Kind::Inspection => "inspection",
            Kind::Other => "other",
        }
    }

    pub fn parse(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind of group the words of a plan begin to name; `None` where they name none.
    pub fn of_words(words: &str) -> Option<Kind> {
        let words = fold(words);
        let begins = |name: &&str| words == **name || words.starts_with(&format!("{name} "));
        BEGINNINGS.iter().find(|(_, names)| names.iter().any(begins)).map(|(kind, _)| *kind)
    }
}

/// Which of the groups the words of a plan call: the one of exactly that name, else the only one
/// whose name begins with them or with whose name they begin. Gives its place in `names`.
pub fn called(words: &str, names: &[&str]) -> Option<usize> {
    Kind::of_words(words)?;
    let words = fold(words);
    let names: Vec<String> = names.iter().map(|name| fold(name)).collect();
    if let Some(at) = names.iter().position(|name| *name == words) {
        return Some(at);
    }
    let begins = |long: &str, short: &str| long.starts_with(&format!("{short} "));
    let near = |name: &String| begins(name, &words) || begins(&words, name);
    let mut found = names.iter().enumerate().filter(|(_, name)| near(name));
    let (at, _) = found.next()?;
    found.next().is_none().then_some(at)
}

/// Whether somebody of `role` who is `part` of a group may say what became of its task: whoever
/// chairs it or keeps its papers, in a seat that reads content.
pub fn may_answer(part: MemberPart, role: Role) -> Result<(), Forbidden> {
    may(role, Action::ReadSubmitted, Relation::Own)?;
    match part {
        MemberPart::Chair | MemberPart::Secretary => Ok(()),
        MemberPart::Deputy | MemberPart::Member => Err(Forbidden),
    }
}

impl MemberPart {
    pub const ALL: [MemberPart; 4] =
        [MemberPart::Chair, MemberPart::Deputy, MemberPart::Secretary, MemberPart::Member];

    pub fn name(self) -> &'static str {
        match self {
            MemberPart::Chair => "chair",
            MemberPart::Deputy => "deputy",
            MemberPart::Secretary => "secretary",
            MemberPart::Member => "member",
        }
    }

    pub fn parse(name: &str) -> Option<MemberPart> {
        MemberPart::ALL.into_iter().find(|part| part.name() == name)
    }
}

impl Term {
    /// A term within which nothing is the wrong way round.
    pub fn new(from: Date, to: Option<Date>) -> Result<Term, Refusal> {
        if to.is_some_and(|to| to < from) {
            return Err(Refusal::EndsBeforeBegin);
        }
        Ok(Term { from, to })
    }

    pub fn standing(self, day: Date) -> Standing {
        match self {
            _ if self.to.is_some_and(|to| to <= day || to <= self.from) => Standing::Ended,
            _ if day < self.from => Standing::Planned,
            _ => Standing::InForce,
        }
    }

    /// The same term ended on `day`, which may be the day it begins: then it was entered by mistake.
    pub fn end(self, day: Date) -> Result<Term, Refusal> {
        if self.to.is_some_and(|to| to <= day) {
            return Err(Refusal::Ended);
        }
        Term::new(self.from, Some(day))
    }

    /// Passes where `inner` lies within.
    pub fn holds(self, inner: Term) -> Result<(), Refusal> {
        let begins_after = self.to.is_some_and(|to| inner.from >= to);
        match inner.from < self.from || begins_after {
            true => Err(Refusal::OutsideGroup),
            false => Ok(()),
        }
    }

    /// Whether both hold on some day.
    pub fn meets(self, other: Term) -> bool {
        let open = |term: Term| term.to.is_none_or(|to| to > term.from);
        let before = |a: Term, b: Term| a.to.is_some_and(|to| to <= b.from);
        open(self) && open(other) && !before(self, other) && !before(other, self)
    }
}

impl Paper {
    /// A decision with its number and day.
    pub fn new(number: &str, day: Option<Date>) -> Result<Paper, Refusal> {
        let number = line(number)?;
        if number.is_empty() {
            return Err(Refusal::NumberMissing);
        }
        Ok(Paper { number, day: day.ok_or(Refusal::DayMissing)? })
    }
}

/// A line as it is kept; refused where it is longer than [`TEXT_LENGTH_MAX`].
pub fn line(raw: &str) -> Result<String, Refusal> {
    let text = Text::new(raw).into_string();
    if text.chars().count() > TEXT_LENGTH_MAX {
        return Err(Refusal::TextTooLong);
    }
    Ok(text)
}

impl Refusal {
    /// The key of the sentence that says what to do.
    pub fn key(self) -> &'static str {
        match self {
            Refusal::NameMissing => "refusal-group-name-missing",
            Refusal::NameTaken => "refusal-group-name-taken",
            Refusal::TextTooLong => "refusal-group-text-too-long",
            Refusal::NumberMissing => "refusal-group-number-missing",
            Refusal::DayUnreadable => "refusal-group-day-unreadable",
            Refusal::DayMissing => "refusal-group-day-missing",
            Refusal::FileMissing => "refusal-group-file-missing",
            Refusal::DecisionMissing => "refusal-group-decision-missing",
            Refusal::PostMissing => "refusal-group-post-missing",
            Refusal::PersonMissing => "refusal-group-person-missing",
            Refusal::MemberTwice => "refusal-group-member-twice",
            Refusal::ChairTwice => "refusal-group-chair-twice",
            Refusal::EndsBeforeBegin => "refusal-group-ends-before-begin",
            Refusal::OutsideGroup => "refusal-group-outside-group",
            Refusal::Ended => "refusal-group-ended",
            Refusal::ReasonMissing => "refusal-group-reason-missing",
            Refusal::TooMany => "refusal-group-too-many",
        }
    }
}

#[cfg(test)]
mod tests;
