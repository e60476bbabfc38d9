//! Pages by key: the mark of the last row seen, and how many rows a page has.

use app::{Error, FieldProblem};
use axum::http::StatusCode;
use routes::api::PageQuery;
use serde::{Serialize, de::DeserializeOwned};
use utoipa::ToSchema;

use crate::{problem::Fault, values::Page};

/// Rows of a page when the request does not say.
const USUAL: u32 = 50;
/// The most rows of a page.
const MOST: u32 = 200;

/// How many rows a page has.
///
/// # Errors
/// [`Error::Invalid`] for a number that is not 1 to 200.
pub fn limit(asked: Option<u32>) -> Result<usize, Error> {
    let wrong = |code: &str, name: &str, value: u32| {
        let mut problem = FieldProblem::new("limit", code);
        problem.args.push((name.to_owned(), value.to_string()));
        Error::Invalid(vec![problem])
    };
    match asked.unwrap_or(USUAL) {
        0 => Err(wrong("too_small", "least", 1)),
        many if many > MOST => Err(wrong("too_large", "most", MOST)),
        many => Ok(usize::try_from(many).unwrap_or(usize::MAX)),
    }
}

/// The mark of a row of a list: opaque to those who carry it.
pub fn mark(list: &str, key: &impl Serialize) -> String {
    let text = serde_json::to_string(&(list, key)).unwrap_or_default();
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

/// The key of a mark.
///
/// # Errors
/// A request fault for a mark that was not given by this list.
pub fn read<K: DeserializeOwned>(list: &str, after: Option<&str>) -> Result<Option<K>, Fault> {
    let Some(after) = after else { return Ok(None) };
    let key = unhex(after)
        .and_then(|text| serde_json::from_slice::<(String, K)>(&text).ok())
        .and_then(|(of, key)| (of == list).then_some(key));
    key.map(Some).ok_or_else(|| Fault::request(StatusCode::BAD_REQUEST, "after_form").with("list", list))
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(digit(high)? << 4 | digit(low)?)).collect()
}

/// A page of rows read with one more than its limit: that one says that there is a next page.
pub fn page<R, B: ToSchema, K: Serialize>(
    list: &str,
    mut rows: Vec<R>,
    limit: usize,
    key: impl Fn(&R) -> K,
    body: impl Fn(R) -> B,
) -> Page<B> {
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|last| mark(list, &key(last)));
    Page { items: rows.into_iter().map(body).collect(), next }
}

/// A page of a short list that is read whole. The row marked stays found by its key, wherever it moved to; a row that
/// is gone ends the list.
///
/// # Errors
/// As [`limit`] and [`read`].
pub fn page_of_all<R, B: ToSchema>(
    list: &str,
    all: Vec<R>,
    query: &PageQuery,
    key: impl Fn(&R) -> String,
    body: impl Fn(R) -> B,
) -> Result<Page<B>, Fault> {
    let limit = limit(query.limit)?;
    let rows: Vec<R> = match read::<String>(list, query.after.as_deref())? {
        None => all,
        Some(last) => {
            let mut rows = all.into_iter();
            // Everything up to the marked row is behind.
            let _ = rows.find(|row| key(row) == last);
            rows.collect()
        }
    };
    Ok(page(list, rows, limit, key, body))
}

#[cfg(test)]
mod tests {
    use super::{limit, mark, read};

    #[test]
    fn a_mark_is_read_by_its_own_list_only() {
        let after = mark("parties", &("rossi anna", 7));
        assert_eq!(
            read::<(String, i64)>("parties", Some(&after)).unwrap(),
            Some(("rossi anna".to_owned(), 7))
        );
        for (list, after) in [
            ("cases", after.as_str()),
            ("parties", "zz"),
            ("parties", "5"),
            ("parties", "5b5d"),
            ("parties", "è"),
        ] {
            assert!(read::<(String, i64)>(list, Some(after)).is_err(), "{list} {after}");
        }
    }

    #[test]
    fn a_page_has_one_to_two_hundred_rows() {
        for (asked, rows) in
            [(None, Some(50)), (Some(1), Some(1)), (Some(200), Some(200)), (Some(0), None), (Some(201), None)]
        {
            assert_eq!(limit(asked).ok(), rows, "{asked:?}");
        }
    }
}
