use super::set_up::open;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::campaign::{Refusal, Section};
use domain::id::{CampaignId, SectionId};
use domain::text::Text;
use store::campaign::Campaign;
use store::scope::Scope;

/// Keeps the outline and confirms it (xác nhận đề cương).
#[derive(Clone, Debug)]
pub struct PutOutline {
    pub campaign: CampaignId,
    pub rev: i64,
    pub sections: Vec<NewSection>,
}

/// A section as typed; rows without a title are let go.
#[derive(Clone, Debug, Default, serde::Serialize)]
pub struct NewSection {
    /// Kept where the section was there before.
    pub id: Option<SectionId>,
    pub number: String,
    pub title: String,
    pub guidance: String,
    pub depth: u8,
}

impl Case for PutOutline {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        let known = store::outline::list(&mut ctx.tx, self.campaign).await?;
        let sections = sections(ctx, &self.sections, &known);
        check(&sections)?;
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

/// The sections as typed; those of `known` keep their ids.
pub(super) fn sections(ctx: &mut Ctx<'_>, typed: &[NewSection], known: &[Section]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for typed in typed {
        let title = Text::new(&typed.title);
        if title.is_empty() {
            continue;
        }
        // An id that is not of this outline, or comes twice, is nothing to keep.
        let free = |id: &SectionId| {
            known.iter().any(|s| s.id == *id) && sections.iter().all(|s| s.id != *id)
        };
        let id = typed.id.filter(free).unwrap_or_else(|| ctx.chance.id());
        sections.push(Section {
            id,
            number: Text::new(&typed.number).into_string(),
            title: title.into_string(),
            guidance: Text::new(&typed.guidance).into_string(),
            depth: depth_below(typed.depth, sections.last()),
        });
    }
    sections
}

/// At most one step below the section before.
fn depth_below(wanted: u8, before: Option<&Section>) -> u8 {
    before.map_or(0, |before| wanted.min(before.depth.saturating_add(1)))
}

pub(super) fn check(sections: &[Section]) -> Result<(), Refusal> {
    if sections.is_empty() {
        return Err(Refusal::OutlineEmpty);
    }
    // The same number may stand below another heading; twice among sisters it is a slip.
    for (at, section) in sections.iter().enumerate().filter(|(_, s)| !s.number.is_empty()) {
        let sisters = sections[at + 1..]
            .iter()
            .take_while(|later| later.depth >= section.depth)
            .filter(|later| later.depth == section.depth);
        if sisters.into_iter().any(|sister| sister.number == section.number) {
            return Err(Refusal::OutlineNumberTwice);
        }
    }
    Ok(())
}
