//! `sportello migrate`.

use crate::{failure::Failure, output, settings::Settings, wiring};

/// Brings the schema up and publishes the shipped procedures.
pub async fn run(settings: Settings, json: bool) -> Result<(), Failure> {
    let db = wiring::open(&settings, true).await?;
    let applied = db.migrate().await?;
    let app = wiring::app(db, &settings)?;
    let published = app::processes::publish_shipped(&app, &app.system("migrate")).await?;
    if json {
        output::json(&serde_json::json!({ "applied": applied.len(), "published": published }));
        return Ok(());
    }
    output::line(format!("{} schema steps applied to {}", applied.len(), settings.database));
    for (code, version) in published {
        output::line(format!("procedure {code} published as version {version}"));
    }
    Ok(())
}
