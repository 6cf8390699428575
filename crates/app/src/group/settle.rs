use crate::backend::Ctx;
use crate::ending::Ending;
use domain::calendar;
use domain::group::{Kind, called};
use domain::id::CampaignId;
use domain::text::fold;
use store::group::OwnGroup;
use store::scope::Scope;

/// The groups that tasks of a campaign name and that are not set up, as the plan names them.
pub(crate) async fn announced(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    campaign: CampaignId,
) -> Result<Vec<String>, Ending> {
    let open = store::group::list_open_parties(&mut ctx.tx, scope, campaign).await?;
    let mut names: Vec<String> = Vec::new();
    for (_, _, name) in open {
        let known = names.iter().any(|other| fold(other) == fold(&name));
        if !known && Kind::of_words(&name).is_some() {
            names.push(name);
        }
    }
    Ok(names)
}

/// Gives the tasks of a campaign that call this group to it.
pub(super) async fn settle(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    own: &OwnGroup,
    campaign: CampaignId,
) -> Result<usize, Ending> {
    let today = calendar::day(ctx.now);
    let groups = store::group::list_standing(&mut ctx.tx, scope, today).await?;
    let names: Vec<&str> = groups.iter().map(|(_, name)| name.as_str()).collect();
    let open = store::group::list_open_parties(&mut ctx.tx, scope, campaign).await?;
    let calls = |name: &str| called(name, &names).is_some_and(|at| groups[at].0 == own.group().id);
    let mut settled = 0;
    for (task, ord, _) in open.into_iter().filter(|(_, _, name)| calls(name)) {
        store::group::settle_party(&mut ctx.tx, own, (campaign, task, ord)).await?;
        settled += 1;
    }
    Ok(settled)
}
