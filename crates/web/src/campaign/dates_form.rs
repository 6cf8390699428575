use super::dates::{DateLine, DatesPage, DatesState, TierRow};
use super::dates_calendar::months;
use super::dates_typed::{put, put_off, stated_days, typed_window};
use super::path::path_days;
use super::setup::back;
use super::units_form::tier_name;
use crate::plan::typed_day;
use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Entry, Link, Mistake, NavEntry, Ui};
use crate::work::window_words;
use app::campaign::{DatesView, ShowDates, TierOf, TierView};
use app::{DeadlineRow, Scope, Seen};
use axum::http::StatusCode;
use domain::calendar;
use domain::campaign::{DateWarning, Refusal, Stage, StatedDay, last_working_day, lead_time};
use domain::figure::OwnTerm;
use domain::id::CampaignId;
use jiff::civil::Date;
use words::time;

/// A form that was sent and could not be kept, with what is wrong.
#[derive(Clone, Copy)]
struct Tried<'p> {
    posted: &'p Posted,
    mistakes: &'p [Mistake],
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowDates { campaign }).await?;
    visitor.show(&page(&visitor, &scope, &view, None))
}

pub(super) async fn save(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let ui = visitor.ui_of_nobody();
    let mut mistakes = Vec::new();
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    let Seen { scope, output: view } = visitor.read(ShowDates { campaign }).await?;
    let of = (campaign, &view);
    let kept = if posted.has("version") {
        let case = put_off(&ui, of, &posted, &mut mistakes);
        match mistakes.is_empty() {
            true => visitor.act(&posted, case).await.map(|_| Some("dates")),
            false => Ok(None),
        }
    } else {
        let case = put(&ui, of, &posted, &mut mistakes);
        match mistakes.is_empty() {
            true => visitor.save(case).await.map(|_| Some("setup")),
            false => Ok(None),
        }
    };
    match kept {
        Ok(None) => {}
        Ok(Some(page)) => return visitor.go(&format!("/campaigns/{campaign}/{page}")),
        Err(trouble) => {
            let field = trouble.refused().map_or("", put_off_field);
            let words;
            (status, words) = trouble.above_form(&ui)?;
            mistakes.push(Mistake::new(field, words));
        }
    }
    let tried = Tried { posted: &posted, mistakes: &mistakes };
    Ok(visitor.page(status, &page(&visitor, &scope, &view, Some(tried))))
}

/// The field of the form for putting off in which a rule finds something wrong.
fn put_off_field(refused: app::Refused) -> &'static str {
    match refused {
        app::Refused::Campaign(Refusal::PutOffReasonMissing) => "reason",
        app::Refused::Campaign(
            Refusal::DeadlineUnreadable
            | Refusal::DeadlinePassed
            | Refusal::SameDeadline
            | Refusal::AfterDuty { .. },
        ) => "day",
        _ => "",
    }
}

fn page(visitor: &Visitor, scope: &Scope, view: &DatesView, tried: Option<Tried>) -> DatesPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let campaign = &view.set_up.campaign;
    let today = calendar::day(view.now);
    let dates = all(&ui, view, &scope.shown().unit);
    let asked = view.set_up.tiers.iter().enumerate().filter(|(_, shown)| shown.tier.asked);
    let entry = |name: &str, kept: String| entry(tried, name, kept);
    let up_day = campaign.up_day;
    DatesPage {
        campaign: campaign.title.clone(),
        back: match campaign.stage {
            Stage::Preparing => back(&ui, campaign.id),
            Stage::Issued { .. } => {
                Link { href: format!("/campaigns/{}", campaign.id), words: campaign.title.clone() }
            }
        },
        state: match campaign.stage {
            Stage::Preparing => DatesState::Preparing,
            Stage::Issued { .. } => DatesState::Issued,
        },
        tiers: asked.enumerate().map(|(at, (tier, _))| row(&ui, view, (at, tier), tried)).collect(),
        duty: match &view.set_up.duty {
            Some(duty) => ui.say("cascade-duty").with("to", &duty.to).to_string(),
            None => String::new(),
        },
        own_hold: view.set_up.own_hold.map(|hold| hold_words(&ui, hold)).unwrap_or_default(),
        above: super::above::link(&ui, campaign.id, view.set_up.news.as_ref(), None),
        up_to: entry("up-to", campaign.up_to.clone()),
        up_day: entry("up-day", up_day.map(typed_day).unwrap_or_default()),
        up_day_off: up_day.map(|day| day_off(&ui, day)).unwrap_or_default(),
        up_read: up_day.map(|day| read_back(&ui, today, day)).unwrap_or_default(),
        stated_day: match campaign.stated_day {
            None => String::new(),
            Some(StatedDay::Counts) => ui.say("dates-stated-counts").to_string(),
            Some(StatedDay::Excluded) => ui.say("dates-stated-excluded").to_string(),
        },
        stated_days: match (campaign.stated_day, campaign.stage) {
            (None, Stage::Preparing) => stated_days(&ui, tried.map(|tried| tried.posted)),
            _ => Vec::new(),
        },
        change: format!("/campaigns/{}/change", campaign.id),
        lines: dates.iter().map(|date| date.line(&ui, today)).collect(),
        months: months(
            &ui,
            &dates.iter().map(|d| (d.day, format!("{}, {}", d.who, d.what))).collect::<Vec<_>>(),
        ),
        rev: campaign.rev,
        mistakes: tried.map(|tried| tried.mistakes.to_vec()).unwrap_or_default(),
        ui,
    }
}

