use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::register::{Known, LevelWords};
use jiff::civil::Date;
use store::scope::Scope;

/// The units at and below the seat's own on a day, as the register has them (danh sách đơn vị).
#[derive(Clone, Debug)]
pub struct ExportRegister {
    /// Today where none is named.
    pub on: Option<Date>,
}

/// The tree one reaches, with what else a sheet is compared with.
#[derive(Clone, Debug)]
pub struct Register {
    /// By path, the seat's own unit first.
    pub known: Vec<Known>,
    pub levels: Vec<LevelWords>,
    pub tree_rev: i64,
    pub day: Date,
}

impl Case for ExportRegister {
    type Output = Register;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Register, Ending> {
        scope.may(Action::Organise, Relation::Own)?;
        let day = self.on.unwrap_or(calendar::day(ctx.now));
        let own = crate::unit::reach(ctx, scope, scope.unit(), day).await?;
        let levels = store::body::list_levels(&mut ctx.tx).await?;
        let levels = levels.into_iter().map(|level| LevelWords {
            code: level.code,
            names: vec![level.name_vi, level.name_en],
        });
        Ok(Register {
            known: store::register::list_known(&mut ctx.tx, &own.path, day).await?,
            levels: levels.collect(),
            tree_rev: store::reorganisation::get_tree_rev(&mut ctx.tx).await?,
            day,
        })
    }
}
