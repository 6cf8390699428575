//! Uploaded plans: the file, what was read from it, and what its officer made of the reading.

use crate::db::{FromRow, Result, Row, Tx};
use crate::scope::Scope;
use crate::values;
use domain::id::{BodyId, CampaignId, PlanId};
use jiff::Timestamp;

/// An uploaded plan (kế hoạch tải lên). Source and readings are JSON of the domain's types.
#[derive(Clone, Debug)]
pub struct Plan {
    pub id: PlanId,
    pub file_name: String,
    pub file_hash: [u8; 32],
    pub source: String,
    /// As the program read it.
    pub reading: String,
    /// What its officer made of the reading; none until somebody corrects it.
    pub sheet: Option<String>,
    /// The number of the plan itself; empty where it has none.
    pub number: String,
    pub campaign: Option<CampaignId>,
    pub at: Timestamp,
    pub rev: i64,
}

/// A line of the list of uploaded plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    pub id: PlanId,
    pub file_name: String,
    pub campaign: Option<CampaignId>,
    pub at: Timestamp,
}

pub async fn insert(tx: &mut Tx<'_>, scope: &Scope, plan: &Plan) -> Result<()> {
    tx.execute(
        "insert into plan (id, unit_id, seat_id, file_name, file_hash, source, reading, sheet,
                           number, campaign_id, at, rev)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, $10, 1)",
        values![
            plan.id,
            scope.unit(),
            scope.seat(),
            &plan.file_name,
            plan.file_hash,
            &plan.source,
            &plan.reading,
            plan.sheet.as_deref(),
            &plan.number,
            plan.at
        ],
    )
    .await?;
    Ok(())
}

/// A plan of the seat's own unit.
pub async fn find(tx: &mut Tx<'_>, scope: &Scope, id: PlanId) -> Result<Option<Plan>> {
    tx.find(
        "select id, file_name, file_hash, source, reading, sheet, number, campaign_id, at, rev
         from plan where id = $1 and unit_id = $2",
        values![id, scope.unit()],
    )
    .await
}

/// The plans of the seat's own unit, newest first.
pub async fn list(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<PlanRow>> {
    tx.list(
        "select id, file_name, campaign_id, at from plan where unit_id = $1
         order by at desc, id limit 50",
        values![scope.unit()],
    )
    .await
}

/// Another plan of the unit with the same file, if one was uploaded.
pub async fn find_same(tx: &mut Tx<'_>, unit: BodyId, hash: &[u8; 32]) -> Result<Option<PlanId>> {
    let found: Option<(PlanId,)> = tx
        .find(
            "select id from plan where unit_id = $1 and file_hash = $2 order by at, id limit 1",
            values![unit, *hash],
        )
        .await?;
    Ok(found.map(|(id,)| id))
}

/// The plan a campaign was made from, whoever looks. The caller has reached the campaign.
pub async fn find_made_from(tx: &mut Tx<'_>, id: PlanId) -> Result<Option<Plan>> {
    tx.find(
        "select id, file_name, file_hash, source, reading, sheet, number, campaign_id, at, rev
         from plan where id = $1",
        values![id],
    )
    .await
}

/// The other plans of the unit with the number of this one, newest first.
pub async fn list_of_number(tx: &mut Tx<'_>, scope: &Scope, plan: &Plan) -> Result<Vec<PlanRow>> {
    tx.list(
        "select id, file_name, campaign_id, at from plan
         where unit_id = $1 and number = $2 and id <> $3 and number <> ''
         order by at desc, id limit 5",
        values![scope.unit(), &plan.number, plan.id],
    )
    .await
}

/// Forgets a plan of which no campaign was made; false where one was, or it is not there.
pub async fn discard(tx: &mut Tx<'_>, scope: &Scope, id: PlanId) -> Result<bool> {
    let gone = tx
        .execute(
            "delete from plan where id = $1 and unit_id = $2 and campaign_id is null",
            values![id, scope.unit()],
        )
        .await?;
    Ok(gone == 1)
}

/// Keeps the sheet, and the number it has, where nobody changed it since `rev`; false where somebody
/// did.
pub async fn put_sheet(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (id, rev): (PlanId, i64),
    (sheet, number): (&str, &str),
) -> Result<bool> {
    let changed = tx
        .execute(
            "update plan set sheet = $4, number = $5, rev = rev + 1
             where id = $1 and unit_id = $2 and rev = $3",
            values![id, scope.unit(), rev, sheet, number],
        )
        .await?;
    Ok(changed == 1)
}

pub async fn put_campaign(
    tx: &mut Tx<'_>,
    scope: &Scope,
    id: PlanId,
    campaign: CampaignId,
) -> Result<()> {
    tx.execute(
        "update plan set campaign_id = $3, rev = rev + 1 where id = $1 and unit_id = $2",
        values![id, scope.unit(), campaign],
    )
    .await?;
    Ok(())
}

impl FromRow for Plan {
    fn from_row(mut row: Row) -> Result<Plan> {
        Ok(Plan {
            id: row.take()?,
            file_name: row.take()?,
            file_hash: row.take()?,
            source: row.take()?,
            reading: row.take()?,
            sheet: row.take()?,
            number: row.take()?,
            campaign: row.take()?,
            at: row.take()?,
            rev: row.take()?,
        })
    }
}

impl FromRow for PlanRow {
    fn from_row(mut row: Row) -> Result<PlanRow> {
        Ok(PlanRow {
            id: row.take()?,
            file_name: row.take()?,
            campaign: row.take()?,
            at: row.take()?,
        })
    }
}
