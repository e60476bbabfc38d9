//! `sportello user`.

use std::io::{BufRead, IsTerminal};

use app::accounts::{NewUser, add_user, hash_password, list_users, make_token, set_password};
use domain::access::Role;
use kernel::Lang;
use serde_json::json;

use crate::{arguments::UserCommand, failure::Failure, output, settings::Settings, wiring};

#[expect(clippy::print_stderr, reason = "a question on the terminal")]
fn password() -> Result<String, Failure> {
    if std::io::stdin().is_terminal() {
        eprintln!("Password (at least 10 characters):");
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn roles(names: &[String]) -> Result<Vec<Role>, Failure> {
    names
        .iter()
        .map(|name| {
            Role::from_code(name).ok_or_else(|| {
                let known: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
                Failure::new(format!("there is no role {name}; the roles are {}", known.join(", ")))
            })
        })
        .collect()
}

/// Runs one of the account commands.
pub async fn run(settings: Settings, command: &UserCommand, as_json: bool) -> Result<(), Failure> {
    let app = wiring::open_app(&settings).await?;
    let ctx = app.system("command");
    match command {
        UserCommand::Add { name, display_name, roles: wanted, email, lang } => {
            let lang = Lang::from_code(lang).ok_or_else(|| Failure::new("the language is it or en"))?;
            let new = NewUser {
                name: name.clone(),
                display_name: display_name.clone().unwrap_or_else(|| name.clone()),
                email: email.clone(),
                office: None,
                lang,
                roles: roles(wanted)?,
            };
            let hashed = hash_password(&password()?)?;
            let id = add_user(&app, &ctx, new, hashed).await?;
            answer(as_json, &json!({ "id": id, "name": name }), &format!("{name} added"));
        }
        UserCommand::List => {
            let users = list_users(&app, &ctx).await?;
            if as_json {
                let list: Vec<_> = users
                    .iter()
                    .map(|(user, roles)| json!({ "name": user.name, "display_name": user.display_name, "active": user.active, "roles": roles }))
                    .collect();
                output::json(&list);
                return Ok(());
            }
            for (user, roles) in users {
                let roles: Vec<&str> = roles.iter().map(|role| role.code()).collect();
                let state = if user.active { "" } else { " (inactive)" };
                output::line(format!("{}\t{}\t{}{state}", user.name, user.display_name, roles.join(", ")));
            }
        }
        UserCommand::Password { name } => {
            set_password(&app, &ctx, name, hash_password(&password()?)?).await?;
            answer(
                as_json,
                &json!({ "name": name }),
                &format!("the password of {name} was replaced, its sessions ended"),
            );
        }
        UserCommand::Token { name, purpose } => {
            let token = make_token(&app, &ctx, name, purpose).await?;
            answer(as_json, &json!({ "token": token }), &token);
        }
    }
    Ok(())
}

fn answer(as_json: bool, value: &serde_json::Value, line: &str) {
    if as_json { output::json(value) } else { output::line(line) }
}
