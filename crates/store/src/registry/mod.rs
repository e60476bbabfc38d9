//! The registry: parties, supply points, meters, contracts, bills, mandates, and finding them.

pub mod bill;
pub mod bill_hold;
pub mod bill_paper;
pub mod bill_watch;
pub mod contact;
pub mod contract;
pub mod debt;
pub mod import;
pub mod mandate;
pub mod meter;
pub mod party;
pub mod plan;
pub mod search;
pub mod supply_point;
pub mod suspension;

pub(crate) fn all_statements() -> [&'static [db::Statement]; 15] {
    [
        bill::ALL,
        bill_hold::ALL,
        bill_paper::ALL,
        bill_watch::ALL,
        contact::ALL,
        contract::ALL,
        debt::ALL,
        import::ALL,
        mandate::ALL,
        meter::ALL,
        party::ALL,
        plan::ALL,
        search::ALL,
        supply_point::ALL,
        suspension::ALL,
    ]
}

/// A list of bills for a statement that takes many at once.
fn hex_list(bills: &[kernel::BillId]) -> String {
    let hex: Vec<String> =
        bills.iter().map(|id| format!("{:032x}", u128::from_be_bytes(id.bytes()))).collect();
    serde_json::to_string(&hex).unwrap_or_default()
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
