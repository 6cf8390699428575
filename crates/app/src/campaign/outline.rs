use super::cascade::inherited_sections;
use super::set_up::open;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::campaign::outline::{check, titled};
use domain::campaign::{NewSection, Owner, Section, keep_inherited};
use domain::id::{CampaignId, SectionId};
use store::body::OrganRow;
use store::campaign::Campaign;
use store::scope::Scope;

/// Keeps the outline and confirms it (xác nhận đề cương).
#[derive(Clone, Debug)]
pub struct PutOutline {
    pub campaign: CampaignId,
    pub rev: i64,
    pub sections: Vec<NewSection>,
}

impl Case for PutOutline {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        let typed = titled(&self.sections);
        check(&typed)?;
        let known = store::outline::list(&mut ctx.tx, self.campaign).await?;
        let organs = store::body::list_organs(&mut ctx.tx, scope.unit()).await?;
        let sections = sections(ctx, typed, &known, &organs);
        let inherited = inherited_sections(ctx, set_up.campaign()).await?;
        keep_inherited(&known, &sections, &inherited)?;
        store::outline::put(&mut ctx.tx, &set_up, &sections).await?;
        // An outline that was announced and did not come is made now.
        store::library::settle_outline(&mut ctx.tx, &set_up).await?;
        let confirmed = Campaign { outline_confirmed: true, ..set_up.campaign().clone() };
        if store::campaign::put(&mut ctx.tx, &set_up, &confirmed).await? {
            Ok(())
        } else {
            Err(Ending::Stale)
        }
    }
}

/// The sections that were typed; those of `known` keep their ids, those of `organs` are owners.
pub(super) fn sections(
    ctx: &mut Ctx<'_>,
    typed: Vec<NewSection>,
    known: &[Section],
    organs: &[OrganRow],
) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for NewSection { id, number, title, guidance, depth, owner, need } in typed {
        // An id that is not of this outline, or comes twice, is nothing to keep.
        let free = |id: &SectionId| {
            known.iter().any(|s| s.id == *id) && sections.iter().all(|s| s.id != *id)
        };
        let id = id.filter(free).unwrap_or_else(|| ctx.chance.id());
        let owner = organs.iter().find(|organ| Some(organ.id) == owner);
        let owner = owner.map(|organ| Owner { body: organ.id, name: organ.short.clone() });
        sections.push(Section { id, number, title, guidance, depth, owner, need });
    }
    sections
}
