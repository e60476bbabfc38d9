//! Where a run is kept between steps: a folder, or bytes in memory. After `restart` nothing else is left of it.

use std::path::{Path, PathBuf};

use kernel::Instant;
use serde::{Deserialize, Serialize};

use super::deploy;
use super::handlers::Busy;
use crate::runtime::Runtime;

/// Everything needed to go on.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept {
    pub clock: Instant,
    pub models: Vec<String>,
    pub runtime: String,
    pub busy: Vec<Busy>,
}

/// The place.
#[derive(Debug)]
pub(super) enum Place {
    Folder(PathBuf),
    Memory(Vec<u8>),
}

impl Place {
    pub(super) fn new(folder: Option<&Path>) -> Self {
        folder.map_or_else(|| Self::Memory(Vec::new()), |f| Self::Folder(f.to_owned()))
    }

    pub(super) fn write(&mut self, kept: &Kept) -> Result<(), String> {
        let bytes = serde_json::to_vec(kept).map_err(|e| format!("the run cannot be written: {e}"))?;
        match self {
            Self::Memory(old) => *old = bytes,
            Self::Folder(folder) => {
                // Written beside and renamed, so that a reader never finds half a file.
                let (new, file) = (folder.join("run.json.new"), folder.join("run.json"));
                let written = std::fs::create_dir_all(&*folder)
                    .and_then(|()| std::fs::write(&new, bytes))
                    .and_then(|()| std::fs::rename(&new, &file));
                written.map_err(|e| {
                    format!(
                        "the store {} cannot be written ({e}); choose a folder you may write to",
                        folder.display()
                    )
                })?;
            }
        }
        Ok(())
    }

    pub(super) fn read(&self) -> Result<Kept, String> {
        let bytes = match self {
            Self::Memory(bytes) => bytes.clone(),
            Self::Folder(folder) => std::fs::read(folder.join("run.json"))
                .map_err(|e| format!("the store {} cannot be read ({e})", folder.display()))?,
        };
        serde_json::from_slice(&bytes).map_err(|e| format!("the store holds no run ({e})"))
    }
}

impl Kept {
    /// The engine as it was.
    pub(super) fn revive(&self) -> Result<Runtime, String> {
        let mut runtime = Runtime::default();
        if !self.models.is_empty() {
            let executables = deploy::compiled(&self.models)?;
            runtime.load(executables);
        }
        runtime.restore(&self.runtime)?;
        Ok(runtime)
    }
}
