//! What was sent, version by version; only ever inserted.

use crate::assignment::PinnedRow;
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::event::Head;
use crate::permit::{Permit, ReadSubmitted, ReadTotals, Submit};
use crate::values;
use domain::campaign::{Deadline, Punctuality};
use domain::id::{BodyId, CampaignId, EventId, SectionId, SegmentId};
use domain::submission::Content;
use jiff::Timestamp;

/// A version as kept (bản đã gửi).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    pub version: i64,
    /// The code on the receipt.
    pub code: String,
    pub hash: [u8; 32],
    pub received_at: Timestamp,
    /// The deadline it was judged by, and how.
    pub deadline: Deadline,
    pub punctuality: Punctuality,
    /// The version of the plan it answers.
    pub plan_version: i64,
    /// Who sent it, with title.
    pub sent_by: String,
    pub title: String,
    pub event: EventId,
}

/// A version about to be kept.
#[derive(Clone, Debug)]
pub struct NewSubmission {
    pub version: i64,
    pub code: String,
    pub content: Content,
    pub received_at: Timestamp,
    pub deadline: Deadline,
    pub punctuality: Punctuality,
    pub plan_version: i64,
    pub event: EventId,
    /// The end of the chain before it.
    pub anchor: Head,
}

/// Inserts a version; gives its hash.
pub async fn insert(
    tx: &mut Tx<'_>,
    permit: &Permit<Submit>,
    new: &NewSubmission,
) -> Result<[u8; 32]> {
    let own = permit.assignment();
    let bytes = new.content.canonical();
    let hash = Content::hash(&bytes);
    tx.execute(
        "insert into submission (campaign_id, body_id, version, code, seat_id, content, hash,
                                 received_at, deadline_version, last_day, days_late, plan_version,
                                 event_id, anchor_position, anchor_head)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        values![
            own.campaign,
            own.body,
            new.version,
            &new.code,
            permit.scope().seat(),
            bytes,
            hash,
            new.received_at,
            new.deadline.version,
            new.deadline.last_day,
            new.punctuality.days_late(),
            new.plan_version,
            new.event,
            new.anchor.position,
            new.anchor.hash
        ],
    )
    .await?;
    for (segment, packed) in &new.content.segments {
        tx.execute(
            "insert into submission_segment (campaign_id, segment_id, body_id, version, packed)
             values ($1, $2, $3, $4, $5)",
            values![own.campaign, *segment, own.body, new.version, packed.as_slice()],
        )
        .await?;
    }
    Ok(hash)
}

/// Every version the unit sent, newest first.
pub async fn list(tx: &mut Tx<'_>, permit: &Permit<ReadSubmitted>) -> Result<Vec<Submission>> {
    let of = permit.assignment();
    tx.list(
        "select n.version, n.code, n.hash, n.received_at, n.deadline_version, n.last_day, n.days_late,
                n.plan_version, p.name, s.title, n.event_id
         from submission n join seat s on s.id = n.seat_id join person p on p.id = s.person_id
         where n.campaign_id = $1 and n.body_id = $2 order by n.version desc",
        values![of.campaign, of.body],
    )
    .await
}

/// What a version says, by the bytes that were sealed.
pub async fn find_content(
    tx: &mut Tx<'_>,
    permit: &Permit<ReadSubmitted>,
    version: i64,
) -> Result<Option<Content>> {
    let of = permit.assignment();
    let found: Option<(Vec<u8>,)> = tx
        .find(
            "select content from submission where campaign_id = $1 and body_id = $2 and version = $3",
            values![of.campaign, of.body, version],
        )
        .await?;
    found.map(|(bytes,)| read(&bytes)).transpose()
}

/// A text from below for a section of the own outline (nội dung cấp dưới).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LowerText {
    pub campaign: CampaignId,
    pub body: BodyId,
    pub unit: String,
    /// The version the words are of; none where only an earlier report covers the section.
    pub version: Option<i64>,
    pub words: String,
    /// The declaration whose report covers the section.
    pub own_part: Option<i64>,
}

