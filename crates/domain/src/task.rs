//! Tasks (việc được giao): what the duties of a plan lay upon bodies, beside the report.

use crate::campaign::{Deadline, Punctuality};
use crate::text::Text;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a body is in a task (vai trò trong việc).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Answers for it and brings the result (chủ trì).
    Lead,
    /// Does a share of it and says so (phối hợp).
    Share,
}

/// By when a task is to be done (thời hạn), and how that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    None,
    /// The plan says so, in these words.
    Stated {
        day: Date,
        words: String,
    },
    /// Worked out from another date of the plan, told in its words; to be confirmed.
    Proposed {
        day: Date,
        words: String,
    },
    /// Its officer chose it.
    Chosen {
        day: Date,
    },
}

/// What a body says of its part (kết quả thực hiện). Kept version by version, never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The lead has done it; the document that came of it, as far as there is one.
    Done { number: String, day: Option<Date>, words: String },
    /// A coordinating body has done its share.
    Confirmed { words: String },
    /// A coordinating body does no share, and why.
    Declined { why: String },
}

/// Why something about a task cannot be done (lý do từ chối).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// A task says what is to be done.
    WhatMissing,
    TextTooLong,
    /// Nobody leads it.
    LeadMissing,
    /// A body would be in one task twice.
    BodyTwice,
    DayUnreadable,
    /// A lead marks done; a coordinating body confirms or declines.
    NotYourPart,
    /// Something must show that it was done: a number, a file, or words.
    ResultMissing,
    ReasonMissing,
    TooMany,
}

/// The longest text that is taken, in characters.
pub const TEXT_LENGTH_MAX: usize = 2_000;
/// How many tasks a campaign takes, and how many bodies a task.
pub const TASKS_MAX: usize = 100;
pub const PARTIES_MAX: usize = 8;

impl Due {
    pub fn day(&self) -> Option<Date> {
        match self {
            Due::None => None,
            Due::Stated { day, .. } | Due::Proposed { day, .. } | Due::Chosen { day } => Some(*day),
        }
    }

    /// The words of the plan it rests on; empty where there are none.
    pub fn words(&self) -> &str {
        match self {
            Due::Stated { words, .. } | Due::Proposed { words, .. } => words,
            Due::None | Due::Chosen { .. } => "",
        }
    }

    pub fn name(&self) -> &'static str {
        match self {
            Due::None => "none",
            Due::Stated { .. } => "stated",
            Due::Proposed { .. } => "proposed",
            Due::Chosen { .. } => "chosen",
        }
    }

    /// Reads what is stored; `None` where it does not hang together.
    pub fn restore(name: &str, day: Option<Date>, words: String) -> Option<Due> {
        match (name, day) {
            ("none", None) => Some(Due::None),
            ("stated", Some(day)) => Some(Due::Stated { day, words }),
            ("proposed", Some(day)) => Some(Due::Proposed { day, words }),
            ("chosen", Some(day)) => Some(Due::Chosen { day }),
            _ => None,
        }
    }

    /// The day as its officer leaves it: the same day that the plan states stays stated, a proposal
    /// that is kept becomes a choice.
    pub fn choose(self, day: Option<Date>) -> Due {
        match (day, self) {
            (None, _) => Due::None,
            (Some(day), Due::Stated { day: stated, words }) if day == stated => {
                Due::Stated { day, words }
            }
            (Some(day), _) => Due::Chosen { day },
        }
    }

    /// How an answer at `at` stands to it; a task without a date is never late.
    pub fn judge(&self, at: Timestamp) -> Punctuality {
        match self.day() {
            Some(last_day) => Deadline { version: 1, last_day }.judge(at),
            None => Punctuality::OnTime,
        }
    }
}

impl Answer {
    /// The answer a body of this part may give, with what it needs. A file that comes along shows
    /// the result too.
    pub fn check(self, part: Part, shown: Shown) -> Result<Answer, Refusal> {
        match (&self, part) {
            (Answer::Done { .. }, Part::Lead) => {}
            (Answer::Confirmed { .. } | Answer::Declined { .. }, Part::Share) => {}
            _ => return Err(Refusal::NotYourPart),
        }
        let answer = self.cleaned()?;
        match &answer {
            Answer::Done { number, words, .. }
                if shown == Shown::Nothing && number.is_empty() && words.is_empty() =>
            {
                Err(Refusal::ResultMissing)
            }
            Answer::Declined { why } if why.is_empty() => Err(Refusal::ReasonMissing),
            _ => Ok(answer),
        }
    }

    pub fn name(&self) -> &'static str {
        match self {
            Answer::Done { .. } => "done",
            Answer::Confirmed { .. } => "confirmed",
            Answer::Declined { .. } => "declined",
        }
    }

    fn cleaned(self) -> Result<Answer, Refusal> {
        Ok(match self {
            Answer::Done { number, day, words } => {
                Answer::Done { number: text(&number)?, day, words: text(&words)? }
            }
            Answer::Confirmed { words } => Answer::Confirmed { words: text(&words)? },
            Answer::Declined { why } => Answer::Declined { why: text(&why)? },
        })
    }
}

/// Whether a file comes along with an answer (có tệp kèm không).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Nothing,
    File,
}

impl Part {
    pub fn name(self) -> &'static str {
        match self {
            Part::Lead => "lead",
            Part::Share => "share",
        }
    }

    pub fn parse(name: &str) -> Option<Part> {
        [Part::Lead, Part::Share].into_iter().find(|part| part.name() == name)
    }
}

impl Refusal {
    /// The key of the sentence that says what to do.
    pub fn key(self) -> &'static str {
        match self {
            Refusal::WhatMissing => "refusal-task-what-missing",
            Refusal::TextTooLong => "refusal-task-text-too-long",
            Refusal::LeadMissing => "refusal-task-lead-missing",
            Refusal::BodyTwice => "refusal-task-body-twice",
            Refusal::DayUnreadable => "refusal-campaign-deadline-unreadable",
            Refusal::NotYourPart => "refusal-task-not-your-part",
            Refusal::ResultMissing => "refusal-task-result-missing",
            Refusal::ReasonMissing => "refusal-task-reason-missing",
            Refusal::TooMany => "refusal-task-too-many",
        }
    }
}

/// Words as they are kept, refused where they are too long.
pub fn text(raw: &str) -> Result<String, Refusal> {
    let text = Text::new(raw).into_string();
    if text.chars().count() > TEXT_LENGTH_MAX {
        return Err(Refusal::TextTooLong);
    }
    Ok(text)
}

#[cfg(test)]
mod tests;
