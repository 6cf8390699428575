use crate::site::{Answer, Policy, Query, Route, Visitor};
use app::live::FindChange;
use axum::http::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::routing::get;
use domain::id::CampaignId;
use serde::Deserialize;

/// The one route that open pages ask.
pub fn routes() -> Vec<Route> {
    vec![Route::new("/changes", Policy::SignedIn, get(changes))]
}

#[derive(Debug, Deserialize)]
struct Asked {
    #[serde(default)]
    campaign: Option<CampaignId>,
}

/// The ETag is the newest position that touches whoever asks; nothing newer than theirs is a 304.
async fn changes(visitor: Visitor, Query(asked): Query<Asked>, headers: HeaderMap) -> Answer {
    let known = headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let after = known.and_then(|tag| tag.trim_matches('"').parse().ok()).unwrap_or(0);
    let newest = visitor.watch(FindChange { campaign: asked.campaign, after }).await?.output;
    let tag = [
        (CACHE_CONTROL, "private, no-cache".to_owned()),
        (ETAG, format!("\"{}\"", newest.unwrap_or(after))),
    ];
    let status = if newest.is_some() { StatusCode::OK } else { StatusCode::NOT_MODIFIED };
    Ok((status, tag).into_response())
}
