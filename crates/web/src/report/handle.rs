use super::{Heading, HeadingForm, ReportPage, ReportPart, SumsAs, compose, heading_words};
use crate::campaign::{Approved, path_lines};
use crate::section::owner_words;
use crate::site::{Answer, Path, Policy, Posted, Render, Route, Trouble, Visitor, Wants, paper};
use crate::ui::{Entry, ItemState, Link, Mistake, NavEntry, Ui};
use crate::work::numbered;
use app::report::{ReportFigures, ReportView, SaveHeading, SavedHeading, show_report};
use app::{DraftSection, HeadingWords, Scope, Seen};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::campaign::{Need, Section};
use domain::id::CampaignId;
use words::time;

/// The routes of the report of the own unit.
pub fn routes() -> Vec<Route> {
    vec![
        Route::new("/report/{campaign}", Policy::SignedIn, get(show).post(save)),
        Route::new("/report/{campaign}/docx", Policy::SignedIn, get(docx)),
        Route::new("/report/{campaign}/pdf", Policy::SignedIn, get(pdf)),
    ]
}

/// Characters of a section that are shown to recognise it by.
const START_CHARS: usize = 90;

async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = report(&visitor, campaign).await?;
    visitor.show(&page(&visitor, &scope, &view, heading_words(&view)))
}

async fn save(visitor: Visitor, Path(campaign): Path<CampaignId>, posted: Posted) -> Answer {
    let words = posted_words(&posted);
    let rev = posted.parse("rev").unwrap_or(0);
    match visitor.save(SaveHeading { campaign, words: words.clone(), rev }).await {
        Ok(saved) if visitor.wants == Wants::Json => Ok(saved_json(&visitor, saved.output)),
        Ok(_) => visitor.go(&format!("/report/{campaign}")),
        Err(trouble) if visitor.wants == Wants::Json => Err(trouble),
        Err(trouble) => {
            let (status, why) = trouble.above_form(&visitor.ui_of_nobody())?;
            let Seen { scope, output: view } = report(&visitor, campaign).await?;
            let mut page = page(&visitor, &scope, &view, words);
            page.mistakes.push(Mistake::new("", why));
            Ok(visitor.page(status, &page))
        }
    }
}

async fn docx(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let view = report(&visitor, campaign).await?.output;
    paper(&visitor, compose(&view), Render::Docx).await
}

async fn pdf(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let view = report(&visitor, campaign).await?.output;
    paper(&visitor, compose(&view), Render::Pdf).await
}

async fn report(visitor: &Visitor, campaign: CampaignId) -> Result<Seen<ReportView>, Trouble> {
    let seen = show_report(&visitor.site.app, visitor.token(), campaign).await;
    seen.map_err(|ending| visitor.trouble(ending))
}

fn posted_words(posted: &Posted) -> HeadingWords {
    let typed = |field: &str| posted.get(field).to_owned();
    HeadingWords {
        number: typed("number"),
        place: typed("place"),
        day: typed("date"),
        authority: typed("authority"),
        post: typed("post"),
        signatory: typed("signatory"),
        recipients: typed("recipients"),
    }
}

fn saved_json(visitor: &Visitor, saved: SavedHeading) -> Response {
    let words = saved_words(&visitor.ui_of_nobody(), saved.at);
    axum::Json(serde_json::json!({ "rev": saved.rev, "words": words })).into_response()
}

fn saved_words(ui: &Ui, at: jiff::Timestamp) -> String {
    let clock = time::clock(calendar::local(at).time());
    ui.say("section-saved").with("clock", clock).to_string()
}

fn page(visitor: &Visitor, scope: &Scope, view: &ReportView, words: HeadingWords) -> ReportPage {
    let ui = visitor.ui(scope, NavEntry::Work);
    let campaign = view.campaign.id;
    let sums = match &view.figures {
        ReportFigures::Sums(sums) | ReportFigures::SentSums(sums) => Some(sums),
        ReportFigures::None | ReportFigures::Own { .. } => None,
    };
    let heading = heading(&ui, words);
    let may_write = scope.may(Action::Write, Relation::Own).is_ok();
    let writable = view.assignment.stage.writable().is_ok();
    ReportPage {
        campaign: view.campaign.title.clone(),
        back: format!("/work/{campaign}"),
        body: view.names.name.clone(),
        approved: Approved::of(view.campaign.approval),
        path: path_lines(&ui, &view.path),
        mistakes: mistakes(&heading),
        heading,
        form: if may_write { HeadingForm::Open } else { HeadingForm::Closed },
        parts: parts(&ui, view),
        covers: sums.map(|sums| (sums.coverage.heard, sums.coverage.of)),
        sums_as: match &view.figures {
            ReportFigures::SentSums(_) => SumsAs::Sent,
            _ => SumsAs::Now,
        },
        missing: sums.map_or_else(Vec::new, |sums| {
            sums.missing.iter().map(|unit| unit.short.clone()).collect()
        }),
        docx: format!("/report/{campaign}/docx"),
        pdf: format!("/report/{campaign}/pdf"),
        send: (view.assignment.receiver.is_some() && writable).then(|| Link {
            href: format!("/work/{campaign}/check"),
            words: ui.say("submission-check").to_string(),
        }),
        rev: view.heading.as_ref().map_or(0, |heading| heading.rev),
        saved: view.heading.as_ref().map_or_else(String::new, |h| saved_words(&ui, h.at)),
        ui,
    }
}

