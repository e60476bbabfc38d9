//! What goes wrong, as problem documents (RFC 9457): one closed list of reasons, one place that writes them.

mod sentence;

use std::sync::{Arc, OnceLock};

use app::{Conflict, Error, FieldProblem};
use axum::{
    Json,
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use kernel::Lang;
use serde::Serialize;
use utoipa::ToSchema;

pub use sentence::sentence;

/// Values of a sentence by name.
type Args = Vec<(String, String)>;

/// Why a request was not carried out.
#[derive(Debug)]
pub enum Fault {
    /// An operation says so.
    App(Error),
    /// The request itself cannot be read.
    Request {
        /// HTTP status.
        status: StatusCode,
        /// The stable code.
        code: &'static str,
        /// The field concerned; empty when it is the request as a whole.
        field: String,
        /// Values of its sentence.
        args: Args,
    },
}

impl Fault {
    /// A request that cannot be read.
    #[must_use]
    pub const fn request(status: StatusCode, code: &'static str) -> Self {
        Self::Request { status, code, field: String::new(), args: Vec::new() }
    }

    /// The same with a value for its sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        if let Self::Request { args, .. } = &mut self {
            args.push((name.to_owned(), value.to_string()));
        }
        self
    }

    /// The same, about one field.
    #[must_use]
    pub fn about(mut self, name: &str) -> Self {
        if let Self::Request { field, .. } = &mut self {
            name.clone_into(field);
        }
        self
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::App(error)
    }
}

/// One field that cannot be taken.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ProblemField {
    /// The field's name, with dots for what lies deeper.
    pub field: String,
    /// The stable code of what is wrong.
    pub code: String,
    /// What is wrong and what was expected, in the language of the request.
    pub detail: String,
}

/// One value that somebody else changed meanwhile.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ProblemConflict {
    /// The field's name.
    pub field: String,
    /// The value of this request.
    pub mine: String,
    /// The value stored.
    pub theirs: String,
}

/// A problem document (RFC 9457).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Names the kind of problem: `urn:sportello:problem:` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// What happened, in a few words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The stable code.
    pub code: String,
    /// What is wrong and what to do, in the language of the request.
    pub detail: String,
    /// The number to give to the help desk; it is in the logs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Fields that cannot be taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<ProblemField>,
    /// Values that somebody else changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<ProblemConflict>,
}

/// Language and reference number of a request, known to its answer.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The language.
    pub lang: Lang,
    /// The reference number, once it is known.
    pub reference: Arc<OnceLock<String>>,
}

/// The language a request wants: the best of `Accept-Language` that there is, Italian otherwise (RFC 9110, 12.5.4).
fn lang_of(headers: &HeaderMap) -> Lang {
    let Some(wanted) = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()) else {
        return Lang::It;
    };
    let mut best = (0.0_f32, Lang::It);
    for one in wanted.split(',') {
        let mut parts = one.split(';').map(str::trim);
        let range = parts.next().unwrap_or_default().to_lowercase();
        let weight = parts
            .find_map(|part| part.strip_prefix("q="))
            .map_or(1.0, |weight| weight.parse().unwrap_or(0.0));
        let known = match range.split('-').next() {
            Some("*") => Some(Lang::It),
            Some(code) => Lang::from_code(code),
            None => None,
        };
        if let Some(lang) = known.filter(|_| weight > best.0) {
            best = (weight, lang);
        }
    }
    best.1
}

