//! What a unit is still writing. Never seen from anywhere else.

use crate::db::{FromRow, Result, Row, Tx};
use crate::outline;
use crate::permit::{Permit, ReadDraft, Write};
use crate::values;
use domain::campaign::Section;
use domain::id::{SectionId, SegmentId};
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

/// The outline of the permitted assignment's campaign, in its order, and the drafts of its sections.
pub async fn list_outline(
    tx: &mut Tx<'_>,
    permit: &Permit<ReadDraft>,
) -> Result<(Vec<Section>, Vec<DraftSection>)> {
    let own = permit.assignment();
    let rows: Vec<Written> = tx
        .list(
            "select s.id, s.number, s.title, s.guidance, s.depth, d.words, d.complete, d.at, d.rev
             from section s left join draft_section d on d.campaign_id = s.campaign_id
               and d.section_id = s.id and d.body_id = $2
             where s.campaign_id = $1 and (s.for_body = $2 or (s.for_body is null and not exists (
               select 1 from section o where o.campaign_id = $1 and o.for_body = $2)))
             order by s.ord, s.id",
            values![own.campaign, own.body],
        )
        .await?;
    let (outline, drafts): (Vec<Section>, Vec<Option<DraftSection>>) =
        rows.into_iter().map(|row| (row.section, row.draft)).unzip();
    Ok((outline, drafts.into_iter().flatten().collect()))
}

struct Written {
    section: Section,
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

impl FromRow for Written {
    fn from_row(mut row: Row) -> Result<Written> {
        let section = outline::take(&mut row)?;
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
        Ok(Written { section, draft })
    }
}

impl FromRow for DraftCell {
    fn from_row(mut row: Row) -> Result<DraftCell> {
        Ok(DraftCell { cell: row.take()?, typed: row.take()?, at: row.take()? })
    }
}
