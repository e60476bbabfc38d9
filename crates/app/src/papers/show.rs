//! One paper by its own id.

use domain::access::{Action, Resource};
use kernel::DocumentId;
pub use store::cases::document::Document;
use store::{
    Tx,
    cases::{case as cases, document},
};

use crate::{App, Ctx, Error, error::found, read};

fn load(tx: &mut Tx<'_>, ctx: &Ctx, id: DocumentId) -> Result<Document, Error> {
    let paper = document::by_id(tx, id)?.ok_or(Error::NotFound { kind: "document" })?;
    match paper.case_id {
        Some(case) => {
            found(cases::for_action(tx, ctx, case, Action::Read)?, "document")?;
        }
        None if paper.party_id.is_none() => ctx.require(Resource::Till, Action::Read)?,
        None => ctx.require(Resource::Party, Action::Read)?,
    }
    Ok(paper)
}

/// One paper. Who may see its case may see it; one about a customer, who may see customers; one of the house, who may
/// see the till.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn show_document(app: &App, ctx: &Ctx, id: DocumentId) -> Result<Document, Error> {
    let ctx = ctx.clone();
    read(app, "show-document", move |tx| load(tx, &ctx, id)).await
}

/// One paper with its bytes.
///
/// # Errors
/// As [`show_document`]; [`Error::Refused`] with `document_not_ready` while it is being made.
pub async fn document_bytes(app: &App, ctx: &Ctx, id: DocumentId) -> Result<(Document, Vec<u8>), Error> {
    let ctx = ctx.clone();
    read(app, "document-bytes", move |tx| {
        let paper = load(tx, &ctx, id)?;
        let content = document::content(tx, id)?.ok_or_else(|| Error::refused("document_not_ready"))?;
        Ok((paper, content))
    })
    .await
}

/// How often [`when_ready`] looks, and how long it waits in between, in milliseconds.
const LOOKS: (u32, u64) = (25, 200);

/// One paper with its bytes; waits some seconds while it is being made, so that what was just asked for can be opened at
/// once.
pub(crate) async fn when_ready(app: &App, ctx: &Ctx, id: DocumentId) -> Result<(Document, Vec<u8>), Error> {
    let mut looks = 0;
    loop {
        match document_bytes(app, ctx, id).await {
            Err(Error::Refused { code, .. }) if code == "document_not_ready" && looks < LOOKS.0 => {
                if show_document(app, ctx, id).await?.state == "failed" {
                    return Err(Error::refused("document_failed"));
                }
                looks += 1;
                tokio::time::sleep(std::time::Duration::from_millis(LOOKS.1)).await;
            }
            other => return other,
        }
    }
}
