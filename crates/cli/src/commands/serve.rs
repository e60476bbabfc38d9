//! `sportello` without a command, `serve` and `work`.

use std::{net::SocketAddr, path::Path, sync::Arc};

use app::App;
use axum::extract::connect_info::IntoMakeServiceWithConnectInfo;
use metrics_exporter_prometheus::PrometheusBuilder;
use web::{AppState, Site};

use super::{
    demo::{self, Standing},
    demo_points,
};
use crate::{failure::Failure, output, settings::Settings, wiring};

/// How many customers a first start is filled with.
const TRY_CUSTOMERS: u64 = 600;

/// Tries it: makes and fills what is missing, then serves with a worker, the playing billing system and the playing distributor.
pub async fn try_it(settings: Settings) -> Result<(), Failure> {
    let db = wiring::open(&settings, true).await?;
    db.migrate().await?;
    let app = wiring::app(db, &settings)?;
    app::processes::publish_shipped(&app, &app.system("start")).await?;
    match demo::standing(&app).await? {
        Standing::InUse => {
            // Somebody's own utility: no demo account opens it, and no demo billing system answers for it.
            output::line(format!(
                "{} is no demo utility; sign in with one of its own accounts",
                settings.database
            ));
            return run(app, &settings, true).await;
        }
        Standing::Loaded => {}
        Standing::Empty => {
            output::line(format!("Filling {} with a demo utility, once…", settings.database));
            demo::load(&app, &settings, TRY_CUSTOMERS).await?;
        }
        Standing::HalfLoaded => {
            output::line(format!("Going on to fill {} with a demo utility…", settings.database));
            demo::load(&app, &settings, TRY_CUSTOMERS).await?;
        }
    }
    demo::print_accounts();
    let mut billing = start_playing("billing", &settings.billing_folder)?;
    demo_points::tell(&app, &settings.distributor_folder).await?;
    let mut distributor = start_playing("distributor", &settings.distributor_folder)?;
    let done = run(app, &settings, true).await;
    for played in [&mut billing, &mut distributor] {
        let _ = played.kill();
        let _ = played.wait();
    }
    done
}

/// The other systems of the demo are processes of their own, as real ones are. One ends when this process is gone, however
/// that comes about: its standard input is held open from here.
fn start_playing(what: &str, folder: &Path) -> Result<std::process::Child, Failure> {
    let program = std::env::current_exe()?;
    std::process::Command::new(program)
        .args(["demo", what])
        .arg(folder)
        .arg("--while-stdin")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .spawn()
        .map_err(|error| Failure::while_doing(&format!("the demo’s {what} cannot start"), error))
}

/// Serves in production: nothing is created by a typing error.
pub async fn serve(settings: Settings, with_worker: bool) -> Result<(), Failure> {
    let app = wiring::open_app(&settings).await?;
    run(app, &settings, with_worker).await
}

/// Background work only.
pub async fn work(settings: Settings) -> Result<(), Failure> {
    let app = wiring::open_app(&settings).await?;
    app::import::mark_interrupted(&app).await?;
    let worker = wiring::worker(&app, &settings)?;
    output::line("working; stop with Ctrl-C");
    worker.run(wiring::asked_to_stop()).await;
    Ok(())
}

async fn run(app: App, settings: &Settings, with_worker: bool) -> Result<(), Failure> {
    app::import::mark_interrupted(&app).await?;
    let listener = tokio::net::TcpListener::bind(&settings.listen).await.map_err(|error| {
        if error.kind() == std::io::ErrorKind::AddrInUse {
            Failure::new(format!(
                "another program listens on {}; stop it or choose another place with --listen",
                settings.listen
            ))
        } else {
            Failure::while_doing(&format!("nothing can listen on {}", settings.listen), error)
        }
    })?;
    let worker = if with_worker { Some(wiring::worker(&app, settings)?) } else { None };
    let service = service(&app, settings, worker.as_ref())?;
    output::line(format!("Sportello answers on {}; stop with Ctrl-C", settings.base_url));
    let stopped = tokio::sync::watch::channel(false);
    let (tell, hear) = stopped;
    tokio::spawn(async move {
        wiring::asked_to_stop().await;
        let _ = tell.send(true);
    });
    let stop = |mut hear: tokio::sync::watch::Receiver<bool>| async move {
        let _ = hear.wait_for(|stop| *stop).await;
    };
    let working = worker.map(|worker| {
        let stop = stop(hear.clone());
        tokio::spawn(async move { worker.run(stop).await })
    });
    axum::serve(listener, service).with_graceful_shutdown(stop(hear)).await?;
    if let Some(working) = working {
        let _ = working.await;
    }
    Ok(())
}

fn service(
    app: &App,
    settings: &Settings,
    worker: Option<&jobs::Worker>,
) -> Result<IntoMakeServiceWithConnectInfo<axum::Router, SocketAddr>, Failure> {
    Ok(routers(app, settings, worker)?.into_make_service_with_connect_info::<SocketAddr>())
}

/// The console and the API, with what is around them.
pub(super) fn routers(
    app: &App,
    settings: &Settings,
    worker: Option<&jobs::Worker>,
) -> Result<axum::Router, Failure> {
    let recorder = PrometheusBuilder::new()
        .install_recorder()
        .map_err(|error| Failure::while_doing("figures cannot be kept", error))?;
    let mut site = Site::new(&settings.base_url, app.clock.now(), console::navigation);
    site.behind_proxy = settings.behind_proxy;
    site.metrics = Arc::new(move || recorder.render());
    site.calendar = Arc::new(|app, secret| Box::pin(calendar(app, secret)));
    let templates = wiring::templates(settings)?;
    site.paper = Arc::new(move |wanted| jobs::preview_paper(&templates, wanted));
    let clock = Arc::clone(&app.clock);
    site.sheet = Arc::new(move |name, heads, rows| wiring::sheet(name, heads, rows, clock.now()));
    if let Some(worker) = worker {
        let wake = worker.wake();
        site.wake = Arc::new(move || wake.now());
    }
    let state = AppState::new(app.clone(), site);
    Ok(web::router(state, console::router(), portal::router(), api::router()))
}

/// The calendar file of a secret: a person's coming appointments.
async fn calendar(app: App, secret: String) -> Result<Option<String>, app::Error> {
    let Some(user) = app::diary::user_of_secret(&app, &secret).await? else { return Ok(None) };
    let events = app::diary::feed_of(&app, user).await?;
    let events = events
        .into_iter()
        .map(|(entry, number)| mail::FeedEvent {
            uid: entry.uid,
            sequence: u32::try_from(entry.sequence).unwrap_or(0),
            changed: entry.starts_at,
            start: entry.starts_at,
            end: entry.ends_at,
            summary: entry.subject,
            location: entry.place,
            description: number,
            cancelled: entry.state == "cancelled",
            private: false,
        })
        .collect();
    Ok(Some(mail::Feed { name: "Sportello".to_owned(), events }.to_ics()))
}
