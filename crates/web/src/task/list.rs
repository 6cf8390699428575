use super::TaskStatus;
use super::status::{names, part_words, status, time_left};
use crate::site::{Answer, Path, Visitor};
use crate::ui::{NavEntry, Ui};
use app::Seen;
use app::task::{ListTasks, TaskLine, TasksView};
use askama::Template;
use domain::id::CampaignId;
use domain::task::Part;
use serde::Deserialize;
use words::time;

/// The tasks of a campaign that concern the seat.
#[derive(Template, Deserialize)]
#[template(path = "task/list.html")]
pub struct TasksPage {
    pub ui: Ui,
    pub campaign: String,
    /// The task list of the report.
    pub back: String,
    pub tasks: Vec<TaskLineRow>,
}

/// A task with how far it is.
#[derive(Clone, Debug, Deserialize)]
pub struct TaskLineRow {
    pub what: String,
    pub href: String,
    /// `hết Thứ Sáu 04/04/2031`; empty where no day is set.
    #[serde(default)]
    pub day: String,
    #[serde(default)]
    pub distance: String,
    /// The names of those who lead, and of those who share.
    pub lead: String,
    #[serde(default)]
    pub share: String,
    /// What the own body is in it, and how far; nothing where it only looks over others.
    #[serde(default)]
    pub part: String,
    #[serde(default)]
    pub status: Option<TaskStatus>,
    /// `3/21 nơi chủ trì đã xong`; empty where the seat looks over none.
    #[serde(default)]
    pub count: String,
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ListTasks { campaign }).await?;
    let ui = visitor.ui(&scope, NavEntry::Work);
    let page = TasksPage {
        campaign: view.title.clone(),
        back: format!("/work/{campaign}"),
        tasks: view.tasks.iter().map(|line| row(&ui, campaign, &view, line)).collect(),
        ui,
    };
    visitor.show(&page)
}

fn row(ui: &Ui, campaign: CampaignId, view: &TasksView, line: &TaskLine) -> TaskLineRow {
    let answered = line.own.and_then(|(_, answered)| answered);
    let due = &line.task.due;
    let day = due.day().map(|day| time::long_date(ui.lang, day));
    TaskLineRow {
        what: line.task.what.clone(),
        href: format!("/tasks/{campaign}/{}", line.task.id),
        day: day.map(|day| ui.say("work-end-of").with("day", day).to_string()).unwrap_or_default(),
        distance: time_left(ui, due, answered, view.now).0,
        lead: names(&line.parties, Part::Lead),
        share: names(&line.parties, Part::Share),
        part: line.own.map(|(part, _)| part_words(ui, part)).unwrap_or_default(),
        status: line.own.map(|(_, answered)| status(due, answered, view.now)),
        count: count_words(ui, &line.count),
    }
}

/// `3/21 nơi chủ trì đã xong; 1/2 nơi phối hợp đã xác nhận`.
pub(super) fn count_words(ui: &Ui, count: &[(Part, app::PartCount)]) -> String {
    let words = |(part, count): &(Part, app::PartCount)| {
        let phrase = match part {
            Part::Lead => ui.say("task-count-lead"),
            Part::Share => ui.say("task-count-share"),
        };
        phrase.with("n", count.done).with("of", count.of).to_string()
    };
    count.iter().map(words).collect::<Vec<_>>().join("; ")
}
