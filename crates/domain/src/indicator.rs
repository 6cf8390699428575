//! An indicator (chỉ tiêu): what is measured, in which unit, and how the figures of many units
//! become one.

use crate::id::IndicatorId;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One indicator of the catalogue in one version (chỉ tiêu).
///
/// A new wording, unit or rule is a new version under the same id; figures name the version they
/// were asked under, so what was reported keeps its meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    pub id: IndicatorId,
    pub version: u32,
    pub code: Code,
    pub name: Text,
    /// The unit of measure as printed: people, unions, million đồng, per cent (đơn vị tính).
    pub unit: Text,
    /// Decimals of every figure; the figures themselves are whole numbers scaled by them.
    pub decimals: u8,
    pub group: Group,
    pub rule: Rule,
}

/// The short sign of an indicator in tables and forms (mã chỉ tiêu): `B07`, `II.2-a`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Code(String);

/// Whose target it is (nhóm chỉ tiêu).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// The union answers for it (chỉ tiêu chính).
    Main,
    /// The union takes part, others answer for it (chỉ tiêu phối hợp).
    Coordinated,
}

/// How the figures below a body become the body's own (quy tắc tổng hợp).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Rule {
    /// Added up (cộng).
    Sum,
    /// Worked out from two sums at the end, never added: numerator × `times` / denominator
    /// (tỷ lệ). `times` is 100 for a percentage.
    Ratio { numerator: IndicatorId, denominator: IndicatorId, times: u32 },
    /// The mean, each unit counting by another of its figures (bình quân gia quyền).
    WeightedMean { weight: IndicatorId },
    /// The figure that came last (số mới nhất).
    Latest,
    /// The greatest (lớn nhất).
    Maximum,
    /// The least (nhỏ nhất).
    Minimum,
    /// How many units answered yes; yes is kept as 1, no as 0 (số đơn vị có).
    CountOfYes,
    /// Nothing: words, or figures that mean something in their unit only (không cộng).
    Apart,
}

/// What a unit is asked to put into a field (cách nhập).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Number,
    YesNo,
    /// Nothing: the program works it out.
    Nothing,
}

/// How the engine treats a rule when one unit's figure changes (lớp quy tắc).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A difference suffices.
    Additive,
    /// Chosen again among the direct children.
    Selective,
    /// Not rolled up.
    None,
}

/// Why an indicator cannot stand as written (lý do từ chối chỉ tiêu).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    CodeUnreadable,
    NameMissing,
    NameTooLong,
    TooManyDecimals,
    /// Yes or no has no decimals.
    YesWithDecimals,
    /// A ratio or mean made from itself.
    MadeFromItself,
    /// A ratio multiplied by nothing.
    TimesZero,
}

/// The longest name of an indicator, in characters.
pub const NAME_LENGTH_MAX: usize = 600;
/// More decimals than any report of the genre prints.
pub const MOST_DECIMALS: u8 = 6;

impl Indicator {
    /// The indicator itself, or the first reason why it cannot stand.
    pub fn checked(self) -> Result<Indicator, Refusal> {
        if self.name.is_empty() {
            return Err(Refusal::NameMissing);
        }
        if self.name.as_str().chars().count() > NAME_LENGTH_MAX {
            return Err(Refusal::NameTooLong);
        }
        if self.decimals > MOST_DECIMALS {
            return Err(Refusal::TooManyDecimals);
        }
        match self.rule {
            Rule::CountOfYes if self.decimals > 0 => Err(Refusal::YesWithDecimals),
            Rule::Ratio { times: 0, .. } => Err(Refusal::TimesZero),
            rule if rule.sources().contains(&Some(self.id)) => Err(Refusal::MadeFromItself),
            _ => Ok(self),
        }
    }
}

impl Code {
    /// Takes 1 to 16 letters, digits, `.` or `-`, the first a letter or digit; case is kept.
    pub fn parse(raw: &str) -> Result<Code, Refusal> {
        let code = raw.trim();
        let fits = code.len() <= 16
            && code.starts_with(|c: char| c.is_ascii_alphanumeric())
            && code.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'.' || c == b'-');
        if fits { Ok(Code(code.to_owned())) } else { Err(Refusal::CodeUnreadable) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Rule {
    pub fn class(self) -> Class {
        match self {
            Rule::Sum | Rule::Ratio { .. } | Rule::WeightedMean { .. } | Rule::CountOfYes => {
                Class::Additive
            }
            Rule::Latest | Rule::Maximum | Rule::Minimum => Class::Selective,
            Rule::Apart => Class::None,
        }
    }

    pub fn asked(self) -> Asked {
        match self {
            Rule::Ratio { .. } => Asked::Nothing,
            Rule::CountOfYes => Asked::YesNo,
            Rule::Sum
            | Rule::WeightedMean { .. }
            | Rule::Latest
            | Rule::Maximum
            | Rule::Minimum
            | Rule::Apart => Asked::Number,
        }
    }

    /// The other indicators this one is made from; they must stand in the same segment.
    pub fn sources(self) -> [Option<IndicatorId>; 2] {
        match self {
            Rule::Ratio { numerator, denominator, .. } => [Some(numerator), Some(denominator)],
            Rule::WeightedMean { weight } => [Some(weight), None],
            Rule::Sum
            | Rule::Latest
            | Rule::Maximum
            | Rule::Minimum
            | Rule::CountOfYes
            | Rule::Apart => [None, None],
        }
    }
}

impl Refusal {
    /// The key of the sentence that says it.
    pub fn key(self) -> &'static str {
        match self {
            Refusal::CodeUnreadable => "refusal-indicator-code-unreadable",
            Refusal::NameMissing => "refusal-indicator-name-missing",
            Refusal::NameTooLong => "refusal-indicator-name-too-long",
            Refusal::TooManyDecimals => "refusal-indicator-too-many-decimals",
            Refusal::YesWithDecimals => "refusal-indicator-yes-with-decimals",
            Refusal::MadeFromItself => "refusal-indicator-made-from-itself",
            Refusal::TimesZero => "refusal-indicator-times-zero",
        }
    }
}

#[cfg(test)]
mod tests;
