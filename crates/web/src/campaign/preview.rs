use super::setup::back;
use super::units_form::tier_name;
use crate::site::{Answer, Path, Visitor};
use crate::ui::{Link, NavEntry, PreviewBand, Ui};
use crate::work::numbered;
use crate::{grid, section, work};
use app::campaign::{PreviewView, ShowPreview, ShowSetUp};
use app::grid::GridView;
use app::section::SectionView;
use app::{Ending, Item, Scope, Seen};
use askama::Template;
use domain::campaign::Stage;
use domain::id::{BodyId, CampaignId, SectionId};
use serde::Deserialize;

/// Whose view of a campaign is to be seen: the units that will be asked, by tier.
#[derive(Template, Deserialize)]
#[template(path = "campaign/preview.html")]
pub struct PreviewPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub groups: Vec<PreviewGroup>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct PreviewGroup {
    pub name: String,
    pub units: Vec<Link>,
}

pub(super) async fn choose(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    if let Stage::Issued { .. } = view.campaign.stage {
        return visitor.go(&format!("/campaigns/{campaign}"));
    }
    let ui = visitor.ui(&scope, NavEntry::Campaigns);
    let asked = view.tiers.iter().filter(|shown| shown.tier.asked && !shown.units.is_empty());
    let groups = asked.map(|shown| PreviewGroup {
        name: tier_name(&ui, shown),
        units: shown
            .units
            .iter()
            .map(|unit| Link {
                href: format!("/campaigns/{campaign}/preview/{}", unit.body),
                words: unit.short.clone(),
            })
            .collect(),
    });
    let page = PreviewPage {
        campaign: view.campaign.title.clone(),
        back: back(&ui, campaign),
        groups: groups.collect(),
        ui,
    };
    visitor.show(&page)
}

pub(super) async fn tasks(
    visitor: Visitor,
    Path((campaign, unit)): Path<(CampaignId, BodyId)>,
) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowPreview { campaign, unit }).await?;
    // Once issued the unit has the real page.
    if let Stage::Issued { .. } = view.list.campaign.stage {
        return visitor.go(&format!("/campaigns/{campaign}"));
    }
    visitor.show(&work::task_list_page(ui(&visitor, &scope, &view), &scope, &view.list))
}

pub(super) async fn text(
    visitor: Visitor,
    Path((campaign, unit, section)): Path<(CampaignId, BodyId, SectionId)>,
) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowPreview { campaign, unit }).await?;
    let at = view.outline.iter().position(|other| other.id == section);
    let shown = SectionView {
        covered: app::section::Cover::Open,
        title: view.list.campaign.title.clone(),
        assignment: view.list.assignment.clone(),
        outline: view.outline.clone(),
        drafts: Vec::new(),
        at: at.ok_or_else(|| visitor.trouble(Ending::NotFound))?,
        reasons: Vec::new(),
        to_mend: Vec::new(),
        returned_by: String::new(),
        library: beside(&view.library, section),
        lower: Vec::new(),
        reporting: view.list.below,
        not_asked: 0,
        now: view.list.now,
    };
    visitor.show(&section::section_page(ui(&visitor, &scope, &view), &shown))
}

/// The documents opened from a section.
fn beside(library: &[(Item, Vec<SectionId>)], section: SectionId) -> Vec<Item> {
    library.iter().filter(|(_, at)| at.contains(&section)).map(|(item, _)| item.clone()).collect()
}

pub(super) async fn figures(
    visitor: Visitor,
    Path((campaign, unit)): Path<(CampaignId, BodyId)>,
) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowPreview { campaign, unit }).await?;
    let table = view.table.clone().ok_or_else(|| visitor.trouble(Ending::NotFound))?;
    let shown = GridView {
        title: view.list.campaign.title.clone(),
        assignment: view.list.assignment.clone(),
        typed: vec![String::new(); table.segment.cells().len()],
        reasons: Vec::new(),
        saved: None,
        term: view.list.term,
        now: view.list.now,
        table,
    };
    visitor.show(&grid::grid_page(ui(&visitor, &scope, &view), &shown, &[]))
}

/// What the real page is given, with the band that says it is a preview and leads on.
fn ui(visitor: &Visitor, scope: &Scope, view: &PreviewView) -> Ui {
    let base = visitor.ui(scope, NavEntry::Campaigns);
    let (campaign, unit) = (view.list.campaign.id, view.list.assignment.body);
    let to = |rest: String| format!("/campaigns/{campaign}/preview/{unit}{rest}");
    let mut pages =
        vec![Link { href: to(String::new()), words: base.say("work-tasks").to_string() }];
    if view.table.is_some() && view.list.below == 0 {
        let words = view.list.table.clone();
        pages.push(Link { href: to("/figures".to_owned()), words });
    }
    pages.extend(view.list.sections.iter().map(|task| Link {
        href: to(format!("/sections/{}", task.section.id)),
        words: numbered(&task.section.number, &task.section.title),
    }));
    let band = PreviewBand {
        unit: view.list.assignment.name.clone(),
        back: Link {
            href: format!("/campaigns/{campaign}/preview"),
            words: base.say("preview-other").to_string(),
        },
        pages,
    };
    Ui { preview: Some(band), ..base }
}
