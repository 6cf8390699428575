//! What looks wrong or was worked out, with what is proposed.

use super::check_dates::when;
use super::check_facts::{Facts, LONGEST};
use super::check_told::told;
use super::{AsideRow, PlanWarning, Proposal, Severity, check_names};
use crate::ui::Ui;
use app::plan::{PlanView, mended_at, proposal};
use domain::plan::{self, Change, Fact, List, Row, RowId, Sheet, Warned, Warning};
use sha2::{Digest, Sha256};

/// The first things of a list to look at, and how many stand behind them.
pub(super) struct Looked {
    pub rows: Vec<PlanWarning>,
    pub more: usize,
}

/// Everything to look at: what looks wrong, the gravest first, then what was worked out.
pub(super) fn warnings(facts: &Facts<'_>) -> Looked {
    let grave = |warning: &&(String, &Warning)| warning.1.severity > plan::Severity::Info;
    let mut grave: Vec<&(String, &Warning)> = facts.warnings.iter().filter(grave).collect();
    grave.sort_by_key(|(_, warning)| std::cmp::Reverse(warning.severity == plan::Severity::Error));
    let mut looked = first(facts, &grave);
    looked.rows.extend(check_names::warnings(facts));
    let mut inferred = inferred(facts);
    looked.more += inferred.len().saturating_sub(LONGEST);
    inferred.truncate(LONGEST);
    looked.rows.extend(inferred);
    looked
}

/// What is only noted.
pub(super) fn notes(facts: &Facts<'_>) -> Looked {
    let slight = |warning: &&(String, &Warning)| warning.1.severity == plan::Severity::Info;
    first(facts, &facts.warnings.iter().filter(slight).collect::<Vec<_>>())
}

fn first(facts: &Facts<'_>, warnings: &[&(String, &Warning)]) -> Looked {
    let rows = warnings.iter().take(LONGEST).map(|(id, warning)| row(facts, id, warning));
    Looked { rows: rows.collect(), more: warnings.len().saturating_sub(LONGEST) }
}

/// What was let be.
pub(super) fn aside(ui: &Ui, view: &PlanView) -> Vec<AsideRow> {
    let rows = view.warnings.iter().filter_map(|warning| {
        let aside = view.sheet.aside(warning)?;
        let (id, words) = (warning_id(warning), sentence(ui, warning));
        Some(AsideRow { id, words, reason: aside.reason.clone() })
    });
    rows.collect()
}

/// The warnings nobody has let be, with their ids.
pub(super) fn open(view: &PlanView) -> Vec<(String, &Warning)> {
    let open = view.warnings.iter().filter(|warning| view.sheet.aside(warning).is_none());
    open.map(|warning| (warning_id(warning), warning)).collect()
}

/// The warning with an id.
pub(super) fn named<'v>(view: &'v PlanView, id: &str) -> Option<&'v Warning> {
    view.warnings.iter().find(|warning| warning_id(warning) == id)
}

/// The worked-out facts of the plan, or of one list or row of it, taken as right.
pub(super) fn accepted(sheet: &Sheet, named: &str) -> Change {
    let row: Option<RowId> = named.parse().ok();
    let list = List::parse(named);
    let meant = |kept: &&Row| Some(kept.id) == row || Some(kept.fact.list()) == list;
    let rows = sheet.rows(sheet.plan()).filter(|row| row.is_kept() && row.fact.is_inferred());
    let put = |row: &Row| Change::Put(row.id, row.fact.clone().confirmed());
    Change::All(rows.filter(meant).map(put).collect())
}

/// A name for a warning that stays while it says the same.
fn warning_id(warning: &Warning) -> String {
    let hash = Sha256::digest(Warned::of(warning).0);
    format!("w{}", app::hex(&hash[..5]))
}

