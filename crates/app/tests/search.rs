//! The one search box, key by key, on both engines: everything somebody at a counter may have in hand finds what it
//! belongs to, however it is typed.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

mod support;

use app::{
    Ctx, Error,
    registry::{HitKind, search},
};
use domain::registry::{
    Address, AddressPurpose, Bill, ContactKind, Contract, ContractState, Delivery, Meter, MeterKind, Party,
    PartyKind, PartyNames, PaymentMethod, Register, Sex, SupplyPoint, SupplyPointState, Technical,
};
use kernel::{AddressId, BillId, ContractId, Lang, MeterId, Money, PartyId, Sector, SupplyPointId};
use store::{
    Tx,
    registry::{bill, contract, meter, party, search::index, supply_point},
};
use support::{World, day, worlds};

/// What is looked for, and what must come out of it: the kind and the title of a line.
const TABLE: &[(&str, &str, &str)] = &[
    // Names, both ways, in part, without accents, apostrophes or case.
    ("Casarini Aldo", "party", "Casarini Aldo"),
    ("Aldo Casarini", "party", "Casarini Aldo"),
    ("casarini", "party", "Casarini Aldo"),
    ("dandre nicolo", "party", "D'Andrè Nicolò"),
    ("Nicolò D’Andrè", "party", "D'Andrè Nicolò"),
    ("Bo Li", "party", "Bo Li"),
    ("Li Bo", "party", "Bo Li"),
    ("officine fonte", "party", "Officine della Fonte S.r.l."),
    // Tax code: whole, in small letters and groups, its beginning, and the six letters of the name alone.
    ("CSRLDA50C12F257X", "party", "Casarini Aldo"),
    ("csr lda 50c12 f257x", "party", "Casarini Aldo"),
    ("CSRLDA50", "party", "Casarini Aldo"),
    ("csrlda", "party", "Casarini Aldo"),
    // VAT number: whole, its beginning, in groups, with the country.
    ("03218840361", "party", "Officine della Fonte S.r.l."),
    ("0321884", "party", "Officine della Fonte S.r.l."),
    ("032 188 40361", "party", "Officine della Fonte S.r.l."),
    ("IT03218840361", "party", "Officine della Fonte S.r.l."),
    // Supply points of every service, with and without signs between.
    ("IT999E00317482", "supply_point", "IT999E00317482"),
    ("it 999 e 0031 7482", "supply_point", "IT999E00317482"),
    ("IT999E003", "supply_point", "IT999E00317482"),
    ("00889000000003", "supply_point", "00889000000003"),
    ("0088 9000 0000 03", "supply_point", "00889000000003"),
    ("GPL0000074", "supply_point", "GPL0000074"),
    ("gpl 0000074", "supply_point", "GPL0000074"),
    ("0803601000000002", "supply_point", "0803601000000002"),
    ("080 36010 00000002", "supply_point", "0803601000000002"),
    ("0535000079", "supply_point", "0535000079"),
    ("0535 000079", "supply_point", "0535000079"),
    ("0535/000079", "supply_point", "0535000079"),
    ("+39 0535 000079", "supply_point", "0535000079"),
    // Meters: plain serials and those with signs, and the word that asks for meters only.
    ("E200317755", "meter", "E200317755"),
    ("e 2003 17755", "meter", "E200317755"),
    ("12-345/A", "meter", "12-345/A"),
    ("m:12-345", "meter", "12-345/A"),
    // Contracts and bills.
    ("A187730", "contract", "A187730"),
    ("a 187730", "contract", "A187730"),
    ("CTR/2026-000118", "contract", "CTR/2026-000118"),
    ("2025/0000012", "bill", "2025/0000012"),
    ("2025-0000012", "bill", "2025/0000012"),
    ("2025 0000012", "bill", "2025/0000012"),
    ("0000012", "bill", "2025/0000012"),
    ("f:12", "bill", "2025/0000012"),
    // Telephones, fixed and mobile, however they are written, and electronic addresses.
    ("0598011376", "party", "Casarini Aldo"),
    ("059 801 1376", "party", "Casarini Aldo"),
    ("059/8011376", "party", "Casarini Aldo"),
    ("+39 059 8011376", "party", "Casarini Aldo"),
    ("367 832 2358", "party", "D'Andrè Nicolò"),
    ("0039 367 8322358", "party", "D'Andrè Nicolò"),
    ("officine@pec.example.it", "party", "Officine della Fonte S.r.l."),
    // Addresses: where somebody lives and where a supply is, with the number, in any order.
    ("via della Fornace 27", "party", "Casarini Aldo"),
    ("fornace 27 fontebruna", "party", "Casarini Aldo"),
    ("Fontebruna, via della Fornace", "party", "Casarini Aldo"),
    ("piazza Garibaldi 9", "party", "Officine della Fonte S.r.l."),
    // Customer number: plain, and with letters and signs.
    ("11530", "party", "Casarini Aldo"),
    ("C000077", "party", "D'Andrè Nicolò"),
    ("c 000077", "party", "D'Andrè Nicolò"),
    ("CL-000078", "party", "Bo Li"),
];

