use crate::ui::{Link, Ui};
use askama::Template;
use serde::Deserialize;

/// The campaigns in which the acting unit has totals.
#[derive(Template, Deserialize)]
#[template(path = "figures/list.html")]
pub struct FiguresListPage {
    pub ui: Ui,
    pub body: String,
    pub campaigns: Vec<Link>,
}
