//! Taking a payment: one unit of work for receipt, payments on bills, request, paper, mail and what billing is told.

use domain::{
    access::{Action, Resource},
    cases::{Case, Origin},
    cash::{Allocated, Means, OpenBill, Part, Settled, check_lines, settle, stamp_due},
    registry::{Party, Payment},
};
use kernel::{BillId, CaseId, ChargeId, Lang, Money, PartyId, PaymentId, PlanId, ReceiptId};
use serde_json::{Map, Value as Json, json};
use store::{
    DbError, Tx,
    accounts::office,
    audit,
    cash::{card, receipt, session},
    outbox::{billing, mail},
    registry::{
        bill::{self, BillOf},
        party,
        plan::ReceiptInterest,
    },
    sequence,
    work::job,
};

use super::{
    BillLine, MeansLine, Receipt, TillSession,
    card::charge,
    of_charges, own_till,
    paper::{Paid, receipt_data},
    payer, refusals, rules,
};
use crate::{
    App, Ctx, Error,
    bills::tell_watchers,
    cases::{NewCase, Prefill, open_in},
    charges::Charge,
    error::found,
    instalments::take_interest,
    papers::{NewPaper, queue},
    write,
};

/// A payment to be taken.
#[derive(Clone, Debug)]
pub struct CashIn {
    /// A key its form was given: the same form sent twice takes one payment.
    pub key: String,
    /// Who pays.
    pub party: PartyId,
    /// How much on which bill, of the payer or of others.
    pub lines: Vec<Allocated>,
    /// The interest of a plan of instalments that is paid beside the bills.
    pub interest: Option<(PlanId, Money)>,
    /// How much on which charge of a case.
    pub charges: Vec<ChargePart>,
    /// What is handed over.
    pub parts: Vec<Part>,
    /// Whether the receipt is mailed too.
    pub mail: bool,
}

/// A part of a payment given to a charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChargePart {
    /// The charge.
    pub charge: ChargeId,
    /// How much of it is paid.
    pub amount: Money,
}

/// A payment taken.
#[derive(Clone, Debug)]
pub struct Cashed {
    /// Its receipt.
    pub receipt: Receipt,
    /// Whether it had been taken before: nothing was done now.
    pub before: bool,
}

/// The longest key.
const LONGEST_KEY: usize = 64;

/// Takes a payment. A card is charged before, once for the key, whatever is sent again.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] with `till_closed`, `cash_nothing`, `cash_bill_paid`, `cash_charge_closed`, `cash_too_much`,
/// `cash_not_positive`, `cash_not_enough`, `cash_no_change`, `cash_limit`, `cash_reference_missing`, `card_declined`,
/// `card_unknown`, `card_given_back` or `card_terminal_missing`.
pub async fn cash_in(app: &App, ctx: &Ctx, new: CashIn) -> Result<Cashed, Error> {
    ctx.require(Resource::Till, Action::Create)?;
    if new.key.is_empty() || new.key.len() > LONGEST_KEY {
        return Err(Error::field("key", "required"));
    }
    let mut new = new;
    let by_card: Money =
        new.parts.iter().filter(|part| part.means == Means::Card).map(|part| part.amount).sum();
    if by_card > Money::ZERO {
        let authorisation = charge(app, ctx, &new, by_card).await?;
        for part in new.parts.iter_mut().filter(|part| part.means == Means::Card) {
            part.reference.clone_from(&authorisation);
        }
    }
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "cash-in", move |tx| {
        if let Some(done) = receipt::by_key(tx, &new.key)? {
            return Ok(Cashed { receipt: done, before: true });
        }
        let plan = plan(&app_, &ctx, tx, &new)?;
        Ok(Cashed { receipt: store_payment(&app_, &ctx, tx, &new, plan)?, before: false })
    })
    .await
}

/// A payment that may be taken.
pub(super) struct Plan {
    pub session: TillSession,
    pub payer: Party,
    pub bills: Vec<BillOf>,
    pub charges: Vec<Charge>,
    pub paid: Money,
    pub stamp: Money,
    pub interest: Money,
    pub settled: Settled,
}

