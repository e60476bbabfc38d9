//! From files to a pack: every defect with its file, its place and what to do.

use std::{collections::BTreeMap, sync::Arc};

use engine::Executable;
use feel::Expr;
use kernel::Sector;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::{
    Choice, ClockRule, Field, FieldKind, Files, Form, Group, OutsideMessage, Pack, PackTexts, Paper, Section,
    SummaryLine, Wait, WizardStep, field::Times, rehearsal,
};

/// Something wrong in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defect {
    /// The file inside the pack.
    pub file: String,
    /// Line, key or element.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub remedy: String,
}

impl Defect {
    pub(crate) fn new(
        file: &str,
        place: impl ToString,
        message: impl ToString,
        remedy: impl ToString,
    ) -> Self {
        Self {
            file: file.to_owned(),
            place: place.to_string(),
            message: message.to_string(),
            remedy: remedy.to_string(),
        }
    }
}

impl std::fmt::Display for Defect {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}, {}: {}; {}", self.file, self.place, self.message, self.remedy)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    code: String,
    process: String,
    sectors: Vec<Sector>,
    #[serde(default)]
    origins: Vec<String>,
    #[serde(default)]
    roles: Vec<String>,
    #[serde(default)]
    draft_until: String,
    #[serde(default, rename = "clock")]
    clocks: Vec<RawClock>,
    #[serde(default, rename = "wait")]
    waits: Vec<RawWait>,
    #[serde(default, rename = "paper")]
    papers: Vec<RawPaper>,
    #[serde(default, rename = "message")]
    messages: Vec<RawMessage>,
    #[serde(default, rename = "step")]
    steps: Vec<RawStep>,
    #[serde(default, rename = "summary")]
    summary: Vec<RawSummary>,
    #[serde(default)]
    digit: Option<char>,
    #[serde(default)]
    group: Group,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawClock {
    start: String,
    stop: String,
    standard: BTreeMap<String, String>,
    #[serde(default)]
    promise: bool,
    #[serde(default)]
    when: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWait {
    element: String,
    cause: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPaper {
    kind: String,
    template: String,
    #[serde(default)]
    signed: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMessage {
    name: String,
    from: Vec<String>,
    #[serde(default)]
    variables: Vec<String>,
}

impl From<RawMessage> for OutsideMessage {
    fn from(raw: RawMessage) -> Self {
        Self { name: raw.name, from: raw.from, variables: raw.variables }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStep {
    id: String,
    tasks: Vec<String>,
    #[serde(default)]
    shows: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSummary {
    id: String,
    fields: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawForm {
    #[serde(default)]
    popup: bool,
    #[serde(default, rename = "section")]
    sections: Vec<RawSection>,
    #[serde(default, rename = "field")]
    fields: Vec<RawField>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSection {
    id: String,
    when: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawField {
    name: String,
    kind: FieldKind,
    #[serde(default)]
    section: String,
    #[serde(default)]
    required: bool,
    required_when: Option<String>,
    when: Option<String>,
    #[serde(default)]
    choices: Vec<RawChoice>,
    default: Option<String>,
    check: Option<String>,
    #[serde(default = "full_width")]
    width: u8,
    unit: Option<String>,
    compute: Option<String>,
    #[serde(default, rename = "field")]
    fields: Vec<RawField>,
    least: Option<usize>,
    most: Option<usize>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawChoice {
    Plain(String),
    Conditional { value: String, when: String },
}

const fn full_width() -> u8 {
    12
}

/// The most rows of a group that says nothing of its own.
const ROWS: usize = 20;

/// Reads a pack.
///
/// # Errors
/// Every defect found: nothing of a defective pack is used.
pub fn read(files: &Files) -> Result<Pack, Vec<Defect>> {
    let mut defects = Vec::new();
    let manifest = manifest(files, &mut defects);
    let forms = forms(files, &mut defects);
    let texts = texts(files, &mut defects);
    let processes = processes(files, &mut defects);
    let rehearsals = rehearsal::read(files, &mut defects);
    let (Some(manifest), Some(texts)) = (manifest, texts) else { return Err(defects) };
    let clocks = clocks(&manifest, &mut defects);
    let executables: BTreeMap<String, Arc<Executable>> =
        processes.into_iter().map(|process| (process.id.to_string(), Arc::new(process))).collect();
    let executable = executables.get(&manifest.process).cloned();
    if executable.is_none() && defects.is_empty() {
        let message = format!("the diagram has no process `{}`", manifest.process);
        defects.push(Defect::new(
            "procedure.toml",
            "process",
            message,
            "write the id of a process of process.bpmn",
        ));
    }
    let Some(executable) = executable.filter(|_| defects.is_empty()) else { return Err(defects) };
    Ok(Pack {
        code: manifest.code,
        sectors: manifest.sectors,
        origins: manifest.origins,
        roles: manifest.roles,
        executable,
        executables,
        bpmn: files.get("process.bpmn").cloned().unwrap_or_default(),
        forms,
        clocks,
        papers: manifest
            .papers
            .into_iter()
            .map(|paper| Paper { kind: paper.kind, template: paper.template, signed: paper.signed })
            .collect(),
        waits: manifest
            .waits
            .into_iter()
            .map(|wait| Wait { element: wait.element, cause: wait.cause })
            .collect(),
        messages: manifest.messages.into_iter().map(OutsideMessage::from).collect(),
        steps: manifest
            .steps
            .into_iter()
            .map(|step| WizardStep { id: step.id, tasks: step.tasks, shows: step.shows })
            .collect(),
        rehearsals,
        summary: manifest
            .summary
            .into_iter()
            .map(|line| SummaryLine { id: line.id, fields: line.fields })
            .collect(),
        digit: manifest.digit,
        group: manifest.group,
        texts,
        files: files.clone(),
        hash: files_hash(files),
        draft_until: manifest.draft_until,
    })
}

/// SHA-256 of the files of a pack, hexadecimal: two packs of the same content have the same.
#[must_use]
pub fn files_hash(files: &Files) -> String {
    let mut hash = Sha256::new();
    for (path, text) in files {
        for part in [path, text] {
            hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(part.as_bytes());
        }
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn manifest(files: &Files, defects: &mut Vec<Defect>) -> Option<Manifest> {
    let Some(text) = files.get("procedure.toml") else {
        defects.push(Defect::new(
            "procedure.toml",
            "file",
            "it is missing",
            "add it; docs/adding-a-procedure.md shows one",
        ));
        return None;
    };
    let manifest: Manifest = toml::from_str(text)
        .map_err(|error| defects.push(toml_defect("procedure.toml", text, &error)))
        .ok()?;
    if manifest.code.len() != 3
        || !manifest.code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
    {
        let message = format!("`{}` is no code", manifest.code);
        defects.push(Defect::new("procedure.toml", "code", message, "write three capital letters or digits"));
    }
    if let Some(digit) = manifest.digit.filter(|digit| !digit.is_ascii_digit() || *digit == '0') {
        let message = format!("`{digit}` starts no procedure");
        let remedy = "write a digit from 1 to 9, or leave it out; 0 opens the list of all procedures";
        defects.push(Defect::new("procedure.toml", "digit", message, remedy));
    }
    Some(manifest)
}

fn toml_defect(file: &str, text: &str, error: &toml::de::Error) -> Defect {
    let line =
        error.span().map_or(1, |span| text.get(..span.start).unwrap_or_default().matches('\n').count() + 1);
    Defect::new(file, format!("line {line}"), error.message(), "correct it")
}

fn clocks(manifest: &Manifest, defects: &mut Vec<Defect>) -> Vec<ClockRule> {
    let mut clocks = Vec::new();
    for (index, raw) in manifest.clocks.iter().enumerate() {
        let mut standard = BTreeMap::new();
        for (sector, id) in &raw.standard {
            match Sector::from_code(sector) {
                Some(sector) => {
                    standard.insert(sector, id.clone());
                }
                None => {
                    let message = format!("there is no service `{sector}`");
                    let remedy = "write water, gas, lpg, electricity or telecom";
                    defects.push(Defect::new(
                        "procedure.toml",
                        format!("clock {}", index + 1),
                        message,
                        remedy,
                    ));
                }
            }
        }
        let (start, stop) = (raw.start.clone(), raw.stop.clone());
        let place = format!("clock {}", index + 1);
        let when = expression("procedure.toml", &place, raw.when.as_deref(), true, defects);
        clocks.push(ClockRule { standard, start, stop, promise: raw.promise, when });
    }
    clocks
}

fn processes(files: &Files, defects: &mut Vec<Defect>) -> Vec<Executable> {
    let Some(text) = files.get("process.bpmn") else {
        defects.push(Defect::new("process.bpmn", "file", "it is missing", "add the diagram"));
        return Vec::new();
    };
    let definitions = match bpmn::read::read(text) {
        Ok(definitions) => definitions,
        Err(error) => {
            defects.push(Defect::new("process.bpmn", "file", error, "correct the diagram"));
            return Vec::new();
        }
    };
    match Executable::compile_all(&definitions) {
        Ok(list) => list,
        Err(error) => {
            defects.push(Defect::new("process.bpmn", "process", error, "correct the diagram"));
            Vec::new()
        }
    }
}

fn texts(files: &Files, defects: &mut Vec<Defect>) -> Option<PackTexts> {
    let empty = String::new();
    let it = files.get("texts/it.ftl").unwrap_or(&empty);
    let en = files.get("texts/en.ftl").unwrap_or(&empty);
    PackTexts::read(it, en)
        .map_err(|(file, error)| defects.push(Defect::new(file, "file", error, "correct the text")))
        .ok()
}

fn forms(files: &Files, defects: &mut Vec<Defect>) -> BTreeMap<String, Form> {
    let mut forms = BTreeMap::new();
    for (path, text) in files {
        let Some(id) = path.strip_prefix("forms/").and_then(|name| name.strip_suffix(".toml")) else {
            continue;
        };
        let raw: RawForm = match toml::from_str(text) {
            Ok(raw) => raw,
            Err(error) => {
                defects.push(toml_defect(path, text, &error));
                continue;
            }
        };
        let sections = raw
            .sections
            .into_iter()
            .map(|section| Section {
                when: expression(path, &section.id, section.when.as_deref(), true, defects),
                id: section.id,
            })
            .collect();
        let fields = raw.fields.into_iter().map(|field| self::field(path, field, defects)).collect();
        forms.insert(id.to_owned(), Form { id: id.to_owned(), sections, fields, popup: raw.popup });
    }
    forms
}

fn field(path: &str, raw: RawField, defects: &mut Vec<Defect>) -> Field {
    let mut condition = |text: Option<&str>| expression(path, &raw.name, text, true, defects);
    let (required_when, when, check) = (
        condition(raw.required_when.as_deref()),
        condition(raw.when.as_deref()),
        condition(raw.check.as_deref()),
    );
    let default = expression(path, &raw.name, raw.default.as_deref(), false, defects);
    let compute = expression(path, &raw.name, raw.compute.as_deref(), false, defects);
    let fields = raw.fields.into_iter().map(|inner| field(path, inner, defects)).collect();
    let choices = raw
        .choices
        .into_iter()
        .map(|choice| match choice {
            RawChoice::Plain(value) => Choice { value, when: None },
            RawChoice::Conditional { value, when } => {
                Choice { value, when: expression(path, &raw.name, Some(&when), true, defects) }
            }
        })
        .collect();
    Field {
        kind: raw.kind,
        section: raw.section,
        required: raw.required,
        required_when,
        when,
        choices,
        default,
        check,
        width: raw.width.clamp(1, 12),
        unit: raw.unit,
        compute,
        fields,
        times: Times { least: raw.least.unwrap_or(0), most: raw.most.unwrap_or(ROWS) },
        name: raw.name,
    }
}

fn expression(
    path: &str,
    place: &str,
    text: Option<&str>,
    condition: bool,
    defects: &mut Vec<Defect>,
) -> Option<Expr> {
    let text = text?;
    let parsed = if condition { feel::parse_condition(text) } else { feel::parse(text) };
    parsed
        .map_err(|error| {
            let message = format!("`{text}` cannot be read: {} (column {})", error.message, error.column);
            defects.push(Defect::new(path, place, message, error.remedy));
        })
        .ok()
}
