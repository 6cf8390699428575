//! How a report stands, in the words and colours every page uses.

use crate::ui::{ReportStatus, Ui};
use crate::work::Timing;
use app::{Assignment, Submission};
use domain::calendar;
use domain::own_part;
use domain::submission::Stage;
use jiff::Timestamp;
use words::time;

/// Days before the deadline from which it presses.
const SOON: i64 = 3;

/// Where the report of an assignment stands, as others see it: a draft is nobody's business.
pub fn status(assignment: &Assignment, now: Timestamp) -> ReportStatus {
    match assignment.stage {
        _ if !assignment.asked => ReportStatus::Exempt,
        _ if assignment.own_part == Some(own_part::Stage::Whole) => ReportStatus::Received,
        Stage::Submitted { version: 1, .. } => ReportStatus::Submitted,
        Stage::Submitted { .. } => ReportStatus::SubmittedAgain,
        Stage::Returned { .. } => ReportStatus::Returned,
        Stage::Received { .. } => ReportStatus::Received,
        Stage::Drafting => match days_left(assignment, now) {
            Some(days) if days < 0 => ReportStatus::Overdue(-days),
            _ => ReportStatus::NotStarted,
        },
    }
}

/// How far the deadline is, and whether it presses.
pub fn time_left(ui: &Ui, assignment: &Assignment, now: Timestamp) -> (String, Timing) {
    let Some(deadline) = assignment.deadline else { return (String::new(), Timing::Over) };
    let words = time::distance(ui.lang, calendar::day(now), deadline.last_day);
    let timing = match (assignment.stage.writable(), days_left(assignment, now)) {
        (Err(_), _) => Timing::Over,
        (Ok(()), Some(days)) if days < 0 => Timing::Overdue,
        (Ok(()), Some(days)) if days <= SOON => Timing::Soon,
        _ => Timing::Ahead,
    };
    (words, timing)
}

/// `lần 2, 09:12 ngày 03/07/2024`.
pub fn received_line(ui: &Ui, submission: &Submission) -> String {
    let at = time::moment(ui.lang, calendar::local(submission.received_at));
    ui.say("version-sent").with("version", submission.version).with("at", at).to_string()
}

fn days_left(assignment: &Assignment, now: Timestamp) -> Option<i64> {
    Some(calendar::days_until(now, assignment.deadline?.last_day))
}
