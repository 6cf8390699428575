//! How a use case can end other than well.

use domain::authority::Forbidden;
use jiff::civil::Date;
use std::fmt;
use store::db::StoreError;

/// The endings (kết thúc) a page or command must know.
#[derive(Debug)]
pub enum Ending {
    /// Nobody is signed in, or no longer.
    SignedOut,
    /// A rule said no, and says why.
    Refused(Refused),
    /// The seat may not.
    Forbidden,
    /// Whoever is signed in has to prove again who they are.
    Unconfirmed,
    /// It does not exist, or not for this seat.
    NotFound,
    /// Somebody else changed it meanwhile.
    Stale,
    /// Too much at once; nothing was done.
    Busy,
    /// Another transaction was faster; only the backend sees this one.
    Conflict,
    /// Something broke; the text is for the log.
    Broken(String),
}

/// The rules that can say no, one arm per noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    SignIn(domain::seat::SignInRefusal),
    Campaign(domain::campaign::Refusal),
    Submission(domain::submission::Refusal),
    OwnPart(domain::own_part::Refusal),
    Library(domain::library::Refusal),
    Task(domain::task::Refusal),
    Group(domain::group::Refusal),
    Person(domain::person::Refusal),
    Amendment(domain::amendment::Refusal),
    File(domain::file::Refusal),
    Reorganisation(domain::reorganisation::Refusal),
    Indicator(domain::indicator::Refusal),
    Receipt(domain::receipt::Refusal),
}

/// Why the program could not start on its database.
#[derive(Debug)]
pub enum StartError {
    /// The data were written by a newer program.
    NewerSchema(i64),
    /// Nobody answers there.
    Unreachable(String),
    /// The address makes no sense.
    Address(String),
    Database(String),
}

impl Refused {
    /// The key of the sentence that says what to do.
    pub fn key(self) -> &'static str {
        match self {
            Refused::SignIn(refusal) => refusal.key(),
            Refused::Campaign(refusal) => refusal.key(),
            Refused::Submission(refusal) => refusal.key(),
            Refused::OwnPart(refusal) => refusal.key(),
            Refused::Library(refusal) => refusal.key(),
            Refused::Task(refusal) => refusal.key(),
            Refused::Group(refusal) => refusal.key(),
            Refused::Person(refusal) => refusal.key(),
            Refused::Amendment(refusal) => refusal.key(),
            Refused::File(refusal) => refusal.key(),
            Refused::Reorganisation(refusal) => refusal.key(),
            Refused::Indicator(refusal) => refusal.key(),
            Refused::Receipt(refusal) => refusal.key(),
        }
    }
}

impl Refused {
    /// The two days its sentence names, where it names any.
    pub fn days(self) -> Option<(Date, Date)> {
        match self {
            Refused::Campaign(refusal) => refusal.days(),
            _ => None,
        }
    }
}

impl Ending {
    pub fn broken(what: &str) -> Ending {
        Ending::Broken(what.to_owned())
    }
}

impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Ending::Broken(what) => f.write_str(what),
            other => write!(f, "{other:?}"),
        }
    }
}

impl From<StoreError> for Ending {
    fn from(error: StoreError) -> Ending {
        match error {
            StoreError::Conflict => Ending::Conflict,
            other => Ending::Broken(other.to_string()),
        }
    }
}

impl From<Forbidden> for Ending {
    fn from(_: Forbidden) -> Ending {
        Ending::Forbidden
    }
}

impl<R> From<R> for Ending
where
    Refused: From<R>,
{
    fn from(refusal: R) -> Ending {
        Ending::Refused(refusal.into())
    }
}

impl From<domain::seat::SignInRefusal> for Refused {
    fn from(refusal: domain::seat::SignInRefusal) -> Refused {
        Refused::SignIn(refusal)
    }
}

impl From<domain::campaign::Refusal> for Refused {
    fn from(refusal: domain::campaign::Refusal) -> Refused {
        Refused::Campaign(refusal)
    }
}

impl From<domain::submission::Refusal> for Refused {
    fn from(refusal: domain::submission::Refusal) -> Refused {
        Refused::Submission(refusal)
    }
}

impl From<domain::own_part::Refusal> for Refused {
    fn from(refusal: domain::own_part::Refusal) -> Refused {
        Refused::OwnPart(refusal)
    }
}

impl From<domain::library::Refusal> for Refused {
    fn from(refusal: domain::library::Refusal) -> Refused {
        Refused::Library(refusal)
    }
}

impl From<domain::task::Refusal> for Refused {
    fn from(refusal: domain::task::Refusal) -> Refused {
        Refused::Task(refusal)
    }
}

impl From<domain::person::Refusal> for Refused {
    fn from(refusal: domain::person::Refusal) -> Refused {
        Refused::Person(refusal)
    }
}

impl From<domain::group::Refusal> for Refused {
    fn from(refusal: domain::group::Refusal) -> Refused {
        Refused::Group(refusal)
    }
}

impl From<domain::amendment::Refusal> for Refused {
    fn from(refusal: domain::amendment::Refusal) -> Refused {
        Refused::Amendment(refusal)
    }
}

impl From<domain::file::Refusal> for Refused {
    fn from(refusal: domain::file::Refusal) -> Refused {
        Refused::File(refusal)
    }
}

impl From<domain::reorganisation::Refusal> for Refused {
    fn from(refusal: domain::reorganisation::Refusal) -> Refused {
        Refused::Reorganisation(refusal)
    }
}

impl From<domain::indicator::Refusal> for Refused {
    fn from(refusal: domain::indicator::Refusal) -> Refused {
        Refused::Indicator(refusal)
    }
}

impl From<domain::receipt::Refusal> for Refused {
    fn from(refusal: domain::receipt::Refusal) -> Refused {
        Refused::Receipt(refusal)
    }
}

impl From<serde_json::Error> for Ending {
    fn from(error: serde_json::Error) -> Ending {
        Ending::Broken(error.to_string())
    }
}

impl From<rusqlite::Error> for StartError {
    fn from(error: rusqlite::Error) -> StartError {
        StartError::Database(error.to_string())
    }
}

impl From<std::io::Error> for StartError {
    fn from(error: std::io::Error) -> StartError {
        StartError::Database(error.to_string())
    }
}

impl From<StoreError> for StartError {
    fn from(error: StoreError) -> StartError {
        StartError::Database(error.to_string())
    }
}

impl From<tokio_postgres::Error> for StartError {
    fn from(error: tokio_postgres::Error) -> StartError {
        StartError::Database(error.to_string())
    }
}
