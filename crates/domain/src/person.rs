//! People (cá nhân): how they are called and reached, by what they sign in, what a password must be.

use crate::group::Term;
use crate::seat::Role;
use crate::text::{Text, clean, fold};
use jiff::SignedDuration;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Why something about a person or a seat cannot be done (lý do từ chối).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    NameMissing,
    TextTooLong,
    /// What was typed is no telephone number.
    PhoneUnreadable,
    /// What was typed is no e-mail address.
    EmailUnreadable,
    /// Nobody was chosen, and nobody new was named.
    PersonMissing,
    TitleMissing,
    DayUnreadable,
    DayMissing,
    EndsBeforeBegin,
    /// The person has this role in this body already.
    SeatTwice,
    /// Nobody ends the seat they act from.
    OwnSeat,
    SeatEnded,
    /// Nobody stands in for themselves.
    OwnStandIn,
    /// The person holds seats that the administrator does not reach.
    SeatsElsewhere,
    /// Whoever manages people needs somebody who manages them from outside.
    OwnAccount,
    /// A sheet takes only so many.
    TooMany,
    /// The link was used, has run out, or never was.
    InvitationVoid,
    PasswordShort,
    PasswordLong,
    /// The password is one that everybody tries first.
    PasswordCommon,
    /// The password is little more than a name.
    PasswordNames,
    /// The present password is not right.
    PasswordWrong,
}

/// Whether a person can sign in (tình trạng tài khoản).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Account {
    /// Nobody has been invited yet, or the invitation ran out.
    None,
    /// A link is out and was not used.
    Invited,
    Active,
}

/// For what a link is (loại liên kết).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// The first password of somebody new.
    First,
    /// Another password, the old one being void.
    Reset,
}

/// The longest name, title or address that is taken, in characters.
pub const TEXT_LENGTH_MAX: usize = 200;
/// The shortest password, in characters.
pub const PASSWORD_LENGTH_MIN: usize = 10;
/// The longest password, in characters.
pub const PASSWORD_LENGTH_MAX: usize = 128;
/// How many people one sheet of invitations takes.
pub const SHEET_MAX: usize = 100;

/// Fewer characters than these beside a name are no password.
const BESIDE_NAME_MIN: usize = 6;
/// As few different characters as these are no password.
const DIFFERENT_MIN: usize = 5;
/// Passwords that are tried first, folded, one a line.
const COMMON: &str = include_str!("person/common.txt");

/// A line as it is stored: cleaned, and not too long.
pub fn line(typed: &str) -> Result<Text, Refusal> {
    let text = Text::new(&typed.replace('\n', " "));
    match text.as_str().chars().count() > TEXT_LENGTH_MAX {
        true => Err(Refusal::TextTooLong),
        false => Ok(text),
    }
}

/// A telephone number as digits, `0912345678`; empty where nothing was typed. A number of Vietnam
/// begins with 0, one from abroad keeps its `+`.
pub fn phone(typed: &str) -> Result<String, Refusal> {
    let typed = clean(typed);
    let kept: String = typed.trim().chars().filter(|c| !" .-()".contains(*c)).collect();
    if kept.is_empty() {
        return Ok(kept);
    }
    let number = match kept.strip_prefix("+84") {
        Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        None => kept,
    };
    let digits = number.strip_prefix('+').or(number.strip_prefix('0'));
    let right = digits.is_some_and(|digits| {
        (8..=14).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    if right { Ok(number) } else { Err(Refusal::PhoneUnreadable) }
}

/// An e-mail address in small letters; empty where nothing was typed.
pub fn email(typed: &str) -> Result<String, Refusal> {
    let address = clean(typed).trim().to_lowercase();
    if address.is_empty() {
        return Ok(address);
    }
    let plain = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_graphic() && !"@,;<>\"".contains(c))
    };
    let (name, host) = address.split_once('@').ok_or(Refusal::EmailUnreadable)?;
    let inner = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    let short = address.chars().count() <= TEXT_LENGTH_MAX;
    if plain(name) && plain(host) && inner && short {
        Ok(address)
    } else {
        Err(Refusal::EmailUnreadable)
    }
}

/// The key under which a sign-in name is kept: a telephone number as its digits, anything else in
/// small letters.
pub fn sign_in_key(typed: &str) -> String {
    match phone(typed) {
        Ok(number) if !number.is_empty() => number,
        _ => clean(typed).trim().to_lowercase(),
    }
}

