use super::{Match, own_on};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::text::fold;
use jiff::civil::Date;
use store::body::Placed;
use store::scope::Scope;

/// Which upper-level unions are meant where a plan names only their places (`Cẩm Mỹ`), as of the
/// plan's day (nhận ra công đoàn cấp trên theo địa danh).
#[derive(Clone, Debug)]
pub struct ResolvePlaces {
    pub names: Vec<String>,
    pub on: Date,
}

/// Whatever else has such a name is told apart by its level.
const CANDIDATES: i64 = 200;

impl Case for ResolvePlaces {
    type Output = Vec<Match>;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Vec<Match>, Ending> {
        let own = own_on(ctx, scope, self.on).await?;
        let levels = store::body::list_levels(&mut ctx.tx).await?;
        let lowest = levels.last().map_or("", |level| level.code.as_str());
        let mut matches = Vec::with_capacity(self.names.len());
        for name in &self.names {
            let tx = &mut ctx.tx;
            let found = store::body::search(tx, &own.path, name, self.on, CANDIDATES).await?;
            let upper = found.into_iter().map(|found| found.unit);
            let upper = upper.filter(|unit| unit.body != own.body && unit.level != lowest);
            matches.push(choose(name, upper.collect()));
        }
        Ok(matches)
    }
}

/// A name that ends with the place wins over one that has it somewhere, a unit higher up over one
/// below it.
fn choose(name: &str, upper: Vec<Placed>) -> Match {
    let end = format!(" {}", fold(name));
    let ends = |text: &str| format!(" {}", fold(text)).ends_with(&end);
    let of = |fits: &dyn Fn(&Placed) -> bool| -> Vec<Placed> {
        let fitting: Vec<&Placed> = upper.iter().filter(|unit| fits(unit)).collect();
        let highest = fitting.iter().map(|unit| unit.path.depth()).min();
        let top = fitting.into_iter().filter(|unit| Some(unit.path.depth()) == highest);
        top.cloned().collect()
    };
    let ways = [of(&|unit| ends(&unit.short)), of(&|unit| ends(&unit.name)), of(&|_| true)];
    Match::of(ways.into_iter().find(|way| !way.is_empty()).unwrap_or_default())
}
