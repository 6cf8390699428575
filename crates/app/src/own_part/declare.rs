use super::reopens;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::work::own;
use domain::calendar;
use domain::file::File;
use domain::id::CampaignId;
use domain::own_part::{Declaration, Refusal, Stage, reason};
use jiff::civil::Date;
use serde::Serialize;
use store::own_part::{NewOwnPart, Saying};
use store::permit::{ReadSubmitted, Submit};
use store::scope::Scope;

/// Declares that the own unit had done its part already, with the report of it (khai báo đã tổ chức
/// phần của mình).
#[derive(Clone, Debug, Serialize)]
pub struct Declare {
    pub campaign: CampaignId,
    /// The `rev` of the assignment its writer saw.
    pub rev: i64,
    pub held: Option<Date>,
    pub number: String,
    pub day: Option<Date>,
    pub words: String,
    /// Already kept among the blobs.
    pub file: Option<File>,
}

/// Takes the declaration back; everything is asked again (rút khai báo).
#[derive(Clone, Debug, Serialize)]
pub struct Withdraw {
    pub campaign: CampaignId,
    pub rev: i64,
    pub why: String,
}

impl Case for Declare {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let reached = own(ctx, scope, self.campaign).await?;
        let permit = reached.permit::<Submit>()?;
        let assignment = permit.assignment().clone();
        assignment.receiver.ok_or(Ending::NotFound)?;
        assignment.stage.writable()?;
        let stage = Stage::declare(assignment.own_part)?;
        if assignment.rev != self.rev {
            return Err(Ending::Stale);
        }
        let today = calendar::day(ctx.now);
        let paper = (self.number.as_str(), self.day);
        let declared = Declaration::new(self.held, paper, &self.words, today)?;
        let file = self.file.clone().ok_or(Refusal::FileMissing)?;
        let seen = reached.permit::<ReadSubmitted>()?;
        let before = store::own_part::find(&mut ctx.tx, &seen).await?;
        let version = before.map_or(0, |before| before.version) + 1;
        let facts = serde_json::json!({
            "version": version, "declared": declared, "file": store::blob::hex(&file.hash),
        });
        let about = (Some(assignment.body), Some(self.campaign));
        let (event, _) = ctx.record("own_part.declared", scope, about, facts).await?;
        let new = NewOwnPart { version, declared, file, at: ctx.now, event };
        store::own_part::insert(&mut ctx.tx, &permit, &new).await?;
        match store::own_part::put_stage(&mut ctx.tx, &assignment, stage).await? {
            true => Ok(()),
            false => Err(Ending::Stale),
        }
    }
}

impl Case for Withdraw {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let reached = own(ctx, scope, self.campaign).await?;
        let permit = reached.permit::<Submit>()?;
        let assignment = permit.assignment().clone();
        let before = assignment.own_part.ok_or(Refusal::NothingDeclared)?;
        let stage = before.withdraw()?;
        reopens(&assignment, before)?;
        if assignment.rev != self.rev {
            return Err(Ending::Stale);
        }
        let why = reason(&self.why)?;
        let seen = reached.permit::<ReadSubmitted>()?;
        let part = store::own_part::find(&mut ctx.tx, &seen).await?;
        let version = part.ok_or(Ending::NotFound)?.version;
        let facts = serde_json::json!({ "version": version, "why": why });
        let about = (Some(assignment.body), Some(self.campaign));
        let (event, _) = ctx.record("own_part.withdrawn", scope, about, facts).await?;
        let said = (version, Saying::Withdrawn, why.as_str());
        let when = (ctx.now, event);
        store::own_part::insert_verdict(&mut ctx.tx, &permit, said, when).await?;
        match store::own_part::put_stage(&mut ctx.tx, &assignment, stage).await? {
            true => Ok(()),
            false => Err(Ending::Stale),
        }
    }
}
