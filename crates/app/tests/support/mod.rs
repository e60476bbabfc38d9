//! A small utility for the tests of operations: two holders, a supply with its meter, accounts.

#![expect(dead_code, reason = "each test file uses a part of it")]

pub mod arrears;
pub mod bills;
pub mod distributor;
pub mod voltura;

use std::sync::Arc;

use app::{App, Ctx, Settings};
use db::testing::{Fresh, Template};
use domain::{
    access::Role,
    registry::{
        Address, AddressPurpose, ContactKind, Contract, ContractState, Delivery, Meter, MeterKind, Party,
        PartyKind, PartyNames, PaymentMethod, ReadingKind, Register, Sex, SupplyPoint, SupplyPointState,
        Technical,
    },
};
use kernel::{
    AddressId, ContractId, Date, FixedClock, Ids, Lang, MeterId, Money, PartyId, Sector, SupplyPointId,
    UserId, ids::CountedIds,
};
use serde_json::{Map, Value as Json};
use store::registry::{contract, meter, party, search, supply_point};

/// What the tests stand on.
pub struct World {
    pub app: App,
    pub clock: Arc<FixedClock>,
    pub outgoing: PartyId,
    pub incoming: PartyId,
    pub point: SupplyPointId,
    pub sector: Sector,
    pub contract: ContractId,
    pub operator: UserId,
    pub technician: UserId,
    pub fresh: Fresh,
}

pub const NOW: &str = "2026-03-11T10:24:00+01:00";

pub fn postgres_server() -> Option<db::DatabaseUrl> {
    let url = suites::postgres("operations and jobs")?;
    Some(url.parse().expect("SPORTELLO_TEST_POSTGRES is a database URL"))
}

/// A world on each engine that is there, its supply electricity in three bands.
pub async fn worlds() -> Vec<World> {
    worlds_of(Sector::Electricity).await
}

/// A world on each engine that is there, with a supply of a sector.
pub async fn worlds_of(sector: Sector) -> Vec<World> {
    let key = app::processes::shipped_key();
    let template = Template::shared_sqlite_with(key, published).await.unwrap();
    let sqlite = template.fresh().await.unwrap();
    let mut all = vec![world_of(sqlite, sector).await];
    if let Some(server) = postgres_server() {
        let template = Template::shared_postgres_with(&server, key, published).await.unwrap();
        let postgres = template.fresh().await.unwrap();
        all.push(world_of(postgres, sector).await);
    }
    all
}

/// Puts the shipped procedures into a database that many tests begin with: proving them takes longer than most tests.
async fn published(db: &db::Db) -> Result<(), db::DbError> {
    let (app, _) = app_on(db.clone(), Arc::new(CountedIds::default()));
    let published = app::processes::publish_shipped(&app, &app.system("test")).await;
    published.map(drop).map_err(|error| db::DbError::Driver(error.to_string()))
}

