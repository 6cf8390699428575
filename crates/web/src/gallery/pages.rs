use askama::Template;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A page that has samples.
pub(super) struct Page {
    pub(super) name: &'static str,
    pub(super) samples: &'static str,
    pub(super) render: fn(Value) -> Result<String, String>,
}

macro_rules! page {
    ($name:literal, $page:ty) => {
        Page {
            name: $name,
            samples: include_str!(concat!("../", $name, ".samples.json")),
            render: render::<$page>,
        }
    };
}

pub(super) const PAGES: &[Page] = &[
    page!("gallery/parts", super::parts::PartsPage),
    page!("session/sign_in", crate::session::SignInPage),
    page!("session/seats", crate::session::SeatsPage),
    page!("session/confirm", crate::session::ConfirmPage),
    page!("session/invitation", crate::session::InvitationPage),
    page!("session/account", crate::session::AccountPage),
    page!("session/password", crate::session::PasswordPage),
    page!("work/list", crate::work::WorkListPage),
    page!("work/task_list", crate::work::TaskListPage),
    page!("work/plan", crate::work::PlanTextPage),
    page!("section/edit", crate::section::SectionPage),
    page!("grid/edit", crate::grid::GridPage),
    page!("submission/check", crate::submission::CheckPage),
    page!("receipt/show", crate::receipt::ReceiptPage),
    page!("receipt/check", crate::receipt::CheckReceiptPage),
    page!("submission/show", crate::submission::ShowPage),
    page!("queue/list", crate::queue::QueuePage),
    page!("own_part/declare", crate::own_part::OwnPartPage),
    page!("own_part/decide", crate::own_part::DeclaredPage),
    page!("review/show", crate::review::ReviewPage),
    page!("figures/list", crate::figures::FiguresListPage),
    page!("figures/table", crate::figures::FiguresPage),
    page!("figures/trace", crate::figures::TracePage),
    page!("plan/upload", crate::plan::PlanUploadPage),
    page!("plan/check", crate::plan::PlanCheckPage),
    page!("campaign/list", crate::campaign::CampaignListPage),
    page!("campaign/setup", crate::campaign::SetupPage),
    page!("campaign/outline", crate::campaign::OutlinePage),
    page!("campaign/figures", crate::campaign::CampaignFiguresPage),
    page!("campaign/units", crate::campaign::UnitsPage),
    page!("campaign/exception", crate::campaign::ExceptionPage),
    page!("campaign/variants", crate::campaign::VariantsPage),
    page!("campaign/change", crate::campaign::ChangePage),
    page!("campaign/create", crate::campaign::CreatePage),
    page!("campaign/dates", crate::campaign::DatesPage),
    page!("campaign/above", crate::campaign::AbovePage),
    page!("campaign/path", crate::campaign::PathPage),
    page!("campaign/preview", crate::campaign::PreviewPage),
    page!("campaign/approval", crate::campaign::ApprovalPage),
    page!("campaign/organs", crate::campaign::OrgansPage),
    page!("campaign/organ", crate::campaign::OrganPage),
    page!("campaign/issue", crate::campaign::IssuePage),
    page!("campaign/show", crate::campaign::CampaignShowPage),
    page!("plan_text/edit", crate::plan_text::PlanPaperPage),
    page!("library/set_up", crate::library::LibrarySetUpPage),
    page!("library/edit", crate::library::LibraryEditPage),
    page!("library/list", crate::library::LibraryPage),
    page!("task/duties", crate::task::DutiesPage),
    page!("task/duty", crate::task::DutyPage),
    page!("task/list", crate::task::TasksPage),
    page!("task/show", crate::task::TaskPage),
    page!("group/list", crate::group::GroupListPage),
    page!("group/form", crate::group::GroupFormPage),
    page!("group/show", crate::group::GroupPage),
    page!("group/member", crate::group::MemberPage),
    page!("group/end", crate::group::EndPage),
    page!("acknowledgement/list", crate::acknowledgement::AcknowledgementsPage),
    page!("amendment/edit", crate::amendment::AmendPage),
    page!("amendment/approval", crate::amendment::AmendApprovalPage),
    page!("amendment/versions", crate::amendment::VersionsPage),
    page!("report/edit", crate::report::ReportPage),
    page!("unit/tree", crate::unit::UnitTreePage),
    page!("unit/show", crate::unit::UnitPage),
    page!("unit/record", crate::unit::RecordPage),
    page!("people/unit", crate::people::UnitPeoplePage),
    page!("people/branch", crate::people::BranchPeoplePage),
    page!("people/show", crate::people::PersonPage),
    page!("people/seat", crate::people::SeatFormPage),
    page!("people/end", crate::people::EndSeatPage),
    page!("people/links", crate::people::LinksPage),
    page!("reorganisation/form", crate::reorganisation::FormPage),
    page!("reorganisation/show", crate::reorganisation::ShowPage),
    page!("register/form", crate::register::RegisterPage),
    page!("reorganisation/list", crate::reorganisation::ListPage),
    page!("help/show", crate::help::HelpPage),
    page!("help/days_off", crate::help::DaysOffPage),
    page!("help/warnings", crate::help::WarningsPage),
    page!("problem/show", crate::problem::ProblemPage),
];

fn render<P: Template + DeserializeOwned>(fields: Value) -> Result<String, String> {
    let page: P = serde_json::from_value(fields).map_err(|why| why.to_string())?;
    page.render().map_err(|why| why.to_string())
}
