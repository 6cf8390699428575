//! What stands between the network and the pages: who visits, what was posted, which routes there
//! are and who may take them, which headers every answer carries.

mod headers;
mod posted;
mod route;
mod state;
mod trouble;
mod visitor;

pub use posted::{Posted, Upload};
pub use route::{Policy, Route, router, routes};
pub use state::{Gallery, Site, Transport};
pub use trouble::Trouble;
pub use visitor::Visitor;

use axum::response::Response;

/// What a handler answers.
pub type Answer = Result<Response, Trouble>;
