use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::work::own;
use domain::figure::OwnTerm;
use domain::id::CampaignId;
use domain::submission::{Place, Refusal};
use jiff::Timestamp;
use store::assignment::Assignment;
use store::cascade::FiguresFrom;
use store::permit::{Reached, ReadDraft};
use store::scope::Scope;
use store::segment::Table;

/// The table with what was typed into it (bảng số liệu của đơn vị).
#[derive(Clone, Debug)]
pub struct ShowGrid {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct GridView {
    pub title: String,
    pub assignment: Assignment,
    pub table: Table,
    /// What was typed, by the cell's position; empty where nothing was.
    pub typed: Vec<String>,
    /// Cell and reason of the standing return.
    pub reasons: Vec<(u32, String)>,
    pub saved: Option<Timestamp>,
    /// The time of its own for which the unit reports, where it has one.
    pub term: Option<OwnTerm>,
    pub now: Timestamp,
}

impl Case for ShowGrid {
    type Output = GridView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<GridView, Ending> {
        let reached = own(ctx, scope, self.campaign).await?;
        let draft = reached.permit::<ReadDraft>()?;
        let table = typed_table(ctx, &reached).await?;
        let cells = store::draft::list_cells(&mut ctx.tx, &draft, table.id()).await?;
        let reasons = store::verdict::list_standing(&mut ctx.tx, &draft).await?;
        let mut typed = vec![String::new(); table.segment.cells().len()];
        for cell in &cells {
            if let Some(slot) = typed.get_mut(cell.cell as usize) {
                slot.clone_from(&cell.typed);
            }
        }
        Ok(GridView {
            title: reached.campaign().title.clone(),
            assignment: reached.assignment().clone(),
            typed,
            reasons: reasons
                .into_iter()
                .filter_map(|reason| match reason.place {
                    Place::Cell(_, cell) => Some((cell, reason.words)),
                    _ => None,
                })
                .collect(),
            saved: cells.iter().map(|cell| cell.at).max(),
            term: reached.around().portion.term,
            table,
            now: ctx.now,
        })
    }
}

/// The table whose cells a unit types in itself.
pub(super) async fn typed_table(ctx: &mut Ctx<'_>, reached: &Reached) -> Result<Table, Ending> {
    let table = store::segment::find_for(&mut ctx.tx, reached).await?;
    let table = table.ok_or(Ending::NotFound)?;
    match store::cascade::figures_from(&mut ctx.tx, reached.assignment()).await? {
        FiguresFrom::Own => Ok(table),
        FiguresFrom::Below | FiguresFrom::Child(_) => Err(Refusal::FiguresAddedUp.into()),
    }
}
