//! What the page of a link shows.

use kernel::{Date, DocumentId, Lang, Money};
use procedures::{Field, FieldKind};
use serde_json::Value as Json;
use store::{Tx, cases::document};

use super::state::{Known, LinkState, Standing, Visitor, known, limit, papers, standing};
use crate::{App, Error, cases::form_of, read};

/// A link that can be used.
#[derive(Clone, Debug)]
pub struct LinkPage {
    /// The customer's language.
    pub lang: Lang,
    /// The number of the case.
    pub number: String,
    /// The name of the procedure.
    pub procedure: String,
    /// What is asked: the text `link-<task>-title` of the pack; empty where it has none.
    pub title: String,
    /// What to know first: the text `link-<task>` of the pack; empty where it has none.
    pub lead: String,
    /// The supply it is about, on one line; empty: none.
    pub point: String,
    /// Answers of the case: label and value.
    pub shown: Vec<(String, Shown)>,
    /// The papers that were sent with it.
    pub papers: Vec<LinkPaper>,
    /// What is asked.
    pub fields: Vec<LinkField>,
    /// The last day.
    pub last_day: Date,
}

/// A value to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// An amount.
    Money(Money),
    /// A day.
    Day(Date),
    /// Yes or no.
    Flag(bool),
    /// Words, one line each.
    Words(Vec<String>),
}

/// A paper that can be read through the link.
#[derive(Clone, Debug)]
pub struct LinkPaper {
    /// The paper.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// Its size in bytes.
    pub size: i64,
}

/// A field that is asked.
#[derive(Clone, Debug)]
pub struct LinkField {
    /// Its name.
    pub name: String,
    /// How it is asked.
    pub ask: LinkAsk,
    /// Its label in the customer's language.
    pub label: String,
    /// Its hint; empty: none.
    pub hint: String,
    /// What a failed check says; empty: nothing of its own.
    pub check: String,
    /// Whether it must be answered whatever else is.
    pub required: bool,
    /// What a choice offers: value and label.
    pub choices: Vec<(String, String)>,
}

/// Shows the page of a link.
///
/// # Errors
/// [`Error::TooMany`] when one network address, or anybody with this link, tries too often.
pub async fn look_at_link(app: &App, token: &str, visitor: &Visitor) -> Result<LinkState, Error> {
    limit(app, token, visitor).await?;
    let (app_, token) = (app.clone(), token.to_owned());
    read(app, "link", move |tx| look(&app_, tx, &token)).await
}

/// The same inside a unit of work.
pub(super) fn look(app: &App, tx: &mut Tx<'_>, token: &str) -> Result<LinkState, Error> {
    let ctx = app.system("link");
    let Some(known) = known(app, &ctx, tx, token)? else { return Ok(LinkState::Gone) };
    let (lang, number) = (known.lang, known.case.number.clone());
    Ok(match standing(tx, &known, ctx.now())? {
        Standing::Open => LinkState::Open(Box::new(page(tx, &known)?)),
        Standing::Pending => LinkState::Pending(lang),
        Standing::Used(at) => LinkState::Used { at, number, lang },
        Standing::Lapsed => LinkState::Lapsed { last_day: known.link.last_day, number, lang },
        Standing::Gone => {
            tracing::info!(case = %number, "a link that serves no more was opened");
            LinkState::Gone
        }
    })
}

fn page(tx: &mut Tx<'_>, known: &Known) -> Result<LinkPage, Error> {
    let Known { link, case, pack, lang } = known;
    let lang = *lang;
    let key = format!("link-{}", link.task.replace('_', "-"));
    let text = |key: &str| pack.texts.get(lang, key, &[("number", case.number.as_str())]).unwrap_or_default();
    let form = form_of(pack, &link.task).ok_or(Error::NotFound { kind: "form" })?;
    let field = |name: &String| form.fields.iter().find(|field| field.name == *name);
    let shown = link.shows.iter().filter_map(|name| {
        let value = case.data.get(name).filter(|value| !value.is_null())?;
        let shown = of_value(pack.field(name), value, |code| {
            text(&format!("choice-{}-{}", name.replace('_', "-"), code.replace('_', "-")))
        })?;
        Some((text(&format!("field-{}", name.replace('_', "-"))), shown))
    });
    Ok(LinkPage {
        lang,
        number: case.number.clone(),
        procedure: pack.texts.or_key(lang, "procedure"),
        title: text(&format!("{key}-title")),
        lead: text(&key),
        point: case.point_label.clone(),
        shown: shown.collect(),
        papers: papers(tx, known)?
            .into_iter()
            .map(|paper| LinkPaper { id: paper.id, title: paper.title, size: paper.size })
            .collect(),
        fields: link.asks.iter().filter_map(field).map(|field| asked(field, &text)).collect(),
        last_day: link.last_day,
    })
}

