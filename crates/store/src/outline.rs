//! The sections of a campaign's outline; frozen when it is issued.

use crate::campaign::SetUp;
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::values;
use domain::campaign::{Need, Owner, Section};
use domain::id::{BodyId, CampaignId, SectionId};

/// Replaces the common outline of a campaign being set up.
pub async fn put(tx: &mut Tx<'_>, set_up: &SetUp, sections: &[Section]) -> Result<()> {
    let campaign = set_up.campaign().id;
    let common = "delete from section where campaign_id = $1 and for_body is null";
    tx.execute(common, values![campaign]).await?;
    for (ord, section) in (0i64..).zip(sections) {
        insert(tx, set_up, (None, None), ord, section).await?;
    }
    let gone = "delete from tier_section where campaign_id = $1 and section_id not in (
                  select id from section where campaign_id = $1)";
    tx.execute(gone, values![campaign]).await?;
    Ok(())
}

/// Notes which sections of a campaign being set up come from the plan above.
pub async fn put_inherited(
    tx: &mut Tx<'_>,
    set_up: &SetUp,
    sections: impl Iterator<Item = SectionId>,
) -> Result<()> {
    for section in sections {
        tx.execute(
            "insert into inherited_section (campaign_id, section_id) values ($1, $2)",
            values![set_up.campaign().id, section],
        )
        .await?;
    }
    Ok(())
}

/// The sections that come from the plan above. The caller has reached the campaign.
pub async fn list_inherited(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<SectionId>> {
    let rows: Vec<(SectionId,)> = tx
        .list(
            "select section_id from inherited_section where campaign_id = $1 order by section_id",
            values![campaign],
        )
        .await?;
    Ok(rows.into_iter().map(|(section,)| section).collect())
}

/// A section of an organ's own outline, and the common one it lies beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSection {
    pub section: Section,
    pub beside: Option<SectionId>,
}

/// Replaces the outline of one organ.
pub async fn put_own(
    tx: &mut Tx<'_>,
    set_up: &SetUp,
    body: BodyId,
    sections: &[OwnSection],
) -> Result<()> {
    tx.execute(
        "delete from section where campaign_id = $1 and for_body = $2",
        values![set_up.campaign().id, body],
    )
    .await?;
    for (ord, own) in (0i64..).zip(sections) {
        insert(tx, set_up, (Some(body), own.beside), ord, &own.section).await?;
    }
    Ok(())
}

/// The outline of one organ in its order; empty where it has none of its own. The caller has reached
/// the campaign.
pub async fn list_own(
    tx: &mut Tx<'_>,
    campaign: CampaignId,
    body: BodyId,
) -> Result<Vec<OwnSection>> {
    tx.list(
        "select s.id, s.number, s.title, s.guidance, s.depth, s.owner_id, o.short, s.need, s.beside_id
         from section s left join body o on o.id = s.owner_id
         where s.campaign_id = $1 and s.for_body = $2 order by s.ord, s.id",
        values![campaign, body],
    )
    .await
}

/// The outline a body answers: its own where it has one, else what it is asked of the common one. The
/// caller has reached the assignment.
pub async fn list_for(tx: &mut Tx<'_>, campaign: CampaignId, body: BodyId) -> Result<Vec<Section>> {
    tx.list(
        "select s.id, s.number, s.title, s.guidance, s.depth, s.owner_id, o.short, s.need
         from section s left join body o on o.id = s.owner_id
         where s.campaign_id = $1 and (s.for_body = $2 or (s.for_body is null and not exists (
           select 1 from section n where n.campaign_id = $1 and n.for_body = $2)))
           and not exists (select 1 from tier_section x join assignment a
             on a.campaign_id = x.campaign_id and a.tier_key = x.tier_key
             where x.campaign_id = $1 and a.body_id = $2 and x.section_id = s.id)
         order by s.ord, s.id",
        values![campaign, body],
    )
    .await
}

async fn insert(
    tx: &mut Tx<'_>,
    set_up: &SetUp,
    (body, beside): (Option<BodyId>, Option<SectionId>),
    ord: i64,
    section: &Section,
) -> Result<()> {
    tx.execute(
        "insert into section (campaign_id, id, ord, depth, number, title, guidance, owner_id,
                              need, for_body, beside_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        values![
            set_up.campaign().id,
            section.id,
            ord,
            i64::from(section.depth),
            &section.number,
            &section.title,
            &section.guidance,
            section.owner.as_ref().map(|owner| owner.body),
            section.need.name(),
            body,
            beside
        ],
    )
    .await?;
    Ok(())
}

/// The common outline in its order. The caller has reached the campaign.
pub async fn list(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<Section>> {
    tx.list(
        "select s.id, s.number, s.title, s.guidance, s.depth, s.owner_id, o.short, s.need
         from section s left join body o on o.id = s.owner_id
         where s.campaign_id = $1 and s.for_body is null order by s.ord, s.id",
        values![campaign],
    )
    .await
}

impl FromRow for Section {
    fn from_row(mut row: Row) -> Result<Section> {
        take(&mut row)
    }
}

impl FromRow for OwnSection {
    fn from_row(mut row: Row) -> Result<OwnSection> {
        Ok(OwnSection { section: take(&mut row)?, beside: row.take()? })
    }
}

/// The next eight columns of a row.
pub(crate) fn take(row: &mut Row) -> Result<Section> {
    let (id, number, title, guidance) = (row.take()?, row.take()?, row.take()?, row.take()?);
    let depth: i64 = row.take()?;
    let depth =
        u8::try_from(depth).map_err(|_| StoreError::Corrupt(format!("a section {depth} deep")))?;
    let (owner, name): (Option<BodyId>, Option<String>) = (row.take()?, row.take()?);
    let owner = owner.zip(name).map(|(body, name)| Owner { body, name });
    let need: String = row.take()?;
    let need = Need::parse(&need)
        .ok_or_else(|| StoreError::Corrupt(format!("{need:?} is no need of a section")))?;
    Ok(Section { id, number, title, guidance, depth, owner, need })
}
