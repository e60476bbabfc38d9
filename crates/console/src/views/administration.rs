//! The index of administration, and the list of keys.

use askama::Template;
use texts::Texts;
use web::layout::{Frame, Link};

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
