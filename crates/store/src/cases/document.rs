//! Papers produced or received. A paper to be produced is a row first; its bytes come from a job.

use db::{DbError, Row, Tx, params, statements};
use kernel::{CaseId, DocumentId, Instant, Lang, PartyId};

use crate::Ctx;

statements! {
    const INSERT: Statement = "INSERT INTO document (id, case_id, party_id, kind, title, direction, media_type, lang, state, template, data, size,
        sha256, created_at, created_by, produced_at, error) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, NULL, $12, $13, NULL, '')";
    const OF_CASE: Statement = "SELECT id, case_id, party_id, kind, title, direction, media_type, lang, state, template, size, created_at, created_by,
        produced_at, error FROM document WHERE case_id = $1 OR id IN (SELECT document_id FROM case_document WHERE case_id = $1) ORDER BY created_at, id";
    const SHARE: Statement = "INSERT INTO case_document (case_id, document_id) VALUES ($1, $2) ON CONFLICT (case_id, document_id) DO NOTHING";
    const SHARED: Statement = "SELECT document_id FROM case_document WHERE case_id = $1 AND document_id = $2";
    const OF_PARTY: Statement = "SELECT id, case_id, party_id, kind, title, direction, media_type, lang, state, template, size, created_at, created_by,
        produced_at, error FROM document WHERE party_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2";
    const BY_ID: Statement = "SELECT id, case_id, party_id, kind, title, direction, media_type, lang, state, template, size, created_at, created_by,
        produced_at, error FROM document WHERE id = $1";
    const SAME: Statement = "SELECT id FROM document WHERE case_id = $1 AND direction = 'in' AND kind = $2 AND title = $3 AND sha256 = $4 ORDER BY created_at, id LIMIT 1";
    const DATA: Statement = "SELECT data FROM document WHERE id = $1";
    const PRODUCED: Statement = "UPDATE document SET state = 'ready', size = $2, sha256 = $3, produced_at = $4, error = '' WHERE id = $1 AND state <> 'ready'";
    const FAILED: Statement = "UPDATE document SET state = 'failed', error = $2 WHERE id = $1 AND state <> 'ready'";
    const STORE: Statement = "INSERT INTO document_content (document_id, content) VALUES ($1, $2) ON CONFLICT (document_id) DO NOTHING";
    const CONTENT: Statement = "SELECT content FROM document_content WHERE document_id = $1";
}

/// A paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// The case it belongs to.
    pub case_id: Option<CaseId>,
    /// The party it concerns.
    pub party_id: Option<PartyId>,
    /// Its kind, a word of the pack: `receipt`, `contract`, ….
    pub kind: String,
    /// Its title for people.
    pub title: String,
    /// Whether the utility made it; else it was received.
    pub outgoing: bool,
    /// Media type.
    pub media_type: String,
    /// Its language.
    pub lang: Lang,
    /// `queued`, `ready` or `failed`.
    pub state: String,
    /// The template it is made from.
    pub template: String,
    /// Bytes of its content.
    pub size: i64,
    /// When it was asked for, or received.
    pub created_at: Instant,
    /// Who asked for it, or received it.
    pub created_by: String,
    /// When it was produced.
    pub produced_at: Option<Instant>,
    /// Why it could not be produced.
    pub error: String,
}

/// A paper to be stored.
#[derive(Clone, Debug)]
pub struct NewDocument<'a> {
    /// The case it belongs to.
    pub case_id: Option<CaseId>,
    /// The party it concerns.
    pub party_id: Option<PartyId>,
    /// Its kind.
    pub kind: &'a str,
    /// Its title for people.
    pub title: &'a str,
    /// Whether the utility makes it.
    pub outgoing: bool,
    /// Media type.
    pub media_type: &'a str,
    /// Its language.
    pub lang: Lang,
    /// The template it is made from; empty for received papers.
    pub template: &'a str,
    /// What the template is filled with, frozen at this moment.
    pub data: &'a serde_json::Value,
}

fn of(row: &Row) -> Result<Document, DbError> {
    Ok(Document {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        party_id: row.get("party_id")?,
        kind: row.get("kind")?,
        title: row.get("title")?,
        outgoing: row.get::<String>("direction")? == "out",
        media_type: row.get("media_type")?,
        lang: row.get("lang")?,
        state: row.get("state")?,
        template: row.get("template")?,
        size: row.get("size")?,
        created_at: row.get("created_at")?,
        created_by: row.get("created_by")?,
        produced_at: row.get("produced_at")?,
        error: row.get("error")?,
    })
}

