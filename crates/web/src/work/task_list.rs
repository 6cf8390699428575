use super::CascadeCard;
use super::numbered;
use crate::amendment::{VersionCard, version_card};
use crate::campaign::Approved;
use crate::ui::{ItemState, Link, ReportStatus, TaskRow, Ui};
use app::work::TaskList;
use askama::Template;
use domain::campaign::Section;
use domain::own_part::Stage;
use serde::Deserialize;

/// The task list of a unit in a campaign: what, by when, to whom, what is missing.
#[derive(Template, Deserialize)]
#[template(path = "work/task_list.html")]
pub struct TaskListPage {
    pub ui: Ui,
    pub campaign: String,
    /// The plan it comes from: `Kế hoạch số 48/KH-LĐLĐ ngày 03/06/2024`.
    pub plan: Link,
    #[serde(default)]
    pub approved: Approved,
    pub body: String,
    /// The last day in time, with its weekday: `Thứ Năm 04/07/2024`.
    pub last_day: String,
    /// What the plan says in its own words: `trước ngày 05/7/2024`.
    #[serde(default)]
    pub stated: String,
    /// Between which days the unit holds its own review: `từ Thứ Hai … đến hết Thứ Năm …`.
    #[serde(default)]
    pub hold: String,
    /// What the unit is told beside, where it is asked otherwise than the others.
    #[serde(default)]
    pub note: String,
    /// `từ 01/10/2021`: the time of its own for which the unit reports; empty where it has none.
    #[serde(default)]
    pub term: String,
    /// `còn 3 ngày`, `quá hạn 2 ngày`.
    pub distance: String,
    pub timing: Timing,
    pub to: String,
    /// The organ through whom it goes; may be empty.
    #[serde(default)]
    pub desk: String,
    pub status: ReportStatus,
    /// What is to be acknowledged before anything else.
    #[serde(default)]
    pub receive: Option<ReceiveBanner>,
    #[serde(default)]
    pub returned: Option<ReturnedBanner>,
    /// The way of the report it goes into, a step each.
    #[serde(default)]
    pub path: Vec<String>,
    /// What the report that was sent lacks since, and how that is made good.
    #[serde(default)]
    pub lacking: Option<Lacking>,
    pub tasks: Vec<TaskRow>,
    pub done: usize,
    /// Where it is checked and sent; none while nothing may be sent any more.
    #[serde(default)]
    pub check: Option<Link>,
    /// The last receipt; none before the first sending.
    #[serde(default)]
    pub receipt: Option<Link>,
    /// What changed in the plan since it was issued, where anything did.
    #[serde(default)]
    pub versions: Option<Link>,
    /// The tasks of the campaign.
    pub given: Link,
    /// The documents of the campaign, where there are any.
    #[serde(default)]
    pub library: Option<Link>,
    /// That the unit had done its own part already: where it is declared, and how that stands.
    #[serde(default)]
    pub own_part: Option<Link>,
    #[serde(default)]
    pub own_part_stage: Option<Stage>,
    /// The report of the whole, for a unit with units below.
    #[serde(default)]
    pub report: Option<Link>,
    /// The own plan under this one, for a unit with units below that nobody asks yet.
    #[serde(default)]
    pub cascade: Option<CascadeCard>,
}

/// How the deadline stands, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Timing {
    Ahead,
    Soon,
    Overdue,
    /// Sent; the deadline no longer presses.
    Over,
}

/// That the unit has still to say that it received the plan, or what changed in it. Posts `version`.
#[derive(Clone, Debug, Deserialize)]
pub struct ReceiveBanner {
    pub action: String,
    /// The version of the plan that is shown.
    pub version: i64,
    pub title: String,
    pub help: String,
    /// What the button says.
    pub words: String,
    #[serde(default)]
    pub versions: Vec<VersionCard>,
}

/// What an amendment added after the report was sent.
#[derive(Clone, Debug, Deserialize)]
pub struct Lacking {
    /// `4. Bữa ăn ca đêm`.
    pub names: Vec<String>,
    pub how: String,
}

/// That the report came back, and where to begin.
#[derive(Clone, Debug, Deserialize)]
pub struct ReturnedBanner {
    /// Who returned it.
    pub by: String,
    /// `01/07/2024`.
    pub date: String,
    pub places: usize,
    /// Reasons about the report as a whole.
    #[serde(default)]
    pub whole: Vec<String>,
    /// The first place to mend.
    pub href: String,
}

impl TaskListPage {
    /// How many tasks there are, without those that may be left as they are.
    fn asked(&self) -> usize {
        self.tasks.iter().filter(|task| task.state != ItemState::Optional).count()
    }
}

impl Lacking {
    /// What the report as sent does not answer; nothing where that is all.
    pub(super) fn of(ui: &Ui, list: &TaskList) -> Option<Lacking> {
        let name = |section: &Section| numbered(&section.number, &section.title);
        let names: Vec<String> = list.lacking.iter().map(name).collect();
        let to = list.via.as_ref().or(list.receiver.as_ref())?;
        let how = ui.say("work-lacking-how").with("desk", to.as_str()).to_string();
        (!names.is_empty()).then_some(Lacking { names, how })
    }
}

impl ReceiveBanner {
    /// What a unit has still to read; nothing for the issuer, whose own plan it is.
    pub(super) fn of(ui: &Ui, list: &TaskList) -> Option<ReceiveBanner> {
        let issuer = list.campaign.unit == list.assignment.body;
        if issuer || list.read >= list.due {
            return None;
        }
        let (title, help, words) = match list.read {
            0 => ("received-ask", "received-ask-help", "received-ask-do"),
            _ if list.assignment.stage.writable().is_err() => {
                ("received-change", "received-change-sent", "received-change-do")
            }
            _ => ("received-change", "received-change-help", "received-change-do"),
        };
        Some(ReceiveBanner {
            action: format!("/work/{}/received", list.campaign.id),
            version: list.campaign.plan_version,
            title: ui.say(title).to_string(),
            help: ui.say(help).to_string(),
            words: ui.say(words).to_string(),
            versions: list.changed.iter().map(|version| version_card(ui, version)).collect(),
        })
    }
}
