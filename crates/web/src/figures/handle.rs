use super::handle_trace::trace;
use super::terms::own_terms;
use super::{Basis, FigureCell, FigureRow, FiguresListPage, FiguresPage, LowerUnit, Reach};
use crate::site::{Answer, Path, Policy, Query, Route, Visitor};
use crate::ui::{Link, NavEntry, Part, PartKind, Ui};
use app::Seen;
use app::figures::{FiguresView, ListSummed, Shown, View, show_figures};
use axum::routing::get;
use domain::id::{BodyId, CampaignId};
use domain::indicator::Indicator;
use domain::number;
use serde::Deserialize;

/// The routes of the totals.
pub fn routes() -> Vec<Route> {
    vec![
        Route::new("/figures", Policy::SignedIn, get(list)),
        Route::new("/figures/{campaign}", Policy::SignedIn, get(table)),
        Route::new("/figures/{campaign}/{node}/{cell}", Policy::SignedIn, get(trace)),
    ]
}

/// What an address says beyond its path.
#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    node: Option<BodyId>,
    #[serde(default)]
    basis: String,
    #[serde(default)]
    pub page: Option<usize>,
}

async fn list(visitor: Visitor) -> Answer {
    let Seen { scope, output: campaigns } = visitor.read(ListSummed).await?;
    let href = |campaign: CampaignId| format!("/figures/{campaign}");
    if let [only] = campaigns.as_slice() {
        return visitor.go(&href(only.id));
    }
    let page = FiguresListPage {
        ui: visitor.ui(&scope, NavEntry::Figures),
        body: scope.shown().unit.clone(),
        campaigns: campaigns
            .into_iter()
            .map(|row| Link { href: href(row.id), words: row.title })
            .collect(),
    };
    visitor.show(&page)
}

async fn table(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let basis = wanted.basis();
    let (app, token) = (&visitor.site.app, visitor.token());
    let seen = show_figures(app, token, campaign, wanted.node, basis.view()).await;
    let Seen { scope, output: view } = seen.map_err(|ending| visitor.trouble(ending))?;
    let mut ui = visitor.ui(&scope, NavEntry::Figures);
    ui.live = visitor.live(&scope, Some(campaign));
    visitor.show(&page(ui, &view, basis))
}

fn page(ui: Ui, view: &FiguresView, basis: Basis) -> FiguresPage {
    let campaign = view.campaign.id;
    let counted = view.coverage.heard;
    let received = match basis {
        Basis::Received => counted,
        Basis::Submitted => counted - view.waiting,
    };
    let part = |kind, n: u32| Part { kind, n: n as usize, href: String::new() };
    FiguresPage {
        campaign: view.campaign.title.clone(),
        body: view.node.name.clone(),
        above: match &view.above {
            Some((above, name)) => {
                Link { href: table_href(campaign, *above, basis), words: name.clone() }
            }
            None => Link { href: "/work".to_owned(), words: ui.say("nav-work").to_string() },
        },
        basis,
        other_basis: table_href(campaign, view.node.body, basis.other()),
        parts: vec![
            part(PartKind::Received, received),
            part(PartKind::Submitted, view.waiting),
            part(PartKind::NotSent, view.coverage.of - received - view.waiting),
        ],
        columns: view.table.columns.iter().map(|column| ui.column(*column)).collect(),
        rows: rows(view, basis),
        terms: own_terms(&ui, &view.terms),
        lower: view.children.iter().map(|child| lower(child, basis)).collect(),
        ui,
    }
}

fn rows(view: &FiguresView, basis: Basis) -> Vec<FigureRow> {
    let (campaign, node) = (view.campaign.id, view.node.body);
    let cell = |indicator: &Indicator, shown: &Shown| FigureCell {
        value: total_words(indicator, shown),
        href: trace_href(campaign, node, shown.cell, basis),
        asked: if shown.of > 0 { Reach::Somebody } else { Reach::Nobody },
    };
    let rows = view.table.indicators.iter().zip(&view.rows).enumerate();
    rows.map(|(at, (indicator, cells))| FigureRow {
        number: (at + 1).to_string(),
        name: indicator.name.to_string(),
        unit: indicator.unit.to_string(),
        cells: cells.iter().map(|shown| cell(indicator, shown)).collect(),
        n: cells.last().map_or(0, |shown| shown.units),
        of: cells.last().map_or(0, |shown| shown.of),
    })
    .collect()
}

fn lower(child: &app::figures::Child, basis: Basis) -> LowerUnit {
    let of = &child.assignment;
    LowerUnit {
        name: of.short.clone(),
        href: table_href(of.campaign, of.body, basis),
        received: match basis {
            Basis::Received => child.coverage.heard,
            Basis::Submitted => child.coverage.heard - child.waiting,
        },
        submitted: child.waiting,
        of: child.coverage.of,
    }
}

/// A total as it is displayed; empty while no unit has given it.
pub(crate) fn total_words(indicator: &Indicator, shown: &Shown) -> String {
    shown.value.map(|value| number::show(value, indicator.decimals)).unwrap_or_default()
}

pub(super) fn table_href(campaign: CampaignId, node: BodyId, basis: Basis) -> String {
    format!("/figures/{campaign}?node={node}&basis={}", basis.name())
}

pub(super) fn trace_href(campaign: CampaignId, node: BodyId, cell: usize, basis: Basis) -> String {
    format!("/figures/{campaign}/{node}/{cell}?basis={}", basis.name())
}

impl Wanted {
    pub(super) fn basis(&self) -> Basis {
        if self.basis == Basis::Submitted.name() { Basis::Submitted } else { Basis::Received }
    }
}

impl Basis {
    pub(super) fn view(self) -> View {
        match self {
            Basis::Received => View::Received,
            Basis::Submitted => View::Provisional,
        }
    }

    fn other(self) -> Basis {
        match self {
            Basis::Received => Basis::Submitted,
            Basis::Submitted => Basis::Received,
        }
    }

    /// Its name in addresses.
    fn name(self) -> &'static str {
        match self {
            Basis::Received => "received",
            Basis::Submitted => "submitted",
        }
    }
}
