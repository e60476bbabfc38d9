//! Staff accounts for who keeps them, and everybody's own profile.

mod list;
mod new;
mod profile;
mod show;

use app::{Error, FieldProblem};
use axum::{
    Router,
    routing::{get, post},
};
use domain::access::Role;
use routes::{Route, console as at};
use texts::Texts;
use web::{AppState, layout::Field};

/// The routes of this folder.
pub fn router() -> Router<AppState> {
    Router::new()
        .route(at::UserList::PATH, get(list::show))
        .route(at::UserNew::PATH, get(new::show).post(new::submit))
        .route(at::UserShow::PATH, get(show::show).post(show::submit))
        .route(at::UserPassword::PATH, post(show::password))
        .route(at::Profile::PATH, get(profile::show).post(profile::submit))
        .route(at::ProfilePassword::PATH, post(profile::password))
}

/// What a role is called.
fn role(t: &Texts, role: Role) -> String {
    match role {
        Role::Operator => t.accounts_role_operator(),
        Role::CallCentre => t.accounts_role_call_centre(),
        Role::BackOffice => t.accounts_role_back_office(),
        Role::Agent => t.accounts_role_agent(),
        Role::Technician => t.accounts_role_technician(),
        Role::Quality => t.accounts_role_quality(),
        Role::Supervisor => t.accounts_role_supervisor(),
        Role::Administrator => t.accounts_role_administrator(),
    }
}

/// Roles in words.
fn roles(t: &Texts, list: &[Role]) -> String {
    list.iter().map(|one| role(t, *one)).collect::<Vec<_>>().join(", ")
}

/// The sentence of a problem of an account.
fn sentence(t: &Texts, problem: &FieldProblem) -> String {
    match (problem.field.as_str(), problem.code.as_str()) {
        (_, "user_name") => t.accounts_name_bad(),
        (_, "user_name_taken") => t.accounts_name_taken(),
        (_, "password_short") => t.accounts_password_short(),
        (_, "password_wrong") => t.accounts_password_wrong(),
        (_, "password_differs") => t.accounts_password_differs(),
        ("display_name", _) => t.accounts_display_missing(),
        ("office", _) => t.accounts_office_unknown(),
        ("email", _) => t.accounts_email_bad(),
        ("roles", _) => t.accounts_roles_missing(),
        _ => web::refusals::sentence(t, &problem.code, &problem.args),
    }
}

/// The fields with what is wrong about them.
fn marked(t: &Texts, fields: Vec<Field>, problems: &[FieldProblem]) -> Vec<Field> {
    fields
        .into_iter()
        .map(|field| match problems.iter().find(|problem| problem.field == field.name) {
            Some(problem) => field.bad(sentence(t, problem)),
            None => field,
        })
        .collect()
}

/// What is wrong with the fields, or the reason why the operation failed.
fn problems(error: Error) -> Result<Vec<FieldProblem>, Error> {
    match error {
        Error::Invalid(problems) => Ok(problems),
        other => Err(other),
    }
}
