use super::TaskStatus;
use super::duties::from;
use super::list::count_words;
use super::status::{names, part_words, status, time_left};
use crate::library::{file_words, kept};
use crate::plan::typed_day;
use crate::site::{Answer, Path, Posted, Query, Trouble, Visitor, download};
use crate::ui::{Entry, Link, Mistake, NavEntry, Pages, Ui};
use app::task::{AnswerTask, BODIES_PER_PAGE, FindResult, ShowTask, Standing, TaskView};
use app::{AnswerRow, BodyRow, Scope, Seen};
use askama::Template;
use domain::calendar;
use domain::id::{BodyId, CampaignId, TaskId};
use domain::task::{Answer as Said, Part, Refusal};
use serde::Deserialize;
use words::time;

/// One task: what is to be done, what the own body says of it, and how far the others are. Posts as
/// multipart `do` (`done`, `confirm`, `decline`), `number`, `day`, `words`, `file`, `seen`.
#[derive(Template, Deserialize)]
#[template(path = "task/show.html")]
pub struct TaskPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: String,
    pub what: String,
    #[serde(default)]
    pub day: String,
    #[serde(default)]
    pub distance: String,
    /// Where the day comes from.
    #[serde(default)]
    pub from: String,
    pub lead: String,
    #[serde(default)]
    pub share: String,
    /// The document that is to come of it.
    #[serde(default)]
    pub result: String,
    #[serde(default)]
    pub status: Option<TaskStatus>,
    #[serde(default)]
    pub form: Option<AnswerForm>,
    /// What the own body said, newest first.
    #[serde(default)]
    pub said: Vec<SaidRow>,
    #[serde(default)]
    pub count: String,
    #[serde(default)]
    pub bodies: Vec<BodyLine>,
    #[serde(default)]
    pub pages: Option<Pages>,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// What whoever answers for the own body fills in.
