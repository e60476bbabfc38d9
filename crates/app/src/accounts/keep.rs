//! Keeping accounts and offices.

use domain::access::{Action, Resource, Role};
use kernel::{Instant, Lang, OfficeId, UserId};
use serde_json::json;
use store::{
    accounts::{failure, office, session, user},
    audit,
};

use super::{Hashed, hash_password, sign_in::name_hash, verify_password};
use crate::{App, Ctx, DbError, Error, read, write};

const fn subject(id: UserId) -> audit::Subject {
    audit::Subject { kind: "user", id: id.bytes() }
}

/// Whether a password is chosen by another person than the account's own: it is then to be replaced. One that the
/// program itself sets, as its commands do, is that of whoever runs them.
fn chosen_by_another(ctx: &Ctx, account: Option<UserId>) -> bool {
    ctx.user().is_some_and(|person| Some(person) != account)
}

/// A new account.
#[derive(Clone, Debug)]
pub struct NewUser {
    /// The sign-in name: letters, digits, dot, dash.
    pub name: String,
    /// Surname and given name.
    pub display_name: String,
    /// Where invitations go.
    pub email: Option<String>,
    /// The office's code.
    pub office: Option<String>,
    /// The language of its pages.
    pub lang: Lang,
    /// What it is for.
    pub roles: Vec<Role>,
}

/// Adds an account. The password was hashed before, outside the unit of work.
///
/// # Errors
/// [`Error::Invalid`] when the name cannot be taken or is in use, or a role is missing.
pub async fn add_user(app: &App, ctx: &Ctx, new: NewUser, password: Hashed) -> Result<UserId, Error> {
    ctx.require(Resource::User, Action::Create)?;
    let name = new.name.trim().to_lowercase();
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '-' || c == '_')
    {
        return Err(Error::field("name", "user_name"));
    }
    if new.roles.is_empty() {
        return Err(Error::field("roles", "required"));
    }
    let ctx = ctx.clone();
    write(app, "add-user", move |tx| {
        let office_id = match &new.office {
            Some(code) => {
                Some(office::by_code(tx, code)?.ok_or_else(|| Error::field("office", "choice_unknown"))?.id)
            }
            None => None,
        };
        let account = user::User {
            id: ctx.id(UserId::from_bytes),
            name: name.clone(),
            display_name: new.display_name.trim().to_owned(),
            email: new.email.clone(),
            password_hash: password.0.clone(),
            office_id,
            lang: new.lang,
            active: true,
            shortcuts: true,
            must_change: chosen_by_another(&ctx, None),
            version: 1,
        };
        user::insert(tx, &account, &new.roles, ctx.now()).map_err(|error| match error {
            DbError::Unique(name) if name == "uq_app_user_name" => Error::field("name", "user_name_taken"),
            other => other.into(),
        })?;
        let subject = audit::Subject { kind: "user", id: account.id.bytes() };
        audit::append(tx, &ctx, "add_user", subject, &json!({ "name": account.name, "roles": new.roles }))?;
        Ok(account.id)
    })
    .await
}

/// All accounts with their roles, by name.
///
/// # Errors
/// [`Error::Denied`] when accounts may not be seen.
pub async fn list_users(app: &App, ctx: &Ctx) -> Result<Vec<(user::User, Vec<Role>)>, Error> {
    ctx.require(Resource::User, Action::Read)?;
    read(app, "list-users", |tx| {
        let mut list = Vec::new();
        for account in user::list(tx)? {
            let roles = user::roles(tx, account.id)?;
            list.push((account, roles));
        }
        Ok(list)
    })
    .await
}

/// Replaces an account's password and ends its sessions.
///
/// # Errors
/// [`Error::NotFound`] when there is no such account.
pub async fn set_password(app: &App, ctx: &Ctx, name: &str, password: Hashed) -> Result<(), Error> {
    ctx.require(Resource::User, Action::Update)?;
    let (ctx, name) = (ctx.clone(), name.to_lowercase());
    write(app, "set-password", move |tx| {
        let account = user::by_name(tx, &name)?.ok_or(Error::NotFound { kind: "user" })?;
        user::set_password(tx, account.id, &password.0, chosen_by_another(&ctx, Some(account.id)))?;
        failure::clear(tx, &name_hash(&account.name))?;
        session::end_all(tx, account.id, ctx.now())?;
        let subject = audit::Subject { kind: "user", id: account.id.bytes() };
        audit::append(tx, &ctx, "set_password", subject, &json!({}))?;
        Ok(())
    })
    .await
}

