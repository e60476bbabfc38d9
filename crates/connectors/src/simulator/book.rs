//! What the simulated billing system knows: customers, contracts, what was applied. It judges commands by it.

use std::collections::{BTreeMap, BTreeSet};

use kernel::codes::iban::Iban;

use crate::billing::day;

/// What is known, made from the applied commands alone.
#[derive(Debug, Default)]
pub struct Book {
    /// Contracts known from the start; none: every number is taken as known.
    known: Option<BTreeSet<String>>,
    applied: BTreeSet<String>,
    customers: BTreeSet<String>,
    /// Contracts made by commands, with their holders.
    made: BTreeMap<String, String>,
    ended: BTreeSet<String>,
    readings: usize,
    mandates: BTreeMap<String, String>,
    /// Payments by number, in the cells of their rows; those taken back are gone.
    payments: BTreeMap<String, String>,
    /// Amounts credited, in the cells of their rows, by case.
    credits: BTreeMap<String, Vec<String>>,
    /// Bills for which no reminder is sent.
    held: BTreeSet<String>,
    /// Contracts whose supply came back, with the fee as its row has it.
    reconnected: BTreeMap<String, String>,
    /// Plans of instalments by number; true while they run.
    plans: BTreeMap<String, bool>,
    /// What is still to be billed of works, in the cells of their rows, by case.
    works: BTreeMap<String, String>,
    /// The serials of meters that works have laid, by point.
    meters: BTreeMap<String, String>,
}

/// The services billing bills.
const SECTORS: [&str; 5] = ["EE", "GAS", "GPL", "ACQUA", "TELEFONIA"];

