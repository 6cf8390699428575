use super::SeatPart;
use super::line::{Of, line};
use super::unit::without;
use crate::site::{Answer, Query, Visitor};
use crate::ui::{Link, NavEntry, Pages, Ui};
use app::Seen;
use app::people::{ListBranch, PER_PAGE, Part};
use askama::Template;
use domain::id::BodyId;
use serde::Deserialize;

/// The people of a whole branch, and what is missing there. Posts `person` to `/people/links`.
#[derive(Template, Deserialize)]
#[template(path = "people/branch.html")]
pub struct BranchPeoplePage {
    pub ui: Ui,
    pub unit: Link,
    /// The same as it is sent: `unit`.
    pub unit_id: String,
    /// What was searched for; sent as `q`.
    #[serde(default)]
    pub query: String,
    /// Everybody, those without an account, the units without anybody.
    pub parts: Vec<Link>,
    /// Which of them is shown, from 0.
    pub shown: usize,
    #[serde(default)]
    pub people: Option<SeatPart>,
    /// Units that have nobody: where somebody is named, and what they belong to.
    #[serde(default)]
    pub units: Vec<(Link, String)>,
    #[serde(default)]
    pub without: Vec<String>,
    pub pages: Pages,
}

#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    unit: Option<BodyId>,
    #[serde(default)]
    q: String,
    #[serde(default)]
    part: String,
    #[serde(default)]
    page: usize,
}

/// The parts as they are asked for.
const PARTS: [&str; 3] = ["", "without", "empty"];

pub(super) async fn show(visitor: Visitor, Query(wanted): Query<Wanted>) -> Answer {
    let shown = PARTS.iter().position(|part| *part == wanted.part).unwrap_or(0);
    let part = match shown {
        1 => Part::WithoutAccount,
        2 => Part::EmptyUnits,
        _ => Part::Named(wanted.q.trim().to_owned()),
    };
    let page = wanted.page.max(1);
    let case = ListBranch { unit: wanted.unit, part, page };
    let Seen { scope, output: branch } = visitor.read(case).await?;
    let ui = visitor.ui(&scope, NavEntry::Units);
    let unit = branch.unit.body;
    let counts = [None, Some(branch.without), Some(branch.empty)];
    let keys = ["people-part-all", "people-part-without", "people-part-empty"];
    let parts = PARTS.iter().zip(keys).zip(counts).map(|((part, key), count)| Link {
        href: format!("/people?unit={unit}&part={part}"),
        words: ui.say(key).with("n", count.unwrap_or_default()).to_string(),
    });
    let rows = branch.seats.iter().map(|held| line(&ui, held, branch.today, Of::Branch));
    let people = SeatPart {
        title: ui.say(keys[shown]).with("n", branch.total).to_string(),
        rows: rows.collect(),
        empty: ui
            .say(if shown == 1 { "people-all-active" } else { "people-not-found" })
            .to_string(),
    };
    let units = branch.units.iter().map(|found| {
        let href = format!("/units/{}/people", found.unit.body);
        (Link { href, words: found.unit.short.clone() }, found.under.clone())
    });
    let page = BranchPeoplePage {
        parts: parts.collect(),
        shown,
        people: (shown != 2).then_some(people),
        units: units.collect(),
        without: if shown == 1 { without(branch.seats.iter()) } else { Vec::new() },
        pages: Pages {
            page,
            pages: branch.total.div_ceil(PER_PAGE).max(1),
            rows: branch.total,
            href: format!("/people?unit={unit}&part={}&q={}&page=", wanted.part, encode(&wanted.q)),
        },
        unit: Link { href: format!("/units/{unit}/people"), words: branch.unit.short.clone() },
        unit_id: unit.to_string(),
        query: wanted.q,
        ui,
    };
    visitor.show(&page)
}

/// Words as part of an address.
fn encode(words: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    words.bytes().map(byte).collect()
}
