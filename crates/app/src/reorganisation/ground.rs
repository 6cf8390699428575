use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::id::BodyId;
use jiff::civil::Date;
use store::body::{Level, Placed};
use store::scope::Scope;

/// A unit that somebody means to reorganise, with those directly below it (đơn vị định sắp xếp).
#[derive(Clone, Debug)]
pub struct ShowGround {
    pub unit: BodyId,
}

#[derive(Clone, Debug)]
pub struct Ground {
    pub unit: Placed,
    /// The unit above, where the seat reaches it.
    pub above: Option<Placed>,
    pub below: Vec<Placed>,
    pub levels: Vec<Level>,
    pub today: Date,
}

/// More units than a form can list; whoever has more hands them over in several acts.
const BELOW_MAX: i64 = 2_000;

impl Case for ShowGround {
    type Output = Ground;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Ground, Ending> {
        scope.may(Action::Organise, Relation::Own)?;
        let today = calendar::day(ctx.now);
        let unit = crate::unit::reach(ctx, scope, self.unit, today).await?;
        let above = match unit.parent.filter(|_| unit.body != scope.unit()) {
            Some(above) => store::body::find_placed(&mut ctx.tx, above, today).await?,
            None => None,
        };
        let range = (0, BELOW_MAX);
        let below = store::unit::list_children(&mut ctx.tx, unit.body, today, range).await?;
        Ok(Ground {
            above,
            below: below.into_iter().map(|child| child.unit).collect(),
            levels: store::body::list_levels(&mut ctx.tx).await?,
            unit,
            today,
        })
    }
}
