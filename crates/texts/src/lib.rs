//! What people read, in Italian and English: one typed function for each message of the catalogues in
//! `texts/<lang>/*.ftl` (Fluent), and the formats of dates, times, money and quantities.
//!
//! The functions in [`generated`] are written by `cargo xtask texts`. Terms of a procedure live in its pack, not here.

pub mod format;
pub mod generated;

use std::fmt::Display;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use kernel::Lang;

pub use format::{NotADate, TimeUnit, iban_grouped, iban_masked, phone, read_date};

/// The texts of one language. Cheap to copy; templates hold it as `t`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Texts {
    lang: Lang,
    isolate: bool,
}

type Bundle = FluentBundle<FluentResource>;

static ITALIAN: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::It));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::En));

/// Opens a run of text whose direction is judged by itself (U+2068 first strong isolate).
const ISOLATE: char = '\u{2068}';
/// Closes what [`ISOLATE`] opened (U+2069 pop directional isolate).
const END_ISOLATE: char = '\u{2069}';

impl Texts {
    /// The texts of a language, for pages.
    ///
    /// A value put into a sentence is wrapped in Unicode isolation marks when, and only when, it contains right-to-left
    /// characters: a name in Arabic script does not turn the sentence around, and all other text stays free of invisible marks.
    #[must_use]
    pub const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::It => &Self { lang: Lang::It, isolate: true },
            Lang::En => &Self { lang: Lang::En, isolate: true },
        }
    }

    /// The texts of a language without isolation marks, for mails, papers, exports and log lines.
    #[must_use]
    pub const fn plain(lang: Lang) -> &'static Self {
        match lang {
            Lang::It => &Self { lang: Lang::It, isolate: false },
            Lang::En => &Self { lang: Lang::En, isolate: false },
        }
    }

    /// The language of these texts.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// One message by its key (`key` or `key.attribute`). A message missing in this language is said in Italian.
    pub(crate) fn say(&self, key: &'static str, args: &[(&'static str, FluentValue<'_>)]) -> String {
        let mut errors = Vec::new();
        self.render(key, args, &mut errors).unwrap_or_else(|| key.to_owned())
    }

    /// As [`Texts::say`]; none when no language has the message. What Fluent has to complain about lands in `errors`.
    fn render(
        &self,
        key: &str,
        args: &[(&'static str, FluentValue<'_>)],
        errors: &mut Vec<fluent_bundle::FluentError>,
    ) -> Option<String> {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, name)| (id, Some(name)));
        let args: FluentArgs<'_> = args.iter().cloned().collect();
        [own_bundle(self.lang), own_bundle(Lang::It)].into_iter().find_map(|bundle| {
            let message = bundle.get_message(id)?;
            let pattern = match attribute {
                None => message.value()?,
                Some(name) => message.get_attribute(name)?.value(),
            };
            Some(bundle.format_pattern(pattern, Some(&args), errors).into_owned())
        })
    }

    /// A value as it goes into a sentence.
    pub(crate) fn text(&self, value: impl Display) -> FluentValue<'static> {
        let value = value.to_string();
        if self.isolate && value.chars().any(runs_right_to_left) {
            FluentValue::from(format!("{ISOLATE}{value}{END_ISOLATE}"))
        } else {
            FluentValue::from(value)
        }
    }
}

/// A whole number that a sentence counts with: any integer, by value or by reference (templates pass references).
pub trait Count {
    /// The number.
    fn count(&self) -> i64;
}

macro_rules! counts {
    ($($kind:ty),+) => {$(
        impl Count for $kind {
            fn count(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )+};
}

counts!(u8, u16, u32, u64, usize, i8, i16, i32, i64, isize);

impl<T: Count + ?Sized> Count for &T {
    fn count(&self) -> i64 {
        (**self).count()
    }
}

/// A number as it goes into a sentence: Fluent chooses the plural from it and shows it grouped.
pub(crate) fn number(value: impl Count) -> FluentValue<'static> {
    FluentValue::from(value.count())
}

fn own_bundle(lang: Lang) -> &'static Bundle {
    match lang {
        Lang::It => &ITALIAN,
        Lang::En => &ENGLISH,
    }
}

fn bundle(lang: Lang) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![lang.code().parse().unwrap_or_default()]);
    // Isolation is decided value by value in `Texts::text`.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::It => italian_number,
        Lang::En => english_number,
    }));
    // `cargo xtask texts --check` and a test below prove that catalogues parse; a broken entry is skipped here.
    let _ = bundle.add_builtins();
    for (_, source) in generated::sources(lang) {
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
        let _ = bundle.add_resource(resource);
    }
    bundle
}

fn italian_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    show_number(value, Lang::It)
}

fn english_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    show_number(value, Lang::En)
}

/// Numbers inside sentences, grouped as the language writes them; anything but a number is left to Fluent.
fn show_number(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let plain = number.as_string();
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let whole = digits.parse().ok().map(|digits| format::grouped(digits, lang))?;
    Some(if decimals.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}{}{decimals}", format::decimal_mark(lang))
    })
}

/// Whether a character belongs to a right-to-left script or steers direction itself (Unicode standard annex 9).
const fn runs_right_to_left(c: char) -> bool {
    matches!(
        c,
        '\u{0590}'..='\u{08ff}'
            | '\u{200e}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}

#[cfg(test)]
mod tests;
