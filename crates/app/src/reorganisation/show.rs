use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::register::Receipt;
use domain::id::{BodyId, ReorganisationId};
use domain::reorganisation::{Kind, Stage};
use store::reorganisation::{Consequences, HeirRow, Move, Reorganisation};
use store::scope::Scope;

/// A reorganisation with what it does and means (xem phương án sắp xếp).
#[derive(Clone, Debug)]
pub struct ShowReorganisation {
    pub id: ReorganisationId,
}

#[derive(Clone, Debug)]
pub struct ReorganisationView {
    pub row: Reorganisation,
    pub consequences: Consequences,
    /// The first of the units it is about.
    pub moves: Vec<Move>,
    /// Ending units with open work, and who may answer for it.
    pub heirs: Vec<Heirs>,
    /// Who answers, once it is decided.
    pub inherited: Vec<HeirRow>,
    /// A plan worked out on a tree that was changed since, or never whole.
    pub stale: bool,
    /// What came of the sheet, for a register that was taken in.
    pub receipt: Option<Receipt>,
}

/// Who may answer for an ending unit (đơn vị có thể kế thừa).
#[derive(Clone, Debug)]
pub struct Heirs {
    pub unit: BodyId,
    pub short: String,
    pub open: i64,
    pub candidates: Vec<(BodyId, String)>,
}

/// Whoever wants all of them takes the register of the tree.
const MOVES_SHOWN: i64 = 200;

impl Case for ShowReorganisation {
    type Output = ReorganisationView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<ReorganisationView, Ending> {
        let row = super::open(ctx, scope, self.id).await?;
        let tx = &mut ctx.tx;
        let ending = store::reorganisation::list_ending(tx, row.id).await?;
        let offered = store::reorganisation::list_candidates(tx, row.id).await?;
        let candidates = |unit: BodyId| {
            let of = offered.iter().filter(|(before, _, _)| *before == unit);
            of.map(|(_, heir, short)| (*heir, short.clone())).collect()
        };
        let heirs = ending.into_iter().filter(|end| end.open > 0).map(|end| Heirs {
            unit: end.unit,
            short: end.short,
            open: end.open,
            candidates: candidates(end.unit),
        });
        let heirs = heirs.collect();
        let tree_rev = store::reorganisation::get_tree_rev(tx).await?;
        let whole = row.touched.is_some() && row.tree_rev == tree_rev;
        let receipt = match row.kind {
            Kind::Register => Some(serde_json::from_str(&row.act)?),
            _ => None,
        };
        Ok(ReorganisationView {
            receipt,
            consequences: store::reorganisation::consequences(tx, row.id, row.day).await?,
            moves: store::reorganisation::list_moves(tx, row.id, MOVES_SHOWN).await?,
            inherited: store::reorganisation::list_heirs(tx, row.id).await?,
            stale: row.stage == Stage::Planned && !whole,
            heirs,
            row,
        })
    }
}
