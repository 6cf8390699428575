//! What only the officer can say, each answer with what it means.

use super::Question;
use super::check_facts::LONGEST;
use super::check_told::{place, told};
use crate::site::Posted;
use crate::ui::{Choice, Mistake, Ui};
use app::campaign::propose::is_before;
use app::plan::{Open, PlanView, choose_destination, choose_plan};
use domain::campaign::StatedDay;
use domain::plan::{Change, Fact, List, RowId, Sheet};
use words::time;

/// The questions of a plan, with what was answered or chosen so far.
pub(super) fn questions(
    ui: &Ui,
    view: &PlanView,
    chosen: Option<&Posted>,
    mistakes: &[Mistake],
) -> Vec<Question> {
    if view.campaign.is_some() {
        return Vec::new();
    }
    let mut questions: Vec<Question> = Vec::new();
    for open in view.open() {
        questions.extend(match open {
            Open::Plan => Some(which_plan(ui, view)),
            Open::Destination(one, other) => destination(ui, view, one, other),
            Open::Title | Open::StatedDay => None,
        });
    }
    questions.extend(stated_day(ui, view));
    for question in &mut questions {
        if let Some(posted) = chosen.filter(|posted| posted.has(&question.name)) {
            let value = posted.get(&question.name);
            for option in &mut question.options {
                option.chosen = option.value == value;
            }
        }
        let wrong = mistakes.iter().find(|mistake| mistake.field == question.name);
        question.error = wrong.map(|mistake| mistake.words.clone()).unwrap_or_default();
    }
    questions
}

/// The answers that were given, as one change.
pub(super) fn answers(view: &PlanView, posted: &Posted) -> Change {
    let mut sheet = view.sheet.clone();
    let mut changes = Vec::new();
    // One answer after another: a later one sees what an earlier one took away.
    let mut give = |sheet: &mut Sheet, change: Change| {
        if let Some(next) = sheet.with(&change) {
            *sheet = next;
            changes.push(change);
        }
    };
    if let Some(paper) = posted.parse(PLAN) {
        let change = choose_plan(&sheet, paper);
        give(&mut sheet, change);
    }
    if let Some(day) = StatedDay::parse(posted.get(STATED_DAY)) {
        give(&mut sheet, Change::StatedDay(day));
    }
    for (name, value) in posted.fields() {
        let Some(pair) = name.strip_prefix(DESTINATION) else { continue };
        let rows: Vec<RowId> = pair.split('-').filter_map(|id| id.parse().ok()).collect();
        let ([one, other], Ok(keep)) = (rows.as_slice(), value.parse::<RowId>()) else { continue };
        let lose = if keep == *one { *other } else { *one };
        if let Some(change) = choose_destination(&sheet, keep, lose) {
            give(&mut sheet, change);
        }
    }
    Change::All(changes)
}

/// What is still open once the answers count, each as a mistake at its place.
pub(super) fn unanswered(ui: &Ui, view: &PlanView, answers: &Change) -> Vec<Mistake> {
    let sheet = view.sheet.with(answers).unwrap_or_else(|| view.sheet.clone());
    let documents = sheet.documents(&view.reading);
    let open = app::plan::open(&sheet, &documents[sheet.plan()]);
    let mistake = |open: Open| {
        let field = match open {
            Open::Plan => PLAN.to_owned(),
            Open::Title => {
                let title = sheet.list(sheet.plan(), List::Title).next();
                title.map(|row| row.id.to_string()).unwrap_or_default()
            }
            Open::StatedDay => STATED_DAY.to_owned(),
            Open::Destination(one, other) => destination_name(one, other),
        };
        Mistake::new(field, ui.refusal(open.refusal()))
    };
    open.into_iter().map(mistake).collect()
}

const PLAN: &str = "plan";
const STATED_DAY: &str = "stated-day";
const DESTINATION: &str = "destination-";

fn destination_name(one: RowId, other: RowId) -> String {
    format!("{DESTINATION}{one}-{other}")
}

fn which_plan(ui: &Ui, view: &PlanView) -> Question {
    let option = |paper: usize| {
        let mut titles = view.sheet.list(paper, List::Title);
        let title = titles.next().map(|row| told(ui, &row.fact).value).unwrap_or_default();
        let said = ui.say("plan-document-at").with("n", paper + 1).to_string();
        Choice { value: paper.to_string(), label: title, hint: said, chosen: false }
    };
    Question {
        name: PLAN.to_owned(),
        words: ui.say("plan-which").to_string(),
        hint: ui.say("plan-which-hint").to_string(),
        options: view.sheet.plans().into_iter().map(option).collect(),
        means: Vec::new(),
        more_means: 0,
        error: String::new(),
    }
}

/// The question whether the day named in "trước ngày" counts. There is no default; what each
/// answer means is said of every date it concerns.
fn stated_day(ui: &Ui, view: &PlanView) -> Option<Question> {
    let before = || view.document().dates.iter().filter(|date| is_before(date));
    let (first, stated) = before().find_map(|date| Some((date, date.stated?)))?;
    let option = |choice: StatedDay, hint: &str| {
        let day = time::long_date(ui.lang, choice.last_day(stated));
        Choice {
            value: choice.name().to_owned(),
            label: ui.say("plan-until").with("day", day).to_string(),
            hint: ui.say(hint).to_string(),
            chosen: view.sheet.stated_day == Some(choice),
        }
    };
    let phrase = if first.text.is_empty() {
        ui.say("plan-when-before").with("day", time::date(ui.lang, stated)).to_string()
    } else {
        first.text.clone()
    };
    let means = before().filter_map(|date| {
        let day = |choice: StatedDay| {
            date.stated.map(|stated| time::long_date(ui.lang, choice.last_day(stated)))
        };
        let said = ui.say("plan-stated-day-means").with("who", date.who.join("; "));
        let said = said.with("text", &date.text).with("excluded", day(StatedDay::Excluded)?);
        Some(said.with("counts", day(StatedDay::Counts)?).to_string())
    });
    let mut means: Vec<String> = means.collect();
    let more_means = means.len().saturating_sub(LONGEST);
    means.truncate(LONGEST);
    Some(Question {
        name: STATED_DAY.to_owned(),
        words: ui.say("plan-stated-day").with("phrase", phrase).to_string(),
        hint: ui.say("plan-stated-day-hint").to_string(),
        options: vec![
            option(StatedDay::Excluded, "plan-stated-day-excluded"),
            option(StatedDay::Counts, "plan-stated-day-counts"),
        ],
        means,
        more_means,
        error: String::new(),
    })
}

/// Two destinations of one sender, each with what the text says of it.
fn destination(ui: &Ui, view: &PlanView, one: RowId, other: RowId) -> Option<Question> {
    let to = |id: RowId| match &view.sheet.row(id)?.fact {
        Fact::Destination(to) => Some(to),
        _ => None,
    };
    let option = |id: RowId| {
        let to = to(id)?;
        let said = line_around(&view.source.text, to.span.from);
        let quoted = ui.say("plan-quoted").with("words", said).to_string();
        Some(Choice {
            value: id.to_string(),
            label: place(ui, to),
            hint: if to.span.is_empty() { String::new() } else { quoted },
            chosen: false,
        })
    };
    Some(Question {
        name: destination_name(one, other),
        words: ui.say("plan-destination").with("who", to(other)?.from.join("; ")).to_string(),
        hint: ui.say("plan-destination-hint").to_string(),
        options: vec![option(one)?, option(other)?],
        means: Vec::new(),
        more_means: 0,
        error: String::new(),
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
