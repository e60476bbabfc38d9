//! Which procedures can be started.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use kernel::{Lang, Sector};
pub use procedures::{Group, Paper};
use standards::Packs;

use crate::{App, Ctx, Error, read};

/// A procedure as the page of a new request offers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcedureLine {
    /// Its code.
    pub code: String,
    /// The version that starts new cases.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// The digit that starts it on every screen; none for procedures picked from the list.
    pub digit: Option<char>,
    /// Its short name beside the digit; its name where it has no digit.
    pub act: String,
    /// What it is about.
    pub group: Group,
    /// The services it is for.
    pub sectors: Vec<Sector>,
    /// Where it may be started, codes of [`domain::cases::Origin`].
    pub origins: Vec<String>,
    /// Whether its request is a draft first, filled in step by step: such a one may start without knowing for whom.
    pub draft: bool,
    /// The terms customers are promised today: service, level, code of the unit. Each once, in order of services.
    pub terms: Vec<(Sector, i64, &'static str)>,
    /// The service standards its clocks keep to today, id and name, each once.
    pub standards: BTreeMap<String, String>,
    /// Whether this account may start it.
    pub allowed: bool,
    /// The names of its elements by id, for lists that show where a case stands.
    pub steps: Arc<BTreeMap<String, String>>,
}

/// The words of a procedure in one language, put together once.
#[derive(Debug)]
pub(super) struct Shown {
    name: String,
    act: String,
    steps: Arc<BTreeMap<String, String>>,
}

impl Shown {
    pub(super) fn of(pack: &procedures::Pack, lang: Lang) -> Self {
        let name = pack.texts.or_key(lang, "procedure");
        let elements = pack.executables.values().flat_map(|executable| &executable.elements);
        let named = elements.map(|element| (element.id.to_string(), pack.element_name(&element.id, lang)));
        Self {
            act: pack.texts.get(lang, "act", &[]).unwrap_or_else(|| name.clone()),
            steps: Arc::new(named.collect()),
            name,
        }
    }
}

/// Every published procedure with its name in the account's language, by code.
///
/// # Errors
/// [`Error`] from the database.
pub async fn list_procedures(app: &App, ctx: &Ctx) -> Result<Vec<ProcedureLine>, Error> {
    let (app_, ctx) = (app.clone(), ctx.clone());
    read(app, "list-procedures", move |tx| {
        let packs = app_.procedures.all(tx)?.into_iter();
        Ok(packs
            .map(|(version, pack)| {
                line(&ctx, version, &pack, &app_.procedures.shown(&pack, version, ctx.lang))
            })
            .collect())
    })
    .await
}

/// A form of a procedure and what the API takes for it.
#[derive(Clone, Debug)]
pub struct FormSchema {
    /// The task that asks it: the element of the process.
    pub task: String,
    /// The form.
    pub form: String,
    /// Its title.
    pub title: String,
    /// JSON Schema of the answers.
    pub schema: serde_json::Value,
}

/// One published procedure with the forms of its tasks, in the order of its diagram.
///
/// # Errors
/// [`Error::NotFound`] when no such procedure is published.
pub async fn show_procedure(
    app: &App,
    ctx: &Ctx,
    code: &str,
) -> Result<(ProcedureLine, Vec<FormSchema>), Error> {
    let (app_, ctx, code) = (app.clone(), ctx.clone(), code.to_owned());
    read(app, "show-procedure", move |tx| {
        let (version, pack) = app_.procedures.newest(tx, &code)?;
        let shown = app_.procedures.shown(&pack, version, ctx.lang);
        let drawn = pack.executable.elements.iter();
        let forms = drawn
            .filter_map(|element| {
                let form = pack.form(element.activity.as_deref()?.form.as_deref()?)?;
                Some(FormSchema {
                    task: element.id.to_string(),
                    form: form.id.clone(),
                    title: pack.texts.or_key(ctx.lang, &format!("form-{}", form.id.replace('_', "-"))),
                    schema: form.schema(&pack.texts, ctx.lang),
                })
            })
            .collect();
        Ok((line(&ctx, version, &pack, &shown), forms))
    })
    .await
}

fn line(ctx: &Ctx, version: i64, pack: &procedures::Pack, shown: &Shown) -> ProcedureLine {
    ProcedureLine {
        act: shown.act.clone(),
        name: shown.name.clone(),
        digit: pack.digit,
        group: pack.group,
        sectors: pack.sectors.clone(),
        origins: pack.origins.clone(),
        draft: pack.has_draft(),
        terms: terms(ctx, pack),
        standards: standards(ctx, pack),
        allowed: ctx.may(domain::access::Resource::Case, domain::access::Action::Create)
            && (pack.roles.is_empty()
                || ctx.roles.is_empty()
                || ctx.roles.iter().any(|role| pack.roles.iter().any(|code| code == role.code()))),
        steps: Arc::clone(&shown.steps),
        code: pack.code.clone(),
        version,
    }
}

fn terms(ctx: &Ctx, pack: &procedures::Pack) -> Vec<(Sector, i64, &'static str)> {
    let today = ctx.today();
    let mut terms = BTreeSet::new();
    for (sector, id) in pack.clocks.iter().flat_map(|clock| &clock.standard) {
        let standard = Packs::shipped().in_force(id, today).filter(|standard| standard.unit.is_clocked());
        terms.extend(standard.map(|standard| (*sector, standard.limit, standard.unit.code())));
    }
    terms.into_iter().collect()
}

fn standards(ctx: &Ctx, pack: &procedures::Pack) -> BTreeMap<String, String> {
    let today = ctx.today();
    let ids = pack.clocks.iter().flat_map(|clock| clock.standard.values());
    let known = ids.filter_map(|id| Packs::shipped().in_force(id, today));
    known
        .map(|standard| {
            let name = if ctx.lang == Lang::It { &standard.name_it } else { &standard.name_en };
            (standard.id.clone(), name.clone())
        })
        .collect()
}
