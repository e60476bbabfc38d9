//! Opening a draft.

use app::cases::{OpenCase, Prefill, open};
use domain::{
    access::{Action, Resource, Role},
    cases::Origin,
};
use routes::{
    Route,
    console::{CaseNew, CaseNewQuery, VolturaStep},
};
use web::{Answer, Asked, Form, PageCtx};

/// A link opens nothing: it leads to the page where the change of holder is started, for whom it names.
pub(super) async fn start(cx: PageCtx, Asked(query): Asked<CaseNewQuery>) -> Answer {
    cx.ctx.require(Resource::Case, Action::Create)?;
    let query = CaseNewQuery { procedure: Some("VOL".to_owned()), ..query };
    Ok(cx.go(&CaseNew::new().with(&query)))
}

/// Opens a change of holder from a form.
pub(super) async fn start_posted(cx: PageCtx, form: Form) -> Answer {
    let (origin, prefill) = posted(&cx, &form)?;
    begin(cx, "VOL", origin, prefill).await
}

/// Where a request came from and for whom, as the page of a new request sends it.
pub(crate) fn posted(cx: &PageCtx, form: &Form) -> Result<(Origin, Prefill), app::Error> {
    let origin = Origin::from_code(form.text("origine")).unwrap_or_else(|| usual_origin(cx));
    let prefill = Prefill {
        supply_point: form.parsed("fornitura", "choice_unknown")?,
        contract: None,
        party: form.parsed("cliente", "choice_unknown")?,
    };
    Ok((origin, prefill))
}

/// Where requests of an account usually come from.
pub(crate) fn usual_origin(cx: &PageCtx) -> Origin {
    if cx.ctx.roles.contains(&Role::CallCentre) { Origin::CallCentre } else { Origin::Counter }
}

/// Opens a case and goes to its first step; a procedure without a draft goes to the page of its case.
pub(crate) async fn begin(cx: PageCtx, procedure: &str, origin: Origin, prefill: Prefill) -> Answer {
    let new = OpenCase { procedure: procedure.to_owned(), origin, prefill };
    let case = open(&cx.app, &cx.ctx, new).await?;
    Ok(cx.go(&next_url(&case)))
}

/// Where a person goes on with a case: its next step while it is a draft, else its page.
pub(crate) fn next_url(case: &domain::cases::Case) -> String {
    if case.started_at.is_none() && !case.ended() && !case.step.is_empty() {
        VolturaStep::new(case.id, case.step.as_str()).url()
    } else {
        routes::console::CaseShow::new(case.id).url()
    }
}