/// What those who report to the permitted unit wrote for a section, in versions received, in the
/// order of the tree: units in that very section, organs in theirs that lie beside it.
pub async fn list_received_below(
    tx: &mut Tx<'_>,
    permit: &Permit<ReadTotals>,
    section: SectionId,
) -> Result<Vec<LowerText>> {
    type Sent = (BodyId, String, Option<i64>, Option<SectionId>, Option<Vec<u8>>, Option<i64>);
    let node = permit.assignment();
    let rows: Vec<Sent> = tx
        .list(
            "select a.body_id, b.short, n.version, s.id, n.content, v.version
             from assignment a join body b on b.id = a.body_id
             left join submission n on n.campaign_id = a.campaign_id and n.body_id = a.body_id
               and n.version = a.received_version
             left join section s on s.campaign_id = a.campaign_id and s.for_body = a.body_id
               and s.beside_id = $5
             left join own_part_covered v on v.campaign_id = a.campaign_id
               and v.body_id = a.body_id and v.section_id = coalesce(s.id, $5)
             where a.campaign_id = $1 and a.lo > $2 and a.lo < $3 and a.receiver_id = $4
               and (n.version is not null or v.version is not null)
             order by a.lo, s.ord",
            values![node.campaign, node.lo, node.hi, node.body, section],
        )
        .await?;
    let mut below = Vec::new();
    for (body, unit, version, own, bytes, own_part) in rows {
        let content = bytes.map(|bytes| read(&bytes)).transpose()?;
        let words = content.as_ref().and_then(|content| content.section(own.unwrap_or(section)));
        let words = words.unwrap_or_default().to_owned();
        if !words.is_empty() || own_part.is_some() {
            let campaign = node.campaign;
            below.push(LowerText { campaign, body, unit, version, words, own_part });
        }
    }
    Ok(below)
}

/// A version's packed figures (số liệu của một bản).
#[derive(Clone, Debug)]
pub struct Packed {
    pub version: i64,
    pub received_at: Timestamp,
    pub bytes: Vec<u8>,
}

/// A place of the pinned tree with a version that counts there: received, or lying at the desk.
/// Where both are, the place comes twice; where neither is, once without.
#[derive(Clone, Debug)]
pub struct Counting {
    pub place: PinnedRow,
    pub packed: Option<Packed>,
}

macro_rules! counting {
    ($which:literal) => {
        concat!(
            "select a.body_id, a.lo, a.above_id, t.portion, a.asked, a.received_version,
                    k.version, n.received_at, k.packed
             from assignment a
             left join tier t on t.campaign_id = a.campaign_id and t.tier_key = a.tier_key
             left join submission n on n.campaign_id = a.campaign_id and n.body_id = a.body_id
               and (n.version = a.received_version
                 or (n.version = a.stage_version and a.stage = 'submitted'))
             left join submission_segment k on k.campaign_id = n.campaign_id and k.segment_id = $2
               and k.body_id = n.body_id and k.version = n.version
             where a.campaign_id = $1 and a.figures ",
            $which,
            " order by a.lo, n.version"
        )
    };
}

/// The whole pinned tree with what counts for a segment, in its order. For the engine, which
/// answers only by permit.
pub async fn list_counting(
    tx: &mut Tx<'_>,
    (campaign, segment): (CampaignId, SegmentId),
) -> Result<Vec<Counting>> {
    tx.list(counting!(""), values![campaign, segment]).await
}

/// The places about which something happened after `position`, with what counts there now.
pub async fn list_counting_after(
    tx: &mut Tx<'_>,
    (campaign, segment): (CampaignId, SegmentId),
    position: i64,
) -> Result<Vec<Counting>> {
    tx.list(
        counting!(
            "and a.body_id in (select e.body_id from sealed s join event e on e.id = s.event_id
               where s.position > $3 and e.campaign_id = $1)"
        ),
        values![campaign, segment, position],
    )
    .await
}

