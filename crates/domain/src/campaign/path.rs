//! The way of the report through the own unit before and after it goes up (lộ trình thông qua).

use super::{Refusal, next_working_day};
use crate::calendar;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Who looks at the report at a step (cấp thông qua).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Forum {
    /// Ban chuyên đề, văn phòng.
    Department,
    /// Thường trực.
    PermanentLeaders,
    /// Ban Thường vụ.
    StandingCommittee,
    /// Ban Chấp hành.
    ExecutiveCommittee,
    /// Hội nghị.
    Conference,
    /// Another; its words say which.
    Other,
}

/// Whether a step comes before or after the report was sent up (trước hay sau khi gửi lên).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    #[default]
    Before,
    After,
}

/// When a step is taken (thời gian của bước).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepTime {
    #[default]
    Open,
    On(Date),
    /// So many working days after the step before, or after the report was sent.
    Within(u16),
}

/// The most working days a step takes.
const DAYS_MAX: u16 = 250;

impl StepTime {
    /// What was typed: a day, a number of working days, or nothing; `None` where it is neither.
    pub fn parse(typed: &str) -> Option<StepTime> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Some(StepTime::Open);
        }
        match typed.parse::<u16>() {
            Ok(days) => (1..=DAYS_MAX).contains(&days).then_some(StepTime::Within(days)),
            Err(_) => calendar::read_day(typed).map(StepTime::On),
        }
    }

    /// As it goes into another campaign: a number of days stays, a day does not.
    pub fn without_day(self) -> StepTime {
        match self {
            StepTime::On(_) => StepTime::Open,
            StepTime::Open | StepTime::Within(_) => self,
        }
    }
}

/// The day by which each step is taken, as far as it is known; `sending` is the day on which the
/// report goes up.
///
/// # Errors
/// Which step cannot be: before the one it follows, or on the wrong side of `sending`.
pub fn lay_path(
    steps: &[(Turn, StepTime)],
    sending: Option<Date>,
) -> Result<Vec<Option<Date>>, Refusal> {
    let (mut before, mut after) = (None, sending);
    let mut days = Vec::with_capacity(steps.len());
    for (step, (turn, time)) in steps.iter().enumerate() {
        let last = match turn {
            Turn::Before => &mut before,
            Turn::After => &mut after,
        };
        let day = match time {
            StepTime::Open => None,
            StepTime::On(day) => Some(*day),
            StepTime::Within(days) => last.map(|last| later(last, *days)),
        };
        if let Some(day) = day {
            match turn {
                Turn::Before if sending.is_some_and(|sending| day > sending) => {
                    return Err(Refusal::PathAfterSending { step });
                }
                Turn::After if sending.is_some_and(|sending| day < sending) => {
                    return Err(Refusal::PathBeforeSending { step });
                }
                _ if last.is_some_and(|last| day < last) => {
                    return Err(Refusal::PathBackwards { step });
                }
                Turn::Before | Turn::After => *last = Some(day),
            }
        }
        days.push(day);
    }
    Ok(days)
}

/// The day so many working days after another.
fn later(from: Date, days: u16) -> Date {
    (0..days).fold(from, |day, _| next_working_day(day))
}

impl Forum {
    pub const ALL: [Forum; 6] = [
        Forum::Department,
        Forum::PermanentLeaders,
        Forum::StandingCommittee,
        Forum::ExecutiveCommittee,
        Forum::Conference,
        Forum::Other,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Forum::Department => "department",
            Forum::PermanentLeaders => "permanent_leaders",
            Forum::StandingCommittee => "standing_committee",
            Forum::ExecutiveCommittee => "executive_committee",
            Forum::Conference => "conference",
            Forum::Other => "other",
        }
    }

    pub fn parse(name: &str) -> Option<Forum> {
        Forum::ALL.into_iter().find(|forum| forum.name() == name)
    }
}

impl Turn {
    pub fn name(self) -> &'static str {
        match self {
            Turn::Before => "before",
            Turn::After => "after",
        }
    }

    pub fn parse(name: &str) -> Option<Turn> {
        [Turn::Before, Turn::After].into_iter().find(|turn| turn.name() == name)
    }
}

#[cfg(test)]
mod tests;
