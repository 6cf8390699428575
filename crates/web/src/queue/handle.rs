use super::{QueueFilter, QueuePage, QueueRow};
use crate::site::{Answer, Path, Policy, Query, Route, Visitor, status, time_left};
use crate::ui::{NavEntry, Pages, Part, PartKind, ReportStatus, Ui};
use app::review::{Arrival, Queue, ShowQueue};
use app::{Assignment, Scope, Seen};
use axum::routing::get;
use domain::authority::Action;
use domain::calendar;
use domain::id::{BodyId, CampaignId};
use domain::own_part;
use domain::submission::Stage;
use jiff::Timestamp;
use serde::Deserialize;
use words::time;

/// The routes of the queue.
pub fn routes() -> Vec<Route> {
    vec![Route::new("/queue/{campaign}", Policy::SignedIn, get(show))]
}

#[derive(Debug, Deserialize)]
struct Wanted {
    #[serde(default)]
    show: String,
    #[serde(default)]
    page: Option<usize>,
    /// The unit whose report was just received or returned.
    #[serde(default)]
    done: Option<BodyId>,
}

/// Which of the reports are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filter {
    Waiting,
    Overdue,
    Returned,
    Received,
    All,
}

const FILTERS: [Filter; 5] =
    [Filter::Waiting, Filter::Overdue, Filter::Returned, Filter::Received, Filter::All];
const ROWS_A_PAGE: usize = 50;

async fn show(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let Seen { scope, output: queue } = visitor.read(ShowQueue { campaign }).await?;
    let filter = FILTERS.into_iter().find(|filter| filter.name() == wanted.show);
    let filter = filter.unwrap_or(Filter::Waiting);
    let page = wanted.page.unwrap_or(1).max(1);
    let mut ui = visitor.ui(&scope, NavEntry::Work);
    ui.live = visitor.live(&scope, Some(campaign));
    ui.here = format!("/queue/{campaign}?show={}&page={page}", filter.name());
    let done = done(&ui, &queue, wanted.done);
    visitor.show(&QueuePage { done, ..queue_page(ui, &scope, &queue, filter, page) })
}

/// What was just done with a report, as the report itself bears out.
fn done(ui: &Ui, queue: &Queue, body: Option<BodyId>) -> String {
    let of = queue.arriving.iter().find(|arrival| Some(arrival.assignment.body) == body);
    let Some(Assignment { stage, short, .. }) = of.map(|arrival| &arrival.assignment) else {
        return String::new();
    };
    match stage {
        Stage::Received { .. } => ui.say("queue-has-received").with("unit", short.as_str()),
        Stage::Returned { .. } => ui.say("queue-has-returned").with("unit", short.as_str()),
        Stage::Drafting | Stage::Submitted { .. } => return String::new(),
    }
    .to_string()
}

fn queue_page(ui: Ui, scope: &Scope, queue: &Queue, filter: Filter, page: usize) -> QueuePage {
    let count =
        |filter: Filter| queue.arriving.iter().filter(|a| filter.takes(a, queue.now)).count();
    let address = format!("/queue/{}?show=", queue.campaign.id);
    let filters = FILTERS.into_iter().map(|other| QueueFilter {
        words: ui.say(other.key()).to_string(),
        n: count(other),
        href: if other == filter { String::new() } else { format!("{address}{}", other.name()) },
    });
    let mut shown: Vec<&Arrival> =
        queue.arriving.iter().filter(|arrival| filter.takes(arrival, queue.now)).collect();
    if filter == Filter::Waiting {
        shown.sort_by_key(|arrival| arrival.sent.map(|(at, _)| at));
    }
    let rows = shown.len();
    let on_page = shown.into_iter().skip((page - 1) * ROWS_A_PAGE).take(ROWS_A_PAGE);
    let seat = scope.shown();
    QueuePage {
        campaign: queue.campaign.title.clone(),
        back: "/work".to_owned(),
        desk: match scope.body() == scope.unit() {
            true => seat.unit.clone(),
            false => format!("{}, {}", seat.unit, seat.body),
        },
        done: String::new(),
        received: count(Filter::Received),
        of: queue.arriving.len(),
        due: due(&ui, queue),
        parts: parts(queue),
        filters: filters.collect(),
        rows: on_page.map(|arrival| row(&ui, scope, arrival, queue.now)).collect(),
        empty: ui.say(filter.empty_key()).to_string(),
        pages: (rows > ROWS_A_PAGE).then(|| Pages {
            page,
            pages: rows.div_ceil(ROWS_A_PAGE),
            rows,
            href: format!("{address}{}&page=", filter.name()),
        }),
        ui,
    }
}

