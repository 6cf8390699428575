use crate::body::{Found, pattern};
use crate::campaign::SetUp;
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::scope::Scope;
use crate::values;
use domain::amendment::UnitChange;
use domain::id::{BodyId, CampaignId};
use jiff::civil::Date;

/// A body of an issued campaign as an amendment sees it (đơn vị trong đợt).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedRow {
    pub body: BodyId,
    pub name: String,
    pub short: String,
    pub above: Option<BodyId>,
    pub tier: String,
    /// The tier of its level, whatever exception it is in.
    pub level: String,
    pub asked: bool,
    /// False for an organ.
    pub figures: bool,
    /// Whether anything was ever sent.
    pub sent: bool,
    /// What the open amendment does about it.
    pub change: Option<UnitChange>,
}

/// How many bodies of a tier will be asked, or will not, once the open amendment is issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedCount {
    pub tier: String,
    /// False for organs.
    pub figures: bool,
    pub asked: bool,
    pub bodies: i64,
}

/// How a body is asked (cách giao báo cáo): its tier, to whom it sends, through which organ there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    pub tier: String,
    pub receiver: BodyId,
    pub via: Option<BodyId>,
}

macro_rules! asked {
    ($which:literal) => {
        concat!(
            "select a.body_id, b.name, b.short, a.above_id, a.tier_key, a.level_key, a.asked, a.figures,
                    a.stage_version is not null, u.change
             from assignment a join body b on b.id = a.body_id
             left join amending_unit u on u.campaign_id = a.campaign_id and u.body_id = a.body_id
             where a.campaign_id = $1 and a.above_id is not null and ",
            $which,
            " order by a.lo"
        )
    };
}

/// A body below the issuer, if it is in the pinned tree. The caller has reached the campaign.
pub async fn find_asked(
    tx: &mut Tx<'_>,
    campaign: CampaignId,
    body: BodyId,
) -> Result<Option<AskedRow>> {
    tx.find(asked!("a.body_id = $2"), values![campaign, body]).await
}

/// The bodies whose being asked the open amendment changes, in the order of the pinned tree.
pub async fn list_changed(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<AskedRow>> {
    tx.list(asked!("u.change is not null"), values![campaign]).await
}

/// The organs that are asked and answer the common outline, in order.
pub async fn list_organs(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<AskedRow>> {
    tx.list(
        asked!(
            "a.asked and not a.figures and not exists (select 1 from section s
               where s.campaign_id = $1 and s.for_body = a.body_id)"
        ),
        values![campaign],
    )
    .await
}

/// The first units of the pinned tree in whose names words begin as `typed` has them.
pub async fn search(
    tx: &mut Tx<'_>,
    campaign: CampaignId,
    typed: &str,
    limit: i64,
) -> Result<Vec<AskedRow>> {
    let Some(pattern) = pattern(typed) else { return Ok(Vec::new()) };
    tx.list(
        concat!(asked!("a.figures and ' ' || b.folded like $2"), " limit $3"),
        values![campaign, pattern, limit],
    )
    .await
}

/// The first units at or below the seat's own on `day` that are so called and not in the pinned tree.
pub async fn search_unpinned(
    tx: &mut Tx<'_>,
    scope: &Scope,
    campaign: CampaignId,
    (typed, day): (&str, Date),
    limit: i64,
) -> Result<Vec<Found>> {
    let Some(pattern) = pattern(typed) else { return Ok(Vec::new()) };
    tx.list(
        "select coalesce(up.short, ''), b.id, b.code, pl.name, pl.short, pl.level, pl.parent_id, pl.path
         from place pl join body b on b.id = pl.unit_id left join body up on up.id = pl.parent_id
         where pl.path >= $1 and pl.path < $2 and ' ' || pl.folded like $4
           and pl.from_day <= $3 and (pl.to_day is null or pl.to_day > $3)
           and not exists (select 1 from assignment a
             where a.campaign_id = $6 and a.body_id = b.id)
         order by pl.path, b.id limit $5",
        values![scope.path().as_str(), scope.path().end(), day, pattern, limit, campaign],
    )
    .await
}

/// The bodies below the issuer by tier, as they will be asked once the open amendment is issued.
pub async fn count_asked(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<AskedCount>> {
    tx.list(
        "select tier_key, figures, asked, count(*) from (
           select a.tier_key, a.figures,
                  case u.change when 'ask' then true when 'excuse' then false else a.asked end as asked
           from assignment a left join amending_unit u
             on u.campaign_id = a.campaign_id and u.body_id = a.body_id
           where a.campaign_id = $1 and a.above_id is not null) b
         group by tier_key, figures, asked order by tier_key, figures, asked",
        values![campaign],
    )
    .await
}

/// Asks a body of an issued campaign from now on, with where it sends to; or asks it no more.
pub async fn put_asked(
    tx: &mut Tx<'_>,
    set_up: &SetUp,
    body: BodyId,
    to: Option<&Asking>,
) -> Result<()> {
    tx.execute(
        "update assignment set asked = $3, receiver_id = $4, via_id = $5,
                tier_key = coalesce($6, tier_key), rev = rev + 1
         where campaign_id = $1 and body_id = $2",
        values![
            set_up.campaign().id,
            body,
            to.is_some(),
            to.map(|to| to.receiver),
            to.and_then(|to| to.via),
            to.map(|to| to.tier.as_str())
        ],
    )
    .await?;
    Ok(())
}

impl FromRow for AskedRow {
    fn from_row(mut row: Row) -> Result<AskedRow> {
        Ok(AskedRow {
            body: row.take()?,
            name: row.take()?,
            short: row.take()?,
            above: row.take()?,
            tier: row.take()?,
            level: row.take()?,
            asked: row.take()?,
            figures: row.take()?,
            sent: row.take()?,
            change: change(&mut row)?,
        })
    }
}

fn change(row: &mut Row) -> Result<Option<UnitChange>> {
    let name: Option<String> = row.take()?;
    let parse = |name: String| {
        let found = UnitChange::parse(&name);
        found.ok_or_else(|| StoreError::Corrupt(format!("{name:?} is no change of a unit")))
    };
    name.map(parse).transpose()
}

impl FromRow for AskedCount {
    fn from_row(mut row: Row) -> Result<AskedCount> {
        Ok(AskedCount {
            tier: row.take()?,
            figures: row.take()?,
            asked: row.take()?,
            bodies: row.take()?,
        })
    }
}
