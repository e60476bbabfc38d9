//! A fresh, migrated database of each engine, and what is in it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use app::{App, Settings};
use connectors::billing_export::Profile;
use domain::import::ImportReport;
use kernel::{CountedIds, FixedClock};
use store::DbError;
use store::db::testing::{Fresh, Template};

/// A program with a database of its own.
pub struct Place {
    pub app: App,
    pub clock: Arc<FixedClock>,
    pub fresh: Fresh,
}

/// The server named by the test's own setting.
fn server() -> Option<store::db::DatabaseUrl> {
    suites::postgres("the import").map(|url| url.parse().unwrap())
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(work)
}

/// A program on SQLite, and one on PostgreSQL where there is a server.
pub fn places() -> Vec<Place> {
    let mut out =
        vec![place(wait(async { Template::shared_sqlite().await.unwrap().fresh().await.unwrap() }))];
    if let Some(server) = server() {
        out.push(place(wait(async {
            Template::shared_postgres(&server).await.unwrap().fresh().await.unwrap()
        })));
    }
    out
}

fn place(fresh: Fresh) -> Place {
    let clock = Arc::new(FixedClock::at("2026-11-20T09:00:00+01:00".parse().unwrap()));
    let app = App::new(
        fresh.db.clone(),
        Arc::<FixedClock>::clone(&clock),
        Arc::new(CountedIds::default()),
        Settings::default(),
    );
    Place { app, clock, fresh }
}

impl Place {
    /// The full address of the database, for another program.
    pub fn address(&self) -> String {
        let shown = self.fresh.url.to_string();
        match (suites::postgres("the import"), shown.rsplit_once('/')) {
            // What is shown hides the password.
            (Some(server), Some((_, name))) if shown.starts_with("postgres") => {
                format!("{}/{name}", server.rsplit_once('/').unwrap().0)
            }
            _ => shown,
        }
    }

    pub fn import(&self, folder: &Path, dry_run: bool) -> ImportReport {
        self.try_import(folder, dry_run).unwrap()
    }

    pub fn try_import(
        &self,
        folder: &Path,
        dry_run: bool,
    ) -> Result<ImportReport, jobs::import::ImportError> {
        let ctx = self.app.system("import");
        jobs::import::run(&self.app, &ctx, folder, &Profile::nav_it().unwrap(), dry_run, &|_| {})
    }

    /// Rows of a statement, each as one text.
    pub fn ask(&self, sql: &'static str) -> Vec<String> {
        let asked = self.app.db.read_blocking("ask", move |tx| {
            let rows = tx.query_sql("ask", sql, &[])?;
            Ok::<_, DbError>(
                rows.iter().map(|row| row.values().iter().map(shown).collect::<Vec<_>>().join("|")).collect(),
            )
        });
        asked.unwrap()
    }

    /// Changes something behind the import's back, as an operator does.
    pub fn alter(&self, sql: &'static str) {
        self.app.db.write_blocking("alter", move |tx| tx.query_sql("alter", sql, &[]).map(drop)).unwrap();
    }

    pub fn one(&self, sql: &'static str) -> String {
        self.ask(sql).join("\n")
    }

    /// The whole registry without ids.
    pub fn registry(&self) -> BTreeMap<&'static str, Vec<String>> {
        REGISTRY.iter().map(|sql| (*sql, self.ask(sql))).collect()
    }
}

fn shown(value: &store::db::Value) -> String {
    use store::db::Value;
    match value {
        Value::Null => "-".to_owned(),
        Value::Bool(value) => u8::from(*value).to_string(),
        Value::Int(value) => value.to_string(),
        Value::Text(text) => text.clone(),
        Value::Bytes(bytes) => format!("{bytes:02x?}"),
    }
}

const REGISTRY: &[&str] = &[
    "SELECT number, kind, display_name, folded_name, tax_code, vat_number, birth_date, birth_place, sex, lang, registered_on, source_hash, version FROM party ORDER BY number",
    "SELECT p.number, a.purpose, a.valid_from, a.valid_to, d.folded, d.postcode FROM party_address a JOIN party p ON p.id = a.party_id JOIN address d ON d.id = a.address_id ORDER BY p.number, a.purpose, a.valid_from",
    "SELECT p.number, c.kind, c.value, c.folded, c.valid_from, c.valid_to FROM contact_point c JOIN party p ON p.id = c.party_id ORDER BY p.number, c.kind, c.value",
    "SELECT s.code, s.sector, s.state, s.distributor, s.source_hash, s.version, a.folded FROM supply_point s JOIN address a ON a.id = s.address_id ORDER BY s.code",
    "SELECT s.code, t.valid_from, t.valid_to, t.point_use, t.power_w, t.meter_class FROM supply_point_technical t JOIN supply_point s ON s.id = t.supply_point_id ORDER BY s.code, t.valid_from",
    "SELECT s.code, m.serial, m.kind, m.laid_on, m.removed_on, m.constant_millionths, r.register, r.digits FROM meter m JOIN supply_point s ON s.id = m.supply_point_id JOIN meter_register r ON r.meter_id = m.id ORDER BY s.code, m.serial, r.register",
    "SELECT c.number, p.number AS holder, s.code, c.offer, c.starts_on, c.ends_on, c.state, c.payment, c.delivery, c.resident, c.deposit_cents, c.web_code, c.source_hash, c.version FROM contract c JOIN party p ON p.id = c.party_id JOIN supply_point s ON s.id = c.supply_point_id ORDER BY c.number",
    "SELECT c.number, d.category, d.sheet, d.parcel, d.subunit FROM contract_cadastre d JOIN contract c ON c.id = d.contract_id ORDER BY c.number",
    "SELECT c.number, d.amount_cents, d.state, d.since FROM deposit d JOIN contract c ON c.id = d.contract_id ORDER BY c.number, d.since",
    "SELECT m.serial, r.register, r.read_on, r.value, r.kind, r.origin, r.rolled_over FROM reading r JOIN meter m ON m.id = r.meter_id ORDER BY m.serial, r.register, r.read_on, r.kind",
    "SELECT b.number, c.number AS contract, b.kind, b.amount_cents, b.paid_cents, b.consumption, b.unit, b.source_hash FROM bill b JOIN contract c ON c.id = b.contract_id ORDER BY b.number",
    "SELECT p.number, b.number AS bill, p.amount_cents, p.channel, p.till FROM payment p JOIN bill b ON b.id = p.bill_id ORDER BY p.number",
    "SELECT m.umr, c.number, m.iban, m.holder, m.state FROM mandate m JOIN contract c ON c.id = m.contract_id ORDER BY m.umr",
    "SELECT p.number, s.text FROM party_search s JOIN party p ON p.id = s.party_id ORDER BY p.number",
    "SELECT name, last FROM number_sequence ORDER BY name",
    "SELECT p.number, h.version, h.replaced_by FROM party_history h JOIN party p ON p.id = h.party_id ORDER BY p.number, h.version",
    "SELECT c.number, h.version, h.replaced_by FROM contract_history h JOIN contract c ON c.id = h.contract_id ORDER BY c.number, h.version",
];
