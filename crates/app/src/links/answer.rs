//! Doing the task of a link: once, whoever is first.

use std::collections::BTreeMap;

use feel::Env;
use kernel::DocumentId;
use serde_json::{Map, Value as Json, json};
use sha2::{Digest, Sha256};
use store::{Ctx, Tx, audit, cases::document as documents, links};

use super::{
    record::{Act, Read, record},
    show::look,
    state::{Known, LinkState, Standing, Visitor, known, limit, papers, standing},
};
use crate::{
    App, Error, FieldProblem,
    cases::{Given, answer_in, form_of},
    write,
};

/// What was sent.
#[derive(Clone, Debug, Default)]
pub struct LinkAnswer {
    /// The name typed in full.
    pub name: String,
    /// Whether the box was ticked.
    pub confirmed: bool,
    /// What was posted, by field.
    pub raw: BTreeMap<String, Vec<String>>,
}

/// The longest name.
const LONGEST_NAME: usize = 120;

/// Does the task of a link with what was sent, and keeps the record of the act, all in one unit of work. Answers where the
/// link stands then: [`LinkState::Used`] when it was done, now or before.
///
/// # Errors
/// [`Error::Invalid`] with each field that cannot be taken, `name` and `confirmed` among them; [`Error::TooMany`].
pub async fn use_link(
    app: &App,
    token: &str,
    visitor: &Visitor,
    answer: LinkAnswer,
) -> Result<LinkState, Error> {
    limit(app, token, visitor).await?;
    let (app_, token, visitor) = (app.clone(), token.to_owned(), visitor.clone());
    write(app, "use-link", move |tx| {
        unit(&app_, tx, &token, &visitor, &answer)?;
        look(&app_, tx, &token)
    })
    .await
}

fn unit(
    app: &App,
    tx: &mut Tx<'_>,
    token: &str,
    visitor: &Visitor,
    answer: &LinkAnswer,
) -> Result<(), Error> {
    let Some(known) = known(app, &app.system("link"), tx, token)? else { return Ok(()) };
    let mut ctx = app.system(&format!("link {}", known.link.id));
    ctx.lang = known.lang;
    // Taken first: of two at once the second waits here, and finds it used.
    let open = matches!(standing(tx, &known, ctx.now())?, Standing::Open);
    if !open || !links::use_up(tx, &ctx, known.link.id)? {
        return Ok(());
    }
    let raw = asked_only(&known, answer);
    let name = one_line(&answer.name);
    let mut problems = signing_problems(&name, answer.confirmed);
    let typed = fixed(&ctx, &known);
    let (answers, found) = read(&ctx, &known, &raw, &typed)?;
    problems.extend(found);
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let act = Act { name: &name, visitor, answers: &answers };
    let record = keep(&ctx, tx, &known, &act)?;
    let mut typed = typed;
    if !known.link.proof_field.is_empty() {
        typed.insert(known.link.proof_field.clone(), json!(record));
    }
    let given = Given { element: known.link.task.clone(), raw, typed, ..Given::default() };
    answer_in(app, &ctx, tx, known.case.id, &given)?;
    let subject = audit::Subject { kind: "case", id: known.case.id.bytes() };
    let details = json!({
        "link": known.link.id, "task": known.link.task, "name": name, "address": visitor.address, "document": record,
    });
    Ok(audit::append(tx, &ctx, "use_link", subject, &details)?)
}

/// What was posted for the fields that are asked; the rest is not looked at. A field left out counts as left empty.
fn asked_only(known: &Known, answer: &LinkAnswer) -> BTreeMap<String, Vec<String>> {
    let asks = known.link.asks.iter();
    asks.map(|name| (name.clone(), answer.raw.get(name).cloned().unwrap_or_default())).collect()
}

fn one_line(name: &str) -> String {
    let clean: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name in full has two words; the box must be ticked.
fn signing_problems(name: &str, confirmed: bool) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    if name.is_empty() {
        problems.push(FieldProblem::new("name", "required"));
    } else if name.chars().count() > LONGEST_NAME {
        problems.push(FieldProblem::new("name", "too_long"));
    } else if name.split(' ').count() < 2 {
        problems.push(FieldProblem::new("name", "name_in_full"));
    }
    if !confirmed {
        problems.push(FieldProblem::new("confirmed", "required"));
    }
    problems
}

/// The answers that the link itself gives, but for the record.
fn fixed(ctx: &Ctx, known: &Known) -> Map<String, Json> {
    let mut typed = known.link.sets.clone();
    if !known.link.day_field.is_empty() {
        typed.insert(known.link.day_field.clone(), json!(ctx.today()));
    }
    typed
}

/// The answers as the form reads them, and what is wrong with those that are asked. The record is still to come: that it
/// is missing is no problem yet.
fn read(
    ctx: &Ctx,
    known: &Known,
    raw: &BTreeMap<String, Vec<String>>,
    typed: &Map<String, Json>,
) -> Result<(Map<String, Json>, Vec<FieldProblem>), Error> {
    let form = form_of(&known.pack, &known.link.task).ok_or(Error::NotFound { kind: "form" })?;
    let env = Env { now: ctx.now() };
    let (answers, problems) = form.take_beside(raw, typed, &known.case.data, (ctx.today(), &env));
    let wrong = problems.into_iter().filter(|problem| {
        let name = problem.field.split('.').next().unwrap_or_default();
        !problem.warning && known.link.asks.iter().any(|asked| asked == name)
    });
    let wrong = wrong.map(|p| FieldProblem { field: p.field, code: p.code, args: p.args, warning: false });
    Ok((answers, wrong.collect()))
}

/// Keeps the record of the act among the papers of the case.
fn keep(ctx: &Ctx, tx: &mut Tx<'_>, known: &Known, act: &Act<'_>) -> Result<DocumentId, Error> {
    let mut read = Vec::new();
    for paper in papers(tx, known)? {
        let content = documents::content(tx, paper.id)?.unwrap_or_default();
        read.push(Read { title: paper.title, sha256: Sha256::digest(&content).into() });
    }
    let (title, text) = record(ctx, known, act, &read);
    let kind = if known.link.proof_field.is_empty() { "link_record" } else { &known.link.proof_field };
    let new = documents::NewDocument {
        case_id: Some(known.case.id),
        party_id: known.case.party_id,
        kind,
        title: &title,
        outgoing: false,
        media_type: "text/plain",
        lang: known.lang,
        template: "",
        data: &json!({}),
    };
    let id = documents::insert(tx, ctx, &new)?;
    documents::store_content(tx, ctx, id, text.as_bytes(), Sha256::digest(text.as_bytes()).into())?;
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_given_in_full_and_the_box_ticked() {
        let codes = |name: &str, confirmed| {
            let problems = signing_problems(&one_line(name), confirmed);
            problems
                .into_iter()
                .map(|problem| format!("{} {}", problem.field, problem.code))
                .collect::<Vec<_>>()
        };
        assert!(codes("  Elena\u{0}  Marchetti ", true).is_empty());
        assert_eq!(codes("", true), ["name required"]);
        assert_eq!(codes("Elena", false), ["name name_in_full", "confirmed required"]);
        assert_eq!(codes(&"Elena ".repeat(30), true), ["name too_long"]);
    }
}
