//! What the desk said of a version, and why; only ever inserted.

use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::permit::{Permit, ReadDraft, ReadSubmitted, ReadTotals, Review};
use crate::values;
use domain::id::{BodyId, EventId, SectionId, SegmentId};
use domain::submission::{Place, ReturnReason, Stage};
use jiff::Timestamp;

/// What was said of a version (kết quả kiểm tra).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub version: i64,
    pub kind: Kind,
    pub at: Timestamp,
    /// Who said it, and from which body.
    pub by: String,
    pub body: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Received,
    Returned,
}

/// A reason as kept, with the version it was said of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonRow {
    pub version: i64,
    pub place: Place,
    pub words: String,
}

pub async fn insert(
    tx: &mut Tx<'_>,
    permit: &Permit<Review>,
    (version, kind): (i64, Kind),
    at: Timestamp,
    event: EventId,
) -> Result<()> {
    let of = permit.assignment();
    tx.execute(
        "insert into verdict (campaign_id, body_id, version, kind, seat_id, at, event_id)
         values ($1, $2, $3, $4, $5, $6, $7)",
        values![of.campaign, of.body, version, kind.name(), permit.scope().seat(), at, event],
    )
    .await?;
    Ok(())
}

pub async fn insert_reasons(
    tx: &mut Tx<'_>,
    permit: &Permit<Review>,
    version: i64,
    reasons: &[ReturnReason],
) -> Result<()> {
    let of = permit.assignment();
    for (ord, reason) in (0i64..).zip(reasons) {
        let (section, segment, cell) = match reason.place {
            Place::Whole => (None, None, None),
            Place::Section(section) => (Some(section), None, None),
            Place::Cell(segment, cell) => (None, Some(segment), Some(cell)),
        };
        tx.execute(
            "insert into reason (campaign_id, body_id, version, ord, section_id, segment_id, cell, words)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
            values![of.campaign, of.body, version, ord, section, segment, cell, reason.text()],
        )
        .await?;
    }
    Ok(())
}

/// Every verdict on the unit's versions, newest first.
pub async fn list(tx: &mut Tx<'_>, permit: &Permit<ReadSubmitted>) -> Result<Vec<Verdict>> {
    let of = permit.assignment();
    tx.list(
        "select v.version, v.kind, v.at, p.name, b.short
         from verdict v join seat s on s.id = v.seat_id join person p on p.id = s.person_id
         join body b on b.id = s.body_id
         where v.campaign_id = $1 and v.body_id = $2 order by v.version desc",
        values![of.campaign, of.body],
    )
    .await
}

/// A receipt: whose version, and who took it in when (tiếp nhận).
#[derive(Clone, Debug)]
pub struct Taken {
    pub unit: BodyId,
    pub version: i64,
    pub at: Timestamp,
    pub by: String,
    pub body: String,
}

/// Every version received from the permitted unit and those below it.
pub async fn list_taken(tx: &mut Tx<'_>, permit: &Permit<ReadTotals>) -> Result<Vec<Taken>> {
    let node = permit.assignment();
    tx.list(
        "select v.body_id, v.version, v.at, p.name, b.short
         from assignment a
         join verdict v on v.campaign_id = a.campaign_id and v.body_id = a.body_id
           and v.kind = 'received'
         join seat s on s.id = v.seat_id join person p on p.id = s.person_id
         join body b on b.id = s.body_id
         where a.campaign_id = $1 and a.lo >= $2 and a.lo < $3 order by a.lo, v.version",
        values![node.campaign, node.lo, node.hi],
    )
    .await
}

/// Every reason ever given for the unit's versions, newest version first, then in order.
pub async fn list_reasons(
    tx: &mut Tx<'_>,
    permit: &Permit<ReadSubmitted>,
) -> Result<Vec<ReasonRow>> {
    let of = permit.assignment();
    tx.list(
        "select version, section_id, segment_id, cell, words from reason
         where campaign_id = $1 and body_id = $2 order by version desc, ord",
        values![of.campaign, of.body],
    )
    .await
}

/// A reason of the return that stands, and when the permitted unit last wrote at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub place: Place,
    pub words: String,
    pub written: Option<Timestamp>,
}

/// The reasons of the newest return, in order, while the report lies returned.
pub async fn list_standing(tx: &mut Tx<'_>, permit: &Permit<ReadDraft>) -> Result<Vec<Standing>> {
    let own = permit.assignment();
    let Stage::Returned { version, .. } = own.stage else { return Ok(Vec::new()) };
    tx.list(
        "select r.section_id, r.segment_id, r.cell, r.words, coalesce(d.at, t.at)
         from reason r
         left join draft_section d on d.campaign_id = r.campaign_id and d.body_id = r.body_id
           and d.section_id = r.section_id
         left join draft_cell t on t.campaign_id = r.campaign_id and t.body_id = r.body_id
           and t.segment_id = r.segment_id and t.cell = r.cell
         where r.campaign_id = $1 and r.body_id = $2 and r.version = $3 order by r.ord",
        values![own.campaign, own.body, version],
    )
    .await
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Kind::Received => "received",
            Kind::Returned => "returned",
        }
    }
}

impl FromRow for Verdict {
    fn from_row(mut row: Row) -> Result<Verdict> {
        let version = row.take()?;
        let kind: String = row.take()?;
        let kind = match kind.as_str() {
            "received" => Kind::Received,
            "returned" => Kind::Returned,
            other => return Err(StoreError::Corrupt(format!("{other:?} is no verdict"))),
        };
        Ok(Verdict { version, kind, at: row.take()?, by: row.take()?, body: row.take()? })
    }
}

impl FromRow for Taken {
    fn from_row(mut row: Row) -> Result<Taken> {
        Ok(Taken {
            unit: row.take()?,
            version: row.take()?,
            at: row.take()?,
            by: row.take()?,
            body: row.take()?,
        })
    }
}

impl FromRow for ReasonRow {
    fn from_row(mut row: Row) -> Result<ReasonRow> {
        let version = row.take()?;
        Ok(ReasonRow { version, place: take_place(&mut row)?, words: row.take()? })
    }
}

impl FromRow for Standing {
    fn from_row(mut row: Row) -> Result<Standing> {
        let place = take_place(&mut row)?;
        Ok(Standing { place, words: row.take()?, written: row.take()? })
    }
}

/// The next three columns of a row.
fn take_place(row: &mut Row) -> Result<Place> {
    let section: Option<SectionId> = row.take()?;
    let (segment, cell): (Option<SegmentId>, Option<u32>) = (row.take()?, row.take()?);
    Ok(match (section, segment.zip(cell)) {
        (Some(section), _) => Place::Section(section),
        (None, Some((segment, cell))) => Place::Cell(segment, cell),
        (None, None) => Place::Whole,
    })
}
