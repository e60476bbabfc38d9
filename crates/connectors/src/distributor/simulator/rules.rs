//! What the simulated distributor answers to a request: all of it follows from the request, its number and whether the
//! point was asked for before.

use super::meters::AtPoint;
use domain::distributor::{
    Admissibility, Appointment, Body, Cause, Flow, Head, Message, Outcome, Request, Technical,
};

/// Every answer to a request, in order. `known` is what the distributor has at the point.
pub(super) fn answers(asked: &Message, number: usize, again: bool, known: Option<&AtPoint>) -> Vec<Message> {
    let Body::Request(request) = &asked.body else { return Vec::new() };
    let ending = request.pdr.as_str().get(12..).unwrap_or_default();
    let tell = |body: Body, sequence: u32| Message {
        head: Head {
            flow: flow(&body),
            distributor_code: Some(format!("D{number:06}")),
            sequence: Some(sequence),
            ..asked.head.clone()
        },
        body,
        note: String::new(),
        unknown: Vec::new(),
    };
    match ending {
        "99" => return vec![tell(refused("A01", "PdR inesistente nella rete del distributore"), 1)],
        "98" => return vec![tell(refused("A02", "PdR già attivo a nome di un altro cliente"), 1)],
        _ => {}
    }
    // Everything happens on the day it was asked: a demonstration cannot wait for tomorrow.
    let visit =
        |from: u16, to: u16| Appointment { on: request.asked_on, from: Some(from * 60), to: Some(to * 60) };
    let admitted = Admissibility { admissible: true, causes: Vec::new(), appointment: Some(visit(14, 16)) };
    let mut list = vec![tell(Body::Admissibility(admitted), 1)];
    if ending == "96" {
        list.push(tell(Body::Appointment(visit(16, 18)), 1));
    }
    let ended = if ending == "97" && !again { not_done() } else { done(request, number, known) };
    list.push(tell(Body::Outcome(ended), 1));
    list
}

const fn flow(body: &Body) -> Flow {
    match body {
        Body::Request(_) => Flow::Request,
        Body::Admissibility(_) => Flow::Admissibility,
        Body::Appointment(_) => Flow::Appointment,
        Body::Outcome(_) => Flow::Outcome,
    }
}

fn cause(code: &str, text: &str) -> Vec<Cause> {
    vec![Cause { code: code.to_owned(), text: text.to_owned() }]
}

fn refused(code: &str, text: &str) -> Body {
    Body::Admissibility(Admissibility { admissible: false, causes: cause(code, text), appointment: None })
}

fn not_done() -> Outcome {
    Outcome { done: false, technical: None, causes: cause("E01", "Cliente assente all’appuntamento") }
}

fn done(request: &Request, number: usize, known: Option<&AtPoint>) -> Outcome {
    let made_up = || AtPoint {
        meter: request.meter.clone().unwrap_or_else(|| format!("SIM{number:08}")),
        corrector: None,
        reading: 1000 + u64::try_from(number).unwrap_or(0),
    };
    let there = known.cloned().unwrap_or_else(made_up);
    Outcome {
        done: true,
        technical: Some(Technical {
            pdr: request.pdr.clone(),
            meter: there.meter,
            meter_year: None,
            activated_on: request.asked_on,
            reading: there.reading,
            corrector_reading: there.corrector.as_ref().map(|(_, reading)| *reading),
            corrector: there.corrector.map(|(serial, _)| serial),
        }),
        causes: Vec::new(),
    }
}
