use super::decision::{self, DecisionFields};
use super::{choice, day, entry, field_of, kind_words};
use crate::site::{Answer, Path, Posted, Query, Trouble, Visitor};
use crate::ui::{Choice, Entry, Link, Mistake, NavEntry, Ui};
use app::group::{By, Founding, PutGroup, Putting, Right, ShowFounding, ShowGroup};
use app::{Ending, Group, Scope, Seen};
use askama::Template;
use domain::group::Kind;
use domain::id::{BodyId, CampaignId};
use serde::Deserialize;

/// A group to be set up, or said better what it is. Posts as multipart `name`, `kind`, `purpose`,
/// `campaign`, for a new one `from`, `to` and the decision, else `rev`.
#[derive(Template, Deserialize)]
#[template(path = "group/form.html")]
pub struct GroupFormPage {
    pub ui: Ui,
    pub back: Link,
    /// Its name as it is kept; empty for a new one.
    #[serde(default)]
    pub kept: String,
    pub name: Entry,
    pub kinds: Vec<Choice>,
    pub purpose: Entry,
    pub campaigns: Vec<Choice>,
    #[serde(default)]
    pub from: Entry,
    #[serde(default)]
    pub to: Entry,
    /// Nothing where the group is there already.
    #[serde(default)]
    pub by: Option<DecisionFields>,
    #[serde(default)]
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    campaign: Option<CampaignId>,
    #[serde(default)]
    name: String,
}

pub(super) async fn found(visitor: Visitor, Query(wanted): Query<Wanted>) -> Answer {
    let Seen { scope, output: founding } = visitor.read(ShowFounding).await?;
    visitor.show(&new_page(&visitor, &scope, &founding, &wanted))
}

pub(super) async fn save_found(
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
    posted: Posted,
) -> Answer {
    match put(&visitor, &posted, None).await {
        Ok(group) => visitor.go(&format!("/groups/{group}")),
        Err(trouble) => {
            let (field, status, words) = told(&visitor, trouble, &posted)?;
            let Seen { scope, output: founding } = visitor.read(ShowFounding).await?;
            let mut page = new_page(&visitor, &scope, &founding, &wanted);
            page.put_typed(&posted, (field, words));
            Ok(visitor.page(status, &page))
        }
    }
}

pub(super) async fn correct(visitor: Visitor, Path(group): Path<BodyId>) -> Answer {
    let (scope, founding, group) = kept(&visitor, group).await?;
    visitor.show(&kept_page(&visitor, &scope, &founding, &group))
}

pub(super) async fn save_correct(
    visitor: Visitor,
    Path(group): Path<BodyId>,
    posted: Posted,
) -> Answer {
    match put(&visitor, &posted, Some(group)).await {
        Ok(group) => visitor.go(&format!("/groups/{group}")),
        Err(trouble) => {
            let (field, status, words) = told(&visitor, trouble, &posted)?;
            let (scope, founding, group) = kept(&visitor, group).await?;
            let mut page = kept_page(&visitor, &scope, &founding, &group);
            page.put_typed(&posted, (field, words));
            Ok(visitor.page(status, &page))
        }
    }
}

