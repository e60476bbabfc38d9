//! What a distributor says, as it stands in its files.

use domain::distributor::{Admissibility, Appointment, Body, Cause, Flow, Head, Message, Outcome, Technical};
use kernel::Date;

fn message(request: &str, body: Body) -> Message {
    let flow = match body {
        Body::Request(_) => Flow::Request,
        Body::Admissibility(_) => Flow::Admissibility,
        Body::Appointment(_) => Flow::Appointment,
        Body::Outcome(_) => Flow::Outcome,
    };
    Message {
        head: Head {
            service: "A01".to_owned(),
            flow,
            seller: "01234560157".parse().unwrap(),
            distributor: "00488410010".parse().unwrap(),
            request: request.to_owned(),
            distributor_code: Some("D1".to_owned()),
            sequence: None,
        },
        body,
        note: String::new(),
        unknown: Vec::new(),
    }
}

/// The request is taken.
pub fn admitted(request: &str) -> Message {
    let answer = Admissibility { admissible: true, causes: Vec::new(), appointment: None };
    message(request, Body::Admissibility(answer))
}

/// The request is not taken: the point is not known.
pub fn refused(request: &str) -> Message {
    let causes = vec![Cause { code: "010".to_owned(), text: "PdR inesistente".to_owned() }];
    message(request, Body::Admissibility(Admissibility { admissible: false, causes, appointment: None }))
}

/// Somebody comes on the day after, for two hours.
pub fn visit(request: &str, hour: u16) -> Message {
    let on = Date::new(2026, 3, 12).unwrap();
    message(request, Body::Appointment(Appointment { on, from: Some(hour * 60), to: Some(hour * 60 + 120) }))
}

/// Gas flows.
pub fn done(request: &str, pdr: &str) -> Message {
    done_with(request, pdr, "M1", 12)
}

/// The same with what is at the point: the meter and what it shows.
pub fn done_with(request: &str, pdr: &str, meter: &str, reading: u64) -> Message {
    let technical = Technical {
        pdr: pdr.parse().unwrap(),
        meter: meter.to_owned(),
        meter_year: None,
        corrector: None,
        activated_on: Date::new(2026, 3, 11).unwrap(),
        reading,
        corrector_reading: None,
    };
    message(request, Body::Outcome(Outcome { done: true, technical: Some(technical), causes: Vec::new() }))
}
