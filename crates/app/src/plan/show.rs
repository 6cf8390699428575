use super::correct::sheet;
use super::open::{Open, open};
use crate::backend::{Case, Ctx};
use crate::campaign::ground;
use crate::campaign::propose::Ground;
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::campaign::Stage;
use domain::id::{CampaignId, PlanId};
use domain::plan::{Document, Reading, Sheet, Warning};
use domain::source::Source;
use jiff::Timestamp;
use jiff::civil::Date;
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
    /// What its officer made of the reading.
    pub sheet: Sheet,
    /// The documents of the file as the sheet has them; at least one.
    pub documents: Vec<Document>,
    /// What looks wrong in them now, in the order of the text.
    pub warnings: Vec<Warning>,
    /// The bodies its names can stand for.
    pub ground: Ground,
    /// The campaign made from it, if one was.
    pub campaign: Option<CampaignId>,
    pub uploaded: Timestamp,
    pub today: Date,
    pub rev: i64,
}

impl PlanView {
    /// The plan itself as it was corrected.
    pub fn document(&self) -> &Document {
        &self.documents[self.sheet.plan()]
    }

    /// The plan itself as it was read; `None` where nothing was.
    pub fn first_read(&self) -> Option<&Document> {
        self.reading.documents.get(self.sheet.plan())
    }

    /// What is open before a campaign can be made of it.
    pub fn open(&self) -> Vec<Open> {
        open(&self.sheet, self.document())
    }
}

impl Case for ShowPlan {
    type Output = PlanView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<PlanView, Ending> {
        scope.may(Action::SetUp, Relation::Own)?;
        let plan = store::plan::find(&mut ctx.tx, scope, self.plan).await?;
        let plan = plan.ok_or(Ending::NotFound)?;
        let source: Source = serde_json::from_str(&plan.source)?;
        let reading: Reading = serde_json::from_str(&plan.reading)?;
        let sheet = sheet(&plan)?;
        let documents = sheet.documents(&reading);
        Ok(PlanView {
            id: plan.id,
            file_name: plan.file_name,
            warnings: reader::review(&source, &documents),
            source,
            reading,
            sheet,
            documents,
            ground: ground(ctx, scope, Stage::Preparing).await?,
            campaign: plan.campaign,
            uploaded: plan.at,
            today: calendar::day(ctx.now),
            rev: plan.rev,
        })
    }
}
