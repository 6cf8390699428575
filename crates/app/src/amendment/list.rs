use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::id::CampaignId;
use store::amendment::{Amendment, ItemRow};
use store::assignment::Assignment;
use store::body::Level;
use store::campaign::Campaign;
use store::scope::Scope;
use store::tier::Tier;

/// Every version of a plan after it was issued (các lần điều chỉnh).
#[derive(Clone, Debug)]
pub struct ShowVersions {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct Versions {
    pub campaign: Campaign,
    /// Newest first.
    pub versions: Vec<Version>,
    /// For saying which units a tier is.
    pub levels: Vec<Level>,
    pub tiers: Vec<Tier>,
}

/// A version with what it changed (lần điều chỉnh).
#[derive(Clone, Debug)]
pub struct Version {
    pub amendment: Amendment,
    pub items: Vec<ItemRow>,
}

impl Case for ShowVersions {
    type Output = Versions;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Versions, Ending> {
        let campaign = store::campaign::find_issued(&mut ctx.tx, scope, self.campaign).await?;
        let campaign = campaign.ok_or(Ending::NotFound)?;
        let items = store::amendment::list_items(&mut ctx.tx, self.campaign).await?;
        let amendments = store::amendment::list(&mut ctx.tx, self.campaign).await?;
        let levels = store::body::list_levels(&mut ctx.tx).await?;
        let tiers = store::tier::list(&mut ctx.tx, self.campaign).await?;
        let mut versions = together(amendments, &items);
        // What concerns several kinds of bodies is one thing to whoever looks at all of it.
        versions.iter_mut().for_each(|version| version.items.dedup_by(|a, b| a.item == b.item));
        Ok(Versions { versions, campaign, levels, tiers })
    }
}

/// What concerns an assignment after the version its body has read, oldest first.
pub(crate) async fn concerning(
    ctx: &mut Ctx<'_>,
    of: &Assignment,
    read: i64,
) -> Result<Vec<Version>, Ending> {
    let items = store::amendment::list_concerning(&mut ctx.tx, of, read).await?;
    let amendments = store::amendment::list(&mut ctx.tx, of.campaign).await?;
    let mut versions = together(amendments, &items);
    versions.retain(|version| !version.items.is_empty());
    versions.reverse();
    Ok(versions)
}

fn together(amendments: Vec<Amendment>, items: &[ItemRow]) -> Vec<Version> {
    let of = |version: i64| items.iter().filter(move |item| item.version == version).cloned();
    amendments
        .into_iter()
        .map(|amendment| Version { items: of(amendment.version).collect(), amendment })
        .collect()
}
