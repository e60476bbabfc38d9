//! From the answers to a request: is it admissible, and the moment it is made.

use domain::{
    access::{Action, Resource},
    cases::Origin,
    registry::{Contract, SupplyPoint},
    voltura::{Finding, OtherDraft, Rules, Situation, Verdict, VolturaAnswers, check, verdict},
};
use kernel::{CaseId, Money};
use serde_json::json;
use store::{
    Tx,
    cases::{case as cases, document},
    registry::{bill, contract, supply_point},
};

use super::create_party::print_of;
use crate::{
    App, Ctx, Error, FieldProblem,
    cases::record_fact_from,
    error::found,
    papers::{self, request_paper},
    processes::{CallAnswer, Run},
    read,
};

/// What is known about a point besides the answers.
pub(crate) struct Surroundings {
    /// The contract in force there.
    pub contract: Option<Contract>,
    overdue: Money,
    same_open: Vec<String>,
    drafts: Vec<OtherDraft>,
    other_open: Vec<String>,
}

impl Surroundings {
    /// Reads them.
    pub fn of(
        tx: &mut Tx<'_>,
        ctx: &Ctx,
        point: Option<&SupplyPoint>,
        except: CaseId,
    ) -> Result<Self, Error> {
        let mut known = Self {
            contract: None,
            overdue: Money::ZERO,
            same_open: Vec::new(),
            drafts: Vec::new(),
            other_open: Vec::new(),
        };
        let Some(point) = point else { return Ok(known) };
        known.contract = contract::in_force(tx, point.id)?;
        if let Some(contract) = &known.contract {
            known.overdue = bill::balance(tx, contract.id, ctx.today())?.overdue;
        }
        for open in cases::open_on_point(tx, point.id, except)? {
            match (open.procedure == "VOL", open.started) {
                (true, true) => known.same_open.push(open.number),
                (true, false) => {
                    known.drafts.push(OtherDraft { number: open.number, operator: open.opened_by });
                }
                (false, _) => known.other_open.push(open.number),
            }
        }
        Ok(known)
    }

    /// What answers have against them here.
    pub fn check(
        &self,
        ctx: &Ctx,
        answers: &VolturaAnswers,
        point: Option<&SupplyPoint>,
        asked_on: Option<kernel::Date>,
        rules: &Rules,
    ) -> Vec<Finding> {
        let situation = Situation {
            today: ctx.today(),
            asked_on: asked_on.unwrap_or_else(|| ctx.today()),
            point,
            contract: self.contract.as_ref(),
            overdue: self.overdue,
            same_open: &self.same_open,
            drafts: &self.drafts,
            other_open: &self.other_open,
        };
        check(answers, &situation, rules)
    }
}

/// Everything found about the request of a case.
pub(crate) fn findings(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    rules: &Rules,
    case: &domain::cases::Case,
) -> Result<Vec<Finding>, Error> {
    let answers = VolturaAnswers::of(&case.data);
    let point = answers.supply_point.map_or(Ok(None), |id| supply_point::by_id(tx, id))?;
    let known = Surroundings::of(tx, ctx, point.as_ref(), case.id)?;
    let asked_on = case.started_at.map(kernel::Instant::date);
    Ok(known.check(ctx, &answers, point.as_ref(), asked_on, rules))
}

/// What stands in the way of a request, or is worth knowing, before it is signed.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn request_findings(app: &App, ctx: &Ctx, id: CaseId) -> Result<Vec<Finding>, Error> {
    ctx.require(Resource::Case, Action::Read)?;
    let (ctx, rules) = (ctx.clone(), app.settings.voltura);
    read(app, "request-findings", move |tx| {
        let case = found(cases::for_action(tx, &ctx, id, Action::Read)?, "case")?.into_inner();
        // What stands in the way of a change of holder is no obstacle to other requests.
        if case.procedure != "VOL" {
            return Ok(Vec::new());
        }
        findings(tx, &ctx, &rules, &case)
    })
    .await
}

/// Keeps in a draft what its request would be answered now, so that its last step asks what follows from it.
pub(crate) fn judge_draft(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    case: &mut domain::cases::Case,
) -> Result<(), Error> {
    let found = findings(tx, ctx, &app.settings.voltura, case)?;
    case.data.insert("admissible".to_owned(), json!(verdict(&found).code()));
    case.data.insert("findings".to_owned(), json!(found));
    Ok(())
}

/// Looks at the request and says whether it goes on, waits for the customer, or ends here.
pub(crate) fn check_request(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let found = findings(run.tx, run.ctx, &run.app.settings.voltura, &run.case)?;
    Ok(CallAnswer::Done(vec![("admissible", json!(verdict(&found).code())), ("findings", json!(found))]))
}

fn problem(finding: &Finding) -> FieldProblem {
    FieldProblem { args: finding.args.clone(), ..FieldProblem::new(finding.field(), &finding.code) }
}

/// The customer makes the request: it is looked at once more, the draft ends, the clock starts, the receipt with the
/// promised date is made. What blocks is told before anything is signed, unless the operator records the request
/// as refused: then it ends with its reason.
pub(crate) fn make_request(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let answers = VolturaAnswers::of(&run.case.data);
    // Of two drafts on one point, the second to be confirmed finds the point claimed and looks again.
    if let Some(point) = answers.supply_point.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))?
        && !supply_point::touch(run.tx, point.id, point.version)?
    {
        return Err(Error::Repeat);
    }
    let found = findings(run.tx, run.ctx, &run.app.settings.voltura, &run.case)?;
    let verdict = verdict(&found);
    match (verdict, answers.refuse_request) {
        (Verdict::Inadmissible, false) => {
            return Err(Error::Invalid(found.iter().filter(|finding| finding.blocks).map(problem).collect()));
        }
        (Verdict::Admissible | Verdict::Waiting, true) => return Err(Error::refused("nothing_blocks")),
        _ => {}
    }
    if let Some(print) = print_of(run)? {
        run.case.data.insert("contact_checked".to_owned(), print);
    }
    let now = run.ctx.now();
    run.case.start(now)?;
    request_paper(run, &["receipt"])?;
    let signed =
        if answers.refuse_request { None } else { request_paper(run, &["request"])?.first().copied() };
    if !answers.refuse_request {
        request_paper(run, &["declaration"])?;
    }
    record_fact_from(run, "request_received", now, "", signed)?;
    Ok(CallAnswer::Done(vec![
        ("admissible", json!(verdict.code())),
        ("findings", json!(found)),
        ("readings_differ", json!(answers.readings_differ())),
    ]))
}

/// The request is answered: it is taken on. The answer is the receipt with the promised day: whoever stands at the counter
/// takes it along, anybody else gets it sent. The status follows in a step of its own.
pub(crate) fn confirm(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let now = run.ctx.now();
    let papers = document::of_case(run.tx, run.case.id)?;
    let receipt = papers.into_iter().find(|paper| paper.kind == "receipt").map(|paper| paper.id);
    if let Some(receipt) = receipt.filter(|_| run.case.origin != Origin::Counter) {
        let (lang, to) = (papers::language(run)?, run.case.party_id);
        papers::deliver(run, lang, ("receipt", receipt), to)?;
    }
    record_fact_from(run, "answer_sent", now, "", receipt)?;
    Ok(CallAnswer::Done(Vec::new()))
}