/// Stores a paper to be produced, or one received whose content follows with [`store_content`].
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(tx: &mut Tx<'_>, ctx: &Ctx, document: &NewDocument<'_>) -> Result<DocumentId, DbError> {
    let d = document;
    let id = ctx.id(DocumentId::from_bytes);
    tx.execute(
        &INSERT,
        &params![
            id,
            d.case_id,
            d.party_id,
            d.kind,
            d.title,
            if d.outgoing { "out" } else { "in" },
            d.media_type,
            d.lang,
            "queued",
            d.template,
            d.data.to_string(),
            ctx.now(),
            ctx.actor.name()
        ],
    )?;
    Ok(id)
}

/// Stores the content and marks the paper ready; a second time changes nothing.
///
/// # Errors
/// [`DbError`] from the database.
pub fn store_content(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: DocumentId,
    content: &[u8],
    sha256: [u8; 32],
) -> Result<(), DbError> {
    tx.execute(&STORE, &params![id, content])?;
    let size = i64::try_from(content.len()).unwrap_or(i64::MAX);
    tx.execute(&PRODUCED, &params![id, size, sha256, ctx.now()]).map(drop)
}

/// The paper that was handed in with a case before: the same kind, title and content. None when it is a new one.
///
/// # Errors
/// [`DbError`] from the database.
pub fn handed_in_before(
    tx: &mut Tx<'_>,
    case: CaseId,
    kind: &str,
    title: &str,
    sha256: [u8; 32],
) -> Result<Option<DocumentId>, DbError> {
    tx.row(&SAME, &params![case, kind, title, sha256])?.map(|row| row.get("id")).transpose()
}

/// Marks a paper as failed, with the reason people see.
///
/// # Errors
/// [`DbError`] from the database.
pub fn mark_failed(tx: &mut Tx<'_>, id: DocumentId, error: &str) -> Result<(), DbError> {
    tx.execute(&FAILED, &params![id, error]).map(drop)
}

/// Makes a paper one of another case too: the same paper, no copy. A second time changes nothing.
///
/// # Errors
/// [`DbError`] from the database.
pub fn share(tx: &mut Tx<'_>, id: DocumentId, case: CaseId) -> Result<(), DbError> {
    tx.execute(&SHARE, &params![case, id]).map(drop)
}

/// A paper of a case, its own or shared with it; none when there is no such paper there.
///
/// # Errors
/// [`DbError`] from the database.
pub fn in_case(tx: &mut Tx<'_>, id: DocumentId, case: CaseId) -> Result<Option<Document>, DbError> {
    let Some(paper) = by_id(tx, id)? else { return Ok(None) };
    let there = paper.case_id == Some(case) || tx.row(&SHARED, &params![case, id])?.is_some();
    Ok(there.then_some(paper))
}

/// Papers of a case, those shared with it included, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Document>, DbError> {
    tx.query(&OF_CASE, &params![case])?.iter().map(of).collect()
}

/// The newest papers of a party.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_party(tx: &mut Tx<'_>, party: PartyId, limit: i64) -> Result<Vec<Document>, DbError> {
    tx.query(&OF_PARTY, &params![party, limit])?.iter().map(of).collect()
}

/// One paper.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: DocumentId) -> Result<Option<Document>, DbError> {
    tx.row(&BY_ID, &params![id])?.as_ref().map(of).transpose()
}

/// What the template is to be filled with.
///
/// # Errors
/// [`DbError`] from the database.
pub fn data(tx: &mut Tx<'_>, id: DocumentId) -> Result<Option<serde_json::Value>, DbError> {
    tx.row(&DATA, &params![id])?
        .map(|row| row.map("data", |text: String| serde_json::from_str(&text).ok()))
        .transpose()
}

/// The bytes of a paper that is ready.
///
/// # Errors
/// [`DbError`] from the database.
pub fn content(tx: &mut Tx<'_>, id: DocumentId) -> Result<Option<Vec<u8>>, DbError> {
    tx.row(&CONTENT, &params![id])?.map(|row| row.get("content")).transpose()
}
