use super::{facts, field_of};
use crate::site::{Answer, Path, Posted, Trouble, Visitor};
use crate::ui::{Choice, Entry, Mistake, NavEntry, SummaryRow, Ui};
use crate::work::numbered;
use app::own_part::{Decide, Decision, DeclaredView, Right, ShowDeclared};
use app::{Scope, Seen};
use askama::Template;
use domain::id::{BodyId, CampaignId};
use domain::own_part::{Stage, asks_annex};
use serde::Deserialize;

/// What a unit declared, at the desk. Posts `do` (`accept`, `refuse`), `asked` (several, the sections
/// still asked), `why`, `version`.
#[derive(Template, Deserialize)]
#[template(path = "own_part/decide.html")]
pub struct DeclaredPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: String,
    pub body: String,
    pub stage: Stage,
    pub facts: Vec<SummaryRow>,
    /// The table of figures, which stays asked whatever the report says; may be empty.
    #[serde(default)]
    pub table: String,
    /// The sections, those still asked chosen; nothing once it was decided.
    #[serde(default)]
    pub sections: Vec<Choice>,
    /// The sections the report stands for.
    #[serde(default)]
    pub covered: Vec<String>,
    /// Why it is not accepted; nothing where the seat may not say so.
    #[serde(default)]
    pub why: Option<Entry>,
    pub version: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

type Place = Path<(CampaignId, BodyId)>;

pub(super) async fn show(visitor: Visitor, Path((campaign, body)): Place) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowDeclared { campaign, body }).await?;
    visitor.show(&page(&visitor, &scope, &view))
}

pub(super) async fn save(
    visitor: Visitor,
    Path((campaign, body)): Place,
    posted: Posted,
) -> Answer {
    let trouble: Trouble = match act(&visitor, (campaign, body), &posted).await {
        Ok(event) => return visitor.go_after(&format!("/queue/{campaign}?show=all"), event),
        Err(trouble) => trouble,
    };
    let field = trouble.refused().map_or("", |refused| field_of(refused.key(), [("", ""); 2]));
    let (status, words) = trouble.above_form(&visitor.ui_of_nobody())?;
    let Seen { scope, output: view } = visitor.read(ShowDeclared { campaign, body }).await?;
    let mut page = page(&visitor, &scope, &view);
    if let Some(why) = &mut page.why {
        posted.get("why").clone_into(&mut why.value);
        if field == "why" {
            why.error.clone_from(&words);
        }
    }
    for section in &mut page.sections {
        section.chosen = posted.all("asked").any(|id| id == section.value);
    }
    page.mistakes.push(Mistake::new(field, words));
    Ok(visitor.page(status, &page))
}

async fn act(
    visitor: &Visitor,
    (campaign, body): (CampaignId, BodyId),
    posted: &Posted,
) -> Result<Option<domain::id::EventId>, Trouble> {
    let version = posted.parse("version").unwrap_or(0);
    let decision = match posted.get("do") {
        "accept" => Decision::Accept {
            asked: posted.all("asked").filter_map(|id| id.parse().ok()).collect(),
        },
        _ => Decision::Refuse { why: posted.get("why").to_owned() },
    };
    let acted = visitor.act(posted, Decide { campaign, body, version, decision }).await?;
    Ok(acted.event)
}

fn page(visitor: &Visitor, scope: &Scope, view: &DeclaredView) -> DeclaredPage {
    let ui = visitor.ui(scope, NavEntry::Work);
    let stage = view.assignment.own_part.unwrap_or(Stage::Withdrawn);
    let acts = view.decides == Right::Acts;
    let open = acts && stage == Stage::Declared;
    let sections = view.sections.iter().map(|section| Choice {
        value: section.id.to_string(),
        label: numbered(&section.number, &section.title),
        hint: String::new(),
        chosen: asks_annex(&section.title, &section.guidance),
    });
    let covered = view.sections.iter().filter(|section| view.covered.contains(&section.id));
    DeclaredPage {
        campaign: view.campaign.title.clone(),
        back: format!("/queue/{}", view.campaign.id),
        body: view.assignment.name.clone(),
        stage,
        facts: facts(&ui, view),
        table: view.table.clone().unwrap_or_default(),
        sections: if open { sections.collect() } else { Vec::new() },
        covered: covered.map(|section| numbered(&section.number, &section.title)).collect(),
        why: (acts && stage.refuse().is_ok()).then(Entry::default),
        version: view.part.as_ref().map_or(0, |part| part.version),
        mistakes: Vec::new(),
        ui,
    }
}
