//! What the buttons of the outline editor do. Each posts the whole form, so that nothing typed is
//! lost, and only confirming keeps anything.

use super::outline::{Edited, Gone, page};
use crate::site::{Answer, Path, Posted, Trouble, Visitor};
use crate::ui::{Mistake, Ui};
use crate::work::numbered;
use app::campaign::{FoundOutline, PutOutline, ShowSetUp, found_in, read_outlines};
use app::plan::ShowPlan;
use app::{Ending, Seen};
use axum::http::StatusCode;
use domain::campaign::outline::{
    Spot, Way, add, number_twice, put_back, remove, renumber, settle, shift, take_over,
};
use domain::campaign::{Need, NewSection};
use domain::id::{CampaignId, PlanId};

/// What a button asks for: `confirm`, `renumber`, `undo`, `plan`, `read`, `leave`, `replace-N`,
/// `append-N`, `add`, and of a row `up-N`, `down-N`, `in-N`, `out-N`, `before-N`, `after-N`,
/// `below-N`, `remove-N`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Confirm,
    Shift(Way, usize),
    Add(Spot, usize),
    Remove(usize),
    Undo,
    Renumber,
    /// Look for outlines in the plan, or in the file that came along.
    FromPlan,
    FromFile,
    /// Take over what was found, or leave it.
    Replace(usize),
    Append(usize),
    Leave,
}

/// The longest outline; a longer one is a text.
const ROWS_MAX: usize = 300;

pub(super) async fn save(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let mut edited = typed(&posted);
    let act = act(posted.get("do"), edited.rows.len());
    let (status, mistakes) = match act {
        Act::Confirm => match confirm(&visitor, campaign, &posted, &mut edited).await? {
            None => return visitor.go(&format!("/campaigns/{campaign}/setup")),
            Some(wrong) => wrong,
        },
        Act::FromPlan => from_plan(&visitor, campaign, &mut edited).await?,
        Act::FromFile => from_file(&visitor, &posted, &mut edited).await?,
        act => {
            arrange(&visitor.ui_of_nobody(), &mut edited, act);
            (StatusCode::OK, Vec::new())
        }
    };
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    Ok(visitor.page(status, &page(&visitor, &scope, &view, edited, mistakes)))
}

fn act(name: &str, rows: usize) -> Act {
    let (kind, at) = match name.rsplit_once('-') {
        Some((kind, at)) => (kind, at.parse().unwrap_or(usize::MAX)),
        None => (name, rows),
    };
    match kind {
        "up" => Act::Shift(Way::Up, at),
        "down" => Act::Shift(Way::Down, at),
        "in" => Act::Shift(Way::In, at),
        "out" => Act::Shift(Way::Out, at),
        "before" => Act::Add(Spot::Before, at),
        "after" | "add" => Act::Add(Spot::After, at),
        "below" => Act::Add(Spot::Below, at),
        "remove" => Act::Remove(at),
        "undo" => Act::Undo,
        "renumber" => Act::Renumber,
        "plan" => Act::FromPlan,
        "read" => Act::FromFile,
        "replace" => Act::Replace(at),
        "append" => Act::Append(at),
        "leave" => Act::Leave,
        _ => Act::Confirm,
    }
}

fn arrange(ui: &Ui, edited: &mut Edited, act: Act) {
    let mut rows = edited.sections();
    match act {
        Act::Shift(way, at) => {
            let place = shift(&mut rows, at, way);
            edited.focus = Some(place);
            edited.said = place_words(ui, &rows, place);
        }
        Act::Add(spot, at) => edited.focus = Some(add(&mut rows, at, spot)),
        Act::Remove(at) => {
            let taken = remove(&mut rows, at);
            if !taken.is_empty() {
                edited.gone.push(Gone { at, rows: taken });
            }
            edited.focus = rows.len().checked_sub(1).map(|last| at.min(last));
        }
        Act::Undo => {
            if let Some(Gone { at, rows: taken }) = edited.gone.pop() {
                put_back(&mut rows, at, taken);
                edited.focus = Some(at.min(rows.len() - 1));
            }
        }
        Act::Renumber => {
            renumber(&mut rows);
            edited.said = ui.say("outline-renumbered").to_string();
        }
        Act::Replace(at) | Act::Append(at) => {
            let taken = edited.found.get(at).map(|found| found.sections.clone());
            let taken = taken.unwrap_or_default();
            edited.said = ui.say("outline-taken").with("n", taken.len()).to_string();
            if let Act::Replace(_) = act {
                rows = take_over(&rows, taken);
            } else {
                rows.extend(taken);
            }
            edited.found.clear();
        }
        Act::Leave => edited.found.clear(),
        Act::Confirm | Act::FromPlan | Act::FromFile => {}
    }
    edited.put(rows);
}

/// Where a section stands now: `I. Kết quả: mục 2/9, cấp 1`.
fn place_words(ui: &Ui, rows: &[NewSection], at: usize) -> String {
    let Some(row) = rows.get(at) else { return String::new() };
    ui.say("outline-place")
        .with("name", numbered(&row.number, &row.title))
        .with("n", at + 1)
        .with("of", rows.len())
        .with("depth", usize::from(row.depth) + 1)
        .to_string()
}

