//! Settings: flag, then variable `SPORTELLO_…`, then `sportello.toml`, then default. A setting nobody knows is an error.

use std::path::PathBuf;

use serde::Deserialize;

use crate::{arguments::Common, failure::Failure};

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
    utility: Option<Utility>,
    session: Option<Session>,
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
    pub smtp: Option<mail::SmtpSettings>,
    pub app: app::Settings,
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads settings from the environment")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Variables the program reads; any other beginning with `SPORTELLO_` is a mistake, but for those of tests.
const VARIABLES: [&str; 6] = [
    "SPORTELLO_DATABASE",
    "SPORTELLO_DATA",
    "SPORTELLO_LISTEN",
    "SPORTELLO_BASE_URL",
    "SPORTELLO_TEMPLATES",
    "SPORTELLO_BILLING_FOLDER",
];
/// Variables of tests, builds and the log.
const OTHERS: [&str; 6] = [
    "SPORTELLO_TEST_",
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
        let data = common
            .data
            .clone()
            .or_else(|| variable("SPORTELLO_DATA").map(PathBuf::from))
            .or(file.data)
            .unwrap_or_else(|| PathBuf::from("sportello-data"));
        let database = common.database.clone().or_else(|| variable("SPORTELLO_DATABASE")).or(file.database);
        let database = match database {
            Some(url) => {
                url.parse().map_err(|error| Failure::while_doing("the database's address", error))?
            }
            None => db::DatabaseUrl::sqlite(data.join("sportello.db")),
        };
        let listen = common
            .listen
            .clone()
            .or_else(|| variable("SPORTELLO_LISTEN"))
            .or(file.listen)
            .unwrap_or_else(|| "127.0.0.1:8080".to_owned());
        let base_url =
            variable("SPORTELLO_BASE_URL").or(file.base_url).unwrap_or_else(|| format!("http://{listen}"));
        let billing_folder = variable("SPORTELLO_BILLING_FOLDER")
            .map(PathBuf::from)
            .or(file.billing_folder)
            .unwrap_or_else(|| data.join("billing"));
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
            let least = |value: i64| value.clamp(1, 10_000);
            app.session_seconds =
                session.idle_minutes.map_or(app.session_seconds, |minutes| least(minutes) * 60);
            app.session_most_seconds =
                session.most_hours.map_or(app.session_most_seconds, |hours| least(hours) * 3600);
        }
        Ok(Self {
            database,
            data,
            listen,
            base_url,
            behind_proxy: file.behind_proxy.unwrap_or(false),
            templates: variable("SPORTELLO_TEMPLATES").map(PathBuf::from).or(file.templates),
            billing_folder,
            smtp: file.smtp,
            app,
        })
    }

    /// The settings as `check` prints them, secrets masked.
    pub fn shown(&self) -> Vec<(&'static str, String)> {
        let mail = self.smtp.as_ref().map_or_else(
            || format!("written to {}", self.data.join("mail").display()),
            |smtp| {
                format!(
                    "{}:{}",
                    smtp.host,
                    smtp.port.map_or_else(|| "default".to_owned(), |port| port.to_string())
                )
            },
        );
        vec![
            ("database", self.database.to_string()),
            ("data", self.data.display().to_string()),
            ("listen", self.listen.clone()),
            ("base_url", self.base_url.clone()),
            ("behind_proxy", self.behind_proxy.to_string()),
            (
                "templates",
                self.templates
                    .as_ref()
                    .map_or_else(|| "shipped".to_owned(), |path| path.display().to_string()),
            ),
            ("billing_folder", self.billing_folder.display().to_string()),
            ("smtp", mail),
            ("utility.name", self.app.utility.clone()),
            ("utility.organizer", self.app.organizer.clone()),
        ]
    }
}

fn refuse_unknown_variables() -> Result<(), Failure> {
    for (name, _) in std::env::vars_os() {
        let Some(name) = name.to_str().filter(|name| name.starts_with("SPORTELLO_")) else { continue };
        if !VARIABLES.contains(&name) && !OTHERS.iter().any(|known| name.starts_with(known)) {
            let known = VARIABLES.join(", ");
            return Err(Failure::new(format!(
                "the variable {name} has no effect; the known ones are {known}"
            )));
        }
    }
    Ok(())
}

fn file(common: &Common) -> Result<File, Failure> {
    let path = common.settings.clone().unwrap_or_else(|| PathBuf::from("sportello.toml"));
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && common.settings.is_none() => {
            return Ok(File::default());
        }
        Err(error) => return Err(Failure::while_doing(&format!("{} cannot be read", path.display()), error)),
    };
    toml::from_str(&text).map_err(|error| {
        let line = error
            .span()
            .map_or(1, |span| text.get(..span.start).unwrap_or_default().matches('\n').count() + 1);
        Failure::new(format!("{}, line {line}: {}", path.display(), error.message()))
    })
}
