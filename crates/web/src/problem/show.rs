use crate::ui::{Link, Ui};
use askama::Template;
use serde::Deserialize;

/// Why nothing else is shown, and what to do next.
#[derive(Template, Deserialize)]
#[template(path = "problem/show.html")]
pub struct ProblemPage {
    pub ui: Ui,
    pub problem: Problem,
    /// One more sentence, such as a refusal's own words.
    #[serde(default)]
    pub words: String,
    /// The code under which the incident was logged; empty unless something broke.
    #[serde(default)]
    pub code: String,
    /// Where to go from here, beside the start page.
    #[serde(default)]
    pub link: Option<Link>,
}

/// What kind of problem; the status code follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Problem {
    /// 403: this seat may not.
    Forbidden,
    /// 404.
    NotFound,
    /// 409: somebody else was faster.
    Stale,
    /// 422: a rule says no.
    Refused,
    /// 503: too much at once; it was not done.
    Busy,
    /// 500.
    Broken,
}

impl Problem {
    /// The status code of the answer.
    pub fn status(self) -> u16 {
        match self {
            Problem::Forbidden => 403,
            Problem::NotFound => 404,
            Problem::Stale => 409,
            Problem::Refused => 422,
            Problem::Busy => 503,
            Problem::Broken => 500,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Problem::Forbidden => "problem-forbidden",
            Problem::NotFound => "problem-not-found",
            Problem::Stale => "problem-stale",
            Problem::Refused => "problem-refused",
            Problem::Busy => "problem-busy",
            Problem::Broken => "problem-broken",
        }
    }

    fn help(self) -> &'static str {
        match self {
            Problem::Forbidden => "problem-forbidden-help",
            Problem::NotFound => "problem-not-found-help",
            Problem::Stale => "problem-stale-help",
            Problem::Refused => "problem-refused-help",
            Problem::Busy => "problem-busy-help",
            Problem::Broken => "problem-broken-help",
        }
    }
}
