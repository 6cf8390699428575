use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use store::reorganisation::Reorganisation;
use store::scope::Scope;

/// What the seat's unit planned and decided, the newest first (các lần sắp xếp).
#[derive(Clone, Debug)]
pub struct ListReorganisations;

#[derive(Clone, Debug)]
pub struct Reorganisations {
    pub rows: Vec<Reorganisation>,
    /// How often the tree was changed; a plan worked out on another is out of date.
    pub tree_rev: i64,
}

/// Older ones are found at the units they were about.
const SHOWN: i64 = 100;

impl Case for ListReorganisations {
    type Output = Reorganisations;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Reorganisations, Ending> {
        scope.may(Action::Organise, Relation::Own)?;
        let tree_rev = store::reorganisation::get_tree_rev(&mut ctx.tx).await?;
        let rows = store::reorganisation::list_by(&mut ctx.tx, scope.unit(), SHOWN).await?;
        Ok(Reorganisations { rows, tree_rev })
    }
}
