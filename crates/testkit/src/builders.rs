//! Customers, supplies and bills for tests, stored as an import would leave them.

use app::Ctx;
use domain::registry::{
    Address, AddressPurpose, Bill, ContactKind, Contract, ContractState, Delivery, Meter, MeterKind, Party,
    PartyKind, PartyNames, Payment, PaymentMethod, ReadingKind, Register, Sex, SupplyPoint, SupplyPointState,
    Technical,
};
use kernel::{
    AddressId, BillId, ContractId, Date, Lang, MeterId, Money, PartyId, PaymentId, Sector, SupplyPointId,
};
use store::{
    Tx,
    registry::{bill, contract, meter, party, search, supply_point},
};

use crate::TestApp;

/// A supply with its holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supplied {
    /// The holder.
    pub party: PartyId,
    /// The supply point.
    pub point: SupplyPointId,
    /// The meter on it.
    pub meter: MeterId,
    /// The contract in force.
    pub contract: ContractId,
}

fn day(text: &str) -> Date {
    text.parse().expect("a day as 2026-03-11")
}

/// A person with a home in Fontebruna and a mail address, found by the search.
///
/// # Panics
/// When it cannot be stored: number or tax code are taken.
pub async fn person(
    test: &TestApp,
    number: &str,
    surname: &str,
    given_name: &str,
    tax_code: &str,
) -> PartyId {
    let (ctx, number) = (test.system(), number.to_owned());
    let names = PartyNames {
        surname: surname.to_owned(),
        given_name: given_name.to_owned(),
        company_name: String::new(),
    };
    let tax_code = tax_code.to_owned();
    let stored = test.app.db.write("test-person", move |tx| -> Result<PartyId, app::Error> {
        let party = Party {
            id: ctx.id(PartyId::from_bytes),
            number: number.clone(),
            kind: PartyKind::Person,
            names: names.clone(),
            tax_code: Some(tax_code.clone()),
            vat_number: None,
            birth_date: None,
            birth_place: String::new(),
            sex: Sex::Unknown,
            lang: Lang::It,
            note: String::new(),
            registered_on: day("2014-05-01"),
            identity_verified_at: None,
            version: 1,
        };
        party::insert(tx, &ctx, &party)?;
        party::set_contact(
            tx,
            &ctx,
            party.id,
            ContactKind::Email,
            "posta@example.it",
            day("2020-01-01"),
            true,
        )?;
        party::set_address(tx, &ctx, party.id, AddressPurpose::Residence, day("2008-09-14"), &home(&ctx))?;
        search::index(tx, &party)?;
        Ok(party.id)
    });
    stored.await.expect("a person")
}

/// An electricity supply of 3 kW with a meter of three bands, readings of 28 February 2026 and a contract since 2008.
///
/// # Panics
/// When it cannot be stored: POD or contract number are taken.
pub async fn supply(test: &TestApp, holder: PartyId, pod: &str, contract_number: &str) -> Supplied {
    let (ctx, pod, number) = (test.system(), pod.to_owned(), contract_number.to_owned());
    let stored = test.app.db.write("test-supply", move |tx| -> Result<Supplied, app::Error> {
        let at = Address { id: Some(party::insert_address(tx, &ctx, &home(&ctx))?), ..home(&ctx) };
        let point = point_at(&ctx, &pod, at);
        supply_point::insert(tx, &ctx, &point)?;
        let meter = device(tx, &ctx, point.id, &pod)?;
        let made = contract_of(&ctx, &number, holder, point.id);
        contract::insert(tx, &ctx, &made)?;
        contract::insert_deposit(tx, &ctx, made.id, made.deposit, made.starts_on)?;
        Ok(Supplied { party: holder, point: point.id, meter, contract: made.id })
    });
    stored.await.expect("a supply")
}

/// A bill of a contract, to be paid by a day, of which something was paid.
///
/// # Panics
/// When it cannot be stored: the number is taken.
pub async fn bill(
    test: &TestApp,
    contract: ContractId,
    number: &str,
    due_on: &str,
    amount: Money,
    paid: Money,
) -> BillId {
    let (ctx, number, due_on) = (test.system(), number.to_owned(), day(due_on));
    let stored = test.app.db.write("test-bill", move |tx| -> Result<BillId, app::Error> {
        let id = ctx.id(BillId::from_bytes);
        let issued_on = due_on.checked_sub(jiff::Span::new().days(30)).unwrap_or(due_on);
        let stored = Bill {
            id,
            number: number.clone(),
            contract_id: contract,
            issued_on,
            due_on,
            kind: "ordinaria".to_owned(),
            amount,
            paid,
            consumption: None,
            unit: String::new(),
            period_from: None,
            period_to: None,
            held: false,
        };
        bill::insert(tx, &stored)?;
        if paid > Money::ZERO {
            let payment = Payment {
                id: ctx.id(PaymentId::from_bytes),
                number: format!("{number}-P"),
                bill_id: id,
                paid_on: issued_on,
                amount: paid,
                channel: "bank".to_owned(),
                till: String::new(),
            };
            bill::insert_payment(tx, &payment, ctx.now())?;
        }
        Ok(id)
    });
    stored.await.expect("a bill")
}

