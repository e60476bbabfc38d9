//! Where the database is.

use std::{
    fmt,
    path::{Path, PathBuf},
    str::FromStr,
};

use crate::error::DbError;

/// Which engine runs below.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Engine {
    /// The embedded file.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

impl Engine {
    /// The word used in metrics and messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

/// The address of a database: `sqlite:PATH` or `postgres://user:password@host:port/name`.
///
/// Shown, printed or logged, it hides the password.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(pub(crate) Target);

#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Target {
    Sqlite(PathBuf),
    Postgres(Box<tokio_postgres::Config>),
}

/// A text that is not the address of a database.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a database address: {0}; write sqlite:PATH or postgres://user:password@host:port/name")]
pub struct BadUrl(String);

impl DatabaseUrl {
    /// A file of SQLite.
    #[must_use]
    pub fn sqlite(path: impl Into<PathBuf>) -> Self {
        Self(Target::Sqlite(path.into()))
    }

    /// Which engine the address speaks of.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        match self.0 {
            Target::Sqlite(_) => Engine::Sqlite,
            Target::Postgres(_) => Engine::Postgres,
        }
    }

    /// The file of SQLite; none for a server.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match &self.0 {
            Target::Sqlite(path) => Some(path),
            Target::Postgres(_) => None,
        }
    }

    /// Makes a SQLite file that nobody has open one plain file, without a log beside it, so that it can be moved.
    /// Nothing to do for a server.
    ///
    /// # Errors
    /// [`DbError::Busy`] while some program has it open; [`DbError::Connection`] when it is no database.
    pub fn settle(&self) -> Result<(), DbError> {
        self.file().map_or(Ok(()), crate::sqlite::settle)
    }

    /// The same server with another database name; the same address for SQLite.
    #[must_use]
    pub fn with_database(&self, name: &str) -> Self {
        match &self.0 {
            Target::Sqlite(_) => self.clone(),
            Target::Postgres(config) => {
                let mut config = config.clone();
                config.dbname(name);
                Self(Target::Postgres(config))
            }
        }
    }
}

impl FromStr for DatabaseUrl {
    type Err = BadUrl;

    fn from_str(text: &str) -> Result<Self, BadUrl> {
        let text = text.trim();
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            return if path.is_empty() || path.starts_with(":memory:") {
                Err(BadUrl("SQLite needs the path of a file".to_owned()))
            } else {
                Ok(Self(Target::Sqlite(path.into())))
            };
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            // The driver's message is kept out: it may quote the password.
            let config: tokio_postgres::Config =
                text.parse().map_err(|_| BadUrl("the PostgreSQL address cannot be read".to_owned()))?;
            if config.get_ssl_mode() == tokio_postgres::config::SslMode::Require {
                return Err(BadUrl(
                    "sslmode=require is asked for, but connections to PostgreSQL are without TLS: \
                     use a local socket, a private network or a tunnel"
                        .to_owned(),
                ));
            }
            return Ok(Self(Target::Postgres(Box::new(config))));
        }
        let scheme = text.split(':').next().unwrap_or_default();
        Err(BadUrl(format!("unknown kind {scheme:?}")))
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let config = match &self.0 {
            Target::Sqlite(path) => return write!(f, "sqlite:{}", path.display()),
            Target::Postgres(config) => config,
        };
        f.write_str("postgres://")?;
        if let Some(user) = config.get_user() {
            let password = if config.get_password().is_some() { ":***" } else { "" };
            write!(f, "{user}{password}@")?;
        }
        for (index, host) in config.get_hosts().iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            match host {
                tokio_postgres::config::Host::Tcp(name) => write!(f, "{comma}{name}")?,
                tokio_postgres::config::Host::Unix(path) => write!(f, "{comma}{}", path.display())?,
            }
            if let Some(port) = config.get_ports().get(index).or_else(|| config.get_ports().first()) {
                write!(f, ":{port}")?;
            }
        }
        write!(f, "/{}", config.get_dbname().unwrap_or_default())
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({self})")
    }
}
