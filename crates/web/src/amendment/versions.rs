use super::difference::{VersionCard, version_card};
use crate::site::{Answer, Path, Visitor};
use crate::ui::{Link, NavEntry, Ui};
use crate::work::plan_words;
use app::amendment::{ShowVersions, Version, Versions};
use app::{Level, Scope, Seen, Tier, TierGroup};
use askama::Template;
use domain::amendment::Whom;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::campaign::Stage;
use domain::id::CampaignId;
use serde::Deserialize;
use words::{Lang, time};

/// Every version of a plan, the newest first, with what it changed.
#[derive(Template, Deserialize)]
#[template(path = "amendment/versions.html")]
pub struct VersionsPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub plan: String,
    /// When it was issued as it was first.
    pub issued: String,
    pub versions: Vec<VersionCard>,
    /// Where a further one is made; none for those who may not.
    #[serde(default)]
    pub amend: Option<Link>,
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowVersions { campaign }).await?;
    visitor.show(&page(&visitor, &scope, &view))
}

fn page(visitor: &Visitor, scope: &Scope, view: &Versions) -> VersionsPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let campaign = view.campaign.id;
    let own = view.campaign.unit == scope.unit();
    let amends = own && scope.may(Action::SetUp, Relation::Own).is_ok();
    VersionsPage {
        campaign: view.campaign.title.clone(),
        back: Link { href: format!("/campaigns/{campaign}"), words: view.campaign.title.clone() },
        plan: plan_words(&ui, &view.campaign),
        issued: match view.campaign.stage {
            Stage::Issued { at } => time::long_date(ui.lang, calendar::day(at)),
            Stage::Preparing => String::new(),
        },
        versions: view.versions.iter().map(|version| card(&ui, view, version)).collect(),
        amend: amends.then(|| Link {
            href: format!("/campaigns/{campaign}/amend"),
            words: ui.say("amendment-title").to_string(),
        }),
        ui,
    }
}

/// As those see it who look at all of it: whom an item concerns is said.
fn card(ui: &Ui, view: &Versions, version: &Version) -> VersionCard {
    let mut card = version_card(ui, version);
    for (difference, row) in card.differences.iter_mut().zip(&version.items) {
        if let Whom::Tier(key) = &row.whom {
            difference.whom = tier_words(ui, &view.tiers, &view.levels, key);
        }
    }
    card
}

/// `Công đoàn cơ sở thuộc LĐLĐ huyện`, the name of an exception, or a department's.
pub(super) fn tier_words(ui: &Ui, tiers: &[Tier], levels: &[Level], key: &str) -> String {
    let name = |code: &str| {
        let level = levels.iter().find(|level| level.code == code)?;
        Some(match ui.lang {
            Lang::Vi => level.name_vi.clone(),
            Lang::En => level.name_en.clone(),
        })
    };
    match tiers.iter().find(|tier| tier.key == key).map(|tier| &tier.group) {
        Some(TierGroup::Level { level, under }) => {
            let words = ui.say("units-tier").with("level", name(level).unwrap_or_default());
            words.with("under", name(under).unwrap_or_default()).to_string()
        }
        Some(TierGroup::Exception { name, .. }) => name.clone(),
        Some(TierGroup::Organ(_)) | None => ui.say("amendment-department").to_string(),
    }
}
