use super::line::term_words;
use super::{day, entry, role_words};
use crate::site::{Answer, Path, Posted, Query, Trouble, Visitor};
use crate::ui::{Choice, Entry, Link, Mistake, NavEntry, Ui};
use app::people::{How, PutSeat, SeatGround, ShowSeatGround, WhoSits};
use app::{Acted, Scope, Seen};
use askama::Template;
use domain::id::{BodyId, PersonId, SeatId};
use domain::person::Refusal;
use domain::seat::Role;
use serde::Deserialize;

/// Somebody is given a seat: a further one, one handed over, or one for a time instead of another.
/// Posts `who` (`known`, `new`), `person`, `name`, `phone`, `email`, `body`, `role`, `title`,
/// `from` and `to`.
#[derive(Template, Deserialize)]
#[template(path = "people/seat.html")]
pub struct SeatFormPage {
    pub ui: Ui,
    pub back: Link,
    pub kind: SeatFormKind,
    /// The seat that is handed over or stood in for, in words.
    #[serde(default)]
    pub other: String,
    pub whos: Vec<Choice>,
    pub people: Vec<Choice>,
    pub name: Entry,
    pub phone: Entry,
    pub email: Entry,
    pub bodies: Vec<Choice>,
    pub roles: Vec<Choice>,
    pub title: Entry,
    pub from: Entry,
    pub to: Entry,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum SeatFormKind {
    Further,
    HandOver,
    StandIn,
}

#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    instead: Option<SeatId>,
    #[serde(default)]
    stand_in: Option<SeatId>,
    #[serde(default)]
    person: Option<PersonId>,
}

/// The answers to who it is.
const KNOWN: &str = "known";
const NEW: &str = "new";

pub(super) async fn show(
    visitor: Visitor,
    Path(unit): Path<BodyId>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let case = ShowSeatGround { unit, how: wanted.how(), person: wanted.person };
    let Seen { scope, output: ground } = visitor.read(case).await?;
    visitor.show(&page(&visitor, &scope, &ground, &wanted))
}

pub(super) async fn save(
    visitor: Visitor,
    Path(unit): Path<BodyId>,
    Query(wanted): Query<Wanted>,
    posted: Posted,
) -> Answer {
    let trouble = match put(&visitor, unit, &wanted, &posted).await {
        Ok(person) => return visitor.go(&format!("/people/{person}")),
        Err(trouble) => trouble,
    };
    let field = trouble.refused().map_or("", |refused| field_of(refused.key(), &posted));
    let (status, words) = trouble.above_form(&visitor.ui_of_nobody())?;
    let case = ShowSeatGround { unit, how: wanted.how(), person: wanted.person };
    let Seen { scope, output: ground } = visitor.read(case).await?;
    let mut page = page(&visitor, &scope, &ground, &wanted);
    page.put_typed(&posted, (field, words));
    Ok(visitor.page(status, &page))
}

async fn put(
    visitor: &Visitor,
    unit: BodyId,
    wanted: &Wanted,
    posted: &Posted,
) -> Result<PersonId, Trouble> {
    let typed = |name: &str| posted.get(name).to_owned();
    let who = match posted.get("who") {
        NEW => WhoSits::New { name: typed("name"), phone: typed("phone"), email: typed("email") },
        _ => WhoSits::Known(posted.parse("person")),
    };
    let case = PutSeat {
        unit,
        who,
        body: posted.parse("body"),
        role: Role::parse(posted.get("role")),
        title: typed("title"),
        from: day(visitor, posted.get("from"))?,
        to: match day(visitor, posted.get("to"))? {
            // The last day that is typed is a day on which the seat is held.
            Some(last) => last.tomorrow().ok(),
            None => None,
        },
        how: wanted.how(),
    };
    let Acted { output: person, .. } = visitor.act(posted, case).await?;
    Ok(person)
}

impl Wanted {
    fn how(&self) -> How {
        match (self.instead, self.stand_in) {
            (Some(seat), _) => How::Instead(seat),
            (None, Some(seat)) => How::For(seat),
            (None, None) => How::Further,
        }
    }
}

