//! A campaign (đợt): one issued plan at work, who is asked, and by when.

mod approval;
mod cascade;
mod dates;
pub mod outline;
mod path;
mod title;
mod variant;

pub use approval::{Approval, ApprovalAct, NextStep, Numbering, PlanNumber, plan_day};
pub use cascade::{Carried, carried, follow_above, in_time_for, keep_inherited, proposed_last_day};
pub use dates::{
    CampaignDates, DateWarning, TierDates, WORKING_DAYS_MIN, last_working_day, lead_time,
    look_at_dates, next_working_day,
};
pub use outline::{Need, NewSection, Owner, Section};
pub use path::{Forum, StepTime, Turn, lay_path};
pub use title::{TITLE_LENGTH_MAX, line, title};
pub use variant::taken_out;

use crate::calendar;
use crate::id::BodyId;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Where a campaign stands (trạng thái của đợt).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Being set up; nobody but its author sees it (đang chuẩn bị).
    Preparing,
    /// At work: outline, figures and units are frozen (đang thực hiện).
    Issued { at: Timestamp },
}

/// Whether the day named in `trước ngày D` still counts (ngày nêu trong kế hoạch có tính không).
///
/// The author chooses once per campaign; there is no default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatedDay {
    /// D itself is still in time.
    Counts,
    /// The day before D is the last.
    Excluded,
}

/// The day by which a report goes (hạn gửi), in the version of the rule in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    pub version: i64,
    /// The last day that is in time.
    pub last_day: Date,
}

/// How a report stood to its deadline when it came (đúng hạn hay muộn). Never worked out again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Punctuality {
    OnTime,
    /// Whole days after the last day, from 1.
    Late {
        days: i64,
    },
}

/// The most units of one exception (số đơn vị tối đa của một trường hợp riêng): what is larger is a
/// group of its own in the tree, or two.
pub const EXCEPTION_UNITS_MAX: usize = 400;

/// To whom the reports of a tier go (nơi nhận).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Destination {
    /// The unit directly above.
    Parent,
    /// The unit that issued the plan, past whatever lies between.
    Issuer,
    /// A unit named, which lies above the senders.
    Unit(BodyId),
}

/// A unit as it stands in the tree pinned at issue (đơn vị trong đợt).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pinned {
    pub body: BodyId,
    /// Position in depth-first order; the subtree is `lo..hi`.
    pub lo: u32,
    pub hi: u32,
}

/// Why a campaign cannot be set up or issued so (lý do chưa phát hành được).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    AlreadyIssued,
    AlreadyCreated,
    OutlineEmpty,
    OutlineUnconfirmed,
    OutlineNumberTwice,
    FiguresWrong,
    IndicatorTwice,
    NoUnits,
    DeadlineMissing,
    DeadlineUnreadable,
    /// Several documents of the uploaded file are plans.
    PlanOpen,
    StatedDayOpen,
    DestinationOpen,
    DeskMissing,
    /// The desk at which reports arrive does not report to itself.
    DeskReports,
    TitleMissing,
    TitleTooLong,
    /// An uploaded file beyond what is taken.
    FileTooLarge,
    AlreadyAsked,
    AlreadyApproved,
    NotAwaitingApproval,
    NothingToWithdraw,
    ApprovalMissing,
    ApprovalLapsed,
    ApprovalWordsMissing,
    ApprovalWordsTooLong,
    /// Signed on paper, and no file of it was uploaded.
    PaperMissing,
    SignerMissing,
    NumberBeforeApproval,
    NumberMissing,
    NumberUnreadable,
    NumberDayMissing,
    /// More than a month ahead.
    NumberDayAhead,
    /// Another plan of the unit has this number in this year.
    NumberTaken,
    /// A deadline is put off only once units have it.
    NotIssued,
    PutOffReasonMissing,
    /// A review that ends before it begins.
    HoldBackwards,
    /// Nothing that is in time today may become late.
    DeadlinePassed,
    SameDeadline,
    PathStepWordless,
    PathTooLong,
    /// A step of the way, by position, is over only after the report has gone up.
    PathAfterSending {
        step: usize,
    },
    /// One that comes after sending is before it.
    PathBeforeSending {
        step: usize,
    },
    /// One is before the step it follows.
    PathBackwards {
        step: usize,
    },
    TemplateUnknown,
    TemplateNameMissing,
    ExceptionNameless,
    /// A time of its own in which no figure is asked.
    OwnTermOutside,
    /// Another exception has this name.
    ExceptionNameTaken,
    ExceptionEmpty,
    /// More units than one exception holds.
    ExceptionTooLarge,
    /// A unit that is in another exception already.
    UnitTwice,
    /// The unit named as receiver does not lie above every sender.
    ReceiverNotAbove,
    /// The plan above names several days for reports of this level, or none.
    OwnDayOpen,
    /// Below the unit there is nobody who could be asked.
    NothingBelow,
    /// A section taken over from the plan above is gone, moved or worded otherwise.
    InheritedChanged,
    /// The plan above has changed, and what binds of that is not taken over.
    AboveChanged,
    /// Everything the plan above says is taken over, or answered.
    AboveFollowed,
    /// What binds cannot be declined.
    AboveBinds,
    DeclineReasonMissing,
    /// The plan above does not ask the unit any more.
    NotAskedAbove,
    /// Lower reports are due on `day`, after the own report (`duty`).
    AfterDuty {
        day: Date,
        duty: Date,
    },
    /// More units of one change than are told at once.
    ChangeTooLarge,
    /// A unit that does not report.
    UnitNotAsked,
    /// Units that report are asked no section at all.
    VariantEmpty,
    /// More changes of the outlines by group than are kept at once.
    VariantTooLarge,
}

