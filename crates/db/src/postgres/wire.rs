//! Values on the wire: each parameter is written in the binary form of the type the statement expects, each cell is read
//! from the form of its column. Forms: PostgreSQL documentation, "Frontend/Backend Protocol", binary format of each type.

use std::error::Error;

use tokio_postgres::{
    Row,
    types::{FromSql, IsNull, ToSql, Type, private::BytesMut},
};

use crate::{error::DbError, value::Value};

type Failure = Box<dyn Error + Sync + Send>;

/// A value on its way out.
#[derive(Debug)]
pub(super) struct Bound<'v>(pub(super) &'v Value);

impl ToSql for Bound<'_> {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Failure> {
        match self.0 {
            Value::Null => return Ok(IsNull::Yes),
            Value::Bool(value) if *kind == Type::BOOL => out.extend_from_slice(&[u8::from(*value)]),
            Value::Bool(value) => integer(i64::from(*value), kind, out)?,
            Value::Int(value) => integer(*value, kind, out)?,
            Value::Text(text) => self::text(text, kind, out)?,
            Value::Bytes(bytes) if *kind == Type::BYTEA || *kind == Type::UUID => {
                out.extend_from_slice(bytes)
            }
            Value::Bytes(_) => return Err(misfit(self.0, kind)),
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    fn to_sql_checked(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Failure> {
        self.to_sql(kind, out)
    }
}

fn misfit(value: &Value, kind: &Type) -> Failure {
    format!("{} was given where the statement expects {}", value.kind(), kind.name()).into()
}

fn integer(value: i64, kind: &Type, out: &mut BytesMut) -> Result<(), Failure> {
    match *kind {
        Type::INT8 => out.extend_from_slice(&value.to_be_bytes()),
        Type::INT4 => out.extend_from_slice(&i32::try_from(value)?.to_be_bytes()),
        Type::INT2 => out.extend_from_slice(&i16::try_from(value)?.to_be_bytes()),
        Type::NUMERIC => numeric(value, out),
        Type::BOOL if value == 0 || value == 1 => out.extend_from_slice(&[u8::from(value == 1)]),
        _ => return Err(misfit(&Value::Int(value), kind)),
    }
    Ok(())
}

fn text(text: &str, kind: &Type, out: &mut BytesMut) -> Result<(), Failure> {
    if text.contains('\0') {
        return Err("text must not hold the NUL character".into());
    }
    match *kind {
        Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::UNKNOWN | Type::JSON => {}
        // The first byte is the version of the form.
        Type::JSONB => out.extend_from_slice(&[1]),
        _ => return Err(misfit(&Value::Text(String::new()), kind)),
    }
    out.extend_from_slice(text.as_bytes());
    Ok(())
}

/// NUMERIC: count of digits, weight of the first, sign, decimals shown; then digits to the base 10000.
fn numeric(value: i64, out: &mut BytesMut) {
    let mut digits = Vec::new();
    let mut rest = value.unsigned_abs();
    while rest > 0 {
        digits.push(u16::try_from(rest % 10_000).unwrap_or(0));
        rest /= 10_000;
    }
    let count = u16::try_from(digits.len()).unwrap_or(0);
    let sign: u16 = if value < 0 { 0x4000 } else { 0 };
    for field in [count, count.saturating_sub(1), sign, 0] {
        out.extend_from_slice(&field.to_be_bytes());
    }
    for digit in digits.iter().rev() {
        out.extend_from_slice(&digit.to_be_bytes());
    }
}

/// A value on its way in, or words for why it cannot be one.
struct Cell(Result<Value, String>);

impl<'r> FromSql<'r> for Cell {
    fn from_sql(kind: &Type, raw: &'r [u8]) -> Result<Self, Failure> {
        let value = match *kind {
            Type::BOOL => Value::Bool(bool::from_sql(kind, raw)?),
            Type::INT2 => Value::Int(i64::from(i16::from_sql(kind, raw)?)),
            Type::INT4 => Value::Int(i64::from(i32::from_sql(kind, raw)?)),
            Type::INT8 => Value::Int(i64::from_sql(kind, raw)?),
            Type::OID => Value::Int(i64::from(u32::from_sql(kind, raw)?)),
            Type::NUMERIC => match whole(raw) {
                Some(value) => Value::Int(value),
                None => {
                    return Ok(Self(
                        Err("a number that is not whole or exceeds 64 bits; cast it".to_owned()),
                    ));
                }
            },
            Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::UNKNOWN | Type::JSON => {
                Value::Text(std::str::from_utf8(raw)?.to_owned())
            }
            Type::BYTEA | Type::UUID => Value::Bytes(raw.to_vec()),
            _ => {
                return Ok(Self(Err(format!("the type {}, which is not used here; cast it", kind.name()))));
            }
        };
        Ok(Self(Ok(value)))
    }

    fn from_sql_null(_: &Type) -> Result<Self, Failure> {
        Ok(Self(Ok(Value::Null)))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// A NUMERIC that is a whole number of 64 bits; sums of BIGINT come in this form.
fn whole(raw: &[u8]) -> Option<i64> {
    let mut fields = raw.chunks_exact(2).map(|pair| {
        i16::from_be_bytes([pair.first().copied().unwrap_or(0), pair.last().copied().unwrap_or(0)])
    });
    let (count, weight, sign, decimals) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
    // 0x4000 is minus; anything else is not a number or infinite. A number with decimals is refused even when they are
    // zero, since an average must not be readable on one day and not on the next.
    if (sign != 0 && sign != 0x4000) || decimals != 0 {
        return None;
    }
    let mut value: i128 = 0;
    for place in 0..count.max(weight.checked_add(1)?) {
        let digit = if place < count { fields.next()? } else { 0 };
        if place <= weight {
            value = value.checked_mul(10_000)?.checked_add(i128::from(digit))?;
        } else if digit != 0 {
            return None;
        }
    }
    i64::try_from(if sign == 0 { value } else { -value }).ok()
}

/// The value at one place of a row.
pub(super) fn cell(name: &'static str, row: &Row, index: usize) -> Result<Value, DbError> {
    let problem = |found: String| DbError::Decode {
        statement: name.to_owned(),
        column: row.columns().get(index).map(|column| column.name().to_owned()).unwrap_or_default(),
        found,
    };
    match row.try_get::<_, Cell>(index) {
        Ok(Cell(Ok(value))) => Ok(value),
        Ok(Cell(Err(found))) => Err(problem(found)),
        Err(error) => Err(problem(error.to_string())),
    }
}
