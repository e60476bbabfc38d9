//! Who pays, and what: open bills of a customer and of those they pay for.

use domain::{
    access::{Action, Resource},
    cash::{CashRules, OpenBill, proposed},
    registry::{AddressPurpose, ContactKind, Party},
};
use kernel::{BillId, ChargeId, Money, PartyId, PlanId};
use store::{
    Tx,
    charges::{self, Charge},
    registry::{
        bill::{self, BillOf},
        bill_paper, party,
    },
};

use crate::{
    App, Ctx, Error,
    error::found,
    instalments::due_of_code,
    read,
    registry::{Hit, HitKind, search},
};

/// A bill that can be paid.
#[derive(Clone, Debug)]
pub struct DueBill {
    /// The bill.
    pub of: BillOf,
    /// What is proposed to be paid of it now; zero: it is not proposed.
    pub proposed: Money,
    /// Whether it bears no VAT, so that its receipt may need a stamp.
    pub vat_free: bool,
}

impl DueBill {
    /// As allocation sees it.
    #[must_use]
    pub fn open(&self) -> OpenBill {
        open_bill(&self.of)
    }
}

/// A charge of a case that can be paid.
#[derive(Clone, Debug)]
pub struct DueCharge {
    /// The charge.
    pub charge: Charge,
    /// What is proposed to be paid of it now; zero: it is not proposed.
    pub proposed: Money,
    /// Who owes it.
    pub owner: String,
}

/// A bill as allocation sees it.
pub(crate) fn open_bill(of: &BillOf) -> OpenBill {
    OpenBill {
        id: of.bill.id,
        number: of.bill.number.clone(),
        due_on: of.bill.due_on,
        open: of.bill.open(),
        kind: of.bill.kind.clone(),
    }
}

/// An instalment that is to be paid by its code: what it asks for beside its part of the bills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstalmentDue {
    /// The plan.
    pub plan: PlanId,
    /// The plan's number.
    pub number: String,
    /// The instalment.
    pub instalment: u32,
    /// Its interest.
    pub interest: Money,
}

/// Who pays.
#[derive(Clone, Debug)]
pub struct PayerView {
    /// The customer.
    pub party: Party,
    /// Where they live, on one line.
    pub address: String,
    /// Where a receipt can be mailed to.
    pub email: Option<String>,
    /// What can be paid, first due first.
    pub bills: Vec<DueBill>,
    /// What their cases ask for, oldest first.
    pub charges: Vec<DueCharge>,
    /// Other customers whose bills they pay, not shown yet.
    pub pays_for: Vec<Party>,
    /// Other customers whose bills are shown too.
    pub others: Vec<Party>,
    /// The instalment whose code was read.
    pub instalment: Option<InstalmentDue>,
    /// The rules of the day.
    pub rules: CashRules,
}

