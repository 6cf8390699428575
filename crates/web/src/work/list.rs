use crate::task::TaskStatus;
use crate::ui::{ReportStatus, Ui};
use askama::Template;
use serde::Deserialize;

/// "Việc của tôi": everything that waits for the acting seat, by deadline.
#[derive(Template, Deserialize)]
#[template(path = "work/list.html")]
pub struct WorkListPage {
    pub ui: Ui,
    /// The unit in full.
    pub body: String,
    /// Today with its weekday: `Thứ Hai 01/07/2024`.
    pub today: String,
    /// In the order of urgency; empty groups are left out.
    pub groups: Vec<WorkGroup>,
}

/// Cards under one heading.
#[derive(Clone, Debug, Deserialize)]
pub struct WorkGroup {
    pub urgency: Urgency,
    pub cards: Vec<WorkCard>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Urgency {
    Overdue,
    Returned,
    Soon,
    Later,
    Done,
}

/// One thing to do, with its deadline.
#[derive(Clone, Debug, Deserialize)]
pub struct WorkCard {
    /// The campaign or the act: `Báo cáo: Tổng kết …`.
    pub name: String,
    pub href: String,
    /// `Thứ Năm`; empty without a deadline.
    #[serde(default)]
    pub weekday: String,
    /// `04/07/2024`.
    #[serde(default)]
    pub date: String,
    /// `còn 3 ngày`.
    #[serde(default)]
    pub distance: String,
    /// To whom it goes and through which desk.
    #[serde(default)]
    pub to: String,
    /// What is missing: `Còn 3 việc: …`.
    #[serde(default)]
    pub missing: String,
    #[serde(default)]
    pub status: Option<ReportStatus>,
    /// Where the own part in a task stands.
    #[serde(default)]
    pub task: Option<TaskStatus>,
}

impl Urgency {
    fn key(self) -> &'static str {
        match self {
            Urgency::Overdue => "work-overdue",
            Urgency::Returned => "work-returned",
            Urgency::Soon => "work-soon",
            Urgency::Later => "work-later",
            Urgency::Done => "work-done",
        }
    }

    fn class(self) -> &'static str {
        match self {
            Urgency::Overdue => "overdue",
            Urgency::Returned => "returned",
            Urgency::Soon => "soon",
            Urgency::Later => "",
            Urgency::Done => "done",
        }
    }
}
