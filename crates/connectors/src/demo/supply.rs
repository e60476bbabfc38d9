//! Invented supplies: point, meters, contract, readings, bills, payments, mandate.

use std::io;

use domain::import::{
    AddressRecord, BillKind, BillRecord, CadastralRecord, ConsumptionUnit, ContractRecord, ContractState,
    Delivery, Holder, MandateRecord, MandateScheme, MandateState, MeterKind, MeterRecord, PaymentChannel,
    PaymentMethod, PaymentRecord, PointCode, PointState, PrintedSecret, ReadingKind, ReadingRecord, Register,
    SupplyPointRecord, Table, UseCategory,
};
use kernel::codes::{Iban, Pdr, Pod, Umr, WaterPointCode};
use kernel::{Date, Money, Sector};

use super::customer::{Customer, address};
use super::generate::{GenerateOptions, Numbers, day_before};
use super::random::Random;
use crate::billing_export::Writer;

/// Days between two bills.
const PERIOD: i64 = 61;
/// Bills of a contract in force.
const PERIODS: i64 = 11;

/// One supply while it is being written.
struct Supply<'a> {
    random: &'a mut Random,
    writer: &'a mut Writer,
    numbers: &'a mut Numbers,
    today: Date,
    contract: ContractRecord,
    sector: Sector,
    first_day: Date,
}

/// Invents one supply of a customer and writes all its rows.
pub(super) fn write(
    random: &mut Random,
    writer: &mut Writer,
    numbers: &mut Numbers,
    options: &GenerateOptions,
    customer: &Customer,
) -> io::Result<()> {
    let weights = [
        (Sector::Gas, 312),
        (Sector::Water, 312),
        (Sector::Electricity, 223),
        (Sector::Telecom, 79),
        (Sector::Lpg, 74),
    ];
    let sector = random.weighted(&weights, Sector::Water);
    numbers.supply += 1;
    let Some(code) = code(sector, numbers.supply, customer.town.2) else { return Ok(()) };
    let state = random.weighted(
        &[(PointState::Active, 900), (PointState::Inactive, 65), (PointState::Suspended, 35)],
        PointState::Active,
    );
    let point = point(random, code, state, customer);
    let line = writer.supply_point(&point);
    writer.write(Table::SupplyPoints, &line)?;
    let contract = contract(random, options, numbers.supply, &point, customer);
    let line = writer.contract(&contract);
    writer.write(Table::Contracts, &line)?;
    // The last round of readings is some days old, so that one can be taken today.
    let begin = day_before(options.today, PERIOD * (PERIODS + 1) + 9);
    let first_day = begin.max(contract.start);
    let mut supply = Supply { random, writer, numbers, today: options.today, contract, sector, first_day };
    let consumption = supply.meters_and_readings()?;
    supply.bills(&consumption)?;
    supply.mandate(customer)
}

fn code(sector: Sector, number: u64, municipality: &str) -> Option<PointCode> {
    Some(match sector {
        Sector::Water => {
            PointCode::Water(WaterPointCode::parse(&format!("08{municipality}{number:08}")).ok()?)
        }
        // No distributor has these digits.
        Sector::Gas => PointCode::Gas(Pdr::parse(&format!("9990{number:010}")).ok()?),
        Sector::Electricity => PointCode::Electricity(Pod::parse(&format!("IT999E{number:08}")).ok()?),
        Sector::Lpg => PointCode::Lpg(format!("GPL{number:07}")),
        Sector::Telecom => PointCode::Telecom(format!("0535{number:06}")),
    })
}

fn point(random: &mut Random, code: PointCode, state: PointState, customer: &Customer) -> SupplyPointRecord {
    let sector = code.sector();
    let household = matches!(customer.record.holder, Holder::Person { .. });
    let uses = if household {
        [
            (UseCategory::HouseholdResident, 850),
            (UseCategory::HouseholdNonResident, 150),
            (UseCategory::Other, 0),
        ]
    } else {
        [(UseCategory::Condominium, 450), (UseCategory::Business, 300), (UseCategory::Other, 250)]
    };
    let place = if random.per_mille(800) {
        AddressRecord {
            municipality: Some(customer.town.2.to_owned()),
            country: None,
            ..customer.record.address.clone()
        }
    } else {
        address(random, customer.town)
    };
    let is = |wanted| sector == wanted;
    let known = random.per_mille(760);
    SupplyPointRecord {
        address: place,
        state,
        use_category: Some(random.weighted(&uses, UseCategory::Other)),
        distributor: match sector {
            Sector::Gas => Some("Rete Gas del Dosso".to_owned()),
            Sector::Electricity => Some("Rete Elettrica del Dosso".to_owned()),
            _ => None,
        },
        power_watts: is(Sector::Electricity)
            .then(|| random.weighted(&[(3000, 690), (4500, 240), (6000, 70)], 3000)),
        voltage_volts: is(Sector::Electricity).then_some(230),
        phases: is(Sector::Electricity).then_some(1),
        meter_class: match sector {
            Sector::Water => Some("DN15".to_owned()),
            Sector::Gas => Some(random.weighted(&[("G4", 514), ("G6", 240), ("G25", 246)], "G4").to_owned()),
            _ => None,
        },
        gas_use: is(Sector::Gas).then(|| random.one(&["C1", "C2", "C3"], "C1").to_owned()),
        gas_withdrawal_class: is(Sector::Gas).then(|| "1".to_owned()),
        line_kind: is(Sector::Telecom).then(|| "VoIP".to_owned()),
        access_technology: is(Sector::Telecom).then(|| "FTTC".to_owned()),
        speed_kbps: is(Sector::Telecom).then_some(100_000),
        cadastral: CadastralRecord {
            category: known.then(|| random.one(&["A/2", "A/3", "C/1"], "A/3").to_owned()),
            sheet: known.then(|| random.between(1, 90).to_string()),
            parcel: known.then(|| random.between(1, 800).to_string()),
            subunit: (known && random.per_mille(600)).then(|| random.between(1, 40).to_string()),
        },
        code,
    }
}

