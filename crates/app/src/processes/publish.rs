//! Bundles: publishing the shipped ones, and reading each published version once.

use std::{
    collections::{BTreeSet, HashMap},
    num::NonZero,
    sync::{Arc, PoisonError, RwLock},
    thread,
};

use kernel::Lang;
use procedures::{Files, Pack, files_hash, prove, read, same_digits, shipped};
use store::{Tx, cases::process};

use super::offer::Shown;
use crate::{App, Ctx, Error, read as read_unit, write};

/// Published packs that were read, by code and version. Shared by all clones.
#[derive(Clone, Default)]
pub struct Procedures(Arc<Known>);

/// What is kept of them. A published version never changes.
#[derive(Default)]
struct Known {
    packs: RwLock<HashMap<(String, i64), Arc<Pack>>>,
    shown: RwLock<HashMap<(String, i64, Lang), Arc<Shown>>>,
}

impl std::fmt::Debug for Procedures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Procedures")
    }
}

/// Reads a published bundle.
fn parse(bundle: &process::Bundle) -> Result<Arc<Pack>, Error> {
    let wrong =
        |text: String| Error::Internal(format!("bundle {} {}: {text}", bundle.procedure, bundle.version));
    let files: Files = serde_json::from_str(&bundle.files).map_err(|error| wrong(error.to_string()))?;
    read(&files)
        .map(Arc::new)
        .map_err(|defects| wrong(defects.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))
}

/// Reads bundles on every processor: at the start of the program there are many at once.
fn parse_all(bundles: &[process::Bundle]) -> Result<Vec<Arc<Pack>>, Error> {
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    let share = bundles.len().div_ceil(processors).max(1);
    thread::scope(|scope| {
        let parts: Vec<_> = bundles
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().map(parse).collect::<Result<Vec<_>, _>>()))
            .collect();
        let mut packs = Vec::with_capacity(bundles.len());
        for part in parts {
            let part = part.join().map_err(|_| Error::Internal("reading a bundle broke off".to_owned()))?;
            packs.extend(part?);
        }
        Ok(packs)
    })
}

impl Procedures {
    fn known(&self, code: &str, version: i64) -> Option<Arc<Pack>> {
        let packs = self.0.packs.read().unwrap_or_else(PoisonError::into_inner);
        packs.get(&(code.to_owned(), version)).cloned()
    }

    fn keep(&self, bundle: &process::Bundle, pack: &Arc<Pack>) {
        let mut packs = self.0.packs.write().unwrap_or_else(PoisonError::into_inner);
        packs.insert((bundle.procedure.clone(), bundle.version), Arc::clone(pack));
    }

    /// One version of a procedure.
    pub(crate) fn version(&self, tx: &mut Tx<'_>, code: &str, version: i64) -> Result<Arc<Pack>, Error> {
        if let Some(pack) = self.known(code, version) {
            return Ok(pack);
        }
        let bundle = process::bundle(tx, code, version)?.ok_or(Error::NotFound { kind: "procedure" })?;
        let pack = parse(&bundle)?;
        self.keep(&bundle, &pack);
        Ok(pack)
    }

    /// The version that starts new cases.
    pub(crate) fn newest(&self, tx: &mut Tx<'_>, code: &str) -> Result<(i64, Arc<Pack>), Error> {
        let version = process::newest_version(tx, code)?.ok_or(Error::NotFound { kind: "procedure" })?;
        Ok((version, self.version(tx, code, version)?))
    }

    /// The newest version of every procedure, by code.
    pub(crate) fn all(&self, tx: &mut Tx<'_>) -> Result<Vec<(i64, Arc<Pack>)>, Error> {
        let newest = process::newest_versions(tx)?;
        let missing: Vec<&(String, i64)> =
            newest.iter().filter(|(code, version)| self.known(code, *version).is_none()).collect();
        if missing.len() > 1 {
            let codes: BTreeSet<&str> = missing.iter().map(|(code, _)| code.as_str()).collect();
            let mut bundles = process::newest_bundles(tx)?;
            bundles.retain(|bundle| codes.contains(bundle.procedure.as_str()));
            for (bundle, pack) in bundles.iter().zip(parse_all(&bundles)?) {
                self.keep(bundle, &pack);
            }
        }
        newest.iter().map(|(code, version)| Ok((*version, self.version(tx, code, *version)?))).collect()
    }

    /// What lists show of a version in a language.
    pub(super) fn shown(&self, pack: &Pack, version: i64, lang: Lang) -> Arc<Shown> {
        let key = (pack.code.clone(), version, lang);
        if let Some(shown) = self.0.shown.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Arc::clone(shown);
        }
        let made = Arc::new(Shown::of(pack, lang));
        self.0.shown.write().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&made));
        made
    }
}

/// Publishes the shipped packs whose content is not the newest version yet. Answers with what was published.
///
/// # Errors
/// [`Error::Internal`] when a shipped pack cannot be proved: nothing is published then.
pub async fn publish_shipped(app: &App, ctx: &Ctx) -> Result<Vec<(String, i64)>, Error> {
    // What was published once was proved then: an ordinary start proves nothing again.
    let there = read_unit(app, "published", |tx| Ok(process::hashes(tx)?)).await?;
    let known = |(code, files): &(&str, Files)| {
        let hash = files_hash(files);
        there.iter().any(|(published, of)| published == code && *of == hash)
    };
    if shipped().iter().all(known) {
        return Ok(Vec::new());
    }
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

/// A number that changes with what is shipped: for databases kept with the shipped packs in them.
#[must_use]
pub fn shipped_key() -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    for (code, files) in shipped() {
        (code, files_hash(&files)).hash(&mut hasher);
    }
    hasher.finish()
}

/// Publishes a pack as the newest version of its procedure; cases that run stay on theirs. Answers the version; none when
/// this very content was published before. Only whoever runs the program on its machine can ask for it.
///
/// # Errors
/// [`Error::Internal`] when the pack cannot be proved.
pub async fn publish(app: &App, ctx: &Ctx, files: Files) -> Result<Option<i64>, Error> {
    let pack = read(&files).map_err(|defects| first("", &defects))?;
    let defects = prove(&pack, &super::catalogue());
    if !defects.is_empty() {
        return Err(first(&pack.code, &defects));
    }
    let text = serde_json::to_string(&files).map_err(|error| Error::Internal(error.to_string()))?;
    let ctx = ctx.clone();
    write(app, "publish", move |tx| {
        if process::hashes(tx)?.iter().any(|(code, hash)| *code == pack.code && *hash == pack.hash) {
            return Ok(None);
        }
        let version = process::newest_version(tx, &pack.code)?.unwrap_or(0) + 1;
        let bundle = process::Bundle {
            procedure: pack.code.clone(),
            version,
            hash: pack.hash.clone(),
            files: text.clone(),
        };
        process::publish(tx, &ctx, &bundle)?;
        Ok(Some(version))
    })
    .await
}

fn first(code: &str, defects: &[procedures::Defect]) -> Error {
    let list: Vec<String> = defects.iter().map(ToString::to_string).collect();
    Error::Internal(format!("the pack {code} cannot be published: {}", list.join("; ")))
}
