//! Who may ask which route. A route served without a case here fails the test.

use testkit::Who::{self, Administrator, Agent, BackOffice, Operator, Quality, Supervisor, Technician};

/// Routes of the table that no page answers yet, as `METHOD /path`; the list only shrinks.
pub const UNMOUNTED: &str = include_str!("unmounted.txt");

/// Who may ask.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// Whoever has signed in.
    Everybody,
    /// These roles; all others are refused (403).
    Only(&'static [Who]),
    /// Decided by the thing itself: one that does not exist is refused or not found for everybody.
    OfTheThing,
    /// Ends the session: asked by its own tests.
    Leaves,
}

/// The rule of a route, by `METHOD /path`.
pub fn rule(key: &str) -> Option<Rule> {
    RULES.iter().find(|(known, _)| *known == key).map(|(_, rule)| *rule)
}

/// Whoever may see imports and incidents.
const OFFICE: &[Who] = &[BackOffice, Supervisor, Administrator];
/// Whoever may see the schedule.
const NOT_AGENTS: &[Who] = &[Operator, BackOffice, Supervisor, Technician, Quality, Administrator];
/// Whoever may see the figures of the regulated standards.
const STANDARDS: &[Who] = &[Operator, BackOffice, Supervisor, Quality, Administrator];
/// Whoever may open a case.
const OPENERS: &[Who] = &[Operator, BackOffice, Supervisor, Agent, Administrator];
/// Whoever may work on a case.
const WORKERS: &[Who] = &[Operator, BackOffice, Supervisor, Technician, Agent, Administrator];
/// Whoever may see bills.
const BILLS: &[Who] = &[Operator, BackOffice, Supervisor, Administrator];
/// Whoever may see the audit trail.
const AUDITORS: &[Who] = &[Supervisor, Quality, Administrator];
/// Whoever keeps accounts and brings exports.
const ADMIN: &[Who] = &[Administrator];

