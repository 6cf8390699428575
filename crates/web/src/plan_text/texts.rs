//! The parts of a plan that are written by hand, and what stands there until somebody does.

use crate::report::say;
use domain::body::Organ;
use domain::document::{PlanPaper, PlanPart, PlanSender};
use domain::text::fold;
use jiff::civil::Date;
use words::{Lang, time};

/// The words of a part: as written, or as such plans usually have them.
pub fn text(paper: &PlanPaper, part: PlanPart) -> String {
    paper.texts.get(&part).cloned().unwrap_or_else(|| usual(paper, part))
}

/// What a part says while nobody has written it.
pub fn usual(paper: &PlanPaper, part: PlanPart) -> String {
    let head = paper.head.clone().unwrap_or_default();
    match part {
        PlanPart::Opening => say("document-plan-opening")
            .with("committee", say(committee_name(paper)))
            .with("issuer", paper.issuer.as_str())
            .with("subject", lower_first(&paper.subject))
            .to_string(),
        PlanPart::Purpose => say("document-plan-purpose-words").to_string(),
        PlanPart::Demands => say("document-plan-demands-words").to_string(),
        PlanPart::Content => match &paper.table {
            Some(_) => say("document-plan-content-table").to_string(),
            None => say("document-plan-content-words").to_string(),
        },
        PlanPart::Period => period(paper),
        PlanPart::Form => say("document-plan-form-words").with("review", review(paper)).to_string(),
        PlanPart::Organisation => say("document-plan-closing")
            .with("subject", lower_first(&paper.subject))
            .with("issuer", paper.issuer.as_str())
            .to_string(),
        PlanPart::Place => String::new(),
        PlanPart::Authority => say("document-for-committee")
            .with("body", say(committee_name(paper)).to_string().to_uppercase())
            .to_string(),
        PlanPart::Post => head.1.to_uppercase(),
        PlanPart::Signatory => head.0,
        PlanPart::Recipients => recipients(paper),
    }
}

/// Whether the plan is of an interim or of a final review, in the words of a sentence.
pub(super) fn review(paper: &PlanPaper) -> String {
    const INTERIM: &str = "so ket";
    let interim = fold(&paper.subject).contains(INTERIM);
    let key = if interim { "document-plan-interim" } else { "document-plan-final" };
    say(key).to_string()
}

/// How senders are called, with the level they stand under where that must be said.
pub(super) fn who(sender: &PlanSender) -> String {
    match sender.under.as_str() {
        "" => sender.who.clone(),
        under => say("document-plan-under")
            .with("who", sender.who.as_str())
            .with("under", under)
            .to_string(),
    }
}

fn committee_name(paper: &PlanPaper) -> &'static str {
    match paper.committee {
        Organ::StandingCommittee => "document-plan-standing-committee",
        _ => "document-plan-executive-committee",
    }
}

/// From the first day of the first column to the last of the last; nothing without days.
fn period(paper: &PlanPaper) -> String {
    let columns = paper.table.iter().flat_map(|table| &table.columns);
    let spans: Vec<(Date, Date)> = columns.filter_map(|column| column.days()).collect();
    let from = spans.iter().map(|(from, _)| *from).min();
    let to = spans.iter().map(|(_, to)| *to).max();
    let Some((from, to)) = from.zip(to) else { return String::new() };
    say("document-plan-period-words")
        .with("from", time::date(Lang::Vi, from))
        .with("to", time::date(Lang::Vi, to))
        .to_string()
}

fn recipients(paper: &PlanPaper) -> String {
    let up = Some(&paper.parent).filter(|parent| !parent.is_empty());
    let up = up.map(|name| say("document-plan-recipient-up").with("name", name.as_str()));
    let mut lines: Vec<String> = up.map(|line| line.to_string()).into_iter().collect();
    for sender in &paper.senders {
        let line = say("document-plan-recipient-done").with("name", who(sender));
        lines.push(line.to_string());
    }
    let archive = say("document-archive").to_string();
    lines.push(say("document-recipient-file").with("where", archive).to_string());
    lines.join("\n")
}

/// With a small letter, as it goes on a sentence.
fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}
