//! From template and data to PDF.

use std::collections::BTreeMap;

use kernel::{Instant, Lang};
use serde_json::{Map, Value, json};
use typst::{
    World as _, WorldExt as _,
    diag::{Severity, SourceDiagnostic},
    foundations::{Bytes, Datetime, Smart},
    model::Document as _,
    syntax::DiagSpan,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::{
    codes::{data_matrix_svg, qr_svg},
    error::DocumentError,
    fonts::fonts,
    template::Templates,
    world::Paper,
};

/// The rules a PDF keeps; the exporter refuses to write one that breaks them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standard {
    /// PDF/A-2a (ISO 19005-2, for the archive) and PDF/UA-1 (ISO 14289-1, for readers with assistive technology) at once.
    #[default]
    ArchiveAccessible,
    /// PDF/A-2a alone.
    Archive,
    /// A plain PDF 1.7, still tagged: for previews of a template being written.
    Plain,
}

impl Standard {
    /// The name people know it by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ArchiveAccessible => "PDF/A-2a and PDF/UA-1",
            Self::Archive => "PDF/A-2a",
            Self::Plain => "PDF 1.7",
        }
    }

    const fn list(self) -> &'static [PdfStandard] {
        match self {
            Self::ArchiveAccessible => &[PdfStandard::A_2a, PdfStandard::Ua_1],
            Self::Archive => &[PdfStandard::A_2a],
            Self::Plain => &[PdfStandard::V_1_7],
        }
    }
}

/// A finished paper.
#[derive(Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// The title in its properties, which suits as a name for the file.
    pub title: String,
    /// What the compiler remarked without refusing, one sentence each; shown to those who edit templates.
    pub remarks: Vec<String>,
}

impl std::fmt::Debug for Pdf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pdf")
            .field("bytes", &self.bytes.len())
            .field("pages", &self.pages)
            .field("title", &self.title)
            .finish()
    }
}

/// Makes a paper. The same template, language, data and moment give the same bytes. It is work for a processor (about 10 ms
/// a page in a release build, more in a debug build): call it from a blocking thread.
///
/// `data` is the JSON object of `procedures/VOL/letters/README.md`; characters no font can draw are replaced by `?`. Its
/// member `codes` names barcodes, each `{"qr": text}` or `{"data_matrix": text}`, which the template finds as
/// `/codes/<name>.svg`.
///
/// # Errors
/// [`DocumentError`] names the template, the line and what to do.
pub fn render(
    templates: &Templates,
    template: &str,
    lang: Lang,
    data: &Value,
    at: Instant,
    standard: Standard,
) -> Result<Pdf, DocumentError> {
    let unknown = || DocumentError::UnknownTemplate {
        name: template.to_owned(),
        known: templates.names().collect::<Vec<_>>().join(", "),
    };
    if templates.text(template).is_none() {
        return Err(unknown());
    }
    let moment = moment(at);
    let made = made_files(templates, template, lang, data, at)?;
    let world = Paper::new(templates, template, made, moment).ok_or_else(unknown)?;
    // Two papers of one title (two customers' contracts) must not share the identifier inside the file.
    let ident = format!("{template}|{}|{}|{data}", lang.code(), at.as_micros());
    let result = typeset(&world, template, moment, standard, ident);
    // Typst remembers what it computed; a server that prints for weeks must forget it.
    typst::comemo::evict(2);
    result
}

fn typeset(
    world: &Paper<'_>,
    template: &str,
    moment: Option<Datetime>,
    standard: Standard,
    ident: String,
) -> Result<Pdf, DocumentError> {
    let compiled = typst::compile::<PagedDocument>(world);
    let document = compiled.output.map_err(|errors| template_error(world, template, &errors))?;
    let remarks = compiled.warnings.iter().map(|warning| warning.message.to_string()).collect();
    let standards = PdfStandards::new(standard.list())
        .map_err(|error| standard_error(template, standard, 0, error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some("Sportello".to_owned())),
        timestamp: moment.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|errors| {
        let first = errors.iter().find(|error| error.severity == Severity::Error);
        let (_, line) = first.map_or((String::new(), 0), |error| place(world, error));
        let message = first.map_or_else(String::new, sentence);
        standard_error(template, standard, line, message)
    })?;
    let title = document.info().title.as_ref().map(ToString::to_string).unwrap_or_default();
    Ok(Pdf { bytes, pages: document.pages().len(), title, remarks })
}

