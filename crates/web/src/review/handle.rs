use super::reasons::{self, Written};
use super::{EarlierReason, Outcome, ReviewPage, Reviewable};
use crate::site::{
    Answer, Path, Policy, Posted, Query, Route, Trouble, Visitor, received_line, status,
};
use crate::submission::{VersionLink, report_body};
use crate::ui::{Choice, Mistake, NavEntry, Ui};
use crate::work::numbered;
use app::review::{Receive, Return};
use app::submission::{ShowSubmission, SubmissionView};
use app::{Ending, Scope, Seen};
use axum::http::StatusCode;
use axum::routing::{get, post};
use domain::authority::Action;
use domain::calendar;
use domain::id::{BodyId, CampaignId};
use domain::submission::{Place, Stage};
use serde::Deserialize;
use words::time;

/// The routes of checking one report.
pub fn routes() -> Vec<Route> {
    vec![
        Route::new("/review/{campaign}/{body}", Policy::SignedIn, get(show)),
        Route::new("/review/{campaign}/{body}/receive", Policy::SignedIn, post(receive)),
        Route::new("/review/{campaign}/{body}/return", Policy::SignedIn, post(return_)),
    ]
}

type Report = Path<(CampaignId, BodyId)>;

/// Which version is asked for; the newest where none is named.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Which {
    #[serde(default)]
    version: Option<i64>,
}

async fn show(visitor: Visitor, Path(report): Report, Query(which): Query<Which>) -> Answer {
    let (scope, view) = look(&visitor, report, which.version).await?;
    visitor.show(&page(&visitor, &scope, &view, Written::default()))
}

async fn receive(visitor: Visitor, Path(report): Report, posted: Posted) -> Answer {
    let (campaign, body) = report;
    let version = posted.parse("version").unwrap_or(0);
    match visitor.act(&posted, Receive { campaign, body, version }).await {
        Ok(acted) => visitor.go_after(&format!("/queue/{campaign}?done={body}"), acted.event),
        Err(trouble) => refused(&visitor, report, trouble, Written::default()).await,
    }
}

async fn return_(visitor: Visitor, Path(report): Report, posted: Posted) -> Answer {
    let (campaign, body) = report;
    let version = posted.parse("version").unwrap_or(0);
    let (scope, view) = look(&visitor, report, Some(version)).await?;
    let ui = visitor.ui_of(&scope);
    let mut written = reasons::read(&ui, &view, &posted);
    if posted.get("more") == "yes" {
        written.mistakes.clear();
        return visitor.show(&page(&visitor, &scope, &view, written.with_more_lines()));
    }
    if !written.mistakes.is_empty() {
        let page = page(&visitor, &scope, &view, written);
        return Ok(visitor.page(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let case = Return { campaign, body, version, reasons: written.reasons.clone() };
    match visitor.act(&posted, case).await {
        Ok(acted) => visitor.go_after(&format!("/queue/{campaign}?done={body}"), acted.event),
        Err(trouble) => refused(&visitor, report, trouble, written).await,
    }
}

/// The version, for whoever may review this unit's reports.
async fn look(
    visitor: &Visitor,
    (campaign, body): (CampaignId, BodyId),
    version: Option<i64>,
) -> Result<(Scope, SubmissionView), Trouble> {
    let case = ShowSubmission { campaign, body, version };
    let Seen { scope, output: view } = visitor.read(case).await?;
    match scope.may(Action::Review, view.relation) {
        Ok(()) => Ok((scope, view)),
        Err(_) => Err(visitor.trouble(Ending::Forbidden)),
    }
}

/// The newest version as it lies now, with why the act was not done and what was written.
async fn refused(
    visitor: &Visitor,
    report: (CampaignId, BodyId),
    trouble: Trouble,
    mut written: Written,
) -> Answer {
    let (status, words) = trouble.above_form(&visitor.ui_of_nobody())?;
    let (scope, view) = look(visitor, report, None).await?;
    written.mistakes.push(Mistake { field: String::new(), words });
    Ok(visitor.page(status, &page(visitor, &scope, &view, written)))
}

fn page(visitor: &Visitor, scope: &Scope, view: &SubmissionView, written: Written) -> ReviewPage {
    let (campaign, body) = (view.assignment.campaign, view.assignment.body);
    let address = format!("/review/{campaign}/{body}");
    // After a refusal the browser stands at the address of the act, which cannot be come back to.
    let ui = Ui { here: address.clone(), ..visitor.ui(scope, NavEntry::Work) };
    let waits = match view.assignment.stage {
        Stage::Submitted { version, .. } => version == view.shown.version,
        _ => false,
    };
    ReviewPage {
        campaign: view.campaign.title.clone(),
        back: format!("/queue/{campaign}"),
        address,
        body: view.assignment.name.clone(),
        version: view.shown.version,
        at: time::moment(ui.lang, calendar::local(view.shown.received_at)),
        by: format!("{} ({})", view.shown.sent_by, view.shown.title),
        late: match view.shown.punctuality.days_late() {
            0 => String::new(),
            days => ui.say("status-sent-late").with("n", days).to_string(),
        },
        status: status(&view.assignment, view.now),
        versions: versions(&ui, view),
        earlier: earlier(&ui, view),
        report: report_body(&ui, view),
        reviewable: if waits { Reviewable::Yes } else { Reviewable::No },
        cell_choices: cell_choices(&ui, view),
        whole: written.whole,
        section_reasons: written.sections,
        cells: written.cells,
        mistakes: written.mistakes,
        ui,
    }
}

fn versions(ui: &Ui, view: &SubmissionView) -> Vec<VersionLink> {
    let (campaign, body) = (view.assignment.campaign, view.assignment.body);
    let href = |version: i64| match version == view.shown.version {
        true => String::new(),
        false => format!("/review/{campaign}/{body}?version={version}"),
    };
    let link = |version: &app::Submission| VersionLink {
        words: received_line(ui, version),
        href: href(version.version),
    };
    view.versions.iter().map(link).collect()
}

/// The reasons for which the version before came back, each with whether its place was changed.
fn earlier(ui: &Ui, view: &SubmissionView) -> Vec<EarlierReason> {
    let Some(before) = &view.before_content else { return Vec::new() };
    let outcome = |changed: bool| if changed { Outcome::Changed } else { Outcome::AsBefore };
    let of_before = view.reasons.iter().filter(|r| r.version == view.shown.version - 1);
    let reason = |reason: &app::ReasonRow| {
        let (place, outcome) = match reason.place {
            Place::Whole => (String::new(), Outcome::Unknown),
            Place::Section(id) => {
                let section = view.outline.iter().find(|section| section.id == id);
                let title = section.map(|s| numbered(&s.number, &s.title)).unwrap_or_default();
                (title, outcome(before.section(id) != view.content.section(id)))
            }
            Place::Cell(_, cell) => {
                let at = cell as usize;
                let changed = view.before.get(at) != view.figures.get(at);
                (reasons::cell_label(ui, view, at), outcome(changed))
            }
        };
        EarlierReason { place, words: reason.words.clone(), outcome }
    };
    of_before.map(reason).collect()
}

fn cell_choices(ui: &Ui, view: &SubmissionView) -> Vec<Choice> {
    let choice = |cell: usize| Choice {
        value: cell.to_string(),
        label: reasons::cell_label(ui, view, cell),
        hint: String::new(),
        chosen: false,
    };
    (0..view.figures.len()).map(choice).collect()
}
