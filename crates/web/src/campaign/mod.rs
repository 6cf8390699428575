//! A campaign from its first setting to its last report.

mod figures;
mod issue;
mod list;
mod outline;
mod setup;
mod show;
mod units;

pub use figures::{CampaignFiguresPage, IndicatorRow};
pub use issue::{IssueGroup, IssuePage};
pub use list::{CampaignListPage, CampaignRow, CampaignStage};
pub use outline::{OutlineItem, OutlinePage};
pub use setup::SetupPage;
pub use show::{Attention, CampaignShowPage, UnitProgress};
pub use units::{ExceptionRow, UnitGroup, UnitsPage};

use crate::site::Route;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
