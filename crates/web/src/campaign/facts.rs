use crate::ui::{Link, SummaryRow, Ui};
use app::campaign::SetUpView;
use app::{Campaign, Parent};
use words::time;

/// What is known of the campaign as a whole.
pub(super) fn facts(ui: &Ui, view: &SetUpView) -> Vec<SummaryRow> {
    let Campaign { number, plan_day, up_to, up_day, desk, .. } = &view.campaign;
    let day = |day| time::long_date(ui.lang, day);
    let desk = view.organs.iter().find(|organ| Some(organ.id) == *desk);
    let above = view.campaign.parent.map(|parent| {
        let link = |href: String, key: &str| Link { href, words: ui.say(key).to_string() };
        SummaryRow {
            label: ui.say("cascade-carries-out").to_string(),
            value: view.duty.as_ref().map_or(&view.campaign.title, |duty| &duty.title).clone(),
            link: Some(match parent {
                Parent::Campaign(parent) => link(format!("/work/{parent}"), "cascade-see-duty"),
                Parent::Plan(plan) => link(format!("/plans/{plan}"), "campaign-see-plan"),
            }),
        }
    });
    let rows = [
        ("plan-number", number.clone()),
        ("plan-issued", plan_day.map(day).unwrap_or_default()),
        ("units-desk", desk.map(|organ| organ.name.clone()).unwrap_or_default()),
        ("campaign-up-to", up_to.clone()),
        ("campaign-up-day", up_day.map(day).unwrap_or_default()),
    ];
    let rows = rows
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| SummaryRow { label: ui.say(key).to_string(), value, link: None });
    above.into_iter().chain(rows).collect()
}