/// Loads what is paid, held for this unit of work, and lets the rules decide.
pub(super) fn plan(app: &App, ctx: &Ctx, tx: &mut Tx<'_>, new: &CashIn) -> Result<Plan, Error> {
    let session = own_till(tx, ctx)?;
    let payer = found(party::for_action(tx, ctx, new.party, Action::Read)?, "party")?.into_inner();
    let mut ids: Vec<_> = new.lines.iter().map(|line| line.bill).collect();
    // Always in the same order: two payments on the same bills wait for each other instead of blocking each other.
    ids.sort_unstable();
    ids.dedup();
    if ids.len() < new.lines.len() {
        return Err(Error::refused("cash_nothing"));
    }
    let mut bills = Vec::new();
    for id in ids {
        bill::lock(tx, id)?;
        bills.extend(bill::by_id(tx, id)?);
    }
    let open: Vec<OpenBill> =
        bills.iter().map(payer::open_bill).filter(|bill| bill.open > Money::ZERO).collect();
    let charges = of_charges::load(tx, &new.charges)?;
    let on_charges: Money = new.charges.iter().map(|part| part.amount).sum();
    let on_bills = if new.lines.is_empty() && !charges.is_empty() {
        Money::ZERO
    } else {
        check_lines(&new.lines, &open).map_err(|problems| refusals::of_lines(&problems))?
    };
    let paid = on_bills + on_charges;
    let rules = rules(app, ctx.today())?;
    let vat_free: Money = new
        .lines
        .iter()
        .filter(|line| open.iter().any(|bill| bill.id == line.bill && rules.is_vat_free(&bill.kind)))
        .map(|line| line.amount)
        .sum();
    let stamp = stamp_due(vat_free, &rules);
    let before = receipt::cash_of_day(tx, new.party, ctx.today())?;
    // The authorisation of a card is known after the charge only.
    let interest = new.interest.map_or(Money::ZERO, |(_, amount)| amount);
    let due = paid + stamp + interest;
    let settled = settle(due, &new.parts, before, &rules).map_err(|p| refusals::of_payment(&p))?;
    Ok(Plan { session, payer, bills, charges, paid, stamp, interest, settled })
}

fn store_payment(app: &App, ctx: &Ctx, tx: &mut Tx<'_>, new: &CashIn, plan: Plan) -> Result<Receipt, Error> {
    if !session::touch(tx, plan.session.id)? {
        return Err(Error::refused("till_closed"));
    }
    let office = office::by_id(tx, plan.session.office_id)?.map_or_else(String::new, |office| office.code);
    let year = ctx.today().year();
    let running = sequence::next(tx, &format!("receipt:{office}:{year}"), 1)?;
    let number = format!("{office}-{year}-{running:06}");
    let mut made = receipt_of(ctx, new, &plan, number);
    let case = record(app, ctx, tx, &made, &plan)?;
    made.case_id = Some(case.id);
    receipt::insert(tx, &made).map_err(|error| match error {
        // The same form was sent at the same moment: the next turn finds what it made.
        DbError::Unique(_) => Error::Repeat,
        other => other.into(),
    })?;
    let means: Vec<MeansLine> = plan
        .settled
        .parts
        .iter()
        .map(|part| MeansLine { means: part.means, amount: part.amount, reference: part.reference.clone() })
        .collect();
    for (line, means) in (1..).zip(&means) {
        receipt::insert_means(tx, made.id, line, means)?;
        if means.means == Means::Card {
            card::used(tx, &new.key, made.id)?;
        }
    }
    // While the bills are as they were: the interest is judged by what the plan still asks for.
    let interest = match new.interest {
        Some(asked) => take_interest(app, ctx, tx, made.id, asked)?,
        None => None,
    };
    let lines = pay_bills(ctx, tx, new, &plan, &made, &office)?;
    tell_billing(app, ctx, tx, &made, &lines, &plan, &means)?;
    if let Some(interest) = &interest {
        tell_interest(app, ctx, tx, &made, interest, (&plan.session.number, main_means(&means)))?;
    }
    let paid: Vec<BillId> = lines.iter().map(|line| line.bill_id).collect();
    tell_watchers(tx, ctx, &paid)?;
    let on_charges = of_charges::pay_all(app, ctx, tx, new, &made, (&plan, &means))?;
    let on = Paid { means: &means, lines: &lines, interest: interest.as_ref(), charges: &on_charges };
    let data = receipt_data(app, tx, &made, &on, (&plan.session, &case.number))?;
    made.document_id = Some(paper(app, ctx, tx, &made, &plan.payer, &data, new.mail)?);
    of_charges::go_on_with(app, tx, &made, &on_charges)?;
    let subject = audit::Subject { kind: "receipt", id: made.id.bytes() };
    let details = json!({
        "number": made.number, "total_cents": made.total.cents(), "change_cents": made.change.cents(), "till": plan.session.number,
        "bills": lines.iter().map(|line| &line.bill_number).chain(on_charges.iter().map(|line| &line.number)).collect::<Vec<_>>(),
    });
    audit::append(tx, ctx, "cash_in", subject, &details)?;
    Ok(made)
}

