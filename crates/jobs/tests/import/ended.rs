//! Imports that end early: stopped by a person, by a full disk, by a lost connection. Running them again completes them.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use app::import::list;
use connectors::billing_export::Profile;
use connectors::demo::{GenerateOptions, generate};
use jobs::import::{ImportError, Watch, run_until};
use kernel::Date;
use store::db::{Engine, testing::run_script};
use tempfile::TempDir;

use super::engines::{Place, places};

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

fn export(customers: u64) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let options = GenerateOptions { customers, seed: 5, today: Date::constant(2026, 11, 20), broken: false };
    generate(&options, folder.path(), &mut |_| {}).unwrap();
    folder
}

/// Imports until asked to stop.
fn import(
    place: &Place,
    folder: &TempDir,
    dry_run: bool,
    stop: &dyn Fn() -> bool,
) -> Result<(), ImportError> {
    let (ctx, profile) = (place.app.system("import"), Profile::nav_it().unwrap());
    let watch = Watch { progress: &|_| {}, stop };
    run_until(&place.app, &ctx, folder.path(), &profile, dry_run, watch).map(drop)
}

/// State and reason of the newest run.
fn newest(place: &Place) -> (String, String) {
    let run = wait(list(&place.app, &place.app.system("test"), None, 1)).unwrap().remove(0);
    (run.state, run.error)
}

/// After what happened, running it again gives what a run without incident gives.
fn complete(place: &Place, whole: &Place, folder: &TempDir) {
    place.clock.advance(60);
    import(place, folder, false, &|| false).unwrap();
    let registry = place.registry();
    for (sql, rows) in whole.registry() {
        assert!(registry.get(sql) == Some(&rows), "nothing is lost and nothing is there twice: {sql}");
    }
}

#[test]
fn a_stopped_import_ends_between_two_batches_and_is_completed_by_running_it_again() {
    let folder = export(300);
    for (place, whole) in places().iter().zip(&places()) {
        import(whole, &folder, false, &|| false).unwrap();
        for batches in [0, 1, 3, 6, 9] {
            for dry_run in [true, false] {
                let asked = AtomicU64::new(0);
                let stop = || asked.fetch_add(1, Ordering::Relaxed) >= batches;
                let stopped = import(place, &folder, dry_run, &stop).unwrap_err();
                assert!(matches!(stopped, ImportError::Stopped));
                assert!(stopped.to_string().contains("run it again"), "{stopped}");
                assert_eq!(newest(place), ("stopped".to_owned(), String::new()));
            }
        }
        complete(place, whole, &folder);
    }
}

#[test]
fn a_full_disk_ends_an_import_with_a_sentence_and_leaves_nothing_half_done() {
    let folder = export(300);
    let (all, others) = (places(), places());
    let pairs = all.iter().zip(&others).filter(|(place, _)| place.app.db.engine() == Engine::Sqlite);
    for (place, whole) in pairs {
        import(whole, &folder, false, &|| false).unwrap();
        let pages: i64 = place.one("SELECT page_count FROM pragma_page_count").parse().unwrap();
        for more in [5, 60, 200] {
            let limit = format!("PRAGMA max_page_count = {}", pages + more);
            wait(run_script(&place.app.db, &limit)).unwrap();
            let full = import(place, &folder, false, &|| false).unwrap_err().to_string();
            assert!(full.contains("the disk is full") && full.contains("run it again"), "{full}");
            let torn = "SELECT (SELECT COUNT(*) FROM meter m WHERE NOT EXISTS (SELECT 1 FROM meter_register r WHERE r.meter_id = m.id)) + (SELECT COUNT(*) FROM supply_point p WHERE NOT EXISTS (SELECT 1 FROM supply_point_technical t WHERE t.supply_point_id = p.id)) + (SELECT COUNT(*) FROM bill b WHERE b.paid_cents <> (SELECT COALESCE(SUM(p.amount_cents), 0) FROM payment p WHERE p.bill_id = b.id)) AS n";
            assert_eq!(place.one(torn), "0");
        }
        wait(run_script(&place.app.db, "PRAGMA max_page_count = 1000000")).unwrap();
        complete(place, whole, &folder);
    }
}

#[test]
fn a_lost_connection_ends_an_import_with_a_sentence_and_running_it_again_completes_it() {
    let folder = export(300);
    let (all, others) = (places(), places());
    let pairs = all.iter().zip(&others).filter(|(place, _)| place.app.db.engine() == Engine::Postgres);
    for (place, whole) in pairs {
        import(whole, &folder, false, &|| false).unwrap();
        let over = AtomicBool::new(false);
        let lost = std::thread::scope(|scope| {
            scope.spawn(|| cut(place, &over));
            let lost = import(place, &folder, false, &|| false);
            over.store(true, Ordering::Relaxed);
            lost
        });
        let lost = lost.unwrap_err().to_string();
        assert!(lost.contains("connection") && lost.contains("run it again"), "{lost}");
        complete(place, whole, &folder);
    }
}

/// Ends the server's side of every connection to the database of a place, again and again.
fn cut(place: &Place, over: &AtomicBool) {
    let (address, options) = (place.address().parse().unwrap(), store::db::Options::default());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let own = runtime.block_on(store::Db::open(&address, &options)).unwrap();
    let sql = "SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'";
    while !over.load(Ordering::Relaxed) {
        let _ = own.write_blocking("cut", move |tx| tx.query_sql("cut", sql, &[]).map(drop));
    }
}
