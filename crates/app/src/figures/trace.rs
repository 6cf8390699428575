use super::engine::{Loaded, Shown};
use super::table::{Ground, GroundView};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::{App, Seen, Token};
use domain::figure::{Column, Figure, OwnTerm, Segment};
use domain::id::{BodyId, CampaignId, IndicatorId};
use domain::indicator::Indicator;
use jiff::Timestamp;
use rollup::{Cell, Layer, View};
use std::collections::HashMap;
use store::assignment::Assignment;
use store::campaign::Campaign;
use store::scope::Scope;
use store::verdict::Taken;

/// What one figure is made of (truy nguyên số liệu).
#[derive(Clone, Debug)]
pub struct TraceView {
    pub campaign: Campaign,
    pub node: Assignment,
    pub indicator: Indicator,
    pub column: Column,
    pub shown: Shown,
    /// The other sums this one is worked out from: both parts of a ratio, the weight of a mean.
    pub sources: Vec<(Indicator, Shown)>,
    pub view: View,
    /// The units behind it, in the order of the tree.
    pub contributions: Vec<Contribution>,
    /// The units not heard from.
    pub missing: Vec<Assignment>,
    /// How many more units report, and are not asked this.
    pub not_asked: u32,
    /// The units that report for a time of their own, by short names.
    pub terms: Vec<(String, OwnTerm)>,
    pub now: Timestamp,
}

/// What one unit said, in which version.
#[derive(Clone, Debug)]
pub struct Contribution {
    pub unit: Assignment,
    /// The unit directly above it.
    pub above: Option<String>,
    pub version: i64,
    pub figure: Figure,
    /// When the version was sent.
    pub sent: Timestamp,
    /// Who took it in, and when; none while it waits.
    pub taken: Option<Taken>,
    pub layer: Layer,
    /// The sums behind it, where the unit gave those of a campaign of its own.
    pub behind: Option<Behind>,
}

/// The campaign a unit issued under this one, whose sums its figures are (số liệu phía sau).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Behind {
    pub campaign: CampaignId,
    /// The same figure there.
    pub cell: usize,
}

/// Gives the units and versions behind one cell of a node's sums.
pub async fn show_trace(
    app: &App,
    token: Token,
    campaign: CampaignId,
    (node, cell): (BodyId, usize),
    view: View,
) -> Result<Seen<TraceView>, Ending> {
    let ground = TraceGround(Ground { campaign, node: Some(node) });
    let Seen { scope, output: (ground, beside) } = app.read(token, ground).await?;
    let look = |loaded: &Loaded| ground.trace(loaded, cell, view, &beside);
    let of = (campaign, ground.campaign.plan_version);
    let output = app.sums.look(app, of, look).await?;
    Ok(Seen { scope, output })
}

/// The ground with who took in which version below it, and who has units of their own behind them.
#[derive(Clone, Debug)]
struct TraceGround(Ground);

struct Beside {
    taken: HashMap<(BodyId, i64), Taken>,
    children: HashMap<BodyId, CampaignId>,
    cells: HashMap<CampaignId, Segment>,
}

impl Case for TraceGround {
    type Output = (GroundView, Beside);

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Self::Output, Ending> {
        let ground = self.0.run(ctx, scope).await?;
        let taken = store::verdict::list_taken(&mut ctx.tx, &ground.permit).await?;
        let cascading = store::cascade::list_cascading(&mut ctx.tx, &ground.permit).await?;
        let cells = store::segment::list_carried(&mut ctx.tx, &ground.permit).await?;
        let issued = cascading.into_iter().filter(|row| row.issued.is_some());
        let beside = Beside {
            taken: taken.into_iter().map(|row| ((row.unit, row.version), row)).collect(),
            children: issued.filter_map(|row| Some((row.body, row.child?))).collect(),
            cells: cells.into_iter().collect(),
        };
        Ok((ground, beside))
    }
}

impl Beside {
    fn behind(&self, unit: BodyId, (indicator, column): (IndicatorId, Column)) -> Option<Behind> {
        let campaign = *self.children.get(&unit)?;
        let cell = self.cells.get(&campaign)?.position(indicator, column)?;
        Some(Behind { campaign, cell })
    }
}

impl GroundView {
    fn trace(
        &self,
        loaded: &Loaded,
        cell: usize,
        view: View,
        beside: &Beside,
    ) -> Result<TraceView, Ending> {
        let (indicator, column) = loaded.place(cell).ok_or(Ending::NotFound)?;
        let at = loaded.node(self.node.lo);
        let total = loaded.engine.total(at, cell, view);
        let shown = loaded.shown(at, cell, total);
        let behind = loaded.engine.contributors(at, cell, view);
        let asked = behind.filter(|unit| loaded.asks(unit.unit, cell));
        let contributions = asked.filter_map(|unit| {
            let assignment = self.at(unit.unit - at)?.clone();
            let node = loaded.nodes.get(unit.unit as usize)?;
            let version = match unit.layer {
                Layer::Received => node.received?,
                Layer::Submitted => node.submitted?,
            };
            let above = assignment.above.and_then(|above| self.named(above));
            let sent = Timestamp::from_millisecond(i64::try_from(unit.stamp).ok()?).ok()?;
            let figure = figure(unit.cell);
            let taken = beside.taken.get(&(assignment.body, version)).cloned();
            let behind = beside.behind(assignment.body, (indicator.id, column));
            let layer = unit.layer;
            let unit = assignment;
            Some(Contribution { unit, above, version, figure, sent, taken, layer, behind })
        });
        let missing = loaded.engine.missing(at, view).filter(|unit| loaded.asks(*unit, cell));
        let sources = indicator.rule.sources().into_iter().flatten().filter_map(|id| {
            let source = loaded.table.indicators.iter().position(|i| i.id == id)?;
            let cell = loaded.cell(source, column)?;
            let shown = loaded.shown(at, cell, loaded.engine.total(at, cell, view));
            Some((loaded.table.indicators[source].clone(), shown))
        });
        Ok(TraceView {
            campaign: self.campaign.clone(),
            node: self.node.clone(),
            indicator: indicator.clone(),
            column,
            shown,
            sources: sources.collect(),
            view,
            contributions: contributions.collect(),
            missing: missing.filter_map(|unit| self.at(unit - at).cloned()).collect(),
            not_asked: loaded.engine.coverage(at, view).of - shown.of,
            terms: self.terms(loaded),
            now: self.now,
        })
    }

    /// The assignment so many places after the ground's own.
    pub(super) fn at(&self, offset: u32) -> Option<&Assignment> {
        match offset.checked_sub(1) {
            None => Some(&self.node),
            Some(below) => self.below.get(below as usize),
        }
    }

    fn named(&self, body: BodyId) -> Option<String> {
        let mut all = self.below.iter().chain([&self.node]);
        all.find(|a| a.body == body).map(|a| a.short.clone())
    }
}

fn figure(cell: Cell) -> Figure {
    match cell {
        Cell::Given(value) => Figure::Given(value),
        Cell::NoneArisen => Figure::NoneArisen,
        Cell::NotCollected => Figure::NotCollected,
        Cell::NotAsked => Figure::NotAsked,
        Cell::Blank => Figure::Blank,
    }
}
