use super::facts::facts;
use super::path::path_lines;
use super::units_form::{destination_words, tier_name};
use crate::ui::{Link, SummaryRow, Ui};
use crate::work::numbered;
use crate::{library, task};
use app::campaign::{Beside, SetUpView, TierView};
use app::{Party, Scope, Task};
use domain::campaign::Destination;
use domain::task::{Due, Part};
use serde::Deserialize;
use words::time;

/// Everything that is set up, to be read before it is approved or issued.
#[derive(Clone, Debug, Deserialize)]
pub struct Whole {
    /// How many units will get tasks.
    pub units: usize,
    pub sections: usize,
    pub indicators: usize,
    pub periods: usize,
    pub groups: Vec<WholeGroup>,
    pub facts: Vec<SummaryRow>,
    /// The way of the own report, step by step.
    #[serde(default)]
    pub path: Vec<String>,
    /// The outline line by line.
    #[serde(default)]
    pub outline: Vec<WholeSection>,
    /// The indicators by code and name.
    #[serde(default)]
    pub table: Vec<String>,
    #[serde(default)]
    pub tasks: Vec<WholeTask>,
    /// The documents, leading to their files; those only named lead nowhere.
    #[serde(default)]
    pub library: Vec<Link>,
    /// That some tasks are laid upon names nobody knows; empty where none is.
    #[serde(default)]
    pub unmatched: String,
}

/// A duty of the plan: who, what, by when.
#[derive(Clone, Debug, Deserialize)]
pub struct WholeTask {
    pub who: String,
    pub what: String,
    #[serde(default)]
    pub due: String,
}

/// Units asked alike.
#[derive(Clone, Debug, Deserialize)]
pub struct WholeGroup {
    pub name: String,
    pub units: usize,
    /// `hết Thứ Năm 04/07/2024`.
    pub due: String,
    /// Between which days they hold their own review; empty where it is not said.
    #[serde(default)]
    pub hold: String,
    pub to: String,
    pub desk: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct WholeSection {
    pub name: String,
    #[serde(default)]
    pub guidance: String,
    #[serde(default)]
    pub depth: u8,
}

/// What is set up, from what a use case gave.
pub(super) fn whole(ui: &Ui, scope: &Scope, (view, beside): (&SetUpView, &Beside)) -> Whole {
    let table = view.table.as_ref();
    let mut facts = facts(ui, view);
    facts.push(SummaryRow {
        label: ui.say("units-not-asked").to_string(),
        value: ui.say("units-count").with("n", view.not_asked()).to_string(),
        link: None,
    });
    let indicators = table.map(|table| table.indicators.as_slice()).unwrap_or_default();
    let outline = view.outline.iter().map(|section| WholeSection {
        name: numbered(&section.number, &section.title),
        guidance: section.guidance.clone(),
        depth: section.depth,
    });
    Whole {
        units: view.asked().count(),
        sections: view.outline.len(),
        indicators: indicators.len(),
        periods: table.map_or(0, |table| table.columns.len()),
        groups: view.tiers.iter().filter_map(|tier| group(ui, scope, view, tier)).collect(),
        facts,
        path: path_lines(ui, &view.path),
        outline: outline.collect(),
        table: indicators.iter().map(|i| format!("{}. {}", i.code.as_str(), i.name)).collect(),
        tasks: beside.tasks.iter().map(|(task, parties)| task_line(ui, task, parties)).collect(),
        library: library::files(ui, view.campaign.id, &beside.library),
        unmatched: match view.tasks.unmatched {
            0 => String::new(),
            n => ui.say("whole-unmatched").with("n", n).to_string(),
        },
    }
}

fn task_line(ui: &Ui, task: &Task, parties: &[Party]) -> WholeTask {
    let share = task::names(parties, Part::Share);
    let lead = task::names(parties, Part::Lead);
    let due = task.due.day().map(|day| {
        let until = ui.say("issue-until").with("day", time::long_date(ui.lang, day)).to_string();
        match task.due {
            Due::Proposed { .. } => format!("{until} ({})", ui.say("whole-proposed")),
            _ => until,
        }
    });
    WholeTask {
        who: match share.is_empty() {
            true => lead,
            false => ui.say("whole-with").with("lead", lead).with("share", share).to_string(),
        },
        what: task.what.clone(),
        due: due.unwrap_or_default(),
    }
}

/// A tier that is asked.
fn group(ui: &Ui, scope: &Scope, view: &SetUpView, tier: &TierView) -> Option<WholeGroup> {
    if !tier.tier.asked || tier.units.is_empty() {
        return None;
    }
    let issuer = view.campaign.unit;
    let goes = |to: Destination, unit: &app::Placed| to.receiver(unit.parent, issuer);
    let to = tier.tier.destination;
    let to_issuer = tier.units.iter().all(|unit| to.and_then(|to| goes(to, unit)) == Some(issuer));
    let via = view.organs.iter().find(|organ| to_issuer && Some(organ.id) == tier.tier.via);
    let due = tier.deadline.as_ref().map(|row| {
        let day = time::long_date(ui.lang, row.deadline.last_day);
        ui.say("issue-until").with("day", day).to_string()
    });
    Some(WholeGroup {
        name: tier_name(ui, tier),
        units: tier.units.len(),
        due: due.unwrap_or_default(),
        hold: tier.tier.hold.map(|hold| crate::work::held_words(ui, hold)).unwrap_or_default(),
        to: match to_issuer {
            true => scope.shown().unit.clone(),
            false => destination_words(ui, view, tier.tier.destination),
        },
        desk: via.map(|organ| organ.short.clone()).unwrap_or_default(),
    })
}
