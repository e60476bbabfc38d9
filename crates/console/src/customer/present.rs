//! From what the operations tell of a customer to what its page shows.

use app::registry::{CustomerView, Hit, SupplyLine};
use domain::{
    access::{Action, Resource},
    cases::Case,
    registry::{Contract, ContractState, Party, PartyKind, Sex},
};
use kernel::{Money, PartyId, SupplyPointId};
use routes::{Route, console::CaseShow};
use texts::Texts;
use web::{PageCtx, layout::day_month};

use crate::{
    standing::{self, Names, service},
    views::{
        customer::{BalanceView, CaseRow, CustomerHead, CustomerRow, SupplyName, tab_url},
        till::till_url,
    },
};

/// Whether a contract is in force.
pub(super) fn in_force(line: &SupplyLine) -> bool {
    line.contract.state != ContractState::Ended
}

/// Who the customer is and what is to pay.
pub(super) fn head(cx: &PageCtx, view: &CustomerView) -> CustomerHead<'static> {
    let (t, party) = (cx.t, &view.party);
    let company = party.kind == PartyKind::Organisation;
    let (code, copy) = match (&party.tax_code, &party.vat_number) {
        (_, Some(vat)) if company => (vat.clone(), t.customer_copy_vat()),
        (Some(tax), _) => (tax.clone(), t.customer_copy_tax_code()),
        (None, Some(vat)) => (vat.clone(), t.customer_copy_vat()),
        (None, None) => (String::new(), String::new()),
    };
    CustomerHead {
        t,
        oob: false,
        number: party.number.clone(),
        name: party.names.display(),
        state: head_state(cx, view),
        code,
        copy,
        born: born(t, party, company),
        verified: party
            .identity_verified_at
            .map(|at| t.customer_verified(t.date(at.date())))
            .unwrap_or_default(),
        balance: cx.ctx.may(Resource::Bill, Action::Read).then(|| balance(cx, view)),
    }
}

fn head_state(cx: &PageCtx, view: &CustomerView) -> (&'static str, String) {
    let t = cx.t;
    // Without the right to see contracts nothing can be said about them.
    if !cx.ctx.may(Resource::Contract, Action::Read) {
        return ("", String::new());
    }
    let first = view.supplies.iter().filter(|line| in_force(line)).map(|line| line.contract.starts_on).min();
    match first {
        Some(since) if since > cx.today() => ("half", t.customer_active_from(day_month(t, since))),
        Some(since) => ("on", t.customer_active_since(since.year())),
        None if view.supplies.is_empty() => ("", t.customer_without_contract()),
        None => ("", t.customer_former()),
    }
}

fn born(t: &Texts, party: &Party, company: bool) -> String {
    if company {
        return match (&party.tax_code, &party.vat_number) {
            (Some(tax), Some(vat)) if tax != vat => t.customer_vat(vat),
            _ => String::new(),
        };
    }
    match (party.birth_date, party.birth_place.as_str(), party.sex) {
        (None, ..) => String::new(),
        (Some(day), "", _) | (Some(day), _, Sex::Unknown) => t.customer_born(t.date(day)),
        (Some(day), place, Sex::Female) => t.customer_born_f(place, t.date(day)),
        (Some(day), place, Sex::Male) => t.customer_born_m(place, t.date(day)),
    }
}

fn balance(cx: &PageCtx, view: &CustomerView) -> BalanceView {
    let t = cx.t;
    let bills: i64 = view.supplies.iter().map(|line| line.balance.bills).sum();
    let late = view.overdue > Money::ZERO;
    let till = cx.ctx.may(Resource::Till, Action::Create);
    let first = view.supplies.iter().filter_map(|line| line.balance.first_due).min();
    BalanceView {
        open: view.open,
        what: if view.open > Money::ZERO { t.customer_bills_open(bills) } else { String::new() },
        due: match first {
            _ if late => t.customer_overdue(t.money(view.overdue)),
            Some(day) => t.customer_first_due(t.date_near(day, cx.today())),
            None => String::new(),
        },
        late,
        till,
        href: if till { till_url(view.party.id, &[]) } else { tab_url(view.party.id, "bollette", None) },
    }
}

