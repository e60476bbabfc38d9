//! What a case is about: the values of its reading beside their history, the data that change beside those on record.

use app::{cases::CaseView, registry::case_readings, voltura::ReadingLine};
use domain::{
    access::{Action, Resource},
    registry::{change::Change, reading::ReadingFinding},
};
use kernel::Date;
use routes::{
    Route,
    console::{CustomerShow, CustomerTabQuery, DocumentFile, SupplyShow},
};
use serde_json::Value as Json;
use texts::Texts;
use web::{
    Failure, PageCtx,
    layout::{Link, Note, NoteKind},
};

use super::log;
use crate::{
    customer::reading_word,
    views::{
        about::{CaseAbout, ChangeRow, ReadingsAbout},
        form::{ReadingRow, ReadingState},
    },
    wizard::fields::{about_register, taken},
};

/// What a case is about.
///
/// # Errors
/// From the operations that read it.
pub(super) async fn about<'a>(cx: &'a PageCtx, view: &CaseView) -> Result<CaseAbout<'a>, Failure> {
    let applied = view.case.data.get("applied").and_then(Json::as_str) == Some("yes");
    Ok(CaseAbout {
        t: cx.t,
        readings: readings(cx, view).await?,
        changes: changes(cx.t, view),
        changed: applied,
    })
}

fn answer<'v>(view: &'v CaseView, name: &str) -> &'v str {
    view.case.data.get(name).and_then(Json::as_str).unwrap_or_default()
}

/// The values of a reading whose procedure judged them; none for other cases.
async fn readings(cx: &PageCtx, view: &CaseView) -> Result<Option<ReadingsAbout>, Failure> {
    let (t, verdict) = (cx.t, answer(view, "verdict"));
    if verdict.is_empty() || !cx.ctx.may(Resource::SupplyPoint, Action::Read) {
        return Ok(None);
    }
    let lines = case_readings(&cx.app, &cx.ctx, view.case.id).await?;
    if lines.is_empty() {
        return Ok(None);
    }
    let day = answer(view, "read_on").parse::<Date>().map(|day| t.date(day)).unwrap_or_default();
    let why = answer(view, "verdict_reason");
    let note = (verdict != "accepted" && !why.is_empty()).then(|| Note {
        kind: if verdict == "held" { NoteKind::Attention } else { NoteKind::Error },
        lead: if verdict == "held" { t.case_reading_held() } else { t.case_reading_refused() },
        text: log::reason_words(t, view, why),
        link: None,
    });
    Ok(Some(ReadingsAbout {
        when: t.case_reading_when(day, reading_word(t, answer(view, "reading_kind")).to_lowercase()),
        note,
        rows: lines.into_iter().map(|line| row(t, line)).collect(),
        photo: photo(t, view),
        history: history(t, view),
    }))
}

fn row(t: &Texts, line: ReadingLine) -> ReadingRow {
    let check = line.check.as_ref().map(|(_, check)| check);
    let worst = check.and_then(|check| {
        let refusing = check.findings.iter().find(|finding| finding.refuses());
        refusing.or(check.findings.first())
    });
    let state = match worst {
        None => taken(check),
        Some(ReadingFinding::AboveExpected { .. }) => ReadingState::High,
        Some(finding @ ReadingFinding::BelowLast { .. }) => ReadingState::Below(finding_words(t, finding)),
        Some(finding) => ReadingState::Bad(finding_words(t, finding)),
    };
    ReadingRow {
        name: String::new(),
        about: about_register(t, &line.register, &line.serial),
        last: line.last.map(|(_, value)| value),
        value: line.check.as_ref().map_or_else(String::new, |(value, _)| t.number(*value)),
        consumption: check.and_then(|check| check.consumption),
        expected: check.and_then(|check| check.expected),
        state,
        fault: String::new(),
        register: line.register,
        focus: false,
    }
}

fn finding_words(t: &Texts, finding: &ReadingFinding) -> String {
    match finding {
        ReadingFinding::RollOver { .. } => t.case_reading_rolled_over(),
        ReadingFinding::TooManyDigits { digits } => t.findings_reading_digits(digits.to_string()),
        ReadingFinding::BelowLast { last, .. } => t.case_reading_below(t.number(*last)),
        _ => t.fields_reading_bad(),
    }
}

/// The photo that came with the reading: the newest.
fn photo(t: &Texts, view: &CaseView) -> Option<Link> {
    let photos = view.documents.iter().filter(|paper| !paper.outgoing && paper.kind == "photo");
    let newest = photos.max_by_key(|paper| paper.created_at)?;
    Some(Link::new(t.case_reading_photo(), DocumentFile::new(view.case.id, newest.id.to_string()).url()))
}

/// Where the readings and the consumption of the supply are seen.
fn history(t: &Texts, view: &CaseView) -> Option<Link> {
    let point = view.case.supply_point_id?;
    let href = match view.case.party_id {
        Some(party) => CustomerShow::new(party).with(&CustomerTabQuery {
            tab: Some("letture".to_owned()),
            point: Some(point),
            ..CustomerTabQuery::default()
        }),
        None => SupplyShow::new(point).url(),
    };
    Some(Link::new(t.case_reading_history(), href))
}

/// What changes of a party, in the words of the page.
pub(crate) fn changes(t: &Texts, view: &CaseView) -> Vec<ChangeRow> {
    let known = view.case.data.get("changes").cloned().unwrap_or_default();
    let known: Vec<Change> = serde_json::from_value(known).unwrap_or_default();
    let shown = |value: &str| value.parse::<Date>().map_or_else(|_| value.to_owned(), |day| t.date(day));
    known
        .iter()
        .map(|change| ChangeRow {
            label: view.pack.texts.or_key(t.lang(), &format!("field-{}", change.field.replace('_', "-"))),
            old: (change.old != "–").then(|| shown(&change.old)),
            new: shown(&change.new),
        })
        .collect()
}
