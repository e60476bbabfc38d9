//! Making an account.

use app::{
    FieldProblem,
    accounts::{self, NewUser},
};
use domain::access::{Action, Resource, Role};
use kernel::Lang;
use routes::{Route, console::UserShow};
use web::{
    Answer, Failure, Form, PageCtx,
    layout::{Area, Choice, ErrorSummary, Field, FieldKind, KeyHint, lang_name},
};

use super::{marked, problems, role, sentence};
use crate::views::accounts::UserNewPage;

/// The form.
pub(super) async fn show(cx: PageCtx) -> Answer {
    cx.ctx.require(Resource::User, Action::Create)?;
    let offices = offices(&cx).await?;
    cx.page(&page(&cx, offices, &Form::default(), &[]))
}

/// The offices as a choice, the first line for none.
pub(super) async fn offices(cx: &PageCtx) -> Result<Vec<Choice>, Failure> {
    let all = accounts::offices(&cx.app, &cx.ctx).await?;
    let none = Choice { value: String::new(), label: cx.t.accounts_office_none() };
    let made = all.into_iter().map(|office| Choice { value: office.code, label: office.name });
    Ok(std::iter::once(none).chain(made).collect())
}

/// Adds the account.
pub(super) async fn submit(cx: PageCtx, form: Form) -> Answer {
    cx.ctx.require(Resource::User, Action::Create)?;
    let roles: Vec<Role> = form.all("roles").filter_map(Role::from_code).collect();
    let display = form.text("display_name").to_owned();
    let mut wrong = Vec::new();
    if display.is_empty() {
        wrong.push(FieldProblem::new("display_name", "required"));
    }
    if form.given("email").is_some_and(|email| !email.contains('@')) {
        wrong.push(FieldProblem::new("email", "email"));
    }
    if roles.is_empty() {
        wrong.push(FieldProblem::new("roles", "required"));
    }
    let password = form.raw("password").to_owned();
    let hashed = match tokio::task::spawn_blocking(move || accounts::hash_password(&password)).await {
        Ok(Ok(hashed)) => Some(hashed),
        Ok(Err(error)) => {
            wrong.extend(problems(error)?);
            None
        }
        Err(error) => return Err(app::Error::Internal(error.to_string()).into()),
    };
    let new = NewUser {
        name: form.text("name").to_owned(),
        display_name: display.clone(),
        email: form.given("email").map(str::to_owned),
        office: form.given("office").map(str::to_owned),
        lang: Lang::from_code(form.text("lang")).unwrap_or_default(),
        roles,
    };
    if let (Some(hashed), true) = (hashed, wrong.is_empty()) {
        match accounts::add_user(&cx.app, &cx.ctx, new, hashed).await {
            Ok(id) => return Ok(cx.done(&UserShow::new(id).url(), cx.t.accounts_added(display))),
            Err(error) => wrong.extend(problems(error)?),
        }
    }
    let offices = offices(&cx).await?;
    cx.invalid(&page(&cx, offices, &form, &wrong))
}

fn page(cx: &PageCtx, offices: Vec<Choice>, form: &Form, wrong: &[FieldProblem]) -> UserNewPage<'static> {
    let t = cx.t;
    let langs = Lang::ALL
        .into_iter()
        .map(|lang| Choice { value: lang.code().to_owned(), label: lang_name(lang).to_owned() });
    let fields = vec![
        Field::text("display_name", t.accounts_display()).value(form.text("display_name")).focus(),
        Field::text("name", t.accounts_name()).value(form.text("name")).hint(t.accounts_name_hint()),
        Field::new(FieldKind::Email, "email", t.accounts_email())
            .value(form.text("email"))
            .hint(t.accounts_email_hint())
            .optional(),
        Field::select("office", t.accounts_office(), offices).value(form.text("office")).optional(),
        Field::select("lang", t.accounts_lang(), langs.collect()).value(form.text("lang")),
        Field::new(FieldKind::Password, "password", t.accounts_first_password())
            .autocomplete("new-password")
            .hint(t.accounts_password_hint()),
    ];
    let fields = marked(t, fields, wrong);
    let roles_error =
        wrong.iter().find(|problem| problem.field == "roles").map(|problem| sentence(t, problem));
    let mut errors = ErrorSummary::of(&fields);
    if let Some(message) = &roles_error {
        errors.faults.push(("roles".to_owned(), message.clone()));
    }
    let roles = Role::ALL.into_iter().map(|one| {
        let ticked = form.all("roles").any(|code| code == one.code());
        (Choice { value: one.code().to_owned(), label: role(t, one) }, ticked)
    });
    let mut frame = cx.frame(t.accounts_new(), Some(Area::Administration));
    frame.keys =
        vec![KeyHint::new(format!("{} {}", t.layout_key_ctrl(), t.layout_key_enter()), t.accounts_add())];
    UserNewPage {
        t,
        frame,
        errors,
        fields,
        roles: roles.collect(),
        roles_error: roles_error.unwrap_or_default(),
    }
}
