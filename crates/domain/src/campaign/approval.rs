//! The approval of a plan (duyệt kế hoạch): nothing is issued before it was approved, or said why not.

use super::{Refusal, Stage};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What somebody did about the approval of a plan (việc trình, duyệt).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalAct {
    /// The officer laid it before the leader (trình duyệt).
    Asked,
    /// The leader approved (duyệt).
    Given,
    /// The leader sent it back with words (trả lại).
    SentBack,
    /// The officer stated that it was signed on paper (đã ký trên giấy).
    OnPaper,
    /// The officer gave the reason for issuing without approval (phát hành khi chưa duyệt).
    Waived,
    /// What was asked or stated was taken back (rút lại).
    Withdrawn,
    /// The office gave it number and date (cấp số). Approval stays as it was.
    Numbered,
}

/// Where the approval of a plan stands (tình trạng duyệt).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Approval {
    /// Nobody was asked (chưa trình).
    Open,
    /// It lies before the leader (chờ duyệt).
    Asked,
    /// Approved here (đã duyệt).
    Given,
    /// Signed on paper, as its officer stated (đã ký trên giấy).
    OnPaper,
    SentBack,
    /// To be issued, or issued, without (chưa duyệt, có lý do).
    Waived,
    /// The set-up was changed after something was asked or said (đã sửa sau khi trình).
    Lapsed,
}

impl ApprovalAct {
    pub const ALL: [ApprovalAct; 7] = [
        ApprovalAct::Asked,
        ApprovalAct::Given,
        ApprovalAct::SentBack,
        ApprovalAct::OnPaper,
        ApprovalAct::Waived,
        ApprovalAct::Withdrawn,
        ApprovalAct::Numbered,
    ];

    pub fn name(self) -> &'static str {
        match self {
            ApprovalAct::Asked => "asked",
            ApprovalAct::Given => "given",
            ApprovalAct::SentBack => "sent_back",
            ApprovalAct::OnPaper => "on_paper",
            ApprovalAct::Waived => "waived",
            ApprovalAct::Withdrawn => "withdrawn",
            ApprovalAct::Numbered => "numbered",
        }
    }

    pub fn parse(name: &str) -> Option<ApprovalAct> {
        ApprovalAct::ALL.into_iter().find(|act| act.name() == name)
    }
}

impl Approval {
    /// Where it stands after `newest`, the newest act but numbering with the `rev` of the set-up it
    /// was about, now that the set-up is at `rev`. Any change of the set-up drops what was said.
    pub fn of(newest: Option<(ApprovalAct, i64)>, rev: i64) -> Approval {
        match newest {
            None | Some((ApprovalAct::Withdrawn | ApprovalAct::Numbered, _)) => Approval::Open,
            Some((_, about)) if about != rev => Approval::Lapsed,
            Some((ApprovalAct::Asked, _)) => Approval::Asked,
            Some((ApprovalAct::Given, _)) => Approval::Given,
            Some((ApprovalAct::SentBack, _)) => Approval::SentBack,
            Some((ApprovalAct::OnPaper, _)) => Approval::OnPaper,
            Some((ApprovalAct::Waived, _)) => Approval::Waived,
        }
    }

    /// True where somebody entitled to approved, here or on paper.
    pub fn is_given(self) -> bool {
        matches!(self, Approval::Given | Approval::OnPaper)
    }

