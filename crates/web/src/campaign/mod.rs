//! A campaign from its first setting to its last report.

mod above;
mod approval;
mod approval_acts;
mod approval_form;
mod cascade;
mod change;
mod columns;
mod create;
mod dates;
mod dates_calendar;
mod dates_form;
mod dates_typed;
mod exception;
mod exception_form;
mod facts;
mod figures;
mod issue;
mod list;
mod organ;
mod organs;
mod outline;
mod outline_form;
mod path;
mod preview;
mod rename;
mod rows;
mod rules;
mod setup;
mod show;
mod units;
mod units_form;
mod variants;
mod whole;

pub(crate) use above::link as above_link;
pub use above::{AbovePage, AboveState, Differences, TakeButton};
pub use approval::{
    ApprovalForms, ApprovalLine, ApprovalPage, ApprovalState, NumberForm, PaperForm,
};
pub(crate) use approval_acts::{Laid, Paper, Tried, forms, line, mistake, step};
pub use cascade::{CascadeLine, CascadeStage, Follows};
pub use change::ChangePage;
pub use create::CreatePage;
pub use dates::{DateLine, DatesPage, DatesState, TierRow};
pub use dates_calendar::{Day, DayKind, Month};
pub use exception::{ExceptionPage, ExceptionState, TickedUnit};
pub use figures::{CampaignFiguresPage, HeldRow, IndicatorRow};
pub use issue::{Approved, IssuePage, Ready};
pub use list::{CampaignListPage, CampaignRow, CampaignStage};
pub use organ::{OrganPage, OrganSection};
pub use organs::{OrganLine, OrgansPage};
pub use outline::{Edited, Gone, Held, OutlinePage, OutlineRow};
pub(crate) use path::path_lines;
pub use path::{PathPage, StepRow};
pub use preview::{PreviewGroup, PreviewPage};
pub use setup::SetupPage;
pub(crate) use setup::back as set_up_link;
pub use show::{Attention, CampaignShowPage, UnitProgress};
pub use units::{Chosen, ExceptionRow, UnitGroup, UnitsPage};
pub use variants::{VariantCell, VariantGroup, VariantRow, VariantsPage};
pub use whole::{Whole, WholeGroup, WholeSection};

use crate::site::{Policy, Route};
use axum::routing::{get, post};

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    let route = |path, handler| Route::new(path, Policy::SignedIn, handler);
    vec![
        route("/campaigns", get(list::list)),
        route("/campaigns/{campaign}", get(show::show)),
        route("/campaigns/{campaign}/setup", get(setup::show).post(rename::save)),
        route("/campaigns/{campaign}/outline", get(outline::show).post(outline_form::save)),
        route("/campaigns/{campaign}/organs", get(organs::show)),
        route("/campaigns/{campaign}/organs/{body}", get(organ::show).post(organ::save)),
        route("/campaigns/{campaign}/figures", get(figures::show).post(figures::save)),
        route("/campaigns/new", get(create::show).post(create::create)),
        route("/campaigns/{campaign}/template", post(create::save_template)),
        route("/campaigns/{campaign}/cascade", post(cascade::begin)),
        route("/campaigns/{campaign}/above", get(above::show).post(above::post)),
        route("/campaigns/{campaign}/dates", get(dates_form::show).post(dates_form::save)),
        route("/campaigns/{campaign}/path", get(path::show).post(path::save)),
        route("/campaigns/{campaign}/preview", get(preview::choose)),
        route("/campaigns/{campaign}/preview/{unit}", get(preview::tasks)),
        route("/campaigns/{campaign}/preview/{unit}/figures", get(preview::figures)),
        route("/campaigns/{campaign}/preview/{unit}/sections/{section}", get(preview::text)),
        route(
            "/campaigns/{campaign}/exceptions/{id}",
            get(exception_form::show).post(exception_form::save),
        ),
        route("/campaigns/{campaign}/variants", get(variants::show).post(variants::save)),
        route("/campaigns/{campaign}/change", get(change::show).post(change::save)),
        route("/campaigns/{campaign}/units", get(units_form::show).post(units_form::save)),
        route("/campaigns/{campaign}/approval", get(approval_form::show).post(approval_form::put)),
        route("/campaigns/{campaign}/issue", get(issue::show).post(issue::issue)),
    ]
}
