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
use domain::id::CampaignId;
use domain::indicator::Indicator;
use serde::Deserialize;

/// Which sections and figures are asked of whom: those down, groups across. Posts `rev`, for every
/// group `tier-N` (its key), `ask-N` with the id of every section and `figure-N` with that of every
/// indicator that is asked of it.
#[derive(Template, Deserialize)]
#[template(path = "campaign/variants.html")]
pub struct VariantsPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub groups: Vec<VariantGroup>,
    pub rows: Vec<VariantRow>,
    /// The indicators of the table of figures; none where there is no table.
    #[serde(default)]
    pub figures: Vec<VariantRow>,
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

/// A section or an indicator, and of whom it is asked.
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
                .filter(|section| !is_ticked(posted, ("ask", at), &section.to_string()))
                .collect(),
            figures_out: indicators(view)
                .iter()
                .map(|row| row.id)
                .filter(|row| !is_ticked(posted, ("figure", at), &row.to_string()))
                .collect(),
        })
    });
    tiers.collect()
}

fn is_ticked(posted: &Posted, (what, tier): (&str, usize), id: &str) -> bool {
    posted.all(&format!("{what}-{tier}")).any(|ticked| ticked == id)
}

fn indicators(view: &SetUpView) -> &[Indicator] {
    view.table.as_ref().map_or(&[], |table| &table.indicators)
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
    let cells = |what: &str, id: String, out: &dyn Fn(&TierView) -> bool| {
        let groups = view.varying().enumerate();
        let cells = groups.map(|(at, shown)| VariantCell {
            group: tier_name(&ui, shown),
            asked: match posted.map_or(!out(shown), |p| is_ticked(p, (what, at), &id)) {
                true => Chosen::Yes,
                false => Chosen::No,
            },
        });
        cells.collect()
    };
    let row = |section: &Section| VariantRow {
        id: section.id.to_string(),
        name: numbered(&section.number, &section.title),
        depth: section.depth,
        cells: cells("ask", section.id.to_string(), &|shown| shown.out.contains(&section.id)),
    };
    let figure = |row: &Indicator| VariantRow {
        id: row.id.to_string(),
        name: format!("{}. {}", row.code.as_str(), row.name),
        depth: 0,
        cells: cells("figure", row.id.to_string(), &|shown| {
            shown.tier.portion.out.contains(&row.id)
        }),
    };
    VariantsPage {
        campaign: view.campaign.title.clone(),
        back: back(&ui, view.campaign.id),
        groups: groups.collect(),
        rows: view.outline.iter().map(row).collect(),
        figures: indicators(view).iter().map(figure).collect(),
        rev: view.campaign.rev,
        mistakes,
        ui,
    }
}
