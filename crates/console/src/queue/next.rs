//! "Take the next one": the request with most at stake that nobody has, without choosing from a list.

use app::{Error, cases::take_next};
use routes::{
    Route,
    console::{CaseList, CaseShow, Home},
};
use web::{Answer, Form, PageCtx, layout::Toast};

use crate::views::wording::sentence;

/// Takes it and shows it; where there is none, says so on the page the button stands on.
pub(super) async fn take(cx: PageCtx, form: Form) -> Answer {
    match take_next(&cx.app, &cx.ctx).await {
        Ok(case) => Ok(cx.done(&CaseShow::new(case).url(), cx.t.queue_next_taken())),
        Err(Error::Refused { code, args }) => {
            let back = if form.text("da") == "richieste" { CaseList::new().url() } else { Home::new().url() };
            let text = sentence(cx.t, &code, &args);
            Ok(cx.go_with(&back, &Toast { text, icon: "info", undo: None }))
        }
        Err(error) => Err(error.into()),
    }
}
