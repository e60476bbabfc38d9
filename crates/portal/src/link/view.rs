//! What the pages of a link show.

use app::{
    FieldProblem, Settings,
    links::{LinkPage, Shown},
};
use askama::Template;
use routes::{
    Route,
    portal::{LinkDocument, LinkShow},
};
use texts::Texts;
use web::Form;

use super::questions::{self, Question};

/// Names of the fields beside those of the task's form.
pub mod names {
    /// The name of whoever answers.
    pub const NAME: &str = "nome-e-cognome";
    /// The box that confirms.
    pub const CONFIRMED: &str = "confermo";
}

/// Whom to ask for help.
#[derive(Clone, Debug)]
pub struct Help {
    /// The utility.
    pub utility: String,
    /// Its address and VAT number, on one line each.
    pub lines: Vec<String>,
    /// Its telephone.
    pub phone: String,
    /// How to reach it, in words.
    pub text: String,
}

impl Help {
    /// The utility of the settings.
    #[must_use]
    pub fn of(settings: &Settings, t: &Texts) -> Self {
        Self {
            utility: settings.utility.clone(),
            lines: vec![settings.utility_address.clone(), t.till_vat(&settings.utility_vat)],
            phone: t.link_phone(&settings.utility_phone),
            text: t.link_help_text(&settings.utility_phone, &settings.utility_email),
        }
    }
}

/// The page where the task is done.
#[derive(Debug, Template)]
#[template(path = "link/open.html")]
pub struct OpenLink<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Whom to ask.
    pub help: Help,
    /// The heading.
    pub title: String,
    /// What to know first; empty: nothing.
    pub lead: String,
    /// Until when.
    pub until: String,
    /// Where the form is sent.
    pub action: String,
    /// What it is about: label and lines.
    pub facts: Vec<(String, Vec<String>)>,
    /// The papers: address, title and size.
    pub papers: Vec<(String, String, String)>,
    /// What is asked.
    pub questions: Vec<Question>,
    /// The name of whoever answers.
    pub name: Question,
    /// The box that confirms.
    pub confirm: Question,
    /// What is wrong: anchor and words.
    pub faults: Vec<(String, String)>,
}

impl<'a> OpenLink<'a> {
    /// The page of a link that can be used, with what was typed and what is wrong with it.
    #[must_use]
    pub fn of(
        t: &'a Texts,
        help: Help,
        token: &str,
        page: &LinkPage,
        form: &Form,
        problems: &[FieldProblem],
    ) -> Self {
        let questions: Vec<Question> =
            page.fields.iter().map(|field| questions::of_field(t, field, form, problems)).collect();
        let name = questions::name(t, form, problems);
        let confirm = questions::confirm(t, form, problems);
        let faults: Vec<(String, String)> =
            questions.iter().chain([&name, &confirm]).filter_map(Question::fault_line).collect();
        // What is wrong with an answer that is not asked here cannot be put right here: it is said all the same.
        let other = faults.is_empty() && !problems.is_empty();
        let more = other.then(|| (names::NAME.to_owned(), t.link_fault_other()));
        Self {
            t,
            help,
            title: if page.title.is_empty() { t.link_title(&page.number) } else { page.title.clone() },
            lead: page.lead.clone(),
            until: t.link_until(t.date(page.last_day)),
            action: LinkShow::new(token).url(),
            facts: facts(t, page),
            papers: page
                .papers
                .iter()
                .map(|paper| {
                    let size = t.link_paper_size(t.number((paper.size / 1024).max(1)));
                    (LinkDocument::new(token, paper.id).url(), paper.title.clone(), size)
                })
                .collect(),
            questions,
            name,
            confirm,
            faults: faults.into_iter().chain(more).collect(),
        }
    }
}

fn facts(t: &Texts, page: &LinkPage) -> Vec<(String, Vec<String>)> {
    let mut facts = vec![
        (t.link_procedure(), vec![page.procedure.clone()]),
        (t.link_number(), vec![page.number.clone()]),
    ];
    if !page.point.is_empty() {
        facts.push((t.link_point(), vec![page.point.clone()]));
    }
    facts.extend(page.shown.iter().map(|(label, shown)| {
        let lines = match shown {
            Shown::Money(amount) => vec![t.money(*amount)],
            Shown::Day(day) => vec![t.date(*day)],
            Shown::Flag(true) => vec![t.link_yes()],
            Shown::Flag(false) => vec![t.link_no()],
            Shown::Words(lines) => lines.clone(),
        };
        (label.clone(), lines)
    }));
    facts
}

/// A page that only says something.
#[derive(Debug, Template)]
#[template(path = "link/said.html")]
pub struct SaidLink<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Whom to ask.
    pub help: Help,
    /// The heading.
    pub title: String,
    /// What is said.
    pub text: String,
    /// Whether it is good news.
    pub done: bool,
}