/// The receipt of a payment, before it is stored.
fn receipt_of(ctx: &Ctx, new: &CashIn, plan: &Plan, number: String) -> Receipt {
    Receipt {
        id: ctx.id(ReceiptId::from_bytes),
        number,
        request_key: new.key.clone(),
        session_id: plan.session.id,
        office_id: plan.session.office_id,
        party_id: plan.payer.id,
        payer_name: plan.payer.names.display(),
        case_id: None,
        at: ctx.now(),
        paid_on: ctx.today(),
        user_name: ctx.actor.name().to_owned(),
        bills: plan.paid,
        stamp: plan.stamp,
        total: plan.paid + plan.stamp + plan.interest,
        received: plan.settled.received,
        change: plan.settled.change,
        reversed: false,
        document_id: None,
    }
}

/// The request the payment is recorded under.
fn record(app: &App, ctx: &Ctx, tx: &mut Tx<'_>, made: &Receipt, plan: &Plan) -> Result<Case, Error> {
    let mut data = Map::new();
    data.insert("receipt".to_owned(), json!(made.number));
    data.insert("amount".to_owned(), json!(made.total.cents()));
    let numbers = plan.bills.iter().map(|of| of.bill.number.as_str());
    let numbers: Vec<&str> =
        numbers.chain(plan.charges.iter().map(|charge| charge.number.as_str())).collect();
    data.insert("bills".to_owned(), json!(numbers.join(", ")));
    let mut points = plan.bills.iter().map(|of| of.supply_point_id);
    let first = points.next();
    let point = first.filter(|first| points.all(|other| other == *first));
    let contract = point.and(plan.bills.first().map(|of| of.bill.contract_id));
    let prefill = Prefill { supply_point: point, contract, party: Some(made.party_id) };
    let new = NewCase { procedure: "INC", origin: Origin::Counter, data, prefill: &prefill };
    open_in(app, ctx, tx, new)
}

fn pay_bills(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    new: &CashIn,
    plan: &Plan,
    made: &Receipt,
    office: &str,
) -> Result<Vec<BillLine>, Error> {
    let mut lines = Vec::new();
    for (line, allocated) in (1..).zip(&new.lines) {
        let Some(of) = plan.bills.iter().find(|of| of.bill.id == allocated.bill) else { continue };
        let payment = Payment {
            id: ctx.id(PaymentId::from_bytes),
            number: format!("{}/{line}", made.number),
            bill_id: of.bill.id,
            paid_on: made.paid_on,
            amount: allocated.amount,
            channel: "counter".to_owned(),
            till: office.to_owned(),
        };
        bill::insert_payment(tx, &payment, ctx.now())?;
        let stored = BillLine {
            line,
            bill_id: of.bill.id,
            bill_number: of.bill.number.clone(),
            payment_id: payment.id,
            amount: allocated.amount,
            settles: allocated.amount == of.bill.open(),
            party_id: of.party_id,
            party_name: of.party_name.clone(),
        };
        receipt::insert_line(tx, made.id, &stored)?;
        lines.push(stored);
    }
    Ok(lines)
}

