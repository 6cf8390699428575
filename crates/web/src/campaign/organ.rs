use super::Chosen;
use super::dates_form::stated;
use super::dates_typed::or_mistake;
use super::rows::{RowAct, move_row, row_act};
use crate::plan::typed_day;
use crate::site::{Answer, Path, Posted, Trouble, Visitor};
use crate::ui::{Choice, Entry, Link, Mistake, NavEntry, Ui};
use crate::work::numbered;
use app::campaign::{
    Asking, NewOwnSection, OrganView, OrgansView, PutOrgan, ReadDays, ShowOrgans, TypedDay,
};
use app::{Ending, Scope, Seen};
use askama::Template;
use axum::http::StatusCode;
use domain::campaign::{NewSection, Refusal, Section, Stage};
use domain::id::{BodyId, CampaignId};
use serde::Deserialize;

/// One organ of the issuer: whether it reports itself, by when, through whom, and its own outline.
/// Posts `asked` (`yes`), `due`, `via`, for every row `id-N`, `number-N`, `title-N`, `guidance-N`,
/// `depth-N`, `beside-N`, `rev`, and `do`: `save`, `add`, or `up-N`, `down-N`, `remove-N`.
#[derive(Template, Deserialize)]
#[template(path = "campaign/organ.html")]
pub struct OrganPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub name: String,
    #[serde(default)]
    pub asked: Chosen,
    pub due: Entry,
    /// What was typed in words, and how it reads.
    #[serde(default)]
    pub stated: String,
    pub desks: Vec<Choice>,
    pub rows: Vec<OrganSection>,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// A section of the organ's outline as it stands in its fields.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct OrganSection {
    #[serde(default)]
    pub id: String,
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub guidance: String,
    #[serde(default)]
    pub depth: u8,
    /// The sections of the common outline, one of which it lies beside.
    #[serde(default)]
    pub beside: Vec<Choice>,
}

type Place = Path<(CampaignId, BodyId)>;

/// What was typed.
struct Typed {
    asked: Chosen,
    due: String,
    via: Option<BodyId>,
    rows: Vec<(NewSection, String)>,
}

pub(super) async fn show(visitor: Visitor, Path((campaign, body)): Place) -> Answer {
    let case = ShowOrgans { campaign, body: Some(body) };
    let Seen { scope, output: view } = visitor.read(case).await?;
    if let Stage::Issued { .. } = view.campaign.stage {
        return visitor.go(&format!("/campaigns/{campaign}"));
    }
    let organ = find(&visitor, &view, body)?;
    visitor.show(&page(&visitor, &scope, &view, (organ, &kept(&view, organ))))
}

pub(super) async fn save(
    visitor: Visitor,
    Path((campaign, body)): Place,
    posted: Posted,
) -> Answer {
    let case = ShowOrgans { campaign, body: Some(body) };
    let view = visitor.read(case.clone()).await?.output;
    let mut typed = typed(&posted);
    let act = row_act(posted.get("do"));
    let mut mistakes = Vec::new();
    let mut status = StatusCode::OK;
    match act {
        RowAct::Add => typed.rows.push((NewSection::default(), String::new())),
        RowAct::Up(_) | RowAct::Down(_) | RowAct::Remove(_) => move_row(&mut typed.rows, act),
        RowAct::Save => {
            let ui = visitor.ui_of_nobody();
            let due = read_days(&view).due(&typed.due);
            let due = or_mistake(&ui, "due", due, &mut mistakes);
            status = StatusCode::UNPROCESSABLE_ENTITY;
            if mistakes.is_empty() {
                let put = put((campaign, body), &posted, &typed, due);
                let Err(trouble) = visitor.act(&posted, put).await else {
                    return visitor.go(&format!("/campaigns/{campaign}/organs"));
                };
                let missing = Refusal::DeadlineMissing.key();
                let is_due = trouble.refused().is_some_and(|refused| refused.key() == missing);
                let words;
                (status, words) = trouble.above_form(&ui)?;
                mistakes.push(Mistake::new(if is_due { "due" } else { "" }, words));
            }
        }
    }
    let Seen { scope, output: view } = visitor.read(case).await?;
    let organ = find(&visitor, &view, body)?;
    let mut page = page(&visitor, &scope, &view, (organ, &typed));
    if let Some(mistake) = mistakes.iter().find(|mistake| mistake.field == "due") {
        page.due.error.clone_from(&mistake.words);
    }
    page.mistakes = mistakes;
    Ok(visitor.page(status, &page))
}

fn read_days(view: &OrgansView) -> ReadDays {
    let campaign = &view.campaign;
    ReadDays { issued: campaign.plan_day.unwrap_or(view.today), stated_day: campaign.stated_day }
}

