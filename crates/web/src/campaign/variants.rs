use super::Chosen;
use super::setup::back;
use super::units_form::tier_name;
use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Link, Mistake, NavEntry, Ui};
use crate::work::numbered;
use app::campaign::{PutVariants, SetUpView, ShowSetUp, TierView, Variant};
use app::{Scope, Seen};
use askama::Template;
use domain::campaign::{Section, Stage};
use domain::id::{CampaignId, SectionId};
use serde::Deserialize;

/// Which sections are asked of whom: sections down, groups across. Posts `rev`, for every group
/// `tier-N` (its key), and `ask-N` with the id of every section that is asked of it.
#[derive(Template, Deserialize)]
#[template(path = "campaign/variants.html")]
pub struct VariantsPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub groups: Vec<VariantGroup>,
    pub rows: Vec<VariantRow>,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// Units asked alike.
#[derive(Clone, Debug, Deserialize)]
pub struct VariantGroup {
    pub key: String,
    pub name: String,
    /// `162 đơn vị`.
    pub units: String,
}

/// A section, and of whom it is asked.
#[derive(Clone, Debug, Deserialize)]
pub struct VariantRow {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub depth: u8,
    pub cells: Vec<VariantCell>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct VariantCell {
    /// The name of the group.
    pub group: String,
    #[serde(default)]
    pub asked: Chosen,
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    if let Stage::Issued { .. } = view.campaign.stage {
        return visitor.go(&format!("/campaigns/{campaign}"));
    }
    visitor.show(&page(&visitor, &scope, &view, None, Vec::new()))
}

pub(super) async fn save(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let ui = visitor.ui_of_nobody();
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    let rev = posted.parse("rev").unwrap_or(0);
    let case = PutVariants { campaign, rev, variants: typed(&view, &posted) };
    let Err(trouble) = visitor.save(case).await else {
        return visitor.go(&format!("/campaigns/{campaign}/setup"));
    };
    let (status, words) = trouble.above_form(&ui)?;
    let mistakes = vec![Mistake::new("", words)];
    Ok(visitor.page(status, &page(&visitor, &scope, &view, Some(&posted), mistakes)))
}

/// What was not ticked of what was shown.
fn typed(view: &SetUpView, posted: &Posted) -> Vec<Variant> {
    let tiers = (0..).map_while(|at| {
        let key = format!("tier-{at}");
        posted.has(&key).then(|| Variant {
            tier: posted.get(&key).to_owned(),
            out: view
                .outline
                .iter()
                .map(|section| section.id)
                .filter(|section| !is_ticked(posted, at, *section))
                .collect(),
        })
    });
    tiers.collect()
}

fn is_ticked(posted: &Posted, tier: usize, section: SectionId) -> bool {
    posted.all(&format!("ask-{tier}")).any(|id| id.parse().is_ok_and(|id: SectionId| id == section))
}

fn page(
    visitor: &Visitor,
    scope: &Scope,
    view: &SetUpView,
    posted: Option<&Posted>,
    mistakes: Vec<Mistake>,
) -> VariantsPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let groups = view.varying().map(|shown| VariantGroup {
        key: shown.tier.key.clone(),
        name: tier_name(&ui, shown),
        units: ui.say("units-count").with("n", shown.units.len()).to_string(),
    });
    let row = |section: &Section| VariantRow {
        id: section.id.to_string(),
        name: numbered(&section.number, &section.title),
        depth: section.depth,
        cells: view
            .varying()
            .enumerate()
            .map(|(at, shown)| cell(&ui, (at, shown), section.id, posted))
            .collect(),
    };
    VariantsPage {
        campaign: view.campaign.title.clone(),
        back: back(&ui, view.campaign.id),
        groups: groups.collect(),
        rows: view.outline.iter().map(row).collect(),
        rev: view.campaign.rev,
        mistakes,
        ui,
    }
}

fn cell(
    ui: &Ui,
    (at, shown): (usize, &TierView),
    section: SectionId,
    posted: Option<&Posted>,
) -> VariantCell {
    let asked = match posted {
        Some(posted) => is_ticked(posted, at, section),
        None => !shown.out.contains(&section),
    };
    VariantCell { group: tier_name(ui, shown), asked: if asked { Chosen::Yes } else { Chosen::No } }
}
