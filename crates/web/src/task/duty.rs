use super::duties::{from, tier_words};
use crate::plan::typed_day;
use crate::site::{Answer, Path, Posted, Trouble, Visitor};
use crate::ui::{Choice, Entry, Link, Mistake, NavEntry, Ui};
use app::task::{DutiesView, DutyView, PutTask, RemoveTask, ShowDuties, TypedParty};
use app::{Ending, Party, Scope, Seen, Whom};
use askama::Template;
use domain::calendar;
use domain::campaign::Stage;
use domain::id::{CampaignId, TaskId};
use domain::task::{Part, Refusal};
use serde::Deserialize;

/// A task of a campaign being set up, to be added or corrected. Posts `what`, `result`, `due`, for
/// every party `part-N` (`lead`, `share`), `name-N`, `choice-N`, `rev`, and `do`: `save`, `remove`.
#[derive(Template, Deserialize)]
#[template(path = "task/duty.html")]
pub struct DutyPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    /// What it says as it is kept; empty for a new one.
    pub kept: String,
    pub what: Entry,
    pub result: Entry,
    pub due: Entry,
    /// Where the day comes from, in the words of the plan.
    #[serde(default)]
    pub from: String,
    pub parties: Vec<PartyFields>,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// A row of the table of parties; an empty one is for a further party.
#[derive(Clone, Debug, Deserialize)]
pub struct PartyFields {
    pub parts: Vec<Choice>,
    #[serde(default)]
    pub name: String,
    pub choices: Vec<Choice>,
    /// Written in, and nobody has said whom it means.
    #[serde(default)]
    pub open: Open,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Open {
    #[default]
    No,
    Yes,
}

type Place = Path<(CampaignId, String)>;

/// The address of a task that is not there yet.
const NEW: &str = "new";
/// Empty rows for further parties.
const SPARE: usize = 2;
/// How many units right below the issuer the list offers; others are found by name.
const CHILDREN_MAX: usize = 100;

pub(super) async fn show(visitor: Visitor, Path((campaign, place)): Place) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowDuties { campaign }).await?;
    if let Stage::Issued { .. } = view.campaign.stage {
        return visitor.go(&format!("/campaigns/{campaign}"));
    }
    let duty = find(&visitor, &view, &place)?;
    visitor.show(&page(&visitor, &scope, &view, duty))
}

pub(super) async fn save(
    visitor: Visitor,
    Path((campaign, place)): Place,
    posted: Posted,
) -> Answer {
    let Err(trouble) = act(&visitor, campaign, &place, &posted).await else {
        return visitor.go(&format!("/campaigns/{campaign}/duties"));
    };
    let Seen { scope, output: view } = visitor.read(ShowDuties { campaign }).await?;
    let duty = find(&visitor, &view, &place)?;
    let mut page = page(&visitor, &scope, &view, duty);
    let field = match trouble.refused().map(|refused| refused.key()) {
        Some(key) if key == Refusal::WhatMissing.key() => "what",
        Some(key) if key == Refusal::DayUnreadable.key() => "due",
        _ => "",
    };
    let (status, words) = trouble.above_form(&page.ui)?;
    for name in ["what", "result", "due"] {
        let entry = match name {
            "what" => &mut page.what,
            "result" => &mut page.result,
            _ => &mut page.due,
        };
        posted.get(name).clone_into(&mut entry.value);
        if field == name {
            entry.error.clone_from(&words);
        }
    }
    page.parties = rows(&page.ui, &view, &typed(&posted));
    page.mistakes.push(Mistake::new(field, words));
    Ok(visitor.page(status, &page))
}

async fn act(
    visitor: &Visitor,
    campaign: CampaignId,
    place: &str,
    posted: &Posted,
) -> Result<(), Trouble> {
    let rev = posted.parse("rev").unwrap_or(0);
    let task: Option<TaskId> = place.parse().ok();
    if let ("remove", Some(task)) = (posted.get("do"), task) {
        visitor.act(posted, RemoveTask { campaign, rev, task }).await?;
        return Ok(());
    }
    let due = match posted.get("due").trim() {
        "" => None,
        typed => {
            let day = calendar::read_day(typed);
            Some(day.ok_or_else(|| visitor.trouble(Refusal::DayUnreadable.into()))?)
        }
    };
    let put = PutTask {
        campaign,
        rev,
        task,
        what: posted.get("what").to_owned(),
        result: posted.get("result").to_owned(),
        due,
        parties: typed(posted),
    };
    visitor.act(posted, put).await?;
    Ok(())
}

