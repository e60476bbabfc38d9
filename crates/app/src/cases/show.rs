//! Everything the page of a case shows, read in one snapshot.

use std::sync::Arc;

use domain::{
    access::Action,
    cases::{Case, Fact, Suspension},
    registry::{Contract, Party, SupplyPoint},
};
use kernel::{CaseId, DocumentId, Lang};
use procedures::Pack;
use store::{
    Tx, audit,
    cases::{
        appointment, case as cases, comment as comments, document as documents, fact, process,
        task::{self, Task},
    },
    outbox::{billing, mail},
    registry::{contract, party, supply_point},
    work::incident,
};

use super::clocks::{Clock, customer_of, evaluate};
use crate::{App, Ctx, Error, error::found, read};

/// One clock as the page needs it.
pub type ClockLine = Clock;

/// One step of the process as text, the diagram's twin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepLine {
    /// The element of the diagram.
    pub element: String,
    /// Its name.
    pub name: String,
    /// Done before, being done, or still to come.
    pub place: StepPlace,
}

/// Where a step lies from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepPlace {
    /// Behind.
    Done,
    /// Here.
    Now,
    /// Ahead.
    Ahead,
}

/// A case with everything that hangs on it.
#[derive(Clone, Debug)]
pub struct CaseView {
    /// The case.
    pub case: Case,
    /// Its procedure.
    pub pack: Arc<Pack>,
    /// Who asks.
    pub party: Option<Party>,
    /// The holder so far.
    pub outgoing: Option<Party>,
    /// Where.
    pub point: Option<SupplyPoint>,
    /// The contract concerned.
    pub contract: Option<Contract>,
    /// Its clocks.
    pub clocks: Vec<ClockLine>,
    /// All facts, put-right ones included.
    pub facts: Vec<Fact>,
    /// All suspensions.
    pub suspensions: Vec<Suspension>,
    /// All tasks.
    pub tasks: Vec<Task>,
    /// Steps of the process as text.
    pub steps: Vec<StepLine>,
    /// Papers.
    pub documents: Vec<documents::Document>,
    /// Comments.
    pub comments: Vec<comments::Comment>,
    /// The newest audit entries.
    pub audit: Vec<audit::Entry>,
    /// Commands for billing.
    pub billing: Vec<billing::Message>,
    /// What went to a distributor, and what came back.
    pub exchanged: Vec<crate::distributor::Exchanged>,
    /// Mails.
    pub mails: Vec<mail::MailLine>,
    /// Appointments.
    pub appointments: Vec<appointment::Appointment>,
    /// Linked cases, each with how it belongs to this one.
    pub linked: Vec<cases::CaseRef>,
    /// What is stuck.
    pub incidents: Vec<incident::Incident>,
    /// Who it is assigned to.
    pub assignee: Option<String>,
}

/// How many audit entries the page shows.
const AUDIT_LINES: i64 = 50;

/// Reads a case for its page.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn show(app: &App, ctx: &Ctx, id: CaseId) -> Result<CaseView, Error> {
    let (app_, ctx) = (app.clone(), ctx.clone());
    read(app, "show-case", move |tx| {
        let case = found(cases::for_action(tx, &ctx, id, Action::Read)?, "case")?.into_inner();
        view(&app_, &ctx, tx, case)
    })
    .await
}

fn view(app: &App, ctx: &Ctx, tx: &mut Tx<'_>, case: Case) -> Result<CaseView, Error> {
    let pack = app.procedures.version(tx, &case.procedure, case.bundle_version)?;
    let facts = fact::of_case(tx, case.id)?;
    let suspensions = fact::suspensions(tx, case.id)?;
    let point = case.supply_point_id.map_or(Ok(None), |id| supply_point::by_id(tx, id))?;
    let customer = point.as_ref().map(customer_of).unwrap_or_default();
    let appointments = appointment::of_case(tx, case.id)?;
    let mut clocks = evaluate(&pack, &case, &facts, &suspensions, &customer, ctx.now());
    let documents = documents::of_case(tx, case.id)?;
    for clock in &mut clocks {
        let held = suspensions.iter().filter(|held| held.holds(&clock.standard.clock_stop.code));
        let papers =
            held.filter_map(|held| documents.iter().find(|paper| held.document_id == Some(paper.id)));
        let mut titles: Vec<&str> = papers.map(|paper| paper.title.as_str()).collect();
        titles.dedup();
        clock.why = clock.why.clone().proved_by(&titles);
    }
    clocks.extend(super::visits::clocks(&case, &appointments, ctx.now()));
    let contract = case.contract_id.map_or(Ok(None), |id| contract::by_id(tx, id))?;
    let outgoing = contract.as_ref().map_or(Ok(None), |contract| party::by_id(tx, contract.party_id))?;
    let marks = marks(tx, &pack, case.id)?;
    let assignee = case.assigned_to.map_or(Ok(None), |id| store::accounts::user::by_id(tx, id))?;
    Ok(CaseView {
        party: case.party_id.map_or(Ok(None), |id| party::by_id(tx, id))?,
        outgoing,
        point,
        contract,
        clocks,
        facts,
        suspensions,
        tasks: task::of_case(tx, case.id)?,
        steps: steps(&pack, ctx.lang, &marks),
        documents,
        comments: comments::of_case(tx, case.id)?,
        audit: audit::of_subject(tx, case.id.bytes(), AUDIT_LINES)?,
        billing: billing::of_case(tx, case.id)?,
        exchanged: crate::distributor::exchanged(tx, case.id)?,
        mails: mail::of_case(tx, case.id)?,
        appointments,
        linked: cases::linked(tx, case.id)?,
        incidents: incident::of_case(tx, case.id)?,
        assignee: assignee.map(|user| user.display_name),
        pack,
        case,
    })
}

