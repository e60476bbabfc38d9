//! Staff accounts: the list, a new one, one with its block and password; and one's own profile.

use askama::Template;
use kernel::{Lang, UserId};
use texts::Texts;
use web::layout::{Choice, Empty, ErrorSummary, Field, FieldKind, Frame, Note};

/// The accounts.
#[derive(Debug, Template)]
#[template(path = "accounts/list.html")]
pub struct UserListPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// Accounts, active ones first.
    pub rows: Vec<UserRow>,
    /// What to say when there are none.
    pub empty: Empty,
}

/// An account in the list.
#[derive(Clone, Debug)]
pub struct UserRow {
    /// The account.
    pub id: UserId,
    /// Surname and given name.
    pub display: String,
    /// Two letters.
    pub initials: String,
    /// The sign-in name.
    pub name: String,
    /// What it is for, in words.
    pub roles: String,
    /// Where invitations go; empty when unknown.
    pub email: String,
    /// Class and word: active, locked, blocked.
    pub state: (&'static str, String),
    /// It cannot sign in.
    pub off: bool,
}

/// Making an account.
#[derive(Debug, Template)]
#[template(path = "accounts/new.html")]
pub struct UserNewPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// What is wrong.
    pub errors: ErrorSummary,
    /// Display name, sign-in name, e-mail, office, language, password.
    pub fields: Vec<Field>,
    /// The roles and whether they are ticked.
    pub roles: Vec<(Choice, bool)>,
    /// What is wrong with the roles; empty otherwise.
    pub roles_error: String,
}

/// One account.
#[derive(Debug, Template)]
#[template(path = "accounts/show.html")]
pub struct UserShowPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The account.
    pub user: UserRow,
    /// What it is, as fields to change.
    pub fields: Vec<Field>,
    /// The roles and whether it has them.
    pub roles: Vec<(Choice, bool)>,
    /// What is wrong with the roles; empty otherwise.
    pub roles_error: String,
    /// What is wrong with the fields.
    pub changes: ErrorSummary,
    /// The version they were read on.
    pub version: i64,
    /// Why it cannot sign in just now: too many wrong passwords.
    pub locked: Option<String>,
    /// Its password was given by somebody else and is to be changed.
    pub given: bool,
    /// It is one's own: it cannot be blocked by oneself.
    pub own: bool,
    /// What was just done, or what stopped it.
    pub note: Option<Note>,
    /// What is wrong with the new password.
    pub errors: ErrorSummary,
    /// The new password.
    pub password: Field,
}

/// One's own profile.
#[derive(Debug, Template)]
#[template(path = "accounts/profile.html")]
pub struct ProfilePage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// Label and value of what is known.
    pub facts: Vec<(String, String)>,
    /// The language of the pages.
    pub lang: Lang,
    /// Whether single letters and digits act.
    pub shortcuts: bool,
    /// The address of the calendar feed.
    pub feed: String,
    /// What was just done.
    pub note: Option<Note>,
    /// What is wrong with the passwords.
    pub errors: ErrorSummary,
    /// The present password, the new one, the new one again.
    pub passwords: Vec<Field>,
}

impl ProfilePage<'_> {
    /// Whether this is the language of the pages.
    fn is_lang(&self, lang: &Lang) -> bool {
        self.lang == *lang
    }
}

/// The fields for a change of one's own password.
#[must_use]
pub fn own_password_fields(t: &Texts) -> Vec<Field> {
    let field =
        |name: &str, label: String, token| Field::new(FieldKind::Password, name, label).autocomplete(token);
    vec![
        field("present", t.accounts_password_present(), "current-password"),
        field("password", t.accounts_password_new(), "new-password").hint(t.accounts_password_hint()),
        field("again", t.accounts_password_again(), "new-password"),
    ]
}

/// The field for the password of somebody else.
#[must_use]
pub fn password_field(t: &Texts) -> Field {
    Field::new(FieldKind::Password, "password", t.accounts_password_new())
        .autocomplete("new-password")
        .hint(t.accounts_password_hint())
}