type Wrong = (StatusCode, Vec<Mistake>);

/// Keeps the outline; what is wrong with it, marked at its rows too, where it cannot be kept.
async fn confirm(
    visitor: &Visitor,
    campaign: CampaignId,
    posted: &Posted,
    edited: &mut Edited,
) -> Result<Option<Wrong>, Trouble> {
    let ui = visitor.ui_of_nobody();
    let mistakes = mistakes(&ui, edited);
    if !mistakes.is_empty() {
        return Ok(Some((StatusCode::UNPROCESSABLE_ENTITY, mistakes)));
    }
    let rev = posted.parse("rev").unwrap_or(0);
    match visitor.save(PutOutline { campaign, rev, sections: edited.sections() }).await {
        Ok(_) => Ok(None),
        Err(trouble) => {
            let (status, words) = trouble.above_form(&ui)?;
            Ok(Some((status, vec![Mistake::new("outline", words)])))
        }
    }
}

/// Rows without a title that have something else, and two sisters with one number.
fn mistakes(ui: &Ui, edited: &mut Edited) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    let rows = edited.sections();
    for (at, row) in edited.rows.iter_mut().enumerate() {
        let NewSection { number, title, guidance, .. } = &row.section;
        let untitled = title.trim().is_empty();
        if untitled && !(number.trim().is_empty() && guidance.trim().is_empty()) {
            row.title_error = ui.say("outline-title-missing").to_string();
            mistakes.push(Mistake::new(format!("title-{at}"), &row.title_error));
        }
    }
    if let Some((first, second)) = number_twice(&rows) {
        let words = ui
            .say("outline-number-twice")
            .with("number", rows[first].number.trim())
            .with("first", rows[first].title.trim())
            .with("second", rows[second].title.trim())
            .to_string();
        mistakes.push(Mistake::new(format!("number-{second}"), &words));
        edited.rows[second].number_error = words;
    }
    mistakes
}

async fn from_plan(
    visitor: &Visitor,
    campaign: CampaignId,
    edited: &mut Edited,
) -> Result<Wrong, Trouble> {
    let view = visitor.read(ShowSetUp { campaign }).await?.output;
    let plan: PlanId = view.campaign.plan.ok_or_else(|| visitor.trouble(Ending::NotFound))?;
    let plan = visitor.read(ShowPlan { plan }).await?.output;
    Ok(offer(&visitor.ui_of_nobody(), edited, plan.file_name, found_in(&plan.documents)))
}

async fn from_file(
    visitor: &Visitor,
    posted: &Posted,
    edited: &mut Edited,
) -> Result<Wrong, Trouble> {
    let ui = visitor.ui_of_nobody();
    let Some(file) = posted.upload.clone() else {
        return Ok(wrong(ui.say("outline-file-missing").to_string()));
    };
    let read_file = visitor.site.read_file;
    let name = file.name.clone();
    // Reading takes as long as reading takes, away from the threads that answer.
    let work = tokio::task::spawn_blocking(move || {
        read_file(&file.name, &file.bytes).map(|source| read_outlines(&source))
    });
    let broken =
        |error: tokio::task::JoinError| visitor.trouble(Ending::broken(&error.to_string()));
    match work.await.map_err(broken)? {
        Ok(found) => Ok(offer(&ui, edited, name, found)),
        Err(key) => Ok(wrong(ui.say(key).to_string())),
    }
}

/// Lays what was found before the officer; says so where nothing was.
fn offer(ui: &Ui, edited: &mut Edited, file: String, found: Vec<FoundOutline>) -> Wrong {
    if found.is_empty() {
        return wrong(ui.say("outline-none-found").with("file", file).to_string());
    }
    if found.iter().any(|found| found.sections.len() > ROWS_MAX) {
        return wrong(ui.say("outline-found-too-long").with("file", file).to_string());
    }
    (edited.found, edited.found_in) = (found, file);
    (StatusCode::OK, Vec::new())
}

fn wrong(words: String) -> Wrong {
    (StatusCode::UNPROCESSABLE_ENTITY, vec![Mistake::new("file", words)])
}

/// What the form holds, in its order.
fn typed(posted: &Posted) -> Edited {
    let rows = (0..ROWS_MAX * 2).map_while(|at| {
        let field = |name: &str| posted.get(&format!("{name}-{at}")).to_owned();
        posted.has(&format!("title-{at}")).then(|| NewSection {
            id: field("id").parse().ok(),
            number: field("number"),
            title: field("title"),
            guidance: field("guidance"),
            depth: field("depth").parse().unwrap_or(0),
            owner: field("owner").parse().ok(),
            need: Need::parse(&field("need")).unwrap_or_default(),
        })
    });
    let mut rows: Vec<NewSection> = rows.collect();
    settle(&mut rows);
    let mut edited = Edited {
        gone: serde_json::from_str(posted.get("gone")).unwrap_or_default(),
        found: serde_json::from_str(posted.get("found")).unwrap_or_default(),
        found_in: posted.get("found-in").to_owned(),
        ..Edited::default()
    };
    edited.put(rows);
    edited
}
