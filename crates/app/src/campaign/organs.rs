use super::dates::new_deadline;
use super::outline::sections;
use super::set_up::{open, reach};
use super::typed_days::TypedDay;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::campaign::outline::{check, titled};
use domain::campaign::{NewSection, Refusal, Section};
use domain::id::{BodyId, CampaignId, SectionId};
use domain::text::Text;
use jiff::civil::Date;
use serde::Serialize;
use store::body::OrganRow;
use store::campaign::Campaign;
use store::outline::OwnSection;
use store::scope::Scope;
use store::tier::{DeadlineRow, Tier};

/// The organs of the issuer, and which of them report themselves (bộ phận phải báo cáo).
#[derive(Clone, Debug)]
pub struct ShowOrgans {
    pub campaign: CampaignId,
    /// The organ whose outline is wanted too.
    pub body: Option<BodyId>,
}

#[derive(Clone, Debug)]
pub struct OrgansView {
    pub campaign: Campaign,
    pub organs: Vec<OrganView>,
    /// The common outline, from which an organ's is copied.
    pub outline: Vec<Section>,
    /// The outline of the organ asked for; empty where it has none of its own yet.
    pub own: Vec<OwnSection>,
    pub today: Date,
}

#[derive(Clone, Debug)]
pub struct OrganView {
    pub organ: OrganRow,
    pub tier: Tier,
    pub deadline: Option<DeadlineRow>,
}

/// Keeps whether one organ reports itself, by when, through whom, and on what outline.
#[derive(Clone, Debug, Serialize)]
pub struct PutOrgan {
    pub campaign: CampaignId,
    pub rev: i64,
    pub body: BodyId,
    pub asking: Asking,
    pub sections: Vec<NewOwnSection>,
}

/// Whether an organ is asked (có phải báo cáo không).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Asking {
    No,
    Yes { due: Option<TypedDay>, via: Option<BodyId> },
}

/// A section of an organ's outline as typed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewOwnSection {
    pub typed: NewSection,
    /// The common section it lies beside.
    pub beside: Option<SectionId>,
}

impl Case for ShowOrgans {
    type Output = OrgansView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<OrgansView, Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        let organs = store::body::list_organs(&mut ctx.tx, scope.unit()).await?;
        let tiers = store::tier::list(&mut ctx.tx, self.campaign).await?;
        let deadlines = store::tier::list_deadlines(&mut ctx.tx, self.campaign).await?;
        let view = |organ: OrganRow| {
            let new = Tier { via: set_up.campaign().desk, ..Tier::of_organ(organ.id) };
            let tier = tiers.iter().find(|tier| tier.key == new.key).cloned().unwrap_or(new);
            let deadline = deadlines.iter().find(|row| row.tier == tier.key).cloned();
            OrganView { organ, tier, deadline }
        };
        let organs: Vec<OrganView> = organs.into_iter().map(view).collect();
        let own = match self.body {
            Some(body) if organs.iter().any(|view| view.organ.id == body) => {
                store::outline::list_own(&mut ctx.tx, self.campaign, body).await?
            }
            Some(_) => return Err(Ending::NotFound),
            None => Vec::new(),
        };
        Ok(OrgansView {
            campaign: set_up.campaign().clone(),
            organs,
            outline: store::outline::list(&mut ctx.tx, self.campaign).await?,
            today: calendar::day(ctx.now),
            own,
        })
    }
}

impl Case for PutOrgan {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        let organs = store::body::list_organs(&mut ctx.tx, scope.unit()).await?;
        let known = |body: BodyId| organs.iter().any(|organ| organ.id == body);
        if !known(self.body) {
            return Err(Ending::NotFound);
        }
        let (asked, via) = match &self.asking {
            Asking::No => (false, None),
            Asking::Yes { via, .. } => (true, *via),
        };
        if asked && [via, set_up.campaign().desk].contains(&Some(self.body)) {
            return Err(Refusal::DeskReports.into());
        }
        if !via.is_none_or(known) {
            return Err(Refusal::DeskMissing.into());
        }
        let new = Tier::of_organ(self.body);
        let tiers = store::tier::list(&mut ctx.tx, self.campaign).await?;
        let before = tiers.into_iter().find(|tier| tier.key == new.key).unwrap_or(new);
        let tier = Tier { asked, via, ..before };
        store::tier::put(&mut ctx.tx, &set_up, std::slice::from_ref(&tier)).await?;
        if let Asking::Yes { due, .. } = &self.asking {
            let due = due.as_ref().ok_or(Refusal::DeadlineMissing)?;
            let deadlines = store::tier::list_deadlines(&mut ctx.tx, self.campaign).await?;
            let before = deadlines.iter().find(|row| row.tier == tier.key);
            if let Some(row) = new_deadline(&tier.key, before, due) {
                store::tier::insert_deadline(&mut ctx.tx, scope, &set_up, &row, ctx.now).await?;
            }
        }
        self.put_outline(ctx, &set_up, &organs).await?;
        if store::campaign::touch(&mut ctx.tx, &set_up).await? {
            Ok(())
        } else {
            Err(Ending::Stale)
        }
    }
}

impl PutOrgan {
    async fn put_outline(
        &self,
        ctx: &mut Ctx<'_>,
        set_up: &store::campaign::SetUp,
        organs: &[OrganRow],
    ) -> Result<(), Ending> {
        let common = store::outline::list(&mut ctx.tx, self.campaign).await?;
        let before = store::outline::list_own(&mut ctx.tx, self.campaign, self.body).await?;
        let known: Vec<Section> = before.into_iter().map(|own| own.section).collect();
        let mut typed: Vec<NewSection> = Vec::new();
        let mut beside = Vec::new();
        for own in self.sections.iter().filter(|own| !Text::new(&own.typed.title).is_empty()) {
            typed.push(own.typed.clone());
            beside.push(own.beside.filter(|id| common.iter().any(|section| section.id == *id)));
        }
        let typed = titled(&typed);
        if !typed.is_empty() {
            check(&typed)?;
        }
        let kept = sections(ctx, typed, &known, organs);
        let own: Vec<OwnSection> = kept
            .into_iter()
            .zip(beside)
            .map(|(section, beside)| OwnSection { section, beside })
            .collect();
        store::outline::put_own(&mut ctx.tx, set_up, self.body, &own).await?;
        Ok(())
    }
}
