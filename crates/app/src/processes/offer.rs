//! Which procedures can be started.

use kernel::{Lang, Sector};

use crate::{App, Ctx, Error, read};

/// A procedure as the page of a new request offers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcedureLine {
    /// Its code.
    pub code: String,
    /// The version that starts new cases.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// The services it is for.
    pub sectors: Vec<Sector>,
    /// Where it may be started, codes of [`domain::cases::Origin`].
    pub origins: Vec<String>,
    /// Whether this account may start it.
    pub allowed: bool,
    /// Its elements with their names, for lists that show where a case stands.
    pub steps: Vec<(String, String)>,
}

/// Every published procedure with its name in the account's language, by code.
///
/// # Errors
/// [`Error`] from the database.
pub async fn list_procedures(app: &App, ctx: &Ctx) -> Result<Vec<ProcedureLine>, Error> {
    let (app_, ctx) = (app.clone(), ctx.clone());
    read(app, "list-procedures", move |tx| {
        let lang: Lang = ctx.lang;
        let lines = app_.procedures.all(tx)?.into_iter().map(|(version, pack)| ProcedureLine {
            name: pack.texts.or_key(lang, "procedure"),
            sectors: pack.sectors.clone(),
            origins: pack.origins.clone(),
            allowed: ctx.may(domain::access::Resource::Case, domain::access::Action::Create)
                && (pack.roles.is_empty()
                    || ctx.roles.is_empty()
                    || ctx.roles.iter().any(|role| pack.roles.iter().any(|code| code == role.code()))),
            steps: pack
                .executables
                .values()
                .flat_map(|executable| &executable.elements)
                .map(|element| (element.id.to_string(), pack.element_name(&element.id, lang)))
                .collect(),
            code: pack.code.clone(),
            version,
        });
        Ok(lines.collect())
    })
    .await
}
