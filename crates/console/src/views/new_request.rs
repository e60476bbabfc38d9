//! A new request: for whom, at which supply, which procedure. Also where to say for whom, when the procedure is chosen
//! already.

use askama::Template;
use kernel::Sector;
use texts::Texts;
use web::layout::{Choice, Empty, Field, Frame, Link, Note};

use super::form::Piece;

/// The whole page.
#[derive(Debug, Template)]
#[template(path = "new_request/page.html")]
pub struct NewRequestPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// What the server says: a procedure that cannot be started from here.
    pub note: Option<Note>,
    /// For whom: the search field (GET, `q`).
    pub who: Field,
    /// What the search keeps: names and values.
    pub kept: Vec<(String, String)>,
    /// What was found: customers and supplies, each a link to this page for them.
    pub found: Vec<Candidate>,
    /// What to say when nothing was found.
    pub none: Option<Empty>,
    /// For whom, when it is known.
    pub chosen: Option<Chosen>,
    /// Where the request came from; the first is the usual one.
    pub origins: Vec<Choice>,
    /// Procedures that can be started, in groups.
    pub groups: Vec<ProcedureGroup>,
}

/// A customer or a supply that was found.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The icon.
    pub icon: &'static str,
    /// The name.
    pub title: String,
    /// Codes, address.
    pub detail: Vec<Piece>,
    /// At the right.
    pub side: String,
    /// This page for them.
    pub href: String,
}

/// For whom a request is.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// The customer, surname first; empty when only the supply is known.
    pub name: String,
    /// Customer number and tax code.
    pub detail: Vec<Piece>,
    /// Their page.
    pub href: Option<String>,
    /// Their supplies; the chosen one is current.
    pub supplies: Vec<SupplyChoice>,
    /// This page without them.
    pub other: String,
    /// Values sent with the start: names and values.
    pub kept: Vec<(String, String)>,
}

/// A supply of the customer.
#[derive(Clone, Debug)]
pub struct SupplyChoice {
    /// Its sector.
    pub sector: Sector,
    /// Its code.
    pub code: String,
    /// Its address.
    pub address: String,
    /// Class and word of its state.
    pub state: (&'static str, String),
    /// This page for it.
    pub href: String,
    /// It is the chosen one.
    pub current: bool,
}

/// Procedures under one heading.
#[derive(Clone, Debug)]
pub struct ProcedureGroup {
    /// The heading.
    pub label: String,
    /// The procedures.
    pub procedures: Vec<ProcedureLine>,
}

/// A procedure that can be started.
#[derive(Clone, Debug)]
pub struct ProcedureLine {
    /// Its digit; empty for none.
    pub digit: String,
    /// Its name.
    pub name: String,
    /// Its code.
    pub code: String,
    /// What it is for.
    pub about: String,
    /// The term customers are promised; empty for none.
    pub term: String,
    /// Starts it (POST).
    pub action: String,
    /// It was chosen before this page: its button is the main one.
    pub wanted: bool,
    /// Why it cannot be started for whom was chosen; empty when it can.
    pub why_not: String,
    /// What opens instead, when it cannot be started: the case that is already open.
    pub instead: Option<Link>,
}
