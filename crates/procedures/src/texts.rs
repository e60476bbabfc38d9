//! The texts of a pack: Fluent, Italian and English, read when the pack is read.

use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use kernel::Lang;

/// Texts in both languages. Cheap to clone.
#[derive(Clone)]
pub struct PackTexts {
    it: Arc<FluentBundle<FluentResource>>,
    en: Arc<FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for PackTexts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PackTexts")
    }
}

fn bundle(lang: Lang, source: &str) -> Result<Arc<FluentBundle<FluentResource>>, String> {
    let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
        errors.first().map_or_else(|| "not readable".to_owned(), ToString::to_string)
    })?;
    let id = lang.code().parse().map_err(|_| "unknown language".to_owned())?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).map_err(|errors| {
        errors.first().map_or_else(|| "a text is there twice".to_owned(), ToString::to_string)
    })?;
    Ok(Arc::new(bundle))
}

impl PackTexts {
    /// Reads both catalogues; the error names the language's file and what is wrong in it.
    pub(crate) fn read(it: &str, en: &str) -> Result<Self, (&'static str, String)> {
        Ok(Self {
            it: bundle(Lang::It, it).map_err(|error| ("texts/it.ftl", error))?,
            en: bundle(Lang::En, en).map_err(|error| ("texts/en.ftl", error))?,
        })
    }

    const fn of(&self, lang: Lang) -> &Arc<FluentBundle<FluentResource>> {
        match lang {
            Lang::It => &self.it,
            Lang::En => &self.en,
        }
    }

    /// Whether a language has a text.
    #[must_use]
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.of(lang).has_message(key)
    }

    /// A text with its values.
    #[must_use]
    pub fn get(&self, lang: Lang, key: &str, args: &[(&str, &str)]) -> Option<String> {
        let bundle = self.of(lang);
        let pattern = bundle.get_message(key)?.value()?;
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(*name, *value);
        }
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned())
    }

    /// A text without values, or its key when there is none.
    #[must_use]
    pub fn or_key(&self, lang: Lang, key: &str) -> String {
        self.get(lang, key, &[]).unwrap_or_else(|| key.to_owned())
    }
}
