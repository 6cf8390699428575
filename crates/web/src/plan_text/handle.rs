use super::edit::{FormState, FrameFields, PaperState, PartField, PlanPaperPage, UploadedText};
use super::{Edition, Sheet, compose, text, usual};
use crate::campaign::set_up_link;
use crate::site::{
    Answer, Path, Policy, Posted, Render, Route, Trouble, Visitor, download, download_as, paper,
    set,
};
use crate::ui::{Entry, Link, Mistake, NavEntry, Ui};
use app::campaign::{PlanPaperView, PutPlanTexts, ShowPlanPaper, Wording};
use app::library::keep_file;
use app::plan::GivenOut;
use app::{Ending, IssuedPlan, Scope, Seen};
use axum::http::StatusCode;
use axum::routing::get;
use domain::authority::{Action, Relation};
use domain::campaign::{Numbering, Stage};
use domain::document::{PlanPaper, PlanPart, PlanTexts};
use domain::file::File;
use domain::id::CampaignId;

/// The routes of the plan as a paper.
pub fn routes() -> Vec<Route> {
    vec![
        Route::new("/campaigns/{campaign}/plan-text", Policy::SignedIn, get(show).post(save)),
        Route::new("/campaigns/{campaign}/plan-text/docx", Policy::SignedIn, get(docx)),
        Route::new("/campaigns/{campaign}/plan-text/pdf", Policy::SignedIn, get(pdf)),
        Route::new("/campaigns/{campaign}/plan-text/file", Policy::SignedIn, get(uploaded_file)),
    ]
}

const WORDS: [(PlanPart, &str); 7] = [
    (PlanPart::Opening, "plan-text-opening"),
    (PlanPart::Purpose, "plan-text-purpose"),
    (PlanPart::Demands, "plan-text-demands"),
    (PlanPart::Content, "plan-text-content"),
    (PlanPart::Period, "plan-text-period"),
    (PlanPart::Form, "plan-text-form"),
    (PlanPart::Organisation, "plan-text-organisation"),
];

async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowPlanPaper { campaign }).await?;
    visitor.show(&page(&visitor, &scope, &view, Vec::new()))
}

async fn save(visitor: Visitor, Path(campaign): Path<CampaignId>, posted: Posted) -> Answer {
    let Seen { scope, output: mut view } = visitor.read(ShowPlanPaper { campaign }).await?;
    view.paper.texts = typed(&posted, &view.paper);
    let texts = view.paper.texts.iter().map(|(part, words)| (part.name(), words.clone()));
    let rev = posted.parse("rev").unwrap_or(0);
    let case = PutPlanTexts { campaign, rev, texts: texts.collect() };
    let Err(trouble) = visitor.save(case).await else {
        return visitor.go(&format!("/campaigns/{campaign}/plan-text"));
    };
    let ui = visitor.ui_of_nobody();
    let (status, why) = match trouble.is_stale() {
        true => (StatusCode::CONFLICT, ui.say("plan-text-stale").to_string()),
        false => trouble.above_form(&ui)?,
    };
    let page = page(&visitor, &scope, &view, vec![Mistake::new("", why)]);
    Ok(visitor.page(status, &page))
}

async fn docx(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    file(&visitor, campaign, Render::Docx).await
}

async fn pdf(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    file(&visitor, campaign, Render::Pdf).await
}

/// Once issued, the bytes that were issued; before, the paper as it would be printed now.
async fn file(visitor: &Visitor, campaign: CampaignId, format: Render) -> Answer {
    let view = visitor.read(ShowPlanPaper { campaign }).await?.output;
    let edition = edition(&view);
    match view.issued {
        Some(plan) => download(visitor, pinned(plan, format)).await,
        // The uploaded file was issued; there is no other paper.
        None if state(&view) == PaperState::File => Err(visitor.trouble(Ending::NotFound)),
        None => paper(visitor, compose(&view.paper, edition), format).await,
    }
}

/// The uploaded file, for those who set it up or approve it.
async fn uploaded_file(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let view = visitor.read(ShowPlanPaper { campaign }).await?.output;
    let file = view.uploaded.and_then(|plan| plan.file);
    let file = file.ok_or_else(|| visitor.trouble(Ending::NotFound))?;
    download_as(&visitor, &file.name, file.hash).await
}

fn uploaded(ui: &Ui, campaign: CampaignId, plan: &GivenOut) -> UploadedText {
    let held_back = match plan.held_back {
        0 => String::new(),
        n => ui.say("plan-text-held-back").with("n", n).to_string(),
    };
    UploadedText {
        paragraphs: paragraphs(&plan.text),
        file: plan.file.as_ref().map(|_| Link {
            href: format!("/campaigns/{campaign}/plan-text/file"),
            words: ui.say("plan-text-file").to_string(),
        }),
        held_back,
    }
}