/// When the unit holds its own review, as a plan above says.
fn hold_words(ui: &Ui, (from, to): (Date, Date)) -> String {
    let day = |day| time::date(ui.lang, day);
    ui.say("cascade-hold").with("from", day(from)).with("to", day(to)).to_string()
}

/// A date of the campaign, for list and calendar.
struct Dated {
    day: Date,
    who: String,
    what: String,
}

impl Dated {
    fn line(&self, ui: &Ui, today: Date) -> DateLine {
        DateLine {
            day: time::long_date(ui.lang, self.day),
            what: self.what.clone(),
            who: self.who.clone(),
            left: left(ui, today, self.day),
        }
    }
}

/// Every date, soonest first.
fn all(ui: &Ui, view: &DatesView, issuer: &str) -> Vec<Dated> {
    let mut dates = Vec::new();
    let mut push = |day: Date, who: &str, what: &str| {
        dates.push(Dated { day, who: who.to_owned(), what: ui.say(what).to_string() });
    };
    for (of, shown) in view.dates.tiers.iter().zip(&view.set_up.tiers) {
        let who = tier_name(ui, shown);
        if let Some((from, to)) = of.hold {
            push(from, &who, "dates-hold-from");
            push(to, &who, "dates-hold-to");
        }
        if let Some(day) = of.last_day {
            push(day, &who, "dates-send");
        }
    }
    if let Some((from, to)) = view.set_up.own_hold {
        let own = ui.say("dates-own");
        push(from, &own.to_string(), "dates-hold-from");
        push(to, &own.to_string(), "dates-hold-to");
    }
    if let Some(day) = view.dates.up_day {
        push(day, issuer, "dates-up");
    }
    let way = path_days(ui, &view.set_up.path, view.dates.up_day);
    dates.extend(way.into_iter().map(|(day, who)| Dated {
        day,
        who,
        what: ui.say("dates-step").to_string(),
    }));
    dates.sort_by_key(|date| date.day);
    dates
}

fn row(ui: &Ui, view: &DatesView, (at, tier): (usize, usize), tried: Option<Tried>) -> TierRow {
    let shown = &view.set_up.tiers[tier];
    let today = calendar::day(view.now);
    let issued = view.set_up.campaign.stage != Stage::Preparing;
    // Once issued every tier has a form of its own; what was typed belongs to one of them.
    let tried = tried.filter(|tried| !issued || tried.posted.get("tier") == shown.tier.key);
    let last_day = shown.deadline.as_ref().map(|row| row.deadline.last_day);
    let before = view.before[tier].filter(|_| last_day.is_none() && !issued);
    let kept = |day: Option<Date>| day.map(typed_day).unwrap_or_default();
    let term = shown.tier.portion.term;
    let proposed = before.map(|before| before.proposed);
    let due = if issued { "day".to_owned() } else { format!("due-{at}") };
    let of_tier = |warning: &&DateWarning| tier_of(**warning) == tier;
    TierRow {
        key: shown.tier.key.clone(),
        name: tier_name(ui, shown),
        units: match shown.of {
            TierOf::Organ(_) => String::new(),
            _ => ui.say("units-count").with("n", shown.units.len()).to_string(),
        },
        due: entry(tried, &due, kept(last_day.or(proposed))),
        hold: entry(
            tried,
            &format!("hold-{at}"),
            shown.tier.hold.map(typed_window).unwrap_or_default(),
        ),
        from: entry(tried, &format!("from-{at}"), kept(term.and_then(OwnTerm::from))),
        to: entry(tried, &format!("to-{at}"), kept(term.and_then(OwnTerm::to))),
        term: term.map(|term| ui.own_term(term)).unwrap_or_default(),
        hold_read: shown.tier.hold.map(|hold| window_words(ui, hold)).unwrap_or_default(),
        read: last_day.map(|day| read_back(ui, today, day)).unwrap_or_default(),
        stated: stated(ui, shown.deadline.as_ref()),
        before: before.map_or_else(String::new, |before| {
            let day = time::long_date(ui.lang, before.last_day);
            ui.say("dates-before").with("day", day).to_string()
        }),
        lead: match lead_time(&view.dates, tier) {
            Some(days) => ui.say("dates-lead").with("n", days).to_string(),
            None => String::new(),
        },
        warnings: view.warnings.iter().filter(of_tier).map(|w| words(ui, view, *w)).collect(),
        version: shown.deadline.as_ref().map_or(0, |row| row.deadline.version),
        history: history(ui, view, shown),
        reason: entry(tried, "reason", String::new()),
    }
}

