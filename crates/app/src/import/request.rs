//! Asking for an import: another program names a folder, the background work reads it.

use std::path::{Component, Path};

use domain::access::{Action, Resource, Role};
use kernel::{ImportId, UserId};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{audit, registry::import::run, work::job};

use super::Importer;
use crate::{App, Ctx, Error, write};

/// Which export is to be read, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewImport {
    /// The folder of the export, by its name inside the folder of exports.
    pub folder: String,
    /// The profile it is read by.
    pub profile: String,
    /// Only compare.
    pub dry_run: bool,
}

/// What the job of an import carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedImport {
    /// The run.
    pub import: ImportId,
    /// Who asked for it: the account, if it is one.
    pub user: Option<UserId>,
    /// Its name.
    pub name: String,
}

/// Asks for an import: the run is there at once, the background work does it. Ask [`super::show`] how far it is.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] when the folder is no name inside the folder of exports (`import_folder`), or the
/// profile no name of one (`import_profile`).
pub async fn request(app: &App, ctx: &Ctx, new: NewImport) -> Result<ImportId, Error> {
    ctx.require(Resource::Import, Action::Create)?;
    if !is_inside(&new.folder) {
        return Err(Error::field("folder", "import_folder"));
    }
    let named = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if new.profile.is_empty() || !new.profile.chars().all(named) {
        return Err(Error::field("profile", "import_profile"));
    }
    let ctx = ctx.clone();
    write(app, "request-import", move |tx| {
        let id = ctx.id(ImportId::from_bytes);
        run::begin(tx, &ctx, id, &new.profile, &new.folder, new.dry_run)?;
        let asked = AskedImport { import: id, user: ctx.user(), name: ctx.actor.name().to_owned() };
        let job = job::NewJob {
            kind: "import",
            key: Some(format!("import:{id}")),
            payload: json!(asked),
            run_at: ctx.now(),
            case_id: None,
        };
        job::enqueue(tx, &ctx, &job)?;
        let subject = audit::Subject { kind: "import", id: id.bytes() };
        let details = json!({ "folder": new.folder, "profile": new.profile, "dry_run": new.dry_run });
        audit::append(tx, &ctx, "request_import", subject, &details)?;
        Ok(id)
    })
    .await
}

/// Whether a path stays inside the folder it is joined to: names only, nothing absolute, no way up.
fn is_inside(folder: &str) -> bool {
    let path = Path::new(folder);
    !folder.trim().is_empty() && path.components().all(|part| matches!(part, Component::Normal(_)))
}

/// A run that was asked for and is to be done now: what was asked, and who does it. None when it came to its end before.
///
/// # Errors
/// [`Error::NotFound`], or a failure of the database.
pub async fn resume(app: &App, asked: AskedImport) -> Result<Option<(NewImport, Importer)>, Error> {
    let (id, system) = (asked.import, app.system("import"));
    let found = write(app, "resume-import", move |tx| {
        let run = run::by_id(tx, id)?.ok_or(Error::NotFound { kind: "import" })?;
        // A run that was stopped with its program goes on; one that failed is asked for anew.
        Ok(run::resume(tx, &system, id)?.then_some(run))
    });
    let Some(run) = found.await? else { return Ok(None) };
    let mut ctx = app.system("import");
    if let Some(user) = asked.user {
        ctx.actor = kernel::Actor::User { id: user, name: asked.name };
        // What it may do was looked at when it was asked for.
        ctx.roles = vec![Role::Administrator];
    }
    let dry_run = run.dry_run;
    let new = NewImport { folder: run.folder, profile: run.profile, dry_run };
    Ok(Some((new, Importer::of(app, ctx, id, dry_run))))
}

#[cfg(test)]
mod tests {
    use super::is_inside;

    #[test]
    fn a_folder_of_an_export_stays_inside_the_folder_of_exports() {
        for inside in ["2026-03", "marzo/prova", "export 1"] {
            assert!(is_inside(inside), "{inside}");
        }
        for outside in ["", "  ", "/etc", "..", "a/../..", "./a", "../altro"] {
            assert!(!is_inside(outside), "{outside}");
        }
    }
}
