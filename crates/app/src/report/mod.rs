//! The report of a unit as a whole: its own words, its figures, and what stands around them on paper.

mod heading;
mod show;

pub use heading::{SaveHeading, SavedHeading};
pub use show::{ReportFigures, ReportView, show_report};
