//! Cookies: reading them from a request, writing them for a response. One rule for all: `HttpOnly`, `SameSite=Lax`,
//! `Path=/`, and over TLS `Secure` with the prefix `__Host-` (RFC 6265bis, 4.1.3.2), so that no other host can set them.

use axum::http::{HeaderMap, HeaderValue, header};

/// The name a cookie has on this site.
fn named(name: &str, secure: bool) -> String {
    if secure { format!("__Host-{name}") } else { name.to_owned() }
}

/// The value of a cookie; the first one where a browser sends several.
#[must_use]
pub fn read(headers: &HeaderMap, name: &str, secure: bool) -> Option<String> {
    let name = named(name, secure);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value.to_owned())
}

/// The header that sets a cookie until the browser closes or for `seconds`; 0 removes it. The value must be of the
/// characters a cookie may have; another one sets nothing.
#[must_use]
pub fn set(name: &str, value: &str, seconds: Option<i64>, secure: bool) -> Option<HeaderValue> {
    let mut text = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax", named(name, secure));
    if secure {
        text.push_str("; Secure");
    }
    if let Some(seconds) = seconds {
        text.push_str(&format!("; Max-Age={seconds}"));
    }
    let clean = value.bytes().all(|byte| byte.is_ascii_graphic() && !b"\",;\\".contains(&byte));
    if clean { HeaderValue::from_str(&text).ok() } else { None }
}

/// Any text as characters a cookie may have: letters and digits as they are, other bytes as `%XX`.
#[must_use]
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Reads what [`encode`] wrote.
#[must_use]
pub fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        bytes.push(u8::from_str_radix(after.get(..2)?, 16).ok()?);
        rest = after.get(2..)?;
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_of_a_site_over_tls_is_bound_to_its_host() {
        let value = set("sportello", "abc", None, true).unwrap();
        assert_eq!(value, "__Host-sportello=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
        let plain = set("sportello", "abc", Some(0), false).unwrap();
        assert_eq!(plain, "sportello=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    }

    #[test]
    fn a_value_cannot_end_its_cookie() {
        for value in ["a;b", "a b", "a\"b", "a\nb", "a,b"] {
            assert!(set("x", value, None, false).is_none(), "{value:?}");
            assert_eq!(decode(&encode(value)).as_deref(), Some(value));
            assert!(set("x", &encode(value), None, false).is_some());
        }
    }

    #[test]
    fn the_cookie_of_the_plain_site_is_not_read_over_tls() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("a=1; sportello=plain; sportello=second"));
        assert_eq!(read(&headers, "sportello", false).as_deref(), Some("plain"));
        assert_eq!(read(&headers, "sportello", true), None);
    }
}
