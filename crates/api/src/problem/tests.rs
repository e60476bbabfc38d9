//! Which language, which status.

use app::Error;
use axum::http::{HeaderMap, header};
use kernel::Lang;

use super::{Fault, lang_of, status};

#[test]
fn the_language_is_the_best_of_those_there_are() {
    for (wanted, lang) in [
        ("", Lang::It),
        ("en", Lang::En),
        ("en-GB,en;q=0.9", Lang::En),
        ("de,en;q=0.5,it;q=0.7", Lang::It),
        ("fr", Lang::It),
        ("it;q=0, en;q=0.1", Lang::En),
        (";;q=x,,", Lang::It),
    ] {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, wanted.parse().unwrap());
        assert_eq!(lang_of(&headers), lang, "{wanted}");
    }
    assert_eq!(lang_of(&HeaderMap::new()), Lang::It);
}

#[test]
fn every_reason_has_its_status() {
    for (error, expected) in [
        (Error::NotFound { kind: "case" }, 404),
        (Error::NotSignedIn, 401),
        (Error::Invalid(Vec::new()), 422),
        (Error::refused("case_ended"), 409),
        (Error::refused("idempotency_key_reused"), 422),
        (Error::Conflict(Vec::new()), 412),
        (Error::TooMany(60), 429),
        (Error::Busy, 503),
        (Error::Unavailable(String::new()), 503),
        (Error::Internal(String::new()), 500),
    ] {
        assert_eq!(status(&Fault::App(error)).as_u16(), expected);
    }
}
