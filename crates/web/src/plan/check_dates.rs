//! The dates of a plan in words: by body, and as a calendar.

use super::FactState;
use super::check_facts::{Facts, LONGEST};
use crate::ui::{Link, Ui};
use app::campaign::propose::{is_before, last_day};
use domain::calendar::{is_working_day, working_days};
use domain::campaign::StatedDay;
use domain::plan::{Act, DateKind, Dated, Fact, List, Row};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use words::time;

/// A name as it is written, and what it stands for in the organisation.
#[derive(Clone, Debug, Deserialize)]
pub struct Named {
    pub name: String,
    #[serde(default)]
    pub stands_for: String,
    /// Somebody has to say what it stands for.
    #[serde(default)]
    pub unsure: bool,
    /// Where that is said; empty once it cannot be.
    #[serde(default)]
    pub href: String,
}

/// Whom dates concern, and their dates.
#[derive(Clone, Debug, Deserialize)]
pub struct Body {
    pub names: Vec<Named>,
    pub rows: Vec<DateRow>,
}

/// A date with what is due.
#[derive(Clone, Debug, Deserialize)]
pub struct DateRow {
    pub id: String,
    pub what: String,
    /// The days in words: `hết Chủ nhật 19/07/2020`.
    pub when: String,
    /// How far off: `còn 3 ngày làm việc`.
    #[serde(default)]
    pub left: String,
    /// Where it goes, if not into the campaign.
    #[serde(default)]
    pub goes: String,
    /// The plan's own words.
    #[serde(default)]
    pub stated: String,
    pub state: FactState,
    /// Whether the text has a mark of it.
    #[serde(default)]
    pub marked: bool,
    /// Where it can be corrected; empty once it cannot.
    #[serde(default)]
    pub edit: String,
    /// Whom and what it is, for those who do not see the table.
    #[serde(default)]
    pub spoken: String,
}

