//! Settings: flag, then variable `SPORTELLO_…`, then `sportello.toml`, then default. A setting nobody knows is an error.

mod arrears;
mod distributors;
mod table;

use std::path::PathBuf;

use serde::Deserialize;

use crate::{arguments::Common, failure::Failure};
use table::{SETTINGS, variable_of};

/// The settings file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct File {
    database: Option<String>,
    data: Option<PathBuf>,
    listen: Option<String>,
    base_url: Option<String>,
    behind_proxy: Option<bool>,
    templates: Option<PathBuf>,
    billing_folder: Option<PathBuf>,
    import_folder: Option<PathBuf>,
    distributor_folder: Option<PathBuf>,
    distributors: Option<Vec<String>>,
    distributor_undo_seconds: Option<i64>,
    link_key: Option<String>,
    utility: Option<Utility>,
    session: Option<Session>,
    payments: Option<Payments>,
    till: Option<Till>,
    arrears: Option<arrears::Arrears>,
    instalments: Option<arrears::Instalments>,
    smtp: Option<mail::SmtpSettings>,
}

/// How long sessions of staff last.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Session {
    /// Minutes without use after which one ends.
    idle_minutes: Option<i64>,
    /// Hours after which one ends however much it is used.
    most_hours: Option<i64>,
}

/// The utility's own data.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Utility {
    name: Option<String>,
    address: Option<String>,
    vat_number: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    organizer: Option<String>,
}

/// Accounts the utility is paid on. Where the table is there, what it does not name is absent: no slip is printed with an
/// account of the demo utility.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Payments {
    postal_account: u64,
    postal_holder: String,
    postal_authorisation: String,
    iban: String,
    cbill: String,
    sia: String,
    pagopa: bool,
    creditor_tax_code: String,
    segregation: u8,
}

/// Local rules of the till; amounts in euro cents.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Till {
    vat_free_kinds: Option<Vec<String>>,
    second_person_above_cents: Option<i64>,
    difference_above_cents: Option<i64>,
    propose_days: Option<i32>,
    /// `simulated`, or `none`.
    card_terminal: Option<String>,
}

/// The settings in force.
#[derive(Clone, Debug)]
pub struct Settings {
    pub database: db::DatabaseUrl,
    pub data: PathBuf,
    pub listen: String,
    pub base_url: String,
    pub behind_proxy: bool,
    pub templates: Option<PathBuf>,
    pub billing_folder: PathBuf,
    pub import_folder: PathBuf,
    /// The folder shared with the distributors.
    pub distributor_folder: PathBuf,
    /// The key that signs links; none: the one kept in `data`.
    pub link_key: Option<app::LinkKey>,
    pub smtp: Option<mail::SmtpSettings>,
    pub card_terminal: CardTerminalKind,
    pub app: app::Settings,
}

/// Which card terminal stands at the till.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardTerminalKind {
    /// None: cards are not taken.
    None,
    /// The one of demonstrations.
    Simulated,
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads settings from the environment")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Variables of tests, builds and the log.
const OTHERS: [&str; 7] = [
    "SPORTELLO_TEST_",
    "SPORTELLO_E2E_",
    "SPORTELLO_BENCH_",
    "SPORTELLO_CI_",
    "SPORTELLO_LOG",
    "SPORTELLO_BINARY",
    "SPORTELLO_CHROMIUM",
];

impl Settings {
    /// Puts the settings together.
    pub fn read(common: &Common) -> Result<Self, Failure> {
        refuse_unknown_variables()?;
        let file = file(common)?;
        let data = common.data.clone().or(file.data).unwrap_or_else(|| PathBuf::from("sportello-data"));
        let database = match common.database.clone().or(file.database) {
            Some(url) => {
                url.parse().map_err(|error| Failure::while_doing("the database's address", error))?
            }
            None => db::DatabaseUrl::sqlite(data.join("sportello.db")),
        };
        let listen = common.listen.clone().or(file.listen).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
        let base_url = file.base_url.unwrap_or_else(|| format!("http://{listen}"));
        let billing_folder = file.billing_folder.unwrap_or_else(|| data.join("billing"));
        let import_folder = file.import_folder.unwrap_or_else(|| data.join("imports"));
        let distributor_folder = file.distributor_folder.unwrap_or_else(|| data.join("distributor"));
        let mut app = app::Settings { base_url: base_url.clone(), ..app::Settings::default() };
        if let Some(utility) = file.utility {
            let own =
                |value: Option<String>, into: &mut String| value.into_iter().for_each(|value| *into = value);
            own(utility.name, &mut app.utility);
            own(utility.address, &mut app.utility_address);
            own(utility.vat_number, &mut app.utility_vat);
            own(utility.phone, &mut app.utility_phone);
            own(utility.email, &mut app.utility_email);
            own(utility.organizer, &mut app.organizer);
        }
        if let Some(session) = file.session {
            lasting(&session, &mut app);
        }
        if let Some(payments) = file.payments {
            app.payments = accounts(payments)?;
        }
        if let Some(named) = file.distributors {
            app.distributors = distributors::read(&named)?;
        }
        app.distributor_undo_seconds =
            file.distributor_undo_seconds.unwrap_or(app.distributor_undo_seconds).max(0);
        file.arrears.unwrap_or_default().lay(&mut app.arrears)?;
        file.instalments.unwrap_or_default().lay(&mut app.instalments)?;
        let link_key = file.link_key.as_deref().map(link_key).transpose()?;
        let card_terminal = till(file.till.unwrap_or_default(), &mut app.till)?;
        Ok(Self {
            card_terminal,
            database,
            data,
            listen,
            base_url,
            behind_proxy: file.behind_proxy.unwrap_or(false),
            templates: file.templates,
            billing_folder,
            import_folder,
            distributor_folder,
            link_key,
            smtp: file.smtp,
            app,
        })
    }

