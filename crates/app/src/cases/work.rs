//! Tasks of a case and the cases of a customer, for those who work without pages.

use domain::{
    access::{Action, Resource},
    cases::Case,
};
use feel::Env;
use kernel::{CaseId, Money, PartyId, TaskId};
use procedures::Pack;
use serde_json::{Map, Value as Json};
pub use store::cases::{list::Order, task::Task};
use store::{
    Tx,
    cases::{case as cases, task},
    registry::party,
};

use super::{
    answer::form_of,
    offered::{self, Offered},
};
use crate::{App, Ctx, Error, error::found, read};

/// A field a task asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedField {
    /// Its name: the key of the answer.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// Its kind: `text`, `date`, `money`, ….
    pub kind: String,
    /// Whether it must be answered, with the answers so far.
    pub required: bool,
    /// The answers it takes with what is answered so far; empty when free.
    pub choices: Vec<String>,
    /// What is proposed while nothing is answered.
    pub proposal: Option<Json>,
    /// Columns of twelve it takes; 0 when the pack does not say.
    pub width: u8,
    /// The unit shown behind it; empty for none.
    pub unit: String,
    /// Worked out from the other answers, not to be given.
    pub computed: bool,
    /// What is worked out from the answers stored so far; none where nothing is, or the field is asked for.
    pub value: Option<Json>,
    /// The fields of each row, for a group.
    pub fields: Vec<Self>,
    /// The fewest rows of a group.
    pub least: usize,
    /// The most rows of a group.
    pub most: usize,
    /// Of a group, what each row stored so far asks, in order.
    pub rows: Vec<Vec<Self>>,
    /// Of a group, what a row asks in which nothing is answered yet.
    pub blank: Vec<Self>,
    /// What the registry offers: bills or contracts of the customer.
    pub offered: Vec<Offered>,
    /// What the price list offers to lines of a price list; empty where there is none: code and price are typed then.
    pub prices: Vec<PriceItem>,
}

/// An item of a price list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceItem {
    /// Its code: the answer.
    pub code: String,
    /// What people call it.
    pub label: String,
    /// What is counted: `m`, `h`; empty for pieces.
    pub unit: String,
    /// The price of one without VAT; none: the line says it.
    pub price: Option<Money>,
    /// The rate of VAT in tenths of a percent; none when it is not known.
    pub vat_tenths: Option<u16>,
}

impl AskedField {
    /// A field with the words of its pack. `required` is what holds now.
    fn of(field: &procedures::Field, pack: &Pack, lang: kernel::Lang, required: bool) -> Self {
        Self {
            name: field.name.clone(),
            label: pack.texts.or_key(lang, &format!("field-{}", field.name.replace('_', "-"))),
            kind: kind_word(&field.kind),
            required,
            choices: field.choices.iter().map(|choice| choice.value.clone()).collect(),
            proposal: None,
            width: field.width,
            unit: field.unit.clone().unwrap_or_default(),
            computed: field.compute.is_some(),
            value: None,
            fields: field.fields.iter().map(|inner| Self::of(inner, pack, lang, inner.required)).collect(),
            least: field.times.least,
            most: field.times.most,
            rows: Vec::new(),
            blank: Vec::new(),
            offered: Vec::new(),
            prices: Vec::new(),
        }
    }

    /// What a row of a group asks for its own answers and those around it.
    fn row(
        (field, row): (&procedures::Field, &Map<String, Json>),
        (pack, lang): (&Pack, kernel::Lang),
        answers: &Map<String, Json>,
        env: &Env,
    ) -> Vec<Self> {
        let shown = field.shown_in_row(row, answers, env).into_iter();
        shown.map(|(inner, required)| Self::of(inner, pack, lang, required)).collect()
    }
}

/// A task with what it asks.
#[derive(Clone, Debug)]
pub struct TaskView {
    /// The task.
    pub task: Task,
    /// The version of its case, for a conditional completion.
    pub case_version: i64,
    /// The fields shown for the answers so far.
    pub fields: Vec<AskedField>,
    /// The answers so far that are fields of the form.
    pub answers: Map<String, Json>,
}

/// The word of a field's kind: `SupplyPoint` is `supply_point`.
fn kind_word(kind: &impl std::fmt::Debug) -> String {
    let mut word = String::new();
    for letter in format!("{kind:?}").chars() {
        if letter.is_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.extend(letter.to_lowercase());
    }
    word
}

