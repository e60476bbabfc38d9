//! Why a command did not do what was asked: one sentence for people, with what to do next.

use std::fmt::Display;

use console::views::wording;

/// A sentence on standard error.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    /// From a sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// A failure while doing something: `{doing}: {error}`.
    pub fn while_doing(doing: &str, error: impl Display) -> Self {
        Self(format!("{doing}: {error}"))
    }

    /// Prints it, as JSON where the answer would have been JSON.
    #[expect(clippy::print_stderr, reason = "the one place where a command says why it failed")]
    pub fn print(&self, json: bool) {
        if json {
            eprintln!("{}", serde_json::json!({ "error": self.0 }));
        } else {
            eprintln!("sportello: {}", self.0);
        }
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<app::Error> for Failure {
    fn from(error: app::Error) -> Self {
        use app::Error;
        // The words of the command line are English.
        let t = texts::Texts::of(kernel::Lang::En);
        Self(match error {
            Error::NotFound { kind } => format!("there is no such {kind}; check the name"),
            Error::Invalid(problems) => {
                let list: Vec<String> = problems
                    .iter()
                    .map(|problem| {
                        format!("{}: {}", problem.field, wording::sentence(t, &problem.code, &problem.args))
                    })
                    .collect();
                format!("these values cannot be taken. {}", list.join(" "))
            }
            Error::Refused { code, args } => web::refusals::sentence(t, &code, &args),
            Error::Busy | Error::Repeat => "the database is busy; try again".to_owned(),
            Error::Unavailable(text) | Error::Full(text) => format!("the database cannot be used: {text}"),
            other => other.to_string(),
        })
    }
}

impl From<db::DbError> for Failure {
    fn from(error: db::DbError) -> Self {
        Self(error.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}
