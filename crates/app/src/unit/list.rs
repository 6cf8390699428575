use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::id::BodyId;
use jiff::civil::Date;
use std::collections::HashMap;
use store::body::{Found, Placed};
use store::scope::Scope;

/// The units two steps below one of the seat's subtree (cây đơn vị).
#[derive(Clone, Debug)]
pub struct ListUnits {
    /// The seat's own unit where none is named.
    pub at: Option<BodyId>,
}

#[derive(Clone, Debug)]
pub struct Units {
    /// The unit looked at, first, and what is near it, depth first.
    pub near: Vec<Placed>,
    /// The unit above it, as far as the seat looks up.
    pub above: Option<Placed>,
    /// How many units each of them has directly below it; none where there is no entry.
    pub children: HashMap<BodyId, i64>,
    /// Units at and below the seat's own.
    pub total: i64,
    pub day: Date,
}

/// The units of the seat's subtree with such a name or code (tìm đơn vị).
#[derive(Clone, Debug)]
pub struct SearchUnits {
    pub typed: String,
}

#[derive(Clone, Debug)]
pub struct UnitSearch {
    pub found: Vec<Found>,
    pub total: i64,
    pub day: Date,
}

/// Three levels fit on a page at every place of the tree, also at its top.
const STEPS: usize = 2;
/// Whoever finds more has typed too little.
const FOUND_MAX: i64 = 100;

impl Case for ListUnits {
    type Output = Units;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Units, Ending> {
        let day = calendar::day(ctx.now);
        let at = self.at.unwrap_or(scope.unit());
        let unit = store::body::find_placed(&mut ctx.tx, at, day).await?;
        let unit = unit.filter(|unit| scope.path().covers(&unit.path)).ok_or(Ending::NotFound)?;
        let above = match unit.parent.filter(|_| unit.body != scope.unit()) {
            Some(above) => store::body::find_placed(&mut ctx.tx, above, day).await?,
            None => None,
        };
        let counts = store::body::list_child_counts(&mut ctx.tx, &unit.path, STEPS, day).await?;
        Ok(Units {
            near: store::body::list_near(&mut ctx.tx, &unit.path, STEPS, day).await?,
            above,
            children: counts.into_iter().collect(),
            total: store::body::count_subtree(&mut ctx.tx, scope.path(), day).await?,
            day,
        })
    }
}

impl Case for SearchUnits {
    type Output = UnitSearch;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<UnitSearch, Ending> {
        let day = calendar::day(ctx.now);
        let (path, typed) = (scope.path(), &self.typed);
        Ok(UnitSearch {
            found: store::body::search(&mut ctx.tx, path, typed, day, FOUND_MAX).await?,
            total: store::body::count_subtree(&mut ctx.tx, path, day).await?,
            day,
        })
    }
}
