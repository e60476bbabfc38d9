//! Whether a command fits a state, looked at before anything changes.

use crate::lifecycle::{Asked, Place};
use crate::{Command, Executable, Id, Rejection, StartAt, State, Status, Wake};

/// Whether the command may be carried out on this state.
///
/// # Errors
/// The [`Rejection`] that [`crate::step`] would give.
pub fn check(exe: &Executable, state: &State, command: &Command) -> Result<(), Rejection> {
    if let Command::Start { at, .. } = command {
        return start(exe, state, *at);
    }
    match &state.status {
        Status::New => return Err(Rejection::NotStarted),
        Status::Active => {}
        ended => return Err(Rejection::Ended(word(ended))),
    }
    if state.tokens.iter().any(|t| t.element as usize >= exe.elements.len()) {
        return Err(Rejection::ForeignState);
    }
    if let Some((asked, token)) = Asked::of(command) {
        return token_fits(exe, state, asked, token);
    }
    match command {
        Command::FireTimer { subscription } => {
            subscribed(state, *subscription, |w| matches!(w, Wake::Timer { .. }))
        }
        Command::Wake { subscription, .. } => subscribed(state, *subscription, |_| true),
        Command::Message { subscription, .. } => {
            subscribed(state, *subscription, |w| matches!(w, Wake::Message { .. }))
        }
        Command::SetVariables { token, .. } if *token != 0 && state.token(*token).is_none() => {
            Err(Rejection::TokenGone(*token))
        }
        Command::RetryIncident { incident } if !state.incidents.iter().any(|i| i.id == *incident) => {
            Err(Rejection::IncidentGone(*incident))
        }
        _ => Ok(()),
    }
}

fn start(exe: &Executable, state: &State, at: StartAt) -> Result<(), Rejection> {
    match (&state.status, at) {
        (Status::New, StartAt::Element(ix)) if !exe.triggered_starts().contains(&ix) => {
            Err(Rejection::NoStart(ix))
        }
        (Status::New, _) => Ok(()),
        _ => Err(Rejection::AlreadyStarted),
    }
}

fn token_fits(exe: &Executable, state: &State, asked: Asked, id: Id) -> Result<(), Rejection> {
    let token = state.token(id).ok_or(Rejection::TokenGone(id))?;
    match asked.refused_at(Place::of(&token.at)) {
        None => Ok(()),
        Some(expected) => Err(Rejection::WrongState {
            token: id,
            element: exe.element(token.element).id.to_string(),
            expected,
        }),
    }
}

fn subscribed(state: &State, id: Id, fits: fn(&Wake) -> bool) -> Result<(), Rejection> {
    state.subscription(id).filter(|s| fits(&s.wake)).map(|_| ()).ok_or(Rejection::SubscriptionGone(id))
}

fn word(status: &Status) -> String {
    match status {
        Status::Completed => "completed".to_owned(),
        Status::Error(code) => format!("by error {code}"),
        Status::Terminated => "terminated".to_owned(),
        Status::Cancelled => "cancelled".to_owned(),
        Status::New | Status::Active => "not ended".to_owned(),
    }
}
