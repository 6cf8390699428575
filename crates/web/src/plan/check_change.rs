//! From what was posted to the correction it means.

use super::check_facts::Facts;
use super::check_fields::{TYPED_MAX, form, typed};
use super::check_told::{told, whole};
use super::{EditForm, check_dates, check_look, check_names, check_text};
use crate::site::Posted;
use crate::ui::{Entry, Link, Mistake, Ui};
use app::plan::{PlanView, proposal, read_phrase};
use domain::plan::{Change, Fact, List, Row, RowId, Warned};
use domain::source::Span;
use domain::text::Text;

/// A correction, and where the page is to be looked at afterwards.
pub(super) struct Wanted {
    pub change: Change,
    pub back: String,
}

/// Why a form is no correction.
pub(super) enum Unwanted {
    /// Something typed is wrong.
    Mistakes(Vec<Mistake>),
    /// It names what is not there.
    Nothing,
}

/// What of the page is asked for: a row to correct, or a list to add to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Opened {
    Row(RowId),
    Add(Adding),
    /// What a name of the plan stands for.
    Name(String),
}

/// Where something is added, and to which words of the text it is tied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Adding {
    pub list: List,
    pub before: Option<RowId>,
    pub depth: u8,
    pub words: Option<Span>,
}

/// The correction a form asks for.
pub(super) fn wanted(ui: &Ui, view: &PlanView, posted: &Posted) -> Result<Wanted, Unwanted> {
    let named = |name: &str| posted.get(name);
    let row = |name: &str| posted.parse::<RowId>(name);
    let there = |change: Change, back: String| Ok(Wanted { change, back });
    if posted.has("take") {
        let warning = check_look::named(view, named("take"));
        let change = warning.and_then(|warning| proposal(view, warning));
        // What was taken before is not proposed again.
        return there(change.unwrap_or(Change::All(Vec::new())), "#look".to_owned());
    }
    if posted.has("accept") {
        return there(check_look::accepted(&view.sheet, named("accept")), "#look".to_owned());
    }
    if posted.has("outline") {
        return there(Change::TakeOutline, "#list-outline".to_owned());
    }
    if let Some(id) = row("restore") {
        return there(Change::Restore(id), format!("#{id}"));
    }
    if posted.has("move") {
        return moved(named("move")).ok_or(Unwanted::Nothing);
    }
    for name in ["aside", "raise"] {
        if posted.has(name) {
            let warning = check_look::named(view, named(name)).ok_or(Unwanted::Nothing)?;
            let warned = Warned::of(warning);
            if name == "raise" {
                return there(Change::Raise(warned), "#look".to_owned());
            }
            let field = format!("reason-{}", named(name));
            let reason = Text::new(named(&field)).into_string();
            let wrong = match reason.chars().count() {
                0 => "plan-reason-missing",
                1..=TYPED_MAX => {
                    return there(Change::SetAside(warned, reason), "#look".to_owned());
                }
                _ => "plan-value-too-long",
            };
            return Err(Unwanted::Mistakes(vec![Mistake::new(field, ui.say(wrong))]));
        }
    }
    match (opened(posted).ok_or(Unwanted::Nothing)?, named("do")) {
        (Opened::Name(_), _) => Err(Unwanted::Nothing),
        (Opened::Row(id), "drop") => there(Change::Drop(id), String::new()),
        (Opened::Row(id), _) => corrected(ui, view, id, posted),
        (Opened::Add(adding), _) => added(ui, view, &adding, posted),
    }
}

/// The form a post came from.
pub(super) fn opened(posted: &Posted) -> Option<Opened> {
    if let Some(row) = posted.parse("row") {
        return Some(Opened::Row(row));
    }
    if posted.has("meant") {
        return Some(Opened::Name(posted.get("meant").to_owned()));
    }
    let list = List::parse(posted.get("add"))?;
    let words = Option::zip(posted.parse("from"), posted.parse("to"));
    Some(Opened::Add(Adding {
        list,
        before: posted.parse("before"),
        depth: posted.parse("depth").unwrap_or(0),
        words: words.map(|(from, to)| Span::new(from, to)),
    }))
}

/// The form that is asked for; `None` where it names what is not there.
pub(super) fn edit_form(facts: &Facts<'_>, opened: &Opened) -> Option<EditForm> {
    match opened {
        Opened::Row(id) => row_form(facts, facts.view.sheet.row(*id)?),
        Opened::Add(adding) => add_form(facts, adding),
        Opened::Name(name) => Some(check_names::form(facts, name)),
    }
}

