//! The registry: who the customers are, where they are supplied, under which contracts, and what was read and
//! billed there. Values and their rules only; nothing here knows a database.

pub mod address;
pub mod bill;
pub mod change;
pub mod contract;
pub mod judgement;
pub mod mandate;
pub mod meter;
pub mod party;
pub mod reading;
pub mod supply_point;

pub use address::{Address, AddressPurpose};
pub use bill::{Bill, Payment};
pub use contract::{Cadastre, Contract, ContractState, Delivery, PaymentMethod, Title};
pub use mandate::{Deposit, DepositState, Mandate, MandateScheme, MandateState};
pub use meter::{Meter, MeterKind, Register};
pub use party::{ContactKind, ContactPoint, Party, PartyKind, PartyNames, Sex};
pub use reading::{Reading, ReadingKind};
pub use supply_point::{SupplyPoint, SupplyPointState, Technical};

/// Declares an enumeration that is stored and exchanged as a word.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every value, in the order screens list them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stored word.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Reads the stored word.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use words;
