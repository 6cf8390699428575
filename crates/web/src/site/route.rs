use super::posted::{FILE_BYTES_MAX, HEADS_BYTES_MAX};
use super::{Gallery, Posted, Site, Visitor, headers};
use crate::{assets, gallery};
use app::Ending;
use app::live::wait_for;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, Request};
use axum::http::StatusCode;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};

/// A route of the product with who may take it. There are no others.
pub struct Route {
    pub path: &'static str,
    pub policy: Policy,
    handler: MethodRouter<Site>,
}

/// Who may take a route. What they may see there, the use case decides from the seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Anybody: the door, assets, health.
    Anyone,
    /// Somebody signed in.
    SignedIn,
}

impl Route {
    pub fn new(path: &'static str, policy: Policy, handler: MethodRouter<Site>) -> Route {
        Route { path, policy, handler }
    }
}

/// Every route, in one table.
pub fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::new("/assets/{name}", Policy::Anyone, get(asset)),
        Route::new("/health", Policy::Anyone, get(health)),
        Route::new("/language", Policy::Anyone, post(language)),
    ];
    for feature in [
        crate::session::routes,
        crate::work::routes,
        crate::section::routes,
        crate::grid::routes,
        crate::submission::routes,
        crate::receipt::routes,
        crate::queue::routes,
        crate::review::routes,
        crate::own_part::routes,
        crate::figures::routes,
        crate::plan::routes,
        crate::campaign::routes,
        crate::plan_text::routes,
        crate::library::routes,
        crate::task::routes,
        crate::group::routes,
        crate::amendment::routes,
        crate::acknowledgement::routes,
        crate::report::routes,
        crate::unit::routes,
        crate::reorganisation::routes,
        crate::register::routes,
        crate::people::routes,
        crate::help::routes,
        crate::live::routes,
    ] {
        routes.extend(feature());
    }
    routes
}

/// The product as a service.
pub fn router(site: Site) -> Router {
    let mut router = Router::new();
    for route in routes() {
        let handler = match route.policy {
            Policy::Anyone => route.handler,
            Policy::SignedIn => {
                route.handler.layer(middleware::from_fn_with_state(site.clone(), only_signed_in))
            }
        };
        router = router.route(route.path, handler);
    }
    if site.gallery == Gallery::Shown {
        router = router
            .route("/gallery", get(gallery_index))
            .route("/gallery/{*sample}", get(gallery_sample));
    }
    router
        .fallback(nowhere)
        .layer(DefaultBodyLimit::max(FILE_BYTES_MAX + HEADS_BYTES_MAX))
        .layer(middleware::from_fn(headers::put))
        .with_state(site)
}

/// Without a cookie there is nothing to look up; whether it opens a session, the use case says.
async fn only_signed_in(visitor: Visitor, mut request: Request, next: Next) -> Response {
    if !visitor.has_secret() {
        return visitor.trouble(Ending::SignedOut).into_response();
    }
    if let Some(event) = visitor.after {
        match wait_for(&visitor.site.app, event).await {
            Ok(order) => request.extensions_mut().insert(order),
            Err(ending) => return visitor.trouble(ending).into_response(),
        };
    }
    next.run(request).await
}

async fn nowhere(visitor: Visitor) -> Response {
    visitor.trouble(Ending::NotFound).into_response()
}

async fn health() -> &'static str {
    "ok"
}

async fn asset(visitor: Visitor, request: Request) -> Response {
    let Some(asset) = assets::find(&visitor.here) else { return nowhere(visitor).await };
    let takes = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let kind = [(CONTENT_TYPE, asset.content_type), (CACHE_CONTROL, assets::CACHE_CONTROL)];
    match &asset.gzip {
        Some(gzip) if takes.is_some_and(|takes| takes.contains("gzip")) => {
            (kind, [(CONTENT_ENCODING, "gzip")], gzip.as_slice()).into_response()
        }
        _ => (kind, asset.bytes.as_ref()).into_response(),
    }
}

async fn language(visitor: Visitor, posted: Posted) -> super::Answer {
    let lang = words::Lang::from_code(posted.get("lang")).unwrap_or(visitor.lang);
    let mut response = visitor.go(own_address(posted.get("return")))?;
    visitor.keep_lang(&mut response, lang);
    Ok(response)
}

/// An address on this site, or the start page.
pub(crate) fn own_address(text: &str) -> &str {
    let own =
        text.starts_with('/') && !text.starts_with("//") && !text.contains(['\\', '\n', '\r']);
    if own { text } else { "/" }
}

async fn gallery_index(visitor: Visitor) -> Response {
    shown(gallery::index(visitor.lang))
}

async fn gallery_sample(visitor: Visitor, Path(name): Path<String>) -> Response {
    match gallery::render(visitor.lang, &name) {
        Ok(html) => shown(html),
        Err(_) => nowhere(visitor).await,
    }
}

fn shown(html: String) -> Response {
    (StatusCode::OK, axum::response::Html(html)).into_response()
}
