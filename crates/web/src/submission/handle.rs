use super::{CheckLine, CheckPage, ReturnReasons, ShowPage, VersionLink, report_body};
use crate::site::{
    Answer, Path, Policy, Posted, Query, Route, Trouble, Visitor, received_line, status, time_left,
};
use crate::ui::{ItemState, Mistake, NavEntry, SummaryRow, Ui};
use crate::work::{destination, numbered};
use app::figures::SumsBehind;
use app::submission::{CheckView, Gaps, ShowCheck, ShowSubmission, SubmissionView, Submit};
use app::{Ending, Scope, Seen};
use axum::http::StatusCode;
use axum::routing::{get, post};
use domain::calendar;
use domain::campaign;
use domain::id::{BodyId, CampaignId};
use domain::submission::{Gap, Place};
use serde::Deserialize;
use words::time;

/// The routes of checking, sending and reading what was sent.
pub fn routes() -> Vec<Route> {
    vec![
        Route::new("/work/{campaign}/check", Policy::SignedIn, get(check)),
        Route::new("/work/{campaign}/submit", Policy::SignedIn, post(submit)),
        Route::new("/campaigns/{campaign}/submissions/{body}", Policy::SignedIn, get(show)),
    ]
}

/// Which version is asked for; the newest where none is named.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Which {
    #[serde(default)]
    pub version: Option<i64>,
}

async fn check(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowCheck { campaign }).await?;
    let behind = behind(&visitor, campaign).await?;
    visitor.show(&check_page(&visitor, &scope, (&view, behind), Vec::new()))
}

