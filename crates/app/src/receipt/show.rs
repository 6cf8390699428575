use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::work::own;
use domain::id::{BodyId, CampaignId};
use domain::receipt::Statement;
use store::permit::ReadSubmitted;
use store::scope::Scope;
use store::submission::Submission;

/// The receipt of a version the own unit sent (xem biên nhận).
#[derive(Clone, Copy, Debug)]
pub struct ShowReceipt {
    pub campaign: CampaignId,
    /// The newest where none is named.
    pub version: Option<i64>,
}

#[derive(Clone, Debug)]
pub struct ReceiptView {
    pub unit: BodyId,
    pub statement: Statement,
    pub shown: Submission,
    /// To whom it went, and through which desk.
    pub receiver: String,
    pub via: Option<String>,
}

impl Case for ShowReceipt {
    type Output = ReceiptView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<ReceiptView, Ending> {
        let reached = own(ctx, scope, self.campaign).await?;
        let permit = reached.permit::<ReadSubmitted>()?;
        let versions = store::submission::list(&mut ctx.tx, &permit).await?;
        let wanted = |sent: &Submission| self.version.is_none_or(|version| version == sent.version);
        let shown = versions.into_iter().find(wanted).ok_or(Ending::NotFound)?;
        let tie = store::receipt::tie(&mut ctx.tx, &permit, shown.version).await?;
        let (assignment, campaign) = (reached.assignment(), reached.campaign());
        let statement = Statement {
            installation: tie.installation,
            campaign: campaign.id,
            title: campaign.title.clone(),
            unit: assignment.body,
            name: assignment.name.clone(),
            version: shown.version,
            code: shown.code.clone(),
            content: shown.hash,
            received_at: shown.received_at,
            days_late: shown.punctuality.days_late(),
            leaf: tie.leaf,
            anchor: tie.anchor,
        };
        let around = reached.around();
        Ok(ReceiptView {
            unit: assignment.body,
            statement,
            receiver: around.receiver.clone().unwrap_or_else(|| campaign.up_to.clone()),
            via: around.via.clone(),
            shown,
        })
    }
}
