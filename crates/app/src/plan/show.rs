use super::correct::position;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::id::{CampaignId, PlanId};
use domain::plan::{Document, Reading};
use domain::source::Source;
use jiff::Timestamp;
use store::scope::Scope;

/// A plan beside what was understood (kiểm tra điều đã đọc).
#[derive(Clone, Debug)]
pub struct ShowPlan {
    pub plan: PlanId,
}

#[derive(Clone, Debug)]
pub struct PlanView {
    pub id: PlanId,
    pub file_name: String,
    pub source: Source,
    /// As the program read it.
    pub reading: Reading,
    /// As the officer corrected it.
    pub corrected: Reading,
    /// The campaign made from it, if one was.
    pub campaign: Option<CampaignId>,
    pub uploaded: Timestamp,
    pub rev: i64,
}

impl PlanView {
    /// The plan itself as it was corrected; `None` where the file holds nothing that reads as one.
    pub fn document(&self) -> Option<&Document> {
        self.corrected.documents.get(position(&self.corrected))
    }

    /// The same as the program read it.
    pub fn first_read(&self) -> Option<&Document> {
        self.reading.documents.get(position(&self.reading))
    }

    /// The first two destinations told to one sender, as positions in the document's list.
    pub fn rivals(&self) -> Option<(usize, usize)> {
        reader::rivals(&self.document()?.report_to).into_iter().next()
    }
}

impl Case for ShowPlan {
    type Output = PlanView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<PlanView, Ending> {
        scope.may(Action::SetUp, Relation::Own)?;
        let plan = store::plan::find(&mut ctx.tx, scope, self.plan).await?;
        let plan = plan.ok_or(Ending::NotFound)?;
        Ok(PlanView {
            id: plan.id,
            file_name: plan.file_name,
            source: serde_json::from_str(&plan.source)?,
            reading: serde_json::from_str(&plan.reading)?,
            corrected: serde_json::from_str(&plan.corrected)?,
            campaign: plan.campaign,
            uploaded: plan.at,
            rev: plan.rev,
        })
    }
}
