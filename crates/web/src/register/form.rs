use super::table::heading;
use crate::site::{Answer, Visitor};
use crate::ui::{Entry, Mistake, NavEntry, Ui};
use app::reorganisation::ListReorganisations;
use app::{Scope, Seen};
use askama::Template;
use domain::calendar;
use domain::register::Column;
use serde::Deserialize;
use words::{Lang, time};

/// Where the register goes out and comes in. Posts `file`, `day`, `document`, `reason`.
#[derive(Template, Deserialize)]
#[template(path = "register/form.html")]
pub struct RegisterPage {
    pub ui: Ui,
    /// Headings of the table, in order.
    pub columns: Vec<String>,
    #[serde(default)]
    pub file: Entry,
    #[serde(default)]
    pub day: Entry,
    #[serde(default)]
    pub document: Entry,
    #[serde(default)]
    pub reason: Entry,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

pub(super) async fn show(visitor: Visitor) -> Answer {
    // Only who may reorganise gets the page.
    let Seen { scope, .. } = visitor.read(ListReorganisations).await?;
    let today = calendar::day(visitor.site.app.backend.now());
    let mut page = page(&visitor, &scope);
    page.day.value = time::date(Lang::Vi, today);
    visitor.show(&page)
}

pub(super) fn page(visitor: &Visitor, scope: &Scope) -> RegisterPage {
    let ui = visitor.ui(scope, NavEntry::Units);
    RegisterPage {
        columns: Column::ALL.map(|column| heading(&ui, column)).to_vec(),
        file: Entry::default(),
        day: Entry::default(),
        document: Entry::default(),
        reason: Entry::default(),
        mistakes: Vec::new(),
        ui,
    }
}
