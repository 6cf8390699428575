use super::handle::{Wanted, table_href, total_words, trace_href};
use super::terms::own_terms;
use super::{Basis, MissingUnit, TracePage, TracedSource, TracedUnit};
use crate::site::{Answer, Path, Query, Visitor, status};
use crate::ui::{Link, NavEntry, Pages, ReportStatus, Ui};
use app::Seen;
use app::figures::{Contribution, TraceView, show_trace};
use domain::calendar;
use domain::figure::Figure;
use domain::id::{BodyId, CampaignId};
use domain::indicator::Rule;
use words::time;

const UNITS_A_PAGE: usize = 200;

/// One total opened.
pub(super) async fn trace(
    visitor: Visitor,
    Path((campaign, node, cell)): Path<(CampaignId, BodyId, usize)>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let basis = wanted.basis();
    let (app, token) = (&visitor.site.app, visitor.token());
    let seen = show_trace(app, token, campaign, (node, cell), basis.view()).await;
    let Seen { scope, output: view } = seen.map_err(|ending| visitor.trouble(ending))?;
    let ui = visitor.ui(&scope, NavEntry::Figures);
    visitor.show(&page(ui, &view, basis, wanted.page.unwrap_or(1).max(1)))
}

fn page(ui: Ui, view: &TraceView, basis: Basis, page: usize) -> TracePage {
    let (campaign, node, cell) = (view.campaign.id, view.node.body, view.shown.cell);
    let total = total_words(&view.indicator, &view.shown);
    let (counted, silent): (Vec<&Contribution>, Vec<&Contribution>) =
        view.contributions.iter().partition(|c| c.figure.counted().is_some());
    let worked_out = matches!(view.indicator.rule, Rule::Ratio { .. });
    // What is worked out is typed by nobody, so no unit stands behind it by itself.
    let mut units = if worked_out { Vec::new() } else { counted };
    units.sort_by_key(|c| std::cmp::Reverse(c.figure.counted()));
    let rows = units.len();
    let shown = units.iter().skip((page - 1) * UNITS_A_PAGE).take(UNITS_A_PAGE);
    let mut missing: Vec<MissingUnit> = view
        .missing
        .iter()
        .map(|unit| MissingUnit { name: unit.short.clone(), why: why(&ui, unit, view.now) })
        .collect();
    if !worked_out {
        missing.extend(silent.iter().map(|c| MissingUnit {
            name: c.unit.short.clone(),
            why: ui.say(silence(c.figure)).to_string(),
        }));
    }
    TracePage {
        campaign: view.campaign.title.clone(),
        back: Link {
            href: table_href(campaign, node, basis),
            words: ui.say("figures-of").with("unit", view.node.short.as_str()).to_string(),
        },
        body: view.node.name.clone(),
        indicator: view.indicator.name.to_string(),
        unit: view.indicator.unit.to_string(),
        column: ui.column(view.column),
        basis,
        n: view.shown.units as usize,
        of: view.contributions.len() + view.missing.len(),
        made_of: made_of(&ui, view, &total, missing.len()),
        total,
        sources: sources(&ui, view, basis),
        units: shown.map(|c| traced(&ui, view, c, basis)).collect(),
        missing,
        terms: own_terms(&ui, &view.terms),
        not_asked: match view.not_asked {
            0 => String::new(),
            n => ui.say("figures-not-asked").with("n", n).to_string(),
        },
        pages: (rows > UNITS_A_PAGE).then(|| Pages {
            page,
            pages: rows.div_ceil(UNITS_A_PAGE),
            rows,
            href: format!("{}&page=", trace_href(campaign, node, cell, basis)),
        }),
        ui,
    }
}

fn made_of(ui: &Ui, view: &TraceView, total: &str, missing: usize) -> String {
    let key = match view.indicator.rule {
        _ if total.is_empty() => "figures-made-of-nothing",
        Rule::Sum => "figures-made-of-sum",
        Rule::CountOfYes => "figures-made-of-yes",
        Rule::Ratio { .. } => "figures-made-of-ratio",
        Rule::WeightedMean { .. } => "figures-made-of-mean",
        Rule::Maximum => "figures-made-of-greatest",
        Rule::Minimum => "figures-made-of-least",
        Rule::Latest => "figures-made-of-latest",
        Rule::Apart => "figures-made-of-nothing",
    };
    ui.say(key)
        .with("total", total)
        .with("units", view.shown.units)
        .with("given", view.shown.counts.given)
        .with("none", view.shown.counts.none_arisen)
        .with("missing", missing)
        .to_string()
}

fn sources(ui: &Ui, view: &TraceView, basis: Basis) -> Vec<TracedSource> {
    let (campaign, node) = (view.campaign.id, view.node.body);
    view.sources
        .iter()
        .map(|(indicator, shown)| TracedSource {
            words: format!("{}, {}", indicator.name, ui.column(view.column)),
            value: format!("{} {}", total_words(indicator, shown), indicator.unit),
            href: trace_href(campaign, node, shown.cell, basis),
        })
        .collect()
}

fn traced(ui: &Ui, view: &TraceView, contribution: &Contribution, basis: Basis) -> TracedUnit {
    let Contribution { unit, above, version, figure, sent, taken, behind, .. } = contribution;
    let at = time::moment(ui.lang, calendar::local(*sent));
    TracedUnit {
        name: unit.short.clone(),
        under: above.clone().unwrap_or_default(),
        value: ui.figure(*figure, view.indicator.decimals),
        version: ui.say("version-sent").with("version", *version).with("at", at).to_string(),
        href: format!("/campaigns/{}/submissions/{}?version={version}", unit.campaign, unit.body),
        below: behind.map(|behind| Link {
            href: trace_href(behind.campaign, unit.body, behind.cell, basis),
            words: ui.say("figures-behind").to_string(),
        }),
        received: taken.as_ref().map_or_else(String::new, |taken| {
            let day = time::date(ui.lang, calendar::day(taken.at));
            format!("{}, {}, {day}", taken.by, taken.body)
        }),
    }
}

/// Why a unit is not heard from.
fn why(ui: &Ui, unit: &app::Assignment, now: jiff::Timestamp) -> String {
    match status(unit, now) {
        ReportStatus::Overdue(days) => ui.say("status-overdue").with("n", days).to_string(),
        ReportStatus::Submitted | ReportStatus::SubmittedAgain => {
            ui.say("part-submitted").to_string()
        }
        ReportStatus::Returned => ui.say("status-returned").to_string(),
        _ => ui.say("status-not-started").to_string(),
    }
}

/// What a report says that says no number.
fn silence(figure: Figure) -> &'static str {
    match figure {
        Figure::NotCollected => "grid-keys-unknown",
        Figure::NotAsked => "figure-not-asked",
        Figure::Given(_) | Figure::NoneArisen | Figure::Blank => "figures-blank",
    }
}