const RULES: &[(&str, Rule)] = &[
    ("GET /", Rule::Everybody),
    ("GET /amministrazione", Rule::Only(OFFICE)),
    ("GET /tasti", Rule::Everybody),
    ("GET /agenda", Rule::Only(NOT_AGENTS)),
    ("GET /agenda/appuntamenti/{appointment}", Rule::OfTheThing),
    ("POST /agenda/appuntamenti/{appointment}", Rule::OfTheThing),
    ("GET /agenda/da-assegnare", Rule::Only(NOT_AGENTS)),
    ("GET /agenda/giorno/{date}", Rule::Only(NOT_AGENTS)),
    ("GET /bollette", Rule::Only(BILLS)),
    ("POST /bollette/ristampa", Rule::OfTheThing),
    ("GET /bollette/{bill}", Rule::OfTheThing),
    ("GET /bollette/{bill}/bolletta.pdf", Rule::OfTheThing),
    ("GET /bollette/{bill}/bollettino.pdf", Rule::OfTheThing),
    ("GET /cassa", Rule::Only(BILLS)),
    ("POST /cassa", Rule::OfTheThing),
    ("POST /cassa/apertura", Rule::OfTheThing),
    ("GET /cassa/chiusura", Rule::Only(BILLS)),
    ("POST /cassa/chiusura", Rule::OfTheThing),
    ("GET /cassa/chiusure/{session}/foglio.pdf", Rule::OfTheThing),
    ("GET /cassa/parti/{part}", Rule::OfTheThing),
    ("POST /cassa/parti/{part}", Rule::OfTheThing),
    ("GET /cassa/ricevute", Rule::Only(BILLS)),
    ("GET /cassa/ricevute/{receipt}/ricevuta.pdf", Rule::OfTheThing),
    ("GET /cassa/ricevute/{receipt}/storno", Rule::OfTheThing),
    ("POST /cassa/ricevute/{receipt}/storno", Rule::OfTheThing),
    ("GET /casa/appuntamenti", Rule::Everybody),
    ("GET /casa/lavoro", Rule::Everybody),
    ("GET /casa/riquadri", Rule::Everybody),
    ("GET /cerca", Rule::Everybody),
    ("GET /cerca/esiti", Rule::Everybody),
    ("GET /clienti", Rule::Everybody),
    ("GET /clienti/nuovo", Rule::OfTheThing),
    ("GET /clienti/{party}", Rule::OfTheThing),
    ("GET /clienti/{party}/contatti", Rule::OfTheThing),
    ("POST /clienti/{party}/contatti", Rule::OfTheThing),
    ("GET /clienti/{party}/parti/{part}", Rule::OfTheThing),
    ("POST /esci", Rule::Leaves),
    ("GET /forniture/{point}", Rule::OfTheThing),
    ("GET /importazioni", Rule::Only(OFFICE)),
    ("GET /importazioni/{import}", Rule::Only(OFFICE)),
    ("GET /importazioni/{import}/esito.json", Rule::Only(OFFICE)),
    ("GET /importazioni/{import}/righe", Rule::Only(OFFICE)),
    ("GET /incidenti", Rule::Only(OFFICE)),
    ("POST /incidenti/lavori/{job}/riprova", Rule::Only(OFFICE)),
    ("GET /profilo", Rule::Everybody),
    ("POST /profilo", Rule::Everybody),
    ("POST /profilo/password", Rule::Everybody),
    ("GET /richieste", Rule::Everybody),
    ("POST /richieste/azioni", Rule::Everybody),
    ("POST /richieste/prossima", Rule::Only(WORKERS)),
    ("GET /richieste.xlsx", Rule::Everybody),
    ("POST /richieste/viste", Rule::OfTheThing),
    ("GET /richieste/nuova", Rule::Everybody),
    ("GET /richieste/nuova/{procedure}", Rule::Everybody),
    ("POST /richieste/nuova/{procedure}", Rule::Only(OPENERS)),
    ("GET /richieste/righe", Rule::Everybody),
    ("GET /richieste/{case}/seguito", Rule::OfTheThing),
    ("POST /richieste/{case}/seguito", Rule::OfTheThing),
    ("GET /richieste/{case}", Rule::OfTheThing),
    ("GET /richieste/{case}/annulla", Rule::OfTheThing),
    ("POST /richieste/{case}/annulla", Rule::OfTheThing),
    ("POST /richieste/{case}/commenti", Rule::OfTheThing),
    ("POST /richieste/{case}/compiti/{task}", Rule::OfTheThing),
    ("POST /richieste/{case}/compiti/{task}/presa", Rule::OfTheThing),
    ("GET /richieste/{case}/anteprima/{paper}", Rule::OfTheThing),
    ("GET /richieste/{case}/date", Rule::OfTheThing),
    ("POST /richieste/{case}/date", Rule::OfTheThing),
    ("GET /richieste/{case}/date/{fact}", Rule::OfTheThing),
    ("POST /richieste/{case}/date/{fact}", Rule::OfTheThing),
    ("GET /richieste/{case}/diagramma.json", Rule::OfTheThing),
    ("GET /richieste/{case}/diagramma.xml", Rule::OfTheThing),
    ("GET /richieste/{case}/documenti", Rule::OfTheThing),
    ("POST /richieste/{case}/documenti", Rule::OfTheThing),
    ("POST /richieste/{case}/documenti/{document}/invia", Rule::OfTheThing),
    ("GET /richieste/{case}/documenti/{file}", Rule::OfTheThing),
    ("GET /richieste/{case}/parti/{part}", Rule::OfTheThing),
    ("GET /richieste/{case}/riassegna", Rule::OfTheThing),
    ("POST /richieste/{case}/riassegna", Rule::OfTheThing),
    ("POST /richieste/{case}/riprendi", Rule::OfTheThing),
    ("GET /richieste/{case}/sospendi", Rule::OfTheThing),
    ("POST /richieste/{case}/sospendi", Rule::OfTheThing),
    ("GET /registro", Rule::Only(AUDITORS)),
    ("POST /sessione", Rule::Everybody),
    ("GET /utenti", Rule::Only(ADMIN)),
    ("GET /utenti/nuovo", Rule::Only(ADMIN)),
    ("POST /utenti/nuovo", Rule::Only(ADMIN)),
    ("GET /utenti/{user}", Rule::Only(ADMIN)),
    ("POST /utenti/{user}", Rule::Only(ADMIN)),
    ("POST /utenti/{user}/password", Rule::Only(ADMIN)),
    ("GET /voltura", Rule::Only(OPENERS)),
    ("POST /voltura", Rule::Only(OPENERS)),
    ("GET /voltura/{case}/anagrafiche", Rule::OfTheThing),
    ("GET /voltura/{case}/aumento-potenza", Rule::OfTheThing),
    ("POST /voltura/{case}/aumento-potenza", Rule::OfTheThing),
    ("POST /voltura/{case}/bozza", Rule::OfTheThing),
    ("GET /voltura/{case}/{step}", Rule::OfTheThing),
    ("POST /voltura/{case}/{step}", Rule::OfTheThing),
    ("GET /api/v1/appointments", Rule::Only(NOT_AGENTS)),
    ("GET /api/v1/appointments/{appointment}", Rule::Only(NOT_AGENTS)),
    ("PATCH /api/v1/appointments/{appointment}", Rule::OfTheThing),
    ("GET /api/v1/audit", Rule::OfTheThing),
    ("GET /api/v1/bills", Rule::OfTheThing),
    ("GET /api/v1/cases", Rule::Everybody),
    ("POST /api/v1/cases", Rule::OfTheThing),
    ("GET /api/v1/cases/{case}", Rule::OfTheThing),
    ("POST /api/v1/cases/{case}/cancel", Rule::OfTheThing),
    ("GET /api/v1/cases/{case}/clock", Rule::OfTheThing),
    ("GET /api/v1/cases/{case}/comments", Rule::OfTheThing),
    ("POST /api/v1/cases/{case}/comments", Rule::OfTheThing),
    ("GET /api/v1/cases/{case}/documents", Rule::OfTheThing),
    ("POST /api/v1/cases/{case}/documents", Rule::OfTheThing),
    ("GET /api/v1/cases/{case}/facts", Rule::OfTheThing),
    ("POST /api/v1/cases/{case}/facts", Rule::OfTheThing),
    ("POST /api/v1/cases/{case}/messages", Rule::OfTheThing),
    ("POST /api/v1/cases/{case}/reassign", Rule::OfTheThing),
    ("POST /api/v1/cases/{case}/resume", Rule::OfTheThing),
    ("POST /api/v1/cases/{case}/suspend", Rule::OfTheThing),
    ("GET /api/v1/contracts", Rule::OfTheThing),
    ("GET /api/v1/contracts/{contract}", Rule::OfTheThing),
    ("GET /api/v1/documents/{document}", Rule::OfTheThing),
    ("GET /api/v1/documents/{document}/content", Rule::OfTheThing),
    ("GET /api/v1/imports", Rule::Only(OFFICE)),
    ("GET /api/v1/imports/{import}", Rule::Only(OFFICE)),
    ("GET /api/v1/incidents", Rule::Only(OFFICE)),
    ("POST /api/v1/incidents/{job}/retry", Rule::Only(OFFICE)),
    ("GET /api/v1/me", Rule::Everybody),
    ("GET /api/v1/parties", Rule::Everybody),
    ("GET /api/v1/parties/{party}", Rule::OfTheThing),
    ("GET /api/v1/parties/{party}/balance", Rule::Only(BILLS)),
    ("GET /api/v1/parties/{party}/contacts", Rule::OfTheThing),
    ("POST /api/v1/parties/{party}/contacts", Rule::OfTheThing),
    ("GET /api/v1/procedures", Rule::Everybody),
    ("POST /api/v1/quality/evaluate", Rule::Only(STANDARDS)),
    ("GET /api/v1/search", Rule::Everybody),
    ("GET /api/v1/standards", Rule::Only(STANDARDS)),
    ("GET /api/v1/supply-points", Rule::Everybody),
    ("GET /api/v1/supply-points/{point}", Rule::OfTheThing),
    ("GET /api/v1/supply-points/{point}/readings", Rule::OfTheThing),
    ("GET /api/v1/tasks", Rule::OfTheThing),
    ("GET /api/v1/tasks/{task}", Rule::OfTheThing),
    ("POST /api/v1/tasks/{task}/complete", Rule::OfTheThing),
];
