//! From a message to its file. The same message always gives the same bytes.

use domain::distributor::{
    Admissibility, Appointment, Body, Cause, Head, Message, Outcome, Request, Technical,
};
use kernel::Date;

use crate::billing::day_cell;

/// The name of a message's file: who sends, who receives, month, service with step, and a number that makes it unique
/// between the two.
#[must_use]
pub fn file_name(message: &Message, on: Date, number: i64) -> String {
    let head = &message.head;
    let (from, to) = match message.body {
        Body::Request(_) => (&head.seller, &head.distributor),
        _ => (&head.distributor, &head.seller),
    };
    format!("{from}_{to}_{:04}{:02}_{}{}_{number}.xml", on.year(), on.month(), head.service, head.flow.code())
}

/// The file of a message, in UTF-8.
#[must_use]
pub fn write_message(message: &Message) -> Vec<u8> {
    let mut xml = Xml { text: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), depth: 0 };
    let head = &message.head;
    let root = format!(
        "Prestazione cod_servizio=\"{}\" cod_flusso=\"{}\"",
        escaped(&head.service),
        head.flow.code()
    );
    xml.block(&root, |xml| {
        identifiers(xml, head);
        match &message.body {
            Body::Request(request) => write_request(xml, request),
            Body::Admissibility(admissibility) => write_admissibility(xml, admissibility),
            Body::Appointment(appointment) => write_appointment(xml, appointment),
            Body::Outcome(outcome) => write_outcome(xml, outcome),
        }
        xml.value("note", &message.note);
    });
    xml.text.into_bytes()
}

struct Xml {
    text: String,
    depth: usize,
}

impl Xml {
    /// An element with children; `tag` may carry attributes.
    fn block(&mut self, tag: &str, inner: impl FnOnce(&mut Self)) {
        let name = tag.split(' ').next().unwrap_or(tag);
        self.line(&format!("<{tag}>"));
        self.depth += 1;
        inner(self);
        self.depth -= 1;
        self.line(&format!("</{name}>"));
    }

    /// An element with a value; none at all when it is empty.
    fn value(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.line(&format!("<{name}>{}</{name}>", escaped(value)));
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(&"  ".repeat(self.depth));
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// Text as it may stand in XML: what XML cannot carry at all becomes a space.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn identifiers(xml: &mut Xml, head: &Head) {
    xml.block("IdentificativiRichiesta", |xml| {
        xml.value("piva_utente", head.seller.as_str());
        xml.value("piva_distr", head.distributor.as_str());
        xml.value("cod_prat_utente", &head.request);
        xml.value("cod_prat_distr", head.distributor_code.as_deref().unwrap_or_default());
        if let Some(sequence) = head.sequence {
            xml.value("progressivo", &sequence.to_string());
        }
    });
}

fn write_request(xml: &mut Xml, request: &Request) {
    let customer = &request.customer;
    xml.block("ClienteFinale", |xml| {
        xml.block("Anagrafica", |xml| {
            xml.value("cognome", &customer.surname);
            xml.value("nome", &customer.given_name);
            xml.value("ragione_sociale", &customer.company_name);
            xml.value("cf", &customer.tax_code);
            xml.value("piva", &customer.vat_number);
            xml.value("tel", &customer.phone);
            xml.value("email", &customer.email);
        });
    });
    xml.block("DatiPdR", |xml| {
        xml.value("cod_pdr", request.pdr.as_str());
        xml.value("matr_mis", request.meter.as_deref().unwrap_or_default());
    });
    xml.block("DatiRichiesta", |xml| {
        xml.value("data_richiesta", &day_cell(request.asked_on));
        if let Some(wanted) = request.wanted_on {
            xml.value("data_decorrenza", &day_cell(wanted));
        }
    });
}

fn write_cause(xml: &mut Xml, cause: &Cause) {
    xml.block("Causa", |xml| {
        xml.value("cod_causale", &cause.code);
        xml.value("motivazione", &cause.text);
    });
}

fn write_admissibility(xml: &mut Xml, admissibility: &Admissibility) {
    xml.block("Ammissibilita", |xml| {
        xml.value("verifica_amm", if admissibility.admissible { "1" } else { "0" });
        for cause in &admissibility.causes {
            write_cause(xml, cause);
        }
    });
    if let Some(appointment) = &admissibility.appointment {
        write_appointment(xml, appointment);
    }
}

fn write_appointment(xml: &mut Xml, appointment: &Appointment) {
    let time = |minutes: Option<u16>| {
        minutes.map(|minutes| format!("{:02}:{:02}", minutes / 60, minutes % 60)).unwrap_or_default()
    };
    xml.block("Appuntamento", |xml| {
        xml.value("data_app", &day_cell(appointment.on));
        xml.value("ora_inizio", &time(appointment.from));
        xml.value("ora_fine", &time(appointment.to));
    });
}

fn write_outcome(xml: &mut Xml, outcome: &Outcome) {
    xml.value("Esito", if outcome.done { "1" } else { "0" });
    for cause in &outcome.causes {
        write_cause(xml, cause);
    }
    if let Some(technical) = &outcome.technical {
        write_technical(xml, technical);
    }
}

fn write_technical(xml: &mut Xml, technical: &Technical) {
    xml.block("DatiTecnici", |xml| {
        xml.value("cod_pdr", technical.pdr.as_str());
        xml.value("matr_mis", &technical.meter);
        xml.value("anno_fabb_mis", &technical.meter_year.map(|year| year.to_string()).unwrap_or_default());
        xml.value("matr_conv", technical.corrector.as_deref().unwrap_or_default());
        xml.value("data_attivazione", &day_cell(technical.activated_on));
        xml.value("segn_mis", &technical.reading.to_string());
        let corrector = technical.corrector_reading.map(|value| value.to_string()).unwrap_or_default();
        xml.value("segn_conv", &corrector);
    });
}
