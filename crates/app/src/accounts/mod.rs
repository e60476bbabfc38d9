//! Staff accounts: signing in and out, sessions, tokens, keeping accounts.

mod idempotency;
mod keep;
mod password;
mod session;
mod sign_in;
mod token;

pub use idempotency::{Keeping, KeptAnswer, Keyed, keep_answer, keeping, kept_answer, once, request_hash};
pub use keep::{
    NewUser, add_user, list_users, save_office, set_active, set_own_password, set_password, set_preferences,
};
pub use password::{Hashed, hash_password, verify_password};
pub use session::{SignedIn, resolve_session, sign_out};
pub(crate) use sign_in::check_password;
pub use sign_in::{Credentials, SignInOutcome, sign_in};
pub use token::{make_token, resolve_token, revoke_token};

use sha2::{Digest, Sha256};

/// SHA-256 of a token: what is stored of it.
#[must_use]
pub(crate) fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// A token of 256 random bits, hexadecimal.
pub(crate) fn random_token() -> Result<String, crate::Error> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes)
        .map_err(|error| crate::Error::Internal(format!("no random numbers: {error}")))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
