use super::{Aim, manage};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::id::BodyId;
use jiff::civil::Date;
use store::body::{Found, Placed};
use store::scope::Scope;
use store::seat::{Held, Wanted};

/// The people of a unit and of all below it, or what is missing there (người trong nhánh).
#[derive(Clone, Debug)]
pub struct ListBranch {
    /// The seat's own unit where none is named.
    pub unit: Option<BodyId>,
    pub part: Part,
    /// From 1.
    pub page: usize,
}

/// Which of them (lọc).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Those in whose name or title these words begin; everybody where there are none.
    Named(String),
    /// Those who cannot sign in yet.
    WithoutAccount,
    /// The units that have nobody.
    EmptyUnits,
}

#[derive(Clone, Debug)]
pub struct Branch {
    pub unit: Placed,
    pub seats: Vec<Held>,
    pub units: Vec<Found>,
    /// All of the part that was asked for.
    pub total: usize,
    pub empty: i64,
    pub without: i64,
    pub today: Date,
}

/// How many rows a page shows.
pub const PER_PAGE: usize = 100;

impl Case for ListBranch {
    type Output = Branch;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Branch, Ending> {
        let unit = manage(ctx, scope, self.unit.unwrap_or(scope.unit()), Aim::Look).await?;
        let today = calendar::day(ctx.now);
        let skip = self.page.saturating_sub(1).saturating_mul(PER_PAGE);
        let range = (to_i64(skip), to_i64(PER_PAGE));
        let (path, when) = (&unit.path, (today, ctx.now));
        let tx = &mut ctx.tx;
        let empty = store::person::count_empty_units(tx, path, today).await?;
        let without = Wanted::WithoutAccount;
        let waiting = store::seat::count_branch(tx, path, today, without).await?;
        let (seats, units, total) = match &self.part {
            Part::EmptyUnits => {
                let units = store::person::list_empty_units(tx, path, today, range).await?;
                (Vec::new(), units, empty)
            }
            Part::WithoutAccount => {
                let seats = store::seat::list_branch(tx, path, when, without, range).await?;
                (seats, Vec::new(), waiting)
            }
            Part::Named(words) => {
                let named = Wanted::Named(words);
                let seats = store::seat::list_branch(tx, path, when, named, range).await?;
                (seats, Vec::new(), store::seat::count_branch(tx, path, today, named).await?)
            }
        };
        let total = usize::try_from(total).unwrap_or(usize::MAX);
        Ok(Branch { unit, seats, units, total, empty, without: waiting, today })
    }
}

fn to_i64(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
