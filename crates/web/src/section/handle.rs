use super::edit::{Here, Used};
use super::{LowerText, OutlineStop, ReturnedReason, SectionPage};
use crate::own_part::file_href;
use crate::site::{Answer, Path, Policy, Posted, Route, Visitor, Wants};
use crate::ui::{Entry, ItemState, NavEntry, Ui};
use crate::work::numbered;
use app::section::{Completion, Cover, SaveSection, Saved, SectionView, ShowSection};
use app::{DraftSection, Ending, Scope, Seen};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::calendar;
use domain::campaign::Section;
use domain::id::{BodyId, CampaignId, SectionId};
use domain::submission::Place;
use words::time;

type Address = Path<(CampaignId, SectionId)>;

/// The routes of writing a section.
pub fn routes() -> Vec<Route> {
    vec![Route::new("/work/{campaign}/sections/{section}", Policy::SignedIn, get(show).post(save))]
}

async fn show(visitor: Visitor, Path((campaign, section)): Address) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowSection { campaign, section }).await?;
    visitor.show(&page(&visitor, &scope, &view))
}

async fn save(visitor: Visitor, Path((campaign, section)): Address, posted: Posted) -> Answer {
    let insert: Option<BodyId> = posted.parse("insert");
    let words = match insert {
        Some(body) => with_source(&visitor, campaign, section, (posted.get("text"), body)).await?,
        None => posted.get("text").to_owned(),
    };
    let done = posted.get("done") == "yes";
    let save = SaveSection {
        campaign,
        section,
        words: words.clone(),
        completion: if done { Completion::Complete } else { Completion::Open },
        rev: posted.parse("rev").unwrap_or(0),
    };
    match visitor.save(save).await {
        Ok(saved) if visitor.wants == Wants::Json => Ok(saved_json(&visitor, saved.output)),
        Ok(_) if posted.get("then") == "back" => visitor.go(&format!("/work/{campaign}")),
        Ok(_) => visitor.go(&format!("/work/{campaign}/sections/{section}")),
        Err(trouble) if visitor.wants == Wants::Json => Err(trouble),
        Err(trouble) => {
            let Seen { scope, output: view } =
                visitor.read(ShowSection { campaign, section }).await?;
            let mut page = page(&visitor, &scope, &view);
            let (status, words) = match trouble.refused() {
                Some(refused) => {
                    page.text.error = page.ui.refusal(refused);
                    (StatusCode::UNPROCESSABLE_ENTITY, words)
                }
                None if trouble.is_stale() => {
                    page.text.error = page.ui.say("section-stale").to_string();
                    (StatusCode::CONFLICT, format!("{}\n\n———\n\n{words}", page.text.value))
                }
                None => return Err(trouble),
            };
            page.text.value = words;
            Ok(visitor.page(status, &page))
        }
    }
}

/// The text with what a lower unit wrote behind it, and whose it is.
async fn with_source(
    visitor: &Visitor,
    campaign: CampaignId,
    section: SectionId,
    (text, body): (&str, BodyId),
) -> Result<String, crate::site::Trouble> {
    let Seen { scope, output: view } = visitor.read(ShowSection { campaign, section }).await?;
    let ui = visitor.ui_of(&scope);
    let lower = view.lower.iter().find(|lower| lower.body == body);
    let lower = lower.ok_or_else(|| visitor.trouble(Ending::NotFound))?;
    let source = ui.say("section-from").with("unit", lower.unit.as_str());
    let begun =
        if text.trim().is_empty() { String::new() } else { format!("{}\n\n", text.trim_end()) };
    Ok(format!("{begun}{} {source}", lower.words.trim_end()))
}

fn saved_json(visitor: &Visitor, saved: Saved) -> Response {
    let ui = visitor.ui_of_nobody();
    let words = saved_words(&ui, Some(saved.at));
    axum::Json(serde_json::json!({ "rev": saved.rev, "words": words })).into_response()
}

fn saved_words(ui: &Ui, at: Option<jiff::Timestamp>) -> String {
    match at {
        Some(at) => {
            let clock = time::clock(calendar::local(at).time());
            ui.say("section-saved").with("clock", clock).to_string()
        }
        None => ui.say("section-not-saved").to_string(),
    }
}

fn page(visitor: &Visitor, scope: &Scope, view: &SectionView) -> SectionPage {
    section_page(visitor.ui(scope, NavEntry::Work), view)
}

/// `Ban Chính sách pháp luật phụ trách`; empty where nobody is named.
pub(crate) fn owner_words(ui: &Ui, section: &Section) -> String {
    let words = |name: &str| ui.say("section-owner").with("who", name).to_string();
    section.owner.as_ref().map_or_else(String::new, |owner| words(&owner.name))
}

