//! From a command to its row: the word of the far side for its kind, what every row begins with, and its own cells.

use kernel::Date;
use serde_json::Value as Json;

use super::{
    arrears_rows,
    cells::{day_cell, euro_cell},
};

/// A command as it is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The key under which the far side applies it once.
    pub key: String,
    /// How often it was handed over, from 1: a corrected command has a higher one than the rejected one, and an answer
    /// that comes late can be told from the one that is awaited.
    pub revision: i64,
    /// What is asked: `customer`, `change_of_holder`, `activation`, `reading`, `mandate`, `payment`, `payment_reversal`, `correction`,
    /// `works`, `dunning_hold`, `dunning_release`, `reconnection`, `instalment_plan` or `instalment_plan_end`.
    pub kind: String,
    /// What it acts on; commands of one aggregate are handed over one after the other.
    pub aggregate: String,
    /// Its place within the aggregate.
    pub seq: i64,
    /// What is told.
    pub body: Json,
}

/// A command the far side has no row for: somebody must put it right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    /// Its kind is not known.
    #[error(
        "billing has no command {0:?}; it knows customer, change_of_holder, activation, reading, mandate, payment, \
         payment_reversal, correction, works, dunning_hold, dunning_release, reconnection, instalment_plan and instalment_plan_end"
    )]
    Kind(String),
    /// A value is missing or not of its kind.
    #[error(
        "{field} is {} in the command {kind}; correct it in the case and send the command again",
        problem.replace('_', " ")
    )]
    Value {
        /// The kind of command.
        kind: String,
        /// The value.
        field: &'static str,
        /// `missing`, `not_a_day`, ….
        problem: &'static str,
    },
}

impl Unwritable {
    /// The same in two words without a space, value and problem (`starts_on:not_a_day`): kept as the answer to the
    /// command, and put into words by whoever shows it.
    #[must_use]
    pub fn told(&self) -> String {
        match self {
            Self::Kind(kind) => format!("{kind}:unknown_command"),
            Self::Value { field, problem, .. } => format!("{field}:{problem}"),
        }
    }
}

/// Whether a command can be written.
///
/// # Errors
/// [`Unwritable`] says what is wrong with it.
pub fn check(command: &Command) -> Result<(), Unwritable> {
    row(command).map(drop)
}

/// The cells of a command's row.
pub(super) fn row(command: &Command) -> Result<Vec<String>, Unwritable> {
    let body = Body { kind: &command.kind, json: &command.body };
    let (word, own) = match command.kind.as_str() {
        "customer" => ("CLIENTE", customer(&body)?),
        "change_of_holder" => ("VOLTURA", change_of_holder(&body)?),
        "activation" => ("ATTIVAZIONE", activation(&body)?),
        "reading" => ("LETTURA", reading(&body)?),
        "mandate" => ("MANDATO", mandate(&body)?),
        "payment" => ("INCASSO", payment(&body)?),
        "payment_reversal" => ("STORNO", payment_reversal(&body)?),
        "correction" => ("RETTIFICA", correction(&body)?),
        "works" => ("LAVORI", works(&body)?),
        "dunning_hold" => ("BLOCCO_SOLLECITI", dunning(&body)?),
        "dunning_release" => ("SBLOCCO_SOLLECITI", dunning(&body)?),
        "reconnection" => ("RIATTIVAZIONE", arrears_rows::reconnection(&body)?),
        "instalment_plan" => ("RATEIZZAZIONE", arrears_rows::plan(&body)?),
        "instalment_plan_end" => ("FINE_RATEIZZAZIONE", arrears_rows::plan_end(&body)?),
        other => return Err(Unwritable::Kind(other.to_owned())),
    };
    let mut cells = vec![
        word.to_owned(),
        command.key.clone(),
        command.revision.to_string(),
        command.aggregate.clone(),
        command.seq.to_string(),
    ];
    cells.extend(own);
    Ok(cells)
}

fn customer(body: &Body<'_>) -> Result<Vec<String>, Unwritable> {
    let kind = if body.text("/kind") == "person" { "PF" } else { "PG" };
    let (surname, company) = (body.text("/names/surname"), body.text("/names/company_name"));
    if surname.is_empty() && company.is_empty() {
        return Err(body.wrong("names", "missing"));
    }
    Ok(vec![
        body.needed("/number", "number")?,
        kind.to_owned(),
        if company.is_empty() { surname } else { company },
        body.text("/names/given_name"),
        body.text("/tax_code"),
        body.text("/vat_number"),
        body.day("/birth_date", "birth_date")?,
        body.text("/lang").to_uppercase(),
        body.text("/email"),
        body.text("/mobile"),
        body.text("/phone"),
        body.text("/pec"),
        body.text("/address/street"),
        body.text("/address/house_number"),
        body.text("/address/unit"),
        body.text("/address/postcode"),
        body.text("/address/municipality"),
        body.text("/address/province"),
        body.text("/address/country"),
    ])
}

