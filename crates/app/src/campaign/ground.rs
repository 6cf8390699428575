use super::propose::Ground;
use crate::backend::Ctx;
use crate::ending::Ending;
use domain::calendar;
use domain::campaign::Stage;
use store::scope::Scope;

/// The tree below the seat's unit as a campaign sees it: today's, and once issued that of the day of
/// issue.
pub(crate) async fn ground(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    stage: Stage,
) -> Result<Ground, Ending> {
    let day = match stage {
        Stage::Issued { at } => calendar::day(at),
        Stage::Preparing => calendar::day(ctx.now),
    };
    Ok(Ground {
        unit: scope.unit(),
        levels: store::body::list_levels(&mut ctx.tx).await?,
        units: store::body::list_subtree(&mut ctx.tx, scope.path(), day).await?,
        organs: store::body::list_organs(&mut ctx.tx, scope.unit()).await?,
        groups: store::group::list_standing(&mut ctx.tx, scope, day).await?,
    })
}