/// Replaces one's own password after the present one was given; other sessions end.
///
/// # Errors
/// [`Error::Invalid`] when the present password is wrong or the new one too short.
pub async fn set_own_password(app: &App, ctx: &Ctx, present: String, new: String) -> Result<(), Error> {
    let id = ctx.user().ok_or(Error::NotSignedIn)?;
    let account =
        read(app, "own-account", move |tx| Ok(user::by_id(tx, id)?)).await?.ok_or(Error::NotSignedIn)?;
    let checked = tokio::task::spawn_blocking(move || {
        if !verify_password(&present, &account.password_hash) {
            return Err(Error::field("present", "password_wrong"));
        }
        hash_password(&new)
    });
    let hashed = checked.await.map_err(|error| Error::Internal(error.to_string()))??;
    let ctx = ctx.clone();
    write(app, "own-password", move |tx| {
        user::set_password(tx, id, &hashed.0, false)?;
        session::end_all(tx, id, ctx.now())?;
        audit::append(tx, &ctx, "set_password", audit::Subject { kind: "user", id: id.bytes() }, &json!({}))?;
        Ok(())
    })
    .await
}

/// Replaces one's own language and shortcut preference.
///
/// # Errors
/// [`Error::NotSignedIn`] for the program itself.
pub async fn set_preferences(app: &App, ctx: &Ctx, lang: Lang, shortcuts: bool) -> Result<(), Error> {
    let id = ctx.user().ok_or(Error::NotSignedIn)?;
    let ctx = ctx.clone();
    write(app, "preferences", move |tx| {
        user::set_preferences(tx, id, lang, shortcuts)?;
        let details = json!({ "lang": lang, "shortcuts": shortcuts });
        audit::append(tx, &ctx, "set_preferences", subject(id), &details)?;
        Ok(())
    })
    .await
}

/// What an account is changed to.
#[derive(Clone, Debug)]
pub struct UserChange {
    /// Surname and given name.
    pub display_name: String,
    /// Where invitations go.
    pub email: Option<String>,
    /// The office's code.
    pub office: Option<String>,
    /// The language of its pages.
    pub lang: Lang,
    /// What it is for.
    pub roles: Vec<Role>,
    /// The version it was changed on.
    pub version: i64,
}

/// Changes an account: name, address, office, roles. Its sessions end, so that nobody goes on with rights they lost.
///
/// # Errors
/// [`Error::Invalid`] without a name or a role, or with an unknown office; [`Error::Refused`] with `own_account` when
/// administrators would lock themselves out; [`Error::Conflict`] when it was changed meanwhile.
pub async fn update_user(app: &App, ctx: &Ctx, id: UserId, change: UserChange) -> Result<(), Error> {
    ctx.require(Resource::User, Action::Update)?;
    if change.display_name.trim().is_empty() {
        return Err(Error::field("display_name", "required"));
    }
    if change.roles.is_empty() {
        return Err(Error::field("roles", "required"));
    }
    let own = ctx.user() == Some(id);
    if own && !change.roles.contains(&Role::Administrator) {
        return Err(Error::refused("own_account"));
    }
    let ctx = ctx.clone();
    write(app, "update-user", move |tx| {
        let mut account = user::by_id(tx, id)?.ok_or(Error::NotFound { kind: "user" })?;
        if account.version != change.version {
            return Err(Error::Conflict(Vec::new()));
        }
        let before = user::roles(tx, id)?;
        let unknown = || Error::field("office", "choice_unknown");
        account.office_id = match &change.office {
            Some(code) => Some(office::by_code(tx, code)?.ok_or_else(unknown)?.id),
            None => None,
        };
        change.display_name.trim().clone_into(&mut account.display_name);
        account.email.clone_from(&change.email);
        account.lang = change.lang;
        if !user::update(tx, &account, &change.roles)? {
            return Err(Error::Repeat);
        }
        if !own {
            session::end_all(tx, id, ctx.now())?;
        }
        let details = json!({ "from": before, "roles": change.roles, "office": change.office });
        audit::append(tx, &ctx, "set_roles", subject(id), &details)?;
        Ok(())
    })
    .await
}

