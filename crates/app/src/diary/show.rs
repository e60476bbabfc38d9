//! One appointment.

use domain::access::{Action, Resource};
use kernel::AppointmentId;
pub use store::cases::appointment::Appointment;
use store::cases::{appointment, case as cases};

use crate::{App, Ctx, Error, error::found, read};

/// One appointment, for who may see its case.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn show_appointment(app: &App, ctx: &Ctx, id: AppointmentId) -> Result<Appointment, Error> {
    ctx.require(Resource::Appointment, Action::Read)?;
    let ctx = ctx.clone();
    read(app, "show-appointment", move |tx| {
        let entry = appointment::by_id(tx, id)?.ok_or(Error::NotFound { kind: "appointment" })?;
        found(cases::for_action(tx, &ctx, entry.case_id, Action::Read)?, "appointment")?;
        Ok(entry)
    })
    .await
}
