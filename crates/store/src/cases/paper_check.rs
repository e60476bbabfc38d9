//! Whether the papers that were stored are still what they were: size and SHA-256 of each.

use db::{DbError, Tx, params, statements};
use kernel::DocumentId;
use sha2::{Digest, Sha256};

statements! {
    const READY: Statement = "SELECT d.id, d.size, d.sha256, c.content FROM document d LEFT JOIN document_content c ON c.document_id = d.id
        WHERE d.state = 'ready' AND d.id > $1 ORDER BY d.id LIMIT 20";
}

/// What came of checking some papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// How many there were.
    pub papers: u64,
    /// Those whose content is missing or another than it was.
    pub damaged: Vec<DocumentId>,
    /// The last one, after which to go on; none when there was none.
    pub last: Option<DocumentId>,
}

/// Checks the next papers in the order of their ids. A few at a time: papers are large.
///
/// # Errors
/// [`DbError`] from the database.
pub fn next(tx: &mut Tx<'_>, after: Option<DocumentId>) -> Result<Checked, DbError> {
    let after = after.unwrap_or(DocumentId::from_bytes([0; 16]));
    let mut checked = Checked::default();
    for row in tx.query(&READY, &params![after])? {
        let id: DocumentId = row.get("id")?;
        let (size, digest): (i64, Option<Vec<u8>>) = (row.get("size")?, row.get("sha256")?);
        let content: Option<Vec<u8>> = row.get("content")?;
        let sound = content.is_some_and(|content| {
            i64::try_from(content.len()).is_ok_and(|length| length == size)
                && digest.is_none_or(|digest| digest == Sha256::digest(&content).to_vec())
        });
        checked.papers += 1;
        checked.last = Some(id);
        if !sound {
            checked.damaged.push(id);
        }
    }
    Ok(checked)
}
