//! Bundles: publishing the shipped ones, and reading each published version once.

use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
};

use procedures::{Pack, prove, read, same_digits, shipped};
use store::{Tx, cases::process};

use crate::{App, Ctx, Error, write};

/// Published packs that were read, by code and version. Shared by all clones.
#[derive(Clone, Default)]
pub struct Procedures(Arc<RwLock<Known>>);

/// Packs by code and version.
type Known = HashMap<(String, i64), Arc<Pack>>;

impl std::fmt::Debug for Procedures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Procedures")
    }
}

impl Procedures {
    fn known(&self, code: &str, version: i64) -> Option<Arc<Pack>> {
        let packs = self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        packs.get(&(code.to_owned(), version)).cloned()
    }

    fn keep(&self, bundle: &process::Bundle) -> Result<Arc<Pack>, Error> {
        let files = serde_json::from_str(&bundle.files).map_err(|error| {
            Error::Internal(format!("bundle {} {}: {error}", bundle.procedure, bundle.version))
        })?;
        let pack = Arc::new(read(&files).map_err(|defects| {
            let list: Vec<String> = defects.iter().map(ToString::to_string).collect();
            Error::Internal(format!("bundle {} {}: {}", bundle.procedure, bundle.version, list.join("; ")))
        })?);
        let mut packs = self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        packs.insert((bundle.procedure.clone(), bundle.version), Arc::clone(&pack));
        Ok(pack)
    }

    /// One version of a procedure.
    pub(crate) fn version(&self, tx: &mut Tx<'_>, code: &str, version: i64) -> Result<Arc<Pack>, Error> {
        if let Some(pack) = self.known(code, version) {
            return Ok(pack);
        }
        let bundle = process::bundle(tx, code, version)?.ok_or(Error::NotFound { kind: "procedure" })?;
        self.keep(&bundle)
    }

    /// The version that starts new cases.
    pub(crate) fn newest(&self, tx: &mut Tx<'_>, code: &str) -> Result<(i64, Arc<Pack>), Error> {
        let bundle = process::newest_bundle(tx, code)?.ok_or(Error::NotFound { kind: "procedure" })?;
        if let Some(pack) = self.known(code, bundle.version) {
            return Ok((bundle.version, pack));
        }
        Ok((bundle.version, self.keep(&bundle)?))
    }

    /// The newest version of every procedure, by code.
    pub(crate) fn all(&self, tx: &mut Tx<'_>) -> Result<Vec<(i64, Arc<Pack>)>, Error> {
        let mut codes: Vec<String> =
            process::bundles(tx)?.into_iter().map(|bundle| bundle.procedure).collect();
        codes.dedup();
        codes.iter().map(|code| self.newest(tx, code)).collect()
    }
}

/// Publishes the shipped packs whose content is not the newest version yet. Answers with what was published.
///
/// # Errors
/// [`Error::Internal`] when a shipped pack cannot be proved: nothing is published then.
pub async fn publish_shipped(app: &App, ctx: &Ctx) -> Result<Vec<(String, i64)>, Error> {
    let catalogue = super::catalogue();
    let mut ready = Vec::new();
    let mut packs = Vec::new();
    for (code, files) in shipped() {
        let pack = read(&files).map_err(|defects| first(code, &defects))?;
        let defects = prove(&pack, &catalogue);
        if !defects.is_empty() {
            return Err(first(code, &defects));
        }
        let text = serde_json::to_string(&files).map_err(|error| Error::Internal(error.to_string()))?;
        ready.push((code.to_owned(), pack.hash.clone(), text));
        packs.push(pack);
    }
    if let Some((code, defect)) = same_digits(&packs).into_iter().next() {
        return Err(first(&code, &[defect]));
    }
    let ctx = ctx.clone();
    write(app, "publish-shipped", move |tx| {
        let mut published = Vec::new();
        for (code, hash, files) in &ready {
            let newest = process::newest_bundle(tx, code)?;
            // A utility's own version stays in force: only a shipped one is followed by the next shipped one.
            if newest.as_ref().is_some_and(|bundle| bundle.hash == *hash) {
                continue;
            }
            let version = newest.map_or(1, |bundle| bundle.version + 1);
            let bundle = process::Bundle {
                procedure: code.clone(),
                version,
                hash: hash.clone(),
                files: files.clone(),
            };
            match tx.savepoint(|tx| process::publish(tx, &ctx, &bundle)) {
                Ok(()) => published.push((code.clone(), version)),
                // The same content was in force before; a utility went on from there.
                Err(store::DbError::Unique(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(published)
    })
    .await
}

fn first(code: &str, defects: &[procedures::Defect]) -> Error {
    let list: Vec<String> = defects.iter().map(ToString::to_string).collect();
    Error::Internal(format!("the pack {code} cannot be published: {}", list.join("; ")))
}
