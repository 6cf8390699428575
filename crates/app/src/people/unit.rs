use super::{Aim, manage};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::id::BodyId;
use jiff::civil::Date;
use store::body::Placed;
use store::scope::Scope;
use store::seat::Held;

/// Who holds which seat of a unit and its organs (người của đơn vị).
#[derive(Clone, Debug)]
pub struct ShowPeople {
    pub unit: BodyId,
}

#[derive(Clone, Debug)]
pub struct UnitPeople {
    pub unit: Placed,
    /// Held today or later, and those that ended within a year.
    pub seats: Vec<Held>,
    /// How many units at or below it have nobody.
    pub empty: i64,
    pub today: Date,
}

impl Case for ShowPeople {
    type Output = UnitPeople;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<UnitPeople, Ending> {
        let unit = manage(ctx, scope, self.unit, Aim::Look).await?;
        let today = calendar::day(ctx.now);
        let when = (today, ctx.now);
        Ok(UnitPeople {
            seats: store::seat::list_of_unit(&mut ctx.tx, self.unit, when).await?,
            empty: store::person::count_empty_units(&mut ctx.tx, &unit.path, today).await?,
            unit,
            today,
        })
    }
}
