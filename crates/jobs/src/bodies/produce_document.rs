//! Makes the PDF of a paper.

use app::papers::{ProducedDocument, document_to_produce, mark_failed, store_produced};
use documents::{Standard, Templates, render};
use kernel::DocumentId;
use serde::Deserialize;
use store::work::job::Claimed;

use super::payload;
use crate::{
    outcome::{Outcome, of},
    worker::{Parts, words},
};

#[derive(Deserialize)]
struct Paper {
    document: DocumentId,
}

/// Twice does no harm: the same values give the same bytes, and a stored paper is not stored again.
pub(super) async fn run(parts: &Parts, job: &Claimed) -> Outcome {
    let Paper { document } = match payload(job) {
        Ok(paper) => paper,
        Err(outcome) => return outcome,
    };
    let wanted = match document_to_produce(&parts.app, document).await {
        Ok(Some(wanted)) => wanted,
        Ok(None) => return Outcome::Done,
        Err(error) => return error.into(),
    };
    let templates = parts.templates.clone();
    let made = tokio::task::spawn_blocking(move || produce(templates, &wanted)).await;
    let reason = match made {
        Ok(Ok(bytes)) => return of(store_produced(&parts.app, document, bytes).await),
        Ok(Err(error)) => error.to_string(),
        Err(error) => words(error),
    };
    // The same template and values fail the same way: a person must look, and sees why beside the paper too.
    match mark_failed(&parts.app, document, reason.clone()).await {
        Ok(()) => Outcome::Fail(reason),
        Err(error) => error.into(),
    }
}

/// The PDF of a paper as it would be made, for its preview; the error is the sentence people see.
///
/// # Errors
/// What is wrong with the template, with file and line.
pub fn preview(templates: &Templates, wanted: &ProducedDocument) -> Result<Vec<u8>, String> {
    produce(templates.clone(), wanted).map_err(|error| error.to_string())
}

/// The letters of the bundle the case runs on lie over those of the program and of the utility's folder.
fn produce(mut templates: Templates, wanted: &ProducedDocument) -> Result<Vec<u8>, documents::DocumentError> {
    for (path, text) in &wanted.files {
        if path.ends_with(".typ") {
            templates.set(&name_of(&wanted.procedure, path), text);
        }
    }
    let name = name_of(&wanted.procedure, &wanted.template);
    render(&templates, &name, wanted.lang, &wanted.data, wanted.at, Standard::default()).map(|pdf| pdf.bytes)
}

/// `VOL/contract` from `letters/contract.typ` of the pack `VOL`.
fn name_of(procedure: &str, path: &str) -> String {
    let path = path.strip_suffix(".typ").unwrap_or(path);
    let path = path.strip_prefix("letters/").unwrap_or(path);
    match path.strip_prefix(procedure).and_then(|rest| rest.strip_prefix('/')) {
        Some(letter) => format!("{procedure}/{letter}"),
        None => format!("{procedure}/{path}"),
    }
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn a_packs_file_has_the_name_templates_use() {
        for path in ["letters/contract.typ", "contract", "VOL/contract"] {
            assert_eq!(name_of("VOL", path), "VOL/contract");
        }
    }
}
