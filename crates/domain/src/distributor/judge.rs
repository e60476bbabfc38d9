//! What becomes of a message that came in: applied to its request, passed over, or laid aside for a person. Nothing is
//! ever dropped.

use super::{Body, Flow, Message};

/// What became of a message, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It belongs to a request of ours and is applied.
    Fits,
    /// The same, found by its point because its code is not known.
    FitsByPoint,
    /// The same, but it comes before a message that should come first.
    Early,
    /// It came before, word for word.
    Repeated,
    /// It comes after the message that overtook it, and says nothing new.
    Overtaken,
    /// It is a request, not an answer.
    NoAnswer,
    /// It says something else than the message of this step that was applied.
    Contradicts,
    /// It is for another seller.
    NotOurs,
    /// Its distributor is not in the settings.
    DistributorUnknown,
    /// No request of ours has its code, and none is open on its point.
    RequestUnknown,
    /// The request was made to another distributor or for another service.
    RequestDiffers,
    /// It is about another point than the request.
    PointDiffers,
    /// The request was answered for good, or withdrawn.
    AfterTheEnd,
    /// The case is closed.
    CaseClosed,
    /// It cannot be read.
    Unreadable,
}

/// What is done with a message of a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is applied to the case.
    Applied,
    /// It is kept and does nothing.
    Ignored,
    /// It waits for a person.
    Quarantined,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Fits,
        Self::FitsByPoint,
        Self::Early,
        Self::Repeated,
        Self::Overtaken,
        Self::NoAnswer,
        Self::Contradicts,
        Self::NotOurs,
        Self::DistributorUnknown,
        Self::RequestUnknown,
        Self::RequestDiffers,
        Self::PointDiffers,
        Self::AfterTheEnd,
        Self::CaseClosed,
        Self::Unreadable,
    ];

    /// The stored word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fits => "fits",
            Self::FitsByPoint => "fits_by_point",
            Self::Early => "early",
            Self::Repeated => "repeated",
            Self::Overtaken => "overtaken",
            Self::NoAnswer => "no_answer",
            Self::Contradicts => "contradicts",
            Self::NotOurs => "not_ours",
            Self::DistributorUnknown => "distributor_unknown",
            Self::RequestUnknown => "request_unknown",
            Self::RequestDiffers => "request_differs",
            Self::PointDiffers => "point_differs",
            Self::AfterTheEnd => "after_the_end",
            Self::CaseClosed => "case_closed",
            Self::Unreadable => "unreadable",
        }
    }

    /// Reads the stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.code() == code)
    }

    /// What is done with the message.
    #[must_use]
    pub const fn fate(self) -> Fate {
        match self {
            Self::Fits | Self::FitsByPoint | Self::Early => Fate::Applied,
            Self::Repeated | Self::Overtaken | Self::NoAnswer => Fate::Ignored,
            _ => Fate::Quarantined,
        }
    }
}

/// The request a message may belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownRequest {
    /// Our code of it.
    pub code: String,
    /// The service asked for.
    pub service: String,
    /// The distributor's VAT number.
    pub distributor: String,
    /// The point.
    pub point: String,
    /// Whether an answer is still awaited.
    pub open: bool,
    /// Whether its case is open.
    pub case_open: bool,
    /// Messages applied to it, in order.
    pub before: Vec<Before>,
}

/// A message that was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// Its step.
    pub flow: Flow,
    /// Which of the step.
    pub sequence: i64,
    /// Its SHA-256.
    pub digest: String,
}

/// What is known when a message is judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Whether it is for this seller.
    pub ours: bool,
    /// Whether its distributor is in the settings.
    pub distributor: bool,
    /// The request with its code.
    pub by_code: Option<KnownRequest>,
    /// Open requests for its service on its point, where it names one.
    pub by_point: Vec<KnownRequest>,
}

/// What becomes of a message, and its place among those of its step.
#[must_use]
pub fn judge(message: &Message, digest: &str, known: &Known) -> (Verdict, i64) {
    let told = message.head.sequence.map(i64::from);
    let none = told.unwrap_or(0);
    if message.head.flow == Flow::Request {
        return (Verdict::NoAnswer, none);
    }
    if !known.ours {
        return (Verdict::NotOurs, none);
    }
    if !known.distributor {
        return (Verdict::DistributorUnknown, none);
    }
    let (request, by_point) = match (&known.by_code, known.by_point.as_slice()) {
        (Some(request), _) => (request, false),
        (None, [only]) => (only, true),
        _ => return (Verdict::RequestUnknown, none),
    };
    if request.distributor != message.head.distributor.as_str() || request.service != message.head.service {
        return (Verdict::RequestDiffers, none);
    }
    if point(message).is_some_and(|point| point != request.point) {
        return (Verdict::PointDiffers, none);
    }
    let of_step = || request.before.iter().filter(|before| before.flow == message.head.flow);
    if let Some(same) = of_step().find(|before| before.digest == digest) {
        return (Verdict::Repeated, same.sequence);
    }
    // Appointments may follow one another; of the other steps there is one, unless the distributor counts them.
    let sequence = match (told, message.head.flow) {
        (Some(told), _) => told,
        (None, Flow::Appointment) => of_step().map(|before| before.sequence).max().unwrap_or(0) + 1,
        (None, _) => 0,
    };
    if of_step().any(|before| before.sequence == sequence) {
        return (Verdict::Contradicts, sequence);
    }
    (settle(message, request, by_point), sequence)
}

/// A message of a step nothing was applied of yet.
fn settle(message: &Message, request: &KnownRequest, by_point: bool) -> Verdict {
    let done = request.before.iter().any(|before| before.flow == Flow::Outcome);
    let overtaken = match &message.body {
        Body::Admissibility(answer) => answer.admissible && done,
        Body::Appointment(_) => done,
        Body::Request(_) | Body::Outcome(_) => false,
    };
    if overtaken {
        return Verdict::Overtaken;
    }
    if !request.open {
        return Verdict::AfterTheEnd;
    }
    if !request.case_open {
        return Verdict::CaseClosed;
    }
    let admitted = request.before.iter().any(|before| before.flow == Flow::Admissibility);
    match message.head.flow {
        Flow::Appointment | Flow::Outcome if !admitted => Verdict::Early,
        _ if by_point => Verdict::FitsByPoint,
        _ => Verdict::Fits,
    }
}

/// The point a message names.
#[must_use]
pub fn point(message: &Message) -> Option<&str> {
    match &message.body {
        Body::Request(request) => Some(request.pdr.as_str()),
        Body::Outcome(outcome) => outcome.technical.as_ref().map(|technical| technical.pdr.as_str()),
        Body::Admissibility(_) | Body::Appointment(_) => None,
    }
}

/// Whether nothing more is awaited after a message: the request was refused, or it came to its end.
#[must_use]
pub const fn ends(message: &Message) -> bool {
    match &message.body {
        Body::Admissibility(answer) => !answer.admissible,
        Body::Outcome(_) => true,
        Body::Request(_) | Body::Appointment(_) => false,
    }
}

#[cfg(test)]
mod tests;
