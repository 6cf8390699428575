use super::set_up::{SetUpView, TierOf, TierView, load, open};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::campaign::{Refusal, Section, taken_out};
use domain::id::{CampaignId, IndicatorId, SectionId};
use std::collections::BTreeSet;
use store::scope::Scope;
use store::segment::Table;
use store::tier::Tier;

/// Keeps which sections and which figures which units are not asked (đề cương, bảng số liệu theo
/// nhóm).
#[derive(Clone, Debug)]
pub struct PutVariants {
    pub campaign: CampaignId,
    pub rev: i64,
    pub variants: Vec<Variant>,
}

/// What one tier is not asked.
#[derive(Clone, Debug)]
pub struct Variant {
    pub tier: String,
    pub out: Vec<SectionId>,
    pub figures_out: Vec<IndicatorId>,
}

/// The most cells of the table that are kept at once.
const CHANGES_MAX: usize = 900;

impl Case for PutVariants {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        let view = load(ctx, scope, set_up.campaign()).await?;
        let mut changes = 0;
        for variant in &self.variants {
            let shown = view.varying().find(|shown| shown.tier.key == variant.tier);
            let Some(shown) = shown else { continue };
            let wanted = taken_out(&view.outline, &variant.out.iter().copied().collect());
            if wanted.len() == view.outline.len() {
                return Err(Refusal::VariantEmpty.into());
            }
            let known: BTreeSet<SectionId> = shown.out.iter().copied().collect();
            let out: Vec<SectionId> = wanted.difference(&known).copied().collect();
            let back: Vec<SectionId> = known.difference(&wanted).copied().collect();
            changes += out.len() + back.len();
            if changes > CHANGES_MAX {
                return Err(Refusal::VariantTooLarge.into());
            }
            let asked = view.table.as_ref().map_or(&[][..], |table| &table.indicators);
            let figures_out = variant.figures_out.iter().copied().collect();
            let portion = shown.tier.portion.clone().without(figures_out, asked);
            let tier = Tier { portion, ..shown.tier.clone() };
            // A section can be taken out of what a tier is asked before anything else is said of it.
            store::tier::put(&mut ctx.tx, &set_up, std::slice::from_ref(&tier)).await?;
            store::tier::put_sections(&mut ctx.tx, &set_up, &tier.key, (&out, &back)).await?;
        }
        match store::campaign::touch(&mut ctx.tx, &set_up).await? {
            true => Ok(()),
            false => Err(Ending::Stale),
        }
    }
}

impl TierView {
    /// Whether it is not asked some section or some indicator.
    pub fn is_part(&self) -> bool {
        !self.out.is_empty() || !self.tier.portion.out.is_empty()
    }
}

impl SetUpView {
    /// The tiers that are asked for the common outline, or a part of it.
    pub fn varying(&self) -> impl Iterator<Item = &TierView> {
        let common = |of: &TierOf| !matches!(of, TierOf::Organ(_));
        self.tiers
            .iter()
            .filter(move |shown| shown.tier.asked && common(&shown.of) && !shown.units.is_empty())
    }

    /// The table of figures as the units of a tier are asked it.
    pub fn table_of(&self, shown: &TierView) -> Option<Table> {
        let asked = !matches!(shown.of, TierOf::Organ(_));
        self.table.clone().filter(|_| asked)?.of(&shown.tier.portion)
    }

    /// The outline as the units of a tier are asked it.
    pub fn outline_of(&self, shown: &TierView) -> Vec<Section> {
        self.outline.iter().filter(|section| !shown.out.contains(&section.id)).cloned().collect()
    }
}