fn row(facts: &Facts<'_>, id: &str, warning: &Warning) -> PlanWarning {
    let at = mended_at(facts.view, warning).and_then(|id| facts.view.sheet.row(id));
    let line = at.map(|row| row.id.to_string()).filter(|line| facts.marked.contains(line));
    let open = facts.view.campaign.is_none();
    let change = proposal(facts.view, warning).filter(|_| open);
    let proposed = change.and_then(|change| in_words(facts, &change));
    PlanWarning {
        id: id.to_owned(),
        severity: match warning.severity {
            plan::Severity::Info => Severity::Note,
            plan::Severity::Warning => Severity::Look,
            plan::Severity::Error => Severity::Wrong,
        },
        words: sentence(facts.ui, warning),
        line: match line {
            Some(line) => line,
            None if facts.marked.contains(id) => id.to_owned(),
            None => String::new(),
        },
        help: crate::help::warning_address(&warning.code),
        edit: at.map(|row| facts.edit(row)).unwrap_or_default(),
        proposals: proposed.map(|words| button(words, "take", id)).into_iter().collect(),
        links: Vec::new(),
        aside: open,
    }
}

fn button(words: String, field: &str, value: &str) -> Proposal {
    Proposal { words, field: field.to_owned(), value: value.to_owned() }
}

fn sentence(ui: &Ui, warning: &Warning) -> String {
    words::warning(ui.lang, warning).to_string()
}

/// A proposal as words on its button.
fn in_words(facts: &Facts<'_>, change: &Change) -> Option<String> {
    let ui = facts.ui;
    let said = match change {
        Change::Put(_, Fact::Date(date)) => {
            let when = when(ui, date, facts.view.sheet.stated_day);
            ui.say("plan-propose-date").with("when", when)
        }
        Change::Put(_, fact @ (Fact::Section(_) | Fact::Outline(_))) => {
            ui.say("plan-propose-number").with("title", told(ui, fact).value)
        }
        Change::Add { fact: Fact::Recipient(recipient), .. } => {
            ui.say("plan-propose-recipient").with("name", &recipient.name)
        }
        Change::Add { fact: Fact::Outline(heading), .. } => {
            ui.say("plan-propose-item").with("title", &heading.title)
        }
        Change::All(changes) => return in_words(facts, changes.first()?),
        _ => return None,
    };
    Some(said.to_string())
}

/// Dates one by one; of everything else, how many there are.
fn inferred(facts: &Facts<'_>) -> Vec<PlanWarning> {
    let (ui, view) = (facts.ui, facts.view);
    let list = |list: List| {
        let rows = view.sheet.list(view.sheet.plan(), list);
        rows.filter(|row| row.fact.is_inferred()).collect::<Vec<_>>()
    };
    let open = view.campaign.is_none();
    let yes = |value: &str| {
        let words = Some(facts.words("plan-as-read")).filter(|_| open);
        words.map(|words| button(words, "accept", value)).into_iter().collect()
    };
    let mut rows: Vec<PlanWarning> = list(List::Date)
        .into_iter()
        .filter_map(|row| {
            let Fact::Date(date) = &row.fact else { return None };
            let said = ui.say("plan-inferred-date").with("text", &date.text);
            let said = said.with("when", when(ui, date, view.sheet.stated_day));
            Some(PlanWarning {
                id: format!("i-{}", row.id),
                severity: Severity::Look,
                words: said.to_string(),
                line: row.id.to_string(),
                help: String::new(),
                edit: facts.edit(row),
                proposals: yes(&row.id.to_string()),
                links: Vec::new(),
                aside: false,
            })
        })
        .collect();
    let recipients = list(List::Recipient);
    if let Some(first) = recipients.first() {
        rows.push(PlanWarning {
            id: "i-recipients".to_owned(),
            severity: Severity::Look,
            words: ui.say("plan-inferred-recipients").with("n", recipients.len()).to_string(),
            line: String::new(),
            help: String::new(),
            edit: facts.edit(first),
            proposals: yes(List::Recipient.name()),
            links: Vec::new(),
            aside: false,
        });
    }
    rows
}
