use super::{Posted, Visitor};
use crate::problem::{Problem, ProblemPage};
use crate::session::{ConfirmPage, KeptField};
use crate::ui::{Ui, refusal_words};
use app::{Ending, Refused};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// An ending other than a good one, with whoever it happened to.
pub struct Trouble(Box<Inner>);

struct Inner {
    visitor: Visitor,
    ending: Ending,
    /// The form that was not done yet.
    kept: Vec<KeptField>,
}

impl Trouble {
    pub(super) fn new(visitor: Visitor, ending: Ending) -> Trouble {
        Trouble(Box::new(Inner { visitor, ending, kept: Vec::new() }))
    }

    /// The same with the form that was posted, to go on with it once the way is free.
    pub fn carrying(mut self, posted: &Posted) -> Trouble {
        if matches!(self.0.ending, Ending::Unconfirmed) {
            self.0.kept = KeptField::of(posted);
        }
        self
    }

    /// The rule that said no, for a page that shows it where it belongs.
    pub fn refused(&self) -> Option<Refused> {
        match self.0.ending {
            Ending::Refused(refused) => Some(refused),
            _ => None,
        }
    }

    /// Status and sentence of an ending that a page with a form shows above what was typed; any
    /// other is given back.
    pub fn above_form(self, ui: &Ui) -> Result<(StatusCode, String), Trouble> {
        match self.0.ending {
            Ending::Refused(refused) => Ok((StatusCode::UNPROCESSABLE_ENTITY, ui.refusal(refused))),
            Ending::Stale => Ok((StatusCode::CONFLICT, ui.say("stale-above-form").to_string())),
            _ => Err(self),
        }
    }

    /// Whether somebody else changed it meanwhile.
    pub fn is_stale(&self) -> bool {
        matches!(self.0.ending, Ending::Stale)
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let Inner { visitor, ending, kept } = *self.0;
        let (problem, words, code) = match ending {
            Ending::SignedOut => {
                let next = if visitor.here.starts_with("/work") || visitor.here == "/" {
                    String::new()
                } else {
                    format!("?next={}", visitor.here.replace('?', "%3F").replace('&', "%26"))
                };
                return Redirect::to(&format!("/sign-in{next}")).into_response();
            }
            Ending::Unconfirmed => {
                let page = ConfirmPage::asked(visitor.ui_of_nobody(), &visitor.here, kept);
                return visitor.page(StatusCode::FORBIDDEN, &page);
            }
            Ending::Refused(refused) => {
                (Problem::Refused, refusal_words(visitor.lang, refused), String::new())
            }
            Ending::Forbidden => (Problem::Forbidden, String::new(), String::new()),
            Ending::NotFound => (Problem::NotFound, String::new(), String::new()),
            Ending::Stale => (Problem::Stale, String::new(), String::new()),
            Ending::Busy | Ending::Conflict => (Problem::Busy, String::new(), String::new()),
            Ending::Broken(why) => {
                let code = app::hex(&visitor.site.app.backend.random()[..4]);
                tracing::error!(%code, %why, "a request broke");
                (Problem::Broken, String::new(), code)
            }
        };
        let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::BAD_REQUEST);
        let ui = visitor.ui_of_nobody();
        visitor.page(status, &ProblemPage { ui, problem, words, code, link: None })
    }
}
