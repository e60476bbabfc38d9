//! One receipt, and its paper.

use domain::access::{Action, Resource};
use kernel::ReceiptId;
use store::{
    Tx,
    cash::{receipt, session},
    charges::{self, ChargeLine},
};

use super::{BillLine, MeansLine, Receipt, ReversalLine, TillSession};
use crate::{
    App, Ctx, Error,
    papers::{Document, when_ready},
    read,
};

/// A receipt with all its lines.
#[derive(Clone, Debug)]
pub struct ReceiptView {
    /// The receipt.
    pub receipt: Receipt,
    /// Its parts by means.
    pub means: Vec<MeansLine>,
    /// What was paid on each bill.
    pub lines: Vec<BillLine>,
    /// What was paid on each charge of a case.
    pub charges: Vec<ChargeLine>,
    /// How it was taken back.
    pub reversal: Option<ReversalLine>,
    /// The till it was taken at.
    pub session: TillSession,
}

/// Shows a receipt.
///
/// # Errors
/// [`Error::Denied`], [`Error::NotFound`].
pub async fn show_receipt(app: &App, ctx: &Ctx, id: ReceiptId) -> Result<ReceiptView, Error> {
    ctx.require(Resource::Till, Action::Read)?;
    read(app, "show-receipt", move |tx| load(tx, id)).await
}

pub(super) fn load(tx: &mut Tx<'_>, id: ReceiptId) -> Result<ReceiptView, Error> {
    let found = receipt::by_id(tx, id)?.ok_or(Error::NotFound { kind: "receipt" })?;
    let till = session::by_id(tx, found.session_id)?.ok_or(Error::NotFound { kind: "receipt" })?;
    Ok(ReceiptView {
        means: receipt::means(tx, id)?,
        lines: receipt::lines(tx, id)?,
        charges: charges::lines(tx, id)?,
        reversal: receipt::reversal(tx, id)?,
        session: till,
        receipt: found,
    })
}

/// The paper of a receipt; waits some seconds while it is being made.
///
/// # Errors
/// As [`show_receipt`]; [`Error::Refused`] with `document_not_ready` or `document_failed`.
pub async fn receipt_paper(app: &App, ctx: &Ctx, id: ReceiptId) -> Result<(Document, Vec<u8>), Error> {
    let view = show_receipt(app, ctx, id).await?;
    let paper = view.receipt.document_id.ok_or(Error::NotFound { kind: "document" })?;
    when_ready(app, ctx, paper).await
}
