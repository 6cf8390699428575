use crate::App;
use crate::backend::{Ctx, UseCase};
use crate::ending::Ending;
use domain::id::{BodyId, CampaignId, ItemId, TaskId};
use sha2::{Digest, Sha256};
use store::answer::AnswerKey;

/// What a walk over all listed files found (kiểm chứng tệp).
#[derive(Clone, Debug, Default)]
pub(crate) struct Proof {
    pub files: u64,
    /// Those that are not among the blobs, or are not what they were.
    pub changed: Vec<[u8; 32]>,
}

const CHUNK: i64 = 500;

/// Looks at every file of a library, of a task's result, of a group's decision, of an issued plan,
/// and that came with the declaration of an own part.
pub(crate) async fn prove_files(app: &App) -> Result<Proof, Ending> {
    let mut proof = Proof::default();
    let mut after = None;
    loop {
        let chunk = app.backend.read(LibraryFiles { after }).await?;
        let Some((campaign, item, _, _)) = chunk.last() else { break };
        after = Some((*campaign, *item));
        for (_, _, hash, bytes) in chunk {
            proof.take(app, hash, bytes);
        }
    }
    let mut after = None;
    loop {
        let chunk = app.backend.read(ResultFiles { after }).await?;
        let Some((campaign, task, body, version, _, _)) = chunk.last() else { break };
        after = Some((*campaign, *task, *body, *version));
        for (_, _, _, _, hash, bytes) in chunk {
            proof.take(app, hash, bytes);
        }
    }
    let mut after = None;
    loop {
        let chunk = app.backend.read(DecisionFiles { after }).await?;
        let Some((group, ord, _, _)) = chunk.last() else { break };
        after = Some((*group, *ord));
        for (_, _, hash, bytes) in chunk {
            proof.take(app, hash, bytes);
        }
    }
    let mut after = None;
    loop {
        let chunk = app.backend.read(ReportFiles { after }).await?;
        let Some((campaign, body, version, _, _)) = chunk.last() else { break };
        after = Some((*campaign, *body, *version));
        for (_, _, _, hash, bytes) in chunk {
            proof.take(app, hash, bytes);
        }
    }
    let mut after = None;
    loop {
        let chunk = app.backend.read(PlanFiles { after }).await?;
        let Some((campaign, ..)) = chunk.last() else { return Ok(proof) };
        after = Some(*campaign);
        for (_, docx, docx_bytes, pdf, pdf_bytes) in chunk {
            proof.take(app, docx, docx_bytes);
            proof.take(app, pdf, pdf_bytes);
        }
    }
}

impl Proof {
    /// The blob must be there, as long as it was, and have its hash.
    fn take(&mut self, app: &App, hash: [u8; 32], bytes: i64) {
        self.files += 1;
        let whole = app.blobs.get(&hash).is_ok_and(|kept| {
            let digest: [u8; 32] = Sha256::digest(&kept).into();
            digest == hash && i64::try_from(kept.len()) == Ok(bytes)
        });
        if !whole {
            self.changed.push(hash);
        }
    }
}

#[derive(Clone)]
struct LibraryFiles {
    after: Option<(CampaignId, ItemId)>,
}

#[derive(Clone)]
struct ResultFiles {
    after: Option<AnswerKey>,
}

#[derive(Clone)]
struct DecisionFiles {
    after: Option<(BodyId, i64)>,
}

impl UseCase for DecisionFiles {
    type Output = Vec<(BodyId, i64, [u8; 32], i64)>;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Self::Output, Ending> {
        Ok(store::group::list_files_for_verify(&mut ctx.tx, self.after, CHUNK).await?)
    }
}

#[derive(Clone)]
struct ReportFiles {
    after: Option<(CampaignId, BodyId, i64)>,
}

impl UseCase for ReportFiles {
    type Output = Vec<(CampaignId, BodyId, i64, [u8; 32], i64)>;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Self::Output, Ending> {
        Ok(store::own_part::list_files_for_verify(&mut ctx.tx, self.after, CHUNK).await?)
    }
}

#[derive(Clone)]
struct PlanFiles {
    after: Option<CampaignId>,
}

impl UseCase for LibraryFiles {
    type Output = Vec<(CampaignId, ItemId, [u8; 32], i64)>;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Self::Output, Ending> {
        Ok(store::library::list_files_for_verify(&mut ctx.tx, self.after, CHUNK).await?)
    }
}

impl UseCase for ResultFiles {
    type Output = Vec<(CampaignId, TaskId, BodyId, i64, [u8; 32], i64)>;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Self::Output, Ending> {
        Ok(store::answer::list_files_for_verify(&mut ctx.tx, self.after, CHUNK).await?)
    }
}

impl UseCase for PlanFiles {
    type Output = Vec<(CampaignId, [u8; 32], i64, [u8; 32], i64)>;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Self::Output, Ending> {
        Ok(store::issued_plan::list_files_for_verify(&mut ctx.tx, self.after, CHUNK).await?)
    }
}
