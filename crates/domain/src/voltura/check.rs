//! Whether a change of holder is admissible.

use kernel::{Date, Money};
use serde::{Deserialize, Serialize};

use super::{Variant, VolturaAnswers};
use crate::registry::{Contract, ContractState, SupplyPoint, SupplyPointState};

/// Local rules that a utility sets, with the values most of them use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// How many days back the new contract may start.
    pub days_back: i64,
    /// How many days ahead the new contract may start.
    pub days_ahead: i64,
    /// Whether unpaid bills of the outgoing holder ask for a declaration of having nothing to do with the debt.
    pub declaration_on_debt: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self { days_back: 30, days_ahead: 90, declaration_on_debt: true }
    }
}

/// What is known when the request is looked at.
#[derive(Clone, Debug)]
pub struct Situation<'a> {
    /// Today in Rome.
    pub today: Date,
    /// The supply point, if one was found.
    pub point: Option<&'a SupplyPoint>,
    /// The contract in force there.
    pub contract: Option<&'a Contract>,
    /// Overdue bills of the outgoing holder on this contract.
    pub overdue: Money,
    /// Numbers of other open changes of holder on the point.
    pub same_open: &'a [String],
    /// Numbers of other open cases on the point.
    pub other_open: &'a [String],
}

/// Something found. `code` is stable and names the sentence; `args` fill it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The code.
    pub code: String,
    /// Whether the request cannot go on.
    pub blocks: bool,
    /// Whether the request must wait for something from the customer.
    pub waits: bool,
    /// Values for the sentence, by name.
    pub args: Vec<(String, String)>,
}

impl Finding {
    pub(super) fn new(code: &str) -> Self {
        Self { code: code.to_owned(), blocks: false, waits: false, args: Vec::new() }
    }

    pub(super) const fn blocking(mut self) -> Self {
        self.blocks = true;
        self
    }

    const fn waiting(mut self) -> Self {
        self.waits = true;
        self
    }

    pub(super) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}

/// Everything found about a request. Empty: nothing stands in its way.
#[must_use]
pub fn check(answers: &VolturaAnswers, situation: &Situation<'_>, rules: &Rules) -> Vec<Finding> {
    let mut found = Vec::new();
    check_point(situation, &mut found);
    check_party(answers, situation, &mut found);
    check_dates(answers, situation, rules, &mut found);
    check_debt(answers, situation, rules, &mut found);
    found
}

fn check_point(situation: &Situation<'_>, found: &mut Vec<Finding>) {
    let Some(point) = situation.point else {
        found.push(Finding::new("point_missing").blocking());
        return;
    };
    match point.state {
        SupplyPointState::Active => {}
        SupplyPointState::Suspended => found.push(Finding::new("point_suspended").blocking()),
        SupplyPointState::Inactive => found.push(Finding::new("point_inactive").blocking()),
        SupplyPointState::Removed => found.push(Finding::new("point_removed").blocking()),
    }
    match situation.contract {
        None => found.push(Finding::new("contract_missing").blocking()),
        Some(contract) if contract.state == ContractState::Ended => {
            found.push(Finding::new("contract_ended").blocking().with("number", &contract.number));
        }
        Some(contract) if contract.ends_on.is_some() => {
            found.push(Finding::new("contract_ending").blocking().with("number", &contract.number));
        }
        Some(_) => {}
    }
    for number in situation.same_open {
        found.push(Finding::new("same_voltura_open").blocking().with("number", number));
    }
    for number in situation.other_open {
        found.push(Finding::new("other_case_open").with("number", number));
    }
}

fn check_party(answers: &VolturaAnswers, situation: &Situation<'_>, found: &mut Vec<Finding>) {
    if let (Some(party), Some(contract)) = (answers.party, situation.contract)
        && contract.party_id == party
    {
        found.push(Finding::new("party_already_holder").blocking());
    }
    if answers.title.is_some() && !answers.title_proof {
        found.push(Finding::new("title_proof_missing").waiting());
    }
}

fn check_dates(answers: &VolturaAnswers, situation: &Situation<'_>, rules: &Rules, found: &mut Vec<Finding>) {
    let Some(starts_on) = answers.starts_on else {
        return;
    };
    let ahead = situation.today.until(starts_on).map_or(0, |span| i64::from(span.get_days()));
    if ahead < -rules.days_back {
        found.push(Finding::new("start_too_early").blocking().with("days", rules.days_back));
    }
    if ahead > rules.days_ahead {
        found.push(Finding::new("start_too_late").blocking().with("days", rules.days_ahead));
    }
    if let Some(contract) = situation.contract
        && starts_on <= contract.starts_on
    {
        found.push(Finding::new("start_before_old_contract").blocking().with("day", contract.starts_on));
    }
    if let Some(read_on) = answers.read_on
        && read_on > situation.today
    {
        found.push(Finding::new("reading_in_future").blocking());
    }
}

/// No change of holder is refused for the former holder's debt, unless the newcomer already occupied the premises
/// (del. 655/2015 All. A art. 17); a declaration may be asked. In a succession the heir answers for the debt, so
/// no declaration is asked.
fn check_debt(answers: &VolturaAnswers, situation: &Situation<'_>, rules: &Rules, found: &mut Vec<Finding>) {
    if situation.overdue <= Money::ZERO || answers.variant == Some(Variant::MortisCausa) {
        return;
    }
    let amount = situation.overdue.show(kernel::Lang::It);
    if answers.was_occupant {
        found.push(Finding::new("debt_of_occupant").blocking().with("amount", amount));
    } else if rules.declaration_on_debt && !answers.debt_declaration {
        found.push(Finding::new("debt_declaration_missing").waiting().with("amount", amount));
    } else {
        found.push(Finding::new("debt_of_outgoing_holder").with("amount", amount));
    }
}
