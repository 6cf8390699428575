use super::own_on;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::text::fold;
use jiff::civil::Date;
use store::body::Placed;
use store::scope::Scope;

/// Which units are meant by names or codes as people type them (nhận ra đơn vị).
#[derive(Clone, Debug)]
pub struct Resolve {
    pub typed: Vec<String>,
    pub on: Date,
}

/// What a name or code may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// Exactly one unit.
    One(Placed),
    /// None in the seat's subtree on that day.
    Nothing,
    /// Several, by path: somebody has to choose.
    Several(Vec<Placed>),
}

/// Who types what more than these have is asked for more.
const CANDIDATES: i64 = 50;

impl Case for Resolve {
    type Output = Vec<Match>;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Vec<Match>, Ending> {
        let own = own_on(ctx, scope, self.on).await?;
        let mut matches = Vec::with_capacity(self.typed.len());
        for typed in &self.typed {
            let found =
                store::body::search(&mut ctx.tx, &own.path, typed, self.on, CANDIDATES).await?;
            matches.push(choose(typed, found.into_iter().map(|found| found.unit).collect()));
        }
        Ok(matches)
    }
}

/// The code wins over names, a whole name over a part of one.
fn choose(typed: &str, found: Vec<Placed>) -> Match {
    let key = fold(typed);
    let only = |fits: &dyn Fn(&Placed) -> bool| -> Vec<Placed> {
        found.iter().filter(|unit| fits(unit)).cloned().collect()
    };
    let ways = [
        only(&|unit| fold(&unit.code) == key),
        only(&|unit| fold(&unit.short) == key || fold(&unit.name) == key),
        found.clone(),
    ];
    Match::of(ways.into_iter().find(|way| !way.is_empty()).unwrap_or_default())
}

impl Match {
    fn of(mut fits: Vec<Placed>) -> Match {
        match fits.len() {
            0 => Match::Nothing,
            1 => Match::One(fits.remove(0)),
            _ => Match::Several(fits),
        }
    }
}
