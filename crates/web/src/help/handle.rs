use super::{Audience, HelpPage, days_off, warnings};
use crate::site::{Answer, Policy, Route, Trouble, Visitor};
use crate::ui::{NavEntry, Ui};
use app::Seen;
use app::session::Seats;
use axum::routing::get;
use domain::authority::{Action, Relation};

/// The routes of help.
pub fn routes() -> Vec<Route> {
    vec![
        Route::new("/help", Policy::SignedIn, get(show)),
        Route::new("/help/days-off", Policy::SignedIn, get(days_off::show)),
        Route::new("/help/warnings", Policy::SignedIn, get(warnings::show)),
    ]
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

/// What every page of help shows around itself.
pub(super) async fn seats_ui(visitor: &Visitor) -> Result<Ui, Trouble> {
    let Seen { scope, .. } = visitor.read(Seats).await?;
    Ok(visitor.ui(&scope, NavEntry::Help))
}
