//! From an element tree to a message: every value checked, every problem with its place.

use std::cell::RefCell;

use domain::distributor::{
    Admissibility, Appointment, Body, Cause, Customer, Expected, Flow, Head, Message, Outcome, Problem,
    ReadProblem, Request, Technical,
};
use kernel::{
    Date,
    codes::{Pdr, VatNumber},
};

use super::xml::{Element, parse};
use crate::billing::day;

/// The longest code, name or number.
const SHORT: usize = 100;
/// The longest free text.
const LONG: usize = 2000;

/// Reads one message. `file` is named in problems.
///
/// # Errors
/// [`ReadProblem`] says where and what.
pub fn read_message(file: &str, bytes: &[u8]) -> Result<Message, ReadProblem> {
    let root = parse(file, bytes)?;
    if root.name != "Prestazione" {
        let found = root.name.clone();
        return Err(root.problem(file, Problem::Root { found }));
    }
    let unknown = RefCell::new(Vec::new());
    let block = Block { file, element: &root, unknown: &unknown };
    let flow = flow(&block)?;
    let head = head(&block, flow)?;
    let body = match flow {
        Flow::Request => Body::Request(request(&block)?),
        Flow::Admissibility => Body::Admissibility(admissibility(&block)?),
        Flow::Appointment => Body::Appointment(appointment(&block.needed("Appuntamento")?)?),
        Flow::Outcome => Body::Outcome(outcome(&block)?),
    };
    let note = block.text("note", LONG)?.unwrap_or_default();
    let known: &[&str] = match flow {
        Flow::Request => &["IdentificativiRichiesta", "ClienteFinale", "DatiPdR", "DatiRichiesta", "note"],
        Flow::Admissibility => &["IdentificativiRichiesta", "Ammissibilita", "Appuntamento", "note"],
        Flow::Appointment => &["IdentificativiRichiesta", "Appuntamento", "note"],
        Flow::Outcome => &["IdentificativiRichiesta", "Esito", "Causa", "DatiTecnici", "note"],
    };
    block.note_unknown(known);
    Ok(Message { head, body, note, unknown: unknown.into_inner() })
}

/// An element whose children are being read.
struct Block<'a> {
    file: &'a str,
    element: &'a Element,
    unknown: &'a RefCell<Vec<String>>,
}

impl<'a> Block<'a> {
    fn within(&self, element: &'a Element) -> Self {
        Self { file: self.file, element, unknown: self.unknown }
    }

    /// The one child of this name.
    fn child(&self, name: &str) -> Result<Option<Self>, ReadProblem> {
        let mut found = self.element.children.iter().filter(|child| child.name == name);
        let first = found.next();
        match found.next() {
            Some(second) => Err(second.problem(self.file, Problem::Twice)),
            None => Ok(first.map(|element| self.within(element))),
        }
    }

    fn needed(&self, name: &str) -> Result<Self, ReadProblem> {
        self.child(name)?.ok_or_else(|| self.missing(name))
    }

    fn all(&self, name: &str) -> impl Iterator<Item = Self> {
        let matching: Vec<Self> = self
            .element
            .children
            .iter()
            .filter(|child| child.name == name)
            .map(|child| self.within(child))
            .collect();
        matching.into_iter()
    }

    fn missing(&self, name: &str) -> ReadProblem {
        self.element.problem_of(self.file, name, Problem::Missing)
    }

    fn value_problem(&self, expected: Expected) -> ReadProblem {
        let found: String = self.element.text.chars().take(40).collect();
        self.element.problem(self.file, Problem::Value { found, expected })
    }

    /// The text of a child; an empty one counts as not there.
    fn text(&self, name: &str, most: usize) -> Result<Option<String>, ReadProblem> {
        self.read(name, Expected::Text(most), |text| {
            let plain = text.chars().all(|c| !c.is_control() || c == '\n' || c == '\t');
            (plain && text.chars().count() <= most).then(|| text.to_owned())
        })
    }

