//! Plans as they were issued: the paper as data, and its files.

use crate::campaign::SetUp;
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::values;
use domain::document::Document;
use domain::file::{File, FileName};
use domain::id::CampaignId;

/// A plan as it was issued (kế hoạch đã phát hành).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedPlan {
    pub paper: Document,
    pub docx: File,
    pub pdf: File,
}

/// Keeps what is issued, once.
pub async fn insert(tx: &mut Tx<'_>, set_up: &SetUp, plan: &IssuedPlan) -> Result<()> {
    let paper = serde_json::to_string(&plan.paper).map_err(|error| corrupt(&error))?;
    tx.execute(
        "insert into issued_plan (campaign_id, paper, docx_hash, docx_name, docx_size, pdf_hash,
                                  pdf_name, pdf_size)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![
            set_up.campaign().id,
            paper,
            plan.docx.hash,
            plan.docx.name.as_str(),
            plan.docx.bytes,
            plan.pdf.hash,
            plan.pdf.name.as_str(),
            plan.pdf.bytes
        ],
    )
    .await?;
    Ok(())
}

/// The plan as issued; none where its campaign was made from a file or is being set up. The caller
/// has reached the campaign.
pub async fn find(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Option<IssuedPlan>> {
    tx.find(
        "select paper, docx_hash, docx_name, docx_size, pdf_hash, pdf_name, pdf_size
         from issued_plan where campaign_id = $1",
        values![campaign],
    )
    .await
}

/// The files after a position, in order, for whoever proves them again: hash and bytes of both.
pub async fn list_files_for_verify(
    tx: &mut Tx<'_>,
    after: Option<CampaignId>,
    limit: i64,
) -> Result<Vec<(CampaignId, [u8; 32], i64, [u8; 32], i64)>> {
    tx.list(
        "select campaign_id, docx_hash, docx_size, pdf_hash, pdf_size from issued_plan
         where campaign_id > $1 order by campaign_id limit $2",
        values![after.unwrap_or(CampaignId(Default::default())), limit],
    )
    .await
}

impl FromRow for IssuedPlan {
    fn from_row(mut row: Row) -> Result<IssuedPlan> {
        let paper: String = row.take()?;
        Ok(IssuedPlan {
            paper: serde_json::from_str(&paper).map_err(|error| corrupt(&error))?,
            docx: file(&mut row)?,
            pdf: file(&mut row)?,
        })
    }
}

fn file(row: &mut Row) -> Result<File> {
    let (hash, name, bytes) = (row.take()?, row.take::<String>()?, row.take()?);
    Ok(File { hash, name: FileName::new(&name), bytes })
}

fn corrupt(error: &serde_json::Error) -> StoreError {
    StoreError::Corrupt(error.to_string())
}
