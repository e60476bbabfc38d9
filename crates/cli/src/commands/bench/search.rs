//! The search box: names, parts of names, tax codes, point codes, addresses, in turn.

use std::time::Instant as Stopwatch;

use app::App;
use serde_json::{Value as Json, json};
use store::registry::{party, supply_point};

use super::{
    figures::{Times, put},
    on,
};
use crate::failure::Failure;

/// What people type: taken from parties and points spread over the database.
async fn questions(app: &App) -> Result<Vec<String>, Failure> {
    let wanted = app
        .db
        .read("bench-questions", |tx| {
            let mut questions = Vec::new();
            for letter in "abcdefgilmnoprstuvz".chars() {
                let start = kernel::PartyId::from_bytes([0; 16]);
                for known in party::page(tx, &letter.to_string(), start, 3)? {
                    let name = known.names.display();
                    questions.push(name.clone());
                    questions.push(name.chars().take(5).collect());
                    questions.extend(known.tax_code.clone());
                    questions.push(known.number.clone());
                    for entry in party::addresses(tx, known.id)? {
                        questions.push(entry.address.line());
                    }
                }
            }
            for (_, code, _) in supply_point::codes_from(tx, "IT", 20)? {
                questions.push(code);
            }
            Ok::<_, db::DbError>(questions)
        })
        .await?;
    if wanted.is_empty() {
        return Err(Failure::new(
            "this database is empty; fill it with `sportello bench load --customers N` first",
        ));
    }
    Ok(wanted)
}

/// Searches and measures.
pub async fn run(app: &App, n: usize) -> Result<Json, Failure> {
    let questions = questions(app).await?;
    let ctx = app.system("bench");
    let (mut times, mut hits) = (Times::default(), 0);
    for question in questions.iter().cycle().take(n) {
        let began = Stopwatch::now();
        hits += app::registry::search(app, &ctx, question).await?.len();
        times.since(began);
    }
    let mut line = times.line("search", &on(app).await?);
    put(&mut line, "hits", json!(hits));
    Ok(line)
}
