use super::cascade::cascade_card;
use super::hold::{held_words, window_words};
use super::next::next_card;
use super::plan::{self, versions_link};
use super::rows::{sees_sums, sums_of, tasks};
use super::{
    Lacking, ReceiveBanner, ReturnedBanner, TaskListPage, Timing, Urgency, WorkCard, WorkGroup,
    WorkListPage,
};
use crate::campaign::{Approved, path_lines};
use crate::site::{Answer, Path, Policy, Route, Visitor, status, time_left};
use crate::task;
use crate::ui::{ItemState, Link, NavEntry, ReportStatus, Ui};
use app::work::{ListWork, SectionState, ShowTaskList, TaskList, Work};
use app::{Awaiting, AwaitingRow, Campaign, OwnTask, QueueRow, Scope, Seen, WorkRow};
use axum::routing::get;
use domain::calendar;
use domain::id::CampaignId;
use domain::own_part;
use domain::submission::{Place, Stage};
use jiff::Timestamp;
use jiff::civil::Date;
use words::time;

/// The routes of what is to be done.
pub fn routes() -> Vec<Route> {
    vec![
        Route::new("/", Policy::Anyone, get(start)),
        Route::new("/work", Policy::SignedIn, get(list)),
        Route::new("/work/{campaign}", Policy::SignedIn, get(task_list)),
        Route::new("/work/{campaign}/plan", Policy::SignedIn, get(plan::show)),
        Route::new("/work/{campaign}/plan/docx", Policy::SignedIn, get(plan::docx)),
        Route::new("/work/{campaign}/plan/pdf", Policy::SignedIn, get(plan::pdf)),
        Route::new("/work/{campaign}/plan/file", Policy::SignedIn, get(plan::uploaded)),
    ]
}

/// `Kế hoạch số 48/KH-LĐLĐ ngày 03/06/2024`.
pub(crate) fn plan_words(ui: &Ui, campaign: &Campaign) -> String {
    match campaign.plan_day {
        _ if campaign.number.is_empty() => ui.say("work-plan-unnumbered").to_string(),
        Some(day) => ui
            .say("work-plan-dated")
            .with("number", campaign.number.as_str())
            .with("date", time::date(ui.lang, day))
            .to_string(),
        None => ui.say("work-plan-undated").with("number", campaign.number.as_str()).to_string(),
    }
}

async fn start(visitor: Visitor) -> Answer {
    visitor.go("/work")
}

async fn list(visitor: Visitor) -> Answer {
    let Seen { scope, output: work } = visitor.read(ListWork).await?;
    let mut ui = visitor.ui(&scope, NavEntry::Work);
    ui.live = visitor.live(&scope, None);
    let today = calendar::day(work.now);
    let page = WorkListPage {
        body: scope.shown().unit.clone(),
        today: time::long_date(ui.lang, today),
        groups: groups(&ui, &work),
        ui,
    };
    visitor.show(&page)
}

/// A card with its day, by which cards stand in their group; one without a day stands last.
type Due = (Urgency, Option<Date>, WorkCard);

fn groups(ui: &Ui, work: &Work) -> Vec<WorkGroup> {
    let mut cards: Vec<Due> =
        work.reports.iter().map(|row| report_card(ui, row, work.now)).collect();
    cards.extend(work.approvals.iter().map(|row| (Urgency::Soon, None, approval_card(ui, row))));
    let next = work.next.iter().filter_map(|row| next_card(ui, row));
    cards.extend(next.map(|card| (Urgency::Soon, None, card)));
    cards.extend(work.tasks.iter().map(|task| task_card(ui, task, work.now)));
    cards.extend(work.queues.iter().map(|row| queue_card(ui, row)));
    cards.sort_by_key(|(_, day, _)| day.unwrap_or(Date::MAX));
    [Urgency::Overdue, Urgency::Returned, Urgency::Soon, Urgency::Later, Urgency::Done]
        .into_iter()
        .map(|urgency| WorkGroup {
            urgency,
            cards: cards.iter().filter(|(u, ..)| *u == urgency).map(|(.., c)| c.clone()).collect(),
        })
        .filter(|group| !group.cards.is_empty())
        .collect()
}

