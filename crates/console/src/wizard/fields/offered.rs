//! What the registry offers: bills and contracts of the customer, to be chosen.

use app::cases::{AskedField, Offered};
use kernel::Money;
use texts::Texts;
use web::layout::Field;

use super::{Asking, Place};
use crate::views::form::{BillRow, FieldView, Mark, Pick, Piece, Widget};

/// Most bills or contracts shown one by one; more stand in a closed list.
const MOST: usize = 6;

impl Asking<'_> {
    /// Several bills of the customer.
    pub(super) fn bills(&self, one: &AskedField, at: &Place<'_>) -> Vec<BillRow> {
        let t = self.t();
        let chosen: Vec<&str> = match self.typed.filter(|form| form.has(&at.name)) {
            Some(form) => form.all(&at.name).collect(),
            None => at
                .stored
                .and_then(|ids| ids.as_array())
                .map(|ids| ids.iter().filter_map(|id| id.as_str()).collect())
                .unwrap_or_default(),
        };
        let row = |bill: &Offered| BillRow {
            on: chosen.contains(&bill.id.as_str()),
            id: bill.id.clone(),
            number: bill.number.clone(),
            issued: t.till_issued(t.date(bill.since)),
            point: bill.point.clone(),
            due: bill.until.map(|day| t.date(day)).unwrap_or_default(),
            state: self.bill_state(bill),
            amount: bill.amount.map(|amount| t.money(amount)).unwrap_or_default(),
            open: bill.open.map(|open| t.money(open)).unwrap_or_default(),
        };
        one.offered.iter().map(row).collect()
    }

    /// Class and word of the state of a bill.
    fn bill_state(&self, bill: &Offered) -> (&'static str, String) {
        let t = self.t();
        match bill.open {
            Some(open) if open < Money::ZERO => ("", t.bills_state_credit()),
            Some(open) if open == Money::ZERO => ("on", t.bills_state_paid()),
            _ if bill.until.is_some_and(|day| day < self.cx.today()) => ("bad", t.bills_state_overdue()),
            _ => ("half", t.bills_state_open()),
        }
    }

    /// One bill or one contract: cards while they are few, else a closed list.
    pub(super) fn one_offered(&self, one: &AskedField, at: &Place<'_>, mut field: Field) -> FieldView {
        let t = self.t();
        let mut picks: Vec<Pick> = one
            .offered
            .iter()
            .map(|found| if found.amount.is_some() { self.bill_pick(found) } else { contract_pick(t, found) })
            .collect();
        if picks.is_empty() {
            if field.hint.is_empty() {
                field.hint = t.fields_offered_none();
            }
            return FieldView::new(12, field, Widget::Picks(picks));
        }
        if !one.required {
            picks.push(Pick { label: t.fields_offered_not(), ..Pick::default() });
        }
        for pick in &mut picks {
            pick.chosen = pick.value == field.value && (!pick.value.is_empty() || self.is_answered(at));
        }
        if picks.len() <= MOST {
            return FieldView::new(12, field, Widget::Picks(picks));
        }
        for pick in &mut picks {
            if let Some(found) = one.offered.iter().find(|found| found.id == pick.value) {
                pick.label = line(t, found);
            }
            pick.note.clear();
            pick.meta.clear();
        }
        FieldView::choice(12, field, picks)
    }

    fn bill_pick(&self, bill: &Offered) -> Pick {
        let t = self.t();
        let (class, label) = self.bill_state(bill);
        let mut note = vec![Piece::plain(format!("{} · ", t.till_issued(t.date(bill.since))))];
        if let Some(day) = bill.until {
            note.push(Piece::plain(format!("{} · ", t.fields_bill_due_on(t.date(day)))));
        }
        note.push(Piece::code(bill.point.clone()));
        if let Some(open) = bill.open.filter(|open| *open > Money::ZERO) {
            note.push(Piece::plain(format!(" · {}", t.fields_bill_open_of(t.money(open)))));
        }
        Pick {
            value: bill.id.clone(),
            label: bill.number.clone(),
            meta: bill.amount.map(|amount| t.money(amount)).unwrap_or_default(),
            note,
            mark: Mark::State { class, label },
            ..Pick::default()
        }
    }
}

fn contract_pick(t: &Texts, contract: &Offered) -> Pick {
    let since = match contract.until {
        Some(until) => t.fields_contract_between(t.date(contract.since), t.date(until)),
        None => t.fields_contract_since(t.date(contract.since)),
    };
    Pick {
        value: contract.id.clone(),
        label: contract.number.clone(),
        note: vec![Piece::code(contract.point.clone()), Piece::plain(format!(" · {since}"))],
        ..Pick::default()
    }
}

/// A bill or a contract on one line of a closed list.
fn line(t: &Texts, found: &Offered) -> String {
    let mut words = vec![found.number.clone(), found.point.clone()];
    match found.amount {
        Some(amount) => words.extend([t.till_issued(t.date(found.since)), t.money(amount)]),
        None => words.push(t.fields_contract_since(t.date(found.since))),
    }
    if let Some(open) = found.open.filter(|open| *open > Money::ZERO) {
        words.push(t.fields_bill_open_of(t.money(open)));
    }
    words.join(", ")
}
