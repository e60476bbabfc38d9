//! Taking a file in: it is kept as it came, its messages are read and judged, and nothing is applied yet.

use domain::distributor::{
    Before, Fate, Flow, Known, KnownRequest, Message, ReadProblem, Row as ReadRow, Verdict, judge, point,
};
use kernel::{ImportId, Lang, codes::VatNumber};
use serde_json::json;
use store::{
    Tx, audit,
    cases::case as cases,
    distributor::{
        file::{self, File},
        request::{self, Request},
        row::{self, Row},
    },
};

use super::require;
use crate::{App, Ctx, Error, Settings};

/// The most files shown in the list.
const LATEST: i64 = 100;

/// What came of handing a file in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The file, the first one of this content.
    pub id: ImportId,
    /// Whether a file of this content was there already.
    pub again: bool,
}

/// A file with what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileSeen {
    /// The file.
    pub file: File,
    /// Its messages.
    pub rows: Vec<RowSeen>,
    /// Whether applying it can be undone now; else why not, as a stable word.
    pub undoable: Result<(), &'static str>,
}

/// A message as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowSeen {
    /// The message.
    pub row: Row,
    /// What becomes of it when the file is applied, or what became of it.
    pub verdict: Option<Verdict>,
    /// The number of its case.
    pub case_number: Option<String>,
}

/// Takes a file in. `origin` is `upload` or `folder`. A file of a content that is there already is not taken in again.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] with `distributor_file_unreadable` when the file as a whole cannot be used, with
/// the reason in words; [`Error::Unavailable`] where this program reads no such files.
pub async fn take_in(
    app: &App,
    ctx: &Ctx,
    name: &str,
    bytes: Vec<u8>,
    origin: &'static str,
) -> Result<Taken, Error> {
    require(ctx)?;
    let format = app
        .distributor_format
        .clone()
        .ok_or_else(|| Error::Unavailable("distributors' files are not read here".to_owned()))?;
    let name: String = name.chars().filter(|c| !c.is_control()).take(200).collect();
    let (read, digest) = {
        let (format, name, bytes) = (format.clone(), name.clone(), bytes.clone());
        let work = move || (format.read(&name, &bytes), format.digest(&bytes));
        tokio::task::spawn_blocking(work).await.map_err(|error| Error::Internal(error.to_string()))?
    };
    let words = |problem: &ReadProblem, lang| format.sentence(problem, lang);
    let read = read.map_err(|problem| {
        Error::refused_with("distributor_file_unreadable", &[("reason", &words(&problem, ctx.lang))])
    })?;
    let rows: Vec<Row> = (1..).zip(&read).map(|(number, one)| unjudged(number, one, words)).collect();
    let (ctx, settings) = (ctx.clone(), app.settings.clone());
    crate::write(app, "distributor-take-in", move |tx| {
        if let Some(known) = file::by_hash(tx, &digest)? {
            return Ok(Taken { id: known.id, again: true });
        }
        // Of two that bring the same file at once, the second looks again and finds the first.
        let id = match file::insert(tx, &ctx, (&name, &digest, origin), &bytes) {
            Err(store::DbError::Unique(_)) => return Err(Error::Repeat),
            inserted => inserted?,
        };
        for row in &rows {
            let mut row = Row { file_id: id, ..row.clone() };
            decide(tx, &ctx, &settings, &mut row)?;
            row::insert(tx, &row)?;
        }
        let subject = audit::Subject { kind: "import", id: id.bytes() };
        let details = json!({ "name": name, "sha256": digest, "messages": rows.len() });
        audit::append(tx, &ctx, "take_in_distributor_file", subject, &details)?;
        Ok(Taken { id, again: false })
    })
    .await
}

fn unjudged(number: i64, read: &ReadRow, words: impl Fn(&ReadProblem, Lang) -> String) -> Row {
    let mut row = Row {
        file_id: ImportId::from_bytes([0; 16]),
        row: number,
        member: read.file.clone(),
        digest: read.digest.clone(),
        service: String::new(),
        flow: String::new(),
        sequence: 0,
        distributor: String::new(),
        request_code: String::new(),
        point_code: String::new(),
        message: String::new(),
        case_id: None,
        state: "preview".to_owned(),
        verdict: Verdict::Unreadable.code().to_owned(),
        note_it: String::new(),
        note_en: String::new(),
        at: None,
        due_at: None,
        read_at: None,
    };
    match &read.message {
        Ok(message) => {
            row.service.clone_from(&message.head.service);
            message.head.flow.code().clone_into(&mut row.flow);
            message.head.distributor.as_str().clone_into(&mut row.distributor);
            row.request_code.clone_from(&message.head.request);
            point(message).unwrap_or_default().clone_into(&mut row.point_code);
            row.message = serde_json::to_string(message).unwrap_or_default();
        }
        Err(problem) => {
            row.note_it = words(problem, Lang::It);
            row.note_en = words(problem, Lang::En);
        }
    }
    row
}

/// The message a row keeps; none when it could not be read.
pub(super) fn message_of(row: &Row) -> Result<Option<Message>, Error> {
    if row.message.is_empty() {
        return Ok(None);
    }
    serde_json::from_str(&row.message).map(Some).map_err(|error| Error::Internal(error.to_string()))
}

