//! The sections of a campaign's outline; frozen when it is issued.

use crate::campaign::SetUp;
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::values;
use domain::campaign::Section;
use domain::id::CampaignId;

/// Replaces the outline of a campaign being set up.
pub async fn put(tx: &mut Tx<'_>, set_up: &SetUp, sections: &[Section]) -> Result<()> {
    let campaign = set_up.campaign().id;
    tx.execute("delete from section where campaign_id = $1", values![campaign]).await?;
    for (ord, section) in (0i64..).zip(sections) {
        tx.execute(
            "insert into section (campaign_id, id, ord, depth, number, title, guidance)
             values ($1, $2, $3, $4, $5, $6, $7)",
            values![
                campaign,
                section.id,
                ord,
                i64::from(section.depth),
                &section.number,
                &section.title,
                &section.guidance
            ],
        )
        .await?;
    }
    Ok(())
}

/// The outline in its order. The caller has reached the campaign.
pub async fn list(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<Section>> {
    tx.list(
        "select id, number, title, guidance, depth from section where campaign_id = $1
         order by ord, id",
        values![campaign],
    )
    .await
}

impl FromRow for Section {
    fn from_row(mut row: Row) -> Result<Section> {
        take(&mut row)
    }
}

/// The next five columns of a row.
pub(crate) fn take(row: &mut Row) -> Result<Section> {
    let (id, number, title, guidance) = (row.take()?, row.take()?, row.take()?, row.take()?);
    let depth: i64 = row.take()?;
    let depth =
        u8::try_from(depth).map_err(|_| StoreError::Corrupt(format!("a section {depth} deep")))?;
    Ok(Section { id, number, title, guidance, depth })
}
