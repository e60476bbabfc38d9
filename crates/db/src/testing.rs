//! Fresh, migrated databases for tests, on both engines; nothing here is meant for production.
//!
//! Migrations run once for each template; every test then gets a copy: a copied file on SQLite, `CREATE DATABASE … TEMPLATE` on
//! PostgreSQL.

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use crate::{
    database::{Db, Inner, Options},
    error::DbError,
    postgres::Postgres,
    server::on_server,
    url::{DatabaseUrl, Target},
};

static NEXT: AtomicU64 = AtomicU64::new(0);

/// A name nobody else uses: process, random number, counter.
fn fresh_name(purpose: &str) -> String {
    use std::hash::{BuildHasher, Hasher};
    let random = std::hash::RandomState::new().build_hasher().finish();
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("sportello_{purpose}_{}_{random:016x}_{number}", std::process::id())
}

/// A migrated database from which fresh copies are made. Removed when dropped.
#[derive(Debug)]
pub struct Template {
    place: Owned,
}

/// A database of its own for one test. Removed when dropped; drop the [`Db`] handles first, or let them die with it.
#[derive(Debug)]
pub struct Fresh {
    /// The open database.
    pub db: Db,
    /// Its address, for tests that open it a second time.
    pub url: DatabaseUrl,
    _place: Owned,
}

/// Where a database of a test lies.
#[derive(Clone, Debug)]
enum Place {
    Folder(PathBuf),
    Database { server: DatabaseUrl, name: String },
}

/// A place that is removed at the end, unless it is kept for the next run.
#[derive(Debug)]
struct Owned {
    place: Place,
    keep: bool,
}

impl Owned {
    const fn of(place: Place) -> Self {
        Self { place, keep: false }
    }

    fn folder(purpose: &str) -> Result<Self, DbError> {
        let folder = std::env::temp_dir().join(fresh_name(purpose));
        std::fs::create_dir_all(&folder)
            .map_err(|error| DbError::Driver(format!("{} cannot be made: {error}", folder.display())))?;
        Ok(Self::of(Place::Folder(folder)))
    }
}

impl Place {
    fn url(&self) -> DatabaseUrl {
        match self {
            Self::Folder(folder) => DatabaseUrl::sqlite(folder.join("test.db")),
            Self::Database { server, name } => server.with_database(name),
        }
    }
}

impl Drop for Owned {
    fn drop(&mut self) {
        match &self.place {
            _ if self.keep => {}
            Place::Folder(folder) => {
                let _ = std::fs::remove_dir_all(folder);
            }
            Place::Database { server, name } => {
                let (server, sql) = (server.clone(), format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
                // A thread of its own, because a test may drop this inside a runtime.
                let dropped = std::thread::spawn(move || on_server_blocking(&server, &sql)).join();
                if !matches!(dropped, Ok(Ok(()))) {
                    tracing::warn!(name, "a test database could not be removed");
                }
            }
        }
    }
}

/// A name that changes with the migrations and with what is put in on top, so that a kept template is never out of date.
fn kept_name(db: &Db, key: u64) -> String {
    use std::hash::{DefaultHasher, Hasher};
    let mut hasher = DefaultHasher::new();
    for checksum in db.migration_checksums() {
        hasher.write_u64(checksum);
    }
    hasher.write_u64(key);
    format!("sportello_template_{:016x}", hasher.finish())
}

impl Template {
    /// A migrated SQLite file in the folder for temporary files.
    ///
    /// # Errors
    /// Whatever [`Db::open`] and [`Db::migrate`] give.
    pub async fn sqlite() -> Result<Self, DbError> {
        Self::sqlite_with(async |db| db.migrate().await.map(drop)).await
    }

