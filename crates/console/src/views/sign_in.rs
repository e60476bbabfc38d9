//! Signing in: name and password, then a code where the account asks for one.

use askama::Template;
use texts::Texts;
use web::layout::{ErrorSummary, Field, FieldKind, Link, Note};

/// Name and password.
#[derive(Debug, Template)]
#[template(path = "sign-in/sign-in.html")]
pub struct SignInPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The utility.
    pub tenant: String,
    /// The address of this page, to come back to after a change of language.
    pub here: String,
    /// Why the page is shown: session ended, signed out, too many attempts.
    pub note: Option<Note>,
    /// What is wrong.
    pub faults: ErrorSummary,
    /// Where to go afterwards: a path of the console.
    pub next: Option<String>,
    /// The name of the account.
    pub user: Field,
    /// The password; never filled in.
    pub password: Field,
    /// Signing in elsewhere: the provider's name and the address that starts it.
    pub external: Option<Link>,
}

/// The code of the second factor.
#[derive(Debug, Template)]
#[template(path = "sign-in/code.html")]
pub struct SignInCodePage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The utility.
    pub tenant: String,
    /// The address of this page.
    pub here: String,
    /// What is wrong.
    pub faults: ErrorSummary,
    /// The code.
    pub code: Field,
}

/// The field for the name of the account.
#[must_use]
pub fn user_field(t: &Texts) -> Field {
    Field::text("utente", t.sign_in_user()).autocomplete("username").large()
}

/// The field for the password.
#[must_use]
pub fn password_field(t: &Texts) -> Field {
    Field::new(FieldKind::Password, "password", t.sign_in_password()).autocomplete("current-password").large()
}

/// The field for the code.
#[must_use]
pub fn code_field(t: &Texts) -> Field {
    Field::new(FieldKind::Digits, "codice", t.sign_in_code()).autocomplete("one-time-code").large().focus()
}
