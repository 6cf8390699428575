//! The rows of a unit's task list.

use super::numbered;
use crate::ui::{ItemState, TaskRow, Ui};
use app::Scope;
use app::work::{CascadeState, SectionState, TaskList};
use domain::authority::{Action, Relation};
use domain::campaign::Need;
use domain::id::CampaignId;

/// What there is to do in a report; once it is sent, nothing more.
pub(super) fn tasks(ui: &Ui, scope: &Scope, list: &TaskList) -> Vec<TaskRow> {
    let campaign = list.assignment.campaign;
    let sent = list.assignment.stage.writable().is_err();
    let mut rows = Vec::new();
    match (list.cells, sums_of(list)) {
        (Some(_), Some(added_up_in)) => rows.push(TaskRow {
            name: ui.say("work-sums").to_string(),
            href: match sees_sums(scope) {
                true => format!("/figures/{added_up_in}"),
                false => String::new(),
            },
            hint: match list.below {
                0 => ui.say("work-sums-child").to_string(),
                below => ui.say("work-sums-hint").with("n", below).to_string(),
            },
            state: if sent { ItemState::Done } else { ItemState::Doing },
        }),
        (Some(cells), None) => rows.push(TaskRow {
            name: list.table.clone(),
            href: format!("/work/{campaign}/figures"),
            hint: match cells.asked - cells.typed.min(cells.asked) {
                0 => ui.say("work-cells-full").with("of", cells.asked).to_string(),
                left => {
                    ui.say("work-cells-left").with("n", left).with("of", cells.asked).to_string()
                }
            },
            state: match (cells.to_mend, cells.typed) {
                _ if sent => ItemState::Done,
                (1.., _) => ItemState::ToMend,
                (0, 0) => ItemState::ToDo,
                (0, typed) if typed >= cells.asked => ItemState::Done,
                _ => ItemState::Doing,
            },
        }),
        (None, _) => {}
    }
    rows.extend(list.sections.iter().map(|task| TaskRow {
        name: numbered(&task.section.number, &task.section.title),
        href: match task.state {
            SectionState::Covered => format!("/work/{campaign}/own-part"),
            _ => format!("/work/{campaign}/sections/{}", task.section.id),
        },
        hint: match task.state {
            SectionState::Covered => ui.say("own-part-stands-for").to_string(),
            _ => task.under.clone(),
        },
        state: match task.state {
            _ if sent => ItemState::Done,
            SectionState::NotStarted if task.section.need == Need::Optional => ItemState::Optional,
            SectionState::NotStarted => ItemState::ToDo,
            SectionState::Drafting => ItemState::Doing,
            SectionState::Complete | SectionState::Covered => ItemState::Done,
            SectionState::NeedsMending => ItemState::ToMend,
        },
    }));
    rows
}

/// The campaign whose sums are the figures of the report: this one where it asks units below, else
/// the one issued under it; none where they are typed.
pub(super) fn sums_of(list: &TaskList) -> Option<CampaignId> {
    match list.cascade {
        _ if list.below > 0 => Some(list.campaign.id),
        Some(CascadeState::Issued(child)) => Some(child),
        _ => None,
    }
}

/// The sums of the units below, and the report that holds them, are not for every seat.
pub(super) fn sees_sums(scope: &Scope) -> bool {
    scope.may(Action::ReadTotals, Relation::Own).is_ok()
}
