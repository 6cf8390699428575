use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::id::PlanId;
use domain::plan::Sheet;
use domain::source::Source;
use domain::text::Text;
use serde::{Deserialize, Serialize};
use store::plan::Plan;
use store::scope::Scope;

/// Keeps an uploaded plan with its reading (tải kế hoạch lên).
#[derive(Clone, Debug, Serialize)]
pub struct Upload {
    file_name: String,
    file_hash: [u8; 32],
    source: String,
    reading: String,
    /// The number of the plan itself; empty where it has none.
    number: String,
}

/// What became of an upload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Uploaded {
    New(PlanId),
    /// The very same file was uploaded before.
    Before(PlanId),
}

impl Upload {
    /// Reads the plan. Takes as long as reading takes; do it before the queue.
    pub fn new(file_name: &str, file_hash: [u8; 32], source: &Source) -> Result<Upload, Ending> {
        let file_name = Text::new(file_name).into_string();
        let mut reading = reader::read(source);
        reading.file.clone_from(&file_name);
        let plan = Sheet::of(&reading).plan();
        let plan = reading.documents.get(plan);
        let number = plan.and_then(|plan| plan.letterhead.number.clone());
        Ok(Upload {
            number: number.unwrap_or_default(),
            file_name,
            file_hash,
            source: serde_json::to_string(source)?,
            reading: serde_json::to_string(&reading)?,
        })
    }
}

impl Case for Upload {
    type Output = Uploaded;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Uploaded, Ending> {
        scope.may(Action::SetUp, Relation::Own)?;
        let same = store::plan::find_same(&mut ctx.tx, scope.unit(), &self.file_hash).await?;
        if let Some(before) = same {
            return Ok(Uploaded::Before(before));
        }
        let plan = Plan {
            id: ctx.chance.id(),
            file_name: self.file_name.clone(),
            file_hash: self.file_hash,
            source: self.source.clone(),
            reading: self.reading.clone(),
            sheet: None,
            number: self.number.clone(),
            campaign: None,
            at: ctx.now,
            rev: 1,
        };
        store::plan::insert(&mut ctx.tx, scope, &plan).await?;
        let facts = serde_json::json!({ "plan": plan.id });
        ctx.record("plan.uploaded", scope, (Some(scope.unit()), None), facts).await?;
        Ok(Uploaded::New(plan.id))
    }
}
