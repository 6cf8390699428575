//! What a unit is still writing. Never seen from anywhere else.

use crate::db::{FromRow, Result, Row, Tx};
use crate::permit::{Permit, ReadDraft, Write};
use crate::values;
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

pub async fn list_sections(
    tx: &mut Tx<'_>,
    permit: &Permit<ReadDraft>,
) -> Result<Vec<DraftSection>> {
    let own = permit.assignment();
    tx.list(
        "select section_id, words, complete, at, rev from draft_section
         where campaign_id = $1 and body_id = $2 order by section_id",
        values![own.campaign, own.body],
    )
    .await
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

impl FromRow for DraftSection {
    fn from_row(mut row: Row) -> Result<DraftSection> {
        Ok(DraftSection {
            section: row.take()?,
            words: row.take()?,
            complete: row.take()?,
            at: row.take()?,
            rev: row.take()?,
        })
    }
}

impl FromRow for DraftCell {
    fn from_row(mut row: Row) -> Result<DraftCell> {
        Ok(DraftCell { cell: row.take()?, typed: row.take()?, at: row.take()? })
    }
}
