//! `sportello check`.

use serde_json::json;
use store::{audit, cases::paper_check};

use crate::{failure::Failure, output, settings::Settings, wiring};

/// Prints the effective settings and verifies schema, procedures and audit trail.
pub async fn run(settings: Settings, as_json: bool) -> Result<(), Failure> {
    let shown = settings.shown();
    if !as_json {
        for (name, value) in &shown {
            output::line(format!("{name} = {value}"));
        }
    }
    let app = wiring::open_app(&settings).await?;
    let size = app.db.size().await?;
    let unknown = app.db.prepare_all(&store::all_statements()).await?;
    if let Some((name, error)) = unknown.first() {
        return Err(Failure::new(format!(
            "the schema does not fit this program: {name}: {error}; run `sportello migrate`"
        )));
    }
    let mut entries = 0;
    for chain in 0..audit::CHAINS {
        let verified = app.db.read("verify-audit", move |tx| audit::verify(tx, chain)).await?;
        match verified {
            Ok(count) => entries += count,
            Err(broken) => {
                return Err(Failure::new(format!(
                    "the audit trail does not hold: chain {}, entry {} was changed or is missing; compare with a backup",
                    broken.chain, broken.seq
                )));
            }
        }
    }
    let papers = papers(&app).await?;
    let procedures = app::processes::list_procedures(&app, &app.system("check")).await?;
    if as_json {
        let settings: serde_json::Map<String, serde_json::Value> =
            shown.into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
        let codes: Vec<String> =
            procedures.iter().map(|line| format!("{} {}", line.code, line.version)).collect();
        output::json(
            &json!({ "settings": settings, "database_bytes": size.bytes, "audit_entries": entries, "papers": papers, "procedures": codes }),
        );
        return Ok(());
    }
    output::line(format!("database: {} MB, schema as this program expects", size.bytes / 1_000_000));
    output::line(format!("audit trail: {entries} entries, all chains hold"));
    output::line(format!("papers: {papers}, all as they were stored"));
    for line in procedures {
        output::line(format!("procedure {} version {}: {}", line.code, line.version, line.name));
    }
    Ok(())
}

/// Verifies every stored paper; says how many there are.
async fn papers(app: &app::App) -> Result<u64, Failure> {
    let (mut last, mut count, mut damaged) = (None, 0, Vec::new());
    loop {
        let checked = app.db.read("verify-papers", move |tx| paper_check::next(tx, last)).await?;
        if checked.papers == 0 {
            break;
        }
        count += checked.papers;
        damaged.extend(checked.damaged);
        last = checked.last;
    }
    match damaged.as_slice() {
        [] => Ok(count),
        [first, ..] => Err(Failure::new(format!(
            "{} of {count} papers are not what was stored, the first is {first}; compare with a backup",
            damaged.len()
        ))),
    }
}
