use crate::ui::{Link, Ui};
use app::Scope;
use app::work::{CascadeState, TaskList};
use domain::authority::{Action, Relation};
use serde::Deserialize;

/// How the unit carries the campaign further down: made with one button, then opened.
#[derive(Clone, Debug, Deserialize)]
pub struct CascadeCard {
    pub words: String,
    /// Where it is begun; empty once it was.
    #[serde(default)]
    pub begin: String,
    #[serde(default)]
    pub link: Option<Link>,
}

/// The card for seats that set campaigns up.
pub(super) fn cascade_card(ui: &Ui, scope: &Scope, list: &TaskList) -> Option<CascadeCard> {
    scope.may(Action::SetUp, Relation::Own).ok()?;
    let link = |href: String, key: &str| Link { href, words: ui.say(key).to_string() };
    Some(match list.cascade? {
        CascadeState::Open { units } => CascadeCard {
            words: ui.say("work-cascade-open").with("n", units).to_string(),
            begin: format!("/campaigns/{}/cascade", list.campaign.id),
            link: None,
        },
        CascadeState::Preparing(child) => CascadeCard {
            words: ui.say("work-cascade-preparing").to_string(),
            begin: String::new(),
            link: Some(link(format!("/campaigns/{child}/setup"), "work-cascade-go-on")),
        },
        CascadeState::Issued(child) => CascadeCard {
            words: ui.say("work-cascade-issued").to_string(),
            begin: String::new(),
            link: Some(link(format!("/campaigns/{child}"), "work-cascade-follow")),
        },
    })
}
