//! Staff accounts.

use db::{DbError, Row, Tx, params, statements};
use domain::access::Role;
use kernel::{Instant, Lang, OfficeId, UserId};

statements! {
    const INSERT: Statement = "INSERT INTO app_user (id, name, display_name, email, password_hash, office_id, lang, active, shortcuts,
        failed_count, locked_until, created_at, version, must_change) VALUES ($1, $2, $3, $4, $5, $6, $7, TRUE, TRUE, 0, NULL, $8, 1, $9)";
    const ADD_ROLE: Statement = "INSERT INTO user_role (user_id, role) VALUES ($1, $2) ON CONFLICT (user_id, role) DO NOTHING";
    const BY_NAME: Statement = "SELECT id, name, display_name, email, password_hash, office_id, lang, active, shortcuts, failed_count,
        locked_until, version, must_change FROM app_user WHERE name = $1";
    const BY_ID: Statement = "SELECT id, name, display_name, email, password_hash, office_id, lang, active, shortcuts, failed_count,
        locked_until, version, must_change FROM app_user WHERE id = $1";
    const LIST: Statement = "SELECT id, name, display_name, email, password_hash, office_id, lang, active, shortcuts, failed_count,
        locked_until, version, must_change FROM app_user ORDER BY name";
    const ROLES: Statement = "SELECT role FROM user_role WHERE user_id = $1 ORDER BY role";
    const ALL_ROLES: Statement = "SELECT user_id, role FROM user_role ORDER BY user_id, role";
    const WITH_ROLE: Statement = "SELECT u.id, u.name, u.display_name, u.email, u.password_hash, u.office_id, u.lang, u.active, u.shortcuts,
        u.failed_count, u.locked_until, u.version, u.must_change FROM app_user u JOIN user_role r ON r.user_id = u.id
        WHERE r.role = $1 AND u.active = TRUE ORDER BY u.name";
    const PASSWORD: Statement = "UPDATE app_user SET password_hash = $2, must_change = $3, version = version + 1 WHERE id = $1";
    const DATA: Statement = "UPDATE app_user SET display_name = $3, email = $4, office_id = $5, lang = $6, version = version + 1 WHERE id = $1 AND version = $2";
    const DROP_ROLES: Statement = "DELETE FROM user_role WHERE user_id = $1";
    const PREFERENCES: Statement = "UPDATE app_user SET lang = $2, shortcuts = $3, version = version + 1 WHERE id = $1";
    const ACTIVE: Statement = "UPDATE app_user SET active = $2, version = version + 1 WHERE id = $1";
}

/// A staff account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Its id.
    pub id: UserId,
    /// The sign-in name, lower case.
    pub name: String,
    /// Surname and given name.
    pub display_name: String,
    /// Where invitations go.
    pub email: Option<String>,
    /// Argon2id hash of the password in PHC form.
    pub password_hash: String,
    /// The office it works at.
    pub office_id: Option<OfficeId>,
    /// The language of its pages.
    pub lang: Lang,
    /// Whether it may sign in.
    pub active: bool,
    /// Whether single-key shortcuts are on (WCAG 2.1.4).
    pub shortcuts: bool,
    /// Whether the password was given by somebody else and is to be replaced before anything else.
    pub must_change: bool,
    /// Grows with every change.
    pub version: i64,
}

fn of(row: &Row) -> Result<User, DbError> {
    Ok(User {
        id: row.get("id")?,
        name: row.get("name")?,
        display_name: row.get("display_name")?,
        email: row.get("email")?,
        password_hash: row.get("password_hash")?,
        office_id: row.get("office_id")?,
        lang: row.get("lang")?,
        active: row.get("active")?,
        shortcuts: row.get("shortcuts")?,
        must_change: row.get("must_change")?,
        version: row.get("version")?,
    })
}