impl EditForm {
    /// The form as it was typed, with what is wrong at its fields.
    pub(super) fn typed(mut self, posted: &Posted, mistakes: &[Mistake]) -> EditForm {
        for field in &mut self.fields {
            let typed = posted.get(&field.name);
            typed.clone_into(&mut field.entry.value);
            for option in &mut field.options {
                option.chosen = option.value == typed;
            }
            if let Some(mistake) = mistakes.iter().find(|mistake| mistake.field == field.name) {
                field.entry.error.clone_from(&mistake.words);
            }
        }
        self
    }
}

fn corrected(ui: &Ui, view: &PlanView, id: RowId, posted: &Posted) -> Result<Wanted, Unwanted> {
    let row = view.sheet.row(id).ok_or(Unwanted::Nothing)?;
    let issued = view.document().letterhead.date;
    let fact = typed(ui, (row.fact.list(), Some(&row.fact)), posted, issued);
    let fact = fact.map_err(Unwanted::Mistakes)?;
    Ok(Wanted { change: Change::Put(id, fact), back: format!("#{id}") })
}

fn added(ui: &Ui, view: &PlanView, adding: &Adding, posted: &Posted) -> Result<Wanted, Unwanted> {
    let issued = view.document().letterhead.date;
    let fact = typed(ui, (adding.list, None), posted, issued).map_err(Unwanted::Mistakes)?;
    let mut fact = match said(view, adding.words, posted.get("said")) {
        Ok(Some(span)) => fact.standing_at(span),
        Ok(None) => fact,
        Err(()) => {
            let missing = Mistake::new("said", ui.say("plan-said-missing"));
            return Err(Unwanted::Mistakes(vec![missing]));
        }
    };
    if let Some(heading) = fact.heading_mut() {
        heading.depth = adding.depth;
    }
    let change = Change::Add { paper: view.sheet.plan(), before: adding.before, fact };
    Ok(Wanted { change, back: format!("#list-{}", adding.list.name()) })
}

/// Where the words stand to which an officer ties a fact: where they were chosen, if they still
/// are those, or else wherever they are found.
fn said(view: &PlanView, chosen: Option<Span>, said: &str) -> Result<Option<Span>, ()> {
    let wanted = Text::new(said).into_string();
    if wanted.is_empty() {
        return Ok(None);
    }
    let chosen = chosen.filter(|span| Text::new(view.source.words(*span)).as_str() == wanted);
    if let Some(span) = chosen {
        return Ok(Some(span));
    }
    let text: Vec<char> = view.source.text.chars().collect();
    check_text::find(&text, &wanted, Span::new(0, text.len())).map(Some).ok_or(())
}

fn moved(text: &str) -> Option<Wanted> {
    let mut parts = text.split(' ');
    let row = parts.next()?.parse().ok()?;
    let before = match parts.next()? {
        "end" => None,
        id => Some(id.parse().ok()?),
    };
    let depth = parts.next()?.parse().ok()?;
    let change = Change::Move { row, before, depth };
    Some(Wanted { change, back: format!("?row={row}#edit") })
}

fn row_form(facts: &Facts<'_>, row: &Row) -> Option<EditForm> {
    let ui = facts.ui;
    row.is_kept().then_some(())?;
    let list = row.fact.list();
    let read = row.read.as_ref().filter(|read| **read != row.fact);
    let words = |fact: &Fact| match fact {
        Fact::Date(date) => {
            let who = date.who.join("; ");
            format!("{who}: {}, {}", date.what, date.text)
        }
        fact => whole(&told(ui, fact)),
    };
    let understood = match &row.fact {
        Fact::Date(date) => check_dates::when(ui, date, facts.view.sheet.stated_day),
        _ => String::new(),
    };
    Some(EditForm {
        id: row.id.to_string(),
        title: String::new(),
        fields: form(ui, list, Some(&row.fact)),
        hidden: vec![("row".to_owned(), row.id.to_string())],
        understood,
        nobody: String::new(),
        read: read.map(words).unwrap_or_default(),
        drop: !list.is_single(),
        moves: moves(facts, row),
        add: beside(facts, row),
    })
}

