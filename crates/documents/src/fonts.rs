//! The fonts of the papers: Titillium Web for the text, the fonts of `typst-assets` for letters it lacks. Parsed once.

use std::sync::OnceLock;

use typst::{
    foundations::Bytes,
    text::{Font, FontBook},
    utils::LazyHash,
};

static TITILLIUM: [&[u8]; 3] = [
    include_bytes!("../fonts/TitilliumWeb-Regular.ttf"),
    include_bytes!("../fonts/TitilliumWeb-Italic.ttf"),
    include_bytes!("../fonts/TitilliumWeb-SemiBold.ttf"),
];

/// The fonts and the book Typst chooses them by.
pub(crate) struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Fonts {
    pub(crate) fn get(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// Whether any font can draw the character. A page with a character no font has is not a valid PDF/A.
    fn draws(&self, c: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    }

    /// The text with every character no font can draw replaced by `?`, and control characters, except the line feed, by
    /// a space: a customer's name in a script we lack must not keep the letter from being printed.
    pub(crate) fn drawable(&self, text: &str) -> String {
        text.chars()
            .map(|c| match c {
                '\n' => '\n',
                c if c.is_control() => ' ',
                c if c.is_ascii() || self.draws(c) => c,
                _ => '?',
            })
            .collect()
    }
}

/// All fonts, parsed at the first use.
pub(crate) fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| {
        let fonts: Vec<Font> = TITILLIUM
            .into_iter()
            .chain(typst_assets::fonts())
            .flat_map(|data| Font::iter(Bytes::new(data)))
            .collect();
        Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_europe_are_kept_and_other_scripts_become_question_marks() {
        let fonts = fonts();
        for name in ["D'Àndrea Nicolò & C.", "Łukasz Żółć", "Ștefan Țepeș", "Ελένη", "Иван", "12,50 €"]
        {
            assert_eq!(fonts.drawable(name), name);
        }
        assert_eq!(fonts.drawable("田中\tA\u{0}"), "?? A ");
    }
}