/// What counted for a segment at `position`, of the places `lo..hi` of the pinned tree: the versions
/// received by then, of the units that were asked then. For the engine, which answers only by permit.
pub async fn list_counting_as_of(
    tx: &mut Tx<'_>,
    (campaign, segment): (CampaignId, SegmentId),
    (lo, hi): (u32, u32),
    position: i64,
) -> Result<Vec<Counting>> {
    tx.list(
        "select a.body_id, a.lo, a.above_id, t.portion,
                coalesce((select i.kind = 'unit_excused' from amendment_item i
                  join amendment m on m.campaign_id = i.campaign_id
                    and m.plan_version = i.plan_version
                  left join sealed s on s.event_id = m.event_id
                  where i.campaign_id = a.campaign_id and i.body_id = a.body_id
                    and i.kind in ('unit_asked', 'unit_excused')
                    and (s.position is null or s.position > $5)
                  order by i.plan_version limit 1), a.asked),
                n.version, k.version, n.received_at, k.packed
         from assignment a
         left join tier t on t.campaign_id = a.campaign_id and t.tier_key = a.tier_key
         left join submission n on n.campaign_id = a.campaign_id and n.body_id = a.body_id
           and n.version = (select max(v.version) from verdict v join sealed s on s.event_id = v.event_id
             where v.campaign_id = a.campaign_id and v.body_id = a.body_id and v.kind = 'received'
               and s.position <= $5)
         left join submission_segment k on k.campaign_id = n.campaign_id and k.segment_id = $2
           and k.body_id = n.body_id and k.version = n.version
         where a.campaign_id = $1 and a.lo >= $3 and a.lo < $4 and a.figures order by a.lo",
        values![campaign, segment, lo, hi, position],
    )
    .await
}

/// A version with what it is hashed and pinned by, for `verify`.
#[derive(Clone, Debug)]
pub struct Kept {
    pub campaign: CampaignId,
    pub body: BodyId,
    pub version: i64,
    pub bytes: Vec<u8>,
    pub hash: [u8; 32],
    /// The unit and those below it in the pinned tree.
    pub range: (u32, u32),
    /// Where its sending stands in the order of events.
    pub sent: Option<i64>,
}

/// Versions after `after` in the order of their keys, at most `limit`.
pub async fn list_for_verify(
    tx: &mut Tx<'_>,
    after: Option<(CampaignId, BodyId, i64)>,
    limit: i64,
) -> Result<Vec<Kept>> {
    let (campaign, body, version) = match after {
        Some((campaign, body, version)) => (campaign.0, body.0, version),
        None => Default::default(),
    };
    tx.list(
        "select n.campaign_id, n.body_id, n.version, n.content, n.hash, a.lo, a.hi, s.position
         from submission n
         join assignment a on a.campaign_id = n.campaign_id and a.body_id = n.body_id
         left join sealed s on s.event_id = n.event_id
         where (n.campaign_id, n.body_id, n.version) > ($1, $2, $3)
         order by n.campaign_id, n.body_id, n.version limit $4",
        &[crate::db::Value::Id(campaign), crate::db::Value::Id(body), version.into(), limit.into()],
    )
    .await
}

impl FromRow for Kept {
    fn from_row(mut row: Row) -> Result<Kept> {
        Ok(Kept {
            campaign: row.take()?,
            body: row.take()?,
            version: row.take()?,
            bytes: row.take()?,
            hash: row.take()?,
            range: (row.take()?, row.take()?),
            sent: row.take()?,
        })
    }
}

impl FromRow for Counting {
    fn from_row(mut row: Row) -> Result<Counting> {
        let place = PinnedRow::take(&mut row)?;
        let (version, at): (Option<i64>, Option<Timestamp>) = (row.take()?, row.take()?);
        let packed = match version.zip(at) {
            Some((version, received_at)) => {
                Some(Packed { version, received_at, bytes: row.take()? })
            }
            None => None,
        };
        Ok(Counting { place, packed })
    }
}

impl FromRow for Submission {
    fn from_row(mut row: Row) -> Result<Submission> {
        let (version, code, hash, received_at) =
            (row.take()?, row.take()?, row.take()?, row.take()?);
        let deadline = Deadline { version: row.take()?, last_day: row.take()? };
        let punctuality = Punctuality::from_days_late(row.take()?);
        let plan_version = row.take()?;
        let (sent_by, title, event) = (row.take()?, row.take()?, row.take()?);
        Ok(Submission {
            version,
            code,
            hash,
            received_at,
            deadline,
            punctuality,
            plan_version,
            sent_by,
            title,
            event,
        })
    }
}

fn read(bytes: &[u8]) -> Result<Content> {
    Content::parse(bytes).map_err(|_| StoreError::Corrupt("a submission that does not read".into()))
}
