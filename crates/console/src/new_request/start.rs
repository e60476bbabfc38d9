//! Starting a procedure: a case with its number, at its first step.

use app::Error;
use routes::{
    Route,
    console::{CaseNew, CaseNewQuery, CaseStart},
};
use web::{Answer, Asked, Form, PageCtx, Url};

use super::show;
use crate::{
    views::wording::sentence,
    wizard::open::{begin, posted},
};

/// A link cannot start anything: it leads to the page where the procedure is started.
pub(super) async fn ask(
    cx: PageCtx,
    Url(CaseStart { procedure }): Url<CaseStart>,
    Asked(query): Asked<CaseNewQuery>,
) -> Answer {
    Ok(cx.go(&CaseNew::new().with(&CaseNewQuery { procedure: Some(procedure), ..query })))
}

/// Starts it; when a rule says no, the page of a new request says why.
pub(super) async fn start(cx: PageCtx, Url(CaseStart { procedure }): Url<CaseStart>, form: Form) -> Answer {
    let (origin, prefill) = posted(&cx, &form)?;
    let query = CaseNewQuery {
        party: prefill.party,
        point: prefill.supply_point,
        procedure: Some(procedure.clone()),
        ..CaseNewQuery::default()
    };
    match begin(cx.clone(), &procedure, origin, prefill).await {
        Err(web::Failure::App(Error::Refused { code, args })) => {
            let text = sentence(cx.t, &code, &args);
            let page = show::page(&cx, &query, "", Some(text)).await?;
            cx.invalid(&page)
        }
        other => other,
    }
}
