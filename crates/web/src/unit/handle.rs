use super::UnitTreePage;
use crate::site::{Answer, Policy, Route, Visitor};
use crate::ui::{Link, NavEntry, TreeNode, Ui};
use app::unit::{ListUnits, SearchUnits, Units};
use app::{Found, Placed, Seen};
use axum::extract::Query;
use axum::routing::get;
use domain::id::BodyId;
use serde::Deserialize;
use words::time;

/// The routes of the tree.
pub fn routes() -> Vec<Route> {
    vec![Route::new("/units", Policy::SignedIn, get(show))]
}

#[derive(Debug, Deserialize)]
struct Wanted {
    #[serde(default)]
    at: Option<BodyId>,
    #[serde(default)]
    q: String,
}

async fn show(visitor: Visitor, Query(wanted): Query<Wanted>) -> Answer {
    let query = wanted.q.trim().to_owned();
    if !query.is_empty() {
        return search(visitor, query).await;
    }
    let Seen { scope, output: units } = visitor.read(ListUnits { at: wanted.at }).await?;
    let ui = visitor.ui(&scope, NavEntry::Units);
    let page = UnitTreePage {
        on: time::date(ui.lang, units.day),
        total: units.total,
        query,
        above: units.above.as_ref().map(link),
        nodes: tree(&ui, &units),
        ui,
    };
    visitor.show(&page)
}

async fn search(visitor: Visitor, query: String) -> Answer {
    let case = SearchUnits { typed: query.clone() };
    let Seen { scope, output: search } = visitor.read(case).await?;
    let ui = visitor.ui(&scope, NavEntry::Units);
    let page = UnitTreePage {
        on: time::date(ui.lang, search.day),
        total: search.total,
        query,
        above: Some(Link { href: "/units".to_owned(), words: ui.say("unit-all").to_string() }),
        nodes: search.found.iter().map(found).collect(),
        ui,
    };
    visitor.show(&page)
}

fn found(Found { unit, under }: &Found) -> TreeNode {
    TreeNode {
        name: unit.short.clone(),
        href: link(unit).href,
        note: under.clone(),
        children: Vec::new(),
    }
}

fn link(unit: &Placed) -> Link {
    Link { href: format!("/units?at={}", unit.body), words: unit.short.clone() }
}

fn tree(ui: &Ui, units: &Units) -> Vec<TreeNode> {
    let Some((root, below)) = units.near.split_first() else { return Vec::new() };
    vec![node(ui, units, root, below)]
}

/// A unit with those among `below` that stand directly under it.
fn node(ui: &Ui, units: &Units, unit: &Placed, below: &[Placed]) -> TreeNode {
    let children = below.iter().filter(|other| other.parent == Some(unit.body));
    let children: Vec<TreeNode> = children.map(|child| node(ui, units, child, below)).collect();
    let count = units.children.get(&unit.body).copied().unwrap_or(0);
    TreeNode {
        name: unit.short.clone(),
        // Only where there is more below than this page shows.
        href: if children.is_empty() && count > 0 { link(unit).href } else { String::new() },
        note: match count {
            0 => String::new(),
            count => ui.say("unit-below").with("n", count).to_string(),
        },
        children,
    }
}