type Told = (&'static str, axum::http::StatusCode, String);

fn told(visitor: &Visitor, trouble: Trouble, posted: &Posted) -> Result<Told, Trouble> {
    let days = ["from", "to", "decided"].map(|name| (name, posted.get(name)));
    let field = trouble.refused().map_or("", |refused| field_of(refused.key(), &days));
    let (status, words) = trouble.above_form(&visitor.ui_of_nobody())?;
    Ok((field, status, words))
}

async fn put(visitor: &Visitor, posted: &Posted, group: Option<BodyId>) -> Result<BodyId, Trouble> {
    // Only whoever may set groups up leaves a file behind.
    visitor.read(ShowFounding).await?;
    let how = match group {
        Some(group) => Putting::Correct(group, posted.parse("rev").unwrap_or(0)),
        None => {
            let from = day(visitor, posted.get("from"))?;
            let to = day(visitor, posted.get("to"))?;
            // A form says the last day; a term ends before the day after it.
            let to = to.and_then(|to| to.tomorrow().ok());
            match decision::typed(visitor, posted).await? {
                By::New { number, day, file } => Putting::Found { from, to, number, day, file },
                By::Kept(_) => return Err(visitor.trouble(Ending::NotFound)),
            }
        }
    };
    let case = PutGroup {
        name: posted.get("name").to_owned(),
        kind: Kind::parse(posted.get("kind")).unwrap_or(Kind::Other),
        purpose: posted.get("purpose").to_owned(),
        campaign: posted.parse("campaign"),
        how,
    };
    Ok(visitor.act(posted, case).await?.output)
}

async fn kept(visitor: &Visitor, group: BodyId) -> Result<(Scope, Founding, Group), Trouble> {
    let founding = visitor.read(ShowFounding).await?.output;
    let Seen { scope, output: view } = visitor.read(ShowGroup { group, on: None }).await?;
    match view.right {
        Right::Changes => Ok((scope, founding, view.group)),
        Right::Reads => Err(visitor.trouble(Ending::NotFound)),
    }
}

fn new_page(
    visitor: &Visitor,
    scope: &Scope,
    founding: &Founding,
    wanted: &Wanted,
) -> GroupFormPage {
    let ui = visitor.ui(scope, NavEntry::Units);
    let kind = Kind::of_words(&wanted.name).unwrap_or(Kind::Steering);
    let back = match wanted.campaign {
        Some(campaign) => format!("/groups?campaign={campaign}"),
        None => "/groups".to_owned(),
    };
    GroupFormPage {
        back: Link { href: back, words: ui.say("groups-title").to_string() },
        kept: String::new(),
        name: entry(wanted.name.as_str()),
        kinds: kinds(&ui, kind),
        purpose: entry(""),
        campaigns: campaigns(&ui, founding, wanted.campaign),
        from: entry(""),
        to: entry(""),
        by: Some(DecisionFields { decisions: Vec::new(), ..DecisionFields::of(&ui, &[]) }),
        rev: 0,
        mistakes: Vec::new(),
        ui,
    }
}

fn kept_page(
    visitor: &Visitor,
    scope: &Scope,
    founding: &Founding,
    group: &Group,
) -> GroupFormPage {
    let ui = visitor.ui(scope, NavEntry::Units);
    GroupFormPage {
        back: Link { href: format!("/groups/{}", group.id), words: group.name.clone() },
        kept: group.name.clone(),
        name: entry(group.name.as_str()),
        kinds: kinds(&ui, group.kind),
        purpose: entry(group.purpose.as_str()),
        campaigns: campaigns(&ui, founding, group.campaign.as_ref().map(|(id, _)| *id)),
        from: entry(""),
        to: entry(""),
        by: None,
        rev: group.rev,
        mistakes: Vec::new(),
        ui,
    }
}

fn kinds(ui: &Ui, chosen: Kind) -> Vec<Choice> {
    Kind::ALL.into_iter().map(|k| choice(k.name(), kind_words(ui, k), chosen.name())).collect()
}

fn campaigns(ui: &Ui, founding: &Founding, chosen: Option<CampaignId>) -> Vec<Choice> {
    let chosen = chosen.map(|id| id.to_string()).unwrap_or_default();
    let none = choice("", ui.say("group-no-campaign").to_string(), &chosen);
    let rows = founding.campaigns.iter();
    let rows = rows.map(|row| choice(row.id.to_string(), row.title.as_str(), &chosen));
    std::iter::once(none).chain(rows).collect()
}

impl GroupFormPage {
    fn put_typed(&mut self, posted: &Posted, (field, words): (&'static str, String)) {
        let entries = [
            ("name", &mut self.name),
            ("purpose", &mut self.purpose),
            ("from", &mut self.from),
            ("to", &mut self.to),
        ];
        for (name, entry) in entries {
            posted.get(name).clone_into(&mut entry.value);
            if name == field {
                entry.error.clone_from(&words);
            }
        }
        for (name, choices) in [("kind", &mut self.kinds), ("campaign", &mut self.campaigns)] {
            for choice in choices {
                choice.chosen = choice.value == posted.get(name);
            }
        }
        if let Some(by) = &mut self.by {
            by.put_typed(posted, (field, &words));
        }
        self.mistakes.push(Mistake::new(field, words));
    }
}
