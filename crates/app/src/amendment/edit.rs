use super::view::load;
use crate::backend::{Case, Ctx};
use crate::campaign::reach;
use crate::ending::Ending;
use domain::amendment::{Draft, Refusal, Spot, UnitChange, insert, laid_over, withdraw};
use domain::campaign::outline::plain_number;
use domain::campaign::{Need, Section};
use domain::id::{BodyId, CampaignId, SectionId};
use domain::text::Text;
use jiff::civil::Date;
use store::amendment::Amending;
use store::campaign::SetUp;
use store::scope::Scope;

/// Keeps an amendment as far as it is (lưu điều chỉnh đang soạn). Nothing of it is seen by units.
#[derive(Clone, Debug)]
pub struct PutAmending {
    pub campaign: CampaignId,
    /// The `rev` that was seen; 0 for one never saved.
    pub rev: i64,
    pub reason: String,
    pub sections: Vec<TypedSection>,
    pub new: Option<TypedNew>,
    pub unit: Option<(BodyId, UnitStep)>,
    /// The last days of tiers, by their key; those that stay as they are change nothing.
    pub deadlines: Vec<(String, Date)>,
}

/// A section of the draft as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedSection {
    pub id: SectionId,
    pub number: String,
    pub title: String,
    pub guidance: String,
    pub written: Written,
}

/// Whether a section is asked once the amendment is issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    Asked,
    Withdrawn,
}

/// A section to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedNew {
    pub spot: Spot,
    pub number: String,
    pub title: String,
    pub guidance: String,
}

/// What is to happen with a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitStep {
    Ask,
    Excuse,
    /// As it is now.
    Leave,
}

impl Case for PutAmending {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        let view = load(ctx, set_up.campaign()).await?;
        if view.open.rev != self.rev {
            return Err(Ending::Stale);
        }
        let sections = self.sections(ctx, &view.outline, &view.open.draft.sections)?;
        let follows = view.open.draft.follows;
        let changes = |(key, day): &&(String, Date)| {
            view.deadlines.iter().any(|(tier, now)| tier == key && now != day)
        };
        let deadlines = self.deadlines.iter().filter(changes).cloned().collect();
        let open = Amending {
            reason: clean(&self.reason),
            draft: Draft { sections, deadlines, follows },
            ..view.open
        };
        if !store::amendment::put_open(&mut ctx.tx, scope, &set_up, &open, ctx.now).await? {
            return Err(Ending::Stale);
        }
        self.put_unit(ctx, &set_up).await
    }
}

impl PutAmending {
    async fn put_unit(&self, ctx: &mut Ctx<'_>, set_up: &SetUp) -> Result<(), Ending> {
        let Some((unit, step)) = self.unit else { return Ok(()) };
        let row = store::amendment::find_asked(&mut ctx.tx, self.campaign, unit).await?;
        let row = row.ok_or(Ending::NotFound)?;
        let change = match step {
            UnitStep::Ask if !row.asked => Some(UnitChange::Ask),
            UnitStep::Excuse if row.asked => Some(UnitChange::Excuse),
            UnitStep::Ask | UnitStep::Excuse | UnitStep::Leave => None,
        };
        store::amendment::put_change(&mut ctx.tx, set_up, unit, change).await?;
        Ok(())
    }

    /// The outline as it shall be: as typed, with what is added, without what is withdrawn and what is
    /// under that. A section may be added behind one that goes.
    fn sections(
        &self,
        ctx: &mut Ctx<'_>,
        now: &[Section],
        before: &[Section],
    ) -> Result<Vec<Section>, Refusal> {
        let mut sections: Vec<Section> =
            laid_over(now, before).into_iter().map(|(section, _)| section).collect();
        for typed in &self.sections {
            if let Some(section) = sections.iter_mut().find(|section| section.id == typed.id) {
                section.number = plain_number(&typed.number);
                section.title = clean(&typed.title);
                section.guidance = clean(&typed.guidance);
            }
        }
        let new: SectionId = ctx.chance.id();
        if let Some(typed) = &self.new {
            insert(&mut sections, typed.spot, typed.section(new))?;
        }
        for typed in self.sections.iter().filter(|typed| typed.written == Written::Withdrawn) {
            withdraw(&mut sections, typed.id);
        }
        let lost = self.new.is_some() && sections.iter().all(|section| section.id != new);
        if lost { Err(Refusal::SpotMissing) } else { Ok(sections) }
    }
}

impl TypedNew {
    fn section(&self, id: SectionId) -> Section {
        Section {
            id,
            number: plain_number(&self.number),
            title: clean(&self.title),
            guidance: clean(&self.guidance),
            depth: 0,
            owner: None,
            need: Need::Required,
        }
    }
}

fn clean(typed: &str) -> String {
    Text::new(typed).into_string()
}
