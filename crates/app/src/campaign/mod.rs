//! Campaigns: set up from a plan, issue, follow.

mod approval;
mod figures;
mod ground;
mod issue;
mod list;
mod outline;
pub mod propose;
mod set_up;
mod show;
mod units;

pub use approval::{
    ApprovalStep, ApprovalView, FindNumbered, PaperSigned, PutApproval, ShowApproval,
};
pub use figures::{NewIndicator, PutFigures, TypedRule};
pub(crate) use ground::ground;
pub use issue::issue;
pub use list::{Campaigns, ListCampaigns};
pub use outline::{NewSection, PutOutline};
pub use set_up::{Missing, SetUpView, ShowSetUp, TierView};
pub(crate) use set_up::{open, reach};
pub use show::{CampaignView, ShowCampaign};
pub use units::{PutUnits, TierChoice};
