//! What is to be done: my work, and the task list of a unit in a campaign.

mod list;
mod task_list;

pub use list::{Urgency, WorkCard, WorkGroup, WorkListPage};
pub use task_list::{ReturnedBanner, TaskListPage, Timing};

use crate::site::Route;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
