//! Where templates come from: those shipped with the program, and a utility's edited copies, which win by name.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::error::DocumentError;

/// Shipped templates by name, `<pack code>/<letter>` or `shared/<layout>`.
static SHIPPED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

/// The largest file read from a folder of templates, in bytes: a logo fits, a misplaced video does not.
const LARGEST_FILE: u64 = 8 * 1024 * 1024;

/// A set of templates and the pictures they show.
#[derive(Clone, Debug)]
pub struct Templates {
    /// Every file by its path below the root, without the leading slash: `VOL/contract.typ`, `shared/logo.svg`.
    files: BTreeMap<String, Vec<u8>>,
}

impl Default for Templates {
    fn default() -> Self {
        Self::shipped()
    }
}

impl Templates {
    /// The templates shipped with the program.
    #[must_use]
    pub fn shipped() -> Self {
        let files =
            SHIPPED.iter().map(|(name, text)| (format!("{name}.typ"), text.as_bytes().to_vec())).collect();
        Self { files }
    }

    /// The shipped templates, with every file of `folder` (and of the folders below it) laid over them: a file at
    /// `<folder>/VOL/contract.typ` replaces the shipped `VOL/contract`; a picture at `<folder>/shared/logo.svg` can be
    /// shown by any template.
    ///
    /// # Errors
    /// [`DocumentError::Folder`] when the folder or one of its files cannot be read.
    pub fn with_folder(folder: &Path) -> Result<Self, DocumentError> {
        let mut templates = Self::shipped();
        templates.read(folder, folder)?;
        Ok(templates)
    }

    /// Puts one template in place, replacing the one of that name: what a designer's preview needs.
    pub fn set(&mut self, name: &str, text: &str) {
        self.files.insert(format!("{name}.typ"), text.as_bytes().to_vec());
    }

    /// The names of all letters, in order: `VOL/closing-notice`, `VOL/contract`, … The shared layouts are not among them.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files
            .keys()
            .filter_map(|path| path.strip_suffix(".typ"))
            .filter(|name| !name.starts_with("shared/"))
    }

    /// The text of a template, as an editor shows it.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        std::str::from_utf8(self.file(&format!("{name}.typ"))?).ok()
    }

    /// The paths of the pictures, as a template names them: `/shared/logo.svg`.
    pub(crate) fn pictures(&self) -> impl Iterator<Item = String> {
        let endings = [".svg", ".png", ".jpg", ".jpeg"];
        self.files
            .keys()
            .filter(move |path| endings.iter().any(|ending| path.to_lowercase().ends_with(ending)))
            .map(|path| format!("/{path}"))
    }

    /// A file by its path below the root.
    pub(crate) fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    fn read(&mut self, root: &Path, folder: &Path) -> Result<(), DocumentError> {
        let failed = |path: &Path, reason: String| DocumentError::Folder {
            folder: path.display().to_string(),
            reason,
        };
        let entries = fs::read_dir(folder).map_err(|error| failed(folder, error.to_string()))?;
        let mut paths: Vec<PathBuf> = Vec::new();
        for entry in entries {
            paths.push(entry.map_err(|error| failed(folder, error.to_string()))?.path());
        }
        paths.sort();
        for path in paths {
            let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
            if hidden {
                continue;
            }
            let about = fs::metadata(&path).map_err(|error| failed(&path, error.to_string()))?;
            if about.is_dir() {
                self.read(root, &path)?;
            } else if about.len() > LARGEST_FILE {
                return Err(failed(&path, format!("the file has {} bytes, more than 8 MB", about.len())));
            } else {
                let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                let bytes = fs::read(&path).map_err(|error| failed(&path, error.to_string()))?;
                self.files.insert(name, bytes);
            }
        }
        Ok(())
    }
}