/// What must not come out: neighbours that share a part.
const NOT: &[(&str, &str, &str)] = &[
    ("via della Fornace 28", "party", "Casarini Aldo"),
    ("2024-0000012", "bill", "2025/0000012"),
    ("00889000000004", "supply_point", "00889000000003"),
    ("Casarini Irene", "party", "Casarini Aldo"),
    ("03218840362", "party", "Officine della Fonte S.r.l."),
];

fn kind(of: HitKind) -> &'static str {
    match of {
        HitKind::Party(_) => "party",
        HitKind::Point(_) => "supply_point",
        HitKind::Meter(_) => "meter",
        HitKind::Contract(..) => "contract",
        HitKind::Bill(..) => "bill",
        HitKind::Case(_) => "case",
    }
}

fn at(street: &str, number: &str) -> Address {
    Address {
        street: street.to_owned(),
        house_number: number.to_owned(),
        postcode: "41099".to_owned(),
        municipality: "Fontebruna".to_owned(),
        province: "MO".to_owned(),
        country: "IT".to_owned(),
        ..Address::default()
    }
}

struct New<'a> {
    number: &'a str,
    names: [&'a str; 3],
    codes: [Option<&'a str>; 2],
}

fn customer(tx: &mut Tx<'_>, ctx: &Ctx, new: &New<'_>) -> Result<Party, Error> {
    let [surname, given_name, company_name] = new.names.map(str::to_owned);
    let [tax_code, vat_number] = new.codes.map(|code| code.map(str::to_owned));
    let party = Party {
        id: ctx.id(PartyId::from_bytes),
        number: new.number.to_owned(),
        kind: if company_name.is_empty() { PartyKind::Person } else { PartyKind::Organisation },
        names: PartyNames { surname, given_name, company_name },
        tax_code,
        vat_number,
        birth_date: None,
        birth_place: String::new(),
        sex: Sex::Unknown,
        lang: Lang::It,
        note: String::new(),
        registered_on: day("2014-05-01"),
        identity_verified_at: None,
        version: 1,
    };
    party::insert(tx, ctx, &party)?;
    Ok(party)
}

fn point(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    sector: Sector,
    code: &str,
    at: Address,
) -> Result<SupplyPointId, Error> {
    let at = Address { id: Some(ctx.id(AddressId::from_bytes)), ..at };
    let at = Address { id: Some(party::insert_address(tx, ctx, &at)?), ..at };
    let point = SupplyPoint {
        id: ctx.id(SupplyPointId::from_bytes),
        sector,
        code: code.to_owned(),
        address: at,
        state: SupplyPointState::Active,
        distributor: "Rete Prova".to_owned(),
        technical: Technical {
            valid_from: day("2008-09-14"),
            valid_to: None,
            point_use: "Domestico".to_owned(),
            power_w: None,
            voltage_v: None,
            phases: None,
            meter_class: String::new(),
            use_category: String::new(),
            withdrawal_class: String::new(),
            line_kind: String::new(),
            access_technology: String::new(),
            speed_kbps: None,
        },
        version: 1,
    };
    supply_point::insert(tx, ctx, &point)?;
    Ok(point.id)
}

fn contract_at(ctx: &Ctx, number: &str, holder: PartyId, point: SupplyPointId) -> Contract {
    Contract {
        id: ctx.id(ContractId::from_bytes),
        number: number.to_owned(),
        party_id: holder,
        supply_point_id: point,
        offer: "ACQUA".to_owned(),
        starts_on: day("2020-01-01"),
        ends_on: None,
        state: ContractState::Active,
        payment: PaymentMethod::Slip,
        delivery: Delivery::Post,
        delivery_email: String::new(),
        resident: false,
        deposit: Money::ZERO,
        end_reason: String::new(),
        previous_contract_id: None,
        case_id: None,
        version: 1,
    }
}

fn a_bill(ctx: &Ctx, number: &str, contract: ContractId) -> Bill {
    Bill {
        id: ctx.id(BillId::from_bytes),
        number: number.to_owned(),
        contract_id: contract,
        issued_on: day("2025-02-16"),
        due_on: day("2025-03-08"),
        kind: "Periodica".to_owned(),
        amount: Money::from_cents(1778),
        paid: Money::ZERO,
        consumption: None,
        unit: String::new(),
        period_from: None,
        period_to: None,
        held: false,
    }
}

/// A company, two persons, a point of each other service, a meter whose serial has signs, contracts, a bill, telephones.
fn fill(tx: &mut Tx<'_>, ctx: &Ctx, holder: PartyId, held: ContractId) -> Result<(), Error> {
    let since = day("2020-01-01");
    let company = New {
        number: "C000076",
        names: ["", "", "Officine della Fonte S.r.l."],
        codes: [None, Some("03218840361")],
    };
    let company = customer(tx, ctx, &company)?;
    party::set_contact(tx, ctx, company.id, ContactKind::Pec, "Officine@pec.example.it", since, true)?;
    let accented = New { number: "C000077", names: ["D'Andrè", "Nicolò", ""], codes: [None, None] };
    let accented = customer(tx, ctx, &accented)?;
    party::set_contact(tx, ctx, accented.id, ContactKind::Mobile, "+39 367 8322358", since, true)?;
    let short =
        customer(tx, ctx, &New { number: "CL-000078", names: ["Bo", "Li", ""], codes: [None, None] })?;
    party::set_contact(tx, ctx, holder, ContactKind::Phone, "059 8011376", since, true)?;

    let square = || at("piazza Garibaldi", "9");
    let water = point(tx, ctx, Sector::Water, "0803601000000002", square())?;
    let gas = point(tx, ctx, Sector::Gas, "00889000000003", square())?;
    point(tx, ctx, Sector::Lpg, "GPL0000074", square())?;
    point(tx, ctx, Sector::Telecom, "0535000079", square())?;
    let device = Meter {
        id: ctx.id(MeterId::from_bytes),
        serial: "12-345/A".to_owned(),
        supply_point_id: gas,
        kind: MeterKind::Meter,
        constant_millionths: 1_000_000,
        laid_on: day("2018-05-02"),
        removed_on: None,
        registers: vec![Register { code: "T".to_owned(), digits: 5 }],
    };
    meter::insert(tx, &device)?;
    contract::insert(tx, ctx, &contract_at(ctx, "CTR/2026-000118", company.id, water))?;
    bill::insert(tx, &a_bill(ctx, "2025/0000012", held))?;
    for party in [&company, &accented, &short] {
        index(tx, party)?;
    }
    Ok(())
}

async fn filled(world: &World) -> Ctx {
    let (system, holder, held) = (world.app.system("test"), world.outgoing, world.contract);
    world.app.db.write("fill", move |tx| fill(tx, &system, holder, held)).await.unwrap();
    world.ctx("marta.bellini").await
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_somebody_may_have_in_hand_finds_what_it_belongs_to() {
    for world in worlds().await {
        let engine = world.fresh.db.engine();
        let ctx = filled(&world).await;
        let mut wrong = Vec::new();
        for (table, must) in [(TABLE, true), (NOT, false)] {
            for (query, of, title) in table {
                let hits = search(&world.app, &ctx, query).await.unwrap();
                let found = hits.iter().filter(|hit| kind(hit.kind) == *of && hit.title == *title).count();
                if found != usize::from(must) {
                    let all: Vec<_> = hits.iter().map(|hit| (kind(hit.kind), hit.title.as_str())).collect();
                    wrong.push(format!(
                        "{query:?} finds {of} {title:?} {found} times instead of {}: {all:?}",
                        u8::from(must)
                    ));
                }
            }
        }
        assert!(wrong.is_empty(), "{engine:?}:\n{}", wrong.join("\n"));
    }
}

/// Nobody of a common street is lost for the many who live in it: the number counts before the first two hundred are taken.
#[tokio::test(flavor = "multi_thread")]
async fn a_house_number_is_found_in_a_street_of_many() {
    for world in worlds().await {
        let system = world.app.system("test");
        let seed = move |tx: &mut Tx<'_>| -> Result<(), Error> {
            for place in 0..400_u32 {
                let number = format!("V{place:06}");
                let surname = format!("Cognome{place}");
                let new = New { number: &number, names: [&surname, "Ada", ""], codes: [None, None] };
                let party = customer(tx, &system, &new)?;
                let number = if place == 399 { "9B".to_owned() } else { (100 + place).to_string() };
                let from = day("2020-01-01");
                let home = at("via dei Tigli", &number);
                party::set_address(tx, &system, party.id, AddressPurpose::Residence, from, &home)?;
                index(tx, &party)?;
            }
            Ok(())
        };
        world.app.db.write("street", seed).await.unwrap();
        let ctx = world.ctx("marta.bellini").await;
        let hits = search(&world.app, &ctx, "via dei tigli 9b").await.unwrap();
        let titles: Vec<&str> = hits.iter().map(|hit| hit.title.as_str()).collect();
        assert_eq!(titles, ["Cognome399 Ada"], "{:?}", world.fresh.db.engine());
    }
}
