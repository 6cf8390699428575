use super::own_on;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use jiff::civil::Date;
use store::body::Found;
use store::scope::Scope;

/// The units of the seat's subtree with such a name or code (tìm đơn vị).
#[derive(Clone, Debug)]
pub struct SearchUnits {
    pub typed: String,
    /// Today where none is named.
    pub on: Option<Date>,
    /// Whoever finds more has typed too little.
    pub limit: i64,
}

#[derive(Clone, Debug)]
pub struct UnitSearch {
    pub found: Vec<Found>,
    pub day: Date,
}

impl Case for SearchUnits {
    type Output = UnitSearch;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<UnitSearch, Ending> {
        let day = self.on.unwrap_or(calendar::day(ctx.now));
        let own = own_on(ctx, scope, day).await?;
        let tx = &mut ctx.tx;
        let found = store::body::search(tx, &own.path, &self.typed, day, self.limit).await?;
        Ok(UnitSearch { found, day })
    }
}
