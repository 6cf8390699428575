use crate::queue::QueueFilter;
use crate::site::{Answer, Path, Query, Visitor};
use crate::ui::{Link, NavEntry, Pages, Ui};
use app::acknowledgement::{Acknowledgements, BODIES_PER_PAGE, NAMES_MAX, ShowAcknowledgements};
use app::{Ending, ReadRow, Scope, Seen, Which};
use askama::Template;
use domain::calendar;
use domain::id::{BodyId, CampaignId};
use serde::Deserialize;
use words::time;

/// Which units have received the plan, and which not, down to the last.
#[derive(Template, Deserialize)]
#[template(path = "acknowledgement/list.html")]
pub struct AcknowledgementsPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub unit: String,
    pub received: i64,
    pub of: i64,
    pub filters: Vec<QueueFilter>,
    pub rows: Vec<ReaderRow>,
    /// What can be sent to those who are missing; empty where nobody is.
    #[serde(default)]
    pub reminder: String,
    #[serde(default)]
    pub pages: Option<Pages>,
}

/// A unit, and when it received what.
#[derive(Clone, Debug, Deserialize)]
pub struct ReaderRow {
    pub unit: String,
    #[serde(default)]
    pub above: String,
    /// `08:10 ngày 05/03/2031`; empty where it has not received what concerns it last.
    #[serde(default)]
    pub at: String,
    #[serde(default)]
    pub by: String,
    /// `Chưa nhận điều chỉnh lần 2`; empty where it has.
    #[serde(default)]
    pub missing: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    show: String,
    #[serde(default)]
    page: Option<usize>,
    #[serde(default)]
    node: String,
}

const ROWS_A_PAGE: usize = BODIES_PER_PAGE as usize;

pub(super) async fn show(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let node = match wanted.node.as_str() {
        "" => None,
        node => {
            let node: Result<BodyId, _> = node.parse();
            Some(node.map_err(|_| visitor.trouble(Ending::NotFound))?)
        }
    };
    let which = if wanted.show == "missing" { Which::Missing } else { Which::All };
    let number = wanted.page.unwrap_or(1).max(1);
    let page = i64::try_from(number - 1).unwrap_or(0);
    let case = ShowAcknowledgements { campaign, node, which, page };
    let Seen { scope, output: view } = visitor.read(case).await?;
    visitor.show(&list_page(&visitor, &scope, &view, (which, number)))
}

fn list_page(
    visitor: &Visitor,
    scope: &Scope,
    view: &Acknowledgements,
    (which, page): (Which, usize),
) -> AcknowledgementsPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let (campaign, count) = (view.campaign.id, view.count);
    let of_node = match view.node.body == scope.unit() {
        true => String::new(),
        false => format!("&node={}", view.node.body),
    };
    let address = |show: &str| format!("/campaigns/{campaign}/received?show={show}{of_node}");
    let tab = |key: &str, n: i64, name: &str, of: Which| QueueFilter {
        words: ui.say(key).to_string(),
        n: usize::try_from(n).unwrap_or(0),
        href: if which == of { String::new() } else { address(name) },
    };
    let (rows, name) = match which {
        Which::All => (count.of, "all"),
        Which::Missing => (count.of - count.read, "missing"),
    };
    let rows = usize::try_from(rows).unwrap_or(0);
    AcknowledgementsPage {
        campaign: view.campaign.title.clone(),
        back: Link {
            href: format!("/campaigns/{campaign}?{}", of_node.trim_start_matches('&')),
            words: view.campaign.title.clone(),
        },
        unit: view.node.name.clone(),
        received: count.read,
        of: count.of,
        filters: vec![
            tab("received-all", count.of, "all", Which::All),
            tab("received-missing", count.of - count.read, "missing", Which::Missing),
        ],
        rows: view.bodies.iter().map(|row| reader_row(&ui, row)).collect(),
        reminder: reminder(&ui, view),
        pages: (rows > ROWS_A_PAGE).then(|| Pages {
            page,
            pages: rows.div_ceil(ROWS_A_PAGE),
            rows,
            href: format!("{}&page=", address(name)),
        }),
        ui,
    }
}

fn reader_row(ui: &Ui, row: &ReadRow) -> ReaderRow {
    let missing = match &row.read {
        Some(read) if read.version >= row.due => String::new(),
        Some(_) => ui.say("received-not-change").with("n", row.due - 1).to_string(),
        None => ui.say("received-not-yet").to_string(),
    };
    ReaderRow {
        unit: row.name.clone(),
        above: row.above.clone(),
        at: row
            .read
            .as_ref()
            .map_or_else(String::new, |read| time::moment(ui.lang, calendar::local(read.at))),
        by: row
            .read
            .as_ref()
            .map_or_else(String::new, |read| format!("{} ({})", read.person, read.title)),
        missing,
    }
}

/// Words to be copied into a message: what is asked, and of whom.
fn reminder(ui: &Ui, view: &Acknowledgements) -> String {
    if view.missing.is_empty() {
        return String::new();
    }
    let names: Vec<&str> = view.missing.iter().map(|row| row.name.as_str()).collect();
    let left = view.count.of - view.count.read - NAMES_MAX;
    let mut units = names.join("; ");
    if left > 0 {
        units.push_str(&format!("; {}", ui.say("received-and-more").with("n", left)));
    }
    let words = ui.say("received-reminder").with("campaign", view.campaign.title.as_str());
    let plan = crate::work::plan_words(ui, &view.campaign);
    words.with("plan", plan).with("units", units).to_string()
}
