use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::id::CampaignId;
use store::campaign::Campaign;
use store::library::Item;
use store::scope::Scope;

/// The library of a campaign, for the bodies in it (tài liệu của đợt).
#[derive(Clone, Debug)]
pub struct ListLibrary {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct Library {
    pub campaign: Campaign,
    pub items: Vec<Item>,
}

impl Case for ListLibrary {
    type Output = Library;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Library, Ending> {
        let campaign = store::campaign::find_issued(&mut ctx.tx, scope, self.campaign).await?;
        Ok(Library {
            campaign: campaign.ok_or(Ending::NotFound)?,
            items: store::library::list(&mut ctx.tx, self.campaign).await?,
        })
    }
}
