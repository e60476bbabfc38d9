//! What a template can see: the templates, the data of this paper, its codes and our fonts. No disk, no network, no clock.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use typst::{
    Library, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::{fonts::fonts, template::Templates};

/// Typst's standard library, built once.
fn library() -> &'static LazyHash<Library> {
    static LIBRARY: std::sync::OnceLock<LazyHash<Library>> = std::sync::OnceLock::new();
    LIBRARY.get_or_init(|| LazyHash::new(<Library as typst::LibraryExt>::default()))
}

/// The world of one paper.
pub(crate) struct Paper<'a> {
    templates: &'a Templates,
    main: FileId,
    /// Files made for this paper: `data.json`, `paper.json`, `codes/*.svg`.
    made: BTreeMap<String, Bytes>,
    today: Option<Datetime>,
    /// Templates already parsed: the compiler asks for each several times.
    parsed: Mutex<BTreeMap<String, Source>>,
}

/// The id of a path below the root; a path that leaves the root has none.
fn id(path: &str) -> Option<FileId> {
    VirtualPath::new(path).ok().map(|path| RootedPath::new(VirtualRoot::Project, path).intern())
}

impl<'a> Paper<'a> {
    /// The world of one template; none when its name is not a path below the root.
    pub(crate) fn new(
        templates: &'a Templates,
        template: &str,
        made: BTreeMap<String, Bytes>,
        today: Option<Datetime>,
    ) -> Option<Self> {
        Some(Self { templates, main: id(&format!("{template}.typ"))?, made, today, parsed: Mutex::default() })
    }

    fn bytes(&self, id: FileId) -> FileResult<Bytes> {
        let place = id.get();
        let path = place.vpath().get_without_slash();
        if matches!(place.root(), VirtualRoot::Package(_)) {
            return Err(FileError::Other(Some(
                "packages cannot be fetched: the program works offline; copy what you need into the template"
                    .into(),
            )));
        }
        if let Some(made) = self.made.get(path) {
            return Ok(made.clone());
        }
        match self.templates.file(path) {
            Some(bytes) => Ok(Bytes::new(bytes.to_vec())),
            None => Err(FileError::NotFound(path.into())),
        }
    }
}

impl World for Paper<'_> {
    fn library(&self) -> &LazyHash<Library> {
        library()
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &fonts().book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let bytes = self.bytes(id)?;
        let mut parsed = self.parsed.lock().unwrap_or_else(PoisonError::into_inner);
        let path = id.get().vpath().get_without_slash();
        if let Some(source) = parsed.get(path) {
            return Ok(source.clone());
        }
        let text = std::str::from_utf8(&bytes).map_err(|_| FileError::InvalidUtf8)?;
        let source = Source::new(id, text.to_owned());
        parsed.insert(path.to_owned(), source.clone());
        Ok(source)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.bytes(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts().get(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}