fn contract(
    random: &mut Random,
    options: &GenerateOptions,
    number: u64,
    point: &SupplyPointRecord,
    customer: &Customer,
) -> ContractRecord {
    let letter = match point.code.sector() {
        Sector::Water => 'A',
        Sector::Gas | Sector::Lpg => 'G',
        Sector::Electricity => 'E',
        Sector::Telecom => 'T',
    };
    let created = customer.record.created.unwrap_or(options.today);
    let start = day_before(options.today, random.between(20, 6000)).max(created);
    let direct_debit = random.per_mille(457);
    let email = customer.record.email.clone().filter(|_| random.per_mille(560));
    let ended = point.state == PointState::Inactive;
    ContractRecord {
        number: format!("{letter}{number:07}"),
        customer: customer.record.number.clone(),
        point: point.code.as_str().to_owned(),
        offer: Some(random.one(&["BASE24", "TUTELA", "VERDE", "IMPRESA"], "BASE24").to_owned()),
        start,
        end: ended.then(|| day_before(options.today, random.between(5, 150)).max(start)),
        state: match point.state {
            PointState::Active => ContractState::Active,
            PointState::Inactive => ContractState::Ended,
            PointState::Suspended => ContractState::Suspended,
        },
        payment: if direct_debit { PaymentMethod::DirectDebit } else { PaymentMethod::PaymentSlip },
        delivery: if email.is_some() { Delivery::Email } else { Delivery::Post },
        delivery_email: email,
        resident: Some(point.use_category == Some(UseCategory::HouseholdResident)),
        deposit: if direct_debit {
            Money::ZERO
        } else {
            Money::from_cents(random.one(&[2500, 5000, 7700], 2500))
        },
        web_code: Some(PrintedSecret::new(format!("{:010}", random.below(10_000_000_000)))),
    }
}

