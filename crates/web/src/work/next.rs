use super::WorkCard;
use crate::ui::Ui;
use app::NextRow;
use domain::campaign::NextStep;

/// A plan of which the leader has spoken, for whoever numbers, issues or mends it; none while there is
/// nothing to do.
pub(super) fn next_card(ui: &Ui, row: &NextRow) -> Option<WorkCard> {
    let (name, words, page) = match row.next? {
        NextStep::Number => ("work-number", "work-number-approved", "approval"),
        NextStep::Issue => ("work-issue", "work-issue-ready", "issue"),
        NextStep::Mend => ("work-mend", "work-mend-sent-back", "approval"),
    };
    Some(WorkCard {
        name: ui.say(name).with("campaign", row.title.as_str()).to_string(),
        href: format!("/campaigns/{}/{page}", row.campaign),
        weekday: String::new(),
        date: String::new(),
        distance: String::new(),
        to: String::new(),
        missing: ui.say(words).to_string(),
        status: None,
        task: None,
    })
}
