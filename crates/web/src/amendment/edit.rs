use super::difference::{Difference, VersionCard, difference};
use super::edit_form::Typed;
use super::versions::tier_words;
use crate::campaign::above_link;
use crate::plan::typed_day;
use crate::ui::{Choice, Entry, Link, Mistake, Ui};
use crate::work::numbered;
use app::AskedRow;
use app::amendment::{AmendingView, Written};
use askama::Template;
use domain::amendment::{Standing, UnitChange, Whom, laid_over};
use domain::campaign::{Approval, Section};
use domain::id::BodyId;
use serde::Deserialize;

/// The amendment that is open: what it changes, then the forms by which it does. Posts `rev`,
/// `reason`, every section with its `id-N`, a new one, every deadline, and `do`.
#[derive(Template, Deserialize)]
#[template(path = "amendment/edit.html")]
pub struct AmendPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
    /// To what changed in the plan above and is not taken over.
    #[serde(default)]
    pub above: Option<Link>,
    /// What it would change as it is saved, and whom that concerns.
    pub card: VersionCard,
    #[serde(default)]
    pub concerned: String,
    /// What keeps it from being issued; empty where nothing does.
    #[serde(default)]
    pub problems: Vec<String>,
    /// Where it is laid before the leader, numbered and issued.
    pub approval: Link,
    pub stands: Approval,
    pub reason: Entry,
    pub sections: Vec<AmendedSection>,
    pub new: NewSectionForm,
    #[serde(default)]
    pub query: String,
    #[serde(default)]
    pub found: Vec<AmendedUnit>,
    /// Units the draft asks or excuses.
    #[serde(default)]
    pub changed: Vec<AmendedUnit>,
    pub deadlines: Vec<AmendedDeadline>,
}

/// A section of the draft.
#[derive(Clone, Debug, Deserialize)]
pub struct AmendedSection {
    pub id: String,
    pub name: String,
    pub depth: u8,
    pub number: String,
    pub title: String,
    #[serde(default)]
    pub guidance: String,
    pub look: SectionLook,
}

/// How a section of the draft stands towards the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum SectionLook {
    Same,
    Reworded,
    Withdrawn,
    Added,
}

/// A section to be added.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct NewSectionForm {
    pub number: Entry,
    pub title: Entry,
    pub guidance: Entry,
    /// Where it can stand.
    pub spots: Vec<Choice>,
}

