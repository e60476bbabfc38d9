//! A pack once it is read.

use std::{collections::BTreeMap, sync::Arc};

use engine::Executable;
use kernel::{Lang, Sector};

use crate::{Field, Form, PackTexts, Rehearsal};

/// The files of a pack: path inside it to text.
pub type Files = BTreeMap<String, String>;

/// A procedure, ready to run.
#[derive(Clone, Debug)]
pub struct Pack {
    /// The procedure's code.
    pub code: String,
    /// The services it is for.
    pub sectors: Vec<Sector>,
    /// Where it may be started; empty: anywhere.
    pub origins: Vec<String>,
    /// Roles that may start it; empty: anybody who may open cases.
    pub roles: Vec<String>,
    /// Its own process.
    pub executable: Arc<Executable>,
    /// All processes of its diagram, by id.
    pub executables: BTreeMap<String, Arc<Executable>>,
    /// The diagram's text.
    pub bpmn: String,
    /// Its forms, by id.
    pub forms: BTreeMap<String, Form>,
    /// Its regulated clocks.
    pub clocks: Vec<ClockRule>,
    /// Its papers.
    pub papers: Vec<Paper>,
    /// Elements at which somebody else is awaited.
    pub waits: Vec<Wait>,
    /// Messages that may come from outside the program; all others are its own.
    pub messages: Vec<OutsideMessage>,
    /// The steps its wizard shows.
    pub steps: Vec<WizardStep>,
    /// The ways through it that are played before it is published.
    pub rehearsals: Vec<Rehearsal>,
    /// The lines its answers are summed up in before the request is made; empty: one for each answer.
    pub summary: Vec<SummaryLine>,
    /// The digit that starts it, the same on every screen; none for procedures that are picked from the list. Its
    /// short name beside the digit is the text `act`.
    pub digit: Option<char>,
    /// What it is about, by which lists of procedures are divided.
    pub group: Group,
    /// Its texts.
    pub texts: PackTexts,
    /// Its files.
    pub files: Files,
    /// SHA-256 of its files, hexadecimal.
    pub hash: String,
    /// The user task whose completion makes the request: until then the case is a draft. Empty: there is no draft.
    pub draft_until: String,
}

/// A message that may come from outside the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideMessage {
    /// Its name in the diagram.
    pub name: String,
    /// Who may send it: `operator`, `api`.
    pub from: Vec<String>,
    /// The answers it may set.
    pub variables: Vec<String>,
}

/// An element at which the clock stands still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wait {
    /// The element of the diagram.
    pub element: String,
    /// Why: `customer`, `third_party`, `permits`, `force_majeure`, `date`.
    pub cause: String,
}

/// A regulated clock: which standard for which service, and the facts that start and stop it.
#[derive(Clone, Debug)]
pub struct ClockRule {
    /// The standard's id by service.
    pub standard: BTreeMap<Sector, String>,
    /// The fact that starts it.
    pub start: String,
    /// The fact that stops it.
    pub stop: String,
    /// Whether its due day is the day the customer is promised: at most one for each service.
    pub promise: bool,
    /// The answers under which it runs; none: always.
    pub when: Option<feel::Expr>,
}

/// A paper of the procedure. Its title is the text `paper-<kind>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its kind, by which operations ask for it.
    pub kind: String,
    /// Its template inside the pack.
    pub template: String,
    /// Whether the customer signs it.
    pub signed: bool,
}

/// A step of the wizard. Its title is the text `step-<id>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WizardStep {
    /// Its id.
    pub id: String,
    /// The user tasks that belong to it.
    pub tasks: Vec<String>,
    /// The answers shown beside its title once they are given.
    pub shows: Vec<String>,
}

/// A line of the answers at the last step: some answers that belong together. Its title is the text `summary-<id>`;
/// what is said when none of them is given, the text `summary-<id>-none`; without that text the line is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryLine {
    /// Its id.
    pub id: String,
    /// The answers, in order. An answer is put in words by the text `answer-<field>` with `$value`, else by its own.
    pub fields: Vec<String>,
}

/// What a procedure is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Supplies and who holds them: change of holder, takeover, activation, termination.
    Supply,
    /// Contracts and offers.
    Contract,
    /// Bills, payments, instalments, direct debit.
    Bills,
    /// Readings and checks of meters.
    Meter,
    /// Quotes and works: connections, changes of power, moving a meter.
    Works,
    /// Complaints, requests for information, corrections.
    Service,
    /// Registry entries.
    Registry,
    /// Anything else.
    #[default]
    Other,
}