/// Elements and flows behind, and elements with a token, of the case's own process.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Marks {
    /// Ids of elements and flows that were passed.
    pub done: Vec<String>,
    /// Ids of elements where a token stands.
    pub now: Vec<String>,
    /// Ids of elements that are stuck.
    pub stuck: Vec<String>,
}

fn marks(tx: &mut Tx<'_>, pack: &Pack, case: CaseId) -> Result<Marks, Error> {
    let mut marks = Marks::default();
    for instance in process::of_case(tx, case)? {
        let Some(executable) = pack.executables.get(&instance.process) else { continue };
        let name = |ix: engine::Ix| executable.element(ix).id.to_string();
        // A draft whose process was taken back has a later beginning: only what follows it counts.
        let steps = process::steps(tx, instance.id)?;
        let from = steps.iter().rposition(|step| step.command == "rewind").unwrap_or(0);
        for step in steps.iter().skip(from) {
            let events: Vec<engine::Event> = serde_json::from_slice(&step.events).unwrap_or_default();
            for event in events {
                if let engine::Event::Left { element, .. } = event {
                    marks.done.push(name(element));
                }
            }
        }
        if let Ok(state) = serde_json::from_slice::<engine::State>(&instance.data) {
            for token in &state.tokens {
                let list = if token.at == engine::At::Incident { &mut marks.stuck } else { &mut marks.now };
                list.push(name(token.element));
            }
        }
        for flow in &executable.flows {
            let behind = |ix: engine::Ix, all: &Marks| {
                let id = executable.element(ix).id.to_string();
                all.done.contains(&id)
            };
            let target = executable.element(flow.target).id.to_string();
            if behind(flow.source, &marks) && (behind(flow.target, &marks) || marks.now.contains(&target)) {
                marks.done.push(flow.id.to_string());
            }
        }
    }
    marks.done.sort();
    marks.done.dedup();
    Ok(marks)
}

fn steps(pack: &Pack, lang: Lang, marks: &Marks) -> Vec<StepLine> {
    use engine::executable::Kind;
    let shown = |kind: Kind| {
        matches!(
            kind,
            Kind::User
                | Kind::Service
                | Kind::Script
                | Kind::Send
                | Kind::Receive
                | Kind::Catch
                | Kind::Call
                | Kind::End
        )
    };
    pack.executable
        .elements
        .iter()
        // What has no name, such as the end of a part of the process, says nothing to people.
        .filter(|element| shown(element.kind) && !element.name.trim().is_empty())
        .map(|element| {
            let id = element.id.to_string();
            let place = if marks.now.contains(&id) || marks.stuck.contains(&id) {
                StepPlace::Now
            } else if marks.done.contains(&id) {
                StepPlace::Done
            } else {
                StepPlace::Ahead
            };
            StepLine { name: pack.element_name(&id, lang), element: id, place }
        })
        .collect()
}

/// The diagram of a case's process and where its tokens are.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn diagram(app: &App, ctx: &Ctx, id: CaseId) -> Result<(String, Marks), Error> {
    let (app_, ctx) = (app.clone(), ctx.clone());
    read(app, "diagram", move |tx| {
        let case = found(cases::for_action(tx, &ctx, id, Action::Read)?, "case")?.into_inner();
        let pack = app_.procedures.version(tx, &case.procedure, case.bundle_version)?;
        let marks = marks(tx, &pack, id)?;
        Ok((pack.bpmn.clone(), marks))
    })
    .await
}

/// A paper of a case with its bytes; none while it is not ready.
///
/// # Errors
/// [`Error::NotFound`] when it does not belong to the case, [`Error::Denied`].
pub async fn document_content(
    app: &App,
    ctx: &Ctx,
    id: CaseId,
    document: DocumentId,
) -> Result<(documents::Document, Option<Vec<u8>>), Error> {
    let ctx = ctx.clone();
    read(app, "document", move |tx| {
        found(cases::for_action(tx, &ctx, id, Action::Read)?, "case")?;
        let paper = documents::in_case(tx, document, id)?;
        let paper = paper.ok_or(Error::NotFound { kind: "document" })?;
        let content = documents::content(tx, document)?;
        Ok((paper, content))
    })
    .await
}
