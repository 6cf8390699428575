//! Reorganisation of the tree: planned and shown, then decided; undone by a contrary decision.

mod decide;
mod ground;
mod list;
mod plan;
mod show;
mod undo;

pub use decide::Decide;
pub use ground::{Ground, ShowGround};
pub use list::{ListReorganisations, Reorganisations};
pub(crate) use plan::finish;
pub use plan::{Asked, plan};
pub use show::{Heirs, ReorganisationView, ShowReorganisation};
pub use undo::Undo;

use crate::backend::Ctx;
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::id::ReorganisationId;
use store::reorganisation::Reorganisation;
use store::scope::Scope;

/// A reorganisation of the seat's own unit.
pub(crate) async fn open(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    id: ReorganisationId,
) -> Result<Reorganisation, Ending> {
    scope.may(Action::Organise, Relation::Own)?;
    let found = store::reorganisation::find(&mut ctx.tx, id).await?;
    found.filter(|row| row.unit == Some(scope.unit())).ok_or(Ending::NotFound)
}
