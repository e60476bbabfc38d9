//! Hands commands over to billing. Which commands go is decided in one unit of work that also leaves the job writing
//! their file: from there on the number, the name and the content of the file are fixed, and writing it twice does no
//! harm. A command is not handed over before all earlier ones of its aggregate are applied.

use std::collections::BTreeMap;

use app::{Ctx, Error};
use connectors::billing::check;
use serde_json::json;
use store::{
    Tx,
    cases::case as cases,
    outbox::billing::{self, Message},
    registry::supply_point,
    sequence,
    work::job::{self, NewJob},
};

use super::{
    billing_answers::Taken,
    write_billing_file::{Handed, ToWrite, command},
};
use crate::{
    outcome::{Outcome, of},
    worker::Parts,
};

/// Commands looked at in one go.
const MOST: i64 = 1000;
/// Cases of one point looked at.
const CASES: i64 = 500;

/// Hands over what may go.
pub(super) async fn run(parts: &Parts) -> Outcome {
    of(hand_over(parts).await)
}

/// Hands over what may go; answers how many commands. Without a folder they wait for a process that has one.
pub(crate) async fn hand_over(parts: &Parts) -> Result<usize, Error> {
    if parts.folders.is_none() {
        return Ok(0);
    }
    let app = parts.app.clone();
    let handed = parts
        .app
        .db
        .write("hand-over-billing", move |tx| unit(tx, &app.system("billing"), &app.settings.billing_system))
        .await?;
    if handed > 0 {
        parts.wake.now();
    }
    Ok(handed)
}

fn unit(tx: &mut Tx<'_>, ctx: &Ctx, system: &str) -> Result<usize, Error> {
    let mut rows = Vec::new();
    for message in ready(tx, ctx, system)? {
        if !billing::mark_sent(tx, message.id, ctx.now())? {
            continue;
        }
        let revision = message.attempts + 1;
        if let Err(wrong) = check(&command(&message, revision)) {
            // Billing would never understand it: the case is told as if billing had said no.
            refuse(tx, ctx, &message, revision, &wrong.told())?;
            continue;
        }
        rows.push(Handed { key: message.key, revision });
    }
    let handed = rows.len();
    if handed > 0 {
        let number = sequence::next(tx, &format!("billing-file:{system}"), 1)?;
        let new = NewJob {
            kind: "write_billing_file",
            key: Some(format!("billing-file:{system}:{number}")),
            payload: json!(ToWrite { number, on: ctx.today(), rows }),
            run_at: ctx.now(),
            case_id: None,
        };
        job::enqueue(tx, ctx, &new)?;
    }
    Ok(handed)
}

fn refuse(tx: &mut Tx<'_>, ctx: &Ctx, message: &Message, revision: i64, words: &str) -> Result<(), Error> {
    let taken = Taken {
        key: message.key.clone(),
        applied: false,
        code: "FORMATO".to_owned(),
        text: words.to_owned(),
        revision: Some(revision),
    };
    let new = NewJob {
        kind: "take_billing_answer",
        key: None,
        payload: json!(taken),
        run_at: ctx.now(),
        case_id: message.case_id,
    };
    Ok(job::enqueue(tx, ctx, &new)?)
}

/// The first queued command of each aggregate, where all earlier ones are applied.
fn ready(tx: &mut Tx<'_>, ctx: &Ctx, system: &str) -> Result<Vec<Message>, Error> {
    let mut first: BTreeMap<String, Message> = BTreeMap::new();
    for message in billing::queued(tx, MOST)?.into_iter().filter(|message| message.system == system) {
        match first.get(&message.aggregate) {
            Some(other) if other.seq < message.seq => {}
            _ => {
                first.insert(message.aggregate.clone(), message);
            }
        }
    }
    let mut ready = Vec::new();
    for message in first.into_values() {
        if message.seq == 1 || !blocked(tx, ctx, &message)? {
            ready.push(message);
        }
    }
    ready.sort_by_key(|message| (message.created_at, message.id));
    Ok(ready)
}

/// Whether an earlier command of the aggregate is not applied. An aggregate is a supply point: the commands of all
/// cases on it are looked at.
fn blocked(tx: &mut Tx<'_>, ctx: &Ctx, message: &Message) -> Result<bool, Error> {
    let mut around: Vec<kernel::CaseId> = message.case_id.into_iter().collect();
    if let Some(point) = supply_point::id_of_code(tx, &message.aggregate)? {
        around.extend(cases::of_point(tx, ctx, point, CASES)?.into_iter().map(|case| case.id));
    }
    around.sort_unstable();
    around.dedup();
    for case in around {
        let open = billing::of_case(tx, case)?.into_iter().any(|other| {
            other.system == message.system
                && other.aggregate == message.aggregate
                && other.seq < message.seq
                && other.state != "applied"
        });
        if open {
            return Ok(true);
        }
    }
    Ok(false)
}
