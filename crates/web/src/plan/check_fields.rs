//! The form of a fact, from a description of its fields.
//!
//! A field names where it stands in the fact as JSON; its shape says how it is typed and read. So
//! every list of facts has its form from one table.

use super::check_tables::{Field, Shape, blank, fields};
use super::{EditField, FieldLook};
use crate::site::Posted;
use crate::ui::{Choice, Entry, Mistake, Ui};
use app::plan::{Unread, read_phrase};
use domain::calendar;
use domain::plan::{DateKind, Dated, Fact, List};
use domain::text::Text;
use jiff::civil::Date;
use serde_json::{Value, json};

/// The most characters a field takes.
pub(super) const TYPED_MAX: usize = 10_000;

/// The fields of the form; `fact` gives what stands in them.
pub(super) fn form(ui: &Ui, list: List, fact: Option<&Fact>) -> Vec<EditField> {
    let blank = blank(list);
    let value = inner(fact.unwrap_or(&blank));
    let fields = fields(list).iter().map(|field| {
        let options = match field.shape {
            Shape::Pick(answers) => answers,
            _ => &[],
        };
        let now = shown(field.shape, at(&value, field.key));
        let options = options.iter().map(|(name, key)| Choice {
            value: (*name).to_owned(),
            label: ui.say(key).to_string(),
            hint: String::new(),
            chosen: *name == now,
        });
        EditField {
            name: name(field).to_owned(),
            label: ui.say(field.label).to_string(),
            hint: hint(field.shape).map(|key| ui.say(key).to_string()).unwrap_or_default(),
            options: options.collect(),
            entry: Entry { value: now.clone(), ..Entry::default() },
            look: match field.shape {
                Shape::Long | Shape::Lines => FieldLook::Area,
                Shape::Day => FieldLook::Day,
                _ => FieldLook::Line,
            },
        }
    });
    fields.collect()
}

/// The fact as it was typed over `fact`, or over nothing where one is added. `issued` is the day
/// of the plan, from which a year left out is worked out.
///
/// # Errors
/// What is wrong, field by field.
pub(super) fn typed(
    ui: &Ui,
    (list, fact): (List, Option<&Fact>),
    posted: &Posted,
    issued: Option<Date>,
) -> Result<Fact, Vec<Mistake>> {
    let blank = blank(list);
    let mut value = inner(fact.unwrap_or(&blank));
    let mut mistakes = Vec::new();
    // The fields of a phrase are read together, further down.
    let own = |field: &&Field| !matches!(field.shape, Shape::When);
    for field in fields(list).iter().filter(own) {
        match read(field.shape, posted.get(name(field))) {
            Ok(read) if field.key.is_empty() => value = read,
            Ok(read) => value[field.key] = read,
            Err(key) => mistakes.push(Mistake::new(name(field), ui.say(key))),
        }
    }
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let unfit = |_| vec![Mistake::new("edit", ui.say("plan-value-missing"))];
    let whole: Fact = serde_json::from_value(json!({ list.name(): value })).map_err(unfit)?;
    match (whole.confirmed(), fact) {
        (Fact::Date(date), Some(Fact::Date(old))) => {
            when(ui, date, Some(old), posted, issued).map(Fact::Date)
        }
        (Fact::Date(date), _) => when(ui, date, None, posted, issued).map(Fact::Date),
        (other, _) => Ok(other),
    }
}

/// A day as it is typed: `05/07/2024`, in either language.
pub(crate) fn typed_day(day: Date) -> String {
    words::time::date(words::Lang::Vi, day)
}

/// The days of a date: what was typed as words is read by the grammar of plans, and a first or last
/// day that was typed by itself goes before it. Words nobody touched keep the days they had.
fn when(
    ui: &Ui,
    mut date: Dated,
    old: Option<&Dated>,
    posted: &Posted,
    issued: Option<Date>,
) -> Result<Dated, Vec<Mistake>> {
    if posted.get("text").chars().count() > TYPED_MAX {
        return Err(vec![Mistake::new("text", ui.say("plan-value-too-long"))]);
    }
    let phrase = Text::new(posted.get("text")).into_string();
    let same = old.is_some_and(|old| old.text == phrase);
    if !same && !phrase.is_empty() {
        let read = read_phrase(&phrase, issued);
        let read = read.map_err(|unread| vec![Mistake::new("text", ui.say(unread_key(unread)))])?;
        let Dated { text, kind, start, end, stated, inferred, .. } = read;
        date = Dated { text, kind, start, end, stated, inferred, ..date };
    }
    let typed = |name: &str, old: Option<Date>| {
        let raw = posted.get(name).trim();
        match calendar::read_day(raw) {
            _ if raw == old.map(typed_day).unwrap_or_default() => Ok(None),
            None if raw.is_empty() => Ok(None),
            None => Err(vec![Mistake::new(name, ui.say("refusal-campaign-deadline-unreadable"))]),
            day => Ok(day),
        }
    };
    if let Some(end) = typed("end", old.and_then(|old| old.end))? {
        date.kind = DateKind::By;
        (date.end, date.stated) = (Some(end), Some(end));
    }
    if let Some(start) = typed("start", old.and_then(|old| old.start))? {
        date.start = Some(start);
        date.kind = DateKind::Range;
    }
    match (date.start, date.end) {
        (_, None) if phrase.is_empty() => {
            Err(vec![Mistake::new("text", ui.say("plan-when-missing"))])
        }
        (Some(start), Some(end)) if start > end => {
            Err(vec![Mistake::new("start", ui.say("plan-start-after-end"))])
        }
        _ => Ok(date),
    }
}

