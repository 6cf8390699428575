use super::Square;
use crate::site::{Answer, Path, Query, Visitor, disposition};
use crate::submission::version_href;
use crate::ui::{NavEntry, Ui};
use app::receipt::{ReceiptView, ShowReceipt};
use app::{Scope, Seen, hex};
use askama::Template;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use domain::id::CampaignId;
use domain::{calendar, campaign};
use serde::Deserialize;
use words::time;

/// Proof that a report was sent.
#[derive(Template, Deserialize)]
#[template(path = "receipt/show.html")]
pub struct ReceiptPage {
    pub ui: Ui,
    pub campaign: String,
    pub body: String,
    /// The code by which it can be asked for: `TP-0147`.
    pub code: String,
    /// `16:05 ngày 03/07/2024`, the time of receipt.
    pub at: String,
    pub version: i64,
    pub to: String,
    #[serde(default)]
    pub desk: String,
    pub punctuality: Punctuality,
    /// The checksum of the content, in groups of letters.
    pub hash: String,
    /// The signed receipt for a telephone to take along.
    pub square: Option<Square>,
    /// The same as a file.
    pub file: String,
    /// Where the sent version can be read.
    pub read: String,
    /// Back to the task list.
    pub back: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Punctuality {
    OnTime,
    Late(i64),
}

/// Which version is asked for; the newest where none is named.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    version: Option<i64>,
}

pub(super) async fn show(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    Query(Which { version }): Query<Which>,
) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowReceipt { campaign, version }).await?;
    visitor.show(&page(&visitor, &scope, &view))
}

pub(super) async fn file(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    Query(Which { version }): Query<Which>,
) -> Answer {
    let Seen { output: view, .. } = visitor.read(ShowReceipt { campaign, version }).await?;
    let name = format!("{} {}", visitor.ui_of_nobody().say("receipt-file-name"), view.shown.code);
    let text = visitor.site.receipt_key.sign(view.statement).text();
    let kind = "text/plain; charset=utf-8".to_owned();
    let head = [(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, disposition(&name, "txt"))];
    Ok((head, text).into_response())
}

fn page(visitor: &Visitor, scope: &Scope, view: &ReceiptView) -> ReceiptPage {
    let ui = visitor.ui(scope, NavEntry::Work);
    let (sent, stated) = (&view.shown, &view.statement);
    let campaign = stated.campaign;
    let groups: Vec<String> = hex(&sent.hash[..16])
        .as_bytes()
        .chunks(4)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect();
    ReceiptPage {
        campaign: stated.title.clone(),
        body: stated.name.clone(),
        code: sent.code.clone(),
        at: time::moment(ui.lang, calendar::local(sent.received_at)),
        version: sent.version,
        to: view.receiver.clone(),
        desk: view.via.clone().unwrap_or_default(),
        punctuality: match sent.punctuality {
            campaign::Punctuality::OnTime => Punctuality::OnTime,
            campaign::Punctuality::Late { days } => Punctuality::Late(days),
        },
        hash: groups.join(" "),
        square: Square::new(&visitor.site.receipt_key.sign(stated.clone()).text()),
        file: format!("/work/{campaign}/receipt/file?version={}", sent.version),
        read: version_href(campaign, view.unit, sent.version),
        back: format!("/work/{campaign}"),
        ui,
    }
}
