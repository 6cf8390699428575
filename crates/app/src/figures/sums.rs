use super::engine::Loaded;
use crate::App;
use crate::backend::{Ctx, UseCase};
use crate::ending::Ending;
use domain::id::{BodyId, CampaignId, SegmentId};
use rollup::Layer;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use store::assignment::PinnedRow;
use store::segment::Table;
use store::submission::Packed;

type Slot = Arc<tokio::sync::Mutex<Option<Loaded>>>;

/// The sums in memory, campaign by campaign, loaded on first need and kept up with the order of
/// events.
#[derive(Clone, Default)]
pub struct Sums(Arc<Mutex<HashMap<CampaignId, Slot>>>);

/// How many events one catching-up takes at a time.
const EVENTS: i64 = 1_000;

impl Sums {
    /// Looks into a campaign's sums as of now; "not found" where it asks for no figures.
    pub(super) async fn look<T>(
        &self,
        app: &App,
        campaign: CampaignId,
        look: impl FnOnce(&Loaded) -> Result<T, Ending>,
    ) -> Result<T, Ending> {
        let slot = self.slot(campaign)?;
        let mut slot = slot.lock().await;
        match slot.as_mut() {
            Some(loaded) => catch_up(app, campaign, loaded).await?,
            None => *slot = Some(app.backend.read(Load { campaign }).await?.roll_up()?),
        }
        look(slot.as_ref().ok_or(Ending::NotFound)?)
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

struct Ingredients {
    table: Table,
    pinned: Vec<PinnedRow>,
    packed: Vec<Packed>,
    position: i64,
}

/// What happened in the campaign after a position.
#[derive(Clone)]
struct CatchUp {
    campaign: CampaignId,
    segment: SegmentId,
    after: i64,
}

/// A step of one unit, in order.
struct Step {
    position: i64,
    body: BodyId,
    what: What,
}

enum What {
    Submitted(Option<Packed>),
    Returned,
    Received(Option<Packed>),
    Other,
}

impl UseCase for Load {
    type Output = Ingredients;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Ingredients, Ending> {
        let table = store::segment::find(&mut ctx.tx, self.campaign).await?;
        let table = table.ok_or(Ending::NotFound)?;
        Ok(Ingredients {
            pinned: store::assignment::list_pinned(&mut ctx.tx, self.campaign).await?,
            packed: store::submission::list_packed(&mut ctx.tx, self.campaign, table.id()).await?,
            position: store::event::head(&mut ctx.tx).await?.position,
            table,
        })
    }
}

impl Ingredients {
    fn roll_up(self) -> Result<Loaded, Ending> {
        Loaded::new(self.table, &self.pinned, &self.packed, self.position)
    }
}

impl UseCase for CatchUp {
    type Output = Vec<Step>;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Vec<Step>, Ending> {
        let events =
            store::event::list_after(&mut ctx.tx, self.campaign, self.after, EVENTS).await?;
        let mut steps = Vec::with_capacity(events.len());
        for event in events {
            let Some(body) = event.body else { continue };
            let what = match event.kind.as_str() {
                "submission.submitted" => {
                    What::Submitted(self.packed(ctx, body, &event.facts).await?)
                }
                "submission.received" => {
                    What::Received(self.packed(ctx, body, &event.facts).await?)
                }
                "submission.returned" => What::Returned,
                _ => What::Other,
            };
            steps.push(Step { position: event.position, body, what });
        }
        Ok(steps)
    }
}

impl CatchUp {
    async fn packed(
        &self,
        ctx: &mut Ctx<'_>,
        body: BodyId,
        facts: &str,
    ) -> Result<Option<Packed>, Ending> {
        let facts: serde_json::Value = serde_json::from_str(facts)?;
        let version = facts["version"].as_i64().ok_or_else(|| Ending::broken("no version"))?;
        let of = (self.campaign, self.segment);
        Ok(store::submission::find_packed(&mut ctx.tx, of, body, version).await?)
    }
}

async fn catch_up(app: &App, campaign: CampaignId, loaded: &mut Loaded) -> Result<(), Ending> {
    loop {
        let segment = loaded.table.id();
        let case = CatchUp { campaign, segment, after: loaded.position };
        let steps = app.backend.read(case).await?;
        let more = steps.len() as i64 == EVENTS;
        for step in steps {
            apply(loaded, &step)?;
            loaded.position = step.position;
        }
        if !more {
            return Ok(());
        }
    }
}

fn apply(loaded: &mut Loaded, step: &Step) -> Result<(), Ending> {
    match &step.what {
        What::Submitted(Some(packed)) => loaded.set(step.body, Layer::Submitted, Some(packed)),
        What::Returned => loaded.set(step.body, Layer::Submitted, None),
        What::Received(Some(packed)) => {
            loaded.set(step.body, Layer::Submitted, None)?;
            loaded.set(step.body, Layer::Received, Some(packed))
        }
        What::Submitted(None) | What::Received(None) | What::Other => Ok(()),
    }
}