fn change_of_holder(body: &Body<'_>) -> Result<Vec<String>, Unwritable> {
    let mut cells = vec![
        body.needed("/point", "point")?,
        sector(body)?,
        body.needed("/old_contract", "old_contract")?,
        body.day("/old_ends_on", "old_ends_on")?,
        body.needed("/new_contract", "new_contract")?,
        body.needed("/customer", "customer")?,
        body.needed_day("/starts_on", "starts_on")?,
    ];
    cells.extend(conditions(body));
    cells.extend(premises(body));
    cells.extend(last_bill(body));
    Ok(cells)
}

/// A point that is billed from now on, to whom, and the devices there.
fn activation(body: &Body<'_>) -> Result<Vec<String>, Unwritable> {
    let mut cells = vec![
        body.needed("/point", "point")?,
        sector(body)?,
        body.needed("/contract", "contract")?,
        body.needed("/customer", "customer")?,
        body.needed_day("/starts_on", "starts_on")?,
    ];
    cells.extend(conditions(body));
    cells.extend(premises(body));
    cells.extend([body.text("/meter"), body.text("/corrector")]);
    Ok(cells)
}

/// The far side's word for the service.
fn sector(body: &Body<'_>) -> Result<String, Unwritable> {
    let word = match body.text("/sector").as_str() {
        "electricity" => "EE",
        "gas" => "GAS",
        "lpg" => "GPL",
        "water" => "ACQUA",
        "telecom" => "TELEFONIA",
        _ => return Err(body.wrong("sector", "not_a_sector")),
    };
    Ok(word.to_owned())
}

/// At which prices a contract is billed, how it is paid, where its bills go, and its deposit.
fn conditions(body: &Body<'_>) -> Vec<String> {
    let resident = body.json.pointer("/resident").and_then(Json::as_bool).unwrap_or(false);
    vec![
        body.text("/offer"),
        match body.text("/payment").as_str() {
            "sdd" => "RID",
            "slip" => "BOLLETTINO",
            "transfer" => "BONIFICO",
            "counter" => "CASSA",
            "pagopa" => "PAGOPA",
            _ => "",
        }
        .to_owned(),
        match body.text("/delivery").as_str() {
            "email" => "EMAIL",
            "email_link" => "LINK",
            "pec" => "PEC",
            _ => "POSTA",
        }
        .to_owned(),
        body.text("/delivery_email"),
        if resident { "S" } else { "N" }.to_owned(),
        euro_cell(body.json.pointer("/deposit_cents").and_then(Json::as_i64).unwrap_or(0)),
    ]
}

/// What the supply is used for, and the land-registry data of the building under the new holder's title.
fn premises(body: &Body<'_>) -> Vec<String> {
    let used = match body.text("/use").as_str() {
        "domestic" => "DOMESTICO",
        "condominium" => "CONDOMINIO",
        "public" => "PUBBLICO",
        "other" => "ALTRI USI",
        _ => "",
    };
    let title = match body.text("/cadastre/title").as_str() {
        "ownership" => "PROPRIETA",
        "lease" => "LOCAZIONE",
        "loan" => "COMODATO",
        "usufruct" => "USUFRUTTO",
        "heir" => "EREDE",
        "assigned" => "ASSEGNAZIONE",
        "cohabitant" => "CONVIVENTE",
        "other" => "ALTRO",
        _ => "",
    };
    vec![
        used.to_owned(),
        title.to_owned(),
        body.text("/cadastre/category"),
        body.text("/cadastre/section"),
        body.text("/cadastre/sheet"),
        body.text("/cadastre/parcel"),
        body.text("/cadastre/subunit"),
    ]
}

