use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::id::{BodyId, CampaignId};
use store::acknowledgement::{ReadCount, ReadRow, Which};
use store::assignment::Assignment;
use store::campaign::Campaign;
use store::permit::ReadTotals;
use store::scope::Scope;

/// Which bodies below a unit have received the plan (tình hình nhận kế hoạch).
#[derive(Clone, Debug)]
pub struct ShowAcknowledgements {
    pub campaign: CampaignId,
    /// The node looked at; the seat's own unit where none is named.
    pub node: Option<BodyId>,
    pub which: Which,
    /// From 0.
    pub page: i64,
}

#[derive(Clone, Debug)]
pub struct Acknowledgements {
    pub campaign: Campaign,
    pub node: Assignment,
    pub count: ReadCount,
    pub bodies: Vec<ReadRow>,
    /// The first of those still missing, for reminding them.
    pub missing: Vec<ReadRow>,
}

/// How many bodies a page shows.
pub const BODIES_PER_PAGE: i64 = 100;
/// How many names a reminder holds.
pub const NAMES_MAX: i64 = 200;

impl Case for ShowAcknowledgements {
    type Output = Acknowledgements;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Acknowledgements, Ending> {
        let node = self.node.unwrap_or(scope.unit());
        let reached = store::assignment::reach(&mut ctx.tx, scope, self.campaign, node).await?;
        let reached = reached.ok_or(Ending::NotFound)?;
        let permit = reached.permit::<ReadTotals>()?;
        let skip = self.page.clamp(0, i64::from(u32::MAX)) * BODIES_PER_PAGE;
        let (page, names) = ((skip, BODIES_PER_PAGE), (0, NAMES_MAX));
        let list = store::acknowledgement::list_below;
        Ok(Acknowledgements {
            count: store::acknowledgement::count_below(&mut ctx.tx, &permit).await?,
            bodies: list(&mut ctx.tx, &permit, self.which, page).await?,
            missing: list(&mut ctx.tx, &permit, Which::Missing, names).await?,
            node: reached.assignment().clone(),
            campaign: reached.campaign().clone(),
        })
    }
}
