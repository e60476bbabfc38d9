//! `sportello backup` and `sportello restore`, for the embedded database.

use std::path::Path;

use db::{DatabaseUrl, Db, Engine, Options};

use crate::{failure::Failure, output, settings::Settings, wiring};

fn embedded(settings: &Settings) -> Result<(), Failure> {
    if settings.database.engine() == Engine::Sqlite {
        return Ok(());
    }
    Err(Failure::new("PostgreSQL keeps its own backups: use pg_dump and pg_restore"))
}

/// Writes a verified copy while the database is in use.
pub async fn backup(settings: Settings, file: &Path, json: bool) -> Result<(), Failure> {
    embedded(&settings)?;
    if file.exists() {
        return Err(Failure::new(format!("{} exists already; choose another name", file.display())));
    }
    let db = wiring::open(&settings, false).await?;
    db.backup_to(file).await?;
    let bytes = std::fs::metadata(file)?.len();
    if json {
        output::json(&serde_json::json!({ "file": file, "bytes": bytes }));
    } else {
        output::line(format!("{} written and verified, {} MB", file.display(), bytes / 1_000_000));
    }
    Ok(())
}

/// Puts a copy in the place of the database; the one that was there is kept beside it.
pub async fn restore(settings: Settings, file: &Path, json: bool) -> Result<(), Failure> {
    embedded(&settings)?;
    let copy = DatabaseUrl::sqlite(file);
    let opened = Db::open(&copy, &Options { readers: 1, ..Options::default() }).await;
    let opened = opened.map_err(|error| {
        Failure::while_doing(&format!("{} is no database of Sportello", file.display()), error)
    })?;
    opened.applied_migrations().await.map_err(|error| {
        Failure::while_doing(&format!("{} is no database of Sportello", file.display()), error)
    })?;
    drop(opened);
    let target = settings.data.join("sportello.db");
    std::fs::create_dir_all(&settings.data)?;
    let aside = settings.data.join("sportello.before-restore.db");
    if target.exists() {
        let present = wiring::open(&settings, false).await?;
        present.checkpoint().await?;
        drop(present);
        std::fs::rename(&target, &aside)?;
        for ending in ["-wal", "-shm"] {
            let _ = std::fs::remove_file(settings.data.join(format!("sportello.db{ending}")));
        }
    }
    std::fs::copy(file, &target)?;
    if json {
        output::json(&serde_json::json!({ "restored": target, "before": aside }));
    } else {
        output::line(format!(
            "{} is in place; what was there before is {}",
            target.display(),
            aside.display()
        ));
    }
    Ok(())
}
