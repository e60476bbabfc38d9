//! The code that makes the address of a link impossible to guess: HMAC-SHA-256 (RFC 2104) of what the link is, with the key
//! of the server.

use hmac::{Hmac, Mac};
use kernel::LinkId;
use sha2::Sha256;
use store::links::Link;

use crate::{Error, Settings};

/// The code is 32 bytes long, twice as many digits.
const CODE: usize = 32;

/// The code of a link, before it is finished: to be written or to be compared.
fn signed(settings: &Settings, link: &Link) -> Result<Hmac<Sha256>, Error> {
    let key = settings.link_key.bytes()?;
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(|error| Error::Internal(error.to_string()))?;
    // Parts of a fixed length first: no two links are signed with the same bytes.
    mac.update(&link.id.bytes());
    mac.update(&link.case_id.bytes());
    mac.update(&link.expires_at.as_micros().to_be_bytes());
    mac.update(link.task.as_bytes());
    Ok(mac)
}

/// The last part of the address of a link: `<id>.<code>`, both hexadecimal.
///
/// # Errors
/// [`Error::Internal`] when the server has no key.
pub fn token_of(settings: &Settings, link: &Link) -> Result<String, Error> {
    let code = signed(settings, link)?.finalize().into_bytes();
    Ok(format!("{}.{}", digits(&link.id.bytes()), digits(&code)))
}

fn digits(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What an address says it is: an id and a code, neither believed yet.
pub(super) struct Claim {
    /// The link it names.
    pub id: LinkId,
    code: [u8; CODE],
}

impl Claim {
    /// Reads the last part of an address; none when it cannot be one.
    pub fn read(token: &str) -> Option<Self> {
        let (id, code) = token.split_once('.')?;
        let plain = |text: &str, most: usize| {
            text.len() == most
                && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
        };
        if !plain(id, 32) || !plain(code, CODE * 2) {
            return None;
        }
        let mut bytes = [0_u8; CODE];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(code.get(at * 2..at * 2 + 2)?, 16).ok()?;
        }
        Some(Self { id: id.parse().ok()?, code: bytes })
    }

    /// Whether the code is that of the link, compared in constant time.
    pub fn proves(&self, settings: &Settings, link: &Link) -> Result<bool, Error> {
        Ok(signed(settings, link)?.verify_slice(&self.code).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use kernel::CaseId;
    use serde_json::Map;

    use super::*;
    use crate::LinkKey;

    fn settings(key: &str) -> Settings {
        Settings { link_key: LinkKey::parse(key).unwrap(), ..Settings::default() }
    }

    fn link() -> Link {
        Link {
            id: LinkId::from_bytes([1; 16]),
            case_id: CaseId::from_bytes([2; 16]),
            task: "customer_answer".to_owned(),
            asks: Vec::new(),
            shows: Vec::new(),
            sets: Map::new(),
            day_field: String::new(),
            proof_field: String::new(),
            issued_at: "2026-03-11T09:00:00Z".parse().unwrap(),
            last_day: "2026-06-30".parse().unwrap(),
            expires_at: "2026-06-30T22:00:00Z".parse().unwrap(),
            used_at: None,
            withdrawn_at: None,
        }
    }

    const KEY: &str = "0123456789abcdef0123456789abcdef";

    #[test]
    fn the_same_link_and_key_make_the_same_address_and_nothing_else_does() {
        let (settings, link) = (settings(KEY), link());
        let token = token_of(&settings, &link).unwrap();
        assert_eq!(token, token_of(&settings, &link).unwrap());
        let claim = Claim::read(&token).unwrap();
        assert_eq!(claim.id, link.id);
        assert!(claim.proves(&settings, &link).unwrap());
        for other in [
            Link { id: LinkId::from_bytes([3; 16]), ..link.clone() },
            Link { case_id: CaseId::from_bytes([3; 16]), ..link.clone() },
            Link { task: "customer_answe".to_owned(), ..link.clone() },
            Link { expires_at: link.expires_at.plus_seconds(1), ..link.clone() },
        ] {
            assert!(!claim.proves(&settings, &other).unwrap(), "{other:?}");
        }
        let key = self::settings("0123456789abcdef0123456789abcdee");
        assert!(!claim.proves(&key, &link).unwrap(), "another key");
    }

    #[test]
    fn what_is_no_address_is_not_read() {
        let good = token_of(&settings(KEY), &link()).unwrap();
        for wrong in
            ["", ".", "x", &good[1..], &format!("{good}0"), &good.to_uppercase(), &good.replace('.', "-")]
        {
            assert!(Claim::read(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn the_code_is_that_of_the_standard() {
        // RFC 4231, test case 2.
        let mut mac = Hmac::<Sha256>::new_from_slice(b"Jefe").unwrap();
        mac.update(b"what do ya want for nothing?");
        assert_eq!(
            digits(&mac.finalize().into_bytes()),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }
}
