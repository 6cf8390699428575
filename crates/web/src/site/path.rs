use super::{Site, Trouble, Visitor};
use app::Ending;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

/// What stands behind the `?` of an address. One that cannot be read is not found either.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Site> for Query<T> {
    type Rejection = Trouble;

    #[expect(clippy::disallowed_types, reason = "here it is answered with a page")]
    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Query<T>, Trouble> {
        let Ok(visitor) = Visitor::from_request_parts(parts, site).await;
        let asked = axum::extract::Query::from_request_parts(parts, site).await;
        let axum::extract::Query(asked) = asked.map_err(|_| visitor.trouble(Ending::NotFound))?;
        Ok(Query(asked))
    }
}

/// What a route's address names. An address that names nothing is not found, like one that names
/// something that is not there.
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Site> for Path<T> {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Path<T>, Trouble> {
        let Ok(visitor) = Visitor::from_request_parts(parts, site).await;
        let named = axum::extract::Path::from_request_parts(parts, site).await;
        let axum::extract::Path(named) = named.map_err(|_| visitor.trouble(Ending::NotFound))?;
        Ok(Path(named))
    }
}
