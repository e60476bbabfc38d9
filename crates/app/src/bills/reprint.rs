//! Printing bills again: one request with its papers, logged.

use domain::{
    access::{Action, Resource, Role},
    cases::{Case, Origin},
};
use kernel::{BillId, DocumentId, Lang, Money};
use procedures::Pack;
use serde_json::{Map, json};
use store::{
    Tx, audit,
    outbox::mail,
    registry::{
        bill::{self, BillOf},
        bill_paper, party,
    },
};

use super::paper::{copy_data, slip_data};
use crate::{
    App, Ctx, Error,
    cases::{NewCase, Prefill, open_in},
    cash::{email, send},
    error::found,
    papers::{NewPaper, queue},
    write,
};

/// How the papers reach the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// Printed at the counter.
    Print,
    /// Sent by mail.
    Mail,
}

/// Bills to be printed again.
#[derive(Clone, Debug)]
pub struct Reprint {
    /// Which, all of one customer.
    pub bills: Vec<BillId>,
    /// Only their payment slips.
    pub slip_only: bool,
    /// How they reach the customer.
    pub channel: Channel,
}

/// What was made.
#[derive(Clone, Debug)]
pub struct Reprinted {
    /// The request.
    pub case: Case,
    /// For each bill: the bill's paper and its slip.
    pub papers: Vec<(BillId, Option<DocumentId>, Option<DocumentId>)>,
    /// Where they were mailed to.
    pub mailed_to: Option<String>,
}

/// The most bills in one go.
const MOST: usize = 24;

/// Prints bills again. The archive's original is taken where there is one; else a copy is made from the bill's data, and says
/// so. Slips are of the amount that is open; a bill that is paid gets none.
///
/// # Errors
/// [`Error::Denied`], [`Error::NotFound`]; [`Error::Refused`] with `bill_none`, `bill_too_many`, `bill_of_several`,
/// `bill_nothing_to_pay` when only slips are asked for and nothing is open, `mail_address_missing`.
pub async fn reprint(app: &App, ctx: &Ctx, asked: Reprint) -> Result<Reprinted, Error> {
    ctx.require(Resource::Case, Action::Create)?;
    if asked.bills.is_empty() {
        return Err(Error::refused("bill_none"));
    }
    if asked.bills.len() > MOST {
        return Err(Error::refused("bill_too_many"));
    }
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "reprint-bills", move |tx| unit(&app_, &ctx, tx, &asked)).await
}

fn unit(app: &App, ctx: &Ctx, tx: &mut Tx<'_>, asked: &Reprint) -> Result<Reprinted, Error> {
    let mut bills: Vec<BillOf> = Vec::new();
    for id in &asked.bills {
        let of = found(bill::for_action(tx, ctx, *id, Action::Read)?, "bill")?.into_inner();
        if bills.iter().all(|known| known.bill.id != of.bill.id) {
            bills.push(of);
        }
    }
    let Some(first) = bills.first() else { return Err(Error::refused("bill_none")) };
    let holder = first.party_id;
    if bills.iter().any(|of| of.party_id != holder) {
        return Err(Error::refused("bill_of_several"));
    }
    if asked.slip_only && bills.iter().all(|of| of.bill.open() <= Money::ZERO) {
        return Err(Error::refused("bill_nothing_to_pay"));
    }
    let address = email(tx, holder)?;
    if asked.channel == Channel::Mail && address.is_none() {
        return Err(Error::refused("mail_address_missing"));
    }
    let lang = party::by_id(tx, holder)?.map_or(Lang::It, |party| party.lang);
    let case = record(app, ctx, tx, &bills, asked)?;
    let pack = app.procedures.version(tx, &case.procedure, case.bundle_version)?;
    let making = Making { app, ctx, case: &case, pack: &pack, lang };
    let mut papers = Vec::new();
    for of in &bills {
        papers.push(making.papers(tx, of, asked.slip_only)?);
    }
    let mailed_to = address.filter(|_| asked.channel == Channel::Mail);
    if let Some(address) = &mailed_to {
        making.mail(tx, address, &bills, &papers)?;
    }
    for of in &bills {
        let subject = audit::Subject { kind: "bill", id: of.bill.id.bytes() };
        let details = json!({ "number": of.bill.number, "case": case.number, "slip_only": asked.slip_only, "open_cents": of.bill.open().cents() });
        audit::append(tx, ctx, "reprint_bill", subject, &details)?;
    }
    Ok(Reprinted { case, papers, mailed_to })
}

