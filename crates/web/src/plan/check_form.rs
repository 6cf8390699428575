use super::check_facts::{Facts, place};
use super::check_line::Line;
use super::{Origin, PlanCheckPage, Question, check_text};
use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Choice, Link, Mistake, NavEntry, Ui};
use app::campaign::propose::is_before;
use app::plan::{Change, Confirm, Correct, PlanView, ShowPlan};
use app::{Ending, Refused, Scope, Seen};
use axum::extract::Query;
use axum::http::StatusCode;
use domain::campaign::{Refusal, StatedDay};
use domain::id::PlanId;
use domain::plan::{Document, Severity};
use serde::Deserialize;
use words::time;

/// What of the page is looked at.
#[derive(Default, Deserialize)]
pub(super) struct Looking {
    #[serde(default)]
    line: String,
    /// Set where the same file was uploaded before.
    #[serde(default)]
    again: String,
}

/// What was wrong with a form, to be shown with what was typed.
#[derive(Default)]
struct Wrong {
    mistakes: Vec<Mistake>,
    stated_day: Option<StatedDay>,
}

pub(super) async fn show(
    visitor: Visitor,
    Path(plan): Path<PlanId>,
    Query(looking): Query<Looking>,
) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowPlan { plan }).await?;
    let mut page = page(&visitor, &scope, &view, Wrong::default());
    if view.campaign.is_none()
        && let Ok(line) = looking.line.parse::<Line>()
    {
        page.editing = view.document().and_then(|document| line.form(&page.ui, document));
    }
    if !looking.again.is_empty() {
        let at = time::date(visitor.lang, domain::calendar::day(view.uploaded));
        page.notice = page.ui.say("plan-again").with("date", at).to_string();
    }
    visitor.show(&page)
}

pub(super) async fn correct(visitor: Visitor, Path(plan): Path<PlanId>, posted: Posted) -> Answer {
    let ui = visitor.ui_of_nobody();
    let line: Line = posted.parse("line").ok_or_else(|| visitor.trouble(Ending::NotFound))?;
    let rev = posted.parse("rev").unwrap_or(0);
    let (status, mistake) = match line.change(&ui, &posted) {
        Err(mistake) => (StatusCode::UNPROCESSABLE_ENTITY, mistake),
        Ok(change) => match visitor.save(Correct { plan, rev, change }).await {
            Ok(_) => return visitor.go(&format!("/plans/{plan}#{line}")),
            Err(trouble) => {
                let (status, words) = trouble.above_form(&ui)?;
                (status, Mistake::new("edit", words))
            }
        },
    };
    let Seen { scope, output: view } = visitor.read(ShowPlan { plan }).await?;
    let mut page = page(&visitor, &scope, &view, Wrong::default());
    let form = view.document().and_then(|document| line.form(&page.ui, document));
    page.editing = form.map(|form| form.typed(&posted, Some(&mistake)));
    page.mistakes.push(mistake);
    Ok(visitor.page(status, &page))
}

pub(super) async fn choose_destination(
    visitor: Visitor,
    Path(plan): Path<PlanId>,
    posted: Posted,
) -> Answer {
    let ui = visitor.ui_of_nobody();
    let rev = posted.parse("rev").unwrap_or(0);
    let (status, words) = match posted.parse("destination") {
        None => {
            let open = ui.say(Refusal::DestinationOpen.key()).to_string();
            (StatusCode::UNPROCESSABLE_ENTITY, open)
        }
        Some(at) => {
            let change = Change::Destination(at);
            match visitor.save(Correct { plan, rev, change }).await {
                Ok(_) => return visitor.go(&format!("/plans/{plan}#to-0")),
                Err(trouble) => trouble.above_form(&ui)?,
            }
        }
    };
    let mistakes = vec![Mistake::new("destination", words)];
    redraw(&visitor, plan, status, Wrong { mistakes, stated_day: None }).await
}

pub(super) async fn confirm(visitor: Visitor, Path(plan): Path<PlanId>, posted: Posted) -> Answer {
    let stated_day = StatedDay::parse(posted.get("stated-day"));
    let case = Confirm { plan, rev: posted.parse("rev").unwrap_or(0), stated_day };
    let trouble = match visitor.act(&posted, case).await {
        Ok(seen) => return visitor.go(&format!("/campaigns/{}/setup", seen.output)),
        Err(trouble) => trouble,
    };
    let field = match trouble.refused() {
        Some(Refused::Campaign(Refusal::StatedDayOpen)) => "stated-day",
        Some(Refused::Campaign(Refusal::DestinationOpen)) => "destination",
        Some(Refused::Campaign(Refusal::TitleMissing)) => "title",
        _ => "",
    };
    let (status, words) = trouble.above_form(&visitor.ui_of_nobody())?;
    let mistakes = vec![Mistake::new(field, words)];
    redraw(&visitor, plan, status, Wrong { mistakes, stated_day }).await
}

