use super::{Posted, Site, Transport, Trouble, after};
use crate::session::instead_words;
use crate::ui::{Live, NavEntry, NavItem, SignedIn, Ui};
use app::live::Order;
use app::{Actable, Acted, Case, Ending, Scope, Seen, Token};
use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT, COOKIE, SET_COOKIE, USER_AGENT};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::id::{CampaignId, EventId};
use domain::session::{Device, LONGEST};
use sha2::{Digest, Sha256};
use std::convert::Infallible;
use words::{Lang, time};

/// Whoever sends the request: the secret in their cookie, their language, where they are.
#[derive(Clone)]
pub struct Visitor {
    pub site: Site,
    pub lang: Lang,
    /// What a script asks for when it saves in the background.
    pub wants: Wants,
    /// Path and query of the page, for coming back to it.
    pub here: String,
    /// What the browser calls itself.
    pub browser: String,
    /// What was just done and must be in the page.
    pub after: Option<EventId>,
    /// Whether it is.
    order: Order,
    /// Hexadecimal; none on the first visit.
    secret: Option<String>,
}

/// In what form the answer is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wants {
    Page,
    Json,
}

/// A browser takes the first only over https, for this host alone and for all of it.
const SECRET_COOKIES: (&str, &str) = ("__Host-tongket", "tongket");
const LANG_COOKIE: &str = "lang";
const OWN_SECONDS: i64 = LONGEST.as_secs();
const YEAR_SECONDS: u32 = 31_536_000;

impl Visitor {
    /// The session's token; of nobody where there is no cookie.
    pub fn token(&self) -> Token {
        Token::new(self.secret.as_deref().unwrap_or_default().as_bytes())
    }

    /// What every form sends back; tied to the cookie, so that no other site can make it up.
    pub fn csrf(&self) -> String {
        let secret = self.secret.as_deref().unwrap_or_default();
        app::hex(&Sha256::new().chain_update(b"csrf/1").chain_update(secret).finalize()[..16])
    }

    /// The same visitor with a new secret, not yet in their cookie.
    pub fn with_secret(&self, secret: &str) -> Visitor {
        Visitor { secret: Some(secret.to_owned()), ..self.clone() }
    }

    /// A secret nobody knows yet.
    pub fn new_secret(&self) -> String {
        app::hex(&self.site.app.backend.random())
    }

    pub fn has_secret(&self) -> bool {
        self.secret.is_some()
    }

    /// Reads something as whoever is signed in.
    pub async fn read<C: Case>(&self, case: C) -> Result<Seen<C::Output>, Trouble> {
        self.site.app.read(self.token(), case).await.map_err(|ending| self.trouble(ending))
    }

    /// Reads something for a page that stays open.
    pub async fn watch<C: Case>(&self, case: C) -> Result<Seen<C::Output>, Trouble> {
        self.site.app.watch(self.token(), case).await.map_err(|ending| self.trouble(ending))
    }

    /// Saves a draft as whoever is signed in.
    pub async fn save<C: Case>(&self, case: C) -> Result<Seen<C::Output>, Trouble> {
        self.site.app.save(self.token(), case).await.map_err(|ending| self.trouble(ending))
    }

    /// Does something once: the same form sent again is the same act.
    pub async fn act<C: Actable>(
        &self,
        posted: &Posted,
        case: C,
    ) -> Result<Acted<C::Output>, Trouble> {
        let acted = self.site.app.act(self.token(), &posted.key(), case).await;
        acted.map_err(|ending| self.trouble(ending).carrying(posted))
    }

    /// The answer to an ending other than a good one.
    pub fn trouble(&self, ending: Ending) -> Trouble {
        Trouble::new(self.clone(), ending)
    }

    /// What a page is given, for somebody signed in.
    pub fn ui(&self, scope: &Scope, current: NavEntry) -> Ui {
        Ui { current: Some(current), ..self.ui_of(scope) }
    }

    /// The same for a page under no entry of the navigation.
    pub fn ui_of(&self, scope: &Scope) -> Ui {
        let shown = scope.shown();
        let organ = scope.body() != scope.unit();
        let post = if organ { &shown.body } else { &shown.title };
        let post = instead_words(&self.ui_of_nobody(), post, &shown.instead_of);
        Ui {
            signed_in: Some(SignedIn {
                person: shown.person.clone(),
                body: shown.unit.clone(),
                post,
                seats: usize::try_from(shown.seats).unwrap_or(1),
            }),
            nav: nav(scope),
            ..self.ui_of_nobody()
        }
    }

    /// What a page is given that needs nobody signed in.
    pub fn ui_of_nobody(&self) -> Ui {
        Ui {
            lang: self.lang,
            csrf: self.csrf(),
            here: self.here.clone(),
            behind: match self.order {
                Order::Sealed => String::new(),
                Order::NotYet => {
                    time::moment(self.lang, calendar::local(self.site.app.backend.now()))
                }
            },
            ..Ui::default()
        }
    }