impl Refusal {
    /// The key of the sentence that says what to do.
    pub fn key(self) -> &'static str {
        match self {
            Refusal::AlreadyIssued => "refusal-campaign-already-issued",
            Refusal::AlreadyCreated => "refusal-campaign-already-created",
            Refusal::OutlineEmpty => "refusal-campaign-outline-empty",
            Refusal::OutlineUnconfirmed => "refusal-campaign-outline-unconfirmed",
            Refusal::OutlineNumberTwice => "refusal-campaign-outline-number-twice",
            Refusal::FiguresWrong => "refusal-campaign-figures-wrong",
            Refusal::IndicatorTwice => "refusal-campaign-indicator-twice",
            Refusal::NoUnits => "refusal-campaign-no-units",
            Refusal::DeadlineMissing => "refusal-campaign-deadline-missing",
            Refusal::DeadlineUnreadable => "refusal-campaign-deadline-unreadable",
            Refusal::PlanOpen => "refusal-campaign-plan-open",
            Refusal::StatedDayOpen => "refusal-campaign-stated-day-open",
            Refusal::DestinationOpen => "refusal-campaign-destination-open",
            Refusal::DeskReports => "refusal-campaign-desk-reports",
            Refusal::DeskMissing => "refusal-campaign-desk-missing",
            Refusal::TitleMissing => "refusal-campaign-title-missing",
            Refusal::TitleTooLong => "refusal-campaign-title-too-long",
            Refusal::FileTooLarge => "unreadable-too-large",
            Refusal::AlreadyAsked => "refusal-campaign-already-asked",
            Refusal::AlreadyApproved => "refusal-campaign-already-approved",
            Refusal::NotAwaitingApproval => "refusal-campaign-not-awaiting-approval",
            Refusal::NothingToWithdraw => "refusal-campaign-nothing-to-withdraw",
            Refusal::ApprovalMissing => "refusal-campaign-approval-missing",
            Refusal::ApprovalLapsed => "refusal-campaign-approval-lapsed",
            Refusal::ApprovalWordsMissing => "refusal-campaign-approval-words-missing",
            Refusal::ApprovalWordsTooLong => "refusal-campaign-approval-words-too-long",
            Refusal::PaperMissing => "refusal-campaign-paper-missing",
            Refusal::SignerMissing => "refusal-campaign-signer-missing",
            Refusal::NumberBeforeApproval => "refusal-campaign-number-before-approval",
            Refusal::NumberMissing => "refusal-campaign-number-missing",
            Refusal::NumberUnreadable => "refusal-campaign-number-unreadable",
            Refusal::NumberDayMissing => "refusal-campaign-number-day-missing",
            Refusal::NumberDayAhead => "refusal-campaign-number-day-ahead",
            Refusal::NumberTaken => "refusal-campaign-number-taken",
            Refusal::NotIssued => "refusal-campaign-not-issued",
            Refusal::HoldBackwards => "refusal-campaign-hold-backwards",
            Refusal::PutOffReasonMissing => "refusal-campaign-put-off-reason-missing",
            Refusal::DeadlinePassed => "refusal-campaign-deadline-passed",
            Refusal::SameDeadline => "refusal-campaign-same-deadline",
            Refusal::PathStepWordless => "refusal-campaign-path-step-wordless",
            Refusal::PathTooLong => "refusal-campaign-path-too-long",
            Refusal::PathAfterSending { .. } => "refusal-campaign-path-after-sending",
            Refusal::PathBeforeSending { .. } => "refusal-campaign-path-before-sending",
            Refusal::PathBackwards { .. } => "refusal-campaign-path-backwards",
            Refusal::TemplateUnknown => "refusal-campaign-template-unknown",
            Refusal::TemplateNameMissing => "refusal-campaign-template-name-missing",
            Refusal::OwnTermOutside => "refusal-campaign-own-term-outside",
            Refusal::ExceptionNameless => "refusal-campaign-exception-nameless",
            Refusal::ExceptionNameTaken => "refusal-campaign-exception-name-taken",
            Refusal::ExceptionEmpty => "refusal-campaign-exception-empty",
            Refusal::ExceptionTooLarge => "refusal-campaign-exception-too-large",
            Refusal::UnitTwice => "refusal-campaign-unit-twice",
            Refusal::ChangeTooLarge => "refusal-campaign-change-too-large",
            Refusal::UnitNotAsked => "refusal-campaign-unit-not-asked",
            Refusal::VariantEmpty => "refusal-campaign-variant-empty",
            Refusal::VariantTooLarge => "refusal-campaign-variant-too-large",
            Refusal::ReceiverNotAbove => "refusal-campaign-receiver-not-above",
            Refusal::OwnDayOpen => "refusal-campaign-own-day-open",
            Refusal::NothingBelow => "refusal-campaign-nothing-below",
            Refusal::InheritedChanged => "refusal-campaign-inherited-changed",
            Refusal::AboveChanged => "refusal-campaign-above-changed",
            Refusal::AboveFollowed => "refusal-campaign-above-followed",
            Refusal::AboveBinds => "refusal-campaign-above-binds",
            Refusal::DeclineReasonMissing => "refusal-campaign-decline-reason-missing",
            Refusal::NotAskedAbove => "refusal-campaign-not-asked-above",
            Refusal::AfterDuty { .. } => "refusal-campaign-after-duty",
        }
    }
}

