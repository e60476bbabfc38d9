//! The index of administration, and the list of keys.

use askama::Template;
use texts::Texts;
use web::layout::{Empty, Field, Frame, Link};

/// The index of administration.
#[derive(Debug, Template)]
#[template(path = "administration/page.html")]
pub struct AdministrationPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// What may be administered.
    pub parts: Vec<Part>,
}

/// One part of administration.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its icon.
    pub icon: &'static str,
    /// Its page.
    pub link: Link,
    /// A line about it; may be empty.
    pub meta: String,
}

/// The list of keys as a page.
#[derive(Debug, Template)]
#[template(path = "administration/keys.html")]
pub struct KeysPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
}

/// The audit trail.
#[derive(Debug, Template)]
#[template(path = "administration/audit.html")]
pub struct AuditPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// Filters.
    pub fields: Vec<Field>,
    /// The first day: ISO, empty for none, and as people read it.
    pub from: (String, Option<String>),
    /// The last day, likewise.
    pub to: (String, Option<String>),
    /// The trail without filters, when there are any.
    pub cleared: Option<String>,
    /// Entries, newest first.
    pub rows: Vec<AuditRow>,
    /// The first page, when this is not it.
    pub newest: Option<String>,
    /// The entries before these.
    pub older: Option<String>,
    /// What to say when there are none.
    pub empty: Empty,
}

/// An entry of the trail.
#[derive(Clone, Debug)]
pub struct AuditRow {
    /// A name of the row that no other has.
    pub name: String,
    /// When.
    pub at: String,
    /// Who.
    pub who: String,
    /// What they did.
    pub what: String,
    /// What it is about: its page, or its kind where there is none.
    pub about: Result<Link, String>,
}
