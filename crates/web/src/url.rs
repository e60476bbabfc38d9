//! Routes and their queries as arguments of handlers.

use app::Error;
use axum::{
    extract::{FromRequestParts, Path, Query},
    http::request::Parts,
};
use routes::Route;
use serde::de::DeserializeOwned;

use crate::Failure;

/// The parameters of a route: `Url(at::CaseShow { case })`. A parameter that cannot be read means that there is no
/// such page.
#[derive(Clone, Debug)]
pub struct Url<R>(pub R);

impl<R, S> FromRequestParts<S> for Url<R>
where
    R: Route + DeserializeOwned + Send,
    S: Send + Sync,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let Ok(Path(route)) = Path::<R>::from_request_parts(parts, state).await else {
            return Err(Error::NotFound { kind: "page" }.into());
        };
        Ok(Self(route))
    }
}

/// The values after the question mark: `Asked(query): Asked<CaseListQuery>`. Values that cannot be read mean that there
/// is no such page.
#[derive(Clone, Debug)]
pub struct Asked<Q>(pub Q);

impl<Q, S> FromRequestParts<S> for Asked<Q>
where
    Q: DeserializeOwned + Send,
    S: Send + Sync,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let Ok(Query(query)) = Query::<Q>::from_request_parts(parts, state).await else {
            return Err(Error::NotFound { kind: "page" }.into());
        };
        Ok(Self(query))
    }
}