fn page(visitor: &Visitor, scope: &Scope, ground: &SeatGround, wanted: &Wanted) -> SeatFormPage {
    let ui = visitor.ui(scope, NavEntry::Units);
    let unit = &ground.unit;
    let who = if wanted.person.is_some() || ground.people.is_empty() { KNOWN } else { NEW };
    let who = if ground.people.is_empty() { NEW } else { who };
    let chosen = wanted.person.map(|person| person.to_string()).unwrap_or_default();
    let nobody = choice("", ui.say("people-choose").to_string(), &chosen);
    let people = ground.people.iter();
    let people = people.map(|(id, name)| choice(id.to_string(), name.as_str(), &chosen));
    let organs = ground.organs.iter().map(|organ| (organ.id, organ.short.as_str()));
    let bodies = std::iter::once((unit.body, unit.short.as_str())).chain(organs);
    let whos = [(KNOWN, "people-who-known"), (NEW, "people-who-new")];
    SeatFormPage {
        back: Link {
            href: format!("/units/{}/people", unit.body),
            words: ui.say("people-of").with("unit", &unit.short).to_string(),
        },
        kind: match wanted.how() {
            How::Further => SeatFormKind::Further,
            How::Instead(_) => SeatFormKind::HandOver,
            How::For(_) => SeatFormKind::StandIn,
        },
        other: ground.other.as_ref().map_or(String::new(), |held| {
            let term = term_words(&ui, held.seat.term);
            [held.seat.title.as_str(), held.name.as_str(), &term].join(" · ")
        }),
        whos: whos.map(|(value, key)| choice(value, ui.say(key).to_string(), who)).into(),
        people: std::iter::once(nobody).chain(people).collect(),
        name: entry(""),
        phone: entry(""),
        email: entry(""),
        bodies: bodies.map(|(id, short)| choice(id.to_string(), short, "")).collect(),
        roles: ground
            .roles
            .iter()
            .map(|role| choice(role.name(), role_words(&ui, *role), Role::Drafter.name()))
            .collect(),
        title: entry(ground.other.as_ref().map_or("", |held| held.seat.title.as_str())),
        from: entry(""),
        to: entry(""),
        mistakes: Vec::new(),
        ui,
    }
}

/// The field at which a rule speaks; of the two days, the one that cannot be read.
fn field_of(key: &str, posted: &Posted) -> &'static str {
    if key == Refusal::DayUnreadable.key() {
        let wrong = domain::calendar::read_day(posted.get("from")).is_none();
        return if wrong && !posted.get("from").trim().is_empty() { "from" } else { "to" };
    }
    let fields = [
        (Refusal::NameMissing, "name"),
        (Refusal::PhoneUnreadable, "phone"),
        (Refusal::EmailUnreadable, "email"),
        (Refusal::PersonMissing, "person"),
        (Refusal::SeatTwice, "person"),
        (Refusal::OwnStandIn, "person"),
        (Refusal::TitleMissing, "title"),
        (Refusal::DayMissing, "to"),
        (Refusal::EndsBeforeBegin, "to"),
    ];
    fields.into_iter().find(|(refusal, _)| refusal.key() == key).map_or("", |(_, field)| field)
}

impl SeatFormPage {
    fn put_typed(&mut self, posted: &Posted, (field, words): (&'static str, String)) {
        let entries = [
            ("name", &mut self.name),
            ("phone", &mut self.phone),
            ("email", &mut self.email),
            ("title", &mut self.title),
            ("from", &mut self.from),
            ("to", &mut self.to),
        ];
        for (name, entry) in entries {
            posted.get(name).clone_into(&mut entry.value);
            if name == field {
                entry.error.clone_from(&words);
            }
        }
        let choices = [
            ("who", &mut self.whos),
            ("person", &mut self.people),
            ("body", &mut self.bodies),
            ("role", &mut self.roles),
        ];
        for (name, choices) in choices {
            for choice in choices {
                choice.chosen = choice.value == posted.get(name);
            }
        }
        self.mistakes.push(Mistake::new(field, words));
    }
}

fn choice(value: impl Into<String>, label: impl Into<String>, chosen: &str) -> Choice {
    let (value, label) = (value.into(), label.into());
    Choice { chosen: value == chosen, value, label, hint: String::new() }
}
