use crate::ui::Ui;
use crate::work::numbered;
use app::Approved;
use app::amendment::Version;
use domain::amendment::Item;
use domain::calendar;
use domain::campaign::{ApprovalAct, Section};
use serde::Deserialize;
use words::time;

/// One thing that changed: what it is, what stood there, what stands there now.
#[derive(Clone, Debug, Deserialize)]
pub struct Difference {
    /// `Thêm mục 5. Kiến nghị với Tổng Liên đoàn`.
    pub what: String,
    #[serde(default)]
    pub before: String,
    #[serde(default)]
    pub after: String,
    /// Whom it concerns; empty where that goes without saying.
    #[serde(default)]
    pub whom: String,
}

/// A version of a plan after it was issued, with what it changed.
#[derive(Clone, Debug, Deserialize)]
pub struct VersionCard {
    /// `Điều chỉnh lần 1, ngày 05/03/2031`.
    pub title: String,
    /// `Theo văn bản số 12/CV ngày 04/03/2031`; empty where none was named.
    #[serde(default)]
    pub document: String,
    pub reason: String,
    /// Who approved it, or why it was issued without; empty where a deadline was put off.
    #[serde(default)]
    pub approved: String,
    /// Who issued it.
    #[serde(default)]
    pub by: String,
    pub differences: Vec<Difference>,
}

/// A version with those of its items that are to be shown, in words.
pub(crate) fn version_card(ui: &Ui, version: &Version) -> VersionCard {
    let amendment = &version.amendment;
    let day = time::date(ui.lang, calendar::day(amendment.at));
    let title = ui.say("amendment-nth").with("n", amendment.version - 1).with("day", day);
    VersionCard {
        title: title.to_string(),
        document: match amendment.day {
            Some(day) => ui
                .say("amendment-by-document")
                .with("number", amendment.number.as_str())
                .with("day", time::date(ui.lang, day))
                .to_string(),
            None => String::new(),
        },
        reason: amendment.reason.clone(),
        approved: amendment.approved.as_ref().map(|said| approved(ui, said)).unwrap_or_default(),
        by: format!("{} ({})", amendment.person, amendment.title),
        differences: version.items.iter().map(|row| difference(ui, &row.item)).collect(),
    }
}

fn approved(ui: &Ui, said: &Approved) -> String {
    let key = match said.act {
        ApprovalAct::OnPaper => "amendment-signed-by",
        ApprovalAct::Waived => "amendment-waived",
        _ => "amendment-approved-by",
    };
    let who = format!("{} ({})", said.person, said.title);
    ui.say(key).with("who", who).with("words", said.words.as_str()).to_string()
}

/// An item of an amendment in words.
pub(crate) fn difference(ui: &Ui, item: &Item) -> Difference {
    let of = |key: &str, name: String| ui.say(key).with("name", name).to_string();
    let named = |section: &Section| numbered(&section.number, &section.title);
    let day = |day| time::long_date(ui.lang, day);
    let (what, before, after) = match item {
        Item::SectionAdded { section, .. } => {
            (of("amendment-added", named(section)), String::new(), section.guidance.clone())
        }
        Item::SectionWithdrawn { section } => {
            (of("amendment-withdrawn", named(section)), String::new(), String::new())
        }
        Item::SectionReworded { before, after } if named(before) == named(after) => (
            of("amendment-guidance", named(after)),
            before.guidance.clone(),
            after.guidance.clone(),
        ),
        Item::SectionReworded { before, after } => {
            (of("amendment-reworded", named(before)), with_guidance(before), with_guidance(after))
        }
        Item::UnitAsked { unit } => {
            (of("amendment-asked", unit.clone()), String::new(), String::new())
        }
        Item::UnitExcused { unit } => {
            (of("amendment-excused", unit.clone()), String::new(), String::new())
        }
        Item::DeadlineMoved { before, after } => {
            (ui.say("amendment-deadline").to_string(), day(*before), day(*after))
        }
    };
    Difference { what, before, after, whom: String::new() }
}

fn with_guidance(section: &Section) -> String {
    let name = numbered(&section.number, &section.title);
    if section.guidance.is_empty() { name } else { format!("{name} – {}", section.guidance) }
}
