//! An import that another program asked for.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use app::import::{AskedImport, resume};
use store::work::job::Claimed;

use super::payload;
use crate::{
    import::{ImportError, Watch, run_asked},
    outcome::Outcome,
    worker::{Parts, words},
};

/// Asks the thread that imports to stop when nobody waits for it any more: the program ends.
struct StopWhenDropped(Arc<AtomicBool>);

impl Drop for StopWhenDropped {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Twice does no harm: an import changes nothing where it was done before, and one that came to its end is not done again.
pub(super) async fn run(parts: &Parts, job: &Claimed) -> Outcome {
    let asked: AskedImport = match payload(job) {
        Ok(asked) => asked,
        Err(outcome) => return outcome,
    };
    let Some(exports) = parts.settings.imports.clone() else {
        return Outcome::Fail("this process knows no folder of exports: set import_folder".to_owned());
    };
    let (new, importer) = match resume(&parts.app, asked).await {
        Ok(Some(found)) => found,
        Ok(None) => return Outcome::Done,
        Err(error) => return error.into(),
    };
    let stopping = Arc::new(AtomicBool::new(false));
    let asked_to_stop = Arc::clone(&stopping);
    let _stop = StopWhenDropped(stopping);
    let work = tokio::task::spawn_blocking(move || {
        let folder: PathBuf = exports.join(&new.folder);
        let watch = Watch { progress: &|_| {}, stop: &|| asked_to_stop.load(Ordering::Relaxed) };
        run_asked(importer, &folder, &new.profile, watch)
    });
    match work.await {
        // What is wrong with the export is written with the run, for whoever asked.
        Ok(Ok(_) | Err(ImportError::Format(_) | ImportError::Profile(_))) => Outcome::Done,
        Ok(Err(error @ (ImportError::Store(_) | ImportError::Stopped))) => Outcome::retry(&error.to_string()),
        Err(error) => Outcome::Fail(words(error)),
    }
}
