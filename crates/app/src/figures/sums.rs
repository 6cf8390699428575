use super::engine::{Filler, Loaded};
use crate::App;
use crate::backend::{Ctx, UseCase};
use crate::ending::Ending;
use domain::id::{CampaignId, SegmentId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use store::submission::Counting;

/// What is loaded, and under which version of the plan.
type Slot = Arc<tokio::sync::Mutex<Option<(i64, Loaded)>>>;

/// The sums in memory, campaign by campaign, loaded on first need and kept up with the order of
/// events.
#[derive(Clone, Default)]
pub struct Sums(Arc<Mutex<HashMap<CampaignId, Slot>>>);

impl Sums {
    /// Looks into a campaign's sums as of now, under the version of the plan the caller has seen; "not
    /// found" where it asks for no figures. An amendment may ask others, so that all is loaded anew.
    pub(super) async fn look<T>(
        &self,
        app: &App,
        (campaign, plan_version): (CampaignId, i64),
        look: impl FnOnce(&Loaded) -> Result<T, Ending>,
    ) -> Result<T, Ending> {
        let slot = self.slot(campaign)?;
        let mut slot = slot.lock().await;
        match slot.as_mut() {
            Some((version, loaded)) if *version == plan_version => {
                let (segment, after) = (loaded.table.id(), loaded.position);
                let case = CatchUp { campaign, segment, after };
                let (counting, position) = app.backend.read(case).await?;
                loaded.follow(&counting, position)?;
            }
            _ => {
                let (filler, position) = app.backend.read(Load { campaign }).await?;
                *slot = Some((plan_version, Loaded::new(filler, position)?));
            }
        }
        let (_, loaded) = slot.as_ref().ok_or(Ending::NotFound)?;
        look(loaded)
    }

    fn slot(&self, campaign: CampaignId) -> Result<Slot, Ending> {
        let mut slots = self.0.lock().map_err(|_| Ending::broken("the sums are poisoned"))?;
        Ok(Arc::clone(slots.entry(campaign).or_default()))
    }
}

/// Everything the engine is filled from. It answers only where a permit was shown.
#[derive(Clone)]
struct Load {
    campaign: CampaignId,
}

/// What changed in the campaign after a position.
#[derive(Clone)]
struct CatchUp {
    campaign: CampaignId,
    segment: SegmentId,
    after: i64,
}

impl UseCase for Load {
    type Output = (Filler, i64);

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Self::Output, Ending> {
        let table = store::segment::find(&mut ctx.tx, self.campaign).await?;
        let table = table.ok_or(Ending::NotFound)?;
        let of = (self.campaign, table.id());
        let counting = store::submission::list_counting(&mut ctx.tx, of).await?;
        let filler = Filler { table, counting };
        Ok((filler, store::event::head(&mut ctx.tx).await?.position))
    }
}

impl UseCase for CatchUp {
    type Output = (Vec<Counting>, i64);

    /// What is not yet in the order of events may be seen here before its turn; at its turn it is
    /// looked at again, and is what it is.
    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Self::Output, Ending> {
        let position = store::event::head(&mut ctx.tx).await?.position;
        if position == self.after {
            return Ok((Vec::new(), position));
        }
        let of = (self.campaign, self.segment);
        let counting = store::submission::list_counting_after(&mut ctx.tx, of, self.after).await?;
        Ok((counting, position))
    }
}
