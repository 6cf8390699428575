use super::units_form::choice_of;
use crate::plan::{typed_day, unread_key};
use crate::site::Posted;
use crate::ui::{Choice, Mistake, Ui};
use app::campaign::{DatesView, PutDates, PutOff, ReadDays, TierDays, Untimed};
use domain::calendar;
use domain::campaign::{Refusal, StatedDay};
use domain::figure::OwnTerm;
use domain::id::CampaignId;
use jiff::civil::Date;

/// The form for putting off as typed.
pub(super) fn put_off(
    ui: &Ui,
    (campaign, view): (CampaignId, &DatesView),
    posted: &Posted,
    mistakes: &mut Vec<Mistake>,
) -> PutOff {
    let days = read_days(view, view.set_up.campaign.stated_day);
    PutOff {
        campaign,
        tier: posted.get("tier").to_owned(),
        version: posted.parse("version").unwrap_or(0),
        due: or_mistake(ui, "day", days.due(posted.get("day")), mistakes),
        reason: posted.get("reason").to_owned(),
    }
}

/// The form as typed; what cannot be read becomes a mistake at its field.
pub(super) fn put(
    ui: &Ui,
    (campaign, view): (CampaignId, &DatesView),
    posted: &Posted,
    mistakes: &mut Vec<Mistake>,
) -> PutDates {
    let stated_day = StatedDay::parse(posted.get("stated-day"));
    let days = read_days(view, view.set_up.campaign.stated_day.or(stated_day));
    let up = or_mistake(ui, "up-day", days.due(posted.get("up-day")), mistakes);
    let mut tiers = Vec::new();
    for at in (0..).take_while(|at| posted.has(&format!("tier-{at}"))) {
        let (due, hold) = (format!("due-{at}"), format!("hold-{at}"));
        let term = term(ui, (days, at), posted, mistakes);
        let key = posted.get(&format!("tier-{at}")).to_owned();
        let shown = view.set_up.tiers.iter().find(|shown| shown.tier.key == key);
        let has_one = shown.is_some_and(|shown| shown.deadline.is_some());
        if has_one && posted.get(&due).trim().is_empty() {
            mistakes.push(Mistake::new(&due, ui.say("dates-due-emptied")));
        }
        tiers.push(TierDays {
            key,
            due: or_mistake(ui, &due, days.due(posted.get(&due)), mistakes),
            hold: or_mistake(ui, &hold, days.window(posted.get(&hold)), mistakes),
            term,
        });
    }
    PutDates {
        campaign,
        rev: posted.parse("rev").unwrap_or(0),
        up_to: posted.get("up-to").to_owned(),
        up_day: up.map(|up| up.last_day),
        stated_day,
        tiers,
    }
}

/// The time of their own for which the units of a tier report.
fn term(
    ui: &Ui,
    (days, at): (ReadDays, usize),
    posted: &Posted,
    mistakes: &mut Vec<Mistake>,
) -> Option<OwnTerm> {
    let (from, to) = (format!("from-{at}"), format!("to-{at}"));
    let first = or_mistake(ui, &from, days.first_day(posted.get(&from)), mistakes);
    let last = or_mistake(ui, &to, days.window(posted.get(&to)), mistakes).map(|(_, last)| last);
    let term = OwnTerm::new(first, last);
    if term.is_none() && first.is_some() {
        mistakes.push(Mistake::new(to, ui.refusal(Refusal::HoldBackwards)));
    }
    term
}

/// A window as it is typed: `10/06/2024 - 20/06/2024`, in either language.
pub(super) fn typed_window((from, to): (Date, Date)) -> String {
    if from == to {
        return typed_day(from);
    }
    format!("{} - {}", typed_day(from), typed_day(to))
}

/// The ways to count the day in `trước ngày D`, while nobody has chosen.
pub(super) fn stated_days(ui: &Ui, posted: Option<&Posted>) -> Vec<Choice> {
    let chosen = posted.and_then(|posted| StatedDay::parse(posted.get("stated-day")));
    let of = |day: Option<StatedDay>, key: &str| {
        let value = day.map(StatedDay::name).unwrap_or_default().to_owned();
        choice_of(value, ui.say(key).to_string(), day == chosen)
    };
    vec![
        of(None, "dates-stated-open"),
        of(Some(StatedDay::Counts), "dates-stated-is-in"),
        of(Some(StatedDay::Excluded), "dates-stated-is-out"),
    ]
}

/// A year left out is that of the plan, or of today.
pub(super) fn read_days(view: &DatesView, stated_day: Option<StatedDay>) -> ReadDays {
    let today = calendar::day(view.now);
    ReadDays { issued: view.set_up.campaign.plan_day.unwrap_or(today), stated_day }
}

/// What was read, or what is wrong at its field.
pub(super) fn or_mistake<T>(
    ui: &Ui,
    field: &str,
    read: Result<Option<T>, Untimed>,
    mistakes: &mut Vec<Mistake>,
) -> Option<T> {
    let words = match read {
        Ok(read) => return read,
        Err(Untimed::Unread(unread)) => ui.say(unread_key(unread)).to_string(),
        Err(Untimed::StatedDayOpen) => ui.say("dates-stated-missing").to_string(),
        Err(Untimed::Backwards) => ui.refusal(Refusal::HoldBackwards),
    };
    mistakes.push(Mistake::new(field, words));
    None
}