/// The section as its unit sees it.
pub(crate) fn section_page(ui: Ui, view: &SectionView) -> SectionPage {
    let campaign = view.assignment.campaign;
    let section = &view.outline[view.at];
    let draft = view.drafts.iter().find(|draft| draft.section == section.id);
    let href = |section: &Section| format!("/work/{campaign}/sections/{}", section.id);
    let own = draft.map(|draft| draft.words.as_str()).unwrap_or_default();
    let leaves: Vec<&Section> = leaves(&view.outline).collect();
    let at = leaves.iter().position(|leaf| leaf.id == section.id).unwrap_or(0);
    let neighbour = |at: Option<usize>| at.and_then(|at| leaves.get(at)).map(|s| href(s));
    SectionPage {
        campaign: view.title.clone(),
        back: format!("/work/{campaign}"),
        title: numbered(&section.number, &section.title),
        need: section.need,
        owner: match view.reporting {
            0 => String::new(),
            _ => owner_words(&ui, section),
        },
        at: at + 1,
        of: leaves.len(),
        outline: leaves
            .iter()
            .map(|stop| OutlineStop {
                title: numbered(&stop.number, &stop.title),
                href: href(stop),
                depth: usize::from(stop.depth),
                state: state(view, stop.id),
                here: if stop.id == section.id { Here::Yes } else { Here::No },
            })
            .collect(),
        guidance: section.guidance.lines().map(str::to_owned).collect(),
        library: crate::library::links(&ui, campaign, &view.library),
        covered: match view.covered {
            Cover::Covered => format!("/work/{campaign}/own-part"),
            Cover::Open => String::new(),
        },
        reasons: reasons(&ui, view),
        text: Entry { value: own.to_owned(), error: locked(&ui, view) },
        rev: draft.map_or(0, |draft| draft.rev),
        saved: saved_words(&ui, draft.map(|draft| draft.at)),
        state: state(view, section.id),
        previous: neighbour(at.checked_sub(1)).unwrap_or_default(),
        next: neighbour(at.checked_add(1)).unwrap_or_default(),
        lower: view.lower.iter().map(|text| lower(&ui, own, text)).collect(),
        not_asked: usize::try_from(view.not_asked).unwrap_or(0),
        coverage: (view.lower.len(), usize::try_from(view.reporting).unwrap_or(0)),
        ui,
    }
}

fn locked(ui: &Ui, view: &SectionView) -> String {
    match view.assignment.stage.writable() {
        Ok(()) => String::new(),
        Err(_) => ui.say("section-locked").to_string(),
    }
}

fn reasons(ui: &Ui, view: &SectionView) -> Vec<ReturnedReason> {
    let by = ui.say("section-reason-by").with("who", view.returned_by.as_str()).to_string();
    let reason = |words: &String| ReturnedReason { words: words.clone(), by: by.clone() };
    view.reasons.iter().map(|row| reason(&row.words)).collect()
}

fn lower(ui: &Ui, own: &str, text: &app::section::LowerText) -> LowerText {
    let used = own.contains(text.words.trim_end());
    let short = |version: i64| ui.say("version-short").with("version", version).to_string();
    let (campaign, body) = (text.campaign, text.body);
    let href = |version: i64| format!("/campaigns/{campaign}/submissions/{body}?version={version}");
    let report = |version: i64| file_href(campaign, body, version);
    LowerText {
        id: text.body.to_string(),
        unit: text.unit.clone(),
        version: text.version.map(short).unwrap_or_default(),
        href: text.version.map(href).unwrap_or_default(),
        own_report: text.own_part.map(report).unwrap_or_default(),
        paragraphs: text
            .words
            .lines()
            .filter(|l| !l.trim().is_empty())
            .map(str::to_owned)
            .collect(),
        used: if used { Used::Inserted } else { Used::NotYet },
    }
}

fn state(view: &SectionView, section: SectionId) -> ItemState {
    let draft: Option<&DraftSection> = view.drafts.iter().find(|draft| draft.section == section);
    match draft {
        _ if view.to_mend.contains(&Place::Section(section)) => ItemState::ToMend,
        Some(draft) if draft.complete => ItemState::Done,
        Some(draft) if !draft.words.is_empty() => ItemState::Doing,
        _ => ItemState::ToDo,
    }
}

fn leaves(outline: &[Section]) -> impl Iterator<Item = &Section> {
    app::submission::leaves(outline)
}