/// Reads who pays and what. `wanted` is a bill or a charge to be paid whatever its last day; `code` that of an instalment:
/// then its amount is proposed on the bills of its plan. What is in a running plan is proposed only so.
///
/// # Errors
/// [`Error::Denied`], [`Error::NotFound`].
pub async fn payer(
    app: &App,
    ctx: &Ctx,
    id: PartyId,
    others: Vec<PartyId>,
    wanted: Option<Wanted>,
    code: Option<String>,
) -> Result<PayerView, Error> {
    ctx.require(Resource::Till, Action::Read)?;
    let (app_, ctx, days) = (app.clone(), ctx.clone(), app.settings.till.propose_days);
    let rules = super::rules(app, ctx.today())?;
    read(app, "payer", move |tx| {
        let paying = found(party::for_action(tx, &ctx, id, Action::Read)?, "party")?.into_inner();
        let mut bills = bill::open_of_party(tx, id)?;
        let mut shown = Vec::new();
        for other in others.iter().filter(|other| **other != id) {
            if let Some(other) = party::by_id(tx, *other)? {
                bills.extend(bill::open_of_party(tx, other.id)?);
                shown.push(other);
            }
        }
        bills.sort_by(|a, b| (a.bill.due_on, &a.bill.number).cmp(&(b.bill.due_on, &b.bill.number)));
        // What is disputed can be paid, but nobody is asked to.
        let open: Vec<OpenBill> = bills.iter().filter(|of| !of.bill.held).map(open_bill).collect();
        let mut chosen = proposed(&open, ctx.today(), days);
        let due = match &code {
            Some(code) => due_of_code(&app_, &ctx, tx, code)?.filter(|due| due.party == id),
            None => None,
        };
        if let Some(due) = &due {
            chosen.clone_from(&due.lines);
        }
        let charges = due_charges(tx, &paying, &shown, wanted)?;
        let bills = bills.into_iter().map(|of| {
            let line = chosen.iter().find(|line| line.bill == of.bill.id).map(|line| line.amount);
            let asked = (wanted == Some(Wanted::Bill(of.bill.id))).then(|| of.bill.open());
            DueBill {
                proposed: if wanted.is_some() { asked } else { line }.unwrap_or(Money::ZERO),
                vat_free: rules.is_vat_free(&of.bill.kind),
                of,
            }
        });
        Ok(PayerView {
            address: home(tx, id)?,
            email: email(tx, id)?,
            instalment: due.map(|due| InstalmentDue {
                plan: due.plan,
                number: due.number,
                instalment: due.instalment,
                interest: due.interest,
            }),
            pays_for: pays_for(tx, &paying, &others)?,
            bills: bills.collect(),
            charges,
            rules: rules.clone(),
            others: shown,
            party: paying,
        })
    })
    .await
}

/// What to pay in the first place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A bill.
    Bill(BillId),
    /// A charge of a case.
    Charge(ChargeId),
}

/// The open charges of who pays and of the others shown; proposed unless something else was asked for.
fn due_charges(
    tx: &mut Tx<'_>,
    paying: &Party,
    shown: &[Party],
    wanted: Option<Wanted>,
) -> Result<Vec<DueCharge>, Error> {
    let mut list = Vec::new();
    for party in std::iter::once(paying).chain(shown) {
        for charge in charges::open_of_party(tx, party.id)? {
            let asked = wanted.is_none_or(|wanted| wanted == Wanted::Charge(charge.id));
            let proposed = if asked { charge.open() } else { Money::ZERO };
            let owner = if party.id == paying.id { String::new() } else { party.names.display() };
            list.push(DueCharge { charge, proposed, owner });
        }
    }
    Ok(list)
}

fn home(tx: &mut Tx<'_>, id: PartyId) -> Result<String, Error> {
    let addresses = party::addresses(tx, id)?;
    let home =
        addresses.iter().find(|entry| entry.valid_to.is_none() && entry.purpose != AddressPurpose::FinalBill);
    Ok(home
        .map(|entry| format!("{}, {}", entry.address.line(), entry.address.municipality))
        .unwrap_or_default())
}

/// The mail address of a party in use.
pub(crate) fn email(tx: &mut Tx<'_>, id: PartyId) -> Result<Option<String>, Error> {
    let contacts = party::contacts(tx, id)?;
    Ok(contacts.into_iter().find(|entry| entry.kind == ContactKind::Email).map(|entry| entry.value))
}

fn pays_for(tx: &mut Tx<'_>, paying: &Party, shown: &[PartyId]) -> Result<Vec<Party>, Error> {
    let Some(code) = paying.tax_code.as_deref().or(paying.vat_number.as_deref()) else {
        return Ok(Vec::new());
    };
    let mut list = Vec::new();
    for id in bill::paid_for(tx, code, paying.id)?.into_iter().filter(|id| !shown.contains(id)) {
        list.extend(party::by_id(tx, id)?);
    }
    Ok(list)
}

