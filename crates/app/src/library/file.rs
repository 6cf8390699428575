use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::file::{File, Refusal};
use domain::id::{CampaignId, ItemId};
use store::blob::Blobs;
use store::scope::Scope;

/// The file of a document, for whoever sets the campaign up or approves it and, once issued, every body
/// in it (mở tệp của tài liệu).
#[derive(Clone, Debug)]
pub struct FindFile {
    pub campaign: CampaignId,
    pub item: ItemId,
}

impl Case for FindFile {
    type Output = File;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<File, Ending> {
        let issued = store::campaign::find_issued(&mut ctx.tx, scope, self.campaign).await?;
        if issued.is_none() {
            let own = store::campaign::find_own(&mut ctx.tx, scope, self.campaign).await?;
            own.ok_or(Ending::NotFound)?;
        }
        let item = store::library::find(&mut ctx.tx, self.campaign, self.item).await?;
        item.and_then(|item| item.held.file().cloned()).ok_or(Ending::NotFound)
    }
}

/// Keeps a file that was handed in among the blobs. Takes as long as the disk takes; do it before
/// the queue.
pub fn keep_file(blobs: &Blobs, name: &str, bytes: &[u8]) -> Result<File, Ending> {
    if bytes.is_empty() {
        return Err(Refusal::Empty.into());
    }
    let hash = blobs.put(bytes).map_err(|error| Ending::broken(&error.to_string()))?;
    Ok(File::new(name, hash, bytes.len())?)
}

/// The bytes of a file that a use case has answered with.
pub fn read_file(blobs: &Blobs, hash: &[u8; 32]) -> Result<Vec<u8>, Ending> {
    blobs.get(hash).map_err(|error| Ending::broken(&error.to_string()))
}
