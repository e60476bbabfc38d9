//! Recording a contact.

use app::{Error, registry};
use domain::access::{Action, Resource};
use routes::{
    Route,
    console::{ContactNew, CustomerShow},
};
use web::{
    Answer, Form, PageCtx, Url,
    layout::{Area, ErrorSummary},
};

use crate::views::customer::{ContactForm, ContactPage};

/// The form as a page.
pub(super) async fn show(cx: PageCtx, Url(at): Url<ContactNew>) -> Answer {
    cx.ctx.require(Resource::Party, Action::Update)?;
    let page = page(&cx, at, "call_in", "", "").await?;
    cx.page(&page)
}

/// Records it.
pub(super) async fn submit(cx: PageCtx, Url(at): Url<ContactNew>, form: Form) -> Answer {
    let (kind, subject, body) = (form.text("tipo"), form.text("oggetto"), form.text("testo"));
    match registry::record_contact(
        &cx.app,
        &cx.ctx,
        at.party,
        kind.to_owned(),
        subject.to_owned(),
        body.to_owned(),
    )
    .await
    {
        Ok(_) => Ok(cx.done(&CustomerShow::new(at.party).url(), cx.t.customer_contact_saved())),
        Err(Error::Invalid(problems)) => {
            let mut page = page(&cx, at, kind, subject, body).await?;
            let t = cx.t;
            let mut summary = ErrorSummary::default();
            for problem in problems {
                if problem.field == "subject" {
                    page.form.subject = page.form.subject.clone().bad(t.customer_contact_subject_missing());
                    summary.faults.push(("oggetto".to_owned(), t.customer_contact_subject_missing()));
                } else {
                    summary.faults.push(("oggetto".to_owned(), t.customer_contact_kind_missing()));
                }
            }
            page.form.errors = summary;
            cx.invalid(&page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn page(
    cx: &PageCtx,
    at: ContactNew,
    kind: &str,
    subject: &str,
    body: &str,
) -> Result<ContactPage<'static>, web::Failure> {
    let view = registry::show_customer(&cx.app, &cx.ctx, at.party).await?;
    Ok(ContactPage {
        t: cx.t,
        frame: cx.frame(cx.t.customer_contact_title(), Some(Area::Customers)),
        id: at.party,
        name: view.party.names.display(),
        form: ContactForm::new(cx.t, at.party, kind, subject, body),
    })
}