/// A field as it was typed with what is wrong in it, or as it is kept.
fn entry(tried: Option<Tried>, name: &str, kept: String) -> Entry {
    let Some(Tried { posted, mistakes }) = tried else {
        return Entry { value: kept, error: String::new() };
    };
    let value = if posted.has(name) { posted.get(name).to_owned() } else { kept };
    let found = mistakes.iter().find(|mistake| mistake.field == name);
    Entry { value, error: found.map(|mistake| mistake.words.clone()).unwrap_or_default() }
}

/// `hết Chủ nhật 19/07/2020, còn 3 ngày làm việc`.
fn read_back(ui: &Ui, today: Date, day: Date) -> String {
    let until = ui.say("issue-until").with("day", time::long_date(ui.lang, day));
    format!("{until}, {}", left(ui, today, day))
}

/// That a day on which the own report is due is none on which people work.
fn day_off(ui: &Ui, day: Date) -> String {
    let last = last_working_day(day);
    match last == day {
        true => String::new(),
        false => ui.say("dates-up-day-off").with("day", time::long_date(ui.lang, last)).to_string(),
    }
}

fn left(ui: &Ui, today: Date, day: Date) -> String {
    if day < today {
        return ui.say("dates-over").to_string();
    }
    if day == today {
        return time::distance(ui.lang, today, day);
    }
    ui.say("dates-left").with("n", calendar::working_days(today, day)).to_string()
}

/// How the plan puts the deadline.
pub(super) fn stated(ui: &Ui, deadline: Option<&DeadlineRow>) -> String {
    match deadline {
        Some(row) if !row.phrase.is_empty() => {
            let day = time::long_date(ui.lang, row.deadline.last_day);
            ui.say("units-stated").with("phrase", &row.phrase).with("day", day).to_string()
        }
        _ => String::new(),
    }
}

/// Every version after the first, with why.
fn history(ui: &Ui, view: &DatesView, shown: &TierView) -> Vec<String> {
    let versions = view.versions.iter().filter(|row| row.tier == shown.tier.key);
    versions
        .filter(|row| !row.reason.is_empty())
        .map(|row| {
            ui.say("dates-changed")
                .with("day", time::date(ui.lang, row.last_day))
                .with("who", &row.person)
                .with("at", time::moment(ui.lang, calendar::local(row.at)))
                .with("reason", &row.reason)
                .to_string()
        })
        .collect()
}

fn tier_of(warning: DateWarning) -> usize {
    match warning {
        DateWarning::Past { tier }
        | DateWarning::BeforePlan { tier }
        | DateWarning::DayOff { tier, .. }
        | DateWarning::BeforeHoldEnds { tier, .. }
        | DateWarning::AfterSuperior { tier, .. }
        | DateWarning::ShortTime { tier, .. }
        | DateWarning::DataAfter { tier, .. } => tier,
    }
}

fn words(ui: &Ui, view: &DatesView, warning: DateWarning) -> String {
    let day = |day: Date| time::long_date(ui.lang, day);
    let who = |above: Option<usize>| match above {
        Some(tier) => tier_name(ui, &view.set_up.tiers[tier]),
        None => ui.say("dates-own-report").to_string(),
    };
    let phrase = match warning {
        DateWarning::Past { .. } => ui.say("dates-warn-past"),
        DateWarning::BeforePlan { .. } => ui.say("dates-warn-before-plan"),
        DateWarning::DayOff { next, .. } => ui.say("dates-warn-day-off").with("day", day(next)),
        DateWarning::BeforeHoldEnds { end, .. } => ui.say("dates-warn-hold").with("day", day(end)),
        DateWarning::AfterSuperior { above, day: due, .. } => {
            ui.say("dates-warn-after").with("who", who(above)).with("day", day(due))
        }
        DateWarning::ShortTime { above, days, .. } => {
            ui.say("dates-warn-short").with("who", who(above)).with("n", days)
        }
        DateWarning::DataAfter { end, .. } => ui.say("dates-warn-data").with("day", day(end)),
    };
    phrase.to_string()
}
