use super::handle::sums_words;
use super::{ReportBody, ReportSection};
use crate::grid::{Boxes, Filled};
use crate::own_part::file_href;
use crate::ui::Ui;
use crate::work::numbered;
use app::ReasonRow;
use app::submission::SubmissionView;
use domain::submission::Place;

/// What a version says, with the reasons that were given at its places.
pub fn report_body(ui: &Ui, view: &SubmissionView) -> ReportBody {
    let of_version = |reason: &&ReasonRow| reason.version == view.shown.version;
    let reasons: Vec<&ReasonRow> = view.reasons.iter().filter(of_version).collect();
    let sections = app::submission::leaves(&view.outline).map(|section| ReportSection {
        id: section.id.to_string(),
        title: numbered(&section.number, &section.title),
        paragraphs: paragraphs(view.content.section(section.id).unwrap_or_default()),
        own_report: match view.own_part.filter(|_| view.covered.contains(&section.id)) {
            Some(version) => file_href(view.assignment.campaign, view.assignment.body, version),
            None => String::new(),
        },
        reasons: reasons
            .iter()
            .filter(|reason| reason.place == Place::Section(section.id))
            .map(|reason| reason.words.clone())
            .collect(),
    });
    let remarks: Vec<(u32, String)> = reasons
        .iter()
        .filter_map(|reason| match reason.place {
            Place::Cell(_, cell) => Some((cell, reason.words.clone())),
            _ => None,
        })
        .collect();
    let grid = view.table.as_ref().filter(|_| !view.figures.is_empty()).map(|table| {
        let decimals = |at: usize| table.segment.cells()[at].asks.decimals;
        let shown = view.figures.iter().enumerate();
        let typed: Vec<String> = shown.map(|(at, figure)| figure.show(decimals(at))).collect();
        Filled { table, typed: &typed, remarks: &remarks, boxes: Boxes::Closed }.grid(ui)
    });
    let sums = view.content.sums.map(|sums| sums_words(ui, sums.heard, sums.of));
    ReportBody { sections: sections.collect(), sums: sums.unwrap_or_default(), grid }
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
