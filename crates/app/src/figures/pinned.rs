//! Sums as they were at a position in the order of events: what a report was sent with.

use super::engine::{Filler, Loaded};
use super::table::{FiguresView, Ground};
use crate::backend::{Case, Ctx, UseCase};
use crate::ending::Ending;
use crate::work::own;
use crate::{App, Seen, Token};
use domain::figure::{Figure, PackedSegment};
use domain::id::{BodyId, CampaignId, SegmentId};
use domain::submission::PinnedSums;
use rollup::View;
use sha2::{Digest, Sha256};
use store::cascade::FiguresFrom;
use store::permit::ReadTotals;
use store::scope::Scope;
use store::segment::Table;

/// What a report takes from below (số liệu lấy từ cấp dưới).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Taken {
    pub sums: PinnedSums,
    /// The sums as the report's own figures, where they were added up in another campaign: the one
    /// that asks for the report knows nothing of the units behind them.
    pub figures: Option<(SegmentId, Vec<u8>)>,
}

/// What stands behind sums (n trên N đơn vị): in which campaign they are added up, from how many
/// received reports, of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SumsBehind {
    pub campaign: CampaignId,
    pub heard: u32,
    pub of: u32,
}

/// Takes the sums of the seat's own unit as of now; nothing where it has none.
pub(crate) async fn take_sums(
    app: &App,
    token: Token,
    campaign: CampaignId,
) -> Result<Option<Taken>, Ending> {
    let (own, position) = app.read(token, OwnSums { campaign }).await?.output;
    match own.from {
        FiguresFrom::Own => Ok(None),
        FiguresFrom::Below => take(app, (own.of, campaign), own.range, position).await,
        FiguresFrom::Child(child) => take(app, (own.of, child), WHOLE, position).await,
    }
}

/// How many of the units whose sums are the own report's figures have a received report as of now;
/// `None` where the figures are typed.
pub async fn show_coverage(
    app: &App,
    token: Token,
    campaign: CampaignId,
) -> Result<Option<SumsBehind>, Ending> {
    let taken = take_sums(app, token, campaign).await?;
    Ok(taken.map(|Taken { sums, .. }| SumsBehind {
        campaign: sums.campaign,
        heard: sums.heard,
        of: sums.of,
    }))
}

/// Takes them again as of the position a report was sent with. `range` is that of its unit in the
/// campaign that asks for it.
pub(crate) async fn take_again(
    app: &App,
    (campaign, body): (CampaignId, BodyId),
    range: (u32, u32),
    sums: PinnedSums,
) -> Result<Option<Taken>, Ending> {
    let range = if sums.campaign == campaign { range } else { WHOLE };
    take(app, ((campaign, body), sums.campaign), range, sums.position).await
}

/// Every place of a pinned tree.
const WHOLE: (u32, u32) = (0, u32::MAX);

/// The sums of the units in a range of the pinned tree of `added_up_in` as of a position, for the
/// report that `campaign` asks of a body; nothing where there are no figures.
async fn take(
    app: &App,
    ((campaign, body), added_up_in): ((CampaignId, BodyId), CampaignId),
    range: (u32, u32),
    position: i64,
) -> Result<Option<Taken>, Ending> {
    let as_of = AsOf { campaign: added_up_in, range, position };
    let Some(ground) = app.backend.read(as_of).await? else { return Ok(None) };
    let loaded = Loaded::new(ground, position)?;
    let covered = loaded.engine.coverage(0, View::Received);
    let (heard, of, digest) = (covered.heard, covered.of, digest(&loaded));
    let sums = PinnedSums { campaign: added_up_in, position, heard, of, digest };
    if campaign == added_up_in {
        return Ok(Some(Taken { sums, figures: None }));
    }
    let Some(asked) = app.backend.read(FindTable { campaign, body }).await? else {
        return Ok(None);
    };
    Ok(Some(Taken { sums, figures: Some(carry(&loaded, &asked)?) }))
}

/// The sums as figures of another table, which asks for the same indicators.
fn carry(loaded: &Loaded, asked: &Table) -> Result<(SegmentId, Vec<u8>), Ending> {
    let figure = |cell: usize| {
        let asks = asked.place(cell);
        let found = asks.and_then(|(row, column)| loaded.table.segment.position(row.id, column));
        found.map_or(Figure::NotAsked, |cell| loaded.as_figure(cell))
    };
    let figures: Vec<Figure> = (0..asked.segment.cells().len()).map(figure).collect();
    let packed = PackedSegment::pack(&asked.segment, &figures)
        .map_err(|error| Ending::broken(&format!("{error:?}")))?;
    Ok((asked.id(), packed.into_bytes()))
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
    let loaded = Loaded::new(found.ok_or(Ending::NotFound)?, position)?;
    Ok(ground.figures(&loaded, View::Received))
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

/// Where the figures of the seat's own unit come from, as of now.
#[derive(Clone, Debug)]
struct OwnSums {
    campaign: CampaignId,
}

struct Own {
    of: (CampaignId, BodyId),
    from: FiguresFrom,
    range: (u32, u32),
}

/// The table of a campaign as a body is asked it. It answers only where a permit was shown.
#[derive(Clone)]
struct FindTable {
    campaign: CampaignId,
    body: BodyId,
}

/// What counted at a position. It answers only where a permit was shown.
#[derive(Clone)]
struct AsOf {
    campaign: CampaignId,
    range: (u32, u32),
    position: i64,
}

impl Case for OwnSums {
    type Output = (Own, i64);

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Self::Output, Ending> {
        let reached = own(ctx, scope, self.campaign).await?;
        let permit = reached.permit::<ReadTotals>()?;
        let of = permit.assignment();
        let from = store::cascade::figures_from(&mut ctx.tx, of).await?;
        let (range, of) = ((of.lo, of.hi), (of.campaign, of.body));
        Ok((Own { of, from, range }, scope.position()))
    }
}

impl UseCase for FindTable {
    type Output = Option<Table>;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Option<Table>, Ending> {
        let portion = store::tier::get_portion(&mut ctx.tx, self.campaign, self.body).await?;
        let table = store::segment::find(&mut ctx.tx, self.campaign).await?;
        Ok(table.and_then(|table| table.of(&portion)))
    }
}

impl UseCase for AsOf {
    type Output = Option<Filler>;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Self::Output, Ending> {
        let Some(table) = store::segment::find(&mut ctx.tx, self.campaign).await? else {
            return Ok(None);
        };
        let of = (self.campaign, table.id());
        let counting =
            store::submission::list_counting_as_of(&mut ctx.tx, of, self.range, self.position)
                .await?;
        Ok(Some(Filler { table, counting }))
    }
}