    /// A SQLite file prepared by the given function instead of the migrations.
    ///
    /// # Errors
    /// Whatever opening and the function give.
    pub async fn sqlite_with(prepare: impl AsyncFnOnce(&Db) -> Result<(), DbError>) -> Result<Self, DbError> {
        let place = Owned::folder("template")?;
        let db =
            Db::open(&place.place.url(), &Options { create: true, readers: 1, ..Options::default() }).await?;
        prepare(&db).await?;
        db.checkpoint().await?;
        drop(db);
        Ok(Self { place })
    }

    /// A migrated database on the PostgreSQL server at `server`, where the user may create databases.
    ///
    /// # Errors
    /// [`DbError::Connection`] when the server cannot be reached; whatever [`Db::migrate`] gives.
    pub async fn postgres(server: &DatabaseUrl) -> Result<Self, DbError> {
        Self::postgres_with(server, async |db| db.migrate().await.map(drop)).await
    }

    /// A PostgreSQL database prepared by the given function instead of the migrations.
    ///
    /// # Errors
    /// Whatever opening and the function give.
    pub async fn postgres_with(
        server: &DatabaseUrl,
        prepare: impl AsyncFnOnce(&Db) -> Result<(), DbError>,
    ) -> Result<Self, DbError> {
        let name = fresh_name("template");
        on_server(server, &format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")).await?;
        let place = Owned::of(Place::Database { server: server.clone(), name });
        let db = Db::open(&place.place.url(), &Options { connections: 1, ..Options::default() }).await?;
        prepare(&db).await?;
        // A database in use is no template; CREATE DATABASE waits up to 5 s for the last connection to go.
        drop(db);
        Ok(Self { place })
    }

    /// The migrated SQLite file that all tests of this user share: made once for each state of the migrations, and kept in the
    /// folder for temporary files.
    ///
    /// # Errors
    /// As [`Template::sqlite`].
    pub async fn shared_sqlite() -> Result<Self, DbError> {
        Self::shared_sqlite_with(0, async |_| Ok(())).await
    }

    /// The same with what `fill` puts in once it is migrated; `key` changes whenever that does.
    ///
    /// # Errors
    /// As [`Template::sqlite`], and whatever the function gives.
    pub async fn shared_sqlite_with(
        key: u64,
        fill: impl AsyncFnOnce(&Db) -> Result<(), DbError>,
    ) -> Result<Self, DbError> {
        let mut made = Self::sqlite_with(async |_| Ok(())).await?;
        let Place::Folder(empty) = &made.place.place else {
            return Ok(made);
        };
        let db = Db::open(&made.place.place.url(), &Options { readers: 1, ..Options::default() }).await?;
        let kept = std::env::temp_dir().join(kept_name(&db, key));
        if !kept.join("test.db").exists() {
            db.migrate().await?;
            fill(&db).await?;
            db.checkpoint().await?;
            drop(db);
            // Whoever renames first wins; the others find the folder and use it.
            if std::fs::rename(empty, &kept).is_err() && !kept.join("test.db").exists() {
                return Ok(made);
            }
        }
        made.place = Owned { place: Place::Folder(kept), keep: true };
        Ok(made)
    }

    /// The migrated PostgreSQL database that all tests on a server share: made once for each state of the migrations, and kept.
    ///
    /// # Errors
    /// As [`Template::postgres`].
    pub async fn shared_postgres(server: &DatabaseUrl) -> Result<Self, DbError> {
        Self::shared_postgres_with(server, 0, async |_| Ok(())).await
    }

    /// The same with what `fill` puts in once it is migrated; `key` changes whenever that does.
    ///
    /// # Errors
    /// As [`Template::postgres`], and whatever the function gives.
    pub async fn shared_postgres_with(
        server: &DatabaseUrl,
        key: u64,
        fill: impl AsyncFnOnce(&Db) -> Result<(), DbError>,
    ) -> Result<Self, DbError> {
        let prepare = async move |db: &Db| {
            db.migrate().await?;
            fill(db).await
        };
        let Target::Postgres(config) = &server.0 else {
            return Self::postgres_with(server, prepare).await;
        };
        let postgres = Postgres::open(config, &Options { connections: 1, ..Options::default() }).await?;
        let here = Db(std::sync::Arc::new(Inner::Postgres(postgres)));
        let name = kept_name(&here, key);
        let kept =
            Owned { place: Place::Database { server: server.clone(), name: name.clone() }, keep: true };
        if database_exists(&here, &name).await? {
            return Ok(Self { place: kept });
        }
        let mut made = Self::postgres_with(server, prepare).await?;
        if let Place::Database { name: fresh, .. } = &made.place.place {
            match run_script(&here, &format!("ALTER DATABASE {fresh} RENAME TO {name}")).await {
                Ok(()) => made.place.keep = true,
                // Somebody else was faster, and ours is removed.
                Err(_) if database_exists(&here, &name).await? => {}
                Err(error) => return Err(error),
            }
        }
        Ok(Self { place: kept })
    }

    /// A copy of this template, opened with the given options.
    ///
    /// # Errors
    /// Whatever copying and [`Db::open`] give.
    pub async fn fresh_with(&self, options: &Options) -> Result<Fresh, DbError> {
        let place = match &self.place.place {
            Place::Folder(folder) => {
                let place = Owned::folder("fresh")?;
                if let Target::Sqlite(target) = &place.place.url().0 {
                    copy(&folder.join("test.db"), target)?;
                }
                place
            }
            Place::Database { server, name: template } => {
                let name = fresh_name("fresh");
                on_server(server, &format!("CREATE DATABASE {name} TEMPLATE {template}")).await?;
                Owned::of(Place::Database { server: server.clone(), name })
            }
        };
        let url = place.place.url();
        Ok(Fresh { db: Db::open(&url, options).await?, url, _place: place })
    }

    /// The template itself as the database of one test: the quickest when no second one is needed.
    ///
    /// # Errors
    /// Whatever [`Db::open`] gives.
    pub async fn into_fresh(self) -> Result<Fresh, DbError> {
        let url = self.place.place.url();
        Ok(Fresh { db: Db::open(&url, &Options::default()).await?, url, _place: self.place })
    }

    /// A copy of this template.
    ///
    /// # Errors
    /// As [`Template::fresh_with`].
    pub async fn fresh(&self) -> Result<Fresh, DbError> {
        self.fresh_with(&Options::default()).await
    }
}

/// A fresh migrated SQLite database without a template kept, for a single test.
///
/// # Errors
/// As [`Template::sqlite`].
pub async fn fresh_sqlite() -> Result<Fresh, DbError> {
    Template::sqlite().await?.into_fresh().await
}

/// Runs statements separated by semicolons as they are, outside any unit of work: for schemas a test makes up.
///
/// # Errors
/// Any [`DbError`] of the engine.
pub async fn run_script(db: &Db, script: &str) -> Result<(), DbError> {
    let script = script.to_owned();
    match &*db.0 {
        Inner::Sqlite(sqlite) => {
            sqlite
                .exclusive(move |connection| {
                    connection.execute_batch(&script).map_err(|error| DbError::Driver(error.to_string()))
                })
                .await
        }
        Inner::Postgres(postgres) => postgres.asking(move |session| session.script(&script)).await,
    }
}

fn copy(from: &Path, to: &Path) -> Result<(), DbError> {
    std::fs::copy(from, to)
        .map(drop)
        .map_err(|error| DbError::Driver(format!("{} cannot be copied: {error}", from.display())))
}

async fn database_exists(db: &Db, name: &str) -> Result<bool, DbError> {
    let name = crate::params![name];
    db.read("database-exists", move |tx| {
        let found =
            tx.query_sql("database-exists", "SELECT 1 AS n FROM pg_database WHERE datname = $1", &name)?;
        Ok(!found.is_empty())
    })
    .await
}

fn on_server_blocking(server: &DatabaseUrl, sql: &str) -> Result<(), DbError> {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(|error| DbError::Driver(error.to_string()))?
        .block_on(on_server(server, sql))
}
