//! The case that a sentence names by its number: an open or drafted request that stands in the way is the way on.

use app::cases::{self, Filter, ListQuery};
use domain::access::{Action, Resource};
use routes::{Route, console::CaseShow};
use web::{Failure, PageCtx, layout::Link};

/// Codes whose sentence names another case.
const NAMING: [&str; 4] = ["same_voltura_open", "same_voltura_draft", "other_case_open", "same_case_open"];

/// The case a finding or a problem names; none when it names none, or one this account may not see.
///
/// # Errors
/// From the operation that looks it up.
pub(super) async fn case_named(
    cx: &PageCtx,
    code: &str,
    args: &[(String, String)],
) -> Result<Option<Link>, Failure> {
    let number = args.iter().find(|(name, _)| name == "number").map(|(_, number)| number.clone());
    let Some(number) = number.filter(|_| NAMING.contains(&code)) else { return Ok(None) };
    if !cx.ctx.may(Resource::Case, Action::Read) {
        return Ok(None);
    }
    let filter = Filter { number: Some(number.clone()), ..Filter::default() };
    let (page, _) =
        cases::list(&cx.app, &cx.ctx, ListQuery { filter, limit: 1, ..ListQuery::default() }).await?;
    let found = page.cases.into_iter().find(|case| case.number == number);
    Ok(found.map(|case| Link::new(cx.t.wizard_open_case(&number), CaseShow::new(case.id).url())))
}