    /// The settings in force as `check` prints them, secrets masked.
    pub fn shown(&self) -> Vec<(&'static str, String)> {
        let templates = self.templates.as_ref();
        let mut shown = vec![
            ("database", self.database.to_string()),
            ("data", self.data.display().to_string()),
            ("listen", self.listen.clone()),
            ("base_url", self.base_url.clone()),
            ("behind_proxy", self.behind_proxy.to_string()),
            ("templates", templates.map_or_else(|| "shipped".to_owned(), |path| path.display().to_string())),
            ("billing_folder", self.billing_folder.display().to_string()),
            ("import_folder", self.import_folder.display().to_string()),
            ("distributor_folder", self.distributor_folder.display().to_string()),
            ("distributors", distributors::shown(&self.app.distributors)),
            ("distributor_undo_seconds", self.app.distributor_undo_seconds.to_string()),
            ("link_key", if self.link_key.is_some() { "***" } else { "link.key in data" }.to_owned()),
        ];
        shown.extend(shown_app(&self.app));
        shown.extend(arrears::shown(&self.app.arrears, &self.app.instalments));
        shown.push(("till.card_terminal", format!("{:?}", self.card_terminal).to_lowercase()));
        match &self.smtp {
            Some(smtp) => shown.extend(shown_smtp(smtp)),
            None => {
                shown.push(("smtp", format!("mails are written to {}", self.data.join("mail").display())))
            }
        }
        shown
    }
}

/// The utility's own settings.
fn shown_app(app: &app::Settings) -> Vec<(&'static str, String)> {
    let (pay, till) = (&app.payments, &app.till);
    vec![
        ("utility.name", app.utility.clone()),
        ("utility.address", app.utility_address.clone()),
        ("utility.vat_number", app.utility_vat.clone()),
        ("utility.phone", app.utility_phone.clone()),
        ("utility.email", app.utility_email.clone()),
        ("utility.organizer", app.organizer.clone()),
        ("session.idle_minutes", (app.session_seconds / 60).to_string()),
        ("session.most_hours", (app.session_most_seconds / 3600).to_string()),
        ("payments.postal_account", pay.postal_account.to_string()),
        ("payments.postal_holder", pay.postal_holder.clone()),
        ("payments.postal_authorisation", pay.postal_authorisation.clone()),
        ("payments.iban", pay.iban.clone()),
        ("payments.cbill", pay.cbill.clone()),
        ("payments.sia", pay.sia.clone()),
        ("payments.pagopa", pay.pagopa.to_string()),
        ("payments.creditor_tax_code", pay.creditor_tax_code.clone()),
        ("payments.segregation", pay.segregation.to_string()),
        ("till.vat_free_kinds", till.vat_free_kinds.join(", ")),
        ("till.second_person_above_cents", till.second_person_above.cents().to_string()),
        ("till.difference_above_cents", till.difference_above.cents().to_string()),
        ("till.propose_days", till.propose_days.to_string()),
    ]
}

/// The mail server, its password masked.
fn shown_smtp(smtp: &mail::SmtpSettings) -> Vec<(&'static str, String)> {
    let or = |value: Option<String>, otherwise: &str| value.unwrap_or_else(|| otherwise.to_owned());
    vec![
        ("smtp.host", smtp.host.clone()),
        ("smtp.port", or(smtp.port.map(|port| port.to_string()), "default")),
        ("smtp.security", format!("{:?}", smtp.security).to_lowercase()),
        ("smtp.username", or(smtp.username.clone(), "none")),
        ("smtp.password", if smtp.password.is_some() { "***" } else { "none" }.to_owned()),
        ("smtp.hello_name", or(smtp.hello_name.clone(), "the name of the machine")),
        ("smtp.timeout_seconds", smtp.timeout_seconds.to_string()),
        ("smtp.connections", smtp.connections.to_string()),
        ("smtp.root_certificate", if smtp.root_certificate.is_some() { "given" } else { "none" }.to_owned()),
    ]
}

