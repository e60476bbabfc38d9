//! `sportello prices`.

use std::path::Path;

use app::{App, FieldProblem};
use connectors::price_list;

use crate::{arguments::PricesCommand, failure::Failure, output, settings::Settings, wiring};

/// Loads a price list and prints what it changes.
pub async fn run(settings: Settings, command: &PricesCommand, json: bool) -> Result<(), Failure> {
    let PricesCommand::Load { file, dry_run } = command;
    let items = read(file)?;
    let app = wiring::open_app(&settings).await?;
    let loaded = load(&app, items, *dry_run).await?;
    if json {
        output::json(&serde_json::json!({
            "new": loaded.new, "changed": loaded.changed, "same": loaded.same, "dry_run": dry_run,
        }));
    } else {
        let kept = if *dry_run { "; nothing was written" } else { "" };
        output::line(format!(
            "{} new, {} changed, {} as they were{kept}",
            loaded.new, loaded.changed, loaded.same
        ));
    }
    Ok(())
}

fn read(file: &Path) -> Result<Vec<domain::prices::Item>, Failure> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| Failure::while_doing(&format!("{} cannot be read", file.display()), error))?;
    let is_csv = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let items = if is_csv { price_list::read_csv(&text) } else { price_list::read_toml(&text) };
    items.map_err(|error| Failure::new(format!("{}: {error}", file.display())))
}

/// The prices a demo utility begins with.
const DEMO: &str = include_str!("demo/prices.toml");

/// Loads the prices of the demo utility.
pub async fn load_demo(app: &App) -> Result<(), Failure> {
    let items = price_list::read_toml(DEMO).map_err(|error| Failure::new(error.to_string()))?;
    load(app, items, false).await.map(drop)
}

async fn load(
    app: &App,
    items: Vec<domain::prices::Item>,
    dry_run: bool,
) -> Result<app::prices::Loaded, Failure> {
    let ctx = app.system("command");
    app::prices::load(app, &ctx, items, dry_run).await.map_err(|error| match error {
        app::Error::Invalid(problems) => {
            let told: Vec<String> = problems.iter().map(told).collect();
            Failure::new(format!("nothing was loaded: {}", told.join("; ")))
        }
        other => other.into(),
    })
}

/// A problem of an item in a sentence.
fn told(problem: &FieldProblem) -> String {
    let place = problem.field.replace("items.", "item ");
    let arg = |name: &str| {
        let found = problem.args.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    };
    let what = match problem.code.as_str() {
        "price_code" => "the code is missing or longer than 40 characters".to_owned(),
        "price_label" => "label_it or label_en is missing".to_owned(),
        "price_negative" => "the price is below zero".to_owned(),
        "price_vat" => "vat_percent is not between 0 and 100".to_owned(),
        "price_backwards" => "valid_to comes before valid_from".to_owned(),
        "price_overlap" => format!(
            "{} of {} and of {} are in force on the same days; give the earlier one a valid_to",
            arg("code"),
            arg("one"),
            arg("other")
        ),
        other => other.to_owned(),
    };
    format!("{place}: {what}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_has_prices_for_each_service_quotes_are_made_for() {
        let items = price_list::read_toml(DEMO).unwrap();
        for sector in [kernel::Sector::Water, kernel::Sector::Gas, kernel::Sector::Electricity] {
            let of_sector = items.iter().filter(|item| item.sector == sector);
            assert!(
                of_sector.clone().count() >= 3 && of_sector.clone().any(|item| item.price.is_none()),
                "{sector:?}"
            );
        }
        assert!(items.iter().all(|item| item.problem().is_none()));
        assert!(domain::prices::first_overlap(&items).is_none());
    }
}
