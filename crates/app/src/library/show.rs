use crate::backend::{Case, Ctx};
use crate::campaign::reach;
use crate::ending::Ending;
use domain::campaign::Section;
use domain::id::{CampaignId, ItemId, SectionId};
use store::campaign::Campaign;
use store::library::Item;
use store::scope::Scope;

/// The library of a campaign, for whoever sets it up (lập tài liệu của đợt).
#[derive(Clone, Debug)]
pub struct ShowLibrary {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct LibraryView {
    pub campaign: Campaign,
    pub items: Vec<Item>,
    /// From which section which document is opened.
    pub links: Vec<(ItemId, SectionId)>,
    pub outline: Vec<Section>,
    /// What the table of figures is called, where one was made.
    pub table: Option<String>,
}

impl Case for ShowLibrary {
    type Output = LibraryView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<LibraryView, Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        Ok(LibraryView {
            campaign: set_up.campaign().clone(),
            items: store::library::list(&mut ctx.tx, self.campaign).await?,
            links: store::library::list_links(&mut ctx.tx, self.campaign).await?,
            outline: store::outline::list(&mut ctx.tx, self.campaign).await?,
            table: store::segment::find_title(&mut ctx.tx, self.campaign).await?,
        })
    }
}

impl LibraryView {
    /// The sections a document is opened from, in the order of the outline.
    pub fn sections(&self, item: ItemId) -> impl Iterator<Item = &Section> {
        self.outline.iter().filter(move |section| self.links.contains(&(item, section.id)))
    }
}
