//! The registry: parties, supply points, meters, contracts, bills, mandates, and finding them.

pub mod bill;
pub mod bill_hold;
pub mod bill_paper;
pub mod contact;
pub mod contract;
pub mod import;
pub mod mandate;
pub mod meter;
pub mod party;
pub mod search;
pub mod supply_point;

pub(crate) fn all_statements() -> [&'static [db::Statement]; 11] {
    [
        bill::ALL,
        bill_hold::ALL,
        bill_paper::ALL,
        contact::ALL,
        contract::ALL,
        import::ALL,
        mandate::ALL,
        meter::ALL,
        party::ALL,
        search::ALL,
        supply_point::ALL,
    ]
}

/// A short fingerprint of what an import brought, so that a second run knows what did not change: FNV-1a, 63 bits.
#[must_use]
pub fn fingerprint(parts: &[&str]) -> i64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.bytes().chain([0x1f]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    i64::try_from(hash >> 1).unwrap_or(i64::MAX)
}
