use super::{choice, day, entry};
use crate::library::kept;
use crate::site::{Posted, Trouble, Visitor};
use crate::ui::{Choice, Entry, Ui};
use app::Decision;
use app::group::By;
use serde::Deserialize;
use words::time;

/// By which decision something is done. Posts `decision` (the place of one that is there, or `new`),
/// and for a new one `number`, `decided` and `file`.
#[derive(Clone, Debug, Deserialize)]
pub struct DecisionFields {
    /// Those that are there and a further one; empty where only a new one will do.
    #[serde(default)]
    pub decisions: Vec<Choice>,
    #[serde(default)]
    pub number: Entry,
    #[serde(default)]
    pub decided: Entry,
    #[serde(default)]
    pub file: Entry,
}

/// The answer that means a decision that is not there yet.
const NEW: &str = "new";

impl DecisionFields {
    /// With the newest decision chosen.
    pub(super) fn of(ui: &Ui, decisions: &[Decision]) -> DecisionFields {
        let newest = decisions.last().map(|decision| decision.ord.to_string());
        let newest = newest.unwrap_or_default();
        let kept = decisions
            .iter()
            .rev()
            .map(|decision| choice(decision.ord.to_string(), paper_words(ui, decision), &newest));
        let other = choice(NEW, ui.say("group-decision-new").to_string(), &newest);
        DecisionFields {
            decisions: kept.chain([other]).collect(),
            number: entry(""),
            decided: entry(""),
            file: Entry::default(),
        }
    }

    /// What was typed, back in its fields, and what is wrong with one of them.
    pub(super) fn put_typed(&mut self, posted: &Posted, (field, words): (&str, &str)) {
        for choice in &mut self.decisions {
            choice.chosen = choice.value == posted.get("decision");
        }
        let fields = [
            ("number", &mut self.number),
            ("decided", &mut self.decided),
            ("file", &mut self.file),
        ];
        for (name, entry) in fields {
            if name != "file" {
                posted.get(name).clone_into(&mut entry.value);
            }
            if name == field {
                words.clone_into(&mut entry.error);
            }
        }
    }
}

/// The decision as chosen or typed. Only for whoever may, since a file is kept.
pub(super) async fn typed(visitor: &Visitor, posted: &Posted) -> Result<By, Trouble> {
    match posted.parse("decision") {
        Some(ord) => Ok(By::Kept(ord)),
        None => Ok(By::New {
            number: posted.get("number").to_owned(),
            day: day(visitor, posted.get("decided"))?,
            file: kept(visitor, posted).await?,
        }),
    }
}

/// `Quyết định số 15/QĐ-LĐLĐ ngày 10/06/2024`.
pub(super) fn paper_words(ui: &Ui, decision: &Decision) -> String {
    let words = ui.say("group-paper").with("number", decision.paper.number.as_str());
    words.with("day", time::date(ui.lang, decision.paper.day)).to_string()
}
