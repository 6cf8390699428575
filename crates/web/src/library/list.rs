use super::row::{groups, row};
use super::{DocumentGroup, DocumentState};
use crate::site::{Answer, Path, Visitor, download};
use crate::ui::{Link, NavEntry, Ui};
use app::Seen;
use app::library::{FindFile, ListLibrary};
use askama::Template;
use domain::id::{CampaignId, ItemId};
use serde::Deserialize;

/// The library of a campaign, for whoever carries it out.
#[derive(Template, Deserialize)]
#[template(path = "library/list.html")]
pub struct LibraryPage {
    pub ui: Ui,
    pub campaign: String,
    /// The task list it belongs to.
    pub back: String,
    /// The plan itself, which stands before everything else.
    pub plan: Link,
    pub groups: Vec<DocumentGroup>,
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: library } = visitor.read(ListLibrary { campaign }).await?;
    let ui = visitor.ui(&scope, NavEntry::Work);
    let page = LibraryPage {
        campaign: library.campaign.title.clone(),
        back: format!("/work/{campaign}"),
        plan: Link {
            href: format!("/work/{campaign}/plan"),
            words: crate::work::plan_words(&ui, &library.campaign),
        },
        groups: groups(&ui, &library.items, |item| row(&ui, campaign, item)),
        ui,
    };
    visitor.show(&page)
}

pub(super) async fn file(
    visitor: Visitor,
    Path((campaign, item)): Path<(CampaignId, ItemId)>,
) -> Answer {
    let file = visitor.read(FindFile { campaign, item }).await?.output;
    download(&visitor, file).await
}