fn report_card(ui: &Ui, row: &WorkRow, now: Timestamp) -> Due {
    let (distance, timing) = time_left(ui, &row.assignment, now);
    let amended = row.unread.is_some_and(|version| version > 1);
    let urgency = match (row.assignment.stage, timing) {
        // Whoever is done would not look again by itself.
        (Stage::Submitted { .. } | Stage::Received { .. }, _) if amended => Urgency::Soon,
        (Stage::Submitted { .. } | Stage::Received { .. }, _) => Urgency::Done,
        (Stage::Returned { .. }, _) => Urgency::Returned,
        (_, Timing::Overdue) => Urgency::Overdue,
        (_, Timing::Soon) => Urgency::Soon,
        (_, Timing::Ahead | Timing::Over) => Urgency::Later,
    };
    let day = row.assignment.deadline.map(|deadline| deadline.last_day);
    let unread = row.unread.map(|_| match amended {
        true => ui.say("work-plan-look").to_string(),
        false => ui.say("work-plan-new").to_string(),
    });
    let held = row.hold.map(|hold| held_words(ui, hold));
    let said: Vec<String> = unread.into_iter().chain(held).collect();
    let card = WorkCard {
        name: ui.say("work-report-of").with("campaign", row.title.as_str()).to_string(),
        href: format!("/work/{}", row.assignment.campaign),
        weekday: day.map(|day| time::weekday(ui.lang, day)).unwrap_or_default(),
        date: day.map(|day| time::date(ui.lang, day)).unwrap_or_default(),
        distance,
        to: destination(ui, &row.receiver, &row.via),
        missing: said.join(" · "),
        status: Some(status(&row.assignment, now)),
        task: None,
    };
    (urgency, day, card)
}

fn task_card(ui: &Ui, own: &OwnTask, now: Timestamp) -> Due {
    let due = &own.task.due;
    let (distance, timing) = task::time_left(ui, due, own.answered, now);
    let urgency = match (own.answered, timing) {
        (Some(_), _) => Urgency::Done,
        (None, Timing::Overdue) => Urgency::Overdue,
        (None, Timing::Soon) => Urgency::Soon,
        (None, Timing::Ahead | Timing::Over) => Urgency::Later,
    };
    let part = match own.group.as_str() {
        "" => task::part_words(ui, own.part),
        group => format!("{} ({group})", task::part_words(ui, own.part)),
    };
    let part = ui.say("work-task-of").with("part", part);
    let card = WorkCard {
        name: shorten(&own.task.what),
        href: format!("/tasks/{}/{}", own.campaign, own.task.id),
        weekday: due.day().map(|day| time::weekday(ui.lang, day)).unwrap_or_default(),
        date: due.day().map(|day| time::date(ui.lang, day)).unwrap_or_default(),
        distance,
        to: String::new(),
        missing: part.with("campaign", own.title.as_str()).to_string(),
        status: None,
        task: Some(task::status(due, own.answered, now)),
    };
    (urgency, due.day(), card)
}

/// The beginning of a long sentence, up to a word.
fn shorten(words: &str) -> String {
    const MOST: usize = 140;
    if words.chars().count() <= MOST {
        return words.to_owned();
    }
    let start: String = words.chars().take(MOST).collect();
    let end = start.rfind(' ').unwrap_or(start.len());
    format!("{} …", &start[..end])
}

/// `LĐLĐ tỉnh Sông Mây, qua Ban Tổ chức`.
pub(crate) fn destination(ui: &Ui, receiver: &str, via: &str) -> String {
    if via.is_empty() {
        return receiver.to_owned();
    }
    ui.say("work-to-through").with("who", receiver).with("desk", via).to_string()
}

fn queue_card(ui: &Ui, row: &QueueRow) -> Due {
    let urgency = match row.waiting {
        0 if row.received == row.asked => Urgency::Done,
        0 => Urgency::Later,
        _ => Urgency::Soon,
    };
    let counts = ui
        .say("work-queue-counts")
        .with("waiting", row.waiting)
        .with("n", row.received)
        .with("of", row.asked);
    let card = WorkCard {
        name: ui.say("work-queue-of").with("campaign", row.title.as_str()).to_string(),
        href: format!("/queue/{}", row.campaign),
        weekday: String::new(),
        date: String::new(),
        distance: String::new(),
        to: String::new(),
        missing: counts.to_string(),
        status: None,
        task: None,
    };
    (urgency, None, card)
}

fn approval_card(ui: &Ui, row: &AwaitingRow) -> WorkCard {
    let asked = time::date(ui.lang, calendar::day(row.at));
    let (key, page) = match row.what {
        Awaiting::Plan => ("work-approve", "approval"),
        Awaiting::Amendment => ("work-approve-amendment", "amend/approval"),
    };
    WorkCard {
        name: ui.say(key).with("campaign", row.title.as_str()).to_string(),
        href: format!("/campaigns/{}/{page}", row.campaign),
        weekday: String::new(),
        date: String::new(),
        distance: String::new(),
        to: String::new(),
        missing: ui.say("work-approve-asked").with("date", asked).to_string(),
        status: None,
        task: None,
    }
}

async fn task_list(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: list } = visitor.read(ShowTaskList { campaign }).await?;
    let mut ui = visitor.ui(&scope, NavEntry::Work);
    ui.live = visitor.live(&scope, Some(campaign));
    ui.contact = list.contacts.first().map(|(name, title, phone)| crate::ui::Contact {
        who: format!("{name} ({title})"),
        phone: phone.clone(),
    });
    visitor.show(&task_list_page(ui, &scope, &list))
}

