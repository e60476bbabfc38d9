//! Bills of the outgoing holder's contract.

use app::Error;
use domain::registry::Bill;
use kernel::{BillId, Money};
use store::registry::bill;

use super::{World, day};

/// A bill of 120 euro that was due on 20 February 2026, of which something was paid.
pub async fn overdue_bill(world: &World, number: &str, paid: Money) -> BillId {
    let ctx = world.app.system("test");
    let stored = Bill {
        id: ctx.id(BillId::from_bytes),
        number: number.to_owned(),
        contract_id: world.contract,
        issued_on: day("2026-01-12"),
        due_on: day("2026-02-20"),
        kind: "periodic".to_owned(),
        amount: Money::from_cents(12_000),
        paid,
        consumption: None,
        unit: String::new(),
        period_from: None,
        period_to: None,
        held: false,
    };
    let id = stored.id;
    let write = world.app.db.write("bill", move |tx| Ok::<_, Error>(bill::insert(tx, &stored)?));
    write.await.unwrap();
    id
}
