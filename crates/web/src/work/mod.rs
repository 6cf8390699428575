//! What is to be done: my work, the task list of a unit in a campaign, the plan it comes from.

mod cascade;
mod handle;
mod hold;
mod list;
mod next;
mod plan;
mod rows;
mod task_list;

pub use cascade::CascadeCard;
pub use handle::routes;
pub(crate) use handle::{destination, numbered, plan_words, task_list_page};
pub(crate) use hold::{held_words, window_words};
pub use list::{Urgency, WorkCard, WorkGroup, WorkListPage};
pub use plan::PlanTextPage;
pub use task_list::{Lacking, ReceiveBanner, ReturnedBanner, TaskListPage, Timing};