/// How a field is asked of somebody outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkAsk {
    /// One of its choices.
    Choice,
    /// Several lines.
    Lines,
    /// Yes when ticked.
    Flag,
    /// A day.
    Day,
    /// An amount.
    Amount,
    /// A number.
    Number,
    /// An electronic address.
    Email,
    /// A telephone number.
    Phone,
    /// A line of text.
    Text,
}

const fn ask_of(kind: FieldKind) -> LinkAsk {
    match kind {
        FieldKind::Choice => LinkAsk::Choice,
        FieldKind::LongText => LinkAsk::Lines,
        FieldKind::Flag => LinkAsk::Flag,
        FieldKind::Date => LinkAsk::Day,
        FieldKind::Money => LinkAsk::Amount,
        FieldKind::Integer | FieldKind::Decimal => LinkAsk::Number,
        FieldKind::Email => LinkAsk::Email,
        FieldKind::Phone => LinkAsk::Phone,
        _ => LinkAsk::Text,
    }
}

fn asked(field: &Field, text: &impl Fn(&str) -> String) -> LinkField {
    let key = field.name.replace('_', "-");
    LinkField {
        name: field.name.clone(),
        ask: ask_of(field.kind),
        label: text(&format!("field-{key}")),
        hint: text(&format!("field-{key}-hint")),
        check: text(&format!("field-{key}-check")),
        required: field.required && field.when.is_none(),
        choices: field
            .choices
            .iter()
            .map(|choice| {
                let label = text(&format!("choice-{key}-{}", choice.value.replace('_', "-")));
                (choice.value.clone(), label)
            })
            .collect(),
    }
}

/// An answer as people read it; none when it has no words for them.
fn of_value(field: Option<&Field>, value: &Json, choice: impl Fn(&str) -> String) -> Option<Shown> {
    let kind = field.map(|field| field.kind);
    Some(match (kind, value) {
        (Some(FieldKind::Money), _) => Shown::Money(Money::from_cents(value.as_i64()?)),
        (Some(FieldKind::Date), _) => Shown::Day(value.as_str()?.parse().ok()?),
        (Some(FieldKind::Choice), Json::String(code)) => Shown::Words(vec![choice(code)]),
        (_, Json::Bool(flag)) => Shown::Flag(*flag),
        (_, Json::Number(number)) => Shown::Words(vec![number.to_string()]),
        (_, Json::String(text)) => Shown::Words(text.lines().map(str::to_owned).collect()),
        _ => return None,
    })
}

/// A paper that was sent with a link that can be used.
///
/// # Errors
/// [`Error::NotFound`] when the link cannot be used or has no such paper; [`Error::TooMany`].
pub async fn link_paper(
    app: &App,
    token: &str,
    visitor: &Visitor,
    id: DocumentId,
) -> Result<(document::Document, Vec<u8>), Error> {
    limit(app, token, visitor).await?;
    let (app_, token) = (app.clone(), token.to_owned());
    read(app, "link-paper", move |tx| {
        let missing = || Error::NotFound { kind: "document" };
        let ctx = app_.system("link");
        let known = known(&app_, &ctx, tx, &token)?.ok_or_else(missing)?;
        if !matches!(standing(tx, &known, ctx.now())?, Standing::Open) {
            return Err(missing());
        }
        let paper = papers(tx, &known)?.into_iter().find(|paper| paper.id == id).ok_or_else(missing)?;
        let content = document::content(tx, id)?.ok_or_else(missing)?;
        Ok((paper, content))
    })
    .await
}
