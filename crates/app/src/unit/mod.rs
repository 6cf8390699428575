//! Units as they stand in the tree on a day.

mod list;
mod record;
mod resolve;
mod search;
mod show;

pub use list::{ListUnits, PER_PAGE, Units};
pub use record::{PutRecord, RecordView, ShowRecord};
pub use resolve::{Match, Resolve};
pub use search::{SearchUnits, UnitSearch};
pub use show::{ShowUnit, UnitView};

use crate::backend::Ctx;
use crate::ending::Ending;
use domain::id::BodyId;
use jiff::civil::Date;
use store::body::Placed;
use store::scope::Scope;

/// A unit as it stands on a day, if that is at or below the seat's own.
pub(crate) async fn reach(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    unit: BodyId,
    day: Date,
) -> Result<Placed, Ending> {
    let own = own_on(ctx, scope, day).await?;
    if own.body == unit {
        return Ok(own);
    }
    let found = store::body::find_placed(&mut ctx.tx, unit, day).await?;
    found.filter(|unit| own.path.covers(&unit.path)).ok_or(Ending::NotFound)
}

/// The seat's own unit as it stands on a day; it may not have been there yet.
async fn own_on(ctx: &mut Ctx<'_>, scope: &Scope, day: Date) -> Result<Placed, Ending> {
    let own = store::body::find_placed(&mut ctx.tx, scope.unit(), day).await?;
    own.ok_or(Ending::NotFound)
}
