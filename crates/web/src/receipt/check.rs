use crate::site::{Answer, Posted, Visitor};
use crate::ui::{Entry, Mistake, NavEntry, SummaryRow, Ui};
use app::receipt::{CheckReceipt, Kept};
use app::session::Seats;
use app::{Scope, Seen};
use askama::Template;
use axum::http::StatusCode;
use domain::calendar;
use domain::receipt::{Proven, Refusal, SignedReceipt};
use serde::Deserialize;
use words::time;

/// Where a receipt is proved again. Posts `text`.
#[derive(Template, Deserialize)]
#[template(path = "receipt/check.html")]
pub struct CheckReceiptPage {
    pub ui: Ui,
    pub text: Entry,
    /// What proves receipts without this program, in hexadecimal digits.
    pub key: String,
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// What the receipt says, where it is proved.
    #[serde(default)]
    pub facts: Vec<SummaryRow>,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// What became of a receipt that is proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Outcome {
    /// The report is kept here as it was sent.
    Here,
    /// The receipt is right, and its report is not here.
    Missing,
}

pub(super) async fn show(visitor: Visitor) -> Answer {
    let Seen { scope, .. } = visitor.read(Seats).await?;
    visitor.show(&page(&visitor, &scope, ""))
}

pub(super) async fn check(visitor: Visitor, posted: Posted) -> Answer {
    let text = posted.get("text");
    let proved = text
        .parse::<SignedReceipt>()
        .and_then(|receipt| visitor.site.receipt_key.public().prove(receipt));
    match proved {
        Ok(proven) => {
            let case = CheckReceipt { proven: proven.clone() };
            let Seen { scope, output: kept } = visitor.read(case).await?;
            let mut page = page(&visitor, &scope, text);
            page.facts = facts(&page.ui, &proven);
            page.outcome = Some(match kept {
                Kept::Here => Outcome::Here,
                Kept::Missing => Outcome::Missing,
            });
            visitor.show(&page)
        }
        Err(refusal) => {
            let Seen { scope, .. } = visitor.read(Seats).await?;
            let page = refused(page(&visitor, &scope, text), refusal);
            Ok(visitor.page(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}

fn page(visitor: &Visitor, scope: &Scope, text: &str) -> CheckReceiptPage {
    CheckReceiptPage {
        ui: visitor.ui(scope, NavEntry::Help),
        text: Entry { value: text.to_owned(), ..Entry::default() },
        key: visitor.site.receipt_key.public().to_string(),
        outcome: None,
        facts: Vec::new(),
        mistakes: Vec::new(),
    }
}

fn refused(mut page: CheckReceiptPage, refusal: Refusal) -> CheckReceiptPage {
    let words = page.ui.refusal(refusal);
    page.text.error = words.clone();
    page.mistakes = vec![Mistake { field: "text".to_owned(), words }];
    page
}

fn facts(ui: &Ui, proven: &Proven) -> Vec<SummaryRow> {
    let stated = proven.statement();
    let at = time::moment(ui.lang, calendar::local(stated.received_at));
    let late = match stated.days_late {
        0 => ui.say("submission-on-time").to_string(),
        days => ui.say("status-sent-late").with("n", days).to_string(),
    };
    let row =
        |key: &str, value: String| SummaryRow { label: ui.say(key).to_string(), value, link: None };
    vec![
        row("receipt-campaign", stated.title.clone()),
        row("submission-from", stated.name.clone()),
        row("submission-code", stated.code.clone()),
        row("submission-version", stated.version.to_string()),
        row("submission-at", format!("{at}, {late}")),
    ]
}