/// An [`App`] over a database, with time standing still.
pub fn app_on(db: db::Db, ids: Arc<dyn Ids>) -> (App, Arc<FixedClock>) {
    let clock = Arc::new(FixedClock::at(NOW.parse().unwrap()));
    (App::new(db, clock.clone(), ids, Settings::default()), clock)
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub async fn world(fresh: Fresh) -> World {
    world_of(fresh, Sector::Electricity).await
}

async fn world_of(fresh: Fresh, sector: Sector) -> World {
    let (app, clock) = app_on(fresh.db.clone(), Arc::new(CountedIds::default()));
    let system = app.system("test");
    app::processes::publish_shipped(&app, &system).await.unwrap();
    app::accounts::save_office(&app, &system, "S3", "Sportello 3", "Fontebruna", "via della Fonte 1")
        .await
        .unwrap();
    let operator = account(&app, "marta.bellini", "Bellini Marta", Role::Operator).await;
    let technician = account(&app, "luca.ferrari", "Ferrari Luca", Role::Technician).await;
    account(&app, "paolo.conti", "Conti Paolo", Role::BackOffice).await;
    let seeded = app.system("test");
    let (outgoing, incoming, point, contract) =
        app.db.write("seed", move |tx| seed(tx, &seeded, sector)).await.unwrap();
    World { app, clock, outgoing, incoming, point, sector, contract, operator, technician, fresh }
}

/// An account of an office, with an address.
pub async fn account(app: &App, name: &str, display: &str, role: Role) -> UserId {
    account_reached(app, name, display, role, Some(format!("{name}@example.it"))).await
}

/// An account with an address, or with none.
pub async fn account_reached(
    app: &App,
    name: &str,
    display: &str,
    role: Role,
    email: Option<String>,
) -> UserId {
    let new = app::accounts::NewUser {
        name: name.to_owned(),
        display_name: display.to_owned(),
        email,
        office: Some("S3".to_owned()),
        lang: Lang::It,
        roles: vec![role],
    };
    // A cheap stand-in: these tests never sign in with a password.
    let hash = app::accounts::Hashed("$argon2id$none".to_owned());
    app::accounts::add_user(app, &app.system("test"), new, hash).await.unwrap()
}

fn person(ctx: &Ctx, number: &str, surname: &str, given: &str, tax_code: &str) -> Party {
    Party {
        id: ctx.id(PartyId::from_bytes),
        number: number.to_owned(),
        kind: PartyKind::Person,
        names: PartyNames {
            surname: surname.to_owned(),
            given_name: given.to_owned(),
            company_name: String::new(),
        },
        tax_code: Some(tax_code.to_owned()),
        vat_number: None,
        birth_date: None,
        birth_place: String::new(),
        sex: Sex::Unknown,
        lang: Lang::It,
        note: String::new(),
        registered_on: day("2014-05-01"),
        identity_verified_at: None,
        version: 1,
    }
}

fn point_of(ctx: &Ctx, sector: Sector, address: Address) -> SupplyPoint {
    let electric = sector == Sector::Electricity;
    SupplyPoint {
        id: ctx.id(SupplyPointId::from_bytes),
        sector,
        code: match sector {
            Sector::Electricity => "IT999E00317482",
            Sector::Gas => "00889000317482",
            Sector::Lpg => "GPL00317482",
            Sector::Water => "0803601000317482",
            Sector::Telecom => "0535317482",
        }
        .to_owned(),
        address,
        state: SupplyPointState::Active,
        distributor: "Rete Prova".to_owned(),
        technical: Technical {
            valid_from: day("2008-09-14"),
            valid_to: None,
            point_use: "Domestico".to_owned(),
            power_w: electric.then_some(3000),
            voltage_v: electric.then_some(230),
            phases: electric.then_some(1),
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

/// A meter with what it showed last; a telephone line has none.
fn install(tx: &mut store::Tx<'_>, ctx: &Ctx, point: &SupplyPoint) -> Result<(), app::Error> {
    let shown: &[(&str, i64)] = match point.sector {
        Sector::Electricity => &[("F1", 8412), ("F2", 6207), ("F3", 7090)],
        Sector::Telecom => return Ok(()),
        _ => &[("T", 1284)],
    };
    let device = Meter {
        id: ctx.id(MeterId::from_bytes),
        serial: "E200317755".to_owned(),
        supply_point_id: point.id,
        kind: MeterKind::Meter,
        constant_millionths: 1_000_000,
        laid_on: day("2018-05-02"),
        removed_on: None,
        registers: shown.iter().map(|(code, _)| Register { code: (*code).to_owned(), digits: 6 }).collect(),
    };
    meter::insert(tx, &device)?;
    for (register, value) in shown {
        let reading = meter::NewReading {
            meter: device.id,
            register,
            read_on: day("2026-02-28"),
            value: *value,
            kind: ReadingKind::Actual,
            origin: "test",
            rolled_over: false,
            case_id: None,
        };
        meter::insert_reading(tx, ctx, &reading)?;
    }
    Ok(())
}

fn seed(
    tx: &mut store::Tx<'_>,
    ctx: &Ctx,
    sector: Sector,
) -> Result<(PartyId, PartyId, SupplyPointId, ContractId), app::Error> {
    let home = Address {
        id: Some(ctx.id(AddressId::from_bytes)),
        street: "via della Fornace".to_owned(),
        house_number: "27".to_owned(),
        unit: "int. 4".to_owned(),
        postcode: "41099".to_owned(),
        municipality: "Fontebruna".to_owned(),
        province: "MO".to_owned(),
        country: "IT".to_owned(),
        ..Address::default()
    };
    let outgoing = person(ctx, "11530", "Casarini", "Aldo", "CSRLDA50C12F257X");
    let incoming = person(ctx, "51907", "Montanari", "Irene", "MNTRNI91S42B819T");
    for party in [&outgoing, &incoming] {
        party::insert(tx, ctx, party)?;
        party::set_contact(
            tx,
            ctx,
            party.id,
            ContactKind::Email,
            "posta@example.it",
            day("2020-01-01"),
            true,
        )?;
    }
    let home = Address {
        id: Some(party::set_address(
            tx,
            ctx,
            outgoing.id,
            AddressPurpose::Residence,
            day("2008-09-14"),
            &home,
        )?),
        ..home
    };
    let point = point_of(ctx, sector, home);
    supply_point::insert(tx, ctx, &point)?;
    install(tx, ctx, &point)?;
    let old = Contract {
        id: ctx.id(ContractId::from_bytes),
        number: "A187730".to_owned(),
        party_id: outgoing.id,
        supply_point_id: point.id,
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
    };
    contract::insert(tx, ctx, &old)?;
    contract::insert_deposit(tx, ctx, old.id, old.deposit, old.starts_on)?;
    for party in [&outgoing, &incoming] {
        search::index(tx, party)?;
    }
    Ok((outgoing.id, incoming.id, point.id, old.id))
}

impl World {
    /// An act of an account.
    pub async fn ctx(&self, name: &str) -> Ctx {
        ctx_of(&self.app, name).await
    }
}

/// The circumstances of an act of an account.
pub async fn ctx_of(app: &App, name: &str) -> Ctx {
    let users = app::accounts::list_users(app, &app.system("test")).await.unwrap();
    let (user, roles) = users.into_iter().find(|(user, _)| user.name == name).unwrap();
    let mut ctx = app.system("test");
    ctx.actor = kernel::Actor::User { id: user.id, name: user.display_name };
    ctx.roles = roles;
    ctx.office = user.office_id;
    ctx
}

/// Typed answers from a JSON object.
pub fn answers(value: Json) -> Map<String, Json> {
    match value {
        Json::Object(map) => map,
        other => panic!("not an object: {other}"),
    }
}
