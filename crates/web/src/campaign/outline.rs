use super::rows::{RowAct, move_row, row_act};
use super::setup::back;
use crate::plan::Origin;
use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Choice, Link, Mistake, NavEntry, Ui};
use app::campaign::{PutOutline, SetUpView, ShowSetUp};
use app::{OrganRow, Scope, Seen};
use askama::Template;
use axum::http::StatusCode;
use domain::campaign::{Need, NewSection, Stage};
use domain::id::CampaignId;
use serde::Deserialize;

/// The outline of the report, to be set. Posts `id-N`, `number-N`, `title-N`, `guidance-N`,
/// `depth-N` for every row, `rev`, and `do`: `confirm`, `add`, or `up-N`, `down-N`, `remove-N`.
#[derive(Template, Deserialize)]
#[template(path = "campaign/outline.html")]
pub struct OutlinePage {
    pub ui: Ui,
    pub campaign: String,
    /// The setting page it belongs to.
    pub back: Link,
    pub items: Vec<OutlineItem>,
    /// The departments that can own a section.
    #[serde(default)]
    pub owners: Vec<Choice>,
    pub origin: Origin,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

impl OutlinePage {
    /// Whether something was taken over from a plan above.
    fn carries_out(&self) -> bool {
        self.items.iter().any(|item| item.held == Held::Above)
    }
}

/// An item as it stands in its fields. A new one is empty.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct OutlineItem {
    /// Of the section it was; empty for a new one.
    #[serde(default)]
    pub id: String,
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub guidance: String,
    /// Steps below the top, 0 to 3.
    #[serde(default)]
    pub depth: u8,
    /// The organ whose field it is; empty for none.
    #[serde(default)]
    pub owner: String,
    #[serde(default)]
    pub need: Need,
    #[serde(default)]
    pub held: Held,
    #[serde(default)]
    pub error: String,
}

/// Whose item it is: only what the unit adds itself can be changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Held {
    #[default]
    Own,
    /// Taken over from the plan above.
    Above,
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    if let Stage::Issued { .. } = view.campaign.stage {
        return visitor.go(&format!("/campaigns/{campaign}"));
    }
    let items = view.outline.iter().map(|section| OutlineItem {
        id: section.id.to_string(),
        number: section.number.clone(),
        title: section.title.clone(),
        guidance: section.guidance.clone(),
        depth: section.depth,
        owner: section.owner.as_ref().map(|owner| owner.body.to_string()).unwrap_or_default(),
        need: section.need,
        held: Held::Own,
        error: String::new(),
    });
    visitor.show(&page(&visitor, &scope, &view, items.collect(), Vec::new()))
}

pub(super) async fn save(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let mut items = typed(&posted);
    let act = row_act(posted.get("do"));
    let (status, mistakes) = match act {
        RowAct::Save => match confirm(&visitor, campaign, &posted, &mut items).await? {
            None => return visitor.go(&format!("/campaigns/{campaign}/setup")),
            Some(wrong) => wrong,
        },
        RowAct::Add => {
            items.push(OutlineItem::default());
            (StatusCode::OK, Vec::new())
        }
        RowAct::Up(_) | RowAct::Down(_) | RowAct::Remove(_) => {
            move_row(&mut items, act);
            (StatusCode::OK, Vec::new())
        }
    };
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    Ok(visitor.page(status, &page(&visitor, &scope, &view, items, mistakes)))
}

/// Keeps the outline; what is wrong with it, marked at its rows too, where it cannot be kept.
async fn confirm(
    visitor: &Visitor,
    campaign: CampaignId,
    posted: &Posted,
    items: &mut [OutlineItem],
) -> Result<Option<(StatusCode, Vec<Mistake>)>, crate::site::Trouble> {
    let ui = visitor.ui_of_nobody();
    let mut mistakes = Vec::new();
    for (at, item) in items.iter_mut().enumerate() {
        let untitled = item.title.trim().is_empty();
        if untitled && !(item.number.trim().is_empty() && item.guidance.trim().is_empty()) {
            item.error = ui.say("outline-title-missing").to_string();
            mistakes.push(Mistake::new(format!("title-{at}"), &item.error));
        }
    }
    if !mistakes.is_empty() {
        return Ok(Some((StatusCode::UNPROCESSABLE_ENTITY, mistakes)));
    }
    let sections = items.iter().map(|item| NewSection {
        id: item.id.parse().ok(),
        number: item.number.clone(),
        title: item.title.clone(),
        guidance: item.guidance.clone(),
        depth: item.depth,
        owner: item.owner.parse().ok(),
        need: item.need,
    });
    let rev = posted.parse("rev").unwrap_or(0);
    let case = PutOutline { campaign, rev, sections: sections.collect() };
    match visitor.save(case).await {
        Ok(_) => Ok(None),
        Err(trouble) => {
            let (status, words) = trouble.above_form(&ui)?;
            Ok(Some((status, vec![Mistake::new("outline", words)])))
        }
    }
}

fn page(
    visitor: &Visitor,
    scope: &Scope,
    view: &SetUpView,
    mut items: Vec<OutlineItem>,
    mistakes: Vec<Mistake>,
) -> OutlinePage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    for item in &mut items {
        let above = item.id.parse().is_ok_and(|id| view.inherited.contains(&id));
        item.held = if above { Held::Above } else { Held::Own };
    }
    let campaign = &view.campaign;
    OutlinePage {
        campaign: campaign.title.clone(),
        back: back(&ui, campaign.id),
        items,
        owners: view.organs.iter().map(owner).collect(),
        origin: if campaign.outline_proposed && !campaign.outline_confirmed {
            Origin::Proposed
        } else {
            Origin::Read
        },
        rev: campaign.rev,
        mistakes,
        ui,
    }
}

fn owner(organ: &OrganRow) -> Choice {
    let (value, label) = (organ.id.to_string(), organ.short.clone());
    Choice { value, label, hint: String::new(), chosen: false }
}

/// The rows as typed, in their order.
fn typed(posted: &Posted) -> Vec<OutlineItem> {
    (0..)
        .map_while(|at| {
            let field = |name: &str| posted.get(&format!("{name}-{at}")).to_owned();
            posted.has(&format!("title-{at}")).then(|| OutlineItem {
                id: field("id"),
                number: field("number"),
                title: field("title"),
                guidance: field("guidance"),
                depth: field("depth").parse::<u8>().unwrap_or(0),
                owner: field("owner"),
                need: Need::parse(&field("need")).unwrap_or_default(),
                held: Held::Own,
                error: String::new(),
            })
        })
        .collect()
}
