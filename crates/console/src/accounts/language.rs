//! Changing the language of the pages, before and after signing in.

use app::accounts;
use axum::http::header;
use kernel::Lang;
use web::{
    Answer, Form, OpenCtx, SignedIn, cookies,
    page::go,
    visit::{LANG_COOKIE, is_own_path},
};

/// A year.
const KEPT: i64 = 365 * 86_400;

/// Remembers the language in the account, or in the browser while nobody is signed in, and goes back.
pub(super) async fn change(cx: OpenCtx, user: Option<SignedIn>, form: Form) -> Answer {
    let lang =
        Lang::from_code(form.text("lang")).ok_or_else(|| app::Error::field("lang", "choice_unknown"))?;
    if let Some(user) = user {
        let ctx = user.ctx(&cx.app, &cx.visit.reference);
        accounts::set_preferences(&cx.app, &ctx, lang, user.user.shortcuts).await?;
    }
    let back = form.text("back");
    // The sign-in page changes its language too, though nobody is sent there otherwise.
    let back = if is_own_path(back) || back == "/accesso" { back } else { "/" };
    let mut response = go(back, cx.visit.htmx);
    if let Some(cookie) = cookies::set(LANG_COOKIE, lang.code(), Some(KEPT), cx.state.site.secure()) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
