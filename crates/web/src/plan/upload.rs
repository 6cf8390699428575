use crate::site::{Answer, Posted, Visitor};
use crate::ui::{Entry, Mistake, NavEntry, Step, Ui};
use app::campaign::ListCampaigns;
use app::plan::{Upload, Uploaded};
use app::{Ending, Seen, hex};
use askama::Template;
use axum::http::StatusCode;
use domain::source::Source;
use serde::Deserialize;

/// Handing in a plan: `file` or `text`, and `once`, posted as multipart to its own address.
#[derive(Template, Deserialize)]
#[template(path = "plan/upload.html")]
pub struct PlanUploadPage {
    pub ui: Ui,
    #[serde(default)]
    pub file: Entry,
    #[serde(default)]
    pub text: Entry,
    /// New with every page, so that the same file on another day is another act.
    pub once: String,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

impl PlanUploadPage {
    fn steps(&self) -> Vec<Step> {
        self.ui.plan_steps(0)
    }
}

pub(super) async fn show(visitor: Visitor) -> Answer {
    // Only who may set campaigns up gets the page.
    let Seen { scope, .. } = visitor.read(ListCampaigns).await?;
    visitor.show(&page(&visitor, visitor.ui(&scope, NavEntry::Campaigns)))
}

pub(super) async fn upload(visitor: Visitor, posted: Posted) -> Answer {
    let Seen { scope, .. } = visitor.read(ListCampaigns).await?;
    let ui = visitor.ui(&scope, NavEntry::Campaigns);
    let read = read(&visitor, &ui, &posted).await.map_err(|ending| visitor.trouble(ending))?;
    let upload = match read {
        Ok(upload) => upload,
        Err(key) => {
            let mistake = Mistake::new("file", ui.say(key));
            let mut page = page(&visitor, ui);
            posted.get("text").clone_into(&mut page.text.value);
            page.file.error.clone_from(&mistake.words);
            page.mistakes.push(mistake);
            return Ok(visitor.page(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    match visitor.act(&posted, upload).await?.output {
        Uploaded::New(plan) => visitor.go(&format!("/plans/{plan}")),
        Uploaded::Before(plan) => visitor.go(&format!("/plans/{plan}?again=yes")),
    }
}

fn page(visitor: &Visitor, ui: Ui) -> PlanUploadPage {
    PlanUploadPage {
        ui,
        file: Entry::default(),
        text: Entry::default(),
        once: hex(&visitor.site.app.backend.random()[..8]),
        mistakes: Vec::new(),
    }
}

/// Keeps the file, or without one the pasted text, and reads the plan, away from the threads that
/// answer. What cannot be read gives the key of its sentence.
async fn read(
    visitor: &Visitor,
    ui: &Ui,
    posted: &Posted,
) -> Result<Result<Upload, &'static str>, Ending> {
    let text = posted.get("text").to_owned();
    let upload = posted.upload.clone();
    if upload.is_none() && text.trim().is_empty() {
        return Ok(Err("plan-file-missing"));
    }
    let pasted = ui.say("plan-pasted").to_string();
    let (blobs, read_file) = (visitor.site.app.blobs.clone(), visitor.site.read_file);
    let work = tokio::task::spawn_blocking(move || {
        let (name, bytes, source) = match upload {
            Some(file) => {
                let source = read_file(&file.name, &file.bytes);
                (file.name, file.bytes, source)
            }
            None => {
                let source = Source::plain(&text);
                (pasted, text.into_bytes(), Ok(source))
            }
        };
        let source = match source {
            Ok(source) if source.text.trim().is_empty() => return Ok(Err("plan-file-empty")),
            Ok(source) => source,
            Err(key) => return Ok(Err(key)),
        };
        let hash = blobs.put(&bytes).map_err(|error| Ending::Broken(error.to_string()))?;
        Upload::new(&name, hash, &source).map(Ok)
    });
    work.await.map_err(|error| Ending::Broken(error.to_string()))?
}