/// The lines of an uploaded plan that say something.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The file of an issued plan.
pub(crate) fn pinned(plan: IssuedPlan, format: Render) -> File {
    match format {
        Render::Docx => plan.docx,
        Render::Pdf => plan.pdf,
    }
}

/// The paper that is issued, with its files among the blobs; none where the uploaded file is the
/// plan.
pub(crate) async fn paper_to_issue(
    visitor: &Visitor,
    campaign: CampaignId,
) -> Result<Option<IssuedPlan>, Trouble> {
    let view = visitor.read(ShowPlanPaper { campaign }).await?.output;
    let issued = matches!(view.set_up.campaign.stage, Stage::Issued { .. });
    if issued || view.set_up.wording() == Wording::Uploaded {
        return Ok(None);
    }
    // Issued without approval it stays marked as what it is.
    let paper = compose(&view.paper, edition(&view));
    let name = paper.properties.title.clone();
    let docx = set(visitor, paper.clone(), Render::Docx).await?;
    let pdf = set(visitor, paper.clone(), Render::Pdf).await?;
    let blobs = visitor.site.app.blobs.clone();
    let kept = tokio::task::spawn_blocking(move || {
        let keep = |format: Render, bytes: &[u8]| {
            keep_file(&blobs, &format!("{name}.{}", format.ending()), bytes)
        };
        Ok(IssuedPlan { docx: keep(Render::Docx, &docx)?, pdf: keep(Render::Pdf, &pdf)?, paper })
    });
    let kept = kept.await.unwrap_or_else(|error| Err(Ending::Broken(error.to_string())));
    kept.map(Some).map_err(|ending| visitor.trouble(ending))
}

fn edition(view: &PlanPaperView) -> Edition {
    match state(view) {
        PaperState::Draft | PaperState::Uploaded | PaperState::File => Edition::Draft,
        PaperState::Numbered | PaperState::Issued => Edition::Final,
    }
}

fn state(view: &PlanPaperView) -> PaperState {
    let campaign = &view.set_up.campaign;
    match (campaign.stage, view.set_up.wording()) {
        (Stage::Issued { .. }, Wording::Uploaded) => PaperState::File,
        (Stage::Issued { .. }, _) => PaperState::Issued,
        (Stage::Preparing, Wording::Uploaded) => PaperState::Uploaded,
        (Stage::Preparing, _) => match (campaign.approval.is_given(), view.set_up.numbering) {
            (true, Numbering::Registered) => PaperState::Numbered,
            _ => PaperState::Draft,
        },
    }
}

/// What differs from the usual words; a part that is not in the form stays as it is.
fn typed(posted: &Posted, paper: &PlanPaper) -> PlanTexts {
    let words = PlanPart::ALL.into_iter().map(|part| match posted.has(part.name()) {
        true => (part, posted.get(part.name()).trim().replace("\r\n", "\n")),
        false => (part, text(paper, part)),
    });
    words.filter(|(part, words)| *words != usual(paper, *part)).collect()
}

fn page(
    visitor: &Visitor,
    scope: &Scope,
    view: &PlanPaperView,
    mistakes: Vec<Mistake>,
) -> PlanPaperPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let campaign = &view.set_up.campaign;
    let paper = match &view.issued {
        Some(issued) => issued.paper.clone(),
        None => compose(&view.paper, edition(view)),
    };
    let entry = |part| Entry { value: text(&view.paper, part), error: String::new() };
    let field = |(part, label): (PlanPart, &str)| PartField {
        name: part.name().to_owned(),
        label: label.to_owned(),
        entry: entry(part),
    };
    // Who only approves reads it and goes back to where it is approved.
    let sets_up = scope.may(Action::SetUp, Relation::Own).is_ok();
    let form = if sets_up && campaign.stage == Stage::Preparing {
        FormState::Open
    } else {
        FormState::Closed
    };
    let mut back = set_up_link(&ui, campaign.id);
    if form == FormState::Closed {
        back.href = format!("/campaigns/{}/approval", campaign.id);
        back.words = ui.say("approval-title").to_string();
    }
    PlanPaperPage {
        campaign: campaign.title.clone(),
        back,
        state: match (state(view), form) {
            (PaperState::Uploaded, FormState::Closed) => PaperState::File,
            (state, _) => state,
        },
        form,
        uploaded: view.uploaded.as_ref().map(|plan| uploaded(&ui, campaign.id, plan)),
        words: WORDS.into_iter().map(field).collect(),
        frame: FrameFields {
            place: entry(PlanPart::Place),
            authority: entry(PlanPart::Authority),
            post: entry(PlanPart::Post),
            signatory: entry(PlanPart::Signatory),
            recipients: entry(PlanPart::Recipients),
        },
        sheet: Sheet::of(&paper),
        docx: format!("/campaigns/{}/plan-text/docx", campaign.id),
        pdf: format!("/campaigns/{}/plan-text/pdf", campaign.id),
        rev: campaign.rev,
        mistakes,
        ui,
    }
}