/// A unit with what can be done about it.
#[derive(Clone, Debug, Deserialize)]
pub struct AmendedUnit {
    pub name: String,
    /// How it is now, or will be.
    pub words: String,
    /// What the button posts as `do`; empty where nothing can be done.
    #[serde(default)]
    pub value: String,
    #[serde(default)]
    pub button: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct AmendedDeadline {
    pub key: String,
    pub name: String,
    /// The last day as it is.
    pub now: String,
    pub day: Entry,
}

/// How many of those concerned are named.
const NAMED_MAX: usize = 12;

pub(super) fn page(ui: Ui, view: &AmendingView, typed: &Typed<'_>) -> AmendPage {
    let campaign = view.campaign.id;
    let draft = &view.open.draft;
    let text = |name: &str, kept: &str| typed.entry(name, kept);
    let sections: Vec<AmendedSection> = laid_over(&view.outline, &draft.sections)
        .into_iter()
        .enumerate()
        .map(|(at, (section, standing))| section_row(typed, at, &section, standing))
        .collect();
    AmendPage {
        campaign: view.campaign.title.clone(),
        back: Link {
            href: format!("/campaigns/{campaign}/versions"),
            words: ui.say("amendment-versions").to_string(),
        },
        rev: view.open.rev,
        mistakes: typed.mistakes.to_vec(),
        above: above_link(&ui, campaign, view.news.as_ref(), draft.follows),
        card: card(&ui, view),
        concerned: concerned(&ui, view),
        problems: view.problems.iter().map(|refused| ui.refusal(*refused)).collect(),
        reason: text("reason", &view.open.reason),
        approval: Link {
            href: format!("/campaigns/{campaign}/amend/approval"),
            words: ui.say("amendment-approval").to_string(),
        },
        stands: view.open.approval,
        new: NewSectionForm {
            number: text("new-number", ""),
            title: text("new-title", ""),
            guidance: text("new-guidance", ""),
            spots: spots(&ui, &draft.sections, typed.get("new-spot")),
        },
        sections,
        query: typed.query.to_owned(),
        found: found(&ui, view),
        changed: view.changed.iter().map(|row| unit(&ui, row)).collect(),
        deadlines: deadlines(&ui, view, typed),
        ui,
    }
}

fn section_row(
    typed: &Typed<'_>,
    at: usize,
    section: &Section,
    standing: Standing,
) -> AmendedSection {
    let value = |name: &str, kept: &str| typed.entry(&format!("{name}-{at}"), kept).value;
    AmendedSection {
        id: section.id.to_string(),
        name: numbered(&section.number, &section.title),
        depth: section.depth,
        number: value("number", &section.number),
        title: value("title", &section.title),
        guidance: value("guidance", &section.guidance),
        look: match (typed.written(at), standing) {
            (Some(Written::Withdrawn), _) | (None, Standing::Withdrawn) => SectionLook::Withdrawn,
            (_, Standing::Added) => SectionLook::Added,
            (_, Standing::Reworded) => SectionLook::Reworded,
            (_, Standing::Same | Standing::Withdrawn) => SectionLook::Same,
        },
    }
}

/// Behind each section, and as the last under each heading.
fn spots(ui: &Ui, sections: &[Section], chosen: &str) -> Vec<Choice> {
    let mut spots = Vec::new();
    for (at, section) in sections.iter().enumerate() {
        let name = numbered(&section.number, &section.title);
        let heading = sections.get(at + 1).is_some_and(|next| next.depth > section.depth);
        let mut spot = |kind: &str, key: &str| {
            let value = format!("{kind}-{}", section.id);
            spots.push(Choice {
                label: ui.say(key).with("name", name.as_str()).to_string(),
                hint: String::new(),
                chosen: value == chosen,
                value,
            });
        };
        spot("after", "amendment-spot-after");
        if heading {
            spot("under", "amendment-spot-under");
        }
    }
    if let Some(last) = spots.last_mut().filter(|_| chosen.is_empty()) {
        last.chosen = true;
    }
    spots
}

/// The draft as a version would look: each thing once.
pub(super) fn card(ui: &Ui, view: &AmendingView) -> VersionCard {
    let mut items = view.items.clone();
    items.dedup_by(|a, b| a.1 == b.1);
    let differences = items.iter().map(|(whom, item)| Difference {
        whom: match whom {
            Whom::Tier(key) => tier_words(ui, &view.tiers, &view.levels, key),
            Whom::Units | Whom::Body(_) => String::new(),
        },
        ..difference(ui, item)
    });
    VersionCard {
        title: String::new(),
        document: String::new(),
        reason: view.open.reason.clone(),
        approved: String::new(),
        by: String::new(),
        differences: differences.collect(),
    }
}

/// `171 đơn vị …: Công đoàn cơ sở thuộc LĐLĐ huyện (170), Ban Nữ công`; empty where it is nobody.
pub(super) fn concerned(ui: &Ui, view: &AmendingView) -> String {
    let concerned = view.concerned();
    if concerned.count() == 0 {
        return String::new();
    }
    let tiers = concerned.tiers.iter().map(|(key, bodies)| {
        format!("{} ({bodies})", tier_words(ui, &view.tiers, &view.levels, key))
    });
    let rows = || view.changed.iter().chain(&view.organs);
    let name = |body: &BodyId| rows().find(|row| row.body == *body).map(|row| row.short.clone());
    let bodies = concerned.bodies.iter().filter_map(name);
    let mut names: Vec<String> = tiers.chain(bodies).collect();
    if names.len() > NAMED_MAX {
        names.truncate(NAMED_MAX);
        names.push("…".to_owned());
    }
    let words = ui.say("amendment-concerns").with("n", concerned.count());
    words.with("names", names.join(", ")).to_string()
}

/// What a search found, then what is so called and cannot be asked.
fn found(ui: &Ui, view: &AmendingView) -> Vec<AmendedUnit> {
    let unpinned = view.unpinned.iter().map(|found| AmendedUnit {
        name: match found.under.is_empty() {
            true => found.unit.name.clone(),
            false => format!("{}, {}", found.unit.name, found.under),
        },
        words: ui.say("amendment-unit-unpinned").to_string(),
        value: String::new(),
        button: String::new(),
    });
    view.found.iter().map(|row| unit(ui, row)).chain(unpinned).collect()
}

fn unit(ui: &Ui, row: &AskedRow) -> AmendedUnit {
    let (words, act, button) = match row.change {
        Some(UnitChange::Ask) => ("amendment-unit-asked-now", "leave", "amendment-unit-leave"),
        Some(UnitChange::Excuse) => ("amendment-unit-excused-now", "leave", "amendment-unit-leave"),
        None if !row.asked => ("amendment-unit-not-asked", "ask", "amendment-unit-ask"),
        None if row.sent => ("amendment-unit-sent", "", ""),
        None => ("amendment-unit-asked", "excuse", "amendment-unit-excuse"),
    };
    AmendedUnit {
        name: row.name.clone(),
        words: ui.say(words).to_string(),
        value: if act.is_empty() { String::new() } else { format!("{act}-{}", row.body) },
        button: if button.is_empty() { String::new() } else { ui.say(button).to_string() },
    }
}

fn deadlines(ui: &Ui, view: &AmendingView, typed: &Typed<'_>) -> Vec<AmendedDeadline> {
    let asked = |key: &str| view.tiers.iter().any(|tier| tier.key == key && tier.asked);
    let rows = view.deadlines.iter().filter(|(key, _)| asked(key)).enumerate();
    rows.map(|(at, (key, now))| {
        let draft = view.open.draft.deadlines.iter().find(|(tier, _)| tier == key);
        let kept = draft.map(|(_, day)| typed_day(*day)).unwrap_or_default();
        AmendedDeadline {
            key: key.clone(),
            name: tier_words(ui, &view.tiers, &view.levels, key),
            now: words::time::long_date(ui.lang, *now),
            day: typed.entry(&format!("due-{at}"), &kept),
        }
    })
    .collect()
}
