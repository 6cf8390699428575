//! Sums as they were at a position in the order of events: what a report was sent with.

use super::engine::Loaded;
use super::table::{FiguresView, Ground};
use crate::backend::{Case, Ctx, UseCase};
use crate::ending::Ending;
use crate::work::own;
use crate::{App, Seen, Token};
use domain::id::{BodyId, CampaignId};
use domain::submission::PinnedSums;
use rollup::View;
use sha2::{Digest, Sha256};
use store::permit::ReadTotals;
use store::scope::Scope;
use store::segment::Table;
use store::submission::Counting;

/// Pins the sums of the seat's own unit as of now; nothing where it has none.
pub(crate) async fn pin_sums(
    app: &App,
    token: Token,
    campaign: CampaignId,
) -> Result<Option<PinnedSums>, Ending> {
    match app.read(token, OwnRange { campaign }).await?.output {
        Some((range, position)) => pinned(app, campaign, range, position).await,
        None => Ok(None),
    }
}

/// The sums of the units in a range of the pinned tree as of a position; nothing where the campaign
/// asks for no figures.
pub(crate) async fn pinned(
    app: &App,
    campaign: CampaignId,
    range: (u32, u32),
    position: i64,
) -> Result<Option<PinnedSums>, Ending> {
    let Some((table, counting)) = app.backend.read(AsOf { campaign, range, position }).await?
    else {
        return Ok(None);
    };
    let loaded = Loaded::new(table, &counting, position)?;
    let covered = loaded.engine.coverage(0, View::Received);
    let digest = digest(&loaded);
    Ok(Some(PinnedSums { position, heard: covered.heard, of: covered.of, digest }))
}

/// Gives the sums of `node` as they were at a position.
pub(crate) async fn show_pinned(
    app: &App,
    token: Token,
    campaign: CampaignId,
    node: BodyId,
    position: i64,
) -> Result<FiguresView, Ending> {
    let ground = Ground { campaign, node: Some(node) };
    let Seen { output: ground, .. } = app.read(token, ground).await?;
    let range = (ground.node.lo, ground.node.hi);
    let found = app.backend.read(AsOf { campaign, range, position }).await?;
    let (table, counting) = found.ok_or(Ending::NotFound)?;
    Ok(ground.figures(&Loaded::new(table, &counting, position)?, View::Received))
}

/// Every total in the order of the table: what it is, and how many units stand behind it.
fn digest(loaded: &Loaded) -> [u8; 32] {
    let mut hash = Sha256::new().chain_update(b"sums/1");
    for shown in loaded.rows(0, View::Received).iter().flatten() {
        hash.update([u8::from(shown.value.is_some())]);
        hash.update(shown.value.unwrap_or(0).to_be_bytes());
        hash.update(shown.units.to_be_bytes());
    }
    hash.finalize().into()
}

/// The range of the seat's own unit and the position now, where units are asked below it.
#[derive(Clone, Debug)]
struct OwnRange {
    campaign: CampaignId,
}

/// What counted at a position. It answers only where a permit was shown.
#[derive(Clone)]
struct AsOf {
    campaign: CampaignId,
    range: (u32, u32),
    position: i64,
}

impl Case for OwnRange {
    type Output = Option<((u32, u32), i64)>;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Self::Output, Ending> {
        let reached = own(ctx, scope, self.campaign).await?;
        let permit = reached.permit::<ReadTotals>()?;
        let own = permit.assignment();
        let below = store::assignment::count_asked_below(&mut ctx.tx, own).await?;
        Ok((below > 0).then(|| ((own.lo, own.hi), scope.position())))
    }
}

impl UseCase for AsOf {
    type Output = Option<(Table, Vec<Counting>)>;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Self::Output, Ending> {
        let Some(table) = store::segment::find(&mut ctx.tx, self.campaign).await? else {
            return Ok(None);
        };
        let of = (self.campaign, table.id());
        let counting =
            store::submission::list_counting_as_of(&mut ctx.tx, of, self.range, self.position)
                .await?;
        Ok(Some((table, counting)))
    }
}
