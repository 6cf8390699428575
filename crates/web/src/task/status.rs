use crate::ui::{Tag, Tone, Ui};
use crate::work::Timing;
use app::{AnswerKind, Answered, Party, Whom};
use domain::calendar;
use domain::task::{Due, Part};
use jiff::Timestamp;
use serde::Deserialize;
use words::time;

/// Where the part of a body in a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum TaskStatus {
    ToDo,
    /// Not answered, and so many days over.
    Overdue(i64),
    /// Done, so many days late; 0 in time.
    Done(i64),
    Confirmed(i64),
    Declined,
}

/// Days before the date from which it presses.
const SOON: i64 = 3;

impl Ui {
    /// The tag of a part in a task.
    pub fn task(&self, status: &TaskStatus) -> Tag {
        match *status {
            TaskStatus::ToDo => self.tag(Tone::Grey, self.say("task-to-do")),
            TaskStatus::Overdue(days) => {
                self.tag(Tone::Red, self.say("status-overdue").with("n", days))
            }
            TaskStatus::Done(0) => self.tag(Tone::Green, self.say("task-done")),
            TaskStatus::Done(days) => {
                self.tag(Tone::Orange, self.say("task-done-late").with("n", days))
            }
            TaskStatus::Confirmed(0) => self.tag(Tone::Green, self.say("task-confirmed")),
            TaskStatus::Confirmed(days) => {
                self.tag(Tone::Orange, self.say("task-confirmed-late").with("n", days))
            }
            TaskStatus::Declined => self.tag(Tone::Yellow, self.say("task-declined")),
        }
    }
}

pub(crate) fn status(due: &Due, answered: Option<Answered>, now: Timestamp) -> TaskStatus {
    match answered {
        Some(answered) => match answered.kind {
            AnswerKind::Done => TaskStatus::Done(answered.punctuality.days_late()),
            AnswerKind::Confirmed => TaskStatus::Confirmed(answered.punctuality.days_late()),
            AnswerKind::Declined => TaskStatus::Declined,
        },
        None => match due.judge(now).days_late() {
            0 => TaskStatus::ToDo,
            days => TaskStatus::Overdue(days),
        },
    }
}

/// How far the date is, and whether it presses; nothing where there is none.
pub(crate) fn time_left(
    ui: &Ui,
    due: &Due,
    answered: Option<Answered>,
    now: Timestamp,
) -> (String, Timing) {
    let Some(day) = due.day() else { return (String::new(), Timing::Ahead) };
    let words = time::distance(ui.lang, calendar::day(now), day);
    let timing = match (answered, calendar::days_until(now, day)) {
        (Some(_), _) => Timing::Over,
        (None, days) if days < 0 => Timing::Overdue,
        (None, days) if days <= SOON => Timing::Soon,
        (None, _) => Timing::Ahead,
    };
    (words, timing)
}

pub(crate) fn part_words(ui: &Ui, part: Part) -> String {
    match part {
        Part::Lead => ui.say("task-lead").to_string(),
        Part::Share => ui.say("task-share").to_string(),
    }
}

/// Who is in a task as one part, as the plan names them.
pub(crate) fn names(parties: &[Party], part: Part) -> String {
    let mut names: Vec<&str> = Vec::new();
    for party in parties.iter().filter(|party| party.part == part) {
        let name = match party.whom {
            Whom::Body(_) => &party.short,
            Whom::Open | Whom::Tier(_) => &party.name,
        };
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names.join(", ")
}
