//! Writing one section of the outline.

mod save;
mod show;

pub use save::{Completion, SaveSection, Saved};
pub use show::{Cover, SectionView, ShowSection};
pub use store::submission::LowerText;
