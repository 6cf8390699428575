//! What was written of a plan's own text, part by part.

use crate::campaign::SetUp;
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::values;
use domain::document::{PlanPart, PlanTexts};
use domain::id::CampaignId;

/// The parts that somebody wrote. The caller has reached the campaign.
pub async fn list(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<PlanTexts> {
    let rows: Vec<TextRow> = tx
        .list(
            "select part, words from plan_text where campaign_id = $1 order by part",
            values![campaign],
        )
        .await?;
    Ok(rows.into_iter().map(|TextRow(part, words)| (part, words)).collect())
}

/// Replaces what was written for a campaign being set up.
pub async fn put(tx: &mut Tx<'_>, set_up: &SetUp, texts: &PlanTexts) -> Result<()> {
    let campaign = set_up.campaign().id;
    tx.execute("delete from plan_text where campaign_id = $1", values![campaign]).await?;
    for (part, words) in texts {
        tx.execute(
            "insert into plan_text (campaign_id, part, words) values ($1, $2, $3)",
            values![campaign, part.name(), words],
        )
        .await?;
    }
    Ok(())
}

struct TextRow(PlanPart, String);

impl FromRow for TextRow {
    fn from_row(mut row: Row) -> Result<TextRow> {
        let part: String = row.take()?;
        let known = PlanPart::parse(&part);
        let part = known.ok_or_else(|| StoreError::Corrupt(format!("{part:?} is no part")))?;
        Ok(TextRow(part, row.take()?))
    }
}