impl Group {
    /// All groups in the order lists show them.
    pub const ALL: [Self; 8] = [
        Self::Supply,
        Self::Contract,
        Self::Bills,
        Self::Meter,
        Self::Works,
        Self::Service,
        Self::Registry,
        Self::Other,
    ];
}

impl Pack {
    /// A form by its id.
    #[must_use]
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.forms.get(id)
    }

    /// The form of a user task.
    #[must_use]
    pub fn form_of_task(&self, element: &str) -> Option<&Form> {
        self.executables.values().find_map(|executable| {
            let drawn = executable.elements.iter().find(|drawn| *drawn.id == *element)?;
            self.form(drawn.activity()?.form.as_deref()?)
        })
    }

    /// The name of an element: the text `element-<id>`, else the name in the diagram, else the id.
    #[must_use]
    pub fn element_name(&self, element: &str, lang: Lang) -> String {
        if let Some(text) = self.texts.get(lang, &format!("element-{}", element.replace('_', "-")), &[]) {
            return text;
        }
        let drawn = self
            .executables
            .values()
            .flat_map(|executable| &executable.elements)
            .find(|drawn| *drawn.id == *element);
        drawn.map(|drawn| drawn.name.trim()).filter(|name| !name.is_empty()).unwrap_or(element).to_owned()
    }

    /// The names the diagram has in a language, by id, as far as they differ from those it is drawn with: the texts
    /// `element-<id>` and `flow-<id>`.
    #[must_use]
    pub fn diagram_names(&self, lang: Lang) -> BTreeMap<String, String> {
        if lang == Lang::It {
            return BTreeMap::new();
        }
        let all = self.executables.values();
        let elements =
            all.clone().flat_map(|one| one.elements.iter().map(|element| ("element", &*element.id)));
        let flows = all.flat_map(|one| one.flows.iter().map(|flow| ("flow", &*flow.id)));
        elements
            .chain(flows)
            .filter_map(|(kind, id)| {
                let text = self.texts.get(lang, &format!("{kind}-{}", id.replace('_', "-")), &[])?;
                Some((id.to_owned(), text))
            })
            .collect()
    }

    /// Whom an element waits for.
    #[must_use]
    pub fn wait_of(&self, element: &str) -> Option<&Wait> {
        self.waits.iter().find(|wait| wait.element == element)
    }

    /// Whether what is awaited at an element is this message: the element takes it itself, one that follows a choice of
    /// events does, or one at its boundary.
    #[must_use]
    pub fn awaits_message(&self, element: &str, message: &str) -> bool {
        use engine::executable::{Kind, Trigger};
        let takes = |element: &engine::executable::Element| {
            let named =
                |trigger: &Trigger| matches!(trigger, Trigger::Message(known) if *known.name == *message);
            element.triggers.iter().any(named)
        };
        self.executables.values().any(|drawn| {
            let Some(at) = drawn.elements.iter().find(|known| *known.id == *element) else { return false };
            let after = at.outgoing.iter().map(|flow| drawn.element(drawn.flow(*flow).target));
            let beside = at.activity().into_iter().flat_map(|activity| &activity.boundaries);
            takes(at)
                || (at.kind == Kind::EventBased && after.into_iter().any(takes))
                || beside.map(|ix| drawn.element(*ix)).any(takes)
        })
    }

    /// A message that may come from outside.
    #[must_use]
    pub fn message_from_outside(&self, name: &str) -> Option<&OutsideMessage> {
        self.messages.iter().find(|message| message.name == name)
    }

    /// The clocks that run for a service with these answers.
    #[must_use]
    pub fn clocks_with(
        &self,
        sector: Sector,
        answers: &serde_json::Map<String, serde_json::Value>,
        env: &feel::Env,
    ) -> Vec<&ClockRule> {
        let mut rules = self.clocks_for(sector);
        rules.retain(|rule| crate::form::holds(rule.when.as_ref(), answers, env, true));
        rules
    }

    /// The clocks that may run for a service, whatever the answers are.
    #[must_use]
    pub fn clocks_for(&self, sector: Sector) -> Vec<&ClockRule> {
        self.clocks.iter().filter(|clock| clock.standard.contains_key(&sector)).collect()
    }

    /// Whether its request is a draft first, filled in step by step.
    #[must_use]
    pub const fn has_draft(&self) -> bool {
        !self.draft_until.is_empty()
    }

    /// The field of an answer, from the first form that asks for it.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.forms.values().flat_map(|form| &form.fields).find(|field| field.name == name)
    }

    /// The step of the wizard a user task belongs to.
    #[must_use]
    pub fn step_of(&self, element: &str) -> Option<&WizardStep> {
        self.steps.iter().find(|step| step.tasks.iter().any(|task| task == element))
    }
}