/// A supply by its service, with the street where the customer has several of that service, and the code where the street
/// is the same.
pub(super) fn supply_name(t: &Texts, view: &CustomerView, point: SupplyPointId) -> Option<SupplyName> {
    let line = view.supplies.iter().find(|line| line.point.id == point)?;
    let sector = line.point.sector;
    let several =
        view.supplies.iter().filter(|other| other.point.sector == sector && in_force(other)).count() > 1;
    let (name, street) = (service(t, sector), line.point.address.line());
    // Two supplies of a service at one address are told apart by their codes.
    let twin = view.supplies.iter().any(|other| {
        let point = &other.point;
        point.id != line.point.id
            && point.sector == sector
            && in_force(other)
            && point.address.line() == street
    });
    let label = match (several, twin) {
        (_, true) => format!("{name}, {street}, {}", line.point.code),
        (true, false) => format!("{name}, {street}"),
        (false, false) => name,
    };
    Some(SupplyName { sector, label })
}

/// Class and word of a contract's state; one that begins later says when.
pub(crate) fn contract_state(cx: &PageCtx, contract: &Contract) -> (&'static str, String) {
    let t = cx.t;
    match contract.state {
        ContractState::Draft => ("half", t.customer_contract_draft()),
        ContractState::Active if contract.starts_on > cx.today() => {
            ("half", t.customer_contract_from(day_month(t, contract.starts_on)))
        }
        ContractState::Active => ("on", t.customer_contract_active()),
        ContractState::Suspended => ("half", t.customer_contract_suspended()),
        ContractState::Ended => ("", t.customer_contract_ended()),
    }
}

/// The offer of a contract by its code, said to be one; empty when there is none.
pub(crate) fn offer(t: &Texts, code: &str) -> String {
    if code.is_empty() { String::new() } else { t.customer_offer(code) }
}

/// A case in a list of the customer or of a supply.
pub(crate) fn case_row(cx: &PageCtx, names: &Names, case: &Case) -> CaseRow {
    let (t, today) = (cx.t, cx.today());
    let open = !case.ended();
    let clock = case.clock.as_ref().filter(|_| open);
    let mut due = String::new();
    if let Some(summary) = clock {
        if let Some(day) = summary.due {
            let words = format!("{} {}", t.weekday(day), day_month(t, day));
            due = if day < today { t.customer_clock_was_due(words) } else { t.customer_clock_due(words) };
        }
        if summary.suspended > 0 {
            let held = t.customer_clock_held(t.span(summary.suspended, standing::unit(summary)));
            due = if due.is_empty() { held } else { format!("{due}, {held}") };
        }
    }
    CaseRow {
        href: CaseShow::new(case.id).url(),
        why: standing::why_url(case.id),
        procedure: names.procedure(&case.procedure),
        code: case.procedure.clone(),
        number: case.number.clone(),
        service: case.sector.map(|sector| service(t, sector).to_lowercase()).unwrap_or_default(),
        step: if open { names.step(case) } else { String::new() },
        who: match case.assigned_to {
            Some(id) => names.person(id),
            None if open => t.customer_assigned_nobody(),
            None => String::new(),
        },
        clock: clock.map(|summary| standing::clock(summary, today)),
        clock_note: match clock {
            Some(summary) => {
                t.customer_clock_of(summary.elapsed, t.span(summary.limit, standing::unit(summary)))
            }
            None if open => t.customer_clock_none(),
            None => String::new(),
        },
        due,
        risk: open.then(|| standing::risk(case, today)),
        state: standing::state(t, case.state),
        opened: t.date(case.opened_at.date()),
    }
}

/// A customer in the list, with the address it lives at.
pub(super) fn list_row(party: &Party, address: String) -> CustomerRow {
    CustomerRow {
        id: party.id,
        name: party.names.display(),
        company: party.kind == PartyKind::Organisation,
        number: party.number.clone(),
        code: party.tax_code.clone().or_else(|| party.vat_number.clone()).unwrap_or_default(),
        address,
        since: party.registered_on.year().to_string(),
        contract: String::new(),
    }
}

/// A customer found by a search: number, code and address come in one line, parted by a middle dot.
pub(super) fn list_row_of_hit(id: PartyId, hit: &Hit) -> CustomerRow {
    let mut parts = hit.detail.split(" · ");
    let number = parts.next().unwrap_or_default().to_owned();
    let mut rest: Vec<&str> = parts.collect();
    let code = match rest.first() {
        Some(first) if first.len() >= 11 && first.chars().all(|c| c.is_ascii_alphanumeric()) => {
            rest.remove(0).to_owned()
        }
        _ => String::new(),
    };
    CustomerRow {
        id,
        name: hit.title.clone(),
        company: code.len() == 11,
        number,
        code,
        address: rest.join(", "),
        since: String::new(),
        contract: String::new(),
    }
}
