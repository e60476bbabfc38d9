//! The values a case is about, beside what was known before them.

use domain::{
    access::{Action, Resource},
    registry::reading::check_reading,
    voltura::{VolturaAnswers, dials},
};
use kernel::{CaseId, Date};
use store::{Tx, cases::case as cases, registry::meter};

use crate::{App, Ctx, Error, error::found, read, voltura::ReadingLine};

/// How many of the newest values the comparison looks at.
const NEWEST: i64 = 24;

/// The registers of the point of a case with the values of the case, each compared with the history before its day: also
/// once they were recorded. Empty where the case has no values.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] when the case or supply points may not be seen.
pub async fn case_readings(app: &App, ctx: &Ctx, id: CaseId) -> Result<Vec<ReadingLine>, Error> {
    ctx.require(Resource::SupplyPoint, Action::Read)?;
    let ctx = ctx.clone();
    read(app, "case-readings", move |tx| {
        let case = found(cases::for_action(tx, &ctx, id, Action::Read)?, "case")?;
        let answers = VolturaAnswers::of(&case.data);
        let point = answers.supply_point.or(case.supply_point_id);
        let (Some(point), Some(read_on)) = (point, answers.read_on) else { return Ok(Vec::new()) };
        if answers.readings.is_empty() {
            return Ok(Vec::new());
        }
        let meters = meter::of_point(tx, point)?;
        let mut lines = Vec::new();
        for dial in dials(&meters) {
            let before = before(tx, &dial, read_on)?;
            let digits = dial.register.digits;
            let value = answers.readings.get(&dial.key);
            let check =
                value.map(|value| (*value, check_reading(*value, read_on, ctx.today(), digits, &before)));
            lines.push(ReadingLine {
                serial: dial.meter.serial.clone(),
                register: dial.register.code.clone(),
                digits,
                last: before.last().copied(),
                check,
                key: dial.key,
            });
        }
        Ok(lines)
    })
    .await
}

/// What was read before a day, oldest first.
fn before(tx: &mut Tx<'_>, dial: &domain::voltura::Dial<'_>, day: Date) -> Result<Vec<(Date, i64)>, Error> {
    let all = meter::history(tx, dial.meter.id, &dial.register.code, NEWEST)?;
    Ok(all
        .into_iter()
        .filter(|known| known.read_on < day)
        .map(|known| (known.read_on, known.value))
        .collect())
}
