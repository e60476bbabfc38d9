//! Copies of a PostgreSQL database, made and put back by the server's own programs.
//!
//! A copy is put back into a new database beside the one in force and verified there; only then do the two change names, so
//! that what was there before is kept, as with the embedded database.

use std::path::{Path, PathBuf};

use db::{DatabaseUrl, Db, DbError, Options};
use tokio::process::Command;

use super::beside;
use crate::{failure::Failure, settings::Settings, wiring};

/// Runs one of the server's programs on a database; the failure is what it says, in one line.
async fn run(url: &DatabaseUrl, program: &str, words: &[String]) -> Result<String, Failure> {
    let mut command = Command::new(program);
    // Its own words in English, and never a question for a password.
    command.env("LC_ALL", "C").env("PGCONNECT_TIMEOUT", "15").envs(url.variables());
    let output = command.arg("--no-password").args(words).output().await.map_err(|error| {
        if error.kind() == std::io::ErrorKind::NotFound {
            return Failure::new(format!(
                "{program} is not on the search path, and a PostgreSQL database is copied with it: install the server's \
                 client programs (Debian: postgresql-client); nothing was done"
            ));
        }
        Failure::while_doing(&format!("{program} cannot be started"), error)
    })?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let before = format!("{program}: ");
    let lines = said.lines().map(|line| line.strip_prefix(&before).unwrap_or(line).trim());
    let said: Vec<&str> = lines.filter(|line| !line.is_empty()).take(3).collect();
    Err(Failure::new(format!("{program}: {}", said.join("; "))))
}

fn word(name: &str, file: &Path) -> String {
    format!("--{name}={}", file.display())
}

/// Writes a copy while the database is in use, and reads it to its end.
pub(super) async fn backup(settings: &Settings, file: &Path) -> Result<(), Failure> {
    // What is wrong with the address or the schema is said in our words.
    let db = wiring::open(settings, false).await?;
    wiring::require_schema(&db).await?;
    drop(db);
    let (url, writing) = (&settings.database, beside(file, ".writing"));
    let words = ["--format=custom", "--no-owner", "--no-privileges"].map(str::to_owned);
    let words = [&words[..], &[word("file", &writing)]].concat();
    let done = match run(url, "pg_dump", &words).await {
        Ok(_) => read_through(url, &writing, file).await,
        Err(failure) => Err(failure),
    };
    let done = done.and_then(|()| {
        std::fs::rename(&writing, file)
            .map_err(|error| Failure::while_doing(&format!("{} cannot be written", file.display()), error))
    });
    done.inspect_err(|_| {
        let _ = std::fs::remove_file(&writing);
    })
}

/// Reads a copy to its end: every part is there and can be unpacked, and it is one of Sportello.
async fn read_through(url: &DatabaseUrl, file: &Path, named: &Path) -> Result<(), Failure> {
    let named = named.display();
    let unsound = |failure: Failure| {
        Failure::while_doing(&format!("{named} is no sound copy of a database of Sportello"), failure)
    };
    let list =
        run(url, "pg_restore", &["--list".to_owned(), file.display().to_string()]).await.map_err(unsound)?;
    if !list.contains(" TABLE DATA ") || !list.contains("refinery_schema_history") {
        return Err(Failure::new(format!("{named} is no database of Sportello; nothing was changed")));
    }
    let to_nowhere = [word("file", Path::new("/dev/null")), file.display().to_string()];
    run(url, "pg_restore", &to_nowhere).await.map_err(unsound).map(drop)
}

/// What came of putting a copy back: how many steps of the schema it lacks, and the name under which what was there is kept.
pub(super) struct PutBack {
    pub(super) pending: usize,
    pub(super) kept: Option<String>,
}

