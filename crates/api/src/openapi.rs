//! The description of the API: OpenAPI 3.1, made from the routes and types themselves.

use std::{collections::HashMap, sync::LazyLock};

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use serde_json::{Map, Value as Json, json};
use utoipa::ToSchema;

use crate::{described, problem::Problem};

/// Statuses every operation may answer with beside its own, with what they mean.
const PROBLEMS: [(&str, &str); 6] = [
    ("400", "The request cannot be read."),
    ("401", "A valid bearer token is missing."),
    ("403", "The role of the token may not do this."),
    ("404", "It does not exist, or is not to be known to this token."),
    ("422", "Some values cannot be taken; each is in `fields`."),
    ("503", "Too much to do, or the database does not answer; `Retry-After` says when to try again."),
];

/// Statuses of writes.
const OF_WRITES: [(&str, &str); 4] = [
    ("409", "A rule says no; `code` says which."),
    ("412", "Somebody else changed it since the version of `If-Match`."),
    ("413", "The body is too large."),
    ("415", "The body is not JSON."),
];

static TEXT: LazyLock<String> = LazyLock::new(|| {
    let (_, api) = described::<app::App>().split_for_parts();
    let mut document = serde_json::to_value(&api).unwrap_or_default();
    finish(&mut document);
    serde_json::to_string_pretty(&document).map(|text| text + "\n").unwrap_or_default()
});

/// The description as it is served and kept in `docs/openapi.json`.
#[must_use]
pub fn text() -> &'static str {
    &TEXT
}

/// The parameters of the query of each operation, by path and method: those the description has.
static PARAMETERS: LazyLock<HashMap<(String, String), Vec<String>>> = LazyLock::new(|| {
    let document: Json = serde_json::from_str(text()).unwrap_or_default();
    let paths = document.get("paths").and_then(Json::as_object).into_iter().flatten();
    let operations = paths.flat_map(|(path, operations)| {
        operations.as_object().into_iter().flatten().map(move |(method, operation)| (path, method, operation))
    });
    operations
        .map(|(path, method, operation)| {
            let names = operation.get("parameters").and_then(Json::as_array).into_iter().flatten();
            let names = names.filter(|parameter| parameter.get("in").is_some_and(|place| place == "query"));
            let names =
                names.filter_map(|parameter| parameter.get("name").and_then(Json::as_str).map(str::to_owned));
            ((path.clone(), method.to_uppercase()), names.collect())
        })
        .collect()
});

/// The parameters of the query an operation knows.
#[must_use]
pub fn parameters_of(path: &str, method: &str) -> &'static [String] {
    let method = if method == "HEAD" { "GET" } else { method };
    PARAMETERS.get(&(path.to_owned(), method.to_owned())).map_or(&[], Vec::as_slice)
}

/// The description of this API (OpenAPI 3.1).
#[utoipa::path(get, path = "/api/v1/openapi.json", tag = "account", security(()),
    responses((status = 200, body = serde_json::Value, description = "This document.")))]
pub async fn show_openapi() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], text()).into_response()
}

/// Adds what all operations have in common: who may ask, what goes wrong, the key of writes.
fn finish(document: &mut Json) {
    document["info"] = json!({
        "title": "Sportello",
        "version": "1",
        "description": "The API of Sportello, front office and process engine for utilities. Problems are documents of RFC 9457 with a stable `code`. Lists are read page by page: give `next` as `after`. Writes take `Idempotency-Key`: sent again with the same key, the same request gives the same answer and does nothing. Texts follow `Accept-Language` (`it`, `en`).",
        "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
    });
    document["servers"] = json!([{ "url": "/" }]);
    document["security"] = json!([{ "token": [] }]);
    let schemes = json!({
        "token": { "type": "http", "scheme": "bearer", "description": "A token made with `sportello user token`." },
    });
    put(document, &["components", "securitySchemes"], schemes);
    let mut schemas = Vec::new();
    Problem::schemas(&mut schemas);
    schemas.push((Problem::name().into_owned(), <Problem as utoipa::PartialSchema>::schema()));
    for (name, schema) in schemas {
        let schema = serde_json::to_value(schema).unwrap_or_default();
        put(document, &["components", "schemas", &name], schema);
    }
    let operations = document["paths"].as_object_mut().into_iter().flat_map(Map::values_mut);
    for (method, operation) in operations.filter_map(Json::as_object_mut).flatten() {
        common(method, operation);
    }
}

/// Puts a value at a place inside objects; what is missing on the way is made.
fn put(document: &mut Json, path: &[&str], value: Json) {
    let Some((first, rest)) = path.split_first() else {
        *document = value;
        return;
    };
    if let Some(object) = document.as_object_mut() {
        put(object.entry(*first).or_insert_with(|| json!({})), rest, value);
    }
}

fn common(method: &str, operation: &mut Json) {
    let problem = |text: &str| {
        json!({
            "description": text,
            "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
        })
    };
    let writes = matches!(method, "post" | "patch" | "put" | "delete");
    let open = operation["security"] == json!([{}]);
    for (status, response) in operation["responses"].as_object_mut().into_iter().flatten() {
        // A description is required (OpenAPI 3.1, 4.8.17); what a body is, its schema says.
        if response["description"].as_str().is_none_or(str::is_empty) {
            response["description"] = json!(if status == "201" { "Made." } else { "What was asked for." });
        }
    }
    for (status, text) in PROBLEMS.iter().filter(|_| !open).chain(OF_WRITES.iter().filter(|_| writes)) {
        put(operation, &["responses", status], problem(text));
    }
    if operation["parameters"].to_string().contains("\"If-Match\"") {
        put(operation, &["responses", "428"], problem("`If-Match` is missing."));
    }
    if writes && operation["operationId"] != "evaluate" {
        let key = json!({
            "name": "Idempotency-Key", "in": "header", "required": false,
            "description": "1 to 200 visible ASCII characters chosen by the sender. The same key with another request is refused with `idempotency_key_reused`.",
            "schema": { "type": "string", "minLength": 1, "maxLength": 200 },
        });
        match operation["parameters"].as_array_mut() {
            Some(parameters) => parameters.push(key),
            None => operation["parameters"] = json!([key]),
        }
    }
    let language = json!({
        "name": "Accept-Language", "in": "header", "required": false,
        "description": "`it` (the default) or `en`.", "schema": { "type": "string" },
    });
    if !open && let Some(parameters) = operation["parameters"].as_array_mut() {
        parameters.push(language);
    }
}
