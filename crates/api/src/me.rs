//! Whose token this is.

use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{ctx::ApiCtx, values::Id};

/// The account behind a token.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    /// Its id.
    id: Id,
    /// The sign-in name.
    name: String,
    /// Surname and given name.
    display_name: String,
    /// What it is for; decides what the token may do.
    #[schema(example = json!(["operator"]))]
    roles: Vec<&'static str>,
    /// The code of its office.
    office: Option<String>,
    /// The language of its pages.
    #[schema(example = "it")]
    lang: &'static str,
}

/// Whose token this is and what it may do.
#[utoipa::path(get, path = "/api/v1/me", tag = "account", responses((status = 200, body = Me)))]
pub async fn show_me(api: ApiCtx) -> Json<Me> {
    let user = &api.signed_in.user;
    Json(Me {
        id: Id::of(user.id),
        name: user.name.clone(),
        display_name: user.display_name.clone(),
        roles: api.signed_in.roles.iter().map(|role| role.code()).collect(),
        office: api.signed_in.office.as_ref().map(|office| office.code.clone()),
        lang: user.lang.code(),
    })
}
