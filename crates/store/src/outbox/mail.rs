//! Mails to be sent, with the state of each recipient.

use db::{DbError, Row, Tx, params, statements};
use kernel::{CaseId, DocumentId, Instant, MailId, PartyId};

use crate::Ctx;

statements! {
    const INSERT: Statement = "INSERT INTO mail (id, case_id, party_id, kind, subject, text_body, calendar, calendar_method, document_id, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    const ADD_RECIPIENT: Statement = "INSERT INTO mail_recipient (mail_id, address, name, state, attempts, answer, changed_at)
        VALUES ($1, $2, $3, 'queued', 0, '', $4) ON CONFLICT (mail_id, address) DO NOTHING";
    const BY_ID: Statement = "SELECT id, case_id, kind, subject, text_body, calendar, calendar_method, document_id, created_at FROM mail WHERE id = $1";
    const RECIPIENTS: Statement = "SELECT address, name, state, attempts, answer, changed_at FROM mail_recipient WHERE mail_id = $1 ORDER BY address";
    const RESULT: Statement = "UPDATE mail_recipient SET state = $3, attempts = attempts + 1, answer = $4, changed_at = $5 WHERE mail_id = $1 AND address = $2";
    const OF_CASE: Statement = "SELECT m.id, m.subject, m.kind, m.created_at, r.address, r.state, r.answer FROM mail m JOIN mail_recipient r ON r.mail_id = m.id
        WHERE m.case_id = $1 ORDER BY m.created_at, m.id, r.address";
}

/// A mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Its id.
    pub id: MailId,
    /// The case it belongs to.
    pub case_id: Option<CaseId>,
    /// Its kind.
    pub kind: String,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// An iCalendar object; empty for none.
    pub calendar: String,
    /// Its method: `REQUEST` or `CANCEL`.
    pub calendar_method: String,
    /// A paper attached.
    pub document_id: Option<DocumentId>,
    /// When it was decided.
    pub created_at: Instant,
    /// Who receives it.
    pub recipients: Vec<Recipient>,
}

/// A recipient and what became of the mail for him.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Address.
    pub address: String,
    /// Name.
    pub name: String,
    /// `queued`, `sent`, `deferred` or `failed`.
    pub state: String,
    /// How often it was tried.
    pub attempts: i64,
    /// What the server answered last.
    pub answer: String,
}

/// A mail to be stored.
#[derive(Clone, Debug)]
pub struct NewMail<'a> {
    /// The case it belongs to.
    pub case_id: Option<CaseId>,
    /// The party it concerns.
    pub party_id: Option<PartyId>,
    /// Its kind.
    pub kind: &'a str,
    /// Subject.
    pub subject: &'a str,
    /// Plain text.
    pub text: &'a str,
    /// An iCalendar object; empty for none.
    pub calendar: &'a str,
    /// Its method.
    pub calendar_method: &'a str,
    /// A paper attached.
    pub document_id: Option<DocumentId>,
    /// Addresses and names.
    pub recipients: &'a [(String, String)],
}

/// One line of the list of mails of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailLine {
    /// The mail.
    pub id: MailId,
    /// Subject.
    pub subject: String,
    /// Kind.
    pub kind: String,
    /// When it was decided.
    pub created_at: Instant,
    /// Address.
    pub address: String,
    /// What became of it for this address.
    pub state: String,
    /// What the server answered last.
    pub answer: String,
}

/// Stores a mail with its recipients.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(tx: &mut Tx<'_>, ctx: &Ctx, mail: &NewMail<'_>) -> Result<MailId, DbError> {
    let m = mail;
    let (id, now) = (ctx.id(MailId::from_bytes), ctx.now());
    tx.execute(
        &INSERT,
        &params![
            id,
            m.case_id,
            m.party_id,
            m.kind,
            m.subject,
            m.text,
            m.calendar,
            m.calendar_method,
            m.document_id,
            now
        ],
    )?;
    for (address, name) in m.recipients {
        tx.execute(&ADD_RECIPIENT, &params![id, address, name, now])?;
    }
    Ok(id)
}

/// One mail with its recipients.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: MailId) -> Result<Option<Mail>, DbError> {
    let Some(row) = tx.row(&BY_ID, &params![id])? else { return Ok(None) };
    let recipients = tx
        .query(&RECIPIENTS, &params![id])?
        .iter()
        .map(|row: &Row| {
            Ok(Recipient {
                address: row.get("address")?,
                name: row.get("name")?,
                state: row.get("state")?,
                attempts: row.get("attempts")?,
                answer: row.get("answer")?,
            })
        })
        .collect::<Result<_, DbError>>()?;
    Ok(Some(Mail {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        kind: row.get("kind")?,
        subject: row.get("subject")?,
        text: row.get("text_body")?,
        calendar: row.get("calendar")?,
        calendar_method: row.get("calendar_method")?,
        document_id: row.get("document_id")?,
        created_at: row.get("created_at")?,
        recipients,
    }))
}

/// Writes down what became of a mail for one recipient.
///
/// # Errors
/// [`DbError`] from the database.
pub fn set_result(
    tx: &mut Tx<'_>,
    id: MailId,
    address: &str,
    state: &str,
    answer: &str,
    at: Instant,
) -> Result<(), DbError> {
    tx.execute(&RESULT, &params![id, address, state, answer, at]).map(drop)
}

/// Mails of a case, oldest first, one line a recipient.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<MailLine>, DbError> {
    tx.query(&OF_CASE, &params![case])?
        .iter()
        .map(|row| {
            Ok(MailLine {
                id: row.get("id")?,
                subject: row.get("subject")?,
                kind: row.get("kind")?,
                created_at: row.get("created_at")?,
                address: row.get("address")?,
                state: row.get("state")?,
                answer: row.get("answer")?,
            })
        })
        .collect()
}
