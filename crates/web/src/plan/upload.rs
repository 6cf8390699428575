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

/// A plan as it was handed in.
struct HandedIn {
    name: String,
    bytes: Vec<u8>,
    source: Source,
}

pub(super) async fn show(visitor: Visitor) -> Answer {
    // Only who may set campaigns up gets the page.
    let Seen { scope, .. } = visitor.read(ListCampaigns).await?;
    visitor.show(&page(&visitor, visitor.ui(&scope, NavEntry::Campaigns)))
}

pub(super) async fn upload(visitor: Visitor, posted: Posted) -> Answer {
    let Seen { scope, .. } = visitor.read(ListCampaigns).await?;
    let ui = visitor.ui(&scope, NavEntry::Campaigns);
    let handed_in = match handed_in(&visitor, &ui, &posted) {
        Ok(handed_in) => handed_in,
        Err(mistake) => {
            let mut page = page(&visitor, ui);
            posted.get("text").clone_into(&mut page.text.value);
            page.file.error.clone_from(&mistake.words);
            page.mistakes.push(mistake);
            return Ok(visitor.page(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    let upload = read(&visitor, handed_in).await.map_err(|ending| visitor.trouble(ending))?;
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

/// The file; without one the pasted text.
fn handed_in(visitor: &Visitor, ui: &Ui, posted: &Posted) -> Result<HandedIn, Mistake> {
    let text = posted.get("text");
    match &posted.upload {
        Some(upload) => {
            let source = (visitor.site.read_file)(&upload.name, &upload.bytes);
            let source = source.map_err(|key| Mistake::new("file", ui.say(key)))?;
            Ok(HandedIn { name: upload.name.clone(), bytes: upload.bytes.clone(), source })
        }
        None if text.trim().is_empty() => Err(Mistake::new("file", ui.say("plan-file-missing"))),
        None => Ok(HandedIn {
            name: ui.say("plan-pasted").to_string(),
            bytes: text.as_bytes().to_vec(),
            source: Source::plain(text),
        }),
    }
}

/// Keeps the file and reads the plan, away from the threads that answer.
async fn read(visitor: &Visitor, handed_in: HandedIn) -> Result<Upload, Ending> {
    let blobs = visitor.site.app.blobs.clone();
    let work = tokio::task::spawn_blocking(move || {
        let HandedIn { name, bytes, source } = handed_in;
        let hash = blobs.put(&bytes).map_err(|error| Ending::Broken(error.to_string()))?;
        Upload::new(&name, hash, &source)
    });
    work.await.map_err(|error| Ending::Broken(error.to_string()))?
}
