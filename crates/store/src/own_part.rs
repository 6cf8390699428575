//! The own part a unit has done already: declared with its report, and what the desk said of it.
//! Declarations and what was said are only ever inserted; where it stands is in the assignment.

use crate::assignment::Assignment;
use crate::db::{FromRow, Result, Row, Tx};
use crate::library::read_file;
use crate::permit::{Permit, ReadSubmitted, Review, Submit};
use crate::values;
use domain::file::File;
use domain::id::{BodyId, CampaignId, EventId, SectionId};
use domain::own_part::{Declaration, Stage};
use jiff::Timestamp;

/// The newest declaration of a unit (khai báo phần của mình).
#[derive(Clone, Debug)]
pub struct OwnPart {
    pub version: i64,
    pub declared: Declaration,
    pub file: Option<File>,
    pub at: Timestamp,
    /// Who declared it.
    pub by: String,
    /// What was last said of it: who, when, why; nothing while nobody has.
    pub said: Option<(String, Timestamp, String)>,
}

/// A declaration about to be kept.
#[derive(Clone, Debug)]
pub struct NewOwnPart {
    pub version: i64,
    pub declared: Declaration,
    pub file: File,
    pub at: Timestamp,
    pub event: EventId,
}

/// What is said of a declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saying {
    Accepted,
    Refused,
    Withdrawn,
}

/// The newest declaration of the permitted unit.
pub async fn find(tx: &mut Tx<'_>, permit: &Permit<ReadSubmitted>) -> Result<Option<OwnPart>> {
    let own = permit.assignment();
    tx.find(
        "select o.version, o.held, o.number, o.day, o.words, o.at, p.name, vp.name, v.at, v.why,
                o.file_hash, o.file_name, o.file_size
         from own_part o join seat s on s.id = o.seat_id join person p on p.id = s.person_id
         left join own_part_verdict v on v.campaign_id = o.campaign_id and v.body_id = o.body_id
           and v.version = o.version and not exists (select 1 from own_part_verdict n
             where n.campaign_id = v.campaign_id and n.body_id = v.body_id
               and n.version = v.version and n.kind <> 'accepted' and v.kind = 'accepted')
         left join seat vs on vs.id = v.seat_id left join person vp on vp.id = vs.person_id
         where o.campaign_id = $1 and o.body_id = $2 order by o.version desc limit 1",
        values![own.campaign, own.body],
    )
    .await
}

/// The file of one declaration of the permitted unit.
pub async fn find_file(
    tx: &mut Tx<'_>,
    permit: &Permit<ReadSubmitted>,
    version: i64,
) -> Result<Option<File>> {
    let own = permit.assignment();
    let found: Option<FileRow> = tx
        .find(
            "select file_hash, file_name, file_size from own_part
             where campaign_id = $1 and body_id = $2 and version = $3",
            values![own.campaign, own.body, version],
        )
        .await?;
    Ok(found.and_then(|FileRow(file)| file))
}

/// The sections that the report of a unit covers while its declaration holds, in no order.
pub async fn list_covered(
    tx: &mut Tx<'_>,
    permit: &Permit<ReadSubmitted>,
) -> Result<Vec<SectionId>> {
    let own = permit.assignment();
    let rows: Vec<(SectionId,)> = tx
        .list(
            "select section_id from own_part_covered where campaign_id = $1 and body_id = $2",
            values![own.campaign, own.body],
        )
        .await?;
    Ok(rows.into_iter().map(|(section,)| section).collect())
}

/// Keeps a declaration behind those that are there.
pub async fn insert(tx: &mut Tx<'_>, permit: &Permit<Submit>, new: &NewOwnPart) -> Result<()> {
    let own = permit.assignment();
    tx.execute(
        "insert into own_part (campaign_id, body_id, version, held, number, day, words, file_hash,
                               file_name, file_size, seat_id, at, event_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        values![
            own.campaign,
            own.body,
            new.version,
            new.declared.held,
            &new.declared.number,
            new.declared.day,
            &new.declared.words,
            new.file.hash,
            new.file.name.as_str(),
            new.file.bytes,
            permit.scope().seat(),
            new.at,
            new.event
        ],
    )
    .await?;
    Ok(())
}

/// Keeps what desk or unit said of a declaration.
pub async fn insert_verdict<A>(
    tx: &mut Tx<'_>,
    permit: &Permit<A>,
    (version, saying, why): (i64, Saying, &str),
    (at, event): (Timestamp, EventId),
) -> Result<()> {
    let (own, seat) = (permit.assignment(), permit.scope().seat());
    tx.execute(
        "insert into own_part_verdict (campaign_id, body_id, version, kind, why, seat_id, at, event_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![own.campaign, own.body, version, saying.name(), why, seat, at, event],
    )
    .await?;
    Ok(())
}

/// Keeps which sections the report that came with a declaration covers.
pub async fn insert_covered(
    tx: &mut Tx<'_>,
    permit: &Permit<Review>,
    version: i64,
    sections: &[SectionId],
) -> Result<()> {
    let own = permit.assignment();
    for section in sections {
        tx.execute(
            "insert into own_part_section (campaign_id, body_id, version, section_id)
             values ($1, $2, $3, $4)",
            values![own.campaign, own.body, version, *section],
        )
        .await?;
    }
    Ok(())
}

/// Moves where the declaration stands, where nobody moved the assignment since; false where somebody
/// did.
pub async fn put_stage(tx: &mut Tx<'_>, before: &Assignment, stage: Stage) -> Result<bool> {
    let touched = tx
        .execute(
            "update assignment set own_part = $4, rev = rev + 1
             where campaign_id = $1 and body_id = $2 and rev = $3",
            values![before.campaign, before.body, before.rev, stage.name()],
        )
        .await?;
    Ok(touched == 1)
}

/// Declarations after `after` in key order, for `verify`.
pub async fn list_files_for_verify(
    tx: &mut Tx<'_>,
    after: Option<(CampaignId, BodyId, i64)>,
    limit: i64,
) -> Result<Vec<(CampaignId, BodyId, i64, [u8; 32], i64)>> {
    let nothing = uuid::Uuid::nil();
    let (campaign, body, version) = after.unwrap_or((nothing.into(), nothing.into(), 0));
    tx.list(
        "select campaign_id, body_id, version, file_hash, file_size from own_part
         where (campaign_id, body_id, version) > ($1, $2, $3)
         order by campaign_id, body_id, version limit $4",
        values![campaign, body, version, limit],
    )
    .await
}

impl Saying {
    fn name(self) -> &'static str {
        match self {
            Saying::Accepted => "accepted",
            Saying::Refused => "refused",
            Saying::Withdrawn => "withdrawn",
        }
    }
}

struct FileRow(Option<File>);

impl FromRow for OwnPart {
    fn from_row(mut row: Row) -> Result<OwnPart> {
        let version = row.take()?;
        let declared = Declaration {
            held: row.take()?,
            number: row.take()?,
            day: row.take()?,
            words: row.take()?,
        };
        let (at, by) = (row.take()?, row.take()?);
        let (who, when): (Option<String>, Option<Timestamp>) = (row.take()?, row.take()?);
        let why: Option<String> = row.take()?;
        let said = who.zip(when).map(|(who, when)| (who, when, why.unwrap_or_default()));
        Ok(OwnPart { version, declared, file: read_file(row)?, at, by, said })
    }
}

impl FromRow for FileRow {
    fn from_row(row: Row) -> Result<FileRow> {
        read_file(row).map(FileRow)
    }
}
