//! What the three edges share: session, page context, forms, protection, errors as answers, built files, page frame and
//! components.
//!
//! A console handler: `async fn close(cx: PageCtx, Url(at): Url<routes::console::CaseCancel>, form: Form) -> Answer`.

// Templates name what they call by this crate's own name, here as in the crates that use them.
extern crate self as web;

pub mod assets;
pub mod cookies;
pub mod csrf;
mod error;
mod feed;
pub mod form;
pub mod headers;
mod health;
pub mod layout;
pub mod limit;
mod observe;
pub mod page;
pub mod refusals;
mod router;
pub mod session;
mod state;
mod url;
pub mod visit;

pub use error::{Failure, status_of};
pub use form::{Form, Sent};
pub use page::{Answer, OpenCtx, PageCtx};
pub use router::router;
pub use session::SignedIn;
pub use state::{AppState, CalendarFeed, FeedAnswer, PaperMaker, SheetCell, SheetMaker, Site};
pub use url::{Asked, Url};
pub use visit::Visit;