fn put(
    (campaign, body): (CampaignId, BodyId),
    posted: &Posted,
    typed: &Typed,
    due: Option<TypedDay>,
) -> PutOrgan {
    let asking = match typed.asked {
        Chosen::Yes => Asking::Yes { due, via: typed.via },
        Chosen::No => Asking::No,
    };
    let sections = typed
        .rows
        .iter()
        .map(|(row, beside)| NewOwnSection { typed: row.clone(), beside: beside.parse().ok() });
    let rev = posted.parse("rev").unwrap_or(0);
    PutOrgan { campaign, rev, body, asking, sections: sections.collect() }
}

fn find<'v>(
    visitor: &Visitor,
    view: &'v OrgansView,
    body: BodyId,
) -> Result<&'v OrganView, Trouble> {
    let found = view.organs.iter().find(|organ| organ.organ.id == body);
    found.ok_or_else(|| visitor.trouble(Ending::NotFound))
}

/// What is kept; where the organ has no outline yet, a copy of the common one.
fn kept(view: &OrgansView, organ: &OrganView) -> Typed {
    let copy = |section: &Section, id| NewSection { id, ..NewSection::from(section) };
    let own = view.own.iter().map(|own| {
        let beside = own.beside.map(|id| id.to_string()).unwrap_or_default();
        (copy(&own.section, Some(own.section.id)), beside)
    });
    let common = view.outline.iter().map(|s| (copy(s, None), s.id.to_string()));
    Typed {
        asked: if organ.tier.asked { Chosen::Yes } else { Chosen::No },
        due: organ
            .deadline
            .as_ref()
            .map(|row| typed_day(row.deadline.last_day))
            .unwrap_or_default(),
        via: organ.tier.via,
        rows: if view.own.is_empty() { common.collect() } else { own.collect() },
    }
}

fn typed(posted: &Posted) -> Typed {
    let rows = (0..).map_while(|at| {
        let field = |name: &str| posted.get(&format!("{name}-{at}")).to_owned();
        posted.has(&format!("title-{at}")).then(|| {
            let section = NewSection {
                id: field("id").parse().ok(),
                number: field("number"),
                title: field("title"),
                guidance: field("guidance"),
                depth: field("depth").parse::<u8>().unwrap_or(0).min(3),
                ..NewSection::default()
            };
            (section, field("beside"))
        })
    });
    Typed {
        asked: match posted.get("asked") {
            "yes" => Chosen::Yes,
            _ => Chosen::No,
        },
        due: posted.get("due").to_owned(),
        via: posted.parse("via"),
        rows: rows.collect(),
    }
}

fn page(
    visitor: &Visitor,
    scope: &Scope,
    view: &OrgansView,
    (organ, typed): (&OrganView, &Typed),
) -> OrganPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let none = choice(String::new(), ui.say("units-via-none").to_string(), typed.via.is_none());
    let others = view.organs.iter().filter(|other| other.organ.id != organ.organ.id);
    let desks = others.map(|other| {
        let id = other.organ.id;
        choice(id.to_string(), other.organ.short.clone(), typed.via == Some(id))
    });
    let rows = typed.rows.iter().map(|(section, beside)| OrganSection {
        id: section.id.map(|id| id.to_string()).unwrap_or_default(),
        number: section.number.clone(),
        title: section.title.clone(),
        guidance: section.guidance.clone(),
        depth: section.depth,
        beside: besides(&ui, &view.outline, beside),
    });
    OrganPage {
        campaign: view.campaign.title.clone(),
        back: Link {
            href: format!("/campaigns/{}/organs", view.campaign.id),
            words: ui.say("organs-title").to_string(),
        },
        name: organ.organ.name.clone(),
        asked: typed.asked,
        due: Entry { value: typed.due.clone(), error: String::new() },
        stated: stated(&ui, organ.deadline.as_ref()),
        desks: std::iter::once(none).chain(desks).collect(),
        rows: rows.collect(),
        rev: view.campaign.rev,
        mistakes: Vec::new(),
        ui,
    }
}

fn besides(ui: &Ui, outline: &[Section], chosen: &str) -> Vec<Choice> {
    let none = choice(String::new(), ui.say("organ-beside-none").to_string(), chosen.is_empty());
    let sections = outline.iter().map(|section| {
        let id = section.id.to_string();
        let chosen = id == chosen;
        choice(id, numbered(&section.number, &section.title), chosen)
    });
    std::iter::once(none).chain(sections).collect()
}

fn choice(value: String, label: String, chosen: bool) -> Choice {
    Choice { value, label, hint: String::new(), chosen }
}