/// A code and a sentence, as the far side would give them.
type Refusal = (&'static str, String);

impl Book {
    /// An empty book.
    #[must_use]
    pub fn new(known: Option<BTreeSet<String>>) -> Self {
        Self { known, ..Self::default() }
    }

    /// Whether the command with this key was applied.
    #[must_use]
    pub fn has_applied(&self, key: &str) -> bool {
        self.applied.contains(key)
    }

    /// How many commands were applied.
    #[must_use]
    pub fn applied(&self) -> usize {
        self.applied.len()
    }

    /// How many readings were taken in: one that came twice would count twice.
    #[must_use]
    pub const fn readings(&self) -> usize {
        self.readings
    }

    /// The holder of a contract made by a command.
    #[must_use]
    pub fn holder(&self, contract: &str) -> Option<&str> {
        self.made.get(contract).map(String::as_str)
    }

    /// The amount of a payment that was taken in and not taken back, as its row has it.
    #[must_use]
    pub fn payment(&self, number: &str) -> Option<&str> {
        self.payments.get(number).map(String::as_str)
    }

    /// The amounts credited for a case, as their rows have them.
    #[must_use]
    pub fn credits(&self, case: &str) -> &[String] {
        self.credits.get(case).map_or(&[], Vec::as_slice)
    }

    /// Whether reminders for a bill are stopped.
    #[must_use]
    pub fn holds(&self, bill: &str) -> bool {
        self.held.contains(bill)
    }

    /// The fee of the reconnection of a contract, as its row has it; none: it was not told of one.
    #[must_use]
    pub fn reconnection(&self, contract: &str) -> Option<&str> {
        self.reconnected.get(contract).map(String::as_str)
    }

    /// Whether a plan runs; none: it is not known.
    #[must_use]
    pub fn plan_runs(&self, plan: &str) -> Option<bool> {
        self.plans.get(plan).copied()
    }

    /// What is still to be billed of the works of a case, as their row has it.
    #[must_use]
    pub fn works(&self, case: &str) -> Option<&str> {
        self.works.get(case).map(String::as_str)
    }

    /// The meter that works have laid at a point.
    #[must_use]
    pub fn meter(&self, point: &str) -> Option<&str> {
        self.meters.get(point).map(String::as_str)
    }

    fn knows(&self, contract: &str) -> bool {
        self.made.contains_key(contract) || self.known.as_ref().is_none_or(|known| known.contains(contract))
    }

    /// Whether a command makes sense.
    ///
    /// # Errors
    /// The code and the sentence of the refusal.
    pub fn judge(&self, row: &[String]) -> Result<(), Refusal> {
        let cell = |at: usize| row.get(at).map_or("", String::as_str);
        match cell(0) {
            // A person from abroad may have no code: name and day of birth then say who it is.
            "CLIENTE"
                if cell(9).is_empty() && cell(10).is_empty() && (cell(6) != "PF" || cell(11).is_empty()) =>
            {
                Err(("E103", "Codice fiscale e partita IVA mancanti".to_owned()))
            }
            "CLIENTE" if !cell(11).is_empty() && day(cell(11)).is_none() => {
                Err(("E108", format!("Data di nascita errata: {}", cell(11))))
            }
            "CLIENTE" => Ok(()),
            "VOLTURA" | "ATTIVAZIONE" if !SECTORS.contains(&cell(6)) => {
                Err(("E109", format!("Servizio {} sconosciuto", cell(6))))
            }
            "VOLTURA" => self.judge_change(cell),
            "ATTIVAZIONE" => self.judge_activation(cell),
            "LETTURA" if day(cell(6)).is_none() => Err(("E110", format!("Data lettura errata: {}", cell(6)))),
            "LETTURA" if !cell(7).split('|').all(is_reading) => {
                Err(("E111", format!("Valore lettura errato: {}", cell(7))))
            }
            "LETTURA" => Ok(()),
            "MANDATO" if !self.knows(cell(6)) => Err(("E101", format!("Contratto {} inesistente", cell(6)))),
            "MANDATO" if cell(7).parse::<Iban>().is_err() => Err(("E120", "IBAN errato".to_owned())),
            "MANDATO" => Ok(()),
            "INCASSO" => self.judge_payment(cell),
            "STORNO" if !self.payments.contains_key(cell(6)) => {
                Err(("E132", format!("Pagamento {} inesistente", cell(6))))
            }
            "STORNO" => Ok(()),
            "RETTIFICA" if !self.knows(cell(6)) => {
                Err(("E101", format!("Contratto {} inesistente", cell(6))))
            }
            "RETTIFICA" if cell(9).is_empty() => Err(("E140", "Motivo della rettifica mancante".to_owned())),
            "RETTIFICA" => Ok(()),
            "LAVORI" => self.judge_works(cell),
            "BLOCCO_SOLLECITI" | "SBLOCCO_SOLLECITI" if !self.knows(cell(6)) => {
                Err(("E101", format!("Contratto {} inesistente", cell(6))))
            }
            "BLOCCO_SOLLECITI" | "SBLOCCO_SOLLECITI" => Ok(()),
            "RIATTIVAZIONE" | "RATEIZZAZIONE" | "FINE_RATEIZZAZIONE" => self.judge_arrears(cell),
            other => Err(("E001", format!("Tipo comando sconosciuto: {other}"))),
        }
    }

    fn judge_arrears<'a>(&self, cell: impl Fn(usize) -> &'a str) -> Result<(), Refusal> {
        if !self.knows(cell(6)) {
            return Err(("E101", format!("Contratto {} inesistente", cell(6))));
        }
        match (cell(0), self.plans.get(cell(5))) {
            ("RIATTIVAZIONE", _) if day(cell(7)).is_none() => {
                Err(("E150", format!("Data riattivazione errata: {}", cell(7))))
            }
            ("RATEIZZAZIONE", Some(_)) => Err(("E151", format!("Piano {} già presente", cell(5)))),
            ("RATEIZZAZIONE", None) if cell(11).is_empty() => Err(("E152", "Piano senza rate".to_owned())),
            ("FINE_RATEIZZAZIONE", None) => Err(("E153", format!("Piano {} inesistente", cell(5)))),
            ("FINE_RATEIZZAZIONE", Some(false)) => Err(("E154", format!("Piano {} già chiuso", cell(5)))),
            _ => Ok(()),
        }
    }

    /// The cells of works, from 5 on: point, case, contract, day, removed, closing, laid, opening.
    fn judge_works<'a>(&self, cell: impl Fn(usize) -> &'a str) -> Result<(), Refusal> {
        if !cell(7).is_empty() && !self.knows(cell(7)) {
            return Err(("E101", format!("Contratto {} inesistente", cell(7))));
        }
        if day(cell(8)).is_none() {
            return Err(("E160", format!("Data lavori errata: {}", cell(8))));
        }
        for (serial, values) in [(cell(9), cell(10)), (cell(11), cell(12))] {
            if !serial.is_empty() && !values.split('|').all(is_reading) {
                return Err(("E161", format!("Letture del contatore {serial} mancanti")));
            }
        }
        if self.works.contains_key(cell(6)) {
            return Err(("E162", format!("Lavori della pratica {} già presenti", cell(6))));
        }
        Ok(())
    }

    fn judge_payment<'a>(&self, cell: impl Fn(usize) -> &'a str) -> Result<(), Refusal> {
        if !self.knows(cell(7)) {
            return Err(("E101", format!("Contratto {} inesistente", cell(7))));
        }
        if day(cell(8)).is_none() {
            return Err(("E130", format!("Data incasso errata: {}", cell(8))));
        }
        if self.payments.contains_key(cell(5)) {
            return Err(("E131", format!("Pagamento {} già presente", cell(5))));
        }
        Ok(())
    }

    fn judge_change<'a>(&self, cell: impl Fn(usize) -> &'a str) -> Result<(), Refusal> {
        let (old, new, customer) = (cell(7), cell(9), cell(10));
        if !self.knows(old) {
            return Err(("E101", format!("Contratto {old} inesistente")));
        }
        if self.ended.contains(old) {
            return Err(("E105", format!("Contratto {old} già cessato")));
        }
        if self.made.contains_key(new) {
            return Err(("E106", format!("Contratto {new} già presente")));
        }
        if !self.customers.contains(customer) {
            return Err(("E104", format!("Cliente {customer} inesistente")));
        }
        let Some(starts) = day(cell(11)) else {
            return Err(("E107", format!("Decorrenza errata: {}", cell(11))));
        };
        match day(cell(8)) {
            Some(ends) if ends >= starts => {
                Err(("E102", format!("Decorrenza {} non successiva alla cessazione {}", cell(11), cell(8))))
            }
            _ => Ok(()),
        }
    }

    fn judge_activation<'a>(&self, cell: impl Fn(usize) -> &'a str) -> Result<(), Refusal> {
        let (new, customer) = (cell(7), cell(8));
        if self.made.contains_key(new) {
            return Err(("E106", format!("Contratto {new} già presente")));
        }
        if !self.customers.contains(customer) {
            return Err(("E104", format!("Cliente {customer} inesistente")));
        }
        if day(cell(9)).is_none() {
            return Err(("E107", format!("Decorrenza errata: {}", cell(9))));
        }
        Ok(())
    }

    /// Takes an accepted command in.
    pub fn apply(&mut self, row: &[String]) {
        let cell = |at: usize| row.get(at).cloned().unwrap_or_default();
        self.applied.insert(cell(1));
        match cell(0).as_str() {
            "CLIENTE" => {
                self.customers.insert(cell(5));
            }
            "VOLTURA" => {
                self.ended.insert(cell(7));
                self.made.insert(cell(9), cell(10));
            }
            "ATTIVAZIONE" => {
                self.made.insert(cell(7), cell(8));
            }
            "LETTURA" => self.readings += 1,
            "MANDATO" => {
                self.mandates.insert(cell(6), cell(7));
            }
            "INCASSO" => {
                self.payments.insert(cell(5), cell(9));
            }
            "STORNO" => {
                self.payments.remove(&cell(6));
            }
            "RETTIFICA" => self.credits.entry(cell(5)).or_default().push(cell(8)),
            "LAVORI" => {
                self.works.insert(cell(6), cell(21));
                if !cell(11).is_empty() {
                    self.meters.insert(cell(5), cell(11));
                }
            }
            "BLOCCO_SOLLECITI" => {
                self.held.insert(cell(5));
            }
            "SBLOCCO_SOLLECITI" => {
                self.held.remove(&cell(5));
            }
            "RIATTIVAZIONE" => {
                self.reconnected.insert(cell(6), cell(11));
            }
            "RATEIZZAZIONE" => {
                self.plans.insert(cell(5), true);
            }
            "FINE_RATEIZZAZIONE" => {
                self.plans.insert(cell(5), false);
            }
            _ => {}
        }
    }
}

fn is_reading(text: &str) -> bool {
    text.split_once('=').is_some_and(|(register, value)| !register.is_empty() && value.parse::<u64>().is_ok())
}