/// Where the outgoing holder's last bill goes, when he said so, and what becomes of the deposit he had paid.
fn last_bill(body: &Body<'_>) -> Vec<String> {
    let becomes = match body.text("/final_bill/deposit/becomes").as_str() {
        "moved" => "TRASFERITO",
        "refund_due" => "DA RENDERE",
        _ => "",
    };
    let held = body.json.pointer("/final_bill/deposit/amount_cents").and_then(Json::as_i64);
    vec![
        body.text("/final_bill/address/street"),
        body.text("/final_bill/address/house_number"),
        body.text("/final_bill/address/unit"),
        body.text("/final_bill/address/postcode"),
        body.text("/final_bill/address/municipality"),
        body.text("/final_bill/address/province"),
        body.text("/final_bill/address/country"),
        held.map_or_else(String::new, euro_cell),
        becomes.to_owned(),
    ]
}

/// Values by register: `F1=8431|F2=6221`.
pub(super) fn readings(body: &Body<'_>) -> Result<String, Unwritable> {
    let values = body.json.get("values").and_then(Json::as_object).filter(|values| !values.is_empty());
    let values = values.ok_or_else(|| body.wrong("values", "missing"))?;
    let mut list = Vec::new();
    for (register, value) in values {
        let value = value.as_i64().ok_or_else(|| body.wrong("values", "not_a_whole_number"))?;
        list.push(format!("{register}={value}"));
    }
    Ok(list.join("|"))
}

fn reading(body: &Body<'_>) -> Result<Vec<String>, Unwritable> {
    let values = readings(body)?;
    let kind = match body.text("/kind").as_str() {
        "agreed" => "CONCORDATA",
        "self" => "AUTOLETTURA",
        "estimated" => "STIMATA",
        _ => "EFFETTIVA",
    };
    Ok(vec![
        body.needed("/point", "point")?,
        body.needed_day("/read_on", "read_on")?,
        values,
        kind.to_owned(),
    ])
}

fn mandate(body: &Body<'_>) -> Result<Vec<String>, Unwritable> {
    Ok(vec![
        body.needed("/umr", "umr")?,
        body.needed("/contract", "contract")?,
        body.needed("/iban", "iban")?,
        body.needed("/holder", "holder")?,
        body.text("/holder_tax_code"),
        body.needed_day("/signed_on", "signed_on")?,
        body.text("/scheme").to_uppercase(),
    ])
}

fn payment(body: &Body<'_>) -> Result<Vec<String>, Unwritable> {
    let means = match body.text("/means").as_str() {
        "cash" => "CONTANTI",
        "card" => "CARTA",
        "cheque" => "ASSEGNO",
        "transfer" => "BONIFICO",
        "pagopa" => "PAGOPA",
        _ => return Err(body.wrong("means", "not_a_means_of_payment")),
    };
    Ok(vec![
        body.needed("/payment", "payment")?,
        body.needed("/bill", "bill")?,
        body.needed("/contract", "contract")?,
        body.needed_day("/paid_on", "paid_on")?,
        body.euro("/amount_cents", "amount")?,
        means.to_owned(),
        body.text("/till"),
    ])
}

fn payment_reversal(body: &Body<'_>) -> Result<Vec<String>, Unwritable> {
    Ok(vec![
        body.needed("/payment", "payment")?,
        body.needed("/of", "of")?,
        body.needed("/bill", "bill")?,
        body.needed_day("/paid_on", "paid_on")?,
        body.euro("/amount_cents", "amount")?,
        body.text("/reason"),
        body.text("/till"),
    ])
}

fn correction(body: &Body<'_>) -> Result<Vec<String>, Unwritable> {
    let bills = body.json.get("bills").and_then(Json::as_array);
    let bills: Vec<&str> = bills.into_iter().flatten().filter_map(Json::as_str).collect();
    Ok(vec![
        body.needed("/case", "case")?,
        body.needed("/contract", "contract")?,
        bills.join("|"),
        body.euro("/amount_cents", "amount")?,
        body.text("/reason"),
        body.text("/note"),
        body.needed_day("/on", "on")?,
    ])
}

/// The works, the meter as it is now, the technical data, the account.
fn works(body: &Body<'_>) -> Result<Vec<String>, Unwritable> {
    let constant = body.json.pointer("/meter/constant_millionths").and_then(Json::as_i64);
    let lines = body.json.pointer("/charge/lines").and_then(Json::as_array).into_iter().flatten();
    let lines: Vec<String> = lines
        .map(|line| {
            let line = Body { kind: body.kind, json: line };
            let amount =
                line.json.get("amount_cents").and_then(Json::as_i64).map_or_else(String::new, euro_cell);
            format!("{}*{}={amount}", line.text("/code"), line.text("/quantity").replace('.', ","))
        })
        .collect();
    Ok(vec![
        body.needed("/point", "point")?,
        body.needed("/case", "case")?,
        body.text("/contract"),
        body.needed_day("/works_on", "works_on")?,
        body.text("/meter/removed"),
        body.values("/meter/closing")?,
        body.text("/meter/laid"),
        body.values("/meter/registers")?,
        body.values("/meter/digits")?,
        constant.map_or_else(String::new, |constant| decimal_cell(constant, 6)),
        body.text("/technical/power_w"),
        body.text("/technical/voltage_v"),
        body.text("/technical/phases"),
        body.text("/technical/meter_class"),
        body.amount("/charge/total", "total")?,
        body.amount("/charge/paid", "paid")?,
        body.amount("/charge/balance", "balance")?,
        lines.join("|"),
    ])
}

