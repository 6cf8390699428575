use super::edit::page;
use crate::site::{Answer, Path, Posted, Query, Trouble, Visitor};
use crate::ui::{Entry, Mistake, NavEntry, Ui};
use app::Seen;
use app::amendment::{PutAmending, ShowAmending, TypedNew, TypedSection, UnitStep, Written};
use axum::http::StatusCode;
use domain::amendment::Spot;
use domain::calendar;
use domain::id::{BodyId, CampaignId, SectionId};
use jiff::civil::Date;
use serde::Deserialize;

/// What was typed and could not be kept, with what is wrong; nothing where the page is fresh.
pub(super) struct Typed<'p> {
    posted: Option<&'p Posted>,
    pub mistakes: &'p [Mistake],
    /// The unit that is searched for.
    pub query: &'p str,
}

#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    q: String,
}

impl Typed<'_> {
    /// A field as it was typed, else as it is kept.
    pub fn entry(&self, name: &str, kept: &str) -> Entry {
        let value = match self.posted {
            Some(posted) if posted.has(name) => posted.get(name),
            _ => kept,
        };
        let wrong = self.mistakes.iter().find(|mistake| mistake.field == name);
        Entry {
            value: value.to_owned(),
            error: wrong.map(|mistake| mistake.words.clone()).unwrap_or_default(),
        }
    }

    /// Whether a section was ticked as withdrawn, where the form was sent.
    pub fn written(&self, at: usize) -> Option<Written> {
        self.posted
            .filter(|posted| posted.has(&format!("id-{at}")))
            .map(|posted| written(posted, at))
    }

    pub fn get(&self, name: &str) -> &str {
        self.posted.map_or("", |posted| posted.get(name))
    }
}

pub(super) async fn show(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let Seen { scope, output: view } =
        visitor.read(ShowAmending { campaign, query: wanted.q.clone() }).await?;
    let ui = visitor.ui(&scope, NavEntry::Campaigns);
    let typed = Typed { posted: None, mistakes: &[], query: &wanted.q };
    visitor.show(&page(ui, &view, &typed))
}

pub(super) async fn post(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let ui = visitor.ui_of_nobody();
    let (mut mistakes, mut status) = (Vec::new(), StatusCode::UNPROCESSABLE_ENTITY);
    let tried = keep(&visitor, &ui, (campaign, &posted), &mut mistakes).await;
    match tried {
        Ok(Some(to)) => return visitor.go(&to),
        Ok(None) => {}
        Err(trouble) => {
            let words;
            (status, words) = trouble.above_form(&ui)?;
            mistakes.push(Mistake::new("", words));
        }
    }
    let query = posted.get("q").to_owned();
    let Seen { scope, output: view } = visitor.read(ShowAmending { campaign, query }).await?;
    let typed = Typed { posted: Some(&posted), mistakes: &mistakes, query: posted.get("q") };
    let ui = visitor.ui(&scope, NavEntry::Campaigns);
    Ok(visitor.page(status, &page(ui, &view, &typed)))
}

/// Saves what was typed; nothing where a day of it cannot be read.
async fn keep(
    visitor: &Visitor,
    ui: &Ui,
    (campaign, posted): (CampaignId, &Posted),
    mistakes: &mut Vec<Mistake>,
) -> Result<Option<String>, Trouble> {
    let case = typed(ui, campaign, posted, mistakes);
    if !mistakes.is_empty() {
        return Ok(None);
    }
    visitor.save(case).await?;
    let home = format!("/campaigns/{campaign}/amend");
    let to = match posted.get("do") {
        "save" => home,
        // To what was searched for or just done with a unit.
        _ => format!("{home}?q={}#units", encode(posted.get("q"))),
    };
    Ok(Some(to))
}

fn typed(
    ui: &Ui,
    campaign: CampaignId,
    posted: &Posted,
    mistakes: &mut Vec<Mistake>,
) -> PutAmending {
    let text = |name: &str| posted.get(name).to_owned();
    let mut deadlines: Vec<(String, Date)> = Vec::new();
    for at in (0..).take_while(|at| posted.has(&format!("tier-{at}"))) {
        let name = format!("due-{at}");
        match (posted.get(&name).trim(), calendar::read_day(posted.get(&name))) {
            ("", _) => {}
            (_, Some(day)) => deadlines.push((text(&format!("tier-{at}")), day)),
            (_, None) => mistakes.push(Mistake::new(
                name,
                ui.refusal(domain::campaign::Refusal::DeadlineUnreadable),
            )),
        }
    }
    PutAmending {
        campaign,
        rev: posted.parse("rev").unwrap_or(0),
        reason: text("reason"),
        sections: sections(posted),
        new: new_section(posted),
        unit: unit_step(posted.get("do")),
        deadlines,
    }
}

fn sections(posted: &Posted) -> Vec<TypedSection> {
    let text = |name: &str, at: usize| posted.get(&format!("{name}-{at}")).to_owned();
    (0..)
        .map_while(|at| {
            let id: SectionId = posted.parse(&format!("id-{at}"))?;
            Some(TypedSection {
                id,
                number: text("number", at),
                title: text("title", at),
                guidance: text("guidance", at),
                written: written(posted, at),
            })
        })
        .collect()
}

fn written(posted: &Posted, at: usize) -> Written {
    match posted.has(&format!("withdrawn-{at}")) {
        true => Written::Withdrawn,
        false => Written::Asked,
    }
}

fn new_section(posted: &Posted) -> Option<TypedNew> {
    let text = |name: &str| posted.get(name).to_owned();
    let (kind, id) = posted.get("new-spot").split_once('-')?;
    let id: SectionId = id.parse().ok()?;
    let spot = if kind == "under" { Spot::Under(id) } else { Spot::After(id) };
    let (number, title, guidance) = (text("new-number"), text("new-title"), text("new-guidance"));
    let typed =
        !(number.trim().is_empty() && title.trim().is_empty() && guidance.trim().is_empty());
    typed.then_some(TypedNew { spot, number, title, guidance })
}

/// `excuse-0f…`: what is to happen with which unit.
fn unit_step(act: &str) -> Option<(BodyId, UnitStep)> {
    let (kind, id) = act.split_once('-')?;
    let step = match kind {
        "ask" => UnitStep::Ask,
        "excuse" => UnitStep::Excuse,
        "leave" => UnitStep::Leave,
        _ => return None,
    };
    Some((id.parse().ok()?, step))
}

/// Words as a part of an address.
fn encode(words: &str) -> String {
    words.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
