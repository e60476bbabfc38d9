//! The names of colleagues: beside a case, in a list, as somebody to give work to. Whoever works on cases may read them;
//! accounts as such are for administrators.

use domain::access::{Action, Resource, Role};
use kernel::{OfficeId, UserId};
use store::accounts::{office, user};

use crate::{App, Ctx, Error, read};

/// A colleague as every member of staff may see one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// The account.
    pub id: UserId,
    /// Surname and given name.
    pub name: String,
    /// Their office.
    pub office: Option<OfficeId>,
    /// Whether they still sign in.
    pub active: bool,
    /// What they do.
    pub roles: Vec<Role>,
}

/// Every colleague, former ones included, by name.
///
/// # Errors
/// [`Error::Denied`] when cases may not be seen.
pub async fn colleagues(app: &App, ctx: &Ctx) -> Result<Vec<Colleague>, Error> {
    ctx.require(Resource::Case, Action::Read)?;
    read(app, "colleagues", |tx| {
        let mut roles = user::all_roles(tx)?;
        let mut list: Vec<Colleague> = user::list(tx)?
            .into_iter()
            .map(|account| Colleague {
                roles: roles.remove(&account.id).unwrap_or_default(),
                id: account.id,
                name: account.display_name,
                office: account.office_id,
                active: account.active,
            })
            .collect();
        list.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(list)
    })
    .await
}

/// The offices by name, for lists of cases: their addresses and codes are for administrators.
///
/// # Errors
/// [`Error::Denied`] when cases may not be seen.
pub async fn office_names(app: &App, ctx: &Ctx) -> Result<Vec<(OfficeId, String)>, Error> {
    ctx.require(Resource::Case, Action::Read)?;
    read(app, "office-names", |tx| {
        let mut names: Vec<_> = office::list(tx)?.into_iter().map(|one| (one.id, one.name)).collect();
        names.sort_by(|one, other| one.1.cmp(&other.1));
        Ok(names)
    })
    .await
}