/// The deadlines of the reports, soonest first; units of one level share theirs.
fn due(ui: &Ui, queue: &Queue) -> String {
    let mut with_deadline: Vec<_> =
        queue.arriving.iter().filter_map(|a| Some((a.assignment.deadline?, a))).collect();
    with_deadline.sort_by_key(|(deadline, _)| deadline.last_day);
    with_deadline.dedup_by_key(|(deadline, _)| deadline.last_day);
    let words = with_deadline.into_iter().map(|(deadline, arrival)| {
        let end = ui.say("work-end-of").with("day", time::long_date(ui.lang, deadline.last_day));
        format!("{end}, {}", time_left(ui, &arrival.assignment, queue.now).0)
    });
    words.collect::<Vec<_>>().join(" · ")
}

fn parts(queue: &Queue) -> Vec<Part> {
    let kind = |arrival: &Arrival| match status(&arrival.assignment, queue.now) {
        ReportStatus::Received => PartKind::Received,
        ReportStatus::Submitted | ReportStatus::SubmittedAgain => PartKind::Submitted,
        ReportStatus::Returned => PartKind::Returned,
        ReportStatus::Overdue(_) => PartKind::Overdue,
        _ => PartKind::NotSent,
    };
    let kinds: Vec<PartKind> = queue.arriving.iter().map(kind).collect();
    let part = |of: PartKind| Part {
        kind: of,
        n: kinds.iter().filter(|kind| **kind == of).count(),
        href: String::new(),
    };
    [
        PartKind::Received,
        PartKind::Submitted,
        PartKind::Returned,
        PartKind::NotSent,
        PartKind::Overdue,
    ]
    .map(part)
    .into()
}

fn row(ui: &Ui, scope: &Scope, arrival: &Arrival, now: Timestamp) -> QueueRow {
    let Arrival { assignment, sent, relation, contact } = arrival;
    let (campaign, body) = (assignment.campaign, assignment.body);
    let sent = assignment.stage.version().zip(*sent);
    let reviews = scope.may(Action::Review, *relation).is_ok();
    let waits = matches!(assignment.stage, Stage::Submitted { .. });
    QueueRow {
        unit: assignment.short.clone(),
        href: match sent {
            None => String::new(),
            Some(_) if reviews && waits => format!("/review/{campaign}/{body}"),
            Some(_) => format!("/campaigns/{campaign}/submissions/{body}"),
        },
        status: status(assignment, now),
        own_part: match assignment.own_part {
            Some(_) => format!("/review/{campaign}/{body}/own-part"),
            None => String::new(),
        },
        own_part_stage: assignment.own_part,
        sent: sent.map_or_else(String::new, |(version, (at, _))| {
            let at = time::moment(ui.lang, calendar::local(at));
            ui.say("version-sent").with("version", version).with("at", at).to_string()
        }),
        late: match sent {
            Some((_, (_, days @ 1..))) => ui.say("status-sent-late").with("n", days).to_string(),
            _ => String::new(),
        },
        contact: contact.as_ref().map_or_else(String::new, |(name, phone)| {
            if phone.is_empty() { name.clone() } else { format!("{name}, {phone}") }
        }),
    }
}

impl Filter {
    fn takes(self, arrival: &Arrival, now: Timestamp) -> bool {
        let status = status(&arrival.assignment, now);
        match self {
            Filter::Waiting => {
                let declared = arrival.assignment.own_part == Some(own_part::Stage::Declared);
                declared || matches!(status, ReportStatus::Submitted | ReportStatus::SubmittedAgain)
            }
            Filter::Overdue => matches!(status, ReportStatus::Overdue(_)),
            Filter::Returned => status == ReportStatus::Returned,
            Filter::Received => status == ReportStatus::Received,
            Filter::All => true,
        }
    }

    /// Its name in addresses.
    fn name(self) -> &'static str {
        match self {
            Filter::Waiting => "waiting",
            Filter::Overdue => "overdue",
            Filter::Returned => "returned",
            Filter::Received => "received",
            Filter::All => "all",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Filter::Waiting => "queue-waiting",
            Filter::Overdue => "queue-overdue",
            Filter::Returned => "status-returned",
            Filter::Received => "status-received",
            Filter::All => "queue-all",
        }
    }

    fn empty_key(self) -> &'static str {
        match self {
            Filter::Waiting => "queue-empty",
            _ => "queue-none",
        }
    }
}
