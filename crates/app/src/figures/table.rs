use super::engine::{Loaded, Shown};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::{App, Seen, Token};
use domain::figure::OwnTerm;
use domain::id::{BodyId, CampaignId};
use domain::indicator::Indicator;
use jiff::Timestamp;
use rollup::{Coverage, View};
use store::assignment::Assignment;
use store::campaign::Campaign;
use store::permit::{Permit, ReadTotals};
use store::scope::Scope;
use store::segment::Table;

/// The sums of a node (số tổng hợp), with "n of N" beside each.
#[derive(Clone, Debug)]
pub struct FiguresView {
    pub campaign: Campaign,
    pub node: Assignment,
    /// The unit above and its short name; none at the seat's own unit.
    pub above: Option<(BodyId, String)>,
    pub table: Table,
    /// By indicator, then column.
    pub rows: Vec<Vec<Shown>>,
    /// The units that report for a time of their own, by short names.
    pub terms: Vec<(String, OwnTerm)>,
    pub view: View,
    pub coverage: Coverage,
    /// Reports that lie at a desk and are not counted unless provisional sums are asked for.
    pub waiting: u32,
    /// The units at and below the node that are not counted, in the order of the tree.
    pub missing: Vec<Assignment>,
    /// The nodes directly below.
    pub children: Vec<Child>,
    pub now: Timestamp,
}

/// A node directly below, with how many of its units are heard from.
#[derive(Clone, Debug)]
pub struct Child {
    pub assignment: Assignment,
    pub coverage: Coverage,
    pub waiting: u32,
}

/// Gives the sums of `node`, or of the seat's own unit.
pub async fn show_figures(
    app: &App,
    token: Token,
    campaign: CampaignId,
    node: Option<BodyId>,
    view: View,
) -> Result<Seen<FiguresView>, Ending> {
    let Seen { scope, output: ground } = app.read(token, Ground { campaign, node }).await?;
    let look = |loaded: &Loaded| Ok(ground.figures(loaded, view));
    let of = (campaign, ground.campaign.plan_version);
    let output = app.sums.look(app, of, look).await?;
    Ok(Seen { scope, output })
}

/// The node and what lies below it, as far as the seat may see its sums.
#[derive(Clone, Debug)]
pub(super) struct Ground {
    pub campaign: CampaignId,
    pub node: Option<BodyId>,
}

#[derive(Clone, Debug)]
pub(super) struct GroundView {
    pub campaign: Campaign,
    pub node: Assignment,
    pub above: Option<(BodyId, String)>,
    pub below: Vec<Assignment>,
    pub permit: Permit<ReadTotals>,
    pub now: Timestamp,
}

impl Case for Ground {
    type Output = GroundView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<GroundView, Ending> {
        let node = self.node.unwrap_or(scope.unit());
        let reached = store::assignment::reach(&mut ctx.tx, scope, self.campaign, node).await?;
        let reached = reached.ok_or(Ending::NotFound)?;
        let permit = reached.permit::<ReadTotals>()?;
        let mut subtree = store::assignment::list_subtree(&mut ctx.tx, &permit).await?;
        if subtree.is_empty() {
            return Err(Ending::NotFound);
        }
        let node = subtree.remove(0);
        let above = node.above.filter(|_| node.body != scope.unit());
        Ok(GroundView {
            campaign: reached.campaign().clone(),
            above: above.zip(reached.around().above.clone()),
            node,
            below: subtree,
            permit,
            now: ctx.now,
        })
    }
}

impl FiguresView {
    /// The same sums as far as another table asks for them, in its order.
    pub(crate) fn asked_by(mut self, table: &Table) -> FiguresView {
        let columns: Vec<Option<usize>> = table
            .columns
            .iter()
            .map(|column| self.table.columns.iter().position(|own| own == column))
            .collect();
        let row = |indicator: &Indicator| {
            let at = self.table.indicators.iter().position(|own| own.id == indicator.id);
            let cells = at.map(|at| self.rows[at].as_slice()).unwrap_or_default();
            columns.iter().filter_map(|at| cells.get((*at)?).copied()).collect()
        };
        self.rows = table.indicators.iter().map(row).collect();
        self.table = table.clone();
        self
    }
}

impl GroundView {
    /// The units behind the sums that report for a time of their own.
    pub(super) fn terms(&self, loaded: &Loaded) -> Vec<(String, OwnTerm)> {
        let at = loaded.node(self.node.lo);
        let terms = loaded.terms(at);
        terms.filter_map(|(unit, term)| Some((self.at(unit - at)?.short.clone(), term))).collect()
    }

    pub(super) fn figures(&self, loaded: &Loaded, view: View) -> FiguresView {
        let at = loaded.node(self.node.lo);
        let heard = |node: u32, view: View| loaded.engine.coverage(node, view);
        let waiting =
            |node: u32| heard(node, View::Provisional).heard - heard(node, View::Received).heard;
        let missing = loaded.engine.missing(at, view);
        let children = self.below.iter().filter(|a| a.above == Some(self.node.body));
        FiguresView {
            campaign: self.campaign.clone(),
            node: self.node.clone(),
            above: self.above.clone(),
            table: loaded.table.clone(),
            rows: loaded.rows(at, view),
            terms: self.terms(loaded),
            view,
            coverage: heard(at, view),
            waiting: waiting(at),
            missing: missing.filter_map(|unit| self.at(unit - at).cloned()).collect(),
            children: children
                .map(|a| Child {
                    assignment: a.clone(),
                    coverage: heard(loaded.node(a.lo), view),
                    waiting: waiting(loaded.node(a.lo)),
                })
                .collect(),
            now: self.now,
        }
    }
}
