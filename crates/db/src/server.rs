//! Databases of a PostgreSQL server as wholes: found by the server's own programs, made, given another name, removed.

use crate::{
    database::Options,
    error::DbError,
    postgres::Postgres,
    url::{DatabaseUrl, Target},
};

/// Databases every server has, from which others are made and given other names.
const MAINTENANCE: [&str; 2] = ["postgres", "template1"];

/// A name as SQL takes it, whatever signs it has.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Runs a text on a server, outside any transaction.
pub(crate) async fn on_server(server: &DatabaseUrl, sql: &str) -> Result<(), DbError> {
    let sql = sql.to_owned();
    open(server).await?.asking(move |session| session.script(&sql)).await
}

async fn open(server: &DatabaseUrl) -> Result<Postgres, DbError> {
    let Target::Postgres(config) = &server.0 else {
        return Err(DbError::Driver("the address of a PostgreSQL server is needed".to_owned()));
    };
    Postgres::open(config, &Options { connections: 1, ..Options::default() }).await
}

impl DatabaseUrl {
    /// The name of the database on its server; none for a file, and for an address without one.
    #[must_use]
    pub fn database(&self) -> Option<&str> {
        match &self.0 {
            Target::Sqlite(_) => None,
            Target::Postgres(config) => config.get_dbname(),
        }
    }

    /// The variables by which the server's own programs (`pg_dump`, `pg_restore`) find this database. One of them may hold
    /// the password: for the environment of such a program, and for nothing else.
    #[must_use]
    pub fn variables(&self) -> Vec<(&'static str, String)> {
        use tokio_postgres::config::Host;
        let Target::Postgres(config) = &self.0 else { return Vec::new() };
        let hosts = config.get_hosts().iter().map(|host| match host {
            Host::Tcp(name) => name.clone(),
            Host::Unix(path) => path.display().to_string(),
        });
        let ports = config.get_ports().iter().map(u16::to_string);
        let password = config.get_password().map(|password| String::from_utf8_lossy(password).into_owned());
        [
            ("PGHOST", Some(hosts.collect::<Vec<_>>().join(","))),
            ("PGPORT", Some(ports.collect::<Vec<_>>().join(","))),
            ("PGUSER", config.get_user().map(str::to_owned)),
            ("PGPASSWORD", password),
            ("PGDATABASE", config.get_dbname().map(str::to_owned)),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.filter(|value| !value.is_empty())?)))
        .collect()
    }

    /// A database of the same server that is not this one.
    async fn maintenance(&self) -> Result<Postgres, DbError> {
        let [first, second] = MAINTENANCE.map(|name| self.with_database(name));
        match open(&first).await {
            Ok(found) => Ok(found),
            Err(_) => open(&second).await,
        }
    }

    /// How many sessions use this database; none when the server has no such database.
    ///
    /// # Errors
    /// [`DbError`] when the server does not answer.
    pub async fn sessions(&self) -> Result<Option<i64>, DbError> {
        let name = crate::params![self.database().unwrap_or_default()];
        let sql = "SELECT (SELECT COUNT(*) FROM pg_stat_activity a WHERE a.datname = d.datname) AS sessions FROM pg_database d WHERE d.datname = $1";
        let found = self.maintenance().await?;
        let rows = found.asking(move |session| session.query("sessions", sql, &name)).await?;
        rows.first().map(|row| row.get("sessions")).transpose()
    }

    async fn told(&self, sql: String) -> Result<(), DbError> {
        self.maintenance().await?.asking(move |session| session.script(&sql)).await
    }

    /// Makes this database, empty, on its server.
    ///
    /// # Errors
    /// [`DbError`] when there is one, or the account may not make databases.
    pub async fn make(&self) -> Result<(), DbError> {
        let name = quoted(self.database().unwrap_or_default());
        self.told(format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")).await
    }

    /// Gives this database another name on its server; nobody may be using it.
    ///
    /// # Errors
    /// [`DbError`] when it is in use, the name is taken, or the account may not do it.
    pub async fn rename(&self, name: &str) -> Result<(), DbError> {
        let (old, new) = (quoted(self.database().unwrap_or_default()), quoted(name));
        self.told(format!("ALTER DATABASE {old} RENAME TO {new}")).await
    }

    /// Removes this database from its server, if it is there.
    ///
    /// # Errors
    /// [`DbError`] when it is in use, or the account may not do it.
    pub async fn remove(&self) -> Result<(), DbError> {
        let name = quoted(self.database().unwrap_or_default());
        self.told(format!("DROP DATABASE IF EXISTS {name}")).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_servers_programs_are_told_the_address_by_variables() {
        let url: DatabaseUrl = "postgres://ada:s3greto@db.example:5433/utenza"
            .parse()
            .unwrap_or_else(|_| DatabaseUrl::sqlite("x"));
        let told: Vec<String> =
            url.variables().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let expected =
            ["PGHOST=db.example", "PGPORT=5433", "PGUSER=ada", "PGPASSWORD=s3greto", "PGDATABASE=utenza"];
        assert_eq!(told, expected);
        assert_eq!((url.database(), DatabaseUrl::sqlite("x").variables().len()), (Some("utenza"), 0));
        assert_eq!(quoted("a\"b"), "\"a\"\"b\"");
    }
}