fn heading(ui: &Ui, words: HeadingWords) -> Heading {
    let entry = |value: String| Entry { value, error: String::new() };
    let unreadable = !words.day.is_empty() && calendar::read_day(&words.day).is_none();
    let why = if unreadable { ui.say("report-date-unreadable").to_string() } else { String::new() };
    Heading {
        number: entry(words.number),
        place: entry(words.place),
        date: Entry { value: words.day, error: why },
        authority: entry(words.authority),
        post: entry(words.post),
        signatory: entry(words.signatory),
        recipients: entry(words.recipients),
    }
}

fn mistakes(heading: &Heading) -> Vec<Mistake> {
    let wrong = Some(&heading.date.error).filter(|words| !words.is_empty());
    wrong.map(|words| Mistake::new("date", words)).into_iter().collect()
}

fn parts(ui: &Ui, view: &ReportView) -> Vec<ReportPart> {
    let campaign = view.campaign.id;
    let sections = app::submission::leaves(&view.outline).map(|section| {
        let draft = view.drafts.iter().find(|draft| draft.section == section.id);
        let count = draft.map_or(0, |draft| draft.words.split_whitespace().count());
        ReportPart {
            title: numbered(&section.number, &section.title),
            href: format!("/work/{campaign}/sections/{}", section.id),
            state: state(section, draft),
            note: match count {
                0 => ui.say("submission-words-none").to_string(),
                count => ui.say("submission-words-count").with("n", count).to_string(),
            },
            owner: owner_words(ui, section),
            start: draft.map_or_else(String::new, start),
        }
    });
    sections.chain(figures_part(ui, view)).collect()
}

fn figures_part(ui: &Ui, view: &ReportView) -> Option<ReportPart> {
    let campaign = view.campaign.id;
    let part = |title: &str, href: String, state: ItemState, note: String| {
        Some(ReportPart {
            title: title.to_owned(),
            href,
            state,
            note,
            owner: String::new(),
            start: String::new(),
        })
    };
    match &view.figures {
        ReportFigures::None => None,
        ReportFigures::Own { table, typed } => {
            let filled = typed.iter().filter(|typed| !typed.is_empty()).count();
            let state = match filled {
                0 => ItemState::ToDo,
                filled if filled == typed.len() => ItemState::Done,
                _ => ItemState::Doing,
            };
            let note = ui.say("submission-cells-count").with("n", filled).with("of", typed.len());
            part(&table.title, format!("/work/{campaign}/figures"), state, note.to_string())
        }
        ReportFigures::Sums(sums) | ReportFigures::SentSums(sums) => {
            let covered = sums.coverage;
            let whole = covered.heard == covered.of;
            let state = if whole { ItemState::Done } else { ItemState::Doing };
            let note = ui.say("figures-n-of").with("n", covered.heard).with("of", covered.of);
            part(
                &sums.table.title,
                format!("/figures/{}", sums.campaign.id),
                state,
                note.to_string(),
            )
        }
    }
}

fn state(section: &Section, draft: Option<&DraftSection>) -> ItemState {
    match draft {
        Some(draft) if draft.complete => ItemState::Done,
        Some(draft) if !draft.words.is_empty() => ItemState::Doing,
        _ if section.need == Need::Optional => ItemState::Optional,
        _ => ItemState::ToDo,
    }
}

fn start(draft: &DraftSection) -> String {
    let line = draft.words.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let line = line.replace("**", "");
    match line.char_indices().nth(START_CHARS) {
        Some((at, _)) => format!("{} …", line[..at].trim_end()),
        None => line,
    }
}