/// A month of the calendar in which something is due.
#[derive(Clone, Debug, Deserialize)]
pub struct Month {
    pub title: String,
    /// The months before it in which nothing is due; empty where there are none.
    #[serde(default)]
    pub before: String,
    /// Weeks from Monday; `None` outside the month.
    pub weeks: Vec<Vec<Option<CalendarDay>>>,
    pub events: Vec<EventRow>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct CalendarDay {
    pub day: i8,
    /// Offices are closed.
    #[serde(default)]
    pub off: bool,
    /// Lies in a range in which something is done.
    #[serde(default)]
    pub within: bool,
    /// The event it leads to; empty where nothing is due.
    #[serde(default)]
    pub event: String,
}

/// What is due on a day.
#[derive(Clone, Debug, Deserialize)]
pub struct EventRow {
    pub id: String,
    pub day: String,
    pub rows: Vec<Link>,
}

/// The calendar names so many things a day.
const OF_A_DAY: usize = 10;

/// What begins or is due, day by day.
type Events = BTreeMap<Date, Vec<Link>>;
type Rows<'a> = Vec<(&'a Row, &'a Dated)>;

impl Facts<'_> {
    /// The dates by body, in the order of each body's first day; of very many the first ones, with how
    /// many more there are, unless all are asked for.
    pub(super) fn bodies(&self) -> (Vec<Body>, usize) {
        let mut bodies: Vec<(Vec<String>, Rows<'_>)> = Vec::new();
        for (row, date) in self.dated() {
            match bodies.iter_mut().find(|(who, _)| *who == date.who) {
                Some((_, rows)) => rows.push((row, date)),
                None => bodies.push((date.who.clone(), vec![(row, date)])),
            }
        }
        for (_, rows) in &mut bodies {
            rows.sort_by_key(|(row, date)| (first_day(date), row.id));
        }
        bodies.sort_by_key(|(_, rows)| rows.first().map(|(row, date)| (first_day(date), row.id)));
        let whole = self.whole == Some(List::Date);
        let mut left = if whole { usize::MAX } else { LONGEST };
        let mut more = 0;
        let mut shown = Vec::new();
        for (who, mut rows) in bodies {
            more += rows.len().saturating_sub(left);
            rows.truncate(left);
            left -= rows.len();
            if !rows.is_empty() {
                let names = who.iter().map(|name| self.named(name)).collect();
                let rows = rows.into_iter().map(|(row, date)| self.date(row, date)).collect();
                shown.push(Body { names, rows });
            }
        }
        (shown, more)
    }

    /// The months in which something begins or is due.
    pub(super) fn months(&self) -> Vec<Month> {
        let mut events: Events = BTreeMap::new();
        let mut ranges: Vec<(Date, Date)> = Vec::new();
        for (row, date) in self.dated() {
            let who = self.first_of(&date.who);
            let last = last_day(date, self.view.sheet.stated_day);
            let first = date.start.filter(|start| Some(*start) != last);
            ranges.extend(first.zip(last));
            let what = what(self.ui, date);
            for (day, key) in [(first, "plan-event-from"), (last, "plan-event-due")] {
                let said = self.ui.say(key).with("who", &who).with("what", &what);
                let link = Link { href: format!("#{}", row.id), words: said.to_string() };
                if let Some(day) = day {
                    events.entry(day).or_default().push(link);
                }
            }
        }
        let mut months: Vec<Month> = Vec::new();
        let mut before: Option<Date> = None;
        while let Some((day, _)) = events.first_key_value() {
            let first = day.first_of_month();
            let later = first.last_of_month().tomorrow().ok();
            let rest = later.map(|later| events.split_off(&later)).unwrap_or_default();
            months.push(self.month(first, (&events, &ranges), before));
            before = Some(first);
            events = rest;
        }
        months
    }

    fn dated(&self) -> impl Iterator<Item = (&Row, &Dated)> {
        let rows = self.view.sheet.list(self.view.sheet.plan(), List::Date);
        rows.filter_map(|row| match &row.fact {
            Fact::Date(date) => Some((row, date)),
            _ => None,
        })
    }

    fn date(&self, row: &Row, date: &Dated) -> DateRow {
        let who = date.who.join("; ");
        let what = what(self.ui, date);
        DateRow {
            id: row.id.to_string(),
            spoken: format!("{who}, {what}"),
            what,
            when: when(self.ui, date, self.view.sheet.stated_day),
            left: left(self.ui, date, self.view.sheet.stated_day, self.view.today),
            goes: match date.act {
                Act::Hold | Act::Send => self.becomes(&row.fact),
                _ => self.words("plan-goes-nowhere"),
            },
            stated: date.text.clone(),
            state: self.state(row),
            marked: self.marked.contains(&row.id.to_string()),
            edit: self.edit(row),
        }
    }

    /// The first of several names, and how many there are beside.
    fn first_of(&self, names: &[String]) -> String {
        match names {
            [first, _, ..] => {
                let said = self.ui.say("plan-who-and-others").with("who", first);
                said.with("n", names.len() - 1).to_string()
            }
            _ => names.join(""),
        }
    }

    /// What is due on a day; of very much the first, and where all of it is.
    fn of_day(&self, rows: &[Link]) -> Vec<Link> {
        let mut first: Vec<Link> = rows.iter().take(OF_A_DAY).cloned().collect();
        if rows.len() > OF_A_DAY {
            let words = self.ui.say("plan-dates-more").with("n", rows.len() - OF_A_DAY).to_string();
            first.push(Link { href: "?all=date#list-date".to_owned(), words });
        }
        first
    }

    fn month(
        &self,
        first: Date,
        (events, ranges): (&Events, &[(Date, Date)]),
        before: Option<Date>,
    ) -> Month {
        let title = |day: Date| {
            let said = self.ui.say("plan-month").with("month", day.strftime("%m").to_string());
            said.with("year", day.strftime("%Y").to_string()).to_string()
        };
        let empty = before.and_then(|before| {
            let from = before.checked_add(1.month()).ok().filter(|from| *from < first)?;
            let to = first.checked_sub(1.month()).ok()?;
            if from == to {
                return Some(
                    self.ui.say("plan-month-empty").with("month", title(from)).to_string(),
                );
            }
            let said = self.ui.say("plan-months-empty").with("from", title(from));
            Some(said.with("to", title(to)).to_string())
        });
        let lead = usize::try_from(first.weekday().to_monday_zero_offset()).unwrap_or(0);
        let day = |day: i8| {
            let date = first.with().day(day).build().ok()?;
            Some(CalendarDay {
                day,
                off: !is_working_day(date),
                within: ranges.iter().any(|(from, to)| *from <= date && date <= *to),
                event: events.get(&date).map(|_| format!("e{date}")).unwrap_or_default(),
            })
        };
        let mut cells: Vec<Option<CalendarDay>> = vec![None; lead];
        cells.extend((1..=first.days_in_month()).map(day));
        cells.resize(cells.len().next_multiple_of(7), None);
        Month {
            title: title(first),
            before: empty.unwrap_or_default(),
            weeks: cells.chunks(7).map(<[_]>::to_vec).collect(),
            events: events
                .iter()
                .map(|(day, rows)| EventRow {
                    id: format!("e{day}"),
                    day: time::long_date(self.ui.lang, *day),
                    rows: self.of_day(rows),
                })
                .collect(),
        }
    }
}

/// The days of a date in words, as the campaign would take them; empty where there are none.
pub(super) fn when(ui: &Ui, date: &Dated, stated_day: Option<StatedDay>) -> String {
    let long = |day| time::long_date(ui.lang, day);
    let until = |day| ui.say("plan-until-end").with("day", long(day)).to_string();
    match (date.stated, date.start, last_day(date, stated_day)) {
        (Some(stated), ..) if is_before(date) && stated_day.is_none() => {
            ui.say("plan-when-before").with("day", long(stated)).to_string()
        }
        (_, Some(start), Some(end)) if start != end => {
            let said = ui.say("plan-from-until").with("from", time::date(ui.lang, start));
            said.with("until", long(end)).to_string()
        }
        (_, Some(_), Some(only)) if date.kind == DateKind::On => long(only),
        (_, _, Some(end)) => until(end),
        (_, Some(start), None) => long(start),
        _ => String::new(),
    }
}

/// How far off the last day is, in working days; empty where there is none.
fn left(ui: &Ui, date: &Dated, stated_day: Option<StatedDay>, today: Date) -> String {
    let Some(last) = last_day(date, stated_day) else { return String::new() };
    match last.cmp(&today) {
        std::cmp::Ordering::Less => ui.say("plan-day-past").to_string(),
        std::cmp::Ordering::Equal => ui.say("plan-day-today").to_string(),
        std::cmp::Ordering::Greater => {
            ui.say("plan-days-left").with("n", working_days(today, last)).to_string()
        }
    }
}

fn what(ui: &Ui, date: &Dated) -> String {
    let act = || {
        let act = serde_json::to_value(date.act).unwrap_or_default();
        super::check_fields::answer(ui, List::Date, "act", &act)
    };
    if date.what.is_empty() { act() } else { date.what.clone() }
}

fn first_day(date: &Dated) -> Option<Date> {
    date.start.or(date.end)
}
