//! `/registro`: every act, who did it and when.

use app::audit::{self, Filter, Line};
use domain::access::{Action, Resource};
use kernel::{BillId, CaseId, Date, PartyId, ReceiptId, UserId};
use routes::{
    Route,
    console::{self as at, AuditQuery},
};
use texts::Texts;
use web::{
    Answer, Asked, PageCtx,
    layout::{Area, Choice, Empty, Field, KeyHint, Link},
};

use crate::{
    case::log,
    standing::{Names, midnight},
    views::administration::{AuditPage, AuditRow},
};

/// Rows of a page.
const PAGE: i64 = 50;

/// The kinds of things one can ask for.
const KINDS: [&str; 9] = ["case", "party", "contract", "bill", "receipt", "till", "user", "office", "import"];

fn kind_word(t: &Texts, kind: &str) -> String {
    match kind {
        "case" => t.audit_kind_case(),
        "party" => t.audit_kind_party(),
        "user" => t.audit_kind_user(),
        "office" => t.audit_kind_office(),
        "import" => t.audit_kind_import(),
        "contract" => t.audit_kind_contract(),
        "bill" => t.audit_kind_bill(),
        "receipt" => t.audit_kind_receipt(),
        "till" => t.audit_kind_till(),
        _ => t.audit_kind_other(),
    }
}

fn filter(query: &AuditQuery) -> Filter {
    let about = query.subject.as_deref().unwrap_or_default();
    // An id names one thing, a word a kind of things.
    let subject = about.parse::<CaseId>().ok().map(CaseId::bytes);
    Filter {
        kind: Some(about.to_owned()).filter(|word| subject.is_none() && !word.is_empty()),
        subject,
        user: query.user,
        from: query.from.and_then(midnight),
        before: query.to.and_then(|day| day.tomorrow().ok()).and_then(midnight),
    }
}

/// `/registro`.
pub(super) async fn show(cx: PageCtx, Asked(query): Asked<AuditQuery>) -> Answer {
    let t = cx.t;
    let (lines, next) = audit::page(&cx.app, &cx.ctx, filter(&query), query.after.clone(), PAGE).await?;
    let names = Names::read(&cx).await?;
    let rows = lines.iter().map(|line| row(&cx, &names, line)).collect();
    let choice = |value: &str, label: String| Choice { value: value.to_owned(), label };
    let mut kinds = vec![choice("", t.audit_any())];
    kinds.extend(KINDS.map(|kind| choice(kind, kind_word(t, kind))));
    let about = query.subject.clone().unwrap_or_default();
    if about.parse::<CaseId>().is_ok() {
        kinds.push(choice(&about, t.audit_this_thing()));
    }
    let mut people = vec![choice("", t.audit_any())];
    people.extend(names.colleagues().into_iter().map(|(id, name)| choice(&id.to_string(), name)));
    let day =
        |day: Option<Date>| (day.map(|day| day.to_string()).unwrap_or_default(), day.map(|day| t.date(day)));
    let filtered = AuditQuery { after: None, ..query.clone() } != AuditQuery::default();
    let mut frame = cx.frame(t.audit_title(), Some(Area::Administration));
    frame.keys = vec![KeyHint::new("J K", t.queue_key_scroll())];
    cx.page(&AuditPage {
        t,
        frame,
        fields: vec![
            Field::select("oggetto", t.audit_by_kind(), kinds).value(about),
            Field::select("utente", t.audit_by_who(), people)
                .value(query.user.map(|id| id.to_string()).unwrap_or_default()),
        ],
        from: day(query.from),
        to: day(query.to),
        rows,
        cleared: filtered.then(|| at::Audit::new().url()),
        newest: query
            .after
            .is_some()
            .then(|| at::Audit::new().with(&AuditQuery { after: None, ..query.clone() })),
        older: next.map(|after| at::Audit::new().with(&AuditQuery { after: Some(after), ..query.clone() })),
        empty: Empty {
            icon: "filter",
            title: t.audit_none(),
            text: t.audit_none_text(),
            link: None,
            main: false,
        },
    })
}

fn row(cx: &PageCtx, names: &Names, line: &Line) -> AuditRow {
    let t = cx.t;
    let id = line.subject_id;
    let href = match line.subject_kind.as_str() {
        "case" => Some(at::CaseShow::new(CaseId::from_bytes(id)).url()),
        "party" => Some(at::CustomerShow::new(PartyId::from_bytes(id)).url()),
        "user" => Some(at::UserShow::new(UserId::from_bytes(id)).url()),
        "bill" => Some(at::BillShow::new(BillId::from_bytes(id)).url()),
        "receipt" => Some(at::ReceiptPdf::new(ReceiptId::from_bytes(id)).url()),
        _ => None,
    };
    // Accounts are shown only to those who keep them, bills and receipts to those who may see bills.
    let needed = match line.subject_kind.as_str() {
        "user" => Some(Resource::User),
        "bill" | "receipt" => Some(Resource::Bill),
        _ => None,
    };
    let href = href.filter(|_| needed.is_none_or(|resource| cx.ctx.may(resource, Action::Read)));
    let label = kind_word(t, &line.subject_kind);
    let label = if line.subject_kind == "user" {
        format!("{label} {}", names.person(UserId::from_bytes(id)))
    } else if line.number.is_empty() {
        label
    } else {
        line.number.clone()
    };
    AuditRow {
        name: line.mark(),
        at: t.moment(line.at),
        who: line.who().map_or_else(String::new, |actor| log::actor(t, &actor)),
        what: log::said(
            t,
            &line.operation,
            &line.details,
            |step| names.step_named(step),
            |kind| log::common_fact(t, kind),
        ),
        about: match href {
            Some(href) => Ok(Link::new(label, href)),
            None => Err(label),
        },
    }
}