/// Cuts a supply: the point and its contract are suspended.
///
/// # Panics
/// When it cannot be stored.
pub async fn cut(test: &TestApp, supplied: Supplied) {
    let ctx = test.system();
    let stored = test.app.db.write("test-cut", move |tx| -> Result<(), app::Error> {
        let point = supply_point::by_id(tx, supplied.point)?;
        let point = point.ok_or(app::Error::NotFound { kind: "supply_point" })?;
        supply_point::set_state(tx, &point, SupplyPointState::Suspended)?;
        let before = contract::by_id(tx, supplied.contract)?;
        let before = before.ok_or(app::Error::NotFound { kind: "contract" })?;
        let mut suspended = Contract { state: ContractState::Suspended, ..before.clone() };
        contract::update(tx, &ctx, &before, &mut suspended)?;
        Ok(())
    });
    stored.await.expect("a supply that is cut");
}

fn home(ctx: &Ctx) -> Address {
    Address {
        id: Some(ctx.id(AddressId::from_bytes)),
        street: "via della Fornace".to_owned(),
        house_number: "27".to_owned(),
        unit: "int. 4".to_owned(),
        postcode: "41099".to_owned(),
        municipality: "Fontebruna".to_owned(),
        province: "MO".to_owned(),
        country: "IT".to_owned(),
        ..Address::default()
    }
}

fn point_at(ctx: &Ctx, pod: &str, address: Address) -> SupplyPoint {
    SupplyPoint {
        id: ctx.id(SupplyPointId::from_bytes),
        sector: Sector::Electricity,
        code: pod.to_owned(),
        address,
        state: SupplyPointState::Active,
        distributor: "Rete Prova".to_owned(),
        technical: Technical {
            valid_from: day("2008-09-14"),
            valid_to: None,
            point_use: "Domestico".to_owned(),
            power_w: Some(3000),
            voltage_v: Some(230),
            phases: Some(1),
            meter_class: String::new(),
            use_category: String::new(),
            withdrawal_class: String::new(),
            line_kind: String::new(),
            access_technology: String::new(),
            speed_kbps: None,
        },
        version: 1,
    }
}

fn device(tx: &mut Tx<'_>, ctx: &Ctx, point: SupplyPointId, pod: &str) -> Result<MeterId, app::Error> {
    let device = Meter {
        id: ctx.id(MeterId::from_bytes),
        serial: format!("M{pod}"),
        supply_point_id: point,
        kind: MeterKind::Meter,
        constant_millionths: 1_000_000,
        laid_on: day("2018-05-02"),
        removed_on: None,
        registers: ["F1", "F2", "F3"].map(|code| Register { code: code.to_owned(), digits: 6 }).to_vec(),
    };
    meter::insert(tx, &device)?;
    for (register, value) in [("F1", 8412), ("F2", 6207), ("F3", 7090)] {
        let reading = meter::NewReading {
            meter: device.id,
            register,
            read_on: day("2026-02-28"),
            value,
            kind: ReadingKind::Actual,
            origin: "test",
            rolled_over: false,
            case_id: None,
        };
        meter::insert_reading(tx, ctx, &reading)?;
    }
    Ok(device.id)
}

fn contract_of(ctx: &Ctx, number: &str, party: PartyId, point: SupplyPointId) -> Contract {
    Contract {
        id: ctx.id(ContractId::from_bytes),
        number: number.to_owned(),
        party_id: party,
        supply_point_id: point,
        offer: "LUCE CASA".to_owned(),
        starts_on: day("2008-09-14"),
        ends_on: None,
        state: ContractState::Active,
        payment: PaymentMethod::Slip,
        delivery: Delivery::Post,
        delivery_email: String::new(),
        resident: true,
        deposit: Money::from_cents(4650),
        end_reason: String::new(),
        previous_contract_id: None,
        case_id: None,
        version: 1,
    }
}

/// A procedure of the test's own, published as its first version: paths and texts of its files.
///
/// # Panics
/// When it cannot be read or stored.
pub async fn procedure(test: &TestApp, files: &[(&str, &str)]) {
    let files: procedures::Files =
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let pack = procedures::read(&files).expect("a pack that can be read");
    let text = serde_json::to_string(&files).expect("the files as text");
    let bundle =
        store::cases::process::Bundle { procedure: pack.code, version: 1, hash: pack.hash, files: text };
    let ctx = test.system();
    let stored = test.app.db.write("test-procedure", move |tx| -> Result<(), app::Error> {
        Ok(store::cases::process::publish(tx, &ctx, &bundle)?)
    });
    stored.await.expect("a procedure");
}