    /// Passes where `act` may follow.
    ///
    /// # Errors
    /// Why it may not. Once the campaign is issued only a missing approval can be made good.
    pub fn allow(self, act: ApprovalAct, stage: Stage) -> Result<(), Refusal> {
        let issued = stage != Stage::Preparing;
        match act {
            ApprovalAct::Asked if self == Approval::Asked => Err(Refusal::AlreadyAsked),
            ApprovalAct::Asked | ApprovalAct::OnPaper | ApprovalAct::Waived if self.is_given() => {
                Err(Refusal::AlreadyApproved)
            }
            ApprovalAct::Waived if issued => Err(Refusal::AlreadyIssued),
            ApprovalAct::Asked | ApprovalAct::OnPaper | ApprovalAct::Waived => Ok(()),
            ApprovalAct::Given | ApprovalAct::SentBack if self == Approval::Asked => Ok(()),
            ApprovalAct::Given | ApprovalAct::SentBack => Err(Refusal::NotAwaitingApproval),
            ApprovalAct::Withdrawn => match self {
                Approval::Asked => Ok(()),
                Approval::Given | Approval::OnPaper | Approval::Waived if issued => {
                    Err(Refusal::AlreadyIssued)
                }
                Approval::Given | Approval::OnPaper | Approval::Waived => Ok(()),
                Approval::Open | Approval::SentBack | Approval::Lapsed => {
                    Err(Refusal::NothingToWithdraw)
                }
            },
            ApprovalAct::Numbered if self.is_given() => Ok(()),
            ApprovalAct::Numbered => Err(Refusal::NumberBeforeApproval),
        }
    }

    /// What its officers do next, now that the leader has spoken; `None` while that is the leader's, or
    /// while they are still at the set-up.
    pub fn next(self, number: Numbering) -> Option<NextStep> {
        match (self, number) {
            (Approval::Given | Approval::OnPaper, Numbering::Open) => Some(NextStep::Number),
            (Approval::Given | Approval::OnPaper, Numbering::Registered) => Some(NextStep::Issue),
            (Approval::Waived, _) => Some(NextStep::Issue),
            (Approval::SentBack, _) => Some(NextStep::Mend),
            (Approval::Open | Approval::Asked | Approval::Lapsed, _) => None,
        }
    }

    /// Passes where a plan so approved, with its number given or not, may be issued.
    ///
    /// # Errors
    /// What is missing. Without approval there is no number; the reason stands for both.
    pub fn release(self, number: Numbering) -> Result<(), Refusal> {
        match (self, number) {
            (Approval::Waived, _)
            | (Approval::Given | Approval::OnPaper, Numbering::Registered) => Ok(()),
            (Approval::Given | Approval::OnPaper, Numbering::Open) => Err(Refusal::NumberMissing),
            (Approval::Lapsed, _) => Err(Refusal::ApprovalLapsed),
            (Approval::Open | Approval::Asked | Approval::SentBack, _) => {
                Err(Refusal::ApprovalMissing)
            }
        }
    }
}

/// Whether the plan has its number in the unit's register (đã cấp số chưa).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    Open,
    Registered,
}

/// What is to be done with a plan after its leader has spoken (việc tiếp theo của kế hoạch).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// The office gives number and day (cấp số).
    Number,
    Issue,
    /// It came back with words (bị trả lại).
    Mend,
}

/// Number and symbol of a plan (số, ký hiệu): begins with a digit, no blanks, plain hyphen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanNumber(String);

const NUMBER_LENGTH_MAX: usize = 60;

/// How many days ahead a plan may be dated.
const DAYS_AHEAD_MAX: i64 = 31;

/// Passes where a plan may bear `day` as its day of issue (ngày ban hành).
///
/// # Errors
/// [`Refusal::NumberDayAhead`] where that is more than a month ahead: a slip of the year, mostly.
pub fn plan_day(day: Date, today: Date) -> Result<(), Refusal> {
    let last = today.saturating_add(jiff::Span::new().days(DAYS_AHEAD_MAX));
    if day > last { Err(Refusal::NumberDayAhead) } else { Ok(()) }
}

impl PlanNumber {
    /// Reads what was typed; blanks go, long dashes become hyphens, the Icelandic Ð a Đ.
    ///
    /// # Errors
    /// [`Refusal::NumberUnreadable`] where it does not begin with a digit or is too long.
    pub fn parse(typed: &str) -> Result<PlanNumber, Refusal> {
        let text = crate::text::Text::new(typed).into_string();
        let number: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| if matches!(c, '–' | '—' | '‐' | '‑') { '-' } else { c })
            .collect();
        let begins = number.starts_with(|c: char| c.is_ascii_digit());
        if begins && number.chars().count() <= NUMBER_LENGTH_MAX {
            Ok(PlanNumber(number))
        } else {
            Err(Refusal::NumberUnreadable)
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests;
