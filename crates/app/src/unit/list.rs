use super::reach;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::id::BodyId;
use jiff::civil::Date;
use store::body::Placed;
use store::scope::Scope;
use store::unit::Child;

/// One unit of the tree on a day, with those above and those directly below (cây đơn vị).
#[derive(Clone, Debug)]
pub struct ListUnits {
    /// The seat's own unit where none is named.
    pub at: Option<BodyId>,
    /// Today where none is named.
    pub on: Option<Date>,
    /// From 1.
    pub page: usize,
}

#[derive(Clone, Debug)]
pub struct Units {
    pub unit: Placed,
    /// From the seat's own unit down to the one directly above.
    pub above: Vec<Placed>,
    /// Those of the page, by path.
    pub below: Vec<Child>,
    /// All that stand directly below.
    pub total: usize,
    pub day: Date,
}

/// How many units below one a page shows.
pub const PER_PAGE: usize = 100;

impl Case for ListUnits {
    type Output = Units;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Units, Ending> {
        let day = self.on.unwrap_or(calendar::day(ctx.now));
        let unit = reach(ctx, scope, self.at.unwrap_or(scope.unit()), day).await?;
        let tx = &mut ctx.tx;
        let above = store::unit::list_above(tx, &unit.path, day).await?;
        let above = above.into_iter().skip_while(|above| above.body != scope.unit());
        let skip = self.page.saturating_sub(1).saturating_mul(PER_PAGE);
        let range = (to_i64(skip), to_i64(PER_PAGE));
        let total = store::unit::count_children(tx, unit.body, day).await?;
        Ok(Units {
            below: store::unit::list_children(tx, unit.body, day, range).await?,
            above: if unit.body == scope.unit() { Vec::new() } else { above.collect() },
            total: usize::try_from(total).unwrap_or(usize::MAX),
            unit,
            day,
        })
    }
}

fn to_i64(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
