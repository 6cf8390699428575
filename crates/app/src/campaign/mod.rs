//! Campaigns: set up from a plan, issue, follow.

mod above;
mod approval;
mod cascade;
mod change_units;
mod create;
mod dates;
mod exceptions;
mod figures;
mod follow;
mod found;
mod ground;
mod issue;
mod list;
mod missing;
mod organs;
mod outline;
mod path;
mod plan_text;
mod preview;
pub mod propose;
mod read_units;
mod rename;
mod set_up;
mod show;
mod template;
mod typed_days;
mod units;
mod variants;
mod whole;

pub(crate) use above::above;
pub use above::{Above, AboveView, Effect, News, ShowAbove};
pub(crate) use approval::reach as reach_own;
pub use approval::{
    ApprovalStep, ApprovalView, FindNumbered, PaperSigned, PutApproval, ShowApproval,
};
pub use cascade::{Cascade, Duty};
pub(crate) use cascade::{Given, inherited_sections, keep_in_time, lay_tiers};
pub use change_units::{ChangeUnits, UnitChange};
pub use create::{Create, ListOrigins, Origin, Origins, copy_units};
pub use dates::{Before, DatesView, PutDates, PutOff, ShowDates, TierDays};
pub use exceptions::{
    DropException, ExceptionAnswer, ExceptionSaid, ExceptionView, PutException, ShowException,
};
pub use figures::{NewIndicator, PutFigures, ShowFigures, TableView, TypedRule};
pub use follow::{Decline, TakeOver, TakenOver};
pub(crate) use follow::{check_amended, note_amended};
pub use found::{FoundOutline, found_in, read_outlines};
pub(crate) use ground::ground;
pub use issue::issue;
pub use list::{Campaigns, ListCampaigns};
pub use missing::Missing;
pub use organs::{Asking, NewOwnSection, OrganView, OrgansView, PutOrgan, ShowOrgans};
pub use outline::PutOutline;
pub use path::{NewStep, PutPath};
pub use plan_text::{PlanPaperView, PutPlanTexts, ShowPlanPaper};
pub use preview::{PreviewView, ShowPreview};
pub use read_units::{ReadUnits, Together, Unnamed, UnreadLine};
pub use rename::Rename;
pub use set_up::{GroupCount, SetUpView, ShowSetUp, TierOf, TierView, Wording};
pub(crate) use set_up::{open, reach};
pub use show::{CampaignView, ShowCampaign, Standing};
pub use template::{SaveTemplate, Shipped};
pub use typed_days::{ReadDays, TypedDay, Untimed};
pub use units::{PutUnits, TierChoice};
pub use variants::{PutVariants, Variant};
pub use whole::{Beside, ShowWhole, WholeView};
