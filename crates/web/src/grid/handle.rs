use super::GridPage;
use super::cells::{Boxes, Filled, name, number_words};
use crate::site::{Answer, Path, Policy, Posted, Route, Visitor, Wants};
use crate::ui::{Mistake, NavEntry, Ui};
use app::grid::{CellChange, GridView, SaveGrid, SavedGrid, ShowGrid};
use app::{Scope, Seen};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::calendar;
use domain::id::CampaignId;
use domain::number::{self, Reading};
use serde_json::{Map, json};
use words::time;

/// The routes of filling in the figures.
pub fn routes() -> Vec<Route> {
    vec![Route::new("/work/{campaign}/figures", Policy::SignedIn, get(show).post(save))]
}

async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowGrid { campaign }).await?;
    visitor.show(&page(&visitor, &scope, &view, &[]))
}

async fn save(visitor: Visitor, Path(campaign): Path<CampaignId>, posted: Posted) -> Answer {
    let saved = visitor.save(SaveGrid { campaign, cells: changes(&posted) }).await?.output;
    let Seen { scope, output: view } = visitor.read(ShowGrid { campaign }).await?;
    if visitor.wants == Wants::Json {
        return Ok(saved_json(&visitor, &view, &saved));
    }
    if !saved.conflicts.is_empty() {
        let page = page(&visitor, &scope, &view, &saved.conflicts);
        return Ok(visitor.page(StatusCode::CONFLICT, &page));
    }
    let wrong = wrong_cells(&visitor.ui_of_nobody(), &view).next().is_some();
    match posted.get("then") {
        "back" if !wrong => visitor.go(&format!("/work/{campaign}")),
        _ => visitor.go(&format!("/work/{campaign}/figures")),
    }
}

fn changes(posted: &Posted) -> Vec<CellChange> {
    let cells = posted.fields().filter_map(|(field, typed)| {
        let cell: u32 = field.strip_prefix('c')?.parse().ok()?;
        let was = posted.get(&format!("was-{field}")).to_owned();
        Some(CellChange { cell, was, typed: typed.to_owned() })
    });
    cells.filter(|change| change.was != change.typed).collect()
}

fn saved_json(visitor: &Visitor, view: &GridView, saved: &SavedGrid) -> Response {
    let ui = visitor.ui_of_nobody();
    let mut cells = Map::new();
    for at in view.table.asked() {
        let cell = &view.table.segment.cells()[at];
        let said = match number::read(&view.typed[at], cell.asks.decimals) {
            Ok(read) => match (read.echo, read.reading) {
                (Some(_), Reading::Value(value)) => {
                    let number = number::show(value, cell.asks.decimals);
                    let echo = ui.say("grid-understood").with("number", number).to_string();
                    json!({ "echo": echo, "words": "", "state": "" })
                }
                _ => json!({ "echo": "", "words": "", "state": "" }),
            },
            Err(error) => {
                json!({ "echo": "", "words": number_words(&ui, error), "state": "wrong" })
            }
        };
        cells.insert(name(at), said);
    }
    if !saved.conflicts.is_empty() {
        return StatusCode::CONFLICT.into_response();
    }
    axum::Json(json!({ "words": saved_words(&ui, view), "cells": cells })).into_response()
}

fn saved_words(ui: &Ui, view: &GridView) -> String {
    match view.saved {
        Some(at) => {
            let clock = time::clock(calendar::local(at).time());
            let left = view.table.asked().filter(|at| view.typed[*at].is_empty()).count();
            let saved = ui.say("grid-saved").with("clock", clock).to_string();
            match left {
                0 => saved,
                left => format!("{saved} · {}", ui.say("grid-left").with("n", left)),
            }
        }
        None => ui.say("grid-nothing-saved").to_string(),
    }
}

fn page(visitor: &Visitor, scope: &Scope, view: &GridView, conflicts: &[CellChange]) -> GridPage {
    grid_page(visitor.ui(scope, NavEntry::Work), view, conflicts)
}

/// The table as its unit sees it.
pub(crate) fn grid_page(ui: Ui, view: &GridView, conflicts: &[CellChange]) -> GridPage {
    let mut remarks = view.reasons.clone();
    remarks.extend(conflicts.iter().map(|conflict| {
        let words = ui.say("grid-conflict").with("now", conflict.was.as_str()).to_string();
        (conflict.cell, words)
    }));
    let boxes = match view.assignment.stage.writable() {
        Ok(()) => Boxes::Open,
        Err(_) => Boxes::Closed,
    };
    let filled = Filled { table: &view.table, typed: &view.typed, remarks: &remarks, boxes };
    let mut mistakes: Vec<Mistake> = wrong_cells(&ui, view).collect();
    mistakes.extend(remarks.iter().map(|(cell, words)| Mistake {
        field: name(*cell as usize),
        words: format!("{}: {words}", cell_words(&ui, view, *cell as usize)),
    }));
    GridPage {
        campaign: view.title.clone(),
        back: format!("/work/{}", view.assignment.campaign),
        title: view.table.title.clone(),
        grid: filled.grid(&ui),
        saved: saved_words(&ui, view),
        term: view.term.map(|term| ui.own_term(term)).unwrap_or_default(),
        filled: view.table.asked().filter(|at| !view.typed[*at].is_empty()).count(),
        cells: view.table.asked().count(),
        mistakes,
        ui,
    }
}

fn wrong_cells<'v>(ui: &'v Ui, view: &'v GridView) -> impl Iterator<Item = Mistake> + 'v {
    view.table.asked().filter_map(|at| {
        let cell = &view.table.segment.cells()[at];
        let error = number::read(&view.typed[at], cell.asks.decimals).err()?;
        let words = format!("{}: {}", cell_words(ui, view, at), number_words(ui, error));
        Some(Mistake { field: name(at), words })
    })
}

/// `2. Trong đó: nữ, Năm 2024`.
fn cell_words(ui: &Ui, view: &GridView, cell: usize) -> String {
    let Some((indicator, column)) = view.table.place(cell) else { return String::new() };
    let at = view.table.indicators.iter().position(|i| i.id == indicator.id).unwrap_or(0);
    format!("{}. {}, {}", at + 1, indicator.name, ui.column(view.table.told(column)))
}
