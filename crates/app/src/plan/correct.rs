use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::campaign::Refusal;
use domain::id::PlanId;
use domain::plan::{Act, DateKind, Dated, Document, DocumentKind, Reading, Recipient};
use domain::source::Span;
use domain::text::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::scope::Scope;

/// Corrects one line of what was understood (sửa một dòng).
///
/// A draft save: guarded by `rev`, and the same correction again is success.
#[derive(Clone, Debug)]
pub struct Correct {
    pub plan: PlanId,
    pub rev: i64,
    pub change: Change,
}

/// What can be put right in a reading. Positions count in the first plan of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    Title(String),
    Issuer(String),
    Number(String),
    Place(String),
    Day(Date),
    /// Replaces the date at a position, or adds one past the end.
    Date(usize, DateLine),
    DropDate(usize),
    Recipient(usize, String, String),
    DropRecipient(usize),
    /// The title of the outline item at a position, counted depth first.
    OutlineTitle(usize, String),
    DropOutline(usize),
    /// Where a sender is told two destinations, keeps the one at this position.
    Destination(usize),
}

/// A date as an officer types it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateLine {
    /// Separated by semicolons.
    pub who: String,
    pub what: String,
    pub act: Act,
    pub kind: DateKind,
    pub day: Date,
}

impl Case for Correct {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        scope.may(Action::SetUp, Relation::Own)?;
        let plan = store::plan::find(&mut ctx.tx, scope, self.plan).await?;
        let plan = plan.ok_or(Ending::NotFound)?;
        if plan.campaign.is_some() {
            return Err(Refusal::AlreadyCreated.into());
        }
        let before: Reading = serde_json::from_str(&plan.corrected)?;
        let mut after = before.clone();
        let document = first_plan(&mut after).ok_or(Ending::NotFound)?;
        apply(document, &self.change).ok_or(Ending::NotFound)?;
        if after == before {
            return Ok(());
        }
        let corrected = serde_json::to_string(&after)?;
        let kept =
            store::plan::put_corrected(&mut ctx.tx, scope, (self.plan, self.rev), &corrected)
                .await?;
        if kept { Ok(()) } else { Err(Ending::Stale) }
    }
}

/// The document of a file from which a campaign is made.
pub(crate) fn first_plan(reading: &mut Reading) -> Option<&mut Document> {
    let at = position(reading);
    reading.documents.get_mut(at)
}

/// Where in a file the document stands from which a campaign is made: its first plan, or whatever
/// comes first.
pub(super) fn position(reading: &Reading) -> usize {
    let plan = |document: &Document| document.kind == DocumentKind::Plan;
    reading.documents.iter().position(plan).unwrap_or(0)
}

fn apply(document: &mut Document, change: &Change) -> Option<()> {
    let words = |raw: &str| Text::new(raw).into_string();
    match change {
        Change::Title(title) => document.title = words(title),
        Change::Issuer(issuer) => document.letterhead.issuer = Some(words(issuer)),
        Change::Number(number) => document.letterhead.number = Some(words(number)),
        Change::Place(place) => document.letterhead.place = Some(words(place)),
        Change::Day(day) => document.letterhead.date = Some(*day),
        Change::Date(at, line) => put_date(document, *at, line),
        Change::DropDate(at) => drop_at(&mut document.dates, *at)?,
        Change::Recipient(at, name, purpose) => put_recipient(document, *at, name, purpose),
        Change::DropRecipient(at) => drop_at(&mut document.recipients, *at)?,
        Change::OutlineTitle(at, title) => {
            nth_item(outline(document), &mut { *at })?.title = words(title)
        }
        Change::DropOutline(at) => drop_item(outline(document), &mut { *at })?,
        Change::Destination(at) => keep_destination(document, *at)?,
    }
    Some(())
}

fn put_date(document: &mut Document, at: usize, line: &DateLine) {
    let old = document.dates.get(at);
    let end = match line.kind {
        DateKind::Before => line.day.yesterday().unwrap_or(line.day),
        _ => line.day,
    };
    let new = Dated {
        who: line
            .who
            .split(';')
            .map(|w| Text::new(w).into_string())
            .filter(|w| !w.is_empty())
            .collect(),
        what: Text::new(&line.what).into_string(),
        act: line.act,
        text: old.map_or_else(String::new, |old| old.text.clone()),
        kind: line.kind,
        start: old.and_then(|old| old.start).filter(|start| *start <= end),
        end: Some(end),
        stated: Some(line.day),
        inferred: false,
        span: old.map_or_else(Span::default, |old| old.span),
    };
    match document.dates.get_mut(at) {
        Some(slot) => *slot = new,
        None => document.dates.push(new),
    }
}

fn put_recipient(document: &mut Document, at: usize, name: &str, purpose: &str) {
    let purpose = Some(Text::new(purpose).into_string()).filter(|p| !p.is_empty());
    let new = Recipient { name: Text::new(name).into_string(), purpose, inferred: false };
    match document.recipients.get_mut(at) {
        Some(slot) => *slot = new,
        None => document.recipients.push(new),
    }
}

fn keep_destination(document: &mut Document, at: usize) -> Option<()> {
    let kept = document.report_to.get(at)?.from.clone();
    for (one, other) in reader::rivals(&document.report_to) {
        let lost = if one == at { other } else { one };
        if one == at || other == at {
            let lost = document.report_to.get_mut(lost)?;
            lost.from.retain(|from| !kept.iter().any(|kept| reader::same_sender(kept, from)));
        }
    }
    document.report_to.retain(|destination| !destination.from.is_empty());
    Some(())
}

fn outline(document: &mut Document) -> &mut Vec<domain::plan::OutlineItem> {
    if document.outline.is_empty() { &mut document.proposed_outline } else { &mut document.outline }
}

fn nth_item<'i>(
    items: &'i mut [domain::plan::OutlineItem],
    left: &mut usize,
) -> Option<&'i mut domain::plan::OutlineItem> {
    for item in items {
        if *left == 0 {
            return Some(item);
        }
        *left -= 1;
        if let Some(found) = nth_item(&mut item.children, left) {
            return Some(found);
        }
    }
    None
}

fn drop_item(items: &mut Vec<domain::plan::OutlineItem>, left: &mut usize) -> Option<()> {
    let mut at = 0;
    while at < items.len() {
        if *left == 0 {
            items.remove(at);
            return Some(());
        }
        *left -= 1;
        if drop_item(&mut items[at].children, left).is_some() {
            return Some(());
        }
        at += 1;
    }
    None
}

fn drop_at<T>(list: &mut Vec<T>, at: usize) -> Option<()> {
    (at < list.len()).then(|| {
        list.remove(at);
    })
}