/// One task with what it asks.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn show_task(app: &App, ctx: &Ctx, id: TaskId) -> Result<TaskView, Error> {
    let (app_, ctx) = (app.clone(), ctx.clone());
    read(app, "show-task", move |tx| {
        let task = task::by_id(tx, id)?.ok_or(Error::NotFound { kind: "task" })?;
        let case = match found(cases::for_action(tx, &ctx, task.case_id, Action::Read)?, "task") {
            Ok(case) => case.into_inner(),
            Err(error) => return Err(error),
        };
        let pack = app_.procedures.version(tx, &case.procedure, case.bundle_version)?;
        let fields = asked(&ctx, tx, &pack, &task.element, &case)?;
        let answers = fields
            .iter()
            .filter_map(|field| Some((field.name.clone(), case.data.get(&field.name)?.clone())))
            .collect();
        Ok(TaskView { case_version: case.version, fields, answers, task })
    })
    .await
}

/// The fields a form asks for with the answers so far.
fn asked(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    pack: &Pack,
    element: &str,
    case: &Case,
) -> Result<Vec<AskedField>, Error> {
    let env = Env { now: ctx.now() };
    let Some(form) = form_of(pack, element) else { return Ok(Vec::new()) };
    // A form that is opened for the first time works out at once what the answers of earlier forms allow.
    let computed = form.computed(&case.data, &env);
    let mut answers = case.data.clone();
    answers.extend(computed.clone());
    let answers = &answers;
    // What is proposed counts as answered when it is decided what else is asked: the page shows it that way.
    let mut likely = answers.clone();
    for field in &form.fields {
        if likely.contains_key(&field.name) {
            continue;
        }
        // A proposal may rest on the ones before it.
        if let Some(proposal) = form.proposal(field, &likely, &env) {
            likely.insert(field.name.clone(), proposal);
        }
    }
    let mut fields = Vec::new();
    let shown = form.visible(&likely, &env);
    for field in shown.into_iter().filter(|field| offered::is_offered(case, &field.name)) {
        let required = form.is_required(field, &likely, &env);
        let mut offers = Vec::new();
        for inner in &field.fields {
            offers.push((inner.name.as_str(), offered::of(tx, case, inner.kind)?));
        }
        let row = |row: &Map<String, Json>| {
            let mut asked = AskedField::row((field, row), (pack, ctx.lang), answers, &env);
            for inner in &mut asked {
                let known = offers.iter().find(|(name, _)| *name == inner.name);
                inner.offered = known.map(|(_, offers)| offers.clone()).unwrap_or_default();
            }
            asked
        };
        let stored = answers.get(&field.name).and_then(Json::as_array).filter(|_| !field.fields.is_empty());
        fields.push(AskedField {
            rows: stored.into_iter().flatten().filter_map(Json::as_object).map(row).collect(),
            blank: if field.fields.is_empty() { Vec::new() } else { row(&Map::new()) },
            choices: form.choices(field, &likely, &env),
            proposal: form.proposal(field, &likely, &env),
            value: computed.get(&field.name).filter(|value| !value.is_null()).cloned(),
            offered: offered::of(tx, case, field.kind)?,
            prices: crate::prices::offered(tx, case, field.kind, (ctx.today(), ctx.lang))?,
            ..AskedField::of(field, pack, ctx.lang, required)
        });
    }
    Ok(fields)
}

/// The fields the form of an element asks for, whether the process has come to it or not.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn show_form(app: &App, ctx: &Ctx, id: CaseId, element: &str) -> Result<Vec<AskedField>, Error> {
    let (app_, ctx, element) = (app.clone(), ctx.clone(), element.to_owned());
    read(app, "show-form", move |tx| {
        let case = found(cases::for_action(tx, &ctx, id, Action::Read)?, "case")?.into_inner();
        let pack = app_.procedures.version(tx, &case.procedure, case.bundle_version)?;
        asked(&ctx, tx, &pack, &element, &case)
    })
    .await
}

/// All tasks of a case in the order they came.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn tasks_of(app: &App, ctx: &Ctx, id: CaseId) -> Result<Vec<Task>, Error> {
    let ctx = ctx.clone();
    read(app, "tasks-of", move |tx| {
        found(cases::for_action(tx, &ctx, id, Action::Read)?, "case")?;
        Ok(task::of_case(tx, id)?)
    })
    .await
}

/// How many cases of a customer are listed at most; nobody has more.
const OF_PARTY: i64 = 5000;

/// Cases of a customer, newest first.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn cases_of(app: &App, ctx: &Ctx, id: PartyId) -> Result<Vec<Case>, Error> {
    ctx.require(Resource::Case, Action::Read)?;
    let ctx = ctx.clone();
    read(app, "cases-of", move |tx| {
        found(party::for_action(tx, &ctx, id, Action::Read)?, "party")?;
        Ok(cases::of_party(tx, &ctx, id, OF_PARTY)?)
    })
    .await
}