/// Stores a new account with its roles.
///
/// # Errors
/// `DbError::Unique("uq_app_user_name")` when the name is taken.
pub fn insert(tx: &mut Tx<'_>, user: &User, roles: &[Role], at: Instant) -> Result<(), DbError> {
    let u = user;
    tx.execute(
        &INSERT,
        &params![
            u.id,
            u.name,
            u.display_name,
            u.email,
            u.password_hash,
            u.office_id,
            u.lang,
            at,
            u.must_change
        ],
    )?;
    for role in roles {
        tx.execute(&ADD_ROLE, &params![u.id, role.code()])?;
    }
    Ok(())
}

/// The account with a sign-in name.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_name(tx: &mut Tx<'_>, name: &str) -> Result<Option<User>, DbError> {
    tx.row(&BY_NAME, &params![name])?.as_ref().map(of).transpose()
}

/// The account with an id.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: UserId) -> Result<Option<User>, DbError> {
    tx.row(&BY_ID, &params![id])?.as_ref().map(of).transpose()
}

/// All accounts by name.
///
/// # Errors
/// [`DbError`] from the database.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<User>, DbError> {
    tx.query(&LIST, &[])?.iter().map(of).collect()
}

/// Active accounts with a role, by name.
///
/// # Errors
/// [`DbError`] from the database.
pub fn with_role(tx: &mut Tx<'_>, role: Role) -> Result<Vec<User>, DbError> {
    tx.query(&WITH_ROLE, &params![role.code()])?.iter().map(of).collect()
}

/// The roles of an account.
///
/// # Errors
/// [`DbError`] from the database.
pub fn roles(tx: &mut Tx<'_>, id: UserId) -> Result<Vec<Role>, DbError> {
    tx.query(&ROLES, &params![id])?
        .iter()
        .map(|row| row.map("role", |code: String| Role::from_code(&code)))
        .collect()
}

/// The roles of every account.
///
/// # Errors
/// [`DbError`] from the database.
pub fn all_roles(tx: &mut Tx<'_>) -> Result<std::collections::BTreeMap<UserId, Vec<Role>>, DbError> {
    let mut all: std::collections::BTreeMap<UserId, Vec<Role>> = std::collections::BTreeMap::new();
    for row in tx.query(&ALL_ROLES, &[])? {
        let role = row.map("role", |code: String| Role::from_code(&code))?;
        all.entry(row.get("user_id")?).or_default().push(role);
    }
    Ok(all)
}

/// Replaces the password's hash; `must_change` when somebody else chose it.
///
/// # Errors
/// [`DbError`] from the database.
pub fn set_password(tx: &mut Tx<'_>, id: UserId, hash: &str, must_change: bool) -> Result<(), DbError> {
    tx.execute(&PASSWORD, &params![id, hash, must_change]).map(drop)
}

/// Replaces what an account is, its roles too. `Ok(false)`: it was changed since that version.
///
/// # Errors
/// [`DbError`] from the database.
pub fn update(tx: &mut Tx<'_>, user: &User, roles: &[Role]) -> Result<bool, DbError> {
    let u = user;
    let data = params![u.id, u.version, u.display_name, u.email, u.office_id, u.lang];
    if tx.execute(&DATA, &data)? == 0 {
        return Ok(false);
    }
    tx.execute(&DROP_ROLES, &params![u.id])?;
    for role in roles {
        tx.execute(&ADD_ROLE, &params![u.id, role.code()])?;
    }
    Ok(true)
}

/// Replaces language and shortcut preference.
///
/// # Errors
/// [`DbError`] from the database.
pub fn set_preferences(tx: &mut Tx<'_>, id: UserId, lang: Lang, shortcuts: bool) -> Result<(), DbError> {
    tx.execute(&PREFERENCES, &params![id, lang, shortcuts]).map(drop)
}

/// Lets an account sign in, or no longer.
///
/// # Errors
/// [`DbError`] from the database.
pub fn set_active(tx: &mut Tx<'_>, id: UserId, active: bool) -> Result<(), DbError> {
    tx.execute(&ACTIVE, &params![id, active]).map(drop)
}