/// Judges a row by what is known now; answers what is to be done with it. Only its case, sequence and verdict change.
pub(super) fn decide(tx: &mut Tx<'_>, ctx: &Ctx, settings: &Settings, row: &mut Row) -> Result<Fate, Error> {
    let Some(message) = message_of(row)? else { return Ok(Fate::Quarantined) };
    let by_code = match request::by_code(tx, &row.request_code)? {
        Some(request) => Some(known_request(tx, ctx, request)?),
        None => None,
    };
    let mut by_point = Vec::new();
    if by_code.is_none() && !row.point_code.is_empty() {
        for request in request::open_on_point(tx, &row.point_code, &row.service)? {
            by_point.push(known_request(tx, ctx, request)?);
        }
    }
    let known = Known {
        ours: VatNumber::parse(&settings.utility_vat).is_ok_and(|ours| ours == message.head.seller),
        distributor: settings.distributors.iter().any(|one| one.vat_number == row.distributor),
        by_code: by_code.as_ref().map(|(request, _)| request.clone()),
        by_point: by_point.iter().map(|(request, _)| request.clone()).collect(),
    };
    let (verdict, sequence) = judge(&message, &row.digest, &known);
    // Looked at a second time, it carries the code that its point gave it the first time: that is told all the same.
    let found_by_point = row.verdict == Verdict::FitsByPoint.code();
    let verdict = if verdict == Verdict::Fits && found_by_point { Verdict::FitsByPoint } else { verdict };
    row.sequence = sequence;
    verdict.code().clone_into(&mut row.verdict);
    let only = if by_point.len() == 1 { by_point.pop() } else { None };
    if let Some((request, case)) = by_code.or(only) {
        row.case_id = Some(case);
        if verdict == Verdict::FitsByPoint || (verdict == Verdict::Early && row.request_code != request.code)
        {
            row.request_code = request.code;
        }
    }
    Ok(verdict.fate())
}

fn known_request(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    request: Request,
) -> Result<(KnownRequest, kernel::CaseId), Error> {
    let before = row::applied_to_request(tx, &request.distributor, &request.code, &request.service)?;
    let before = before
        .into_iter()
        .filter_map(|row| {
            Some(Before { flow: Flow::from_code(&row.flow)?, sequence: row.sequence, digest: row.digest })
        })
        .collect();
    let system = Ctx { actor: kernel::Actor::system("distributor"), ..ctx.clone() };
    let case = cases::for_action(tx, &system, request.case_id, domain::access::Action::Read)?;
    let case_open = matches!(case, store::Lookup::Found(case) if case.closed_at.is_none());
    let known = KnownRequest {
        code: request.code,
        service: request.service,
        distributor: request.distributor,
        point: request.point_code,
        open: matches!(request.state.as_str(), "queued" | "sent"),
        case_open,
        before,
    };
    Ok((known, request.case_id))
}

/// A file with its messages: before it is applied as they would be judged now, afterwards as they were.
///
/// # Errors
/// [`Error::Denied`], [`Error::NotFound`], or a failure of the database.
pub async fn show(app: &App, ctx: &Ctx, id: ImportId) -> Result<FileSeen, Error> {
    require(ctx)?;
    let (ctx, settings) = (ctx.clone(), app.settings.clone());
    crate::read(app, "distributor-show", move |tx| {
        let file = file::by_id(tx, id)?.ok_or(Error::NotFound { kind: "import" })?;
        let mut rows = Vec::new();
        let mut seen: Vec<(String, String, String, i64)> = Vec::new();
        for mut row in row::of_file(tx, id)? {
            if row.state == "preview" {
                let fate = decide(tx, &ctx, &settings, &mut row)?;
                // Two equal messages in one file: only the first would be applied.
                let key = (row.distributor.clone(), row.request_code.clone(), row.flow.clone(), row.sequence);
                if fate == Fate::Applied {
                    if seen.contains(&key) {
                        Verdict::Repeated.code().clone_into(&mut row.verdict);
                    } else {
                        seen.push(key);
                    }
                }
            }
            rows.push(seen_row(tx, &ctx, row)?);
        }
        let undoable = super::undo::undoable(tx, &file)?;
        Ok(FileSeen { file, rows, undoable })
    })
    .await
}

/// The row with the number of its case.
pub(super) fn seen_row(tx: &mut Tx<'_>, ctx: &Ctx, row: Row) -> Result<RowSeen, Error> {
    let case_number = match row.case_id {
        None => None,
        Some(id) => match cases::for_action(tx, ctx, id, domain::access::Action::Read)? {
            store::Lookup::Found(case) => Some(case.number.clone()),
            _ => None,
        },
    };
    Ok(RowSeen { verdict: Verdict::from_code(&row.verdict), case_number, row })
}

/// The latest files, newest first.
///
/// # Errors
/// [`Error::Denied`], or a failure of the database.
pub async fn list(app: &App, ctx: &Ctx) -> Result<Vec<File>, Error> {
    require(ctx)?;
    crate::read(app, "distributor-list", |tx| Ok(file::latest(tx, LATEST)?)).await
}
