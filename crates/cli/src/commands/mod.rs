//! The commands, one file each.

mod bench;
mod bpmn;
mod check;
mod copies;
mod demo;
mod demo_points;
mod import;
mod migrate;
mod prices;
mod procedure;
mod quality;
mod serve;
mod user;

use crate::{
    arguments::{Arguments, Command},
    failure::Failure,
    settings::Settings,
    wiring,
};

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let common = &arguments.common;
    let json = common.json;
    match &arguments.command {
        // These touch no database and want no settings.
        Some(Command::Bpmn(command)) => return bpmn::run(command, json),
        Some(Command::Quality(command)) => return quality::run(command),
        Some(Command::Procedure(command)) if procedure::needs_no_database(command) => {
            return procedure::offline(command, json);
        }
        Some(Command::Demo(command)) if demo::needs_no_database(command) => {
            return demo::offline(command, json);
        }
        _ => {}
    }
    wiring::log();
    let settings = Settings::read(common)?;
    let runtime = wiring::runtime()?;
    let done = runtime.block_on(async {
        match &arguments.command {
            None => serve::try_it(settings).await,
            Some(Command::Serve { no_worker }) => serve::serve(settings, !no_worker).await,
            Some(Command::Work) => serve::work(settings).await,
            Some(Command::Migrate) => migrate::run(settings, json).await,
            Some(Command::Check) => check::run(settings, json).await,
            Some(Command::Backup { file }) => copies::backup(settings, file, json).await,
            Some(Command::Restore { file }) => copies::restore(settings, file, json).await,
            Some(Command::User(command)) => user::run(settings, command, json).await,
            Some(Command::Import { folder, profile, dry_run, report }) => {
                import::run(settings, folder, profile, *dry_run, report.as_deref(), json).await
            }
            Some(Command::Demo(command)) => demo::online(settings, command, json).await,
            Some(Command::Procedure(command)) => procedure::online(settings, command, json).await,
            Some(Command::Prices(command)) => prices::run(settings, command, json).await,
            Some(Command::Bench(command)) => bench::run(settings, common, command).await,
            Some(Command::Bpmn(_) | Command::Quality(_)) => Ok(()),
        }
    });
    runtime.shutdown_timeout(std::time::Duration::from_secs(10));
    done
}