async fn submit(visitor: Visitor, Path(campaign): Path<CampaignId>, posted: Posted) -> Answer {
    let gaps = if posted.get("gaps") == "meant" { Gaps::Meant } else { Gaps::None };
    let case = Submit { campaign, gaps, rev: posted.parse("rev").unwrap_or(0) };
    let (app, key) = (&visitor.site.app, posted.key());
    let sent = app::submission::submit(app, visitor.token(), &key, case).await;
    match sent.map_err(|ending| visitor.trouble(ending).carrying(&posted)) {
        Ok(acted) => visitor.go_after(&format!("/work/{campaign}/receipt"), acted.event),
        Err(trouble) => {
            let refused = match trouble.refused() {
                Some(refused) => refused,
                None => return Err(trouble),
            };
            let Seen { scope, output: view } = visitor.read(ShowCheck { campaign }).await?;
            let words = visitor.ui_of_nobody().refusal(refused);
            let mistakes = vec![Mistake { field: "gaps".to_owned(), words }];
            let behind = behind(&visitor, campaign).await?;
            let page = check_page(&visitor, &scope, (&view, behind), mistakes);
            Ok(visitor.page(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}

/// What stands behind the figures, where they are added up.
async fn behind(visitor: &Visitor, campaign: CampaignId) -> Result<Option<SumsBehind>, Trouble> {
    let app = &visitor.site.app;
    match app::figures::show_coverage(app, visitor.token(), campaign).await {
        Ok(behind) => Ok(behind),
        // Who may write without seeing sums is told nothing of them.
        Err(Ending::Forbidden) => Ok(None),
        Err(ending) => Err(visitor.trouble(ending)),
    }
}

fn check_page(
    visitor: &Visitor,
    scope: &Scope,
    (view, behind): (&CheckView, Option<SumsBehind>),
    mistakes: Vec<Mistake>,
) -> CheckPage {
    let ui = visitor.ui(scope, NavEntry::Work);
    let campaign = view.assignment.campaign;
    let to = destination(
        &ui,
        view.receiver.as_deref().unwrap_or(&view.campaign.up_to),
        view.via.as_deref().unwrap_or_default(),
    );
    let unreadable = |gap: &&Gap| matches!(gap, Gap::CellUnreadable { .. });
    let (blocking, empty): (Vec<&Gap>, Vec<&Gap>) = view.gaps.iter().partition(unreadable);
    let line = |gap: &&Gap| gap_line(&ui, view, gap);
    let punctuality = view.assignment.deadline.map(|deadline| deadline.judge(view.now));
    CheckPage {
        campaign: view.campaign.title.clone(),
        back: format!("/work/{campaign}"),
        facts: facts(&ui, view, &to),
        blocking: blocking.iter().map(line).collect(),
        empty: empty.iter().map(line).collect(),
        mistakes,
        parts: behind
            .map(|behind| sums_line(&ui, behind))
            .into_iter()
            .chain(parts(&ui, view))
            .collect(),
        partial: behind
            .filter(|behind| behind.heard < behind.of)
            .map(|behind| sums_words(&ui, behind.heard, behind.of))
            .unwrap_or_default(),
        to,
        days_late: punctuality.map_or(0, campaign::Punctuality::days_late),
        rev: view.assignment.rev,
        ui,
    }
}

fn facts(ui: &Ui, view: &CheckView, to: &str) -> Vec<SummaryRow> {
    let row =
        |key: &str, value: String| SummaryRow { label: ui.say(key).to_string(), value, link: None };
    let mut facts = vec![row("submission-to", to.to_owned())];
    if let Some(deadline) = view.assignment.deadline {
        let (distance, _) = time_left(ui, &view.assignment, view.now);
        let day = time::long_date(ui.lang, deadline.last_day);
        let end = ui.say("work-end-of").with("day", day);
        facts.push(row("submission-due", format!("{end}, {distance}")));
    }
    let next = view.assignment.stage.version().unwrap_or(0) + 1;
    facts.push(row("submission-which", next.to_string()));
    facts
}

/// The line of figures that are added up.
fn sums_line(ui: &Ui, behind: SumsBehind) -> CheckLine {
    let whole = behind.heard == behind.of;
    CheckLine {
        words: ui.say("work-sums").to_string(),
        href: format!("/figures/{}", behind.campaign),
        state: Some(if whole { ItemState::Done } else { ItemState::Doing }),
        note: sums_words(ui, behind.heard, behind.of),
    }
}

/// `Số liệu cộng từ 3/4 đơn vị đã được tiếp nhận`.
pub(crate) fn sums_words(ui: &Ui, heard: u32, of: u32) -> String {
    ui.say("submission-sums").with("n", heard).with("of", of).to_string()
}

fn gap_line(ui: &Ui, view: &CheckView, gap: &Gap) -> CheckLine {
    let campaign = view.assignment.campaign;
    let figures = format!("/work/{campaign}/figures");
    let (words, href) = match gap {
        Gap::SectionEmpty(id) => {
            let section = view.outline.iter().find(|section| section.id == *id);
            let title = section.map(|s| numbered(&s.number, &s.title)).unwrap_or_default();
            let words = ui.say("submission-section-empty").with("title", title);
            (words.to_string(), format!("/work/{campaign}/sections/{id}"))
        }
        Gap::CellsBlank { count, .. } => {
            (ui.say("submission-cells-blank").with("n", *count).to_string(), figures)
        }
        Gap::CellUnreadable { cell, typed, .. } => {
            let place = view.table.as_ref().and_then(|table| table.place(*cell as usize));
            let (row, column) = match place {
                Some((indicator, column)) => (indicator.name.to_string(), ui.column(column)),
                None => Default::default(),
            };
            let words = ui
                .say("submission-cell-unreadable")
                .with("row", row)
                .with("column", column)
                .with("typed", typed.as_str());
            (words.to_string(), format!("{figures}#c{cell}"))
        }
    };
    CheckLine { words, href, state: None, note: String::new() }
}

fn parts(ui: &Ui, view: &CheckView) -> Vec<CheckLine> {
    let campaign = view.assignment.campaign;
    let mut parts = Vec::new();
    if let Some(table) = &view.table {
        let asked = table.asked().count();
        let blank = view.gaps.iter().find_map(|gap| match gap {
            Gap::CellsBlank { count, .. } => Some(*count),
            _ => None,
        });
        let filled = asked - blank.unwrap_or(0);
        parts.push(CheckLine {
            words: table.title.clone(),
            href: format!("/work/{campaign}/figures"),
            state: Some(if filled == asked { ItemState::Done } else { ItemState::Doing }),
            note: ui.say("submission-cells-count").with("n", filled).with("of", asked).to_string(),
        });
    }
    parts.extend(app::submission::leaves(&view.outline).map(|section| {
        let draft = view.drafts.iter().find(|draft| draft.section == section.id);
        let count = draft.map_or(0, |draft| draft.words.split_whitespace().count());
        if view.covered.contains(&section.id) {
            return CheckLine {
                words: numbered(&section.number, &section.title),
                href: format!("/work/{campaign}/own-part"),
                state: Some(ItemState::Done),
                note: ui.say("own-part-stands-for").to_string(),
            };
        }
        CheckLine {
            words: numbered(&section.number, &section.title),
            href: format!("/work/{campaign}/sections/{}", section.id),
            state: Some(match draft {
                Some(draft) if draft.complete => ItemState::Done,
                Some(_) if count > 0 => ItemState::Doing,
                _ => ItemState::ToDo,
            }),
            note: match count {
                0 => ui.say("submission-words-none").to_string(),
                count => ui.say("submission-words-count").with("n", count).to_string(),
            },
        }
    }));
    parts
}

async fn show(
    visitor: Visitor,
    Path((campaign, body)): Path<(CampaignId, BodyId)>,
    Query(which): Query<Which>,
) -> Answer {
    let case = ShowSubmission { campaign, body, version: which.version };
    let Seen { scope, output: view } = visitor.read(case).await?;
    let ui = visitor.ui(&scope, NavEntry::Work);
    let own = view.assignment.body == scope.unit();
    let page = ShowPage {
        campaign: view.campaign.title.clone(),
        back: if own { format!("/work/{campaign}") } else { format!("/figures/{campaign}") },
        body: view.assignment.name.clone(),
        version: view.shown.version,
        at: time::moment(ui.lang, calendar::local(view.shown.received_at)),
        by: format!("{} ({})", view.shown.sent_by, view.shown.title),
        status: status(&view.assignment, view.now),
        versions: version_links(&ui, &view),
        report: report_body(&ui, &view),
        reasons: reasons(&ui, &view),
        ui,
    };
    visitor.show(&page)
}

/// Every version but the one shown with its address.
pub(crate) fn version_links(ui: &Ui, view: &SubmissionView) -> Vec<VersionLink> {
    let (campaign, body) = (view.assignment.campaign, view.assignment.body);
    view.versions
        .iter()
        .map(|version| VersionLink {
            words: received_line(ui, version),
            href: if version.version == view.shown.version {
                String::new()
            } else {
                version_href(campaign, body, version.version)
            },
        })
        .collect()
}

fn reasons(ui: &Ui, view: &SubmissionView) -> ReturnReasons {
    let verdict = view.verdicts.iter().find(|verdict| {
        verdict.version == view.shown.version && verdict.kind == app::VerdictKind::Returned
    });
    let Some(verdict) = verdict else { return ReturnReasons::default() };
    let whole = view
        .reasons
        .iter()
        .filter(|reason| reason.version == view.shown.version && reason.place == Place::Whole);
    ReturnReasons {
        by: format!("{}, {}", verdict.by, verdict.body),
        at: time::moment(ui.lang, calendar::local(verdict.at)),
        whole: whole.map(|reason| reason.words.clone()).collect(),
    }
}

pub(crate) fn version_href(campaign: CampaignId, body: BodyId, version: i64) -> String {
    format!("/campaigns/{campaign}/submissions/{body}?version={version}")
}
