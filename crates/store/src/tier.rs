//! Tiers of a campaign: the units asked alike, and the deadlines set for them.

use crate::campaign::SetUp;
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::scope::Scope;
use crate::values;
use domain::campaign::{Deadline, Destination};
use domain::id::{BodyId, CampaignId};
use jiff::Timestamp;
use jiff::civil::Date;

/// Units of one level directly under one level (nhóm đơn vị), asked alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tier {
    /// `level/under`, as the tree has them.
    pub key: String,
    pub level: String,
    pub under: String,
    pub asked: bool,
    /// `None` while the author has not chosen between destinations the plan leaves open.
    pub destination: Option<Destination>,
    /// The organ of the receiver through whom reports go.
    pub via: Option<BodyId>,
    pub hold: Option<(Date, Date)>,
}

/// A deadline of a tier in one version (hạn gửi).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineRow {
    pub tier: String,
    pub deadline: Deadline,
    /// As the plan puts it.
    pub phrase: String,
    pub stated: Date,
}

/// Replaces the tiers of a campaign being set up; deadlines stay, they are history.
pub async fn put(tx: &mut Tx<'_>, set_up: &SetUp, tiers: &[Tier]) -> Result<()> {
    for (ord, tier) in (0i64..).zip(tiers) {
        let (from, to) = tier.hold.unzip();
        tx.execute(
            "insert into tier (campaign_id, tier_key, ord, level, under_level, asked, destination,
                               via_id, hold_from, hold_to)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             on conflict (campaign_id, tier_key) do update set ord = excluded.ord,
               asked = excluded.asked, destination = excluded.destination, via_id = excluded.via_id,
               hold_from = excluded.hold_from, hold_to = excluded.hold_to",
            values![
                set_up.campaign().id,
                &tier.key,
                ord,
                &tier.level,
                &tier.under,
                tier.asked,
                tier.destination.map(Destination::name),
                tier.via,
                from,
                to
            ],
        )
        .await?;
    }
    Ok(())
}

/// The tiers of a campaign, from the top down. The caller has reached the campaign.
pub async fn list(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<Tier>> {
    tx.list(
        "select tier_key, level, under_level, asked, destination, via_id, hold_from, hold_to
         from tier where campaign_id = $1 and level is not null order by ord, tier_key",
        values![campaign],
    )
    .await
}

/// An organ of the issuer that reports itself, as a tier of its own (bộ phận phải báo cáo).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganTier {
    pub body: BodyId,
    pub asked: bool,
    /// The organ through whom its report goes.
    pub via: Option<BodyId>,
}

impl OrganTier {
    /// The key under which its deadlines are kept.
    pub fn key(&self) -> String {
        format!("organ/{}", self.body)
    }
}

/// Keeps whether an organ reports itself, and through whom.
pub async fn put_organ(tx: &mut Tx<'_>, set_up: &SetUp, tier: &OrganTier) -> Result<()> {
    tx.execute(
        "insert into tier (campaign_id, tier_key, ord, level, under_level, body_id, asked,
                           destination, via_id, hold_from, hold_to)
         values ($1, $2, 1000, null, '', $3, $4, $5, $6, null, null)
         on conflict (campaign_id, tier_key) do update set asked = excluded.asked,
           via_id = excluded.via_id",
        values![
            set_up.campaign().id,
            tier.key(),
            tier.body,
            tier.asked,
            Destination::Parent.name(),
            tier.via
        ],
    )
    .await?;
    Ok(())
}

