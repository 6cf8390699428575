//! What only the officer can say before a campaign is made of a plan.

use crate::campaign::propose::is_before;
use domain::campaign::Refusal;
use domain::plan::{Change, Document, DocumentKind, Fact, List, RowId, Sheet};

/// Something that has to be said or filled in first (điều còn để ngỏ).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Several documents of the file are plans.
    Plan,
    Title,
    /// Whether the day in `trước ngày D` counts.
    StatedDay,
    /// A sender is told both of these rows' destinations.
    Destination(RowId, RowId),
}

/// What is open on a sheet, in the order it is asked. `document` is the plan as the sheet has it.
pub fn open(sheet: &Sheet, document: &Document) -> Vec<Open> {
    let mut open = Vec::new();
    if sheet.plans().len() > 1 {
        open.push(Open::Plan);
    }
    if document.title.is_empty() {
        open.push(Open::Title);
    }
    if sheet.stated_day.is_none() && document.dates.iter().any(is_before) {
        open.push(Open::StatedDay);
    }
    let rows: Vec<RowId> = sheet.list(sheet.plan(), List::Destination).map(|row| row.id).collect();
    for (one, other) in reader::rivals(&document.report_to) {
        if let (Some(one), Some(other)) = (rows.get(one), rows.get(other)) {
            open.push(Open::Destination(*one, *other));
        }
    }
    open
}

/// Says that one document of the file is the plan, and those beside it are not.
pub fn choose_plan(sheet: &Sheet, paper: usize) -> Change {
    let kind = |at: usize| {
        let row = sheet.list(at, List::Kind).next()?;
        let kind = if at == paper { DocumentKind::Plan } else { DocumentKind::Other };
        Some(Change::Put(row.id, Fact::Kind(kind)))
    };
    let others = sheet.plans().into_iter().filter(|at| *at != paper);
    Change::All(others.chain([paper]).filter_map(kind).collect())
}

/// Keeps the destination of one row for the senders it shares with another, which loses them.
/// `None` where a row is no destination.
pub fn choose_destination(sheet: &Sheet, keep: RowId, lose: RowId) -> Option<Change> {
    let destination = |id: RowId| match &sheet.row(id)?.fact {
        Fact::Destination(destination) => Some(destination),
        _ => None,
    };
    let kept = destination(keep)?;
    let mut lost = destination(lose)?.clone();
    lost.from.retain(|from| !kept.from.iter().any(|kept| reader::same_sender(kept, from)));
    Some(if lost.from.is_empty() {
        Change::Drop(lose)
    } else {
        Change::Put(lose, Fact::Destination(lost))
    })
}

impl Open {
    /// The rule that keeps a campaign from being made while it is open.
    pub fn refusal(self) -> Refusal {
        match self {
            Open::Plan => Refusal::PlanOpen,
            Open::Title => Refusal::TitleMissing,
            Open::StatedDay => Refusal::StatedDayOpen,
            Open::Destination(..) => Refusal::DestinationOpen,
        }
    }
}
