use super::role_words;
use crate::session::instead_words;
use crate::ui::{Link, Tag, Tone, Ui};
use app::Held;
use domain::group::{Standing, Term};
use domain::person::Account;
use jiff::civil::Date;
use serde::Deserialize;
use words::time;

/// Seats under one heading.
#[derive(Clone, Debug, Deserialize)]
pub struct SeatPart {
    pub title: String,
    pub rows: Vec<SeatLine>,
    /// What is said where there are none.
    #[serde(default)]
    pub empty: String,
}

/// A seat as a line of a table: who, where, as what, from when to when.
#[derive(Clone, Debug, Deserialize)]
pub struct SeatLine {
    /// Who holds it; nobody on the page of one person.
    #[serde(default)]
    pub who: Option<Link>,
    #[serde(default)]
    pub phone: String,
    /// In which unit; none on the page of one unit.
    #[serde(default)]
    pub place: Option<Link>,
    /// Title, organ, and whom it stands in for.
    pub post: String,
    pub role: String,
    pub term: String,
    /// None on the page of one person.
    #[serde(default)]
    pub account: Option<AccountState>,
    /// What can be done with it.
    #[serde(default)]
    pub acts: Vec<Link>,
}

/// Whether somebody can sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum AccountState {
    None,
    Invited,
    Active,
}

/// Which columns a table has beside those of the seat itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Unit,
    Branch,
    Person,
}

impl Ui {
    pub(super) fn account(&self, state: &AccountState) -> Tag {
        match state {
            AccountState::None => self.yellow(self.say("account-none")),
            AccountState::Invited => self.blue(self.say("account-invited")),
            AccountState::Active => self.tag(Tone::Plain, self.say("account-active")),
        }
    }
}

/// A seat as a line.
pub(super) fn line(ui: &Ui, held: &Held, today: Date, of: Of) -> SeatLine {
    let seat = &held.seat;
    let parts = [seat.title.as_str(), held.organ.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let who = Link { href: format!("/people/{}", seat.person), words: held.name.clone() };
    let place =
        Link { href: format!("/units/{}/people", held.unit), words: held.unit_short.clone() };
    let ended = seat.term.standing(today) == Standing::Ended;
    SeatLine {
        who: (of != Of::Person).then_some(who),
        phone: if of == Of::Person { String::new() } else { held.phone.clone() },
        place: (of != Of::Unit).then_some(place),
        post: instead_words(ui, &parts.join(" · "), &held.instead_of),
        role: role_words(ui, seat.role),
        term: term_words(ui, seat.term),
        account: (of != Of::Person).then_some(state(held.account)),
        acts: if ended || of == Of::Branch { Vec::new() } else { acts(ui, held) },
    }
}

/// `từ 05/03/2031 đến hết 30/06/2031`.
pub(super) fn term_words(ui: &Ui, term: Term) -> String {
    let from = time::date(ui.lang, term.from);
    let Some(to) = term.to else {
        return ui.say("people-from").with("from", from).to_string();
    };
    let last = to.yesterday().unwrap_or(to);
    let words = ui.say("people-from-to").with("from", from);
    words.with("to", time::date(ui.lang, last)).to_string()
}

pub(super) fn state(account: Account) -> AccountState {
    match account {
        Account::None => AccountState::None,
        Account::Invited => AccountState::Invited,
        Account::Active => AccountState::Active,
    }
}

fn acts(ui: &Ui, held: &Held) -> Vec<Link> {
    let (seat, unit) = (held.seat.id, held.unit);
    let form = format!("/units/{unit}/people/new");
    let end = (format!("/seats/{seat}/end"), "people-end");
    let acts = match held.seat.stands_for {
        Some(_) => vec![end],
        None => vec![
            (format!("{form}?instead={seat}"), "people-hand-over"),
            (format!("{form}?stand_in={seat}"), "people-stand-in"),
            end,
        ],
    };
    let link = |(href, key): (String, &str)| Link { href, words: ui.say(key).to_string() };
    acts.into_iter().map(link).collect()
}
