//! Identifiers: UUID version 7 (RFC 9562), made by us, one type for each kind of thing.

use std::sync::Mutex;

use crate::clock::{Clock, Instant};

/// Makes new identifiers. Passed in, so that a test can foresee them.
pub trait Ids: Send + Sync + std::fmt::Debug {
    /// The sixteen bytes of a new UUID version 7, greater than all this source gave before.
    fn next(&self, now: Instant) -> [u8; 16];
}

/// Ids for production: milliseconds of the given moment, then random bits; strictly growing within a process.
#[derive(Debug, Default)]
pub struct RandomIds(Mutex<u128>);

/// Ids for tests: the moment, then a counter; the same run gives the same ids.
#[derive(Debug, Default)]
pub struct CountedIds(Mutex<u64>);

fn version_seven(now: Instant, tail: u128) -> u128 {
    let millis = u128::try_from(now.as_micros().max(0) / 1000).unwrap_or(0) & 0xffff_ffff_ffff;
    let high = (tail >> 62) & 0xfff;
    let low = tail & 0x3fff_ffff_ffff_ffff;
    (millis << 80) | (0x7 << 76) | (high << 64) | (0b10 << 62) | low
}

impl Ids for RandomIds {
    #[expect(clippy::disallowed_methods, reason = "the one maker of identifiers")]
    fn next(&self, now: Instant) -> [u8; 16] {
        let mut bytes = [0_u8; 16];
        // A failing random source leaves zeros; uniqueness then rests on the counter below.
        let _ = getrandom::fill(&mut bytes);
        let candidate = version_seven(now, u128::from_be_bytes(bytes));
        let mut last = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let next = if candidate > *last { candidate } else { succ(*last) };
        *last = next;
        next.to_be_bytes()
    }
}

/// The next UUID after `id` that keeps its version and variant bits.
fn succ(id: u128) -> u128 {
    let low = id & 0x3fff_ffff_ffff_ffff;
    if low < 0x3fff_ffff_ffff_ffff {
        return id + 1;
    }
    let high = (id >> 64) & 0xfff;
    let millis = id >> 80;
    let (millis, high) = if high < 0xfff { (millis, high + 1) } else { (millis + 1, 0) };
    (millis << 80) | (0x7 << 76) | (high << 64) | (0b10 << 62)
}

impl Ids for CountedIds {
    fn next(&self, now: Instant) -> [u8; 16] {
        let mut count = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *count += 1;
        version_seven(now, u128::from(*count)).to_be_bytes()
    }
}

impl CountedIds {
    /// Where the counter stands.
    #[must_use]
    pub fn count(&self) -> u64 {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// A text that is not an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier: expected 32 hexadecimal digits, with or without dashes")]
pub struct NotAnId;

fn parse(text: &str) -> Result<[u8; 16], NotAnId> {
    let mut value: u128 = 0;
    let mut digits = 0_u8;
    for c in text.chars() {
        if c == '-' {
            continue;
        }
        value = (value << 4) | u128::from(c.to_digit(16).ok_or(NotAnId)?);
        digits += 1;
        if digits > 32 {
            return Err(NotAnId);
        }
    }
    if digits == 32 { Ok(value.to_be_bytes()) } else { Err(NotAnId) }
}

fn show(bytes: [u8; 16], f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    let hex = format!("{:032x}", u128::from_be_bytes(bytes));
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    write!(f, "{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 16]);

        impl $name {
            /// A new identifier of this kind.
            #[must_use]
            pub fn new(ids: &dyn Ids, clock: &dyn Clock) -> Self {
                Self(ids.next(clock.now()))
            }

            /// From the sixteen bytes a database column holds.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// The sixteen bytes for a database column.
            #[must_use]
            pub const fn bytes(self) -> [u8; 16] {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                show(self.0, f)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "("))?;
                show(self.0, f)?;
                f.write_str(")")
            }
        }

        impl std::str::FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                parse(text).map(Self)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}

ids! {
    /// A person or an organisation.
    PartyId,
    /// A postal address.
    AddressId,
    /// A way to reach a party: telephone, e-mail, certified e-mail.
    ContactPointId,
    /// A place where a service is delivered: POD, PDR, water point, LPG tank, telephone line.
    SupplyPointId,
    /// A meter or a volume corrector laid at a supply point.
    MeterId,
    /// A contract between the utility and a party for one supply point.
    ContractId,
    /// One value read on one register.
    ReadingId,
    /// A bill issued by the billing system.
    BillId,
    /// A payment of a bill.
    PaymentId,
    /// A SEPA direct-debit mandate.
    MandateId,
    /// A security deposit held for a contract.
    DepositId,
    /// A case: one request on its way through its procedure.
    CaseId,
    /// A dated fact recorded on a case.
    FactId,
    /// A running instance of a process.
    InstanceId,
    /// A task waiting for a person.
    TaskId,
    /// A paper produced or received.
    DocumentId,
    /// An appointment in the diary.
    AppointmentId,
    /// A staff account.
    UserId,
    /// An office of the utility.
    OfficeId,
    /// A signed-in session.
    SessionId,
    /// A piece of background work.
    JobId,
    /// A command for the billing system, or its answer.
    MessageId,
    /// A saved view of the queue.
    SavedViewId,
    /// A mail in the queue.
    MailId,
    /// A run of the import.
    ImportId,
    /// A comment on a case.
    CommentId,
    /// An API token.
    TokenId,
    /// A contact with a customer: call, visit, letter.
    ContactId,
    /// A till from its opening to its closing.
    TillSessionId,
    /// What a customer is given for a payment at the counter.
    ReceiptId,
    /// One time a supply was cut.
    SuspensionId,
    /// A plan of instalments.
    PlanId,
    /// An amount a case asks of its customer.
    ChargeId,
    /// A signed link for one task of a case.
    LinkId,
}
