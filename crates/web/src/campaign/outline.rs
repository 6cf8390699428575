use super::setup::back;
use crate::plan::Origin;
use crate::site::{Answer, Path, Visitor};
use crate::ui::{Choice, Link, Mistake, NavEntry, Tone, Ui};
use crate::work::numbered;
use app::campaign::{FoundOutline, SetUpView, ShowSetUp};
use app::{OrganRow, Scope, Seen};
use askama::Template;
use domain::campaign::outline::{renumber, settle};
use domain::campaign::{Need, NewSection, Stage};
use domain::id::CampaignId;
use serde::{Deserialize, Serialize};

/// The outline of the report, to be set. Posts as multipart `id-N`, `number-N`, `title-N`,
/// `guidance-N`, `depth-N`, `owner-N`, `need-N` for every row, `gone`, `found`, `file`, `rev`, and
/// `do`: see [`super::outline_form`]. Every act but confirming gives the page again, with everything
/// as it was typed.
#[derive(Template, Deserialize)]
#[template(path = "campaign/outline.html")]
pub struct OutlinePage {
    pub ui: Ui,
    pub campaign: String,
    /// The setting page it belongs to.
    pub back: Link,
    /// The plan from which the outline can be taken again.
    #[serde(default)]
    pub plan: Option<Link>,
    #[serde(flatten)]
    pub edited: Edited,
    /// The departments that can own a section.
    #[serde(default)]
    pub owners: Vec<Choice>,
    pub origin: Origin,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
    /// To what changed in the plan above and is not taken over.
    #[serde(default)]
    pub above: Option<Link>,
}

/// What of the page changes with every act.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Edited {
    pub rows: Vec<OutlineRow>,
    /// What was taken out, the last at the end, to be put back.
    pub gone: Vec<Gone>,
    /// What was found in a file, to be taken over or not.
    pub found: Vec<FoundOutline>,
    /// The file it was found in.
    pub found_in: String,
    /// The row that has the focus.
    pub focus: Option<usize>,
    /// What was just done, in words.
    pub said: String,
}

/// A section as it stands in its fields. A new one is empty.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct OutlineRow {
    #[serde(flatten)]
    pub section: NewSection,
    #[serde(default)]
    pub held: Held,
    #[serde(default)]
    pub number_error: String,
    #[serde(default)]
    pub title_error: String,
}

/// Whose section it is: only what the unit adds itself can be changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Held {
    #[default]
    Own,
    /// Taken over from the plan above.
    Above,
}

/// A section that was taken out, with everything that stood below it.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Gone {
    pub at: usize,
    pub rows: Vec<NewSection>,
}

impl OutlinePage {
    fn focused(&self, row: &usize) -> bool {
        self.edited.focus == Some(*row)
    }

    /// The last section taken out, and how many went with it.
    fn last_gone(&self) -> Option<(String, usize)> {
        let rows = &self.edited.gone.last()?.rows;
        let name = |row: &NewSection| numbered(&row.number, &row.title);
        Some((name(rows.first()?), rows.len() - 1))
    }

    /// Whether something was taken over from a plan above.
    fn carries_out(&self) -> bool {
        self.edited.rows.iter().any(|row| row.held == Held::Above)
    }

    /// Whether the numbers would read otherwise if they were counted anew; those taken over stay.
    fn miscounted(&self) -> bool {
        if self.carries_out() {
            return false;
        }
        let rows = self.edited.sections();
        let mut counted = rows.clone();
        renumber(&mut counted);
        counted != rows
    }

    /// What a hidden field keeps of the sections taken out.
    fn kept_gone(&self) -> String {
        serde_json::to_string(&self.edited.gone).unwrap_or_default()
    }

    fn kept_found(&self) -> String {
        serde_json::to_string(&self.edited.found).unwrap_or_default()
    }

    /// The short name of a section's owner; empty for none.
    fn owner(&self, row: &OutlineRow) -> &str {
        let owner = row.section.owner.map(|owner| owner.to_string()).unwrap_or_default();
        let found = self.owners.iter().find(|choice| choice.value == owner);
        found.map_or("", |choice| &choice.label)
    }
}

impl Edited {
    /// The sections as they stand in their fields.
    pub fn sections(&self) -> Vec<NewSection> {
        self.rows.iter().map(|row| row.section.clone()).collect()
    }

    /// Puts other sections into the fields.
    pub fn put(&mut self, sections: Vec<NewSection>) {
        let row = |section| OutlineRow { section, ..OutlineRow::default() };
        self.rows = sections.into_iter().map(row).collect();
    }
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    if let Stage::Issued { .. } = view.campaign.stage {
        return visitor.go(&format!("/campaigns/{campaign}"));
    }
    let mut sections: Vec<NewSection> = view.outline.iter().map(NewSection::from).collect();
    settle(&mut sections);
    let mut edited = Edited::default();
    edited.put(sections);
    visitor.show(&page(&visitor, &scope, &view, edited, Vec::new()))
}

pub(super) fn page(
    visitor: &Visitor,
    scope: &Scope,
    view: &SetUpView,
    mut edited: Edited,
    mistakes: Vec<Mistake>,
) -> OutlinePage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    for row in &mut edited.rows {
        let above = row.section.id.is_some_and(|id| view.inherited.contains(&id));
        row.held = if above { Held::Above } else { Held::Own };
    }
    let campaign = &view.campaign;
    OutlinePage {
        campaign: campaign.title.clone(),
        back: back(&ui, campaign.id),
        plan: campaign.plan.map(|plan| Link {
            href: format!("/plans/{plan}"),
            words: ui.say("campaign-see-plan").to_string(),
        }),
        edited,
        owners: view.organs.iter().map(owner).collect(),
        origin: if campaign.outline_proposed && !campaign.outline_confirmed {
            Origin::Proposed
        } else {
            Origin::Read
        },
        rev: campaign.rev,
        above: super::above::link(&ui, campaign.id, view.news.as_ref(), None),
        mistakes,
        ui,
    }
}

fn owner(organ: &OrganRow) -> Choice {
    let (value, label) = (organ.id.to_string(), organ.short.clone());
    Choice { value, label, hint: String::new(), chosen: false }
}
