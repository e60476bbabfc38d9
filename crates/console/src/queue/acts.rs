//! Acts on the ticked rows.

use app::cases;
use kernel::CaseId;
use routes::{Route, console::CaseList};
use texts::Texts;
use web::{Answer, Form, PageCtx, visit::is_own_path};

use crate::views::queue::{QueueActs, all_acts};

/// The bar: what can be done to several cases at once.
pub(super) fn bar(t: &Texts) -> QueueActs<'_> {
    let acts = all_acts(t).into_iter().filter(|act| act.value == "assegna").collect();
    QueueActs { t, oob: false, acts }
}

/// Takes charge of the ticked cases, each in its own transaction: what cannot be taken stops there and is told.
pub(super) async fn submit(cx: PageCtx, form: Form) -> Answer {
    let back = Some(form.text("torna"))
        .filter(|path| is_own_path(path))
        .map_or_else(|| CaseList::new().url(), str::to_owned);
    let ticked: Vec<CaseId> = form.all("pratica").filter_map(|id| id.parse().ok()).collect();
    if form.text("azione") != "assegna" {
        return Err(app::Error::field("azione", "choice_unknown").into());
    }
    let count = ticked.len();
    for case in ticked {
        cases::assign(&cx.app, &cx.ctx, case, cx.ctx.user(), String::new()).await?;
    }
    Ok(cx.done(&back, cx.t.standing_taken(count)))
}