/// A number of so many decimals, those that are zero left out: `1`, `1,5`.
fn decimal_cell(number: i64, decimals: usize) -> String {
    let digits = format!("{number:0>width$}", width = decimals + 1);
    let (units, rest) = digits.split_at(digits.len() - decimals);
    let rest = rest.trim_end_matches('0');
    if rest.is_empty() { units.to_owned() } else { format!("{units},{rest}") }
}

fn dunning(body: &Body<'_>) -> Result<Vec<String>, Unwritable> {
    Ok(vec![
        body.needed("/bill", "bill")?,
        body.needed("/contract", "contract")?,
        body.needed("/case", "case")?,
        body.needed_day("/on", "on")?,
        body.text("/reason"),
    ])
}

/// The values of a command, by pointer.
pub(super) struct Body<'a> {
    kind: &'a str,
    /// All of them.
    pub json: &'a Json,
}

impl Body<'_> {
    pub fn wrong(&self, field: &'static str, problem: &'static str) -> Unwritable {
        Unwritable::Value { kind: self.kind.to_owned(), field, problem }
    }

    pub fn text(&self, pointer: &str) -> String {
        match self.json.pointer(pointer) {
            Some(Json::String(text)) => text.clone(),
            Some(Json::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    pub fn needed(&self, pointer: &str, field: &'static str) -> Result<String, Unwritable> {
        let text = self.text(pointer);
        if text.trim().is_empty() { Err(self.wrong(field, "missing")) } else { Ok(text) }
    }

    fn euro(&self, pointer: &str, field: &'static str) -> Result<String, Unwritable> {
        let cents = self.json.pointer(pointer).and_then(Json::as_i64).filter(|cents| *cents > 0);
        cents.map(euro_cell).ok_or_else(|| self.wrong(field, "not_an_amount_above_zero"))
    }

    /// A whole number.
    pub fn whole(&self, pointer: &str) -> Option<i64> {
        self.json.pointer(pointer).and_then(Json::as_i64)
    }

    /// A list; empty when there is none.
    pub fn list(&self, pointer: &str) -> &[Json] {
        self.json.pointer(pointer).and_then(Json::as_array).map_or(&[], Vec::as_slice)
    }

    /// The cell of a day.
    pub fn day_of(&self, text: &str, field: &'static str) -> Result<String, Unwritable> {
        let day: Date = text.parse().map_err(|_| self.wrong(field, "not_a_day"))?;
        Ok(day_cell(day))
    }

    /// An amount that may be nothing; what is not there is nothing.
    fn amount(&self, pointer: &str, field: &'static str) -> Result<String, Unwritable> {
        match self.json.pointer(pointer) {
            None | Some(Json::Null) => Ok(euro_cell(0)),
            Some(value) => {
                value.as_i64().map(euro_cell).ok_or_else(|| self.wrong(field, "not_an_amount_above_zero"))
            }
        }
    }

    /// Values by register: `F1=8431|F2=6221`; empty where there are none.
    fn values(&self, pointer: &str) -> Result<String, Unwritable> {
        let mut list = Vec::new();
        for (register, value) in self.json.pointer(pointer).and_then(Json::as_object).into_iter().flatten() {
            let value = value.as_i64().ok_or_else(|| self.wrong("values", "not_a_whole_number"))?;
            list.push(format!("{register}={value}"));
        }
        Ok(list.join("|"))
    }

    pub fn day(&self, pointer: &str, field: &'static str) -> Result<String, Unwritable> {
        let text = self.text(pointer);
        if text.is_empty() {
            return Ok(text);
        }
        let day: Date = text.parse().map_err(|_| self.wrong(field, "not_a_day"))?;
        Ok(day_cell(day))
    }

    pub fn needed_day(&self, pointer: &str, field: &'static str) -> Result<String, Unwritable> {
        self.needed(pointer, field)?;
        self.day(pointer, field)
    }
}
