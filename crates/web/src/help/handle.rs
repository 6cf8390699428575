use super::{Audience, HelpPage};
use crate::site::{Answer, Policy, Route, Visitor};
use crate::ui::NavEntry;
use app::Seen;
use app::session::Seats;
use axum::routing::get;
use domain::authority::{Action, Relation};

/// The routes of help.
pub fn routes() -> Vec<Route> {
    vec![Route::new("/help", Policy::SignedIn, get(show))]
}

async fn show(visitor: Visitor) -> Answer {
    let Seen { scope, .. } = visitor.read(Seats).await?;
    let reviews = scope.may(Action::Review, Relation::Desk).is_ok();
    let page = HelpPage {
        ui: visitor.ui(&scope, NavEntry::Help),
        audience: if reviews { Audience::Desk } else { Audience::Reporting },
    };
    visitor.show(&page)
}