/// The task list as its unit sees it.
pub(crate) fn task_list_page(ui: Ui, scope: &Scope, list: &TaskList) -> TaskListPage {
    let campaign = list.campaign.id;
    let (distance, timing) = time_left(&ui, &list.assignment, list.now);
    let tasks = tasks(&ui, scope, list);
    let last_day = list.assignment.deadline.map(|deadline| deadline.last_day);
    TaskListPage {
        campaign: list.campaign.title.clone(),
        plan: Link {
            words: plan_words(&ui, &list.campaign),
            href: format!("/work/{campaign}/plan"),
        },
        approved: Approved::of(list.campaign.approval),
        body: list.assignment.name.clone(),
        last_day: last_day.map(|day| time::long_date(ui.lang, day)).unwrap_or_default(),
        stated: list.phrase.clone(),
        hold: list.hold.map(|hold| window_words(&ui, hold)).unwrap_or_default(),
        note: list.note.clone(),
        term: list.term.map(|term| ui.own_term(term)).unwrap_or_default(),
        distance,
        timing,
        to: list.receiver.clone().unwrap_or_else(|| list.campaign.up_to.clone()),
        desk: list.via.clone().unwrap_or_default(),
        status: own_status(list),
        receive: ReceiveBanner::of(&ui, list),
        returned: returned(&ui, list),
        lacking: Lacking::of(&ui, list),
        path: path_lines(&ui, &list.path),
        done: tasks.iter().filter(|task| task.state == ItemState::Done).count(),
        check: check_link(&ui, list),
        receipt: list.assignment.stage.version().map(|version| Link {
            words: ui.say("work-receipt").with("version", version).to_string(),
            href: format!("/work/{campaign}/receipt"),
        }),
        versions: versions_link(&ui, &list.campaign),
        given: Link { words: ui.say("work-given").to_string(), href: format!("/tasks/{campaign}") },
        library: (list.library > 0).then(|| Link {
            words: ui.say("library-see").with("n", list.library).to_string(),
            href: format!("/library/{campaign}"),
        }),
        own_part: own_part(&ui, list),
        own_part_stage: list.assignment.own_part,
        cascade: cascade_card(&ui, scope, list),
        report: (sums_of(list).is_some() && sees_sums(scope)).then(|| Link {
            words: ui.say("work-whole-report").to_string(),
            href: format!("/report/{campaign}"),
        }),
        tasks,
        ui,
    }
}

/// Where a review held before is declared, or was.
fn own_part(ui: &Ui, list: &TaskList) -> Option<Link> {
    let asked = list.assignment.receiver.is_some();
    let words = match (list.assignment.own_part, list.assignment.stage.writable()) {
        (Some(_), _) => ui.say("own-part-see"),
        (None, Ok(())) if asked => ui.say("own-part-ask-link"),
        (None, _) => return None,
    };
    let href = format!("/work/{}/own-part", list.assignment.campaign);
    Some(Link { href, words: words.to_string() })
}

/// The unit itself knows whether it has begun.
fn own_status(list: &TaskList) -> ReportStatus {
    let begun = list
        .sections
        .iter()
        .any(|task| !matches!(task.state, SectionState::NotStarted | SectionState::Covered))
        || list.cells.is_some_and(|cells| cells.typed > 0);
    match status(&list.assignment, list.now) {
        ReportStatus::NotStarted if begun => ReportStatus::Drafting,
        other => other,
    }
}

fn returned(ui: &Ui, list: &TaskList) -> Option<ReturnedBanner> {
    let Stage::Returned { at, .. } = list.assignment.stage else { return None };
    let campaign = list.assignment.campaign;
    let first = list.reasons.first().map(|reason| reason.place);
    let href = match first {
        Some(Place::Section(section)) => format!("/work/{campaign}/sections/{section}"),
        Some(Place::Cell(..)) => format!("/work/{campaign}/figures"),
        Some(Place::Whole) | None => format!("/work/{campaign}/check"),
    };
    Some(ReturnedBanner {
        by: list.via.clone().or_else(|| list.receiver.clone()).unwrap_or_default(),
        date: time::date(ui.lang, calendar::day(at)),
        places: list.reasons.len(),
        whole: list
            .reasons
            .iter()
            .filter(|reason| reason.place == Place::Whole)
            .map(|reason| reason.words.clone())
            .collect(),
        href,
    })
}

/// The issuer's own report goes up as a document, not by this button.
fn check_link(ui: &Ui, list: &TaskList) -> Option<Link> {
    let whole = list.assignment.own_part == Some(own_part::Stage::Whole);
    let writable = list.assignment.stage.writable().is_ok() && !whole;
    (writable && list.assignment.receiver.is_some()).then(|| Link {
        words: ui.say("submission-check").to_string(),
        href: format!("/work/{}/check", list.assignment.campaign),
    })
}

/// `II.2. Kết quả thực hiện`, `a) Hình thức`; the title alone where there is no number.
pub(crate) fn numbered(number: &str, title: &str) -> String {
    match number {
        "" => title.to_owned(),
        _ if number.ends_with(')') => format!("{number} {title}"),
        _ => format!("{number}. {title}"),
    }
}