fn add_form(facts: &Facts<'_>, adding: &Adding) -> Option<EditForm> {
    let (ui, list) = (facts.ui, adding.list);
    (!list.is_single()).then_some(())?;
    let mut fields = form(ui, list, None);
    let said = adding.words.map(|span| Text::new(facts.view.source.words(span)).into_string());
    let said = said.unwrap_or_default();
    let issued = facts.view.document().letterhead.date;
    let main = match list {
        List::Date if read_phrase(&said, issued).is_ok() => "text",
        List::Date | List::Duty => "what",
        List::Section | List::Outline => "title",
        List::Recipient | List::Attachment => "name",
        List::Exception => "rule",
        List::Destination => "to",
        List::Period => "text",
        _ => "",
    };
    if let Some(field) = fields.iter_mut().find(|field| field.name == main) {
        field.entry.value.clone_from(&said);
    }
    fields.push(super::EditField {
        name: "said".to_owned(),
        label: ui.say("plan-said").to_string(),
        hint: ui.say("plan-said-hint").to_string(),
        entry: Entry { value: said, ..Entry::default() },
        options: Vec::new(),
        look: super::FieldLook::Area,
    });
    let mut hidden = vec![("add".to_owned(), list.name().to_owned())];
    hidden.extend(adding.before.map(|id| ("before".to_owned(), id.to_string())));
    if adding.depth > 0 {
        hidden.push(("depth".to_owned(), adding.depth.to_string()));
    }
    if let Some(Span { from, to }) = adding.words {
        hidden.push(("from".to_owned(), from.to_string()));
        hidden.push(("to".to_owned(), to.to_string()));
    }
    Some(EditForm {
        id: format!("add-{}", list.name()),
        title: ui.say(super::check_facts::add_key(list)).to_string(),
        fields,
        hidden,
        ..EditForm::default()
    })
}

/// The headings of a row's list, and its own place among them.
fn headings<'v>(view: &'v PlanView, row: &Row) -> Option<(Vec<&'v Row>, usize)> {
    row.fact.heading()?;
    let rows: Vec<&Row> = view.sheet.list(row.paper, row.fact.list()).collect();
    let at = rows.iter().position(|other| other.id == row.id)?;
    Some((rows, at))
}

/// One past the last row below the one at a place.
fn end(rows: &[&Row], at: usize) -> usize {
    let depth = rows[at].fact.depth();
    at + 1 + rows[at + 1..].iter().take_while(|row| row.fact.depth() > depth).count()
}

/// Where a heading can go from where it stands: words, and what its button sends.
fn moves(facts: &Facts<'_>, row: &Row) -> Vec<(String, String)> {
    let Some((rows, at)) = headings(facts.view, row) else { return Vec::new() };
    let depth = row.fact.depth();
    let above = rows[..at].iter().rposition(|other| other.fact.depth() <= depth);
    let before = above.filter(|above| rows[*above].fact.depth() == depth);
    let own_end = end(&rows, at);
    let next = rows.get(own_end).filter(|next| next.fact.depth() == depth);
    let parent = rows[..at].iter().rposition(|other| other.fact.depth() < depth);
    let mut moves = Vec::new();
    let mut push = |key: &str, before: Option<&&Row>, depth: u8| {
        let before = before.map_or_else(|| "end".to_owned(), |row| row.id.to_string());
        moves.push((facts.words(key), format!("{} {before} {depth}", row.id)));
    };
    if let Some(before) = before {
        push("move-up", rows.get(before), depth);
    }
    if next.is_some() {
        push("move-down", rows.get(end(&rows, own_end)), depth);
    }
    if before.is_some() {
        push("plan-move-in", rows.get(own_end), depth + 1);
    }
    if let Some(parent) = parent {
        push("plan-move-out", rows.get(end(&rows, parent)), depth - 1);
    }
    moves
}

/// Where a heading can be added beside another.
fn beside(facts: &Facts<'_>, row: &Row) -> Vec<Link> {
    let Some((rows, at)) = headings(facts.view, row) else { return Vec::new() };
    let (list, depth) = (row.fact.list().name(), row.fact.depth());
    let after = rows.get(end(&rows, at)).map(|row| format!("&before={}", row.id));
    let after = after.unwrap_or_default();
    let link = |key: &str, place: &str, depth: u8| Link {
        href: format!("?add={list}{place}&depth={depth}#edit"),
        words: facts.words(key),
    };
    vec![
        link("plan-add-before", &format!("&before={}", row.id), depth),
        link("plan-add-after", &after, depth),
        link("plan-add-below", &after, depth + 1),
    ]
}
