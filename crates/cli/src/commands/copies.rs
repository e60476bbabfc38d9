//! `sportello backup` and `sportello restore`.

mod server;

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use db::{DatabaseUrl, Db, DbError, Options};

use crate::{failure::Failure, output, settings::Settings, wiring};

/// Writes a verified copy while the database is in use.
pub async fn backup(settings: Settings, file: &Path, json: bool) -> Result<(), Failure> {
    if file.exists() {
        return Err(Failure::new(format!("{} exists already; choose another name", file.display())));
    }
    if settings.database.file().is_some() {
        let db = wiring::open(&settings, false).await?;
        db.backup_to(file).await?;
    } else {
        server::backup(&settings, file).await?;
    }
    let bytes = std::fs::metadata(file)?.len();
    if json {
        output::json(&serde_json::json!({ "file": file, "bytes": bytes }));
    } else {
        output::line(format!("{} written and verified, {} MB", file.display(), bytes / 1_000_000));
    }
    Ok(())
}

/// Puts a copy in the place of the database; the one that was there is kept beside it.
///
/// The copy is copied beside the database and verified there, so that the file given stays as it is and what is put
/// in place is what was verified. Only then is the database touched, by two renamings.
pub async fn restore(settings: Settings, file: &Path, json: bool) -> Result<(), Failure> {
    let Some(target) = settings.database.file() else {
        let server::PutBack { pending, kept } = server::restore(&settings, file).await?;
        tell(&settings.database.to_string(), kept.as_deref(), pending, json);
        return Ok(());
    };
    require_copy(file, target)?;
    if let Some(folder) = target.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    let arriving = beside(target, ".restoring");
    std::fs::copy(file, &arriving)
        .map_err(|error| Failure::while_doing(&format!("{} cannot be copied", file.display()), error))?;
    let done = match verify(file, &arriving).await {
        Ok(pending) => put_in_place(&arriving, target).map(|kept| (pending, kept)),
        Err(failure) => Err(failure),
    };
    let (pending, kept) = done.inspect_err(|_| {
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(beside(&arriving, ending));
        }
    })?;
    let kept = kept.map(|kept| kept.display().to_string());
    tell(&target.display().to_string(), kept.as_deref(), pending, json);
    Ok(())
}

/// Says what is in place now, where what was there is kept, and what is to be done next.
fn tell(target: &str, kept: Option<&str>, pending: usize, json: bool) {
    if json {
        output::json(
            &serde_json::json!({ "restored": target, "before": kept, "pending_migrations": pending }),
        );
        return;
    }
    output::line(format!("{target} is verified and in place"));
    if let Some(kept) = kept {
        output::line(format!("what was there before is {kept}"));
    }
    if pending > 0 {
        output::line(format!("it lacks {pending} steps of this program's schema: run `sportello migrate`"));
    }
}

fn require_copy(file: &Path, target: &Path) -> Result<(), Failure> {
    if !file.is_file() {
        return Err(Failure::new(format!("there is no file {}; check the name", file.display())));
    }
    if let (Ok(one), Ok(other)) = (file.canonicalize(), target.canonicalize())
        && one == other
    {
        return Err(Failure::new(format!("{} is the database itself, no copy of it", file.display())));
    }
    let log = std::fs::metadata(beside(file, "-wal")).map_or(0, |log| log.len());
    if log > 0 {
        return Err(Failure::new(format!(
            "{} has a log beside it, so it is a database in use or one that was copied by hand; make the copy with `sportello backup`",
            file.display()
        )));
    }
    Ok(())
}

/// Checks that a file is sound and of this program's schema, or of an older one; says how many steps it lacks.
async fn verify(named: &Path, arriving: &Path) -> Result<usize, Failure> {
    let refused = |error: DbError| {
        Failure::while_doing(
            &format!("{} is no sound copy of a database of Sportello", named.display()),
            error,
        )
    };
    let url = DatabaseUrl::sqlite(arriving);
    let db = Db::open(&url, &Options { readers: 1, ..Options::default() }).await.map_err(refused)?;
    db.check_integrity().await.map_err(refused)?;
    if db.applied_migrations().await.map_err(refused)?.is_empty() {
        return Err(Failure::new(format!(
            "{} is no database of Sportello; nothing was changed",
            named.display()
        )));
    }
    let pending = db.pending_migrations().await.map_err(refused)?.len();
    drop(db);
    url.settle().map_err(refused)?;
    Ok(pending)
}

/// Moves what is there aside, and the arriving file into its place. Gives the name under which what was there is kept.
fn put_in_place(arriving: &Path, target: &Path) -> Result<Option<PathBuf>, Failure> {
    let kept = if target.exists() { Some(set_aside(target)?) } else { None };
    if let Err(error) = std::fs::rename(arriving, target) {
        if let Some(kept) = &kept {
            let _ = std::fs::rename(kept, target);
        }
        return Err(Failure::while_doing(&format!("{} cannot be put in place", target.display()), error));
    }
    Ok(kept)
}

fn set_aside(target: &Path) -> Result<PathBuf, Failure> {
    // Any other failure means a damaged database, which is what restoring is for: it is kept as it is, with its log.
    if DatabaseUrl::sqlite(target).settle() == Err(DbError::Busy) {
        return Err(Failure::new(format!(
            "{} is in use; stop the programs that have it open (serve, work, import), then restore again",
            target.display()
        )));
    }
    let free = |number: u32| {
        let ending = if number == 1 { String::new() } else { format!("-{number}") };
        beside(target, &format!(".before-restore{ending}"))
    };
    let kept = (1..).map(free).find(|name| !name.exists()).unwrap_or_else(|| free(0));
    std::fs::rename(target, &kept)?;
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::rename(beside(target, ending), beside(&kept, ending));
    }
    Ok(kept)
}

/// The name of a file with something added at its end.
fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
