//! Tiers of a campaign: the units asked alike, and the deadlines set for them.

use crate::campaign::SetUp;
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::scope::Scope;
use crate::segment::{json, parse};
use crate::values;
use domain::campaign::{Deadline, Destination};
use domain::figure::Portion;
use domain::id::{BodyId, CampaignId, SectionId};
use jiff::Timestamp;
use jiff::civil::Date;

/// What the key of an exception begins with.
const EXCEPTION: &str = "exception/";

/// Bodies asked alike (nhóm đơn vị): how they answer, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tier {
    /// Under which its deadlines are kept; the same in a copy of the campaign.
    pub key: String,
    pub group: Group,
    pub asked: bool,
    /// `None` while the author has not chosen between destinations the plan leaves open.
    pub destination: Option<Destination>,
    /// The organ through whom reports go, where it is one of the receiver's.
    pub via: Option<BodyId>,
    pub hold: Option<(Date, Date)>,
    /// What of the table of figures.
    pub portion: Portion,
}

/// Which bodies are in a tier (ai thuộc nhóm).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// Units of one level directly under one level, as the tree has them.
    Level { level: String, under: String },
    /// Units taken out of those of their level (trường hợp riêng); the note is told to them.
    Exception { name: String, note: String },
    /// An organ of the issuer that reports itself (bộ phận phải báo cáo).
    Organ(BodyId),
}

impl Tier {
    /// A tier of which nothing is asked yet.
    pub fn idle(key: String, group: Group) -> Tier {
        let portion = Portion::default();
        Tier { key, group, asked: false, destination: None, via: None, hold: None, portion }
    }

    pub fn of_level(level: &str, under: &str) -> Tier {
        let group = Group::Level { level: level.to_owned(), under: under.to_owned() };
        Tier::idle(level_key(level, under), group)
    }

    /// What its units are told; empty for all but exceptions.
    pub fn note(&self) -> &str {
        match &self.group {
            Group::Exception { note, .. } => note,
            Group::Level { .. } | Group::Organ(_) => "",
        }
    }

    pub fn exception_key(id: &str) -> String {
        format!("{EXCEPTION}{id}")
    }

    /// The part of its key by which an exception is known in an address.
    pub fn exception_id(&self) -> &str {
        self.key.strip_prefix(EXCEPTION).unwrap_or_default()
    }

    /// An organ's; its report goes to its own unit.
    pub fn of_organ(organ: BodyId) -> Tier {
        let idle = Tier::idle(format!("organ/{organ}"), Group::Organ(organ));
        Tier { destination: Some(Destination::Parent), ..idle }
    }
}

/// The key of the tier of one level under one level.
pub fn level_key(level: &str, under: &str) -> String {
    format!("{level}/{under}")
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

/// Keeps tiers of a campaign; deadlines stay, they are history.
pub async fn put(tx: &mut Tx<'_>, set_up: &SetUp, tiers: &[Tier]) -> Result<()> {
    for tier in tiers {
        let (from, to) = tier.hold.unzip();
        let (level, under, body, name, note) = match &tier.group {
            Group::Level { level, under } => (Some(level.as_str()), under.as_str(), None, "", ""),
            Group::Exception { name, note } => (None, "", None, name.as_str(), note.as_str()),
            Group::Organ(body) => (None, "", Some(*body), "", ""),
        };
        tx.execute(
            "insert into tier (campaign_id, tier_key, level, under_level, body_id, name, note, asked,
                               destination, via_id, hold_from, hold_to, portion)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
             on conflict (campaign_id, tier_key) do update set name = excluded.name,
               note = excluded.note, asked = excluded.asked, destination = excluded.destination,
               via_id = excluded.via_id, hold_from = excluded.hold_from, hold_to = excluded.hold_to,
               portion = excluded.portion",
            values![
                set_up.campaign().id,
                &tier.key,
                level,
                under,
                body,
                name,
                note,
                tier.asked,
                tier.destination.map(Destination::name),
                tier.via,
                from,
                to,
                kept_portion(&tier.portion)?
            ],
        )
        .await?;
    }
    Ok(())
}