/// Writes the problem document of what went wrong further in, in the language of the request.
pub async fn render(mut request: Request, next: Next) -> Response {
    let asked = Asked { lang: lang_of(request.headers()), reference: Arc::default() };
    let given = request.headers().get("x-request-id").and_then(|value| value.to_str().ok());
    if let Some(given) = given.filter(|given| given.len() <= 64) {
        let _ = asked.reference.set(given.to_owned());
    }
    request.extensions_mut().insert(asked.clone());
    let mut response = next.run(request).await;
    if let Some(fault) = response.extensions_mut().remove::<Arc<Fault>>() {
        let mut written = write(&fault, asked.lang, asked.reference.get().cloned());
        for (name, value) in response.headers() {
            if name == header::ALLOW {
                written.headers_mut().insert(name.clone(), value.clone());
            }
        }
        response = written;
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = status(&self).into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// The status of a fault.
fn status(fault: &Fault) -> StatusCode {
    match fault {
        Fault::Request { status, .. } => *status,
        Fault::App(error) => match error {
            Error::NotFound { .. } => StatusCode::NOT_FOUND,
            Error::NotSignedIn => StatusCode::UNAUTHORIZED,
            Error::Denied(_) => StatusCode::FORBIDDEN,
            Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Error::Refused { code, .. } if code == "idempotency_key_reused" => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Error::Refused { .. } => StatusCode::CONFLICT,
            Error::Conflict(_) => StatusCode::PRECONDITION_FAILED,
            Error::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Error::Busy | Error::Repeat | Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Error::Full(_) => StatusCode::INSUFFICIENT_STORAGE,
            Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        },
    }
}

/// After how many seconds it is worth trying again.
const fn retry_after(fault: &Fault) -> Option<i64> {
    match fault {
        Fault::App(Error::TooMany(seconds)) => Some(*seconds),
        Fault::App(Error::Busy | Error::Repeat) => Some(1),
        Fault::App(Error::Unavailable(_)) => Some(10),
        Fault::App(_) | Fault::Request { .. } => None,
    }
}

fn write(fault: &Fault, lang: Lang, reference: Option<String>) -> Response {
    let status = status(fault);
    if let Fault::App(Error::Internal(text) | Error::Unavailable(text)) = fault {
        tracing::error!(reference = reference.as_deref().unwrap_or_default(), "{text}");
    }
    let problem = document(fault, status, lang, reference);
    let mut response = (status, Json(problem)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.code()));
    if status == StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"sportello\""));
    }
    if let Some(seconds) = retry_after(fault) {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn document(fault: &Fault, status: StatusCode, lang: Lang, reference: Option<String>) -> Problem {
    let (code, args): (&str, Args) = match fault {
        Fault::Request { code, args, .. } => (code, args.clone()),
        Fault::App(error) => (error.code(), args_of(error)),
    };
    let (fields, conflicts) = match fault {
        Fault::App(Error::Invalid(problems)) => {
            (problems.iter().map(|problem| field(problem, lang)).collect(), Vec::new())
        }
        Fault::App(Error::Conflict(conflicts)) => (Vec::new(), conflicts.iter().map(conflict).collect()),
        Fault::Request { field, .. } if !field.is_empty() => {
            let detail = sentence(lang, code, &args);
            (vec![ProblemField { field: field.clone(), code: code.to_owned(), detail }], Vec::new())
        }
        Fault::App(_) | Fault::Request { .. } => (Vec::new(), Vec::new()),
    };
    Problem {
        kind: format!("urn:sportello:problem:{code}"),
        title: sentence::title(lang, status.as_u16()).to_owned(),
        status: status.as_u16(),
        code: code.to_owned(),
        detail: sentence(lang, code, &args),
        reference,
        fields,
        conflicts,
    }
}

/// Values of the sentence of an error of an operation.
fn args_of(error: &Error) -> Args {
    match error {
        Error::Refused { args, .. } => args.clone(),
        Error::NotFound { kind } => vec![("kind".to_owned(), (*kind).to_owned())],
        Error::Denied(denied) => {
            let word = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
            vec![
                ("resource".to_owned(), word(serde_json::json!(denied.resource))),
                ("action".to_owned(), word(serde_json::json!(denied.action))),
            ]
        }
        Error::TooMany(seconds) => vec![("seconds".to_owned(), seconds.to_string())],
        Error::NotSignedIn
        | Error::Invalid(_)
        | Error::Conflict(_)
        | Error::Busy
        | Error::Unavailable(_)
        | Error::Full(_)
        | Error::Repeat
        | Error::Internal(_) => Vec::new(),
    }
}

fn field(problem: &FieldProblem, lang: Lang) -> ProblemField {
    ProblemField {
        field: problem.field.clone(),
        code: problem.code.clone(),
        detail: sentence(lang, &problem.code, &problem.args),
    }
}

fn conflict(conflict: &Conflict) -> ProblemConflict {
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    ProblemConflict {
        field: conflict.field.clone(),
        mine: text(&conflict.mine),
        theirs: text(&conflict.theirs),
    }
}

#[cfg(test)]
mod tests;
