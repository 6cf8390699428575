//! `verify`: proves what is stored again from what it was made of.

use crate::App;
use crate::audit::{Ends, walk};
use crate::backend::{Ctx, UseCase};
use crate::ending::Ending;
use crate::figures::{Taken, take_again};
use domain::id::{BodyId, CampaignId};
use domain::submission::Content;
use store::submission::Kept;

/// What was found (kết quả kiểm chứng).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    pub events: u64,
    pub submissions: u64,
    /// How many of them were sent with sums of the units below.
    pub sums: u64,
    /// Files of libraries, of results and of decisions.
    pub files: u64,
    /// What does not hold, in words for the operator.
    pub faults: Vec<Fault>,
}

/// An invariant that does not hold (sai lệch).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The event at this position was changed after it was recorded.
    EventChanged { position: i64 },
    /// The chain breaks here.
    ChainBroken { position: i64 },
    /// The chain's head is not that of its last link.
    HeadWrong { position: i64 },
    /// The content of a version does not have its hash.
    ContentChanged { campaign: CampaignId, body: BodyId, version: i64 },
    /// The bytes of a version do not read.
    ContentUnreadable { campaign: CampaignId, body: BodyId, version: i64 },
    /// The sums a version was sent with are not those of the versions they were made of.
    SumsDiffer { campaign: CampaignId, body: BodyId, version: i64 },
    /// A file that is listed is not among the blobs, or is not what it was.
    FileChanged { hash: [u8; 32] },
}

const CHUNK: i64 = 500;

/// Walks the whole chain, every version and every file.
pub async fn verify(app: &App) -> Result<Findings, Ending> {
    let mut findings = Findings::default();
    verify_chain(app, &mut findings).await?;
    verify_submissions(app, &mut findings).await?;
    verify_files(app, &mut findings).await?;
    Ok(findings)
}

async fn verify_chain(app: &App, findings: &mut Findings) -> Result<(), Ending> {
    let (installation, end) = app.backend.read(Ends).await?;
    let (mut position, mut before) = (0, store::event::first_hash(installation));
    walk(app, end.position, |link| {
        findings.events += 1;
        let leaf = link.leaf();
        if leaf != link.stored_leaf {
            findings.faults.push(Fault::EventChanged { position: link.position });
        }
        let expected = store::event::link(&before, position + 1, &leaf);
        if link.position != position + 1 || link.head != expected {
            findings.faults.push(Fault::ChainBroken { position: link.position });
        }
        (position, before) = (link.position, link.head);
        Ok::<(), Ending>(())
    })
    .await?;
    if end.position != position || end.hash != before {
        findings.faults.push(Fault::HeadWrong { position });
    }
    Ok(())
}

async fn verify_submissions(app: &App, findings: &mut Findings) -> Result<(), Ending> {
    let mut after = None;
    loop {
        let chunk = app.backend.read(Submissions { after }).await?;
        let Some(last) = chunk.last() else { return Ok(()) };
        after = Some((last.campaign, last.body, last.version));
        findings.submissions += chunk.len() as u64;
        for kept in &chunk {
            let (campaign, body, version) = (kept.campaign, kept.body, kept.version);
            if Content::hash(&kept.bytes) != kept.hash {
                findings.faults.push(Fault::ContentChanged { campaign, body, version });
            }
            match Content::parse(&kept.bytes) {
                Err(_) => {
                    findings.faults.push(Fault::ContentUnreadable { campaign, body, version })
                }
                Ok(Content { sums: Some(sums), segments, .. }) => {
                    findings.sums += 1;
                    let again = take_again(app, (campaign, body), kept.range, sums).await?;
                    let before_it = kept.sent.is_some_and(|sent| sums.position < sent);
                    let kept = Taken { sums, figures: segments.into_iter().next() };
                    if again != Some(kept) || !before_it {
                        findings.faults.push(Fault::SumsDiffer { campaign, body, version });
                    }
                }
                Ok(_) => {}
            }
        }
    }
}

/// Every file that is listed lies among the blobs as it was.
async fn verify_files(app: &App, findings: &mut Findings) -> Result<(), Ending> {
    let proof = crate::library::prove_files(app).await?;
    findings.files = proof.files;
    findings.faults.extend(proof.changed.into_iter().map(|hash| Fault::FileChanged { hash }));
    Ok(())
}

#[derive(Clone)]
struct Submissions {
    after: Option<(CampaignId, BodyId, i64)>,
}

impl UseCase for Submissions {
    type Output = Vec<Kept>;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Vec<Kept>, Ending> {
        Ok(store::submission::list_for_verify(&mut ctx.tx, self.after, CHUNK).await?)
    }
}
