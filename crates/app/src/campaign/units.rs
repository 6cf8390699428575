use super::set_up::{load, open};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::campaign::{Destination, Refusal};
use domain::id::{BodyId, CampaignId};
use store::campaign::Campaign;
use store::scope::Scope;
use store::tier::Tier;

/// Keeps whom the campaign asks, and where they send to (chọn đơn vị, nơi nhận).
#[derive(Clone, Debug)]
pub struct PutUnits {
    pub campaign: CampaignId,
    pub rev: i64,
    pub desk: Option<BodyId>,
    pub tiers: Vec<TierChoice>,
}

/// What was chosen for one tier.
#[derive(Clone, Debug)]
pub struct TierChoice {
    pub key: String,
    pub asked: bool,
    pub destination: Option<Destination>,
    /// Through the issuer's desk or not at all.
    pub via: Option<BodyId>,
}

impl Case for PutUnits {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        let view = load(ctx, scope, set_up.campaign()).await?;
        let known = |body: &BodyId| view.organs.iter().any(|organ| organ.id == *body);
        let vias = self.tiers.iter().filter_map(|choice| choice.via).chain(self.desk);
        if !vias.into_iter().all(|via| known(&via)) {
            return Err(Refusal::DeskMissing.into());
        }
        let mut tiers = Vec::new();
        for shown in &view.tiers {
            let Some(choice) = self.tiers.iter().find(|c| c.key == shown.tier.key) else {
                tiers.push(shown.tier.clone());
                continue;
            };
            tiers.push(Tier {
                asked: choice.asked,
                destination: choice.destination,
                via: choice.via,
                ..shown.tier.clone()
            });
        }
        store::tier::put(&mut ctx.tx, &set_up, &tiers).await?;
        let changed = Campaign { desk: self.desk, ..set_up.campaign().clone() };
        if store::campaign::put(&mut ctx.tx, &set_up, &changed).await? {
            Ok(())
        } else {
            Err(Ending::Stale)
        }
    }
}