impl Refusal {
    /// The two days its sentence names, where it names any: what is set, and what it must not pass.
    pub fn days(self) -> Option<(Date, Date)> {
        match self {
            Refusal::AfterDuty { day, duty } => Some((day, duty)),
            _ => None,
        }
    }
}

impl Stage {
    /// Passes while the campaign may still be changed.
    pub fn preparing(self) -> Result<(), Refusal> {
        match self {
            Stage::Preparing => Ok(()),
            Stage::Issued { .. } => Err(Refusal::AlreadyIssued),
        }
    }

    /// Issues the campaign (phát hành).
    pub fn issue(self, at: Timestamp) -> Result<Stage, Refusal> {
        self.preparing().map(|()| Stage::Issued { at })
    }
}

impl StatedDay {
    pub fn name(self) -> &'static str {
        match self {
            StatedDay::Counts => "counts",
            StatedDay::Excluded => "excluded",
        }
    }

    pub fn parse(name: &str) -> Option<StatedDay> {
        [StatedDay::Counts, StatedDay::Excluded].into_iter().find(|day| day.name() == name)
    }

    /// The last day in time for `trước ngày stated`.
    pub fn last_day(self, stated: Date) -> Date {
        match self {
            StatedDay::Counts => stated,
            StatedDay::Excluded => stated.yesterday().unwrap_or(stated),
        }
    }
}

impl Destination {
    /// As it is kept: a word, or the id of the unit named.
    pub fn name(self) -> String {
        match self {
            Destination::Parent => "parent".to_owned(),
            Destination::Issuer => "issuer".to_owned(),
            Destination::Unit(unit) => unit.to_string(),
        }
    }

    pub fn parse(name: &str) -> Option<Destination> {
        match name {
            "parent" => Some(Destination::Parent),
            "issuer" => Some(Destination::Issuer),
            unit => unit.parse().ok().map(Destination::Unit),
        }
    }

    /// The unit that receives what a unit under `parent` sends, in a campaign of `issuer`.
    pub fn receiver(self, parent: Option<BodyId>, issuer: BodyId) -> Option<BodyId> {
        match self {
            Destination::Parent => parent,
            Destination::Issuer => Some(issuer),
            Destination::Unit(unit) => Some(unit),
        }
    }
}

impl Deadline {
    /// Judges what was received at `received`; the one place where lateness is decided.
    pub fn judge(self, received: Timestamp) -> Punctuality {
        if received < calendar::end_of(self.last_day) {
            return Punctuality::OnTime;
        }
        Punctuality::Late { days: -calendar::days_until(received, self.last_day) }
    }
}

impl Punctuality {
    /// Days late, 0 when in time.
    pub fn days_late(self) -> i64 {
        match self {
            Punctuality::OnTime => 0,
            Punctuality::Late { days } => days,
        }
    }

    pub fn from_days_late(days: i64) -> Punctuality {
        if days > 0 { Punctuality::Late { days } } else { Punctuality::OnTime }
    }
}

#[cfg(test)]
mod tests;