    /// How a page that shows a campaign, or all of them, learns of what happens after it was made.
    pub fn live(&self, scope: &Scope, campaign: Option<CampaignId>) -> Option<Live> {
        let of = campaign.map(|campaign| format!("?campaign={campaign}")).unwrap_or_default();
        Some(Live { ask: format!("/changes{of}"), position: scope.position() })
    }

    /// A page of words, with its status.
    pub fn page(&self, status: StatusCode, page: &impl askama::Template) -> Response {
        match page.render() {
            Ok(html) => (status, Html(html)).into_response(),
            Err(error) => self.trouble(Ending::Broken(error.to_string())).into_response(),
        }
    }

    /// A page that is as it should be.
    pub fn show(&self, page: &impl askama::Template) -> super::Answer {
        Ok(self.page(StatusCode::OK, page))
    }

    /// To another page, after something was done.
    pub fn go(&self, to: &str) -> super::Answer {
        Ok(Redirect::to(to).into_response())
    }

    /// To a page that must hold what was just done.
    pub fn go_after(&self, to: &str, event: Option<EventId>) -> super::Answer {
        match event {
            Some(event) => self.go(&after::put(to, event)),
            None => self.go(to),
        }
    }

    /// Puts a secret into the visitor's cookie: on a machine of their own as long as a session can
    /// last, elsewhere as long as the browser is open.
    pub fn keep_secret(&self, response: &mut Response, secret: &str, device: Device) {
        let name = secret_cookie(&self.site);
        let age = match device {
            Device::Own => format!("; Max-Age={OWN_SECONDS}"),
            Device::Shared => String::new(),
        };
        self.set_cookie(response, &format!("{name}={secret}; HttpOnly{age}"));
    }

    /// Removes the secret.
    pub fn forget_secret(&self, response: &mut Response) {
        let name = secret_cookie(&self.site);
        self.set_cookie(response, &format!("{name}=; HttpOnly; Max-Age=0"));
    }

    /// Keeps the language for a year.
    pub fn keep_lang(&self, response: &mut Response, lang: Lang) {
        self.set_cookie(
            response,
            &format!("{LANG_COOKIE}={}; Max-Age={YEAR_SECONDS}", lang.code()),
        );
    }

    fn set_cookie(&self, response: &mut Response, cookie: &str) {
        let secure = match self.site.transport {
            Transport::Secure => "; Secure",
            Transport::Plain => "",
        };
        let cookie = format!("{cookie}; Path=/; SameSite=Lax{secure}");
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(SET_COOKIE, value);
        }
    }
}

impl FromRequestParts<Site> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Visitor, Infallible> {
        let asked = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        let (here, after) = after::take(asked);
        let secret = cookie(&parts.headers, secret_cookie(site));
        let browser = parts.headers.get(USER_AGENT);
        Ok(Visitor {
            site: site.clone(),
            lang: lang(&parts.headers),
            wants: wants(&parts.headers),
            here,
            browser: browser.and_then(|name| name.to_str().ok()).unwrap_or_default().to_owned(),
            after,
            order: parts.extensions.get().copied().unwrap_or(Order::Sealed),
            secret: secret.filter(|s| s.len() == 64 && s.bytes().all(|b| b.is_ascii_hexdigit())),
        })
    }
}

fn secret_cookie(site: &Site) -> &'static str {
    match site.transport {
        Transport::Secure => SECRET_COOKIES.0,
        Transport::Plain => SECRET_COOKIES.1,
    }
}

fn nav(scope: &Scope) -> Vec<NavItem> {
    let sets_up = scope.may(Action::SetUp, Relation::Own).is_ok();
    let sums = scope.may(Action::ReadTotals, Relation::Own).is_ok();
    let entry = |entry, href: &str| NavItem { entry, href: href.to_owned(), waiting: 0 };
    let mut nav = vec![entry(NavEntry::Work, "/work")];
    if sets_up {
        nav.push(entry(NavEntry::Campaigns, "/campaigns"));
    }
    if sums {
        nav.push(entry(NavEntry::Figures, "/figures"));
    }
    nav.push(entry(NavEntry::Units, "/units"));
    nav.push(entry(NavEntry::Help, "/help"));
    nav
}

fn wants(headers: &HeaderMap) -> Wants {
    let accept = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
    if accept.starts_with("application/json") { Wants::Json } else { Wants::Page }
}

/// As chosen by the switch; Vietnamese until then.
fn lang(headers: &HeaderMap) -> Lang {
    cookie(headers, LANG_COOKIE).and_then(|code| Lang::from_code(&code)).unwrap_or_default()
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('=').map(str::to_owned))
}