    fn read<T>(
        &self,
        name: &str,
        expected: Expected,
        value: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, ReadProblem> {
        match self.child(name)? {
            Some(child) if !child.element.text.is_empty() => {
                value(&child.element.text).map(Some).ok_or_else(|| child.value_problem(expected))
            }
            _ => Ok(None),
        }
    }

    fn need<T>(
        &self,
        name: &str,
        expected: Expected,
        value: impl Fn(&str) -> Option<T>,
    ) -> Result<T, ReadProblem> {
        self.read(name, expected, value)?.ok_or_else(|| self.missing(name))
    }

    fn need_text(&self, name: &str, most: usize) -> Result<String, ReadProblem> {
        self.text(name, most)?.ok_or_else(|| self.missing(name))
    }

    /// Writes down the children nobody reads: newer schemas add elements, and those who look into the import see which.
    fn note_unknown(&self, known: &[&str]) {
        for child in &self.element.children {
            if !known.contains(&child.name.as_str()) {
                self.unknown.borrow_mut().push(child.path.clone());
            }
        }
    }
}

fn attribute<T>(
    block: &Block<'_>,
    name: &str,
    expected: Expected,
    value: impl Fn(&str) -> Option<T>,
) -> Result<T, ReadProblem> {
    let text = block.element.attribute(name).filter(|text| !text.is_empty());
    let text = text.ok_or_else(|| block.missing(&format!("@{name}")))?;
    value(text).ok_or_else(|| {
        let found = text.chars().take(40).collect();
        block.element.problem_of(block.file, &format!("@{name}"), Problem::Value { found, expected })
    })
}

fn flow(block: &Block<'_>) -> Result<Flow, ReadProblem> {
    attribute(block, "cod_flusso", Expected::Flow, Flow::from_code)
}

fn head(block: &Block<'_>, flow: Flow) -> Result<Head, ReadProblem> {
    let service = attribute(block, "cod_servizio", Expected::Service, |text| {
        let well_formed = (2..=4).contains(&text.len())
            && text.starts_with(|c: char| c.is_ascii_uppercase())
            && text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        well_formed.then(|| text.to_owned())
    })?;
    let ids = block.needed("IdentificativiRichiesta")?;
    let head = Head {
        service,
        flow,
        seller: ids.need("piva_utente", Expected::VatNumber, vat)?,
        distributor: ids.need("piva_distr", Expected::VatNumber, vat)?,
        request: ids.need_text("cod_prat_utente", SHORT)?,
        distributor_code: ids.text("cod_prat_distr", SHORT)?,
        sequence: ids.read("progressivo", Expected::Number, |text| text.parse().ok())?,
    };
    ids.note_unknown(&["piva_utente", "piva_distr", "cod_prat_utente", "cod_prat_distr", "progressivo"]);
    Ok(head)
}

fn request(block: &Block<'_>) -> Result<Request, ReadProblem> {
    let point = block.needed("DatiPdR")?;
    let person = block.needed("ClienteFinale")?.needed("Anagrafica")?;
    let asked = block.needed("DatiRichiesta")?;
    let get = |name: &str| person.text(name, SHORT).map(Option::unwrap_or_default);
    let customer = Customer {
        surname: get("cognome")?,
        given_name: get("nome")?,
        company_name: get("ragione_sociale")?,
        tax_code: get("cf")?,
        vat_number: get("piva")?,
        phone: get("tel")?,
        email: get("email")?,
    };
    if customer.tax_code.is_empty() && customer.vat_number.is_empty() {
        return Err(person.missing("cf"));
    }
    if customer.surname.is_empty() && customer.company_name.is_empty() {
        return Err(person.missing("cognome"));
    }
    person.note_unknown(&["cognome", "nome", "ragione_sociale", "cf", "piva", "tel", "email"]);
    point.note_unknown(&["cod_pdr", "matr_mis"]);
    asked.note_unknown(&["data_richiesta", "data_decorrenza"]);
    Ok(Request {
        pdr: point.need("cod_pdr", Expected::Pdr, pdr)?,
        meter: point.text("matr_mis", SHORT)?,
        customer,
        asked_on: asked.need("data_richiesta", Expected::Day, date)?,
        wanted_on: asked.read("data_decorrenza", Expected::Day, date)?,
    })
}

fn admissibility(block: &Block<'_>) -> Result<Admissibility, ReadProblem> {
    let inner = block.needed("Ammissibilita")?;
    let admissible = inner.need("verifica_amm", Expected::Flag, flag)?;
    let causes = causes(&inner)?;
    if !admissible && causes.is_empty() {
        return Err(inner.missing("cod_causale"));
    }
    let first = block.child("Appuntamento")?.map(|child| appointment(&child)).transpose()?;
    inner.note_unknown(&["verifica_amm", "cod_causale", "motivazione", "Causa"]);
    Ok(Admissibility { admissible, causes: if admissible { Vec::new() } else { causes }, appointment: first })
}

/// Causes written directly, or one by one in `Causa`.
fn causes(block: &Block<'_>) -> Result<Vec<Cause>, ReadProblem> {
    let one = |block: &Block<'_>| -> Result<Option<Cause>, ReadProblem> {
        let code = block.text("cod_causale", SHORT)?.unwrap_or_default();
        let text = block.text("motivazione", LONG)?.unwrap_or_default();
        Ok((!code.is_empty() || !text.is_empty()).then_some(Cause { code, text }))
    };
    let mut causes: Vec<Cause> = one(block)?.into_iter().collect();
    for child in block.all("Causa") {
        causes.push(one(&child)?.ok_or_else(|| child.missing("cod_causale"))?);
        child.note_unknown(&["cod_causale", "motivazione"]);
    }
    Ok(causes)
}