/// The sentence that says why a phrase cannot be read.
pub(crate) fn unread_key(unread: Unread) -> &'static str {
    match unread {
        Unread::NoDate => "plan-unread-no-date",
        Unread::NoSuchDay => "plan-unread-no-such-day",
        Unread::NoDayOfItsOwn => "plan-unread-no-day",
        Unread::Lunar => "plan-unread-lunar",
    }
}

/// The words for a value of one of the tables of answers.
pub(super) fn answer(ui: &Ui, list: List, key: &str, value: &Value) -> String {
    let field = fields(list).iter().find(|field| field.key == key);
    let Some(Field { shape: Shape::Pick(answers), .. }) = field else { return String::new() };
    let name = text(value);
    let found = answers.iter().find(|(known, _)| *known == name);
    found.map(|(_, key)| ui.say(key).to_string()).unwrap_or_default()
}

fn name(field: &Field) -> &'static str {
    if field.key.is_empty() { "value" } else { field.key }
}

fn hint(shape: Shape) -> Option<&'static str> {
    match shape {
        Shape::Names => Some("plan-who-hint"),
        Shape::Day => Some("plan-day-hint"),
        Shape::Lines => Some("plan-lines-hint"),
        _ => None,
    }
}

/// What a fact is, without the name of its list.
fn inner(fact: &Fact) -> Value {
    let whole = serde_json::to_value(fact).unwrap_or_default();
    whole.get(fact.list().name()).cloned().unwrap_or_default()
}

fn at<'v>(value: &'v Value, key: &str) -> &'v Value {
    if key.is_empty() { value } else { &value[key] }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(answer) => answer.to_string(),
        _ => String::new(),
    }
}

/// A value as it stands in its field.
fn shown(shape: Shape, value: &Value) -> String {
    let joined = |with: &str| {
        let items = value.as_array().into_iter().flatten().map(text);
        items.collect::<Vec<_>>().join(with)
    };
    let day = || text(value).parse().ok().map(typed_day);
    match shape {
        Shape::Names => joined("; "),
        Shape::Lines => joined("\n"),
        Shape::Day => day().unwrap_or_default(),
        Shape::When => day().unwrap_or_else(|| text(value)),
        _ => text(value),
    }
}

/// What was typed, as the value it stands for; else the key of what is wrong with it.
fn read(shape: Shape, typed: &str) -> Result<Value, &'static str> {
    if typed.chars().count() > TYPED_MAX {
        return Err("plan-value-too-long");
    }
    let words = Text::new(typed).into_string();
    let list = |mark: char| -> Value {
        let items = typed.split(mark).map(|item| Text::new(item).into_string());
        items.filter(|item| !item.is_empty()).collect()
    };
    match shape {
        Shape::Needed if words.is_empty() => Err("plan-value-missing"),
        Shape::Maybe | Shape::Day if words.is_empty() => Ok(Value::Null),
        Shape::Day => match calendar::read_day(&words) {
            Some(day) => Ok(json!(day)),
            None => Err("refusal-campaign-deadline-unreadable"),
        },
        Shape::Names => Ok(list(';')),
        Shape::Lines => Ok(list('\n')),
        Shape::Pick(answers) => match (answers.iter().any(|(name, _)| *name == typed), typed) {
            (false, _) => Err("plan-value-missing"),
            (true, "") => Ok(Value::Null),
            (true, "true") => Ok(true.into()),
            (true, "false") => Ok(false.into()),
            (true, name) => Ok(name.into()),
        },
        Shape::Needed | Shape::Words | Shape::Maybe | Shape::Long | Shape::When => Ok(words.into()),
    }
}
