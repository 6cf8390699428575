//! The own part done already: declared by a unit with its report, looked at by the desk.

mod decide;
mod declare;

pub use decide::DeclaredPage;
pub use declare::{DeclareForm, OwnPartPage};

use crate::library::file_words;
use crate::site::{Answer, Path, Policy, Route, Visitor, download};
use crate::ui::{Link, SummaryRow, Tag, Tone, Ui};
use app::own_part::{DeclaredView, FindReport};
use axum::routing::get;
use domain::calendar;
use domain::id::{BodyId, CampaignId};
use domain::own_part::{Refusal, Stage};
use words::time;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    let route = |path, handler| Route::new(path, Policy::SignedIn, handler);
    vec![
        route("/work/{campaign}/own-part", get(declare::show).post(declare::save)),
        route("/review/{campaign}/{body}/own-part", get(decide::show).post(decide::save)),
        route("/campaigns/{campaign}/own-parts/{body}/{version}/file", get(file)),
    ]
}

impl Ui {
    /// The tag of a declaration.
    pub fn own_part(&self, stage: &Stage) -> Tag {
        let (tone, key) = match stage {
            Stage::Declared => (Tone::Purple, "own-part-declared"),
            Stage::Accepted => (Tone::Green, "own-part-accepted"),
            Stage::Whole => (Tone::Green, "own-part-whole"),
            Stage::Refused => (Tone::Orange, "own-part-refused"),
            Stage::Withdrawn => (Tone::Plain, "own-part-withdrawn"),
        };
        self.tag(tone, self.say(key))
    }
}

/// Where the report of a declaration is opened.
pub(crate) fn file_href(campaign: CampaignId, body: BodyId, version: i64) -> String {
    format!("/campaigns/{campaign}/own-parts/{body}/{version}/file")
}

async fn file(
    visitor: Visitor,
    Path((campaign, body, version)): Path<(CampaignId, BodyId, i64)>,
) -> Answer {
    let file = visitor.read(FindReport { campaign, body, version }).await?.output;
    download(&visitor, file).await
}

/// What was declared, and what was said of it.
fn facts(ui: &Ui, view: &DeclaredView) -> Vec<SummaryRow> {
    let Some(part) = &view.part else { return Vec::new() };
    let row =
        |key: &str, value: String| SummaryRow { label: ui.say(key).to_string(), value, link: None };
    let declared = &part.declared;
    let paper = match declared.day {
        Some(day) => ui
            .say("task-document")
            .with("number", declared.number.as_str())
            .with("day", time::date(ui.lang, day))
            .to_string(),
        None => declared.number.clone(),
    };
    let moment = |at| time::moment(ui.lang, calendar::local(at));
    let by =
        |who: &str, at| ui.say("task-said-by").with("who", who).with("at", moment(at)).to_string();
    let mut rows = vec![
        row("own-part-held", time::long_date(ui.lang, declared.held)),
        row("own-part-paper", paper),
        row("own-part-by", by(&part.by, part.at)),
    ];
    if let Some(file) = &part.file {
        let href = file_href(view.campaign.id, view.assignment.body, part.version);
        rows.push(SummaryRow {
            label: ui.say("own-part-file").to_string(),
            value: file_words(ui, file),
            link: Some(Link { href, words: ui.say("own-part-open").to_string() }),
        });
    }
    if !declared.words.is_empty() {
        rows.push(row("own-part-words", declared.words.clone()));
    }
    if let Some((who, at, why)) = &part.said {
        rows.push(row("own-part-said", by(who, *at)));
        if !why.is_empty() {
            rows.push(row("own-part-why", why.clone()));
        }
    }
    rows
}

/// The field at which a rule speaks; of two days, the one that cannot be read or is to come.
fn field_of(key: &str, days: [(&'static str, &str); 2]) -> &'static str {
    let unreadable = |typed: &str| !typed.trim().is_empty() && calendar::read_day(typed).is_none();
    let wrong = || days.iter().find(|(_, typed)| unreadable(typed)).map_or("", |(name, _)| name);
    let fields = [
        (Refusal::DayMissing, "held"),
        (Refusal::DayToCome, "held"),
        (Refusal::NumberMissing, "number"),
        (Refusal::FileMissing, "file"),
        (Refusal::ReasonMissing, "why"),
    ];
    if key == Refusal::DayUnreadable.key() {
        return wrong();
    }
    if key == domain::file::Refusal::Empty.key() {
        return "file";
    }
    fields.into_iter().find(|(refusal, _)| refusal.key() == key).map_or("", |(_, field)| field)
}