/// Lets an account that gave too many wrong passwords try again at once.
///
/// # Errors
/// [`Error::Denied`], [`Error::NotFound`].
pub async fn unlock_user(app: &App, ctx: &Ctx, id: UserId) -> Result<(), Error> {
    ctx.require(Resource::User, Action::Update)?;
    let ctx = ctx.clone();
    write(app, "unlock-user", move |tx| {
        let account = user::by_id(tx, id)?.ok_or(Error::NotFound { kind: "user" })?;
        failure::clear(tx, &name_hash(&account.name))?;
        audit::append(tx, &ctx, "unlock_user", subject(id), &json!({}))?;
        Ok(())
    })
    .await
}

/// Until when an account is locked; none when it is not.
///
/// # Errors
/// [`Error::Denied`] when accounts may not be seen.
pub async fn locked_until(app: &App, ctx: &Ctx, name: &str) -> Result<Option<Instant>, Error> {
    ctx.require(Resource::User, Action::Read)?;
    let (tried, now) = (name_hash(name), ctx.now());
    read(app, "locked", move |tx| Ok(failure::of(tx, &tried)?.locked_until.filter(|until| *until > now)))
        .await
}

/// The accounts that are locked, and until when.
///
/// # Errors
/// [`Error::Denied`] when accounts may not be seen.
pub async fn locked_users(app: &App, ctx: &Ctx) -> Result<Vec<(UserId, Instant)>, Error> {
    ctx.require(Resource::User, Action::Read)?;
    let now = ctx.now();
    read(app, "locked-users", move |tx| {
        let mut locked = Vec::new();
        for account in user::list(tx)? {
            let until = failure::of(tx, &name_hash(&account.name))?.locked_until.filter(|until| *until > now);
            locked.extend(until.map(|until| (account.id, until)));
        }
        Ok(locked)
    })
    .await
}

/// Every office by code.
///
/// # Errors
/// [`Error::Denied`] when accounts may not be seen.
pub async fn offices(app: &App, ctx: &Ctx) -> Result<Vec<office::Office>, Error> {
    ctx.require(Resource::User, Action::Read)?;
    read(app, "offices", |tx| Ok(office::list(tx)?)).await
}

/// Lets an account sign in, or no longer; its sessions end.
///
/// # Errors
/// [`Error::Denied`], or [`Error::Refused`] when it is one's own.
pub async fn set_active(app: &App, ctx: &Ctx, id: UserId, active: bool) -> Result<(), Error> {
    ctx.require(Resource::User, Action::Update)?;
    if ctx.user() == Some(id) && !active {
        return Err(Error::refused("own_account"));
    }
    let ctx = ctx.clone();
    write(app, "set-active", move |tx| {
        user::set_active(tx, id, active)?;
        session::end_all(tx, id, ctx.now())?;
        audit::append(
            tx,
            &ctx,
            "set_active",
            audit::Subject { kind: "user", id: id.bytes() },
            &json!({ "active": active }),
        )?;
        Ok(())
    })
    .await
}

/// Adds an office or renames the one with the same code.
///
/// # Errors
/// [`Error::Denied`] when accounts may not be kept.
pub async fn save_office(
    app: &App,
    ctx: &Ctx,
    code: &str,
    name: &str,
    municipality: &str,
    address: &str,
) -> Result<(), Error> {
    ctx.require(Resource::User, Action::Create)?;
    let made = office::Office {
        id: ctx.id(OfficeId::from_bytes),
        code: code.to_owned(),
        name: name.to_owned(),
        municipality: municipality.to_owned(),
        address: address.to_owned(),
    };
    let ctx = ctx.clone();
    write(app, "save-office", move |tx| {
        office::save(tx, &made)?;
        // One that was there keeps its id.
        let id = office::by_code(tx, &made.code)?.map_or(made.id, |office| office.id);
        let details = json!({ "code": made.code, "name": made.name });
        audit::append(tx, &ctx, "save_office", audit::Subject { kind: "office", id: id.bytes() }, &details)?;
        Ok(())
    })
    .await
}
