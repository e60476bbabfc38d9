//! What travels to and from a column: five kinds of value, and which Rust types they stand for.

use kernel::{Date, Instant, Lang, Money, Sector};

/// A value of a parameter or of a column. No floating point, by design of the schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// SQL NULL.
    Null,
    /// A truth value; SQLite stores it as 0 or 1.
    Bool(bool),
    /// A whole number of 64 bits.
    Int(i64),
    /// Text in UTF-8; the NUL character is refused on both engines, because PostgreSQL cannot store it.
    Text(String),
    /// Bytes: identifiers, hashes, files.
    Bytes(Vec<u8>),
}

impl Value {
    /// The kind in words, for messages. Never the content: it may be about a person.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a truth value",
            Self::Int(_) => "a whole number",
            Self::Text(_) => "text",
            Self::Bytes(_) => "bytes",
        }
    }
}

/// A type that can be handed to a statement.
pub trait ToValue {
    /// The value to bind.
    fn to_value(&self) -> Value;
}

/// A type that can be read from a column.
pub trait FromValue: Sized {
    /// What a column must hold, in words, for the message of [`crate::DbError::Decode`].
    const EXPECTED: &'static str;

    /// The typed value; none when the column holds something else.
    fn from_value(value: &Value) -> Option<Self>;
}

impl<T: ToValue + ?Sized> ToValue for &T {
    fn to_value(&self) -> Value {
        (**self).to_value()
    }
}

impl<T: ToValue> ToValue for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, ToValue::to_value)
    }
}

impl<T: FromValue> FromValue for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn from_value(value: &Value) -> Option<Self> {
        if *value == Value::Null { Some(None) } else { T::from_value(value).map(Some) }
    }
}

impl<T> From<Option<T>> for Value
where
    Self: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::from)
    }
}

/// One line for each type: how it is written, what is expected, how it is read back.
macro_rules! values {
    ($($type:ty, $expected:literal, |$out:ident| $write:expr, $($read:pat => $back:expr),+;)+) => {$(
        impl ToValue for $type {
            fn to_value(&self) -> Value {
                let $out = self;
                $write
            }
        }

        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                value.to_value()
            }
        }

        impl FromValue for $type {
            const EXPECTED: &'static str = $expected;

            fn from_value(value: &Value) -> Option<Self> {
                match value {
                    $($read => $back,)+
                    _ => None,
                }
            }
        }
    )+};
}

values! {
    bool, "a truth value", |v| Value::Bool(*v),
        Value::Bool(v) => Some(*v), Value::Int(0) => Some(false), Value::Int(1) => Some(true);
    i64, "a whole number", |v| Value::Int(*v), Value::Int(v) => Some(*v);
    i32, "a whole number of 32 bits", |v| Value::Int(i64::from(*v)), Value::Int(v) => Self::try_from(*v).ok();
    i16, "a whole number of 16 bits", |v| Value::Int(i64::from(*v)), Value::Int(v) => Self::try_from(*v).ok();
    u32, "a whole number from 0 to 2^32-1", |v| Value::Int(i64::from(*v)), Value::Int(v) => Self::try_from(*v).ok();
    u16, "a whole number from 0 to 65535", |v| Value::Int(i64::from(*v)), Value::Int(v) => Self::try_from(*v).ok();
    u8, "a whole number from 0 to 255", |v| Value::Int(i64::from(*v)), Value::Int(v) => Self::try_from(*v).ok();
    String, "text", |v| Value::Text(v.clone()), Value::Text(v) => Some(v.clone());
    Vec<u8>, "bytes", |v| Value::Bytes(v.clone()), Value::Bytes(v) => Some(v.clone());
    Instant, "microseconds since 1970", |v| Value::Int(v.as_micros()), Value::Int(v) => Some(Self::from_micros(*v));
    Date, "a date like 2026-03-20", |v| Value::Text(v.to_string()), Value::Text(v) => v.parse().ok();
    Money, "an amount in cents", |v| Value::Int(v.cents()), Value::Int(v) => Some(Self::from_cents(*v));
    Lang, "a language code", |v| Value::Text(v.code().to_owned()), Value::Text(v) => Self::from_code(v);
    Sector, "a sector code", |v| Value::Text(v.code().to_owned()), Value::Text(v) => Self::from_code(v);
}

impl ToValue for str {
    fn to_value(&self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl ToValue for [u8] {
    fn to_value(&self) -> Value {
        Value::Bytes(self.to_vec())
    }
}

impl<const N: usize> ToValue for [u8; N] {
    fn to_value(&self) -> Value {
        Value::Bytes(self.to_vec())
    }
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(value: [u8; N]) -> Self {
        Self::Bytes(value.to_vec())
    }
}

impl<const N: usize> FromValue for [u8; N] {
    const EXPECTED: &'static str = "bytes of a fixed length";

    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Bytes(bytes) => bytes.as_slice().try_into().ok(),
            _ => None,
        }
    }
}

impl ToValue for Value {
    fn to_value(&self) -> Value {
        self.clone()
    }
}

impl FromValue for Value {
    const EXPECTED: &'static str = "anything";

    fn from_value(value: &Value) -> Option<Self> {
        Some(value.clone())
    }
}

macro_rules! identifiers {
    ($($id:ident),+ $(,)?) => {$(
        impl ToValue for kernel::$id {
            fn to_value(&self) -> Value {
                Value::Bytes(self.bytes().to_vec())
            }
        }

        impl From<kernel::$id> for Value {
            fn from(value: kernel::$id) -> Self {
                value.to_value()
            }
        }

        impl FromValue for kernel::$id {
            const EXPECTED: &'static str = "an identifier of 16 bytes";

            fn from_value(value: &Value) -> Option<Self> {
                <[u8; 16]>::from_value(value).map(Self::from_bytes)
            }
        }
    )+};
}

identifiers! {
    PartyId, AddressId, ContactPointId, SupplyPointId, MeterId, ContractId, ReadingId, BillId, PaymentId, MandateId,
    DepositId, CaseId, FactId, InstanceId, TaskId, DocumentId, AppointmentId, UserId, OfficeId, SessionId, JobId,
    MessageId, MailId, SavedViewId, ImportId, CommentId, TokenId, ContactId, TillSessionId, ReceiptId, SuspensionId, PlanId,
    ChargeId, LinkId,
}

/// The parameters of a statement, in the order of its placeholders: `params![id, name, None::<i64>]`.
///
/// Takes anything that is [`ToValue`], by reference, so nothing is moved out of a closure that may run again.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => {
        ::std::vec![$($crate::ToValue::to_value(&$value)),*] as ::std::vec::Vec<$crate::Value>
    };
}
