use crate::site::{Answer, Path, Visitor};
use crate::ui::{ItemState, Link, NavEntry, Step, SummaryRow, TaskRow, Ui};
use app::campaign::{Missing, SetUpView, ShowSetUp};
use app::{Campaign, Scope, Seen};
use askama::Template;
use domain::campaign::Stage;
use domain::id::CampaignId;
use serde::Deserialize;
use words::time;

/// A campaign being prepared: what is still to be set, in any order.
#[derive(Template, Deserialize)]
#[template(path = "campaign/setup.html")]
pub struct SetupPage {
    pub ui: Ui,
    pub campaign: String,
    /// Number, date, desk, destination of the own report.
    pub facts: Vec<SummaryRow>,
    /// Outline, figures, units and dates, issue.
    pub tasks: Vec<TaskRow>,
    /// Where the plan's text and its reading are.
    #[serde(default)]
    pub plan: Option<Link>,
}

impl SetupPage {
    fn steps(&self) -> Vec<Step> {
        self.ui.plan_steps(2)
    }
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    if let Stage::Issued { .. } = view.campaign.stage {
        return visitor.go(&format!("/campaigns/{campaign}"));
    }
    visitor.show(&page(&visitor, &scope, &view))
}

/// The way back to the page of the campaign being prepared.
pub(super) fn back(ui: &Ui, campaign: CampaignId) -> Link {
    Link {
        href: format!("/campaigns/{campaign}/setup"),
        words: ui.say("campaign-setup").to_string(),
    }
}

/// What is known of the campaign as a whole.
pub(super) fn facts(ui: &Ui, view: &SetUpView) -> Vec<SummaryRow> {
    let Campaign { number, plan_day, up_to, up_day, desk, .. } = &view.campaign;
    let day = |day| time::long_date(ui.lang, day);
    let desk = view.organs.iter().find(|organ| Some(organ.id) == *desk);
    let rows = [
        ("plan-number", number.clone()),
        ("plan-issued", plan_day.map(day).unwrap_or_default()),
        ("units-desk", desk.map(|organ| organ.name.clone()).unwrap_or_default()),
        ("campaign-up-to", up_to.clone()),
        ("campaign-up-day", up_day.map(day).unwrap_or_default()),
    ];
    rows.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| SummaryRow { label: ui.say(key).to_string(), value, link: None })
        .collect()
}

fn page(visitor: &Visitor, scope: &Scope, view: &SetUpView) -> SetupPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    SetupPage {
        campaign: view.campaign.title.clone(),
        facts: facts(&ui, view),
        tasks: tasks(&ui, view),
        plan: view.campaign.plan.map(|plan| Link {
            href: format!("/plans/{plan}"),
            words: ui.say("campaign-see-plan").to_string(),
        }),
        ui,
    }
}

fn tasks(ui: &Ui, view: &SetUpView) -> Vec<TaskRow> {
    let to = |step: &str| format!("/campaigns/{}/{step}", view.campaign.id);
    let words = |key: &str| ui.say(key).to_string();
    let count = |key: &str, n: usize| ui.say(key).with("n", n).to_string();
    let missing = |step: fn(&Missing) -> bool| view.missing.iter().any(step);
    let indicators = view.table.as_ref().map_or(0, |table| table.indicators.len());
    let outline = outline_task(ui, view);
    let units_open = missing(|missing| matches!(missing, Missing::Units(_)));
    vec![
        TaskRow { href: to("outline"), ..outline },
        TaskRow {
            name: words("indicators-title"),
            href: to("figures"),
            hint: match indicators {
                0 => words("setup-no-figures"),
                n => count("indicators-count", n),
            },
            state: if indicators == 0 { ItemState::ToDo } else { ItemState::Done },
        },
        TaskRow {
            name: words("units-title"),
            href: to("units"),
            hint: match view.missing.iter().find(|m| matches!(m, Missing::Units(_))) {
                Some(Missing::Units(refusal)) => words(refusal.key()),
                _ => count("units-total", view.asked().count()),
            },
            state: if units_open { ItemState::Doing } else { ItemState::Done },
        },
        TaskRow {
            name: words("issue-title"),
            href: if view.missing.is_empty() { to("issue") } else { String::new() },
            hint: if view.missing.is_empty() { String::new() } else { words("setup-not-yet") },
            state: if view.missing.is_empty() { ItemState::ToDo } else { ItemState::NotYet },
        },
    ]
}

/// The outline is done when somebody has confirmed it; its address is left to the caller.
fn outline_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let items = ui.say("outline-count").with("n", view.outline.len()).to_string();
    let (state, hint) = match (view.campaign.outline_confirmed, view.outline.len()) {
        (_, 0) => {
            (ItemState::ToDo, ui.say(domain::campaign::Refusal::OutlineEmpty.key()).to_string())
        }
        (true, _) => (ItemState::Done, items),
        (false, _) if view.campaign.outline_proposed => {
            (ItemState::Doing, ui.say("setup-outline-proposed").with("items", items).to_string())
        }
        (false, _) => {
            (ItemState::Doing, ui.say("setup-outline-read").with("items", items).to_string())
        }
    };
    TaskRow { name: ui.say("plan-outline").to_string(), href: String::new(), hint, state }
}
