//! The sections of a campaign's outline; once issued, an amendment makes a further version of it.

use crate::campaign::SetUp;
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::values;
use domain::campaign::{Need, Owner, Section};
use domain::id::{BodyId, CampaignId, SectionId};
use std::collections::HashMap;

/// Replaces the common outline of a campaign being set up.
pub async fn put(tx: &mut Tx<'_>, set_up: &SetUp, sections: &[Section]) -> Result<()> {
    let (campaign, version) = (set_up.campaign().id, set_up.campaign().plan_version);
    let common = "delete from section where campaign_id = $1 and for_body is null";
    tx.execute(common, values![campaign]).await?;
    for (ord, section) in (0i64..).zip(sections) {
        insert(tx, set_up, (None, None), (ord, version), section).await?;
    }
    let gone = "delete from tier_section where campaign_id = $1 and section_id not in (
                  select id from section where campaign_id = $1)";
    tx.execute(gone, values![campaign]).await?;
    Ok(())
}

/// Notes which sections of a campaign come from the plan above, in place of what was noted before.
pub async fn put_inherited(
    tx: &mut Tx<'_>,
    set_up: &SetUp,
    sections: impl Iterator<Item = SectionId>,
) -> Result<()> {
    let before = "delete from inherited_section where campaign_id = $1";
    tx.execute(before, values![set_up.campaign().id]).await?;
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
    let version = set_up.campaign().plan_version;
    tx.execute(
        "delete from section where campaign_id = $1 and for_body = $2",
        values![set_up.campaign().id, body],
    )
    .await?;
    for (ord, own) in (0i64..).zip(sections) {
        insert(tx, set_up, (Some(body), own.beside), (ord, version), &own.section).await?;
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
         where s.campaign_id = $1 and s.for_body = $2 and s.to_version is null
         order by s.ord, s.id",
        values![campaign, body],
    )
    .await
}

/// The outline a body answers under a version of the plan: its own where it has one, else what it is
/// asked of the common one. The caller has reached the assignment.
pub async fn list_for(
    tx: &mut Tx<'_>,
    (campaign, body): (CampaignId, BodyId),
    version: i64,
) -> Result<Vec<Section>> {
    tx.list(
        "select s.id, s.number, s.title, s.guidance, s.depth, s.owner_id, o.short, s.need
         from section s left join body o on o.id = s.owner_id
         where s.campaign_id = $1 and (s.for_body = $2 or (s.for_body is null and not exists (
           select 1 from section n where n.campaign_id = $1 and n.for_body = $2)))
           and not exists (select 1 from tier_section x join assignment a
             on a.campaign_id = x.campaign_id and a.tier_key = x.tier_key
             where x.campaign_id = $1 and a.body_id = $2 and x.section_id = s.id)
           and s.from_version <= $3 and (s.to_version is null or s.to_version > $3)
         order by s.ord, s.id",
        values![campaign, body, version],
    )
    .await
}

async fn insert(
    tx: &mut Tx<'_>,
    set_up: &SetUp,
    (body, beside): (Option<BodyId>, Option<SectionId>),
    (ord, version): (i64, i64),
    section: &Section,
) -> Result<()> {
    tx.execute(
        "insert into section (campaign_id, id, ord, depth, number, title, guidance, owner_id,
                              need, for_body, beside_id, from_version, to_version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, null)",
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
            beside,
            version
        ],
    )
    .await?;
    Ok(())
}

/// What an amendment makes of the common outline.
#[derive(Clone, Debug, Default)]
pub struct Amended {
    /// Each with the section it follows; `None` at the beginning.
    pub added: Vec<(Section, Option<SectionId>)>,
    pub reworded: Vec<Section>,
    pub withdrawn: Vec<SectionId>,
}

/// Changes the common outline from a version of the plan on; what stood there before stays for what
/// was written under it.
pub async fn amend(tx: &mut Tx<'_>, set_up: &SetUp, version: i64, amended: &Amended) -> Result<()> {
    let campaign = set_up.campaign().id;
    let reworded = amended.reworded.iter().map(|section| section.id);
    for id in reworded.chain(amended.withdrawn.iter().copied()) {
        tx.execute(
            "update section set to_version = $3
             where campaign_id = $1 and id = $2 and to_version is null",
            values![campaign, id, version],
        )
        .await?;
    }
    let mut order = reorder(tx, campaign, &amended.added).await?;
    let new = amended.added.iter().map(|(section, _)| section).chain(&amended.reworded);
    for section in new {
        let ord = order.remove(&section.id).unwrap_or_default();
        insert(tx, set_up, (None, None), (ord, version), section).await?;
    }
    Ok(())
}

/// Makes room for added sections among all that ever stood in the common outline; gives every place.
async fn reorder(
    tx: &mut Tx<'_>,
    campaign: CampaignId,
    added: &[(Section, Option<SectionId>)],
) -> Result<HashMap<SectionId, i64>> {
    let before: Vec<(SectionId, i64)> = tx
        .list(
            "select id, min(ord) from section where campaign_id = $1 and for_body is null
             group by id order by min(ord), id",
            values![campaign],
        )
        .await?;
    let mut order: Vec<SectionId> = before.iter().map(|(id, _)| *id).collect();
    for (section, after) in added {
        let at = after.and_then(|after| order.iter().position(|id| *id == after));
        order.insert(at.map_or(0, |at| at + 1), section.id);
    }
    let before: HashMap<SectionId, i64> = before.into_iter().collect();
    let places: HashMap<SectionId, i64> = order.into_iter().zip(0i64..).collect();
    for (id, ord) in &places {
        if before.get(id).is_some_and(|old| old != ord) {
            tx.execute(
                "update section set ord = $3 where campaign_id = $1 and id = $2",
                values![campaign, *id, *ord],
            )
            .await?;
        }
    }
    Ok(places)
}

/// The common outline in its order. The caller has reached the campaign.
pub async fn list(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<Section>> {
    tx.list(
        "select s.id, s.number, s.title, s.guidance, s.depth, s.owner_id, o.short, s.need
         from section s left join body o on o.id = s.owner_id
         where s.campaign_id = $1 and s.for_body is null and s.to_version is null
         order by s.ord, s.id",
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