/// The sign-in name somebody new is given: the given name and the unit's code, with a number from
/// the second such person on: `thanh.hv-vk-01`, `thanh2.hv-vk-01`.
pub fn sign_in_name(name: &Text, code: &str, nth: usize) -> String {
    let folded = name.folded();
    let given = folded.split(' ').next_back().unwrap_or_default();
    let number = if nth > 1 { nth.to_string() } else { String::new() };
    format!("{given}{number}.{}", code.to_lowercase())
}

/// Passes where a password is long enough, is not tried first by everybody, and is more than the
/// names that go with it.
pub fn check_password(password: &str, names: &[&str]) -> Result<(), Refusal> {
    let password = clean(password);
    let length = password.chars().count();
    if length < PASSWORD_LENGTH_MIN {
        return Err(Refusal::PasswordShort);
    }
    if length > PASSWORD_LENGTH_MAX {
        return Err(Refusal::PasswordLong);
    }
    let plain = plain(&password);
    let mut different: Vec<char> = password.chars().collect();
    different.sort_unstable();
    different.dedup();
    if different.len() < DIFFERENT_MIN || COMMON.lines().any(|common| common == plain) {
        return Err(Refusal::PasswordCommon);
    }
    let near = names.iter().map(|name| self::plain(name)).any(|name| {
        let rest = plain.replacen(&name, "", 1);
        name.len() > 3 && rest.len() < plain.len() && rest.len() < BESIDE_NAME_MIN
    });
    if near { Err(Refusal::PasswordNames) } else { Ok(()) }
}

/// The term of a seat from what was typed, today where no beginning was.
pub fn seat_term(from: Option<Date>, to: Option<Date>, today: Date) -> Result<Term, Refusal> {
    Term::new(from.unwrap_or(today), to).map_err(|_| Refusal::EndsBeforeBegin)
}

/// Whether somebody of `role` may give, end or hand over a seat of another role: whoever runs the
/// installation is named only by others who do.
pub fn may_seat(role: Role, seated: Role) -> bool {
    seated != Role::SystemAdmin || role == Role::SystemAdmin
}

impl Purpose {
    pub fn name(self) -> &'static str {
        match self {
            Purpose::First => "first",
            Purpose::Reset => "reset",
        }
    }

    pub fn parse(name: &str) -> Option<Purpose> {
        [Purpose::First, Purpose::Reset].into_iter().find(|purpose| purpose.name() == name)
    }

    /// How long a link is good.
    pub fn lasts(self) -> SignedDuration {
        match self {
            Purpose::First => SignedDuration::from_hours(72),
            Purpose::Reset => SignedDuration::from_hours(24),
        }
    }
}

impl Refusal {
    /// The key of the sentence that says what to do.
    pub fn key(self) -> &'static str {
        match self {
            Refusal::NameMissing => "refusal-person-name-missing",
            Refusal::TextTooLong => "refusal-person-text-too-long",
            Refusal::PhoneUnreadable => "refusal-person-phone-unreadable",
            Refusal::EmailUnreadable => "refusal-person-email-unreadable",
            Refusal::PersonMissing => "refusal-person-missing",
            Refusal::TitleMissing => "refusal-person-title-missing",
            Refusal::DayUnreadable => "refusal-person-day-unreadable",
            Refusal::DayMissing => "refusal-person-day-missing",
            Refusal::EndsBeforeBegin => "refusal-person-ends-before-begin",
            Refusal::SeatTwice => "refusal-person-seat-twice",
            Refusal::OwnSeat => "refusal-person-own-seat",
            Refusal::SeatEnded => "refusal-person-seat-ended",
            Refusal::OwnStandIn => "refusal-person-own-stand-in",
            Refusal::SeatsElsewhere => "refusal-person-seats-elsewhere",
            Refusal::OwnAccount => "refusal-person-own-account",
            Refusal::TooMany => "refusal-person-too-many",
            Refusal::InvitationVoid => "refusal-person-invitation-void",
            Refusal::PasswordShort => "refusal-person-password-short",
            Refusal::PasswordLong => "refusal-person-password-long",
            Refusal::PasswordCommon => "refusal-person-password-common",
            Refusal::PasswordNames => "refusal-person-password-names",
            Refusal::PasswordWrong => "refusal-person-password-wrong",
        }
    }
}

/// Folded and without blanks and marks, as passwords are compared.
fn plain(text: &str) -> String {
    fold(text).replace(' ', "")
}

#[cfg(test)]
mod tests;
