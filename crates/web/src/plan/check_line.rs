use super::{EditField, EditLine, Removal};
use crate::site::Posted;
use crate::ui::{Choice, Entry, Mistake, Ui};
use app::plan::{Change, DateLine};
use domain::calendar;
use domain::plan::{Act, DateKind, Document, OutlineItem};
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

/// A line of what was understood that can be corrected; its text is its id on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    Title,
    Issuer,
    Number,
    Place,
    Day,
    Date(usize),
    Recipient(usize),
    Outline(usize),
}

const ACTS: [Act; 6] = [Act::Send, Act::Hold, Act::Opinion, Act::Survey, Act::Meeting, Act::Other];
/// How an officer can put a date; other ways are the plan's own.
const KINDS: [DateKind; 3] = [DateKind::Before, DateKind::By, DateKind::On];

impl Line {
    /// The form of the line as it stands in the document; past the end of a list an empty one.
    pub(super) fn form(self, ui: &Ui, document: &Document) -> Option<EditLine> {
        let (fields, removal) = match self {
            Line::Title => (vec![value(ui, "plan-title", &document.title)], Removal::No),
            Line::Issuer => {
                let issuer = document.letterhead.issuer.as_deref();
                (vec![value(ui, "plan-issuer", issuer.unwrap_or_default())], Removal::No)
            }
            Line::Number => {
                let number = document.letterhead.number.as_deref();
                (vec![value(ui, "plan-number", number.unwrap_or_default())], Removal::No)
            }
            Line::Place => {
                let place = document.letterhead.place.as_deref();
                (vec![value(ui, "plan-place", place.unwrap_or_default())], Removal::No)
            }
            Line::Day => (vec![day(ui, document.letterhead.date)], Removal::No),
            Line::Date(at) if at <= document.dates.len() => {
                (date_fields(ui, document, at), removal(at < document.dates.len()))
            }
            Line::Recipient(at) if at <= document.recipients.len() => {
                let old = document.recipients.get(at);
                let name = old.map_or("", |recipient| &recipient.name);
                let purpose = old.and_then(|recipient| recipient.purpose.as_deref());
                let fields = vec![
                    field(ui, "name", "plan-recipient", name),
                    field(ui, "purpose", "plan-purpose", purpose.unwrap_or_default()),
                ];
                (fields, removal(at < document.recipients.len()))
            }
            Line::Outline(at) => {
                let item = *items(document).get(at)?;
                (vec![value(ui, "plan-outline-title", &item.title)], Removal::Yes)
            }
            Line::Date(_) | Line::Recipient(_) => return None,
        };
        Some(EditLine { id: self.to_string(), fields, removal })
    }

    /// What was typed into the form of the line, as a change; else what is wrong with it.
    pub(super) fn change(self, ui: &Ui, posted: &Posted) -> Result<Change, Mistake> {
        let typed = |name: &str| posted.get(name).to_owned();
        if posted.get("do") == "drop" {
            return match self {
                Line::Date(at) => Ok(Change::DropDate(at)),
                Line::Recipient(at) => Ok(Change::DropRecipient(at)),
                Line::Outline(at) => Ok(Change::DropOutline(at)),
                _ => Err(Mistake::new("value", ui.say("plan-value-missing"))),
            };
        }
        let value = || filled(ui, posted, "value");
        Ok(match self {
            Line::Title => Change::Title(value()?),
            Line::Issuer => Change::Issuer(value()?),
            Line::Number => Change::Number(value()?),
            Line::Place => Change::Place(value()?),
            Line::Outline(at) => Change::OutlineTitle(at, value()?),
            Line::Recipient(at) => {
                Change::Recipient(at, filled(ui, posted, "name")?, typed("purpose"))
            }
            Line::Day => Change::Day(read_day(ui, posted)?),
            Line::Date(at) => {
                let line = DateLine {
                    who: filled(ui, posted, "who")?,
                    what: typed("what"),
                    act: act_named(posted.get("act")),
                    kind: kind_named(posted.get("kind")),
                    day: read_day(ui, posted)?,
                };
                Change::Date(at, line)
            }
        })
    }
}

impl EditLine {
    /// The form as it was typed, with what is wrong at its field.
    pub(super) fn typed(mut self, posted: &Posted, mistake: Option<&Mistake>) -> EditLine {
        for field in &mut self.fields {
            let typed = posted.get(&field.name);
            typed.clone_into(&mut field.entry.value);
            for option in &mut field.options {
                option.chosen = option.value == typed;
            }
            if let Some(mistake) = mistake.filter(|mistake| mistake.field == field.name) {
                field.entry.error.clone_from(&mistake.words);
            }
        }
        self
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Line::Title => f.write_str("title"),
            Line::Issuer => f.write_str("issuer"),
            Line::Number => f.write_str("number"),
            Line::Place => f.write_str("place"),
            Line::Day => f.write_str("issued"),
            Line::Date(at) => write!(f, "date-{at}"),
            Line::Recipient(at) => write!(f, "recipient-{at}"),
            Line::Outline(at) => write!(f, "outline-{at}"),
        }
    }
}

impl FromStr for Line {
    type Err = ();

    fn from_str(text: &str) -> Result<Line, ()> {
        let at = |text: &str| text.parse::<usize>().map_err(|_| ());
        Ok(match text.split_once('-') {
            Some(("date", n)) => Line::Date(at(n)?),
            Some(("recipient", n)) => Line::Recipient(at(n)?),
            Some(("outline", n)) => Line::Outline(at(n)?),
            Some(_) => return Err(()),
            None => match text {
                "title" => Line::Title,
                "issuer" => Line::Issuer,
                "number" => Line::Number,
                "place" => Line::Place,
                "issued" => Line::Day,
                _ => return Err(()),
            },
        })
    }
}