/// The organs that report themselves, or did until somebody thought better of it. The caller has
/// reached the campaign.
pub async fn list_organs(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<OrganTier>> {
    tx.list(
        "select body_id, asked, via_id from tier
         where campaign_id = $1 and body_id is not null order by tier_key",
        values![campaign],
    )
    .await
}

impl FromRow for OrganTier {
    fn from_row(mut row: Row) -> Result<OrganTier> {
        Ok(OrganTier { body: row.take()?, asked: row.take()?, via: row.take()? })
    }
}

/// Replaces the units of the tiers that are not asked after all.
pub async fn put_left_out(tx: &mut Tx<'_>, set_up: &SetUp, units: &[BodyId]) -> Result<()> {
    let campaign = set_up.campaign().id;
    tx.execute("delete from left_out where campaign_id = $1", values![campaign]).await?;
    for unit in units {
        tx.execute(
            "insert into left_out (campaign_id, body_id) values ($1, $2)",
            values![campaign, *unit],
        )
        .await?;
    }
    Ok(())
}

/// The units left out of a campaign. The caller has reached the campaign.
pub async fn list_left_out(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<BodyId>> {
    let rows: Vec<(BodyId,)> = tx
        .list(
            "select body_id from left_out where campaign_id = $1 order by body_id",
            values![campaign],
        )
        .await?;
    Ok(rows.into_iter().map(|(body,)| body).collect())
}

/// Sets a further version of a tier's deadline.
pub async fn insert_deadline(
    tx: &mut Tx<'_>,
    scope: &Scope,
    set_up: &SetUp,
    row: &DeadlineRow,
    at: Timestamp,
) -> Result<()> {
    put_off_deadline(tx, scope, set_up, (row, ""), at).await
}

/// Sets a further version with the reason for it.
pub async fn put_off_deadline(
    tx: &mut Tx<'_>,
    scope: &Scope,
    set_up: &SetUp,
    (row, reason): (&DeadlineRow, &str),
    at: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into deadline (campaign_id, tier_key, version, phrase, stated, last_day, reason,
                               seat_id, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![
            set_up.campaign().id,
            &row.tier,
            row.deadline.version,
            &row.phrase,
            row.stated,
            row.deadline.last_day,
            reason,
            scope.seat(),
            at
        ],
    )
    .await?;
    Ok(())
}

/// The deadline in force of every tier that has one. The caller has reached the campaign.
pub async fn list_deadlines(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<DeadlineRow>> {
    tx.list(
        "select d.tier_key, d.version, d.last_day, d.phrase, d.stated from deadline d
         where d.campaign_id = $1 and d.version = (select max(n.version) from deadline n
           where n.campaign_id = d.campaign_id and n.tier_key = d.tier_key)
         order by d.tier_key",
        values![campaign],
    )
    .await
}

/// A version of a deadline with why and by whom it was set (lần điều chỉnh hạn).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineVersion {
    pub tier: String,
    pub version: i64,
    pub last_day: Date,
    pub reason: String,
    pub person: String,
    pub at: Timestamp,
}

/// Every version of every deadline of a campaign, oldest first. The caller has reached it.
pub async fn list_deadline_versions(
    tx: &mut Tx<'_>,
    campaign: CampaignId,
) -> Result<Vec<DeadlineVersion>> {
    tx.list(
        "select d.tier_key, d.version, d.last_day, d.reason, p.name, d.at
         from deadline d join seat s on s.id = d.seat_id join person p on p.id = s.person_id
         where d.campaign_id = $1 order by d.tier_key, d.version",
        values![campaign],
    )
    .await
}

impl FromRow for DeadlineVersion {
    fn from_row(mut row: Row) -> Result<DeadlineVersion> {
        Ok(DeadlineVersion {
            tier: row.take()?,
            version: row.take()?,
            last_day: row.take()?,
            reason: row.take()?,
            person: row.take()?,
            at: row.take()?,
        })
    }
}

impl FromRow for Tier {
    fn from_row(mut row: Row) -> Result<Tier> {
        let (key, level, under, asked) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let destination: Option<String> = row.take()?;
        let destination = match destination {
            None => None,
            Some(name) => Some(
                Destination::parse(&name)
                    .ok_or_else(|| StoreError::Corrupt(format!("{name:?} is no destination")))?,
            ),
        };
        let via = row.take()?;
        let (from, to): (Option<Date>, Option<Date>) = (row.take()?, row.take()?);
        Ok(Tier { key, level, under, asked, destination, via, hold: from.zip(to) })
    }
}

impl FromRow for DeadlineRow {
    fn from_row(mut row: Row) -> Result<DeadlineRow> {
        let tier = row.take()?;
        let deadline = Deadline { version: row.take()?, last_day: row.take()? };
        Ok(DeadlineRow { tier, deadline, phrase: row.take()?, stated: row.take()? })
    }
}
