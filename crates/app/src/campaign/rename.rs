use super::set_up::open;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::campaign::title;
use domain::id::CampaignId;
use serde::Serialize;
use store::campaign::Campaign;
use store::scope::Scope;

/// Gives a campaign being set up another title (đổi tên đợt).
#[derive(Clone, Debug, Serialize)]
pub struct Rename {
    pub campaign: CampaignId,
    pub rev: i64,
    pub title: String,
}

impl Case for Rename {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        let title = title(&self.title)?;
        let before = set_up.campaign().clone();
        // The same title again leaves what was said of it.
        if before.title == title {
            return Ok(());
        }
        match store::campaign::put(&mut ctx.tx, &set_up, &Campaign { title, ..before }).await? {
            true => Ok(()),
            false => Err(Ending::Stale),
        }
    }
}
