//! Staff accounts: signing in and out, sessions, tokens, keeping accounts.

mod colleagues;
mod idempotency;
mod keep;
mod password;
mod session;
mod sign_in;
mod token;

pub use colleagues::{Colleague, colleagues, office_names};
pub use idempotency::{
    Keeping, KeptAnswer, Keyed, forget_old_answers, keep_answer, keeping, kept_answer, once, request_hash,
};
pub use keep::{
    NewUser, UserChange, add_user, list_users, locked_until, locked_users, offices, save_office, set_active,
    set_own_password, set_password, set_preferences, unlock_user, update_user,
};
pub use password::{Hashed, hash_password, verify_password};
pub use session::{SignedIn, resolve_session, sign_out};
pub(crate) use sign_in::check_password;
pub use sign_in::{Credentials, SignInOutcome, sign_in};
pub use store::accounts::user::User;
pub use token::{make_token, resolve_token, revoke_token};

use sha2::{Digest, Sha256};

/// SHA-256 of a token: what is stored of it.
#[must_use]
pub(crate) fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// A token of 256 random bits, hexadecimal.
#[expect(clippy::disallowed_methods, reason = "the one maker of secrets; they are no identifiers")]
pub(crate) fn random_token() -> Result<String, crate::Error> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes)
        .map_err(|error| crate::Error::Internal(format!("no random numbers: {error}")))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
