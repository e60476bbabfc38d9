//! The plans of a customer as pages list them.

use domain::access::{Action, Resource};
use kernel::{BillId, CaseId, Date, Money, PartyId};
use store::registry::plan;

use super::look_at;
use crate::{App, Ctx, Error, read};

/// A plan of a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine {
    /// Its number.
    pub number: String,
    /// Its case.
    pub case: CaseId,
    /// `running`, `paid`, `missed` or `undone`.
    pub state: String,
    /// The bills in it.
    pub bills: Vec<BillId>,
    /// What of the debt is still open.
    pub open: Money,
    /// The next instalment's last day and what is left to pay of it, while the plan runs.
    pub next: Option<(Date, Money)>,
}

/// The plans of a customer, newest first.
///
/// # Errors
/// [`Error::Denied`] when bills may not be seen.
pub async fn plans_of(app: &App, ctx: &Ctx, party: PartyId) -> Result<Vec<PlanLine>, Error> {
    ctx.require(Resource::Bill, Action::Read)?;
    let (app_, ctx) = (app.clone(), ctx.clone());
    read(app, "plans-of", move |tx| {
        let mut lines = Vec::new();
        for known in plan::of_party(tx, party)? {
            let looked = look_at(&app_, &ctx, tx, &known)?;
            let next = looked.watched.next.filter(|_| known.running()).map(|next| {
                let (principal, interest) = looked.left_of(next.number);
                (next.due_on, principal + interest)
            });
            let bills = plan::bills(tx, known.id)?.into_iter().map(|(bill, _)| bill).collect();
            lines.push(PlanLine {
                number: known.number,
                case: known.case_id,
                state: known.state,
                bills,
                open: looked.open,
                next,
            });
        }
        Ok(lines)
    })
    .await
}