/// The files made for this paper: its data, its circumstances, its codes.
fn made_files(
    templates: &Templates,
    template: &str,
    lang: Lang,
    data: &Value,
    at: Instant,
) -> Result<BTreeMap<String, Bytes>, DocumentError> {
    let data = drawable(data);
    let mut files = BTreeMap::new();
    let mut names = Vec::new();
    if let Some(codes) = data.get("codes").and_then(Value::as_object) {
        for (name, code) in codes {
            let drawn = match (
                code.get("qr").and_then(Value::as_str),
                code.get("data_matrix").and_then(Value::as_str),
            ) {
                (Some(text), _) => qr_svg(text),
                (None, Some(text)) => data_matrix_svg(text),
                (None, None) => continue,
            };
            let svg = drawn.map_err(|source| DocumentError::Code {
                template: template.to_owned(),
                name: name.clone(),
                source,
            })?;
            files.insert(format!("codes/{name}.svg"), Bytes::from_string(svg));
            names.push(name.clone());
        }
    }
    let paper = json!({
        "lang": lang.code(),
        "template": template,
        "issued_on": at.date().to_string(),
        "codes": names,
        "pictures": templates.pictures().collect::<Vec<_>>(),
    });
    files.insert("data.json".to_owned(), Bytes::from_string(data.to_string()));
    files.insert("paper.json".to_owned(), Bytes::from_string(paper.to_string()));
    Ok(files)
}

/// The data with only characters that can be printed.
fn drawable(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(fonts().drawable(text)),
        Value::Array(items) => Value::Array(items.iter().map(drawable).collect()),
        Value::Object(members) => Value::Object(
            members.iter().map(|(name, item)| (name.clone(), drawable(item))).collect::<Map<_, _>>(),
        ),
        other => other.clone(),
    }
}

/// The moment in UTC, to the second, as Typst writes it.
fn moment(at: Instant) -> Option<Datetime> {
    let utc = at.timestamp().to_zoned(jiff::tz::TimeZone::UTC);
    let small = |value: i8| u8::try_from(value).ok();
    Datetime::from_ymd_hms(
        i32::from(utc.year()),
        small(utc.month())?,
        small(utc.day())?,
        small(utc.hour())?,
        small(utc.minute())?,
        small(utc.second())?,
    )
}

/// The template and the line (from 1) a diagnostic points at; the trace leads out of the shared layout when the fault itself
/// has no place.
fn place(world: &Paper<'_>, error: &SourceDiagnostic) -> (String, usize) {
    let spans = std::iter::once(error.span).chain(error.trace.iter().map(|step| DiagSpan::from(step.span)));
    for span in spans {
        let Some(id) = span.id() else { continue };
        let Some(range) = world.range(span) else { continue };
        let Ok(source) = world.source(id) else { continue };
        let line = source.lines().byte_to_line(range.start).map_or(0, |line| line + 1);
        let path = id.get().vpath().get_without_slash().to_owned();
        return (path.strip_suffix(".typ").map_or(path.clone(), str::to_owned), line);
    }
    (String::new(), 0)
}

fn sentence(error: &SourceDiagnostic) -> String {
    let hints: Vec<String> = error.hints.iter().map(|hint| hint.v.to_string()).collect();
    if hints.is_empty() {
        error.message.to_string()
    } else {
        format!("{} ({})", error.message, hints.join("; "))
    }
}

fn template_error(world: &Paper<'_>, template: &str, errors: &[SourceDiagnostic]) -> DocumentError {
    let Some(first) = errors.iter().find(|error| error.severity == Severity::Error).or(errors.first()) else {
        return standard_error(template, Standard::Plain, 0, "the compiler gave no reason".to_owned());
    };
    let (place, line) = place(world, first);
    let template = if place.is_empty() { template.to_owned() } else { place };
    let advice = format!(
        "Correct this line of {template}.typ, or remove your edited copy so that the shipped template is used again"
    );
    DocumentError::Template { template, line, message: sentence(first), advice }
}

fn standard_error(template: &str, standard: Standard, line: usize, message: String) -> DocumentError {
    DocumentError::Standard {
        template: template.to_owned(),
        line,
        standard: standard.name().to_owned(),
        message,
        advice: "Give the document a title and a language and every picture an `alt` text, then render again"
            .to_owned(),
    }
}