fn appointment(block: &Block<'_>) -> Result<Appointment, ReadProblem> {
    let on = block.need("data_app", Expected::Day, date)?;
    let from = block.read("ora_inizio", Expected::Time, minutes)?;
    let to = block.read("ora_fine", Expected::Time, minutes)?;
    if to.is_some() && (from.is_none() || to <= from) {
        let at = block.needed("ora_fine")?;
        return Err(at.value_problem(Expected::Later));
    }
    block.note_unknown(&["data_app", "ora_inizio", "ora_fine"]);
    Ok(Appointment { on, from, to })
}

fn outcome(block: &Block<'_>) -> Result<Outcome, ReadProblem> {
    let done = block.need("Esito", Expected::Flag, flag)?;
    let mut why = Vec::new();
    for child in block.all("Causa") {
        let code = child.text("cod_causale", SHORT)?.unwrap_or_default();
        let text = child.text("motivazione", LONG)?.unwrap_or_default();
        if code.is_empty() && text.is_empty() {
            return Err(child.missing("cod_causale"));
        }
        child.note_unknown(&["cod_causale", "motivazione"]);
        why.push(Cause { code, text });
    }
    if !done {
        // Distributors that send no cause say it in the note.
        if why.is_empty() {
            let text = block.need_text("note", LONG).map_err(|_| block.missing("Causa"))?;
            why.push(Cause { code: String::new(), text });
        }
        return Ok(Outcome { done, technical: None, causes: why });
    }
    let technical = technical(&block.needed("DatiTecnici")?)?;
    Ok(Outcome { done, technical: Some(technical), causes: Vec::new() })
}

fn technical(block: &Block<'_>) -> Result<Technical, ReadProblem> {
    let number = |text: &str| text.parse::<u64>().ok().filter(|value| *value <= 9_999_999_999);
    let corrector = block.text("matr_conv", SHORT)?;
    let corrector_reading = block.read("segn_conv", Expected::Number, number)?;
    if corrector.is_some() && corrector_reading.is_none() {
        return Err(block.missing("segn_conv"));
    }
    if corrector.is_none() && corrector_reading.is_some() {
        return Err(block.missing("matr_conv"));
    }
    let year = |text: &str| text.parse::<i16>().ok().filter(|year| (1900..=2100).contains(year));
    block.note_unknown(&[
        "cod_pdr",
        "matr_mis",
        "anno_fabb_mis",
        "matr_conv",
        "data_attivazione",
        "segn_mis",
        "segn_conv",
    ]);
    Ok(Technical {
        pdr: block.need("cod_pdr", Expected::Pdr, pdr)?,
        meter: block.need_text("matr_mis", SHORT)?,
        meter_year: block.read("anno_fabb_mis", Expected::Year, year)?,
        corrector,
        activated_on: block.need("data_attivazione", Expected::Day, date)?,
        reading: block.need("segn_mis", Expected::Number, number)?,
        corrector_reading,
    })
}

fn vat(text: &str) -> Option<VatNumber> {
    VatNumber::parse(text).ok()
}

fn pdr(text: &str) -> Option<Pdr> {
    Pdr::parse(text).ok()
}

fn date(text: &str) -> Option<Date> {
    day(text)
}

fn flag(text: &str) -> Option<bool> {
    match text {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    }
}

fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let two = |part: &str| (part.len() == 2).then(|| part.parse::<u16>().ok()).flatten();
    let (hour, minute) = (two(hour)?, two(minute)?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}
