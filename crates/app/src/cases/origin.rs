//! Where a case comes from: by which way, for which service, after which other case.

use serde_json::json;

use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// The answer that holds the number of the case another one follows from.
pub(crate) const FOLLOWS: &str = "follows";

/// Says how the case came (`origin`), the service of its supply (`sector`, empty while none is chosen) and the number of
/// the case that opened it (`follows`, empty when a person or another program did). A second time says what is known then.
pub(super) fn origin_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let follows = run.case.data.get(FOLLOWS).and_then(|number| number.as_str()).unwrap_or_default();
    let (origin, sector) = (run.case.origin.code(), run.case.sector.map_or("", kernel::Sector::code));
    Ok(CallAnswer::Done(vec![
        ("origin", json!(origin)),
        ("sector", json!(sector)),
        (FOLLOWS, json!(follows)),
    ]))
}
