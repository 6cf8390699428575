use crate::ui::Ui;
use askama::Template;
use serde::Deserialize;

/// Help for the acting seat, its own part first.
#[derive(Template, Deserialize)]
#[template(path = "help/show.html")]
pub struct HelpPage {
    pub ui: Ui,
    pub audience: Audience,
}

/// Who is helped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Audience {
    /// Those who write and send a report.
    Reporting,
    /// Those who also check and consolidate.
    Desk,
}
