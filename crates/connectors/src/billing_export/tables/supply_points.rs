//! Supply points: places of delivery, whose code has the form its sector prescribes.

use domain::import::{CadastralRecord, PointCode, PointState, Reason, SupplyPointRecord, UseCategory};
use kernel::Sector;
use kernel::codes::{Pdr, Pod, WaterPointCode};

use super::super::cells::{Cells, Draft};
use super::super::layout::Field;
use super::super::sentences;

pub(in super::super) const FIELDS: &[Field] = &[
    Field::required("code"),
    Field::required("sector").of(&["water", "gas", "lpg", "electricity", "telecom"]),
    Field::required("street"),
    Field::optional("street_number"),
    Field::optional("unit"),
    Field::optional("postcode"),
    Field::required("town"),
    Field::optional("municipality"),
    Field::optional("province"),
    Field::optional("country"),
    Field::required("state").of(PointState::CODES),
    Field::optional("use_category").of(UseCategory::CODES),
    Field::optional("distributor"),
    Field::optional("power_kw"),
    Field::optional("voltage"),
    Field::optional("phases"),
    Field::optional("meter_class"),
    Field::optional("gas_use"),
    Field::optional("gas_withdrawal_class"),
    Field::optional("line_kind"),
    Field::optional("access_technology"),
    Field::optional("speed"),
    Field::optional("cadastral_category"),
    Field::optional("sheet"),
    Field::optional("parcel"),
    Field::optional("subunit"),
];

/// Reads a row.
pub(in super::super) fn read(mut cells: Cells<'_>) -> Draft<SupplyPointRecord> {
    let sector = cells.choice("sector", Sector::from_code);
    let code = code(&mut cells, sector);
    let state = cells.choice("state", PointState::from_code);
    let use_category = cells.optional_choice("use_category", UseCategory::from_code);
    // Kilowatts with three decimals are watts; a gigawatt is no supply of a utility.
    let power_watts = cells.optional_number("power_kw", 3, 1_000_000_000);
    let voltage_volts = cells.optional_number("voltage", 0, 1_000_000);
    let phases = cells.optional_number("phases", 0, 3);
    // Megabits with three decimals are kilobits; beyond a terabit nothing is sold to a home.
    let speed_kbps = cells.optional_number("speed", 3, 1_000_000_000);
    let address = super::address(&cells);
    let cadastral = CadastralRecord {
        category: cells.optional("cadastral_category"),
        sheet: cells.optional("sheet"),
        parcel: cells.optional("parcel"),
        subunit: cells.optional("subunit"),
    };
    let record = code.zip(state).map(|(code, state)| SupplyPointRecord {
        code,
        address,
        state,
        use_category,
        distributor: cells.optional("distributor"),
        power_watts,
        voltage_volts,
        phases,
        meter_class: cells.optional("meter_class"),
        gas_use: cells.optional("gas_use"),
        gas_withdrawal_class: cells.optional("gas_withdrawal_class"),
        line_kind: cells.optional("line_kind"),
        access_technology: cells.optional("access_technology"),
        speed_kbps,
        cadastral,
    });
    let key = super::point_text(cells.text("code"));
    cells.finish(record, &[&key], "code", Vec::new())
}

fn code(cells: &mut Cells<'_>, sector: Option<Sector>) -> Option<PointCode> {
    let text = cells.required("code")?;
    let (reason, sentence) = match sector? {
        Sector::Water => match WaterPointCode::parse(&text) {
            Ok(code) => return Some(PointCode::Water(code)),
            Err(problem) => (Reason::WaterPointFormat, sentences::water_point(&problem)),
        },
        Sector::Gas => match Pdr::parse(&text) {
            Ok(code) => return Some(PointCode::Gas(code)),
            Err(problem) => (Reason::PdrFormat, sentences::pdr(&problem)),
        },
        Sector::Electricity => match Pod::parse(&text) {
            Ok(code) => return Some(PointCode::Electricity(code)),
            Err(problem) => (Reason::PodFormat, sentences::pod(&problem)),
        },
        // The utility's own codes have no prescribed form.
        Sector::Lpg => return Some(PointCode::Lpg(super::point_text(&text))),
        Sector::Telecom => return Some(PointCode::Telecom(super::point_text(&text))),
    };
    cells.refuse("code", reason, sentence);
    None
}
