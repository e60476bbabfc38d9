//! The dials to be read at a point, and the keys their values are kept under.

use crate::registry::{Meter, Register};

/// One dial to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dial<'a> {
    /// The key of its value: the register's code; where two devices in place have a register of the same code,
    /// serial number and code.
    pub key: String,
    /// The device.
    pub meter: &'a Meter,
    /// Its register.
    pub register: &'a Register,
}

/// The dials of the devices in place, in the order people read them.
#[must_use]
pub fn dials(meters: &[Meter]) -> Vec<Dial<'_>> {
    let in_place: Vec<(&Meter, &Register)> = meters
        .iter()
        .filter(|meter| meter.removed_on.is_none())
        .flat_map(|meter| meter.registers.iter().map(move |register| (meter, register)))
        .collect();
    let alone = |code: &str| in_place.iter().filter(|(_, register)| register.code == code).count() == 1;
    in_place
        .iter()
        .map(|(meter, register)| Dial {
            key: if alone(&register.code) {
                register.code.clone()
            } else {
                format!("{}/{}", meter.serial, register.code)
            },
            meter,
            register,
        })
        .collect()
}