#[derive(Clone, Debug, Deserialize)]
pub struct AnswerForm {
    pub part: AnswerPart,
    pub number: Entry,
    pub day: Entry,
    pub words: Entry,
    #[serde(default)]
    pub file: Entry,
    /// Name and size of the file that is there.
    #[serde(default)]
    pub held: String,
    /// The newest version this page was drawn from.
    pub seen: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum AnswerPart {
    Lead,
    Share,
}

/// An answer as it is shown.
#[derive(Clone, Debug, Deserialize)]
pub struct SaidRow {
    pub status: TaskStatus,
    /// `Báo cáo số 12/BC-BTC ngày 04/04/2031`, and what was said.
    #[serde(default)]
    pub words: Vec<String>,
    #[serde(default)]
    pub file: Option<Link>,
    /// Who said so and when.
    pub by: String,
}

/// A body in a task.
#[derive(Clone, Debug, Deserialize)]
pub struct BodyLine {
    pub name: String,
    pub part: String,
    pub status: TaskStatus,
    #[serde(default)]
    pub said: Option<SaidRow>,
}

#[derive(Deserialize)]
pub(super) struct At {
    #[serde(default)]
    page: Option<i64>,
}

type Place = Path<(CampaignId, TaskId)>;

pub(super) async fn show(
    visitor: Visitor,
    Path((campaign, task)): Place,
    Query(at): Query<At>,
) -> Answer {
    let page = at.page.unwrap_or(1).saturating_sub(1);
    let Seen { scope, output: view } = visitor.read(ShowTask { campaign, task, page }).await?;
    visitor.show(&page_of(&visitor, &scope, campaign, &view, page))
}

pub(super) async fn answer(
    visitor: Visitor,
    Path((campaign, task)): Place,
    posted: Posted,
) -> Answer {
    let Err(trouble) = act(&visitor, campaign, task, &posted).await else {
        return visitor.go(&format!("/tasks/{campaign}/{task}"));
    };
    let field = match trouble.refused().map(|refused| refused.key()) {
        Some(key) if key == Refusal::DayUnreadable.key() => "day",
        Some(key) if key == Refusal::ReasonMissing.key() => "words",
        Some(key) if key == domain::file::Refusal::Empty.key() => "file",
        _ => "",
    };
    let (status, words) = trouble.above_form(&visitor.ui_of_nobody())?;
    let Seen { scope, output: view } = visitor.read(ShowTask { campaign, task, page: 0 }).await?;
    let mut page = page_of(&visitor, &scope, campaign, &view, 0);
    if let Some(form) = &mut page.form {
        posted.get("number").clone_into(&mut form.number.value);
        posted.get("day").clone_into(&mut form.day.value);
        posted.get("words").clone_into(&mut form.words.value);
        match field {
            "day" => form.day.error.clone_from(&words),
            "words" => form.words.error.clone_from(&words),
            "file" => form.file.error.clone_from(&words),
            _ => {}
        }
    }
    page.mistakes.push(Mistake::new(field, words));
    Ok(visitor.page(status, &page))
}

pub(super) async fn file(
    visitor: Visitor,
    Path((campaign, task, body, version)): Path<(CampaignId, TaskId, BodyId, i64)>,
) -> Answer {
    let file = visitor.read(FindResult { campaign, task, body, version }).await?.output;
    download(&visitor, file).await
}

async fn act(
    visitor: &Visitor,
    campaign: CampaignId,
    task: TaskId,
    posted: &Posted,
) -> Result<(), Trouble> {
    let words = posted.get("words").to_owned();
    let answer = match posted.get("do") {
        "confirm" => Said::Confirmed { words },
        "decline" => Said::Declined { why: words },
        _ => {
            let day = match posted.get("day").trim() {
                "" => None,
                typed => {
                    let day = calendar::read_day(typed);
                    Some(day.ok_or_else(|| visitor.trouble(Refusal::DayUnreadable.into()))?)
                }
            };
            Said::Done { number: posted.get("number").to_owned(), day, words }
        }
    };
    // Only whoever may answer leaves a file behind.
    let seen = visitor.read(ShowTask { campaign, task, page: 0 }).await?.output;
    if seen.standing == Standing::Reads {
        return Err(visitor.trouble(app::Ending::Forbidden));
    }
    let file = kept(visitor, posted).await?;
    let seen = posted.parse("seen").unwrap_or(0);
    visitor.act(posted, AnswerTask { campaign, task, answer, file, seen }).await?;
    Ok(())
}

fn page_of(
    visitor: &Visitor,
    scope: &Scope,
    campaign: CampaignId,
    view: &TaskView,
    page: i64,
) -> TaskPage {
    let ui = visitor.ui(scope, NavEntry::Work);
    let task = view.task.id;
    let due = &view.task.due;
    let answered = view.answers.first().map(AnswerRow::short);
    let day = due.day().map(|day| time::long_date(ui.lang, day));
    let place = (campaign, task);
    let total: i64 = view.count.iter().map(|(_, count)| count.of).sum();
    TaskPage {
        campaign: view.title.clone(),
        back: format!("/tasks/{campaign}"),
        what: view.task.what.clone(),
        day: day.map(|day| ui.say("work-end-of").with("day", day).to_string()).unwrap_or_default(),
        distance: time_left(&ui, due, answered, view.now).0,
        from: from(&ui, due),
        lead: names(&view.parties, Part::Lead),
        share: names(&view.parties, Part::Share),
        result: view.task.result.clone(),
        status: view.own.map(|_| status(due, answered, view.now)),
        form: form(&ui, view),
        said: match view.own {
            Some((body, _)) => {
                view.answers.iter().map(|row| said(&ui, place, (body, row), view)).collect()
            }
            None => Vec::new(),
        },
        count: count_words(&ui, &view.count),
        bodies: view.bodies.iter().map(|row| body(&ui, place, row, view)).collect(),
        pages: pages(&format!("/tasks/{campaign}/{task}"), page, total),
        mistakes: Vec::new(),
        ui,
    }
}

fn pages(href: &str, page: i64, total: i64) -> Option<Pages> {
    let whole = |n: i64| usize::try_from(n).unwrap_or(0);
    let last = (total + BODIES_PER_PAGE - 1) / BODIES_PER_PAGE;
    (last > 1).then(|| Pages {
        page: whole(page + 1),
        pages: whole(last),
        rows: whole(total),
        href: format!("{href}?page="),
    })
}

fn form(ui: &Ui, view: &TaskView) -> Option<AnswerForm> {
    let (_, part) = view.own.filter(|_| view.standing == Standing::Answers)?;
    let entry = |value: String| Entry { value, error: String::new() };
    let newest = view.answers.first();
    let (number, day, words) = match newest.map(|row| row.answer.clone()) {
        Some(Said::Done { number, day, words }) => (number, day, words),
        Some(Said::Confirmed { words }) => (String::new(), None, words),
        Some(Said::Declined { why }) => (String::new(), None, why),
        None => (String::new(), None, String::new()),
    };
    Some(AnswerForm {
        part: match part {
            Part::Lead => AnswerPart::Lead,
            Part::Share => AnswerPart::Share,
        },
        number: entry(number),
        day: entry(day.map(typed_day).unwrap_or_default()),
        words: entry(words),
        file: Entry::default(),
        held: newest
            .and_then(|row| row.file.as_ref())
            .map(|file| file_words(ui, file))
            .unwrap_or_default(),
        seen: newest.map_or(0, |row| row.version),
    })
}

fn said(
    ui: &Ui,
    (campaign, task): (CampaignId, TaskId),
    (body, row): (BodyId, &AnswerRow),
    view: &TaskView,
) -> SaidRow {
    let mut words = Vec::new();
    let told = match &row.answer {
        Said::Done { number, day, words: told } => {
            let day = day.map(|day| time::date(ui.lang, day));
            match (number.is_empty(), day) {
                (true, _) => {}
                (false, None) => words.push(number.clone()),
                (false, Some(day)) => {
                    let line = ui.say("task-document").with("number", number.as_str());
                    words.push(line.with("day", day).to_string());
                }
            }
            told
        }
        Said::Confirmed { words } => words,
        Said::Declined { why } => why,
    };
    words.extend(told.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned));
    let at = time::moment(ui.lang, calendar::local(row.at));
    SaidRow {
        status: status(&view.task.due, Some(row.short()), view.now),
        words,
        file: row.file.as_ref().map(|file| Link {
            href: format!("/tasks/{campaign}/{task}/{body}/{}/file", row.version),
            words: file_words(ui, file),
        }),
        by: ui.say("task-said-by").with("who", row.by.as_str()).with("at", at).to_string(),
    }
}

fn body(ui: &Ui, place: (CampaignId, TaskId), row: &BodyRow, view: &TaskView) -> BodyLine {
    let answered = row.answer.as_ref().map(AnswerRow::short);
    BodyLine {
        name: row.short.clone(),
        part: part_words(ui, row.part),
        status: status(&view.task.due, answered, view.now),
        said: row.answer.as_ref().map(|answer| said(ui, place, (row.body, answer), view)),
    }
}
