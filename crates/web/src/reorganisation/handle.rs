use super::show::{HeirChoice, MoveRow, ReceiptView, ShowPage, Stands};
use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Choice, Entry, Link, Mistake, NavEntry, SummaryRow, Ui};
use crate::unit::kind_key;
use app::register::Receipt;
use app::reorganisation::{Decide, Heirs, ReorganisationView, ShowReorganisation, Undo};
use app::{Reorganisation, Scope, Seen};
use axum::http::StatusCode;
use domain::calendar;
use domain::id::{BodyId, ReorganisationId};
use domain::reorganisation::Stage;
use words::time;

pub(super) async fn show(visitor: Visitor, Path(id): Path<ReorganisationId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowReorganisation { id }).await?;
    visitor.show(&page(&visitor, &scope, &view, &[]))
}

pub(super) async fn decide(
    visitor: Visitor,
    Path(id): Path<ReorganisationId>,
    posted: Posted,
) -> Answer {
    let chosen = posted.fields().filter_map(|(name, value)| {
        let unit: BodyId = name.strip_prefix("heir-")?.parse().ok()?;
        match value {
            "nobody" => Some((unit, None)),
            heir => Some((unit, Some(heir.parse().ok()?))),
        }
    });
    let case = Decide { id, heirs: chosen.collect() };
    let done = visitor.act(&posted, case).await.map(|_| ());
    after(visitor, id, done).await
}

pub(super) async fn undo(
    visitor: Visitor,
    Path(id): Path<ReorganisationId>,
    posted: Posted,
) -> Answer {
    let case = Undo { id, reason: posted.get("reason").to_owned() };
    let done = visitor.act(&posted, case).await.map(|_| ());
    after(visitor, id, done).await
}

/// Back to what was decided, or the page again with what keeps it from being so.
async fn after(
    visitor: Visitor,
    id: ReorganisationId,
    done: Result<(), crate::site::Trouble>,
) -> Answer {
    let Err(trouble) = done else { return visitor.go(&format!("/reorganisations/{id}")) };
    let (status, words): (StatusCode, String) = trouble.above_form(&visitor.ui_of_nobody())?;
    let Seen { scope, output: view } = visitor.read(ShowReorganisation { id }).await?;
    let mistakes = [Mistake::new("", words)];
    Ok(visitor.page(status, &page(&visitor, &scope, &view, &mistakes)))
}

/// How far a reorganisation is; `stale` where it can no longer be decided.
pub(super) fn stands(row: &Reorganisation, stale: bool) -> Stands {
    match row.stage {
        Stage::Planned if stale => Stands::Stale,
        Stage::Planned => Stands::Planned,
        Stage::InForce { .. } => Stands::InForce,
        Stage::Undone { .. } => Stands::Undone,
    }
}

fn page(
    visitor: &Visitor,
    scope: &Scope,
    view: &ReorganisationView,
    mistakes: &[Mistake],
) -> ShowPage {
    let ui = visitor.ui(scope, NavEntry::Units);
    let seen = view.consequences;
    let moves = view.moves.iter().cloned().map(|line| MoveRow {
        before: line.before,
        under_before: line.under_before,
        after: line.after,
        under_after: line.under_after,
    });
    let inherited = view.inherited.iter().map(|row| SummaryRow {
        label: row.unit.clone(),
        value: match &row.heir {
            Some(heir) => format!("{heir} · {}", row.campaign),
            None => format!("{} · {}", ui.say("reorganisation-heir-nobody"), row.campaign),
        },
        link: None,
    });
    ShowPage {
        id: view.row.id.to_string(),
        title: ui.say(kind_key(view.row.kind)).to_string(),
        stands: stands(&view.row, view.stale),
        facts: facts(&ui, &view.row),
        ending: seen.ending,
        founded: seen.founded,
        moved: seen.moved,
        campaigns: seen.campaigns,
        reports: seen.reports,
        people: seen.people,
        moves: moves.collect(),
        heirs: view.heirs.iter().map(|heirs| heir_choice(&ui, heirs)).collect(),
        inherited: inherited.collect(),
        receipt: view.receipt.as_ref().map(|receipt| receipt_view(&ui, view.row.id, receipt)),
        again: Some(Link { href: "/units".into(), words: ui.say("unit-all").to_string() }),
        reason: Entry::default(),
        mistakes: mistakes.to_vec(),
        ui,
    }
}

fn facts(ui: &Ui, row: &Reorganisation) -> Vec<SummaryRow> {
    let fact = |label: String, value: String| SummaryRow { label, value, link: None };
    let mut facts = vec![
        fact(ui.say("reorganisation-day").to_string(), time::long_date(ui.lang, row.day)),
        fact(ui.say("reorganisation-document").to_string(), row.document.clone()),
        fact(ui.say("reorganisation-reason").to_string(), row.reason.clone()),
    ];
    let moment = |at| time::moment(ui.lang, calendar::local(at));
    match row.stage {
        Stage::Planned => {}
        Stage::InForce { at } => {
            facts.push(fact(ui.say("reorganisation-decided-at").to_string(), moment(at)));
        }
        Stage::Undone { at } => {
            facts.push(fact(ui.say("reorganisation-undone-at").to_string(), moment(at)));
            let why = ui.say("reorganisation-undo-reason").to_string();
            facts.push(fact(why, row.undo_reason.clone()));
        }
    }
    facts
}

fn receipt_view(ui: &Ui, id: ReorganisationId, receipt: &Receipt) -> ReceiptView {
    let rows = receipt.lines.iter().map(|line| {
        let cell = ui.say("register-cell-at").with("row", line.row);
        let cell = cell.with("column", crate::register::heading(ui, line.column)).to_string();
        (cell, line.code.clone(), ui.say(line.fault.key()).to_string())
    });
    ReceiptView {
        new: receipt.new,
        changed: receipt.changed,
        same: receipt.same,
        wrong: receipt.wrong,
        rows: rows.collect(),
        file: format!("/reorganisations/{id}/wrong"),
    }
}

fn heir_choice(ui: &Ui, heirs: &Heirs) -> HeirChoice {
    let choice =
        |value: String, label: String| Choice { value, label, hint: String::new(), chosen: false };
    let mut options: Vec<Choice> = heirs
        .candidates
        .iter()
        .map(|(unit, short)| choice(unit.to_string(), short.clone()))
        .collect();
    let nobody = ui.say("reorganisation-heir-nobody").to_string();
    options.push(choice("nobody".to_owned(), nobody));
    let legend = ui.say("reorganisation-heir").with("unit", &heirs.short).with("n", heirs.open);
    HeirChoice { field: format!("heir-{}", heirs.unit), legend: legend.to_string(), options }
}
