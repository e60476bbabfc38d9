//! From the reason why something did not happen to what people and programs are told: one exhaustive match.
//!
//! A handler gives a [`Failure`]; its answer carries the reason until the layer in [`answer`] makes a page, a toast of
//! htmx, a redirect to the sign-in or a problem document of it. There, and only there, it is logged.

mod answer;
mod problem;

use std::sync::Arc;

use app::{Denied, Error, FieldProblem};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use texts::Texts;

pub(crate) use answer::answer;

use crate::{layout::Fault, refusals};

/// Why a request got no answer of its own.
#[derive(Debug)]
pub enum Failure {
    /// An operation did not happen.
    App(Error),
    /// What was sent is larger than the route takes.
    TooLarge,
    /// What was sent is no form, or cut off.
    BadForm,
    /// The route does not answer this method.
    Method,
    /// The request does not prove that it comes from our own pages.
    CrossSite,
    /// The password was given by somebody else: it is changed before anything else.
    PasswordFirst,
    /// The answer took too long.
    TimedOut,
    /// The handler broke; the text is for the makers.
    Panicked(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::App(error)
    }
}

impl From<Denied> for Failure {
    fn from(denied: Denied) -> Self {
        Self::App(denied.into())
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        Self::App(Error::Internal(format!("a template failed: {error}")))
    }
}

/// The reason, beside an answer that is still to be made.
#[derive(Clone, Debug)]
pub(crate) struct Carried(pub Arc<Failure>);

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Carried(Arc::new(self)));
        response
    }
}

/// The status code of an error of an operation, the same for pages and API.
#[must_use]
pub const fn status_of(error: &Error) -> StatusCode {
    match error {
        Error::NotFound { .. } => StatusCode::NOT_FOUND,
        Error::NotSignedIn => StatusCode::UNAUTHORIZED,
        Error::Denied(_) => StatusCode::FORBIDDEN,
        Error::Invalid(_) | Error::Refused { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Conflict(_) => StatusCode::CONFLICT,
        Error::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
        Error::Busy | Error::Repeat | Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Full(_) => StatusCode::INSUFFICIENT_STORAGE,
        Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl Failure {
    /// The status code of the answer.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::App(error) => status_of(error),
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::BadForm => StatusCode::BAD_REQUEST,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::CrossSite | Self::PasswordFirst => StatusCode::FORBIDDEN,
            Self::TimedOut => StatusCode::SERVICE_UNAVAILABLE,
            Self::Panicked(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The stable code of API answers and logs.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::App(error) => error.code(),
            Self::TooLarge => "too_large",
            Self::BadForm => "bad_request",
            Self::Method => "method_not_allowed",
            Self::CrossSite => "cross_site",
            Self::PasswordFirst => "password_first",
            Self::TimedOut => "busy",
            Self::Panicked(_) => "internal",
        }
    }

    /// After how many seconds to try again, where that may help.
    #[must_use]
    pub fn retry_after(&self) -> Option<i64> {
        match self {
            Self::App(Error::TooMany(seconds)) => Some((*seconds).max(1)),
            Self::App(Error::Busy | Error::Repeat) => Some(2),
            Self::App(Error::Unavailable(_)) | Self::TimedOut => Some(10),
            _ => None,
        }
    }

    /// What people are told.
    #[must_use]
    pub fn fault(&self, t: &Texts, reference: &str) -> Fault {
        let reference = reference.to_owned();
        let status = self.status().as_u16();
        let said = |title: String, text: String| Fault::Said { status, title, text };
        match self {
            Self::App(error) => match error {
                Error::NotFound { kind } => Fault::NotFound { what: refusals::missing(t, kind) },
                Error::NotSignedIn => said(t.refusals_not_signed_in(), String::new()),
                Error::Denied(_) => Fault::Forbidden { what: String::new(), who: String::new() },
                Error::Invalid(problems) => {
                    said(t.refusals_invalid_title(stopping(problems)), t.refusals_back())
                }
                Error::Refused { code, args } => said(refusals::sentence(t, code, args), t.refusals_back()),
                Error::Conflict(_) => said(t.errors_conflict_title(), t.refusals_conflict()),
                Error::TooMany(seconds) => {
                    said(t.refusals_too_many_title(), t.refusals_too_many_text(*seconds))
                }
                Error::Busy | Error::Repeat => Fault::Busy { reference },
                Error::Unavailable(_) => Fault::Down { reference },
                Error::Full(_) => Fault::Full { reference },
                Error::Internal(_) => Fault::Broken { reference },
            },
            Self::TooLarge => said(t.refusals_too_large(), t.refusals_too_large_text()),
            Self::BadForm => said(t.refusals_bad_form(), t.refusals_bad_form_text()),
            Self::Method => said(t.refusals_method(), t.refusals_method_text()),
            Self::CrossSite => said(t.refusals_cross_site(), t.refusals_cross_site_text()),
            Self::PasswordFirst => said(t.refusals_password_first(), String::new()),
            Self::TimedOut => Fault::Busy { reference },
            Self::Panicked(_) => Fault::Broken { reference },
        }
    }
}

/// How many fields must be corrected; those that only warn do not count.
fn stopping(problems: &[FieldProblem]) -> usize {
    problems.iter().filter(|problem| !problem.warning).count()
}

#[cfg(test)]
mod tests {
    use kernel::Lang;

    use super::*;

    #[test]
    fn every_failure_is_told_in_both_languages_with_its_status() {
        let all: [(Failure, u16, Option<i64>); 16] = [
            (Error::NotFound { kind: "case" }.into(), 404, None),
            (Error::NotSignedIn.into(), 401, None),
            (Error::field("a", "required").into(), 422, None),
            (Error::refused("case_ended").into(), 422, None),
            (Error::Conflict(Vec::new()).into(), 409, None),
            (Error::TooMany(60).into(), 429, Some(60)),
            (Error::TooMany(0).into(), 429, Some(1)),
            (Error::Busy.into(), 503, Some(2)),
            (Error::Unavailable("gone".to_owned()).into(), 503, Some(10)),
            (Error::Full("the disk is full".to_owned()).into(), 507, None),
            (Error::Internal("secret detail".to_owned()).into(), 500, None),
            (Failure::TooLarge, 413, None),
            (Failure::BadForm, 400, None),
            (Failure::Method, 405, None),
            (Failure::CrossSite, 403, None),
            (Failure::Panicked("secret detail".to_owned()), 500, None),
        ];
        for (failure, status, retry) in &all {
            assert_eq!(failure.status().as_u16(), *status, "{failure:?}");
            assert_eq!(failure.retry_after(), *retry, "{failure:?}");
            for lang in Lang::ALL {
                let t = Texts::of(lang);
                let fault = failure.fault(t, "AAAA-BBBB");
                assert_eq!(fault.status(), *status, "{failure:?}");
                let told = format!("{} {}", fault.title(t), fault.text(t));
                assert!(told.len() > 10 && !told.contains("secret detail"), "{told}");
                assert_eq!(*status >= 500, fault.reference() == "AAAA-BBBB", "{failure:?}");
            }
        }
    }
}
