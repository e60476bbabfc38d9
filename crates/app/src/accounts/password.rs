//! Passwords: Argon2id (RFC 9106) with 19 MiB, two passes, one lane.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier},
};

use crate::Error;

/// A password's hash in PHC form.
#[derive(Clone, Debug)]
pub struct Hashed(pub String);

/// The least number of characters of a password.
pub const LEAST: usize = 10;

/// Hashes a password. Takes some tens of milliseconds: never inside a unit of work, never on an async thread.
///
/// # Errors
/// [`Error::Invalid`] when it is too short.
pub fn hash_password(password: &str) -> Result<Hashed, Error> {
    if password.chars().count() < LEAST {
        return Err(Error::field("password", "password_short"));
    }
    Argon2::default()
        .hash_password(password.as_bytes())
        .map(|hash| Hashed(hash.to_string()))
        .map_err(|error| Error::Internal(format!("the password could not be hashed: {error}")))
}

/// Whether a password fits a hash. Takes as long as [`hash_password`].
#[must_use]
pub fn verify_password(password: &str, hash: &str) -> bool {
    argon2::password_hash::phc::PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_hash_and_no_other() {
        let hash = hash_password("una parola lunga").unwrap().0;
        assert!(hash.starts_with("$argon2id$"), "{hash}");
        assert!(verify_password("una parola lunga", &hash));
        assert!(!verify_password("un'altra parola", &hash));
        assert!(!verify_password("una parola lunga", "not a hash"));
    }

    #[test]
    fn a_short_password_is_not_taken() {
        assert!(matches!(hash_password("breve"), Err(Error::Invalid(_))));
    }
}