/// The key that signs links, long enough.
pub fn link_key(text: &str) -> Result<app::LinkKey, Failure> {
    app::LinkKey::parse(text).ok_or_else(|| {
        Failure::new(format!("link_key: a key has at least {} characters", app::LinkKey::LEAST))
    })
}

/// How long a session lasts.
fn lasting(file: &Session, app: &mut app::Settings) {
    let least = |value: i64| value.clamp(1, 10_000);
    app.session_seconds = file.idle_minutes.map_or(app.session_seconds, |minutes| least(minutes) * 60);
    app.session_most_seconds = file.most_hours.map_or(app.session_most_seconds, |hours| least(hours) * 3600);
}

/// The accounts, checked: a wrong one would be printed on every slip.
fn accounts(file: Payments) -> Result<app::PaymentAccounts, Failure> {
    let wrong = |what: &str, why: String| Failure::new(format!("payments.{what}: {why}"));
    if !file.iban.is_empty() {
        kernel::codes::Iban::parse(&file.iban).map_err(|error| wrong("iban", error.to_string()))?;
    }
    if file.pagopa {
        let code = kernel::codes::TaxCode::parse(&file.creditor_tax_code);
        if !code.is_ok_and(|code| code.is_numeric()) {
            return Err(wrong("creditor_tax_code", "pagoPA wants a tax code of 11 digits".to_owned()));
        }
    }
    if file.postal_account > 999_999_999_999 {
        return Err(wrong("postal_account", "a postal account has at most 12 digits".to_owned()));
    }
    if file.segregation > 99 {
        return Err(wrong("segregation", "two digits are wanted, 0 to 99".to_owned()));
    }
    Ok(app::PaymentAccounts {
        postal_account: file.postal_account,
        postal_holder: file.postal_holder,
        postal_authorisation: file.postal_authorisation,
        iban: file.iban,
        cbill: file.cbill,
        sia: file.sia,
        pagopa: file.pagopa,
        creditor_tax_code: file.creditor_tax_code,
        segregation: file.segregation,
    })
}

fn till(file: Till, into: &mut app::TillSettings) -> Result<CardTerminalKind, Failure> {
    if let Some(kinds) = file.vat_free_kinds {
        into.vat_free_kinds = kinds;
    }
    if let Some(cents) = file.second_person_above_cents {
        into.second_person_above = kernel::Money::from_cents(cents);
    }
    if let Some(cents) = file.difference_above_cents {
        into.difference_above = kernel::Money::from_cents(cents);
    }
    if let Some(days) = file.propose_days {
        into.propose_days = days;
    }
    match file.card_terminal.as_deref() {
        None | Some("simulated") => Ok(CardTerminalKind::Simulated),
        Some("none") => Ok(CardTerminalKind::None),
        Some(other) => Err(Failure::new(format!(
            "till.card_terminal is {other:?}; the known ones are simulated and none"
        ))),
    }
}

fn refuse_unknown_variables() -> Result<(), Failure> {
    for (name, _) in std::env::vars_os() {
        let Some(name) = name.to_str().filter(|name| name.starts_with("SPORTELLO_")) else { continue };
        let known = SETTINGS.iter().any(|setting| variable_of(setting.key) == name);
        if !known && !OTHERS.iter().any(|known| name.starts_with(known)) {
            let known: Vec<String> = SETTINGS.iter().map(|setting| variable_of(setting.key)).collect();
            let known = known.join(", ");
            return Err(Failure::new(format!(
                "the variable {name} has no effect; the known ones are {known}"
            )));
        }
    }
    Ok(())
}

/// The settings file, with the variables laid over it.
fn file(common: &Common) -> Result<File, Failure> {
    let path = common.settings.clone().unwrap_or_else(|| PathBuf::from("sportello.toml"));
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && common.settings.is_none() => {
            String::new()
        }
        Err(error) => return Err(Failure::while_doing(&format!("{} cannot be read", path.display()), error)),
    };
    let wrong = |error: toml::de::Error| {
        let line = error
            .span()
            .map_or(1, |span| text.get(..span.start).unwrap_or_default().matches('\n').count() + 1);
        Failure::new(format!("{}, line {line}: {}", path.display(), error.message()))
    };
    let mut over: toml::Table = toml::from_str(&text).map_err(wrong)?;
    let mut laid = Vec::new();
    for setting in SETTINGS {
        let name = variable_of(setting.key);
        let Some(given) = variable(&name) else { continue };
        let value =
            setting.read(&given).map_err(|why| Failure::new(format!("the variable {name}: {why}")))?;
        setting.put(&mut over, value);
        laid.push(name);
    }
    // Without variables the file is read by itself: what is wrong then has its line.
    if laid.is_empty() {
        return toml::from_str(&text).map_err(wrong);
    }
    over.try_into().map_err(|error: toml::de::Error| {
        let laid = laid.join(", ");
        Failure::new(format!("{} with the variables {laid}: {}", path.display(), error.message()))
    })
}
