//! Printing bills again.

use app::bills::{self, Channel, Reprint};
use kernel::BillId;
use routes::{
    Route,
    console::{BillPdf, BillSlipPdf, CaseShow},
};
use web::{Answer, Form, PageCtx};

/// Prints the chosen bills again: one opens as a paper, several as the request with all of them.
pub(super) async fn submit(cx: PageCtx, form: Form) -> Answer {
    let chosen: Vec<BillId> = form.all("bolletta").filter_map(|id| id.parse().ok()).collect();
    let act = form.text("azione");
    let channel = if act == "mail" { Channel::Mail } else { Channel::Print };
    let asked = Reprint { bills: chosen, slip_only: act == "bollettino", channel };
    let slip_only = asked.slip_only;
    let done = bills::reprint(&cx.app, &cx.ctx, asked).await?;
    let (t, case) = (cx.t, CaseShow::new(done.case.id).url());
    if channel == Channel::Mail {
        let to = done.mailed_to.unwrap_or_default();
        return Ok(cx.done(&case, t.bills_mailed(to, &done.case.number)));
    }
    match done.papers.as_slice() {
        [(bill, ..)] if slip_only => cx.redirect(&BillSlipPdf::new(*bill)),
        [(bill, ..)] => cx.redirect(&BillPdf::new(*bill)),
        _ => Ok(cx.done(&case, t.bills_reprinted(&done.case.number))),
    }
}