/// The request the papers belong to.
fn record(app: &App, ctx: &Ctx, tx: &mut Tx<'_>, bills: &[BillOf], asked: &Reprint) -> Result<Case, Error> {
    let mut data = Map::new();
    let numbers: Vec<&str> = bills.iter().map(|of| of.bill.number.as_str()).collect();
    data.insert("bills".to_owned(), json!(numbers.join(", ")));
    data.insert("what".to_owned(), json!(if asked.slip_only { "slip" } else { "bill" }));
    data.insert(
        "channel".to_owned(),
        json!(match asked.channel {
            Channel::Print => "print",
            Channel::Mail => "mail",
        }),
    );
    let first = bills.first();
    let same = |of: &BillOf| first.is_some_and(|first| first.supply_point_id == of.supply_point_id);
    let one = first.filter(|_| bills.iter().all(same));
    let prefill = Prefill {
        supply_point: one.map(|of| of.supply_point_id),
        contract: one.map(|of| of.bill.contract_id),
        party: first.map(|of| of.party_id),
    };
    let new = NewCase { procedure: "RIS", origin: origin(ctx), data, prefill: &prefill };
    open_in(app, ctx, tx, new)
}

/// Where whoever prints sits: on the telephone, or else at the counter.
fn origin(ctx: &Ctx) -> Origin {
    let at = |role: Role| ctx.roles.contains(&role);
    if at(Role::CallCentre) && !at(Role::Operator) { Origin::CallCentre } else { Origin::Counter }
}

struct Making<'a> {
    app: &'a App,
    ctx: &'a Ctx,
    case: &'a Case,
    pack: &'a Pack,
    lang: Lang,
}

impl Making<'_> {
    fn papers(
        &self,
        tx: &mut Tx<'_>,
        of: &BillOf,
        slip_only: bool,
    ) -> Result<(BillId, Option<DocumentId>, Option<DocumentId>), Error> {
        let id = of.bill.id;
        let open = of.bill.open();
        let slip = match open > Money::ZERO {
            true => Some(slip_data(self.app, self.ctx, tx, of)?),
            false => None,
        };
        let mut printed = None;
        if !slip_only {
            let archived = bill_paper::of_bill(tx, id)?
                .into_iter()
                .find(|paper| paper.kind == "original" && paper.state == "ready");
            printed = Some(match archived {
                Some(original) => original.document_id,
                None => {
                    let data = copy_data(self.app, self.ctx, tx, of, slip.clone())?;
                    self.queue(tx, of, "copy", "letters/bill-copy.typ", &data)?
                }
            });
        }
        let slip = match slip {
            Some(data) => Some(self.queue(tx, of, "slip", "letters/slip.typ", &data)?),
            None => None,
        };
        Ok((id, printed, slip))
    }

    fn queue(
        &self,
        tx: &mut Tx<'_>,
        of: &BillOf,
        kind: &str,
        template: &str,
        data: &serde_json::Value,
    ) -> Result<DocumentId, Error> {
        let word = self.pack.texts.or_key(self.lang, &format!("paper-{kind}"));
        let mut data = data.clone();
        if let Some(members) = data.as_object_mut() {
            members.insert("case".to_owned(), json!({ "number": self.case.number }));
        }
        let new = NewPaper {
            case_id: Some(self.case.id),
            party_id: Some(of.party_id),
            kind,
            title: &format!("{word} {}", of.bill.number),
            template,
            lang: self.lang,
            data: &data,
        };
        let document = queue(tx, self.ctx, &new)?;
        bill_paper::insert(tx, of.bill.id, document, kind, of.bill.open())?;
        Ok(document)
    }

    /// One mail a paper: each is told about on its own when it cannot be delivered.
    fn mail(
        &self,
        tx: &mut Tx<'_>,
        address: &str,
        bills: &[BillOf],
        papers: &[(BillId, Option<DocumentId>, Option<DocumentId>)],
    ) -> Result<(), Error> {
        for (id, printed, slip) in papers {
            let Some(of) = bills.iter().find(|of| of.bill.id == *id) else { continue };
            // The copy has its slip on it.
            if let Some(document) = printed.or(*slip) {
                let args = [("number", of.bill.number.as_str()), ("name", of.party_name.as_str())];
                let text =
                    |key: &str| self.pack.texts.get(self.lang, key, &args).unwrap_or_else(|| key.to_owned());
                let new = mail::NewMail {
                    case_id: Some(self.case.id),
                    party_id: Some(of.party_id),
                    kind: "reprint",
                    subject: &text("mail-reprint-subject"),
                    text: &text("mail-reprint"),
                    calendar: "",
                    calendar_method: "",
                    document_id: Some(document),
                    recipients: &[(address.to_owned(), of.party_name.clone())],
                };
                send(self.ctx, tx, &new)?;
            }
        }
        Ok(())
    }
}
