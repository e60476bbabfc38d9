//! What people sent with a form: named texts, and files where the form takes them. Typed reading is done by the
//! operation; here only the blanks around a text go.

use app::Error;
use axum::{
    extract::{FromRequest, Multipart, Request, multipart::MultipartError},
    http::{StatusCode, header},
};
use serde_json::{Map, Value as Json};

use crate::Failure;

/// Bytes a form may have.
pub const FORM_LIMIT: usize = 2 * 1024 * 1024;
/// Bytes a form with files may have; its route says so with [`crate::limit::uploads`].
pub const UPLOAD_LIMIT: usize = 20 * 1024 * 1024;
/// Fields a form may have: more is an attack on whoever counts them.
const MOST_FIELDS: usize = 2000;

/// A file that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The field's name.
    pub field: String,
    /// The name the file had at the sender's, without folders; for showing only.
    pub name: String,
    /// The kind the browser said; not to be believed.
    pub kind: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// A form as it was sent. A name may occur several times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    fields: Vec<(String, String)>,
    files: Vec<Sent>,
}

impl Form {
    /// A form with these fields, for tests.
    #[must_use]
    pub fn of(fields: &[(&str, &str)]) -> Self {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self { fields, files: Vec::new() }
    }

    /// The first value of a field without blanks around it; empty when it was not sent.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// The first value of a field exactly as typed: for passwords.
    #[must_use]
    pub fn raw(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    /// The first value of a field unless it is blank.
    #[must_use]
    pub fn given(&self, name: &str) -> Option<&str> {
        Some(self.text(name)).filter(|value| !value.is_empty())
    }

    /// Every value of a field, without blanks around, in the order sent.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.trim())
    }

    /// Whether a field was sent at all: a box ticked, a button pressed.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(known, _)| known == name)
    }

    /// A value in a type of ours; none when blank.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the given code when it cannot be read.
    pub fn parsed<T: std::str::FromStr>(&self, name: &str, code: &str) -> Result<Option<T>, Error> {
        self.given(name).map(|value| value.parse().map_err(|_| Error::field(name, code))).transpose()
    }

    /// The version a form was shown in, from its hidden field `version`.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the form lost it.
    pub fn version(&self) -> Result<i64, Error> {
        self.parsed("version", "required")?.ok_or_else(|| Error::field("version", "required"))
    }

    /// Every field in the order sent.
    #[must_use]
    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    /// The form with these fields in place of its own; its files stay.
    #[must_use]
    pub fn with_fields(self, fields: Vec<(String, String)>) -> Self {
        Self { fields, ..self }
    }

    /// The fields as answers to a form of a procedure: texts as typed, a name sent several times as a list.
    #[must_use]
    pub fn answers(&self) -> Map<String, Json> {
        let mut map = Map::new();
        for (name, value) in &self.fields {
            let value = Json::String(value.trim().to_owned());
            match map.get_mut(name) {
                Some(Json::Array(list)) => list.push(value),
                Some(first) => *first = Json::Array(vec![first.take(), value]),
                None => {
                    map.insert(name.clone(), value);
                }
            }
        }
        map
    }

    /// The files sent under a name; an input left empty sends none.
    pub fn files<'a>(&'a self, field: &str) -> impl Iterator<Item = &'a Sent> {
        self.files.iter().filter(move |file| file.field == field)
    }

    /// Takes the first file sent under a name.
    pub fn take_file(&mut self, field: &str) -> Option<Sent> {
        let index = self.files.iter().position(|file| file.field == field)?;
        Some(self.files.remove(index))
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let form = if kind.starts_with("multipart/form-data") {
            let parts = Multipart::from_request(request, state).await.map_err(|_| Failure::BadForm)?;
            with_files(parts).await?
        } else {
            let sent = axum::Form::<Vec<(String, String)>>::from_request(request, state).await;
            let fields = sent.map_err(|rejection| of_status(rejection.status()))?.0;
            Self { fields, files: Vec::new() }
        };
        if form.fields.len() > MOST_FIELDS { Err(Failure::BadForm) } else { Ok(form) }
    }
}

const fn of_status(status: StatusCode) -> Failure {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
        _ => Failure::BadForm,
    }
}

async fn with_files(mut parts: Multipart) -> Result<Form, Failure> {
    let mut form = Form::default();
    let bad = |error: MultipartError| of_status(error.status());
    while let Some(part) = parts.next_field().await.map_err(bad)? {
        if form.fields.len() + form.files.len() > MOST_FIELDS {
            return Err(Failure::BadForm);
        }
        let field = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(file_name) {
            None => form.fields.push((field, part.text().await.map_err(bad)?)),
            Some(name) => {
                let kind = part.content_type().unwrap_or_default().to_owned();
                let bytes = part.bytes().await.map_err(bad)?.to_vec();
                if !(name.is_empty() && bytes.is_empty()) {
                    form.files.push(Sent { field, name, kind, bytes });
                }
            }
        }
    }
    Ok(form)
}

/// The last part of a path, whichever slash it was written with, without control characters, at most 200 characters.
fn file_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_sent_several_times_is_a_list() {
        let form = Form::of(&[("a", " 1 "), ("b", "x"), ("a", "2"), ("a", "3"), ("password", " p ")]);
        assert_eq!(form.text("a"), "1");
        assert_eq!(form.raw("password"), " p ");
        assert_eq!(form.given("missing"), None);
        assert_eq!(
            form.answers(),
            serde_json::json!({"a": ["1", "2", "3"], "b": "x", "password": "p"}).as_object().unwrap().clone()
        );
    }

    #[test]
    fn a_version_is_a_number_or_a_problem_of_its_field() {
        assert_eq!(Form::of(&[("version", "7")]).version().unwrap(), 7);
        for form in [Form::of(&[]), Form::of(&[("version", "x")])] {
            assert!(matches!(form.version(), Err(Error::Invalid(_))));
        }
    }

    #[test]
    fn a_sent_file_name_has_no_folder() {
        for (sent, kept) in [
            ("C:\\Documenti\\titolo.pdf", "titolo.pdf"),
            ("../../etc/passwd", "passwd"),
            ("a\u{0}b.pdf", "ab.pdf"),
            ("", ""),
        ] {
            assert_eq!(file_name(sent), kept);
        }
    }
}
