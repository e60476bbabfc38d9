//! The messages.

use kernel::{
    Date,
    codes::{Pdr, VatNumber},
};
use serde::{Deserialize, Serialize};

/// Which of the four steps a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flow {
    /// 0050: what the seller asks of the distributor.
    Request,
    /// 0100: whether the distributor takes the request.
    Admissibility,
    /// 0200: the day somebody comes, first or moved.
    Appointment,
    /// 0150: how it ended.
    Outcome,
}

impl Flow {
    /// All of them, in the order they come.
    pub const ALL: [Self; 4] = [Self::Request, Self::Admissibility, Self::Appointment, Self::Outcome];

    /// The sector's code, four digits.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Request => "0050",
            Self::Admissibility => "0100",
            Self::Appointment => "0200",
            Self::Outcome => "0150",
        }
    }

    /// Reads the sector's code. Spreadsheets drop leading zeros: `100` is `0100`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let digits = code.trim();
        let number: u16 = digits.parse().ok().filter(|_| digits.len() <= 4)?;
        Self::ALL.into_iter().find(|flow| flow.code().parse() == Ok(number))
    }

    /// The word under which the message enters a process, where one waits for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Admissibility => "admissibility",
            Self::Appointment => "appointment",
            Self::Outcome => "outcome",
        }
    }
}

/// Who speaks to whom about which request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The code of the service, `A01` for instance.
    pub service: String,
    /// The step.
    pub flow: Flow,
    /// VAT number of the seller (`piva_utente`).
    pub seller: VatNumber,
    /// VAT number of the distributor (`piva_distr`).
    pub distributor: VatNumber,
    /// The seller's code of the request (`cod_prat_utente`): unique, the same in every message about it.
    pub request: String,
    /// The distributor's code of the request (`cod_prat_distr`), known from the first answer on.
    pub distributor_code: Option<String>,
    /// Which message of this step, from 1, where the distributor counts them.
    pub sequence: Option<u32>,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Who speaks to whom about what.
    pub head: Head,
    /// What is told.
    pub body: Body,
    /// Free words.
    pub note: String,
    /// Elements that are in the message and that this version does not know, as paths: they were left out.
    pub unknown: Vec<String>,
}

/// What a message tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Body {
    /// 0050.
    Request(Request),
    /// 0100.
    Admissibility(Admissibility),
    /// 0200.
    Appointment(Appointment),
    /// 0150.
    Outcome(Outcome),
}

/// What is asked of the distributor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The supply point.
    pub pdr: Pdr,
    /// Serial number of the meter there, where it is known.
    pub meter: Option<String>,
    /// Who will be supplied.
    pub customer: Customer,
    /// The day the customer asked.
    pub asked_on: Date,
    /// The day it is wanted, where the customer said one.
    pub wanted_on: Option<Date>,
}

/// The final customer, as the distributor must know him.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// Surname, of a person.
    pub surname: String,
    /// Given name, of a person.
    pub given_name: String,
    /// Name, of a company.
    pub company_name: String,
    /// Tax code; a customer has this or a VAT number.
    pub tax_code: String,
    /// VAT number.
    pub vat_number: String,
    /// Telephone: the distributor agrees the visit with the customer.
    pub phone: String,
    /// E-mail.
    pub email: String,
}

/// Why something is not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// The sector's code of the cause.
    pub code: String,
    /// In words.
    pub text: String,
}

/// Whether the distributor takes the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Admissibility {
    /// Whether it is admissible.
    pub admissible: bool,
    /// Why not; at least one where it is not.
    pub causes: Vec<Cause>,
    /// The first appointment, where it is told along.
    pub appointment: Option<Appointment>,
}

/// When somebody comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// The day.
    pub on: Date,
    /// From, in minutes of the day, where a band is told.
    pub from: Option<u16>,
    /// To, in minutes of the day; after `from`.
    pub to: Option<u16>,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Whether it was done.
    pub done: bool,
    /// What is at the point now; always there when it was done.
    pub technical: Option<Technical>,
    /// Why it was not done; at least one where it was not.
    pub causes: Vec<Cause>,
}

/// What the distributor found and left at the point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Technical {
    /// The point.
    pub pdr: Pdr,
    /// Serial number of the meter.
    pub meter: String,
    /// The year it was made.
    pub meter_year: Option<i16>,
    /// Serial number of the volume corrector, where there is one.
    pub corrector: Option<String>,
    /// The day gas began to flow.
    pub activated_on: Date,
    /// What the meter showed then, in cubic metres.
    pub reading: u64,
    /// What the corrector showed then, in standard cubic metres; always there where there is a corrector.
    pub corrector_reading: Option<u64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flow_is_known_by_its_number_whatever_became_of_its_zeros() {
        for (code, flow) in [
            ("0050", Some(Flow::Request)),
            ("50", Some(Flow::Request)),
            ("100", Some(Flow::Admissibility)),
            ("0200", Some(Flow::Appointment)),
            (" 150 ", Some(Flow::Outcome)),
            ("00150", None),
            ("0300", None),
            ("", None),
            ("E050", None),
        ] {
            assert_eq!(Flow::from_code(code), flow, "{code}");
        }
    }
}