async fn redraw(visitor: &Visitor, plan: PlanId, status: StatusCode, wrong: Wrong) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowPlan { plan }).await?;
    Ok(visitor.page(status, &page(visitor, &scope, &view, wrong)))
}

fn page(visitor: &Visitor, scope: &Scope, view: &PlanView, wrong: Wrong) -> PlanCheckPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let nothing = Document::default();
    let document = view.document().unwrap_or(&nothing);
    let read = view.first_read().unwrap_or(&nothing);
    let facts = Facts::new(&ui, view, document, read);
    let text = check_text::blocks(&view.source, document, facts.marks());
    let pieces = text.iter().flat_map(|block| &block.pieces);
    let marked = pieces.filter(|piece| piece.mark.is_some());
    let marked: Vec<String> = marked.map(|piece| piece.line.clone()).collect();
    let error = |field: &str| {
        let found = wrong.mistakes.iter().find(|mistake| mistake.field == field);
        found.map(|mistake| mistake.words.clone()).unwrap_or_default()
    };
    let groups = facts.groups();
    let open = view.campaign.is_none();
    PlanCheckPage {
        name: if document.title.is_empty() {
            view.file_name.clone()
        } else {
            document.title.clone()
        },
        address: format!("/plans/{}", view.id),
        rev: view.rev,
        campaign: view.campaign.map(|campaign| Link {
            href: format!("/campaigns/{campaign}/setup"),
            words: ui.say("plan-campaign").to_string(),
        }),
        notice: String::new(),
        stated_day: stated_day(&ui, document, wrong.stated_day, error("stated-day"))
            .filter(|_| open),
        destination: destination(&ui, view, document, error("destination")).filter(|_| open),
        warnings: facts.warning_rows(&marked),
        dates: facts.date_rows(),
        outline: facts.outline(),
        outline_origin: if document.outline.is_empty() { Origin::Proposed } else { Origin::Read },
        read: facts.count(&groups),
        look: facts.warnings.iter().filter(|w| w.severity > Severity::Info).count(),
        groups,
        text,
        editing: None,
        mistakes: wrong.mistakes,
        ui,
    }
}

/// The question whether the day named in "trước ngày" counts, with the days of the plan's own
/// first such date. There is no default.
fn stated_day(
    ui: &Ui,
    document: &Document,
    chosen: Option<StatedDay>,
    error: String,
) -> Option<Question> {
    let first = document.dates.iter().find(|date| is_before(date))?;
    let stated = first.stated?;
    let option = |choice: StatedDay, hint: &str| {
        let day = time::long_date(ui.lang, choice.last_day(stated));
        Choice {
            value: choice.name().to_owned(),
            label: ui.say("plan-until").with("day", day).to_string(),
            hint: ui.say(hint).to_string(),
            chosen: chosen == Some(choice),
        }
    };
    let phrase = if first.text.is_empty() {
        ui.say("plan-when-before").with("day", time::date(ui.lang, stated)).to_string()
    } else {
        first.text.clone()
    };
    Some(Question {
        name: "stated-day".to_owned(),
        words: ui.say("plan-stated-day").with("phrase", phrase).to_string(),
        hint: ui.say("plan-stated-day-hint").to_string(),
        options: vec![
            option(StatedDay::Excluded, "plan-stated-day-excluded"),
            option(StatedDay::Counts, "plan-stated-day-counts"),
        ],
        error,
    })
}

/// Two destinations of one sender, each with what the text says of it.
fn destination(ui: &Ui, view: &PlanView, document: &Document, error: String) -> Option<Question> {
    let (one, other) = view.rivals()?;
    let option = |at: usize| {
        let to = document.report_to.get(at)?;
        let said = line_around(&view.source.text, to.span.from);
        Some(Choice {
            value: at.to_string(),
            label: place(ui, to),
            hint: ui.say("plan-quoted").with("words", said).to_string(),
            chosen: false,
        })
    };
    let who = document.report_to.get(other)?.from.join("; ");
    Some(Question {
        name: "destination".to_owned(),
        words: ui.say("plan-destination").with("who", who).to_string(),
        hint: ui.say("plan-destination-hint").to_string(),
        options: vec![option(one)?, option(other)?],
        error,
    })
}

/// The line of a text in which a scalar value stands.
fn line_around(text: &str, at: usize) -> String {
    let mut from = 0;
    for line in text.split('\n') {
        let to = from + line.chars().count();
        if at <= to {
            return line.trim().to_owned();
        }
        from = to + 1;
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_around_a_place_is_found() {
        let text = "một\nhai hai\n\nba";
        let table = [(0, "một"), (3, "một"), (4, "hai hai"), (11, "hai hai"), (13, "ba"), (40, "")];
        for (at, expected) in table {
            assert_eq!(line_around(text, at), expected, "{at}");
        }
    }
}
