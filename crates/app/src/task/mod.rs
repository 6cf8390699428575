//! Tasks: the duties of a plan, matched to bodies, dated, and answered by those they are laid upon.

mod answer;
mod duties;
mod lay;
mod list;
mod matching;
mod put;
mod show;

pub use answer::AnswerTask;
pub use duties::{DutiesView, DutyView, ShowDuties, TierName};
pub use lay::holds_alone;
pub(crate) use lay::{Duties, lay, lay_given};
pub use list::{ListTasks, TaskLine, TasksView};
pub use put::{ChooseDates, PutTask, RemoveTask, TypedParty};
pub use show::{BODIES_PER_PAGE, FindResult, ShowTask, Standing, TaskView};
