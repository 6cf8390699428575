//! What stands between the network and the pages: who visits, what was posted, which routes there
//! are and who may take them, which headers every answer carries.

mod after;
mod download;
mod headers;
mod path;
mod posted;
mod route;
mod standing;
mod state;
mod trouble;
mod visitor;

pub use download::{Render, disposition, download, download_as, paper, set};
pub use path::{Path, Query};
pub use posted::{Posted, Upload};
pub(crate) use route::own_address;
pub use route::{Policy, Route, router, routes};
pub use standing::{received_line, status, time_left};
pub use state::{Gallery, Site, Transport};
pub use trouble::Trouble;
pub use visitor::{Visitor, Wants};

use axum::response::Response;

/// What a handler answers.
pub type Answer = Result<Response, Trouble>;
