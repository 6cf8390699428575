use super::show::typed_table;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::work::own;
use domain::id::CampaignId;
use domain::text::Text;
use jiff::Timestamp;
use store::draft::DraftCell;
use store::permit::{ReadDraft, Write};
use store::scope::Scope;

/// Saves cells as typed, right or wrong (lưu số liệu). A cell is guarded by what its writer saw in
/// it: another's change is never written over, and the same again is success.
#[derive(Clone, Debug)]
pub struct SaveGrid {
    pub campaign: CampaignId,
    pub cells: Vec<CellChange>,
}

/// A cell that somebody typed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellChange {
    pub cell: u32,
    /// What stood there when the page was opened.
    pub was: String,
    pub typed: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedGrid {
    pub at: Timestamp,
    /// Cells another person changed meanwhile: what stands there now, and what was typed here.
    pub conflicts: Vec<CellChange>,
}

/// The longest entry that is kept for a cell.
const TYPED_LENGTH_MAX: usize = 64;

impl Case for SaveGrid {
    type Output = SavedGrid;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<SavedGrid, Ending> {
        let reached = own(ctx, scope, self.campaign).await?;
        let permit = reached.permit::<Write>()?;
        permit.assignment().stage.writable()?;
        let table = typed_table(ctx, &reached).await?;
        let read = reached.permit::<ReadDraft>()?;
        let kept = store::draft::list_cells(&mut ctx.tx, &read, table.id()).await?;
        let mut conflicts = Vec::new();
        for change in &self.cells {
            if !table.asks(change.cell as usize) {
                return Err(Ending::NotFound);
            }
            let typed = shorten(&change.typed);
            let now = kept.iter().find(|cell| cell.cell == change.cell);
            let now = now.map_or("", |cell| cell.typed.as_str());
            if typed == now || typed == shorten(&change.was) {
                continue;
            }
            if now != shorten(&change.was) {
                conflicts.push(CellChange { cell: change.cell, was: now.to_owned(), typed });
                continue;
            }
            let draft = DraftCell { cell: change.cell, typed, at: ctx.now };
            store::draft::put_cell(&mut ctx.tx, &permit, table.id(), &draft).await?;
        }
        crate::acknowledgement::by_writing(ctx, scope, &read).await?;
        Ok(SavedGrid { at: ctx.now, conflicts })
    }
}

fn shorten(typed: &str) -> String {
    Text::new(typed).as_str().chars().take(TYPED_LENGTH_MAX).collect()
}
