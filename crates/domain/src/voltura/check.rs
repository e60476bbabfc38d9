//! Whether a change of holder is admissible.

use kernel::{Date, Money};
use serde::{Deserialize, Serialize};

use super::{Variant, VolturaAnswers};
use crate::registry::{Contract, ContractState, SupplyPoint, SupplyPointState, Title};

/// Local rules that a utility sets, with the values most of them use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// How many days back the new contract may start.
    pub days_back: i64,
    /// How many days ahead the new contract may start.
    pub days_ahead: i64,
    /// Whether unpaid bills of the outgoing holder ask for a declaration of having nothing to do with the debt.
    pub declaration_on_debt: bool,
    /// How many days may lie between the agreed reading and the first day of the new contract.
    pub reading_days: i64,
}

impl Default for Rules {
    fn default() -> Self {
        Self { days_back: 30, days_ahead: 90, declaration_on_debt: true, reading_days: 30 }
    }
}

/// A draft of the same procedure on the same point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherDraft {
    /// Its number.
    pub number: String,
    /// Who opened it.
    pub operator: String,
}

/// What is known when the request is looked at.
#[derive(Clone, Debug)]
pub struct Situation<'a> {
    /// Today in Rome.
    pub today: Date,
    /// The day the request was made; today while it is a draft. The first day of the contract is measured from it.
    pub asked_on: Date,
    /// The supply point, if one was found.
    pub point: Option<&'a SupplyPoint>,
    /// The contract in force there.
    pub contract: Option<&'a Contract>,
    /// Overdue bills of the outgoing holder on this contract.
    pub overdue: Money,
    /// Numbers of other changes of holder on the point whose request was made.
    pub same_open: &'a [String],
    /// Other changes of holder on the point that are still being written: the first to be confirmed wins.
    pub drafts: &'a [OtherDraft],
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

    /// The answer that mends it: the name of its field.
    #[must_use]
    pub fn field(&self) -> &'static str {
        match self.code.as_str() {
            "party_already_holder" => "party",
            "title_proof_missing" => "title_proof",
            "mortis_causa_title" => "title",
            "debt_of_occupant" => "was_occupant",
            "debt_declaration_missing" => "debt_declaration",
            "start_too_early" | "start_too_late" | "start_before_old_contract" => "starts_on",
            "reading_in_future" | "reading_far_from_start" => "read_on",
            _ => "supply_point",
        }
    }
}

/// What follows from the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It goes on.
    Admissible,
    /// The customer must hand something in first.
    Waiting,
    /// It cannot be carried out.
    Inadmissible,
}

impl Verdict {
    /// The word the process decides by.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Admissible => "yes",
            Self::Waiting => "waiting",
            Self::Inadmissible => "no",
        }
    }
}

/// What follows from what was found.
#[must_use]
pub fn verdict(found: &[Finding]) -> Verdict {
    if found.iter().any(|finding| finding.blocks) {
        Verdict::Inadmissible
    } else if found.iter().any(|finding| finding.waits) {
        Verdict::Waiting
    } else {
        Verdict::Admissible
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
        // A point that still counts as active under a contract that was cut: the supply must flow again first.
        Some(contract)
            if contract.state == ContractState::Suspended && point.state == SupplyPointState::Active =>
        {
            found.push(Finding::new("contract_suspended").blocking().with("number", &contract.number));
        }
        Some(_) => {}
    }
    for number in situation.same_open {
        found.push(Finding::new("same_voltura_open").blocking().with("number", number));
    }
    for draft in situation.drafts {
        let told = Finding::new("same_voltura_draft");
        found.push(told.with("number", &draft.number).with("operator", &draft.operator));
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
    // By succession an heir takes over, or who lives there (del. 655/2015 All. A art. 16).
    let succeeds = matches!(answers.title, Some(Title::Heir | Title::Cohabitant)) || answers.resident;
    if answers.variant == Some(Variant::MortisCausa) && answers.title.is_some() && !succeeds {
        found.push(Finding::new("mortis_causa_title").blocking());
    }
}

/// Whether the contract may start on this day, counted from the day the request was made.
#[must_use]
pub fn check_start(starts_on: Date, asked_on: Date, rules: &Rules) -> Option<Finding> {
    let ahead = days(asked_on, starts_on);
    if ahead < -rules.days_back {
        return Some(Finding::new("start_too_early").blocking().with("days", rules.days_back));
    }
    (ahead > rules.days_ahead)
        .then(|| Finding::new("start_too_late").blocking().with("days", rules.days_ahead))
}

fn days(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// A reading binds both contracts only when it was taken about the day one follows the other. Before a day still to
/// come, a reading of these days is as near as it can be.
fn check_reading_day(
    read_on: Date,
    starts_on: Date,
    situation: &Situation<'_>,
    rules: &Rules,
) -> Option<Finding> {
    let nearest = starts_on.min(situation.asked_on);
    (days(nearest, read_on).abs() > rules.reading_days).then(|| {
        let far = Finding::new("reading_far_from_start").blocking();
        far.with("days", rules.reading_days).with("day", starts_on)
    })
}

fn check_dates(answers: &VolturaAnswers, situation: &Situation<'_>, rules: &Rules, found: &mut Vec<Finding>) {
    let Some(starts_on) = answers.starts_on else {
        return;
    };
    found.extend(check_start(starts_on, situation.asked_on, rules));
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
    found.extend(answers.read_on.and_then(|read_on| check_reading_day(read_on, starts_on, situation, rules)));
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