fn find<'v>(
    visitor: &Visitor,
    view: &'v DutiesView,
    place: &str,
) -> Result<Option<&'v DutyView>, Trouble> {
    if place == NEW {
        return Ok(None);
    }
    let id: Option<TaskId> = place.parse().ok();
    let found = view.duties.iter().find(|duty| Some(duty.task.id) == id);
    found.map(Some).ok_or_else(|| visitor.trouble(Ending::NotFound))
}

fn page(visitor: &Visitor, scope: &Scope, view: &DutiesView, duty: Option<&DutyView>) -> DutyPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let entry = |value: String| Entry { value, error: String::new() };
    let task = duty.map(|duty| &duty.task);
    let what = task.map(|task| task.what.clone()).unwrap_or_default();
    let parties = duty.map_or(&[][..], |duty| &duty.parties);
    DutyPage {
        campaign: view.campaign.title.clone(),
        back: Link {
            href: format!("/campaigns/{}/duties", view.campaign.id),
            words: ui.say("task-duties").to_string(),
        },
        kept: what.clone(),
        what: entry(what),
        result: entry(task.map(|task| task.result.clone()).unwrap_or_default()),
        due: entry(task.and_then(|task| task.due.day()).map(typed_day).unwrap_or_default()),
        from: task.map(|task| from(&ui, &task.due)).unwrap_or_default(),
        parties: rows(&ui, view, &parties.iter().map(kept).collect::<Vec<_>>()),
        rev: view.campaign.rev,
        mistakes: Vec::new(),
        ui,
    }
}

fn kept(party: &Party) -> TypedParty {
    let choice = match &party.whom {
        Whom::Open => String::new(),
        Whom::Body(body) => format!("body:{body}"),
        Whom::Tier(key) => format!("tier:{key}"),
    };
    TypedParty { part: party.part, name: party.name.clone(), choice }
}

/// The rows as typed, with some to spare.
fn rows(ui: &Ui, view: &DutiesView, typed: &[TypedParty]) -> Vec<PartyFields> {
    let part = if typed.is_empty() { Part::Lead } else { Part::Share };
    let spare = TypedParty { part, name: String::new(), choice: String::new() };
    let written = typed.iter().filter(|row| !row.name.is_empty() || !row.choice.is_empty());
    written
        .chain(std::iter::repeat_n(&spare, SPARE))
        .map(|row| PartyFields {
            parts: [(Part::Lead, "task-lead"), (Part::Share, "task-share")]
                .into_iter()
                .map(|(part, key)| {
                    let words = ui.say(key).to_string();
                    choice(part.name().to_owned(), words, part == row.part)
                })
                .collect(),
            name: row.name.clone(),
            choices: choices(ui, view, &row.choice),
            open: if row.choice.is_empty() && !row.name.is_empty() { Open::Yes } else { Open::No },
        })
        .collect()
}

/// Whom a party may be: by its name, the issuer, its organs and groups, tiers, units right below.
fn choices(ui: &Ui, view: &DutiesView, chosen: &str) -> Vec<Choice> {
    let by_name = (String::new(), ui.say("task-by-name").to_string());
    let issuer = view.issuer.iter().map(|unit| (format!("body:{}", unit.body), unit.short.clone()));
    let organs = view.organs.iter().map(|o| (format!("body:{}", o.id), o.short.clone()));
    let groups = view.groups.iter().map(|(id, name)| (format!("body:{id}"), name.clone()));
    let tiers = view.tiers.iter().map(|t| (format!("tier:{}", t.key), tier_words(ui, t)));
    let children = view.children.iter().take(CHILDREN_MAX);
    let children = children.map(|unit| (format!("body:{}", unit.body), unit.short.clone()));
    std::iter::once(by_name)
        .chain(organs)
        .chain(groups)
        .chain(tiers)
        .chain(issuer)
        .chain(children)
        .map(|(value, label)| {
            let chosen = value == chosen;
            choice(value, label, chosen)
        })
        .collect()
}

fn typed(posted: &Posted) -> Vec<TypedParty> {
    (0..)
        .map_while(|at| {
            let field = |name: &str| posted.get(&format!("{name}-{at}")).trim().to_owned();
            posted.has(&format!("name-{at}")).then(|| TypedParty {
                part: Part::parse(&field("part")).unwrap_or(Part::Share),
                name: field("name"),
                choice: field("choice"),
            })
        })
        .collect()
}

fn choice(value: String, label: String, chosen: bool) -> Choice {
    Choice { value, label, hint: String::new(), chosen }
}
