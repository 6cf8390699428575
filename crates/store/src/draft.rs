//! What a unit is still writing. Never seen from anywhere else.

use crate::acknowledgement::{due, read};
use crate::db::{FromRow, Result, Row, Tx};
use crate::outline;
use crate::permit::{Permit, ReadDraft, Write};
use crate::segment::parse as parse_segment;
use crate::values;
use domain::campaign::Section;
use domain::figure::Segment;
use domain::id::{CampaignId, SectionId, SegmentId};
use jiff::Timestamp;

/// The draft of one section (bản soạn một mục).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftSection {
    pub section: SectionId,
    pub words: String,
    /// Marked as finished by its writer.
    pub complete: bool,
    pub at: Timestamp,
    pub rev: i64,
}

/// What was typed into one cell, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftCell {
    pub cell: u32,
    pub typed: String,
    pub at: Timestamp,
}

/// An outline with what was written on it (đề cương và bản soạn).
#[derive(Clone, Debug, Default)]
pub struct Written {
    pub outline: Vec<Section>,
    pub drafts: Vec<DraftSection>,
    /// The sections for which a report stands that the unit handed in before.
    pub covered: Vec<SectionId>,
}

/// The outline the permitted assignment answers under a version of the plan, in its order, and the
/// drafts of its sections.
pub async fn list_outline(
    tx: &mut Tx<'_>,
    permit: &Permit<ReadDraft>,
    version: i64,
) -> Result<Written> {
    let own = permit.assignment();
    let rows: Vec<WrittenRow> = tx
        .list(
            "select s.id, s.number, s.title, s.guidance, s.depth, s.owner_id, o.short, s.need,
                    exists (select 1 from own_part_covered v where v.campaign_id = $1
                      and v.body_id = $2 and v.section_id = s.id),
                    d.words, d.complete, d.at, d.rev
             from section s left join body o on o.id = s.owner_id
             left join draft_section d on d.campaign_id = s.campaign_id
               and d.section_id = s.id and d.body_id = $2
             where s.campaign_id = $1 and (s.for_body = $2 or (s.for_body is null and not exists (
               select 1 from section n where n.campaign_id = $1 and n.for_body = $2)))
               and not exists (select 1 from tier_section x
                 where x.campaign_id = $1 and x.tier_key = $3 and x.section_id = s.id)
               and s.from_version <= $4 and (s.to_version is null or s.to_version > $4)
             order by s.ord, s.id",
            values![own.campaign, own.body, &own.tier, version],
        )
        .await?;
    let covered = rows.iter().filter(|row| row.covered).map(|row| row.section.id).collect();
    let (outline, drafts): (Vec<Section>, Vec<Option<DraftSection>>) =
        rows.into_iter().map(|row| (row.section, row.draft)).unzip();
    Ok(Written { outline, drafts: drafts.into_iter().flatten().collect(), covered })
}

struct WrittenRow {
    section: Section,
    covered: bool,
    draft: Option<DraftSection>,
}

/// Keeps a section where its `rev` is still the one read (0 for none yet); false where it is not.
pub async fn put_section(
    tx: &mut Tx<'_>,
    permit: &Permit<Write>,
    draft: &DraftSection,
) -> Result<bool> {
    let own = permit.assignment();
    let seat = permit.scope().seat();
    let touched = if draft.rev == 0 {
        tx.execute(
            "insert into draft_section (campaign_id, body_id, section_id, words, complete, seat_id, at, rev)
             values ($1, $2, $3, $4, $5, $6, $7, 1)
             on conflict (campaign_id, body_id, section_id) do nothing",
            values![own.campaign, own.body, draft.section, &draft.words, draft.complete, seat, draft.at],
        )
        .await?
    } else {
        tx.execute(
            "update draft_section set words = $4, complete = $5, seat_id = $6, at = $7, rev = rev + 1
             where campaign_id = $1 and body_id = $2 and section_id = $3 and rev = $8",
            values![
                own.campaign, own.body, draft.section, &draft.words, draft.complete, seat, draft.at,
                draft.rev
            ],
        )
        .await?
    };
    Ok(touched == 1)
}

pub async fn list_cells(
    tx: &mut Tx<'_>,
    permit: &Permit<ReadDraft>,
    segment: SegmentId,
) -> Result<Vec<DraftCell>> {
    let own = permit.assignment();
    tx.list(
        "select cell, typed, at from draft_cell
         where campaign_id = $1 and body_id = $2 and segment_id = $3 order by cell",
        values![own.campaign, own.body, segment],
    )
    .await
}

