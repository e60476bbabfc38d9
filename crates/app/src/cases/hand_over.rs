//! A process gives its case to somebody of a role.

use domain::access::Role;
use serde_json::json;
use store::{
    accounts::user,
    audit,
    cases::{case as cases, task},
};

use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// Gives the case to the account of the role `role` that has the fewest open ones; of the office of the case, where it
/// has any. Open tasks for that role go with it. Where nobody has the role, the case waits for whoever will.
pub(super) fn assign_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let code = run.call.needed("role")?.to_owned();
    let role =
        Role::from_code(&code).ok_or_else(|| Error::refused_with("role_unknown", &[("role", &code)]))?;
    let mut people = user::with_role(run.tx, role)?;
    let office = run.case.office_id;
    if office.is_some() && people.iter().any(|person| person.office_id == office) {
        people.retain(|person| person.office_id == office);
    }
    let load = cases::open_by_account(run.tx)?;
    // Accounts come by name, and of several with as little to do the first is taken.
    let chosen = people.into_iter().min_by_key(|person| load.get(&person.id).copied().unwrap_or(0));
    let to = chosen.as_ref().map(|person| person.id);
    run.case.assigned_to = to;
    for open in task::of_case(run.tx, run.case.id)?.iter().filter(|task| task.state == "open") {
        if open.role.is_empty() || open.role == code {
            task::assign(run.tx, open.id, to)?;
        }
    }
    let name = chosen.map(|person| person.display_name).unwrap_or_default();
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    let details = json!({ "to": name, "role": code, "reason": "by_process" });
    audit::append(run.tx, run.ctx, "assign_case", subject, &details)?;
    Ok(CallAnswer::Done(Vec::new()))
}