/// The tiers of a campaign: levels, exceptions by name, organs. The caller has reached the campaign.
pub async fn list(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<Tier>> {
    tx.list(
        "select tier_key, level, under_level, body_id, name, note, asked, destination, via_id,
                hold_from, hold_to, portion
         from tier where campaign_id = $1
         order by case when level is not null then 0 when body_id is null then 1 else 2 end,
                  name, tier_key",
        values![campaign],
    )
    .await
}

/// Moves units into an exception, or back among those of their level. At most 1,000 at once.
pub async fn put_units(
    tx: &mut Tx<'_>,
    set_up: &SetUp,
    units: &[BodyId],
    tier: Option<&str>,
) -> Result<()> {
    let campaign = set_up.campaign().id;
    for unit in units {
        match tier {
            Some(key) => {
                tx.execute(
                    "insert into tier_unit (campaign_id, body_id, tier_key) values ($1, $2, $3)
                     on conflict (campaign_id, body_id) do update set tier_key = excluded.tier_key",
                    values![campaign, *unit, key],
                )
                .await?
            }
            None => {
                let back = "delete from tier_unit where campaign_id = $1 and body_id = $2";
                tx.execute(back, values![campaign, *unit]).await?
            }
        };
    }
    Ok(())
}

/// The units in exceptions, each with the key of its tier. The caller has reached the campaign.
pub async fn list_units(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<(BodyId, String)>> {
    tx.list(
        "select body_id, tier_key from tier_unit where campaign_id = $1 order by body_id",
        values![campaign],
    )
    .await
}

/// Asks a unit by another tier from now on, and has its reports go elsewhere.
pub async fn move_pinned(
    tx: &mut Tx<'_>,
    set_up: &SetUp,
    body: BodyId,
    tier: &str,
    (receiver, via): (Option<BodyId>, Option<BodyId>),
) -> Result<()> {
    tx.execute(
        "update assignment set tier_key = $3, receiver_id = $4, rev = rev + 1,
                via_id = (select o.id from body o where o.id = $5 and o.unit_id = $4)
         where campaign_id = $1 and body_id = $2",
        values![set_up.campaign().id, body, tier, receiver, via],
    )
    .await?;
    Ok(())
}

/// Takes sections out of what a tier is asked, and puts others back.
pub async fn put_sections(
    tx: &mut Tx<'_>,
    set_up: &SetUp,
    tier: &str,
    (out, back): (&[SectionId], &[SectionId]),
) -> Result<()> {
    let campaign = set_up.campaign().id;
    let insert = "insert into tier_section (campaign_id, tier_key, section_id) values ($1, $2, $3)";
    let delete = "delete from tier_section
                  where campaign_id = $1 and tier_key = $2 and section_id = $3";
    for (statement, sections) in [(insert, out), (delete, back)] {
        for section in sections {
            tx.execute(statement, values![campaign, tier, *section]).await?;
        }
    }
    Ok(())
}

/// What tiers are not asked, each with its key. The caller has reached the campaign.
pub async fn list_sections(
    tx: &mut Tx<'_>,
    campaign: CampaignId,
) -> Result<Vec<(String, SectionId)>> {
    tx.list(
        "select tier_key, section_id from tier_section where campaign_id = $1
         order by tier_key, section_id",
        values![campaign],
    )
    .await
}

/// What a body is asked of the table of a campaign. For the engine, which answers only by permit.
pub async fn get_portion(tx: &mut Tx<'_>, campaign: CampaignId, body: BodyId) -> Result<Portion> {
    let row: PortionRow = tx
        .get(
            "select t.portion from assignment a
             left join tier t on t.campaign_id = a.campaign_id and t.tier_key = a.tier_key
             where a.campaign_id = $1 and a.body_id = $2",
            values![campaign, body],
        )
        .await?;
    Ok(row.0)
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

struct PortionRow(Portion);

fn kept_portion(portion: &Portion) -> Result<Option<String>> {
    if portion.is_whole() { Ok(None) } else { json(portion).map(Some) }
}

/// The next column of a row: what is not kept is all of the table.
pub(crate) fn take_portion(row: &mut Row) -> Result<Portion> {
    let kept: Option<String> = row.take()?;
    kept.map_or(Ok(Portion::default()), |kept| parse(&kept))
}

impl FromRow for PortionRow {
    fn from_row(mut row: Row) -> Result<PortionRow> {
        Ok(PortionRow(take_portion(&mut row)?))
    }
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
        let (key, level): (String, Option<String>) = (row.take()?, row.take()?);
        let (under, body, name, note) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let group = match (level, body) {
            (Some(level), _) => Group::Level { level, under },
            (None, Some(body)) => Group::Organ(body),
            (None, None) => Group::Exception { name, note },
        };
        let asked = row.take()?;
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
        let portion = take_portion(&mut row)?;
        Ok(Tier { key, group, asked, destination, via, hold: from.zip(to), portion })
    }
}

impl FromRow for DeadlineRow {
    fn from_row(mut row: Row) -> Result<DeadlineRow> {
        let tier = row.take()?;
        let deadline = Deadline { version: row.take()?, last_day: row.take()? };
        Ok(DeadlineRow { tier, deadline, phrase: row.take()?, stated: row.take()? })
    }
}