fn tell_billing(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    made: &Receipt,
    lines: &[BillLine],
    plan: &Plan,
    means: &[MeansLine],
) -> Result<(), Error> {
    let system = &app.settings.billing_system;
    let main = main_means(means);
    for line in lines {
        let number = format!("{}/{}", made.number, line.line);
        let contract = plan.bills.iter().find(|of| of.bill.id == line.bill_id);
        let body = json!({
            "payment": number, "receipt": made.number, "bill": line.bill_number, "contract": contract.map(|of| &of.contract_number),
            "paid_on": made.paid_on, "amount_cents": line.amount.cents(), "means": main, "till": plan.session.number,
        });
        let command = billing::NewMessage {
            key: format!("{system}:payment:{number}"),
            system,
            kind: "payment",
            aggregate: line.bill_number.clone(),
            body: &body,
            case_id: made.case_id,
        };
        billing::insert(tx, ctx, &command)?;
    }
    hand_over(ctx, tx, made.case_id)
}

/// Billing books each payment under the means that paid most of the receipt; the till's sheet has them all.
fn main_means(means: &[MeansLine]) -> &'static str {
    means.iter().max_by_key(|line| line.amount).map_or("cash", |line| line.means.code())
}

/// Billing books the interest of a plan under the plan's number.
fn tell_interest(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    made: &Receipt,
    interest: &ReceiptInterest,
    (till, means): (&str, &str),
) -> Result<(), Error> {
    let system = &app.settings.billing_system;
    let number = format!("{}/I", made.number);
    let body = json!({
        "payment": number, "receipt": made.number, "bill": interest.number, "contract": interest.contract_number,
        "paid_on": made.paid_on, "amount_cents": interest.amount.cents(), "means": means, "till": till,
    });
    let command = billing::NewMessage {
        key: format!("{system}:payment:{number}"),
        system,
        kind: "payment",
        aggregate: interest.number.clone(),
        body: &body,
        case_id: made.case_id,
    };
    Ok(billing::insert(tx, ctx, &command)?)
}

/// Leaves the job that hands commands over to billing.
pub(crate) fn hand_over(ctx: &Ctx, tx: &mut Tx<'_>, case_id: Option<CaseId>) -> Result<(), Error> {
    let new = job::NewJob { kind: "send_billing", key: None, payload: json!({}), run_at: ctx.now(), case_id };
    Ok(job::enqueue(tx, ctx, &new)?)
}

fn paper(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    made: &Receipt,
    payer: &Party,
    data: &Json,
    mailed: bool,
) -> Result<kernel::DocumentId, Error> {
    let (_, pack) = app.procedures.newest(tx, "INC")?;
    let lang = payer.lang;
    let text = |key: &str| {
        let args = [("number", made.number.as_str()), ("name", made.payer_name.as_str())];
        pack.texts.get(lang, key, &args).unwrap_or_else(|| made.number.clone())
    };
    let title = format!("{} {}", pack.texts.or_key(lang, "paper-receipt"), made.number);
    let new = NewPaper {
        case_id: made.case_id,
        party_id: Some(made.party_id),
        kind: "receipt",
        title: &title,
        template: "letters/receipt.typ",
        lang,
        data,
    };
    let document = queue(tx, ctx, &new)?;
    receipt::set_document(tx, made.id, document)?;
    if mailed && let Some(address) = payer::email(tx, made.party_id)? {
        let new = mail::NewMail {
            case_id: made.case_id,
            party_id: Some(made.party_id),
            kind: "receipt",
            subject: &text("mail-receipt-subject"),
            text: &text("mail-receipt"),
            calendar: "",
            calendar_method: "",
            document_id: Some(document),
            recipients: &[(address, made.payer_name.clone())],
        };
        send(ctx, tx, &new)?;
    }
    Ok(document)
}

/// Stores a mail, and the job that sends it.
pub(crate) fn send(ctx: &Ctx, tx: &mut Tx<'_>, new: &mail::NewMail<'_>) -> Result<(), Error> {
    let id = mail::insert(tx, ctx, new)?;
    let new = job::NewJob {
        kind: "send_mail",
        key: Some(format!("mail:{id}")),
        payload: json!({ "mail": id }),
        run_at: ctx.now(),
        case_id: new.case_id,
    };
    Ok(job::enqueue(tx, ctx, &new)?)
}

/// The language of papers that no customer receives.
pub(super) const HOUSE_LANG: Lang = Lang::It;
