//! From what the operations tell of a bill to what its pages show.

use app::bills::BillOf;
use domain::{
    access::{Action, Resource},
    registry::Bill,
};
use kernel::{Date, Money};
use texts::Texts;
use web::PageCtx;

use crate::{standing::service, views::bills::BillLine};

/// Class and word of a bill's state; `planned`: it is in a running plan of instalments.
pub(super) fn state(t: &Texts, bill: &Bill, planned: bool, today: Date) -> (&'static str, String) {
    let open = bill.open();
    if open < Money::ZERO {
        ("", t.bills_state_credit())
    } else if open == Money::ZERO {
        ("on", t.bills_state_paid())
    } else if planned {
        ("half", t.bills_state_planned())
    } else if bill.held {
        ("half", t.bills_state_held())
    } else if bill.overdue(today) {
        ("bad", t.bills_state_overdue())
    } else {
        ("half", t.bills_state_open())
    }
}

/// A bill in the list; `chosen` is ticked at the start, `planned` is in a running plan of instalments.
pub(super) fn line(cx: &PageCtx, of: &BillOf, chosen: bool, planned: bool) -> BillLine {
    let (t, bill) = (cx.t, &of.bill);
    BillLine {
        id: bill.id,
        number: bill.number.clone(),
        holder: of.party_name.clone(),
        party: of.party_id,
        sector: of.sector,
        service: service(t, of.sector),
        point: of.point_code.clone(),
        issued: t.date(bill.issued_on),
        due: t.date(bill.due_on),
        amount: bill.amount,
        open: bill.open(),
        state: state(t, bill, planned, cx.today()),
        chosen,
    }
}

/// Whether the till may be used.
pub(super) fn may_cash(cx: &PageCtx) -> bool {
    cx.ctx.may(Resource::Till, Action::Create)
}

/// How a payment came.
pub(super) fn channel(t: &Texts, code: &str) -> String {
    match code {
        "counter" => t.bills_channel_counter(),
        "bank" => t.bills_channel_bank(),
        "post_office" => t.bills_channel_post(),
        "direct_debit" => t.bills_channel_debit(),
        "web" => t.bills_channel_web(),
        other => other.to_owned(),
    }
}
