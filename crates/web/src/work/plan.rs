use super::plan_words;
use crate::campaign::Approved;
use crate::plan_text::{Piece, Sheet, paragraphs, pinned};
use crate::site::{Answer, Path, Render, Visitor, download, download_as};
use crate::ui::{Link, NavEntry, Ui};
use app::plan::{GivenOut, PlanFile};
use app::work::ShowPlanText;
use app::{Campaign, Ending, Seen};
use askama::Template;
use domain::document::Emphasis;
use domain::id::CampaignId;
use serde::Deserialize;

/// The plan as it was issued, set here or uploaded, for those who carry it out.
#[derive(Template, Deserialize)]
#[template(path = "work/plan.html")]
pub struct PlanTextPage {
    pub ui: Ui,
    pub campaign: String,
    /// The task list it belongs to.
    pub back: String,
    /// `Kế hoạch số 48/KH-LĐLĐ ngày 03/06/2024`.
    pub plan: String,
    /// What changed in it since it was issued, where anything did.
    #[serde(default)]
    pub versions: Option<Link>,
    #[serde(default)]
    pub approved: Approved,
    /// The paper that was set here.
    #[serde(default)]
    pub sheet: Option<Sheet>,
    /// Its files: as they were issued, or the one that was uploaded.
    #[serde(default)]
    pub files: Vec<Link>,
    /// The text of the uploaded file.
    #[serde(default)]
    pub paragraphs: Vec<String>,
    /// The text of the superior's plan it carries out.
    #[serde(default)]
    pub above: Vec<String>,
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: plan } = visitor.read(ShowPlanText { campaign }).await?;
    let ui = visitor.ui(&scope, NavEntry::Work);
    let link = |ending: &str, key: &str| Link {
        href: format!("/work/{campaign}/plan/{ending}"),
        words: ui.say(key).to_string(),
    };
    let uploaded = plan.uploaded.as_ref();
    let files = match &plan.issued {
        Some(_) => vec![link("docx", "report-docx"), link("pdf", "report-pdf")],
        None => uploaded
            .and_then(given_file)
            .map(|_| link("file", "plan-text-file"))
            .into_iter()
            .collect(),
    };
    let page = PlanTextPage {
        campaign: plan.campaign.title.clone(),
        back: format!("/work/{campaign}"),
        plan: plan_words(&ui, &plan.campaign),
        versions: versions_link(&ui, &plan.campaign),
        above: paragraphs(&plan.above),
        approved: Approved::of(plan.campaign.approval),
        files,
        sheet: plan.issued.as_ref().map(|issued| Sheet::of(&issued.paper)),
        paragraphs: uploaded.map(|plan| paragraphs(&plan.text)).unwrap_or_default(),
        ui,
    };
    visitor.show(&page)
}

pub(super) async fn docx(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    file(&visitor, campaign, Render::Docx).await
}

pub(super) async fn pdf(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    file(&visitor, campaign, Render::Pdf).await
}

/// What changed in a plan since it was issued; none where nothing did.
pub(super) fn versions_link(ui: &Ui, campaign: &Campaign) -> Option<Link> {
    (campaign.plan_version > 1).then(|| Link {
        href: format!("/campaigns/{}/versions", campaign.id),
        words: ui.say("work-versions").with("n", campaign.plan_version - 1).to_string(),
    })
}

/// The uploaded file, where all of it is given out.
pub(super) async fn uploaded(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let plan = visitor.read(ShowPlanText { campaign }).await?.output;
    let file = plan.uploaded.as_ref().and_then(given_file).cloned();
    let file = file.ok_or_else(|| visitor.trouble(Ending::NotFound))?;
    download_as(&visitor, &file.name, file.hash).await
}

/// A file with something in it that is held back is not given out as a whole.
fn given_file(plan: &GivenOut) -> Option<&PlanFile> {
    plan.file.as_ref().filter(|_| plan.held_back == 0)
}

/// The bytes that were issued.
async fn file(visitor: &Visitor, campaign: CampaignId, format: Render) -> Answer {
    let plan = visitor.read(ShowPlanText { campaign }).await?.output;
    let issued = plan.issued.ok_or_else(|| visitor.trouble(Ending::NotFound))?;
    download(visitor, pinned(issued, format)).await
}
