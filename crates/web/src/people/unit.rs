use super::line::{Of, line};
use super::{SeatLine, SeatPart};
use crate::site::{Answer, Path, Visitor};
use crate::ui::{Link, NavEntry, Ui};
use app::people::{ShowPeople, UnitPeople};
use app::{Held, Seen};
use askama::Template;
use domain::group::Standing;
use domain::id::BodyId;
use domain::person::Account;
use serde::Deserialize;

/// The people of a unit: who sits, who will, who sat. Posts `person` to `/people/links`.
#[derive(Template, Deserialize)]
#[template(path = "people/unit.html")]
pub struct UnitPeoplePage {
    pub ui: Ui,
    pub unit: Link,
    pub branch: Link,
    /// Where somebody is given a seat.
    pub add: String,
    /// The units of the branch that have nobody.
    #[serde(default)]
    pub missing: Option<Link>,
    pub now: SeatPart,
    /// Nothing where there is nothing to say.
    #[serde(default)]
    pub others: Vec<SeatPart>,
    /// Those who cannot sign in yet, for whom links can be printed.
    #[serde(default)]
    pub without: Vec<String>,
}

pub(super) async fn show(visitor: Visitor, Path(unit): Path<BodyId>) -> Answer {
    let Seen { scope, output: people } = visitor.read(ShowPeople { unit }).await?;
    let ui = visitor.ui(&scope, NavEntry::Units);
    let part = |key: &str, standing: Standing| SeatPart {
        title: ui.say(key).to_string(),
        rows: lines(&ui, &people, standing),
        empty: ui.say("people-nobody").to_string(),
    };
    let others = [part("people-planned", Standing::Planned), part("people-ended", Standing::Ended)];
    let page = UnitPeoplePage {
        now: part("people-now", Standing::InForce),
        others: others.into_iter().filter(|part| !part.rows.is_empty()).collect(),
        unit: Link { href: format!("/units/{unit}"), words: people.unit.short.clone() },
        branch: Link {
            href: format!("/people?unit={unit}"),
            words: ui.say("people-branch").to_string(),
        },
        add: format!("/units/{unit}/people/new"),
        missing: (people.empty > 0).then(|| Link {
            href: format!("/people?unit={unit}&part=empty"),
            words: ui.say("people-missing").with("n", people.empty).to_string(),
        }),
        without: without(people.seats.iter()),
        ui,
    };
    visitor.show(&page)
}

/// Those who cannot sign in yet, each once.
pub(super) fn without<'h>(seats: impl Iterator<Item = &'h Held>) -> Vec<String> {
    let mut without: Vec<String> = Vec::new();
    for held in seats.filter(|held| held.account != Account::Active) {
        let person = held.seat.person.to_string();
        if !without.contains(&person) {
            without.push(person);
        }
    }
    without
}

fn lines(ui: &Ui, people: &UnitPeople, standing: Standing) -> Vec<SeatLine> {
    let of = |held: &&Held| held.seat.term.standing(people.today) == standing;
    people.seats.iter().filter(of).map(|held| line(ui, held, people.today, Of::Unit)).collect()
}