/// Who was meant by what was typed or scanned at the till.
#[derive(Clone, Debug)]
pub enum FoundPayer {
    /// A customer, and the bill or charge whose code it was.
    One(PartyId, Option<Wanted>),
    /// A customer with a plan of instalments, and the code of the instalment's slip or notice.
    Instalment(PartyId, String),
    /// Several, or none.
    Several(Vec<Hit>),
}

/// Finds who pays: by the code of a slip or a notice, the digits of its barcode, the number of a bill or of a charge, or as
/// the search does.
///
/// # Errors
/// [`Error::Denied`] when the till may not be seen.
pub async fn find_payer(app: &App, ctx: &Ctx, typed: &str) -> Result<FoundPayer, Error> {
    ctx.require(Resource::Till, Action::Read)?;
    let typed = typed.trim().to_owned();
    let code = slip_digits(&typed);
    let number = typed.clone();
    let (app_, ctx_) = (app.clone(), ctx.clone());
    let scanned = read(app, "find-payer", move |tx| {
        if let Some(code) = &code {
            if let Some(bill) = bill_paper::by_code(tx, code)? {
                let of = bill::by_id(tx, bill)?;
                return Ok(of.map(|of| FoundPayer::One(of.party_id, Some(Wanted::Bill(of.bill.id)))));
            }
            if let Some(due) = due_of_code(&app_, &ctx_, tx, code)? {
                return Ok(Some(FoundPayer::Instalment(due.party, code.clone())));
            }
        }
        if let Some(id) = charges::by_code(tx, code.as_deref().unwrap_or(&number))?
            && let Some(charge) = charges::by_id(tx, id)?
        {
            return Ok(Some(FoundPayer::One(charge.party_id, Some(Wanted::Charge(id)))));
        }
        let exact = bill::page(tx, &number, "", 2)?.into_iter().find(|of| of.bill.number == number);
        Ok(exact.map(|of| FoundPayer::One(of.party_id, Some(Wanted::Bill(of.bill.id)))))
    })
    .await?;
    if let Some(found) = scanned {
        return Ok(found);
    }
    let hits = search(app, ctx, &typed).await?;
    let hits: Vec<Hit> = hits
        .into_iter()
        .filter(|hit| matches!(hit.kind, HitKind::Party(_) | HitKind::Contract(..) | HitKind::Bill(..)))
        .collect();
    Ok(match hits.as_slice() {
        [only] => match only.kind {
            HitKind::Party(id) | HitKind::Contract(_, id) => FoundPayer::One(id, None),
            HitKind::Bill(bill, id) => FoundPayer::One(id, Some(Wanted::Bill(bill))),
            _ => FoundPayer::Several(hits),
        },
        _ => FoundPayer::Several(hits),
    })
}

/// The 18 digits of a slip or notice out of what a scanner types: the digits alone, the 50 digits of the barcode after
/// their length, or the text of a notice's QR code.
fn slip_digits(typed: &str) -> Option<String> {
    if let Some(rest) = typed.strip_prefix("PAGOPA|002|") {
        return rest.split('|').next().map(str::to_owned);
    }
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if !digits.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    match digits.len() {
        18 => Some(digits),
        50 => digits.strip_prefix("18").and_then(|rest| rest.get(..18)).map(str::to_owned),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::slip_digits;

    #[test]
    fn a_scanner_types_digits_a_barcode_or_a_qr_code() {
        let code = Some("202600001234567834".to_owned());
        for typed in [
            "202600001234567834",
            "2026 0000 1234 5678 34",
            "18202600001234567834120000123456781000000123453896",
            "PAGOPA|002|202600001234567834|01234560157|12345",
        ] {
            assert_eq!(slip_digits(typed), code, "{typed}");
        }
        for typed in ["Rinaldi", "2026/A/1", "12345"] {
            assert_eq!(slip_digits(typed), None, "{typed}");
        }
    }
}