/// Puts a copy in the place of the database.
pub(super) async fn restore(settings: &Settings, file: &Path) -> Result<PutBack, Failure> {
    if !file.is_file() {
        return Err(Failure::new(format!("there is no file {}; check the name", file.display())));
    }
    let url = &settings.database;
    let Some(name) = url.database().map(str::to_owned) else {
        return Err(Failure::new("the address names no database; write postgres://user@host/name"));
    };
    require_unused(url).await?;
    read_through(url, file, file).await?;
    let arriving = url.with_database(&format!("{name}_restoring"));
    // Left by a restoring that was killed; nobody else makes one of this name.
    arriving.remove().await.map_err(may_not)?;
    arriving.make().await.map_err(may_not)?;
    let done = match fill(&arriving, file).await {
        Ok(pending) => put_in_place(url, &name, &arriving).await.map(|kept| PutBack { pending, kept }),
        Err(failure) => Err(failure),
    };
    if done.is_err() {
        let _ = arriving.remove().await;
    }
    done
}

fn may_not(error: DbError) -> Failure {
    Failure::while_doing(
        "a copy is put back into a new database of the same server, and the account of the address cannot make one (it needs \
         CREATEDB); nothing was changed",
        error,
    )
}

async fn require_unused(url: &DatabaseUrl) -> Result<bool, Failure> {
    let sessions = url
        .sessions()
        .await
        .map_err(|error| Failure::while_doing(&format!("the server of {url} does not answer"), error))?;
    match sessions {
        None => Ok(false),
        Some(0) => Ok(true),
        Some(count) => Err(Failure::new(format!(
            "{url} is in use by {count} sessions; stop the programs that have it open (serve, work, import), then restore again"
        ))),
    }
}

/// Fills a new database from a copy and checks it; says how many steps of the schema it lacks.
async fn fill(arriving: &DatabaseUrl, file: &Path) -> Result<usize, Failure> {
    let name = arriving.database().unwrap_or_default();
    let words = ["--exit-on-error", "--no-owner", "--no-privileges"].map(str::to_owned);
    let words = [&words[..], &[format!("--dbname={name}"), file.display().to_string()]].concat();
    run(arriving, "pg_restore", &words).await?;
    let refused = |error: DbError| {
        let file: PathBuf = file.to_owned();
        Failure::while_doing(
            &format!("{} is no sound copy of a database of Sportello", file.display()),
            error,
        )
    };
    let db = Db::open(arriving, &Options { connections: 1, ..Options::default() }).await.map_err(refused)?;
    if db.applied_migrations().await.map_err(refused)?.is_empty() {
        return Err(Failure::new(format!(
            "{} is no database of Sportello; nothing was changed",
            file.display()
        )));
    }
    let pending = db.pending_migrations().await.map_err(refused)?.len();
    db.analyze().await.map_err(refused)?;
    Ok(pending)
}

/// Gives what is there another name, and what arrived its name. Tells the name under which what was there is kept.
async fn put_in_place(
    url: &DatabaseUrl,
    name: &str,
    arriving: &DatabaseUrl,
) -> Result<Option<String>, Failure> {
    let place = |error: DbError| Failure::while_doing(&format!("{url} cannot be put in place"), error);
    settled(arriving).await?;
    // Looked at again: somebody may have come meanwhile.
    let kept = if require_unused(url).await? {
        let kept = free_name(url, name).await?;
        url.rename(&kept).await.map_err(place)?;
        Some(kept)
    } else {
        None
    };
    if let Err(error) = arriving.rename(name).await {
        if let Some(kept) = &kept {
            let _ = url.with_database(kept).rename(name).await;
        }
        return Err(place(error));
    }
    Ok(kept)
}

/// Waits until our own sessions of a moment ago are gone.
async fn settled(url: &DatabaseUrl) -> Result<(), Failure> {
    for _ in 0..50 {
        if url.sessions().await? == Some(0) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    Err(Failure::new(format!("{url} is still in use after five seconds; nothing was changed")))
}

async fn free_name(url: &DatabaseUrl, name: &str) -> Result<String, Failure> {
    for number in 1.. {
        let ending = if number == 1 { String::new() } else { format!("_{number}") };
        let kept = format!("{name}_before_restore{ending}");
        if url.with_database(&kept).sessions().await?.is_none() {
            return Ok(kept);
        }
    }
    Err(Failure::new("every name for what was there before is taken"))
}