pub async fn put_cell(
    tx: &mut Tx<'_>,
    permit: &Permit<Write>,
    segment: SegmentId,
    draft: &DraftCell,
) -> Result<()> {
    let own = permit.assignment();
    tx.execute(
        "insert into draft_cell (campaign_id, body_id, segment_id, cell, typed, seat_id, at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (campaign_id, body_id, segment_id, cell)
         do update set typed = excluded.typed, seat_id = excluded.seat_id, at = excluded.at",
        values![
            own.campaign,
            own.body,
            segment,
            draft.cell,
            &draft.typed,
            permit.scope().seat(),
            draft.at
        ],
    )
    .await?;
    Ok(())
}

impl FromRow for WrittenRow {
    fn from_row(mut row: Row) -> Result<WrittenRow> {
        let section = outline::take(&mut row)?;
        let covered = row.take()?;
        let words: Option<String> = row.take()?;
        let draft = match words {
            None => None,
            Some(words) => Some(DraftSection {
                section: section.id,
                words,
                complete: row.take()?,
                at: row.take()?,
                rev: row.take()?,
            }),
        };
        Ok(WrittenRow { section, covered, draft })
    }
}

/// How far the figures of the permitted unit are (tình trạng số liệu): units asked below it, whose
/// sums they are; else its own table.
pub async fn get_filled(tx: &mut Tx<'_>, permit: &Permit<ReadDraft>) -> Result<Filled> {
    let own = permit.assignment();
    tx.get(
        concat!(
            "select (select cast(count(*) as bigint) from assignment l
                   where l.campaign_id = $1 and l.lo > $3 and l.lo < $4 and l.asked and l.figures),
                (select cast(count(*) as bigint) from library_item i where i.campaign_id = $1),
                s.title, s.cells,
                (select cast(count(*) as bigint) from draft_cell t
                   where t.campaign_id = $1 and t.body_id = $2 and t.segment_id = s.id
                     and t.typed <> ''),
                (select cast(count(*) as bigint) from assignment u
                   where u.campaign_id = $1 and u.lo > $3 and u.lo < $4 and u.figures
                     and not u.asked),
                k.id, k.issued, a.seen, a.due, a.sent_under
         from campaign c left join segment s on s.campaign_id = c.id and $5
         left join campaign k on k.parent_id = c.id and k.unit_id = $2
         join (select a.campaign_id, ",
            read!(),
            " as seen, ",
            due!(),
            " as due, n.plan_version as sent_under from assignment a
             left join submission n on n.campaign_id = a.campaign_id and n.body_id = a.body_id
               and n.version = a.stage_version
             where a.campaign_id = $1 and a.body_id = $2) a
           on a.campaign_id = c.id
         where c.id = $1"
        ),
        values![own.campaign, own.body, own.lo, own.hi, own.figures],
    )
    .await
}

#[derive(Clone, Debug)]
pub struct Filled {
    pub below: i64,
    /// How many documents the campaign's library holds.
    pub documents: i64,
    /// Title of the table, its cells and how many of them hold something; nothing where no figures
    /// are asked.
    pub table: Option<(String, Segment, i64)>,
    /// Units below that the campaign does not ask itself.
    pub unasked: i64,
    /// The campaign the unit made for them, and when it was issued.
    pub child: Option<(CampaignId, Option<Timestamp>)>,
    /// The newest version of the plan the body has read, 0 for none; and the newest that concerns it.
    pub read: i64,
    pub due: i64,
    /// The version of the plan that the report sent last answers; `None` where none was.
    pub sent_under: Option<i64>,
}

impl FromRow for Filled {
    fn from_row(mut row: Row) -> Result<Filled> {
        let (below, documents) = (row.take()?, row.take()?);
        let (title, cells): (Option<String>, Option<String>) = (row.take()?, row.take()?);
        let typed = row.take()?;
        let cells: Option<Segment> = cells.map(|cells| parse_segment(&cells)).transpose()?;
        let table = title.zip(cells).map(|(title, cells)| (title, cells, typed));
        let unasked = row.take()?;
        let (child, issued): (Option<CampaignId>, Option<Timestamp>) = (row.take()?, row.take()?);
        let child = child.map(|child| (child, issued));
        let (read, due, sent_under) = (row.take()?, row.take()?, row.take()?);
        Ok(Filled { below, documents, table, unasked, child, read, due, sent_under })
    }
}

impl FromRow for DraftCell {
    fn from_row(mut row: Row) -> Result<DraftCell> {
        Ok(DraftCell { cell: row.take()?, typed: row.take()?, at: row.take()? })
    }
}