impl Supply<'_> {
    fn last_day(&self) -> Date {
        self.contract.end.unwrap_or(self.today)
    }

    /// Writes the meters with their readings; gives the quantity of each period.
    fn meters_and_readings(&mut self) -> io::Result<Vec<i64>> {
        let (registers, digits, usual): (&[Register], i64, i64) = match self.sector {
            Sector::Water => (&[Register::Total], 5, 30),
            Sector::Gas => (&[Register::Total], 6, 150),
            Sector::Lpg => (&[Register::Total], 6, 60),
            Sector::Electricity => (&[Register::F1, Register::F2, Register::F3], 6, 140),
            Sector::Telecom => return Ok(Vec::new()),
        };
        let serial =
            format!("{}{:010}", self.random.one(&["B", "S", "L"], "B"), self.random.below(10_000_000_000));
        let installed = day_before(self.first_day, self.random.between(0, 4000));
        let mut meter = MeterRecord {
            serial: serial.clone(),
            point: self.contract.point.clone(),
            kind: MeterKind::Meter,
            register: Register::Total,
            digits,
            installed,
            removed: None,
            constant_millionths: 1_000_000,
        };
        let mut quantities = Vec::new();
        for register in registers {
            meter.register = *register;
            self.meter(&meter)?;
            self.readings(&meter, usual, &mut quantities)?;
        }
        if self.sector == Sector::Gas && self.random.per_mille(40) {
            let serial = format!("K{}", serial.get(1..).unwrap_or_default());
            self.meter(&MeterRecord { serial, kind: MeterKind::Corrector, digits: 8, ..meter })?;
        }
        Ok(quantities)
    }

    fn meter(&mut self, meter: &MeterRecord) -> io::Result<()> {
        let line = self.writer.meter(meter);
        self.writer.write(Table::Meters, &line).map(drop)
    }

    /// A value every two months. Now and then a dial passes zero.
    fn readings(&mut self, meter: &MeterRecord, usual: i64, quantities: &mut Vec<i64>) -> io::Result<()> {
        let range = 10_i64.pow(u32::try_from(meter.digits).unwrap_or(5));
        let mut value =
            if self.random.per_mille(10) { range - usual } else { self.random.between(0, range / 4) };
        let (mut date, mut period) = (self.first_day, 0_usize);
        while date <= self.last_day() {
            let record = ReadingRecord {
                point: meter.point.clone(),
                serial: meter.serial.clone(),
                register: meter.register,
                date,
                value_thousandths: value * 1000,
                kind: self.random.weighted(
                    &[
                        (ReadingKind::Actual, 50),
                        (ReadingKind::SelfReading, 25),
                        (ReadingKind::Estimated, 25),
                    ],
                    ReadingKind::Actual,
                ),
            };
            let line = self.writer.reading(&record);
            self.writer.write(Table::Readings, &line)?;
            let quantity = self.random.between(usual / 3, usual * 2);
            value = (value + quantity).rem_euclid(range);
            match quantities.get_mut(period) {
                Some(sum) => *sum += quantity,
                None => quantities.push(quantity),
            }
            date = day_before(date, -PERIOD);
            period += 1;
        }
        Ok(())
    }

    fn bills(&mut self, quantities: &[i64]) -> io::Result<()> {
        let (unit, price) = match self.sector {
            Sector::Water => (Some(ConsumptionUnit::CubicMetre), 210),
            Sector::Gas => (Some(ConsumptionUnit::StandardCubicMetre), 98),
            Sector::Lpg => (Some(ConsumptionUnit::Kilogram), 240),
            Sector::Electricity => (Some(ConsumptionUnit::KilowattHour), 26),
            Sector::Telecom => (None, 0),
        };
        let (mut from, mut period) = (self.first_day, 0);
        loop {
            let to = day_before(from, 1 - PERIOD);
            let issued = day_before(to, -self.random.between(10, 40));
            if to > self.last_day() || issued > self.today {
                return Ok(());
            }
            let quantity = quantities.get(period).copied().unwrap_or(0);
            let kind = self.random.weighted(
                &[(BillKind::Periodic, 80), (BillKind::Adjustment, 10), (BillKind::CreditNote, 10)],
                BillKind::Periodic,
            );
            let cents = quantity * price + self.random.between(1200, 2100);
            self.numbers.bill += 1;
            let bill = BillRecord {
                number: format!("{}/{:07}", issued.year(), self.numbers.bill),
                contract: self.contract.number.clone(),
                issued,
                due: day_before(issued, -20),
                kind,
                amount: Money::from_cents(if kind == BillKind::CreditNote { -(cents / 4) } else { cents }),
                consumption_thousandths: Some(quantity * 1000),
                unit,
                from: Some(from),
                to: Some(to),
            };
            let line = self.writer.bill(&bill);
            self.writer.write(Table::Bills, &line)?;
            self.payment(&bill)?;
            from = day_before(to, -1);
            period += 1;
        }
    }

    /// Nine bills in ten are paid, in full.
    fn payment(&mut self, bill: &BillRecord) -> io::Result<()> {
        let date = day_before(bill.due, self.random.between(-30, 15));
        if bill.amount <= Money::ZERO || date > self.today || !self.random.per_mille(900) {
            return Ok(());
        }
        let elsewhere =
            [PaymentChannel::PostOffice, PaymentChannel::Counter, PaymentChannel::Bank, PaymentChannel::Web];
        let channel = match self.contract.payment {
            PaymentMethod::DirectDebit => PaymentChannel::DirectDebit,
            PaymentMethod::PaymentSlip => self.random.one(&elsewhere, PaymentChannel::Bank),
        };
        self.numbers.payment += 1;
        let payment = PaymentRecord {
            number: format!("P{:08}", self.numbers.payment),
            bill: bill.number.clone(),
            date,
            amount: bill.amount,
            channel,
            counter: (channel == PaymentChannel::Counter)
                .then(|| self.random.one(&["Modena", "Carpi", "Mirandola"], "Modena").to_owned()),
        };
        let line = self.writer.payment(&payment);
        self.writer.write(Table::Payments, &line).map(drop)
    }

    fn mandate(&mut self, customer: &Customer) -> io::Result<()> {
        if self.contract.payment != PaymentMethod::DirectDebit {
            return Ok(());
        }
        let account = format!("CC{:010}", self.random.below(10_000_000_000));
        let cab = format!("{:05}", self.random.between(1000, 99_999));
        let bank = self.random.one(&["03069", "05387", "05034"], "03069");
        let (Ok(reference), Ok(iban)) =
            (Umr::parse(&format!("SDD{:010}", self.numbers.supply)), Iban::italian(bank, &cab, &account))
        else {
            return Ok(());
        };
        let is_person = matches!(customer.record.holder, Holder::Person { .. });
        let mandate = MandateRecord {
            reference,
            contract: self.contract.number.clone(),
            iban,
            holder: customer.account_name.clone(),
            holder_tax_code: customer.record.tax_code.as_ref().map(ToString::to_string),
            signed: self.contract.start,
            scheme: if !is_person && self.random.per_mille(200) {
                MandateScheme::B2b
            } else {
                MandateScheme::Core
            },
            state: MandateState::Active,
        };
        let line = self.writer.mandate(&mandate);
        self.writer.write(Table::Mandates, &line).map(drop)
    }
}