/// The items of the outline with those below them, depth first.
pub(super) fn items(document: &Document) -> Vec<&OutlineItem> {
    fn walk<'d>(items: &'d [OutlineItem], all: &mut Vec<&'d OutlineItem>) {
        for item in items {
            all.push(item);
            walk(&item.children, all);
        }
    }
    let top =
        if document.outline.is_empty() { &document.proposed_outline } else { &document.outline };
    let mut all = Vec::new();
    walk(top, &mut all);
    all
}

/// The words for what takes place on a date.
pub(super) fn act_words(ui: &Ui, act: Act) -> String {
    let key = match act {
        Act::Hold => "plan-act-hold",
        Act::Send => "plan-act-send",
        Act::Opinion => "plan-act-opinion",
        Act::Survey => "plan-act-survey",
        Act::Meeting => "plan-act-meeting",
        Act::Other => "plan-act-other",
    };
    ui.say(key).to_string()
}

fn date_fields(ui: &Ui, document: &Document, at: usize) -> Vec<EditField> {
    let old = document.dates.get(at);
    let who = old.map(|date| date.who.join("; ")).unwrap_or_default();
    let act = old.map_or(Act::Send, |date| date.act);
    let kind = old.map(|date| date.kind).filter(|kind| KINDS.contains(kind));
    let kind = kind.unwrap_or(DateKind::By);
    let acts = ACTS.iter().map(|option| Choice {
        value: act_name(*option).to_owned(),
        label: act_words(ui, *option),
        hint: String::new(),
        chosen: *option == act,
    });
    let kinds = KINDS.iter().map(|option| Choice {
        value: kind_name(*option).to_owned(),
        label: kind_words(ui, *option),
        hint: String::new(),
        chosen: *option == kind,
    });
    vec![
        EditField {
            hint: ui.say("plan-who-hint").to_string(),
            ..field(ui, "who", "plan-who", &who)
        },
        EditField { options: acts.collect(), ..field(ui, "act", "plan-act", "") },
        field(ui, "what", "plan-what", old.map_or("", |date| &date.what)),
        EditField { options: kinds.collect(), ..field(ui, "kind", "plan-kind", "") },
        day(ui, old.and_then(|date| date.stated.or(date.end))),
    ]
}

fn field(ui: &Ui, name: &str, label: &str, value: &str) -> EditField {
    EditField {
        name: name.to_owned(),
        label: ui.say(label).to_string(),
        hint: String::new(),
        entry: Entry { value: value.to_owned(), error: String::new() },
        options: Vec::new(),
    }
}

fn value(ui: &Ui, label: &str, value: &str) -> EditField {
    field(ui, "value", label, value)
}

fn day(ui: &Ui, day: Option<Date>) -> EditField {
    let typed = day.map(typed_day).unwrap_or_default();
    let hint = ui.say("plan-day-hint").to_string();
    EditField { hint, ..field(ui, "day", "plan-day", &typed) }
}

/// A day as it is typed: `05/07/2024`, in either language.
pub(crate) fn typed_day(day: Date) -> String {
    words::time::date(words::Lang::Vi, day)
}

fn removal(there: bool) -> Removal {
    if there { Removal::Yes } else { Removal::No }
}

fn filled(ui: &Ui, posted: &Posted, name: &str) -> Result<String, Mistake> {
    match posted.get(name).trim() {
        "" => Err(Mistake::new(name, ui.say("plan-value-missing"))),
        typed => Ok(typed.to_owned()),
    }
}

fn read_day(ui: &Ui, posted: &Posted) -> Result<Date, Mistake> {
    let unreadable = domain::campaign::Refusal::DeadlineUnreadable.key();
    calendar::read_day(posted.get("day")).ok_or_else(|| Mistake::new("day", ui.say(unreadable)))
}

fn act_name(act: Act) -> &'static str {
    match act {
        Act::Hold => "hold",
        Act::Send => "send",
        Act::Opinion => "opinion",
        Act::Survey => "survey",
        Act::Meeting => "meeting",
        Act::Other => "other",
    }
}

fn act_named(name: &str) -> Act {
    ACTS.into_iter().find(|act| act_name(*act) == name).unwrap_or(Act::Other)
}

fn kind_name(kind: DateKind) -> &'static str {
    match kind {
        DateKind::Before => "before",
        DateKind::On => "on",
        _ => "by",
    }
}

fn kind_words(ui: &Ui, kind: DateKind) -> String {
    let key = match kind {
        DateKind::Before => "plan-kind-before",
        DateKind::On => "plan-kind-on",
        _ => "plan-kind-by",
    };
    ui.say(key).to_string()
}

fn kind_named(name: &str) -> DateKind {
    KINDS.into_iter().find(|kind| kind_name(*kind) == name).unwrap_or(DateKind::By)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_its_id() {
        for line in [Line::Title, Line::Day, Line::Date(3), Line::Recipient(0), Line::Outline(12)] {
            assert_eq!(line.to_string().parse(), Ok(line));
        }
        for wrong in ["", "date-", "date-x", "kind-1", "date"] {
            assert_eq!(wrong.parse::<Line>(), Err(()), "{wrong}");
        }
    }
}
