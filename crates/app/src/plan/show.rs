use super::correct::{Checked, checked};
use super::matched::Register;
use super::open::{Open, open};
use crate::backend::{Case, Ctx};
use crate::campaign::ground;
use crate::campaign::propose::{Ground, Proposed};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::campaign::Stage;
use domain::id::{BodyId, CampaignId, PlanId};
use domain::plan::{Document, Reading, Sheet, Warning};
use domain::source::Source;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::HashSet;
use store::body::Placed;
use store::plan::PlanRow;
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
    /// The units as they stood on the day of the plan.
    pub earlier: Vec<Placed>,
    /// Other files of the unit with the same number, newest first.
    pub same_number: Vec<PlanRow>,
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

    /// What its names can stand for.
    pub fn register(&self) -> Register<'_> {
        Register::new(&self.ground).of_plan(&self.earlier, &self.sheet)
    }

    /// What it proposes of who is asked.
    pub fn proposed(&self) -> Proposed {
        let of = (&self.ground, &self.register());
        Proposed::of(self.document(), of, self.sheet.stated_day)
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
        let Checked { sheet, warnings } = checked(&plan)?;
        let documents = sheet.documents(&reading);
        let ground = ground(ctx, scope, Stage::Preparing).await?;
        Ok(PlanView {
            same_number: store::plan::list_of_number(&mut ctx.tx, scope, &plan).await?,
            id: plan.id,
            file_name: plan.file_name,
            warnings,
            earlier: earlier(ctx, scope, &documents[sheet.plan()], &ground).await?,
            source,
            reading,
            sheet,
            documents,
            ground,
            campaign: plan.campaign,
            uploaded: plan.at,
            today: calendar::day(ctx.now),
            rev: plan.rev,
        })
    }
}

/// The issuer's tree on the day of the plan; empty where that day is not known or before its time.
pub(super) async fn earlier(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    document: &Document,
    ground: &Ground,
) -> Result<Vec<Placed>, Ending> {
    let Some(day) = document.letterhead.date else { return Ok(Vec::new()) };
    let own = store::body::find_placed(&mut ctx.tx, scope.unit(), day).await?;
    let Some(own) = own else { return Ok(Vec::new()) };
    let mut units = store::body::list_subtree(&mut ctx.tx, &own.path, day).await?;
    let now: HashSet<(BodyId, &str)> =
        ground.units.iter().map(|unit| (unit.body, unit.name.as_str())).collect();
    units.retain(|unit| !now.contains(&(unit.body, unit.name.as_str())));
    Ok(units)
}
