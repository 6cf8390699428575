use super::row::{groups, row};
use super::{DocumentGroup, DocumentRow, DocumentState};
use crate::site::{Answer, Path, Visitor};
use crate::ui::{Link, NavEntry, Ui};
use crate::work::numbered;
use app::library::{LibraryView, ShowLibrary};
use app::{Item, Scope, Seen};
use askama::Template;
use domain::campaign::Stage;
use domain::id::CampaignId;
use serde::Deserialize;

/// The library being set up: what is there, and what the plan announced without holding it.
#[derive(Template, Deserialize)]
#[template(path = "library/set_up.html")]
pub struct LibrarySetUpPage {
    pub ui: Ui,
    pub campaign: String,
    /// The page it belongs to.
    pub back: Link,
    pub groups: Vec<DocumentGroup>,
    /// Documents still to be settled.
    pub open: usize,
    /// Where a document is added.
    pub add: String,
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowLibrary { campaign }).await?;
    visitor.show(&page(&visitor, &scope, &view))
}

/// The way back: to the setting of a campaign, and once it is issued to its board.
fn back(ui: &Ui, view: &LibraryView) -> Link {
    let campaign = view.campaign.id;
    match view.campaign.stage {
        Stage::Preparing => Link {
            href: format!("/campaigns/{campaign}/setup"),
            words: ui.say("campaign-setup").to_string(),
        },
        Stage::Issued { .. } => {
            Link { href: format!("/campaigns/{campaign}"), words: view.campaign.title.clone() }
        }
    }
}

fn page(visitor: &Visitor, scope: &Scope, view: &LibraryView) -> LibrarySetUpPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let campaign = view.campaign.id;
    let row = |item: &Item| DocumentRow {
        sections: view.sections(item.id).map(|s| numbered(&s.number, &s.title)).collect(),
        edit: match item.held.change().allowed(view.campaign.stage) {
            Ok(()) => format!("/campaigns/{campaign}/library/{}", item.id),
            Err(_) => String::new(),
        },
        ..row(&ui, campaign, item)
    };
    let groups = groups(&ui, &view.items, row);
    let rows = groups.iter().flat_map(|group| &group.rows);
    LibrarySetUpPage {
        campaign: view.campaign.title.clone(),
        back: back(&ui, view),
        open: rows.filter(|row| row.state == DocumentState::Open).count(),
        add: format!("/campaigns/{campaign}/library/new"),
        groups,
        ui,
    }
}
