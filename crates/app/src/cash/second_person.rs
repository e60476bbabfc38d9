//! The second person: somebody else who may approve proves who they are at the same screen.

use domain::access::{Action, Resource, may};
use kernel::UserId;
use store::accounts::user;

use crate::{App, Ctx, Error, accounts, read};

/// Somebody who proved who they are and may approve. Only [`stand_in`] makes one.
#[derive(Clone, Debug)]
pub struct SecondPerson {
    id: UserId,
    name: String,
}

impl SecondPerson {
    /// The account.
    #[must_use]
    pub const fn id(&self) -> UserId {
        self.id
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// Checks sign-in name and password of the second person. Wrong ones count like those of a sign-in and lock the account
/// in the end.
///
/// # Errors
/// [`Error::Refused`] with `second_person_wrong`, `second_person_may_not` or `second_person_same`; [`Error::TooMany`].
pub async fn stand_in(app: &App, ctx: &Ctx, name: &str, password: &str) -> Result<SecondPerson, Error> {
    let bucket = ctx.user().map_or_else(|| "second".to_owned(), |user| format!("second:{user}"));
    let account = accounts::check_password(app, name, password, &bucket).await?;
    let account = account.ok_or_else(|| Error::refused("second_person_wrong"))?;
    if ctx.user() == Some(account.id) {
        return Err(Error::refused("second_person_same"));
    }
    let id = account.id;
    let roles = read(app, "second-person", move |tx| Ok(user::roles(tx, id)?)).await?;
    if !may(&roles, Resource::Till, Action::Correct) {
        return Err(Error::refused("second_person_may_not"));
    }
    Ok(SecondPerson { id, name: account.display_name })
}
