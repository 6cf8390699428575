use super::dates_calendar::Month;
use crate::ui::{Choice, Entry, Link, Mistake, Ui};
use askama::Template;
use serde::Deserialize;

/// Every date of a campaign: to be set while it is prepared, to be put off with a reason once it is
/// issued. Every day is read as a plan would put it. Posts `rev`, `up-to`, `up-day`, `stated-day` where
/// that is open, and for every tier `tier-N` (its key), `due-N`, `hold-N`, `from-N`,
/// `to-N`; or, once issued, `tier`,
/// `version`, `day` and `reason`.
#[derive(Template, Deserialize)]
#[template(path = "campaign/dates.html")]
pub struct DatesPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub state: DatesState,
    pub tiers: Vec<TierRow>,
    /// What the plan above says of the own report; empty where the unit says it itself.
    #[serde(default)]
    pub duty: String,
    /// When the unit holds its own review, as a plan above says; empty where none does.
    #[serde(default)]
    pub own_hold: String,
    /// To what changed in the plan above and is not taken over.
    #[serde(default)]
    pub above: Option<Link>,
    pub up_to: Entry,
    pub up_day: Entry,
    /// How the own deadline reads.
    #[serde(default)]
    pub up_read: String,
    /// That nobody works on that day; empty where people do.
    #[serde(default)]
    pub up_day_off: String,
    /// How `trước ngày D` was answered; empty where it was not asked.
    #[serde(default)]
    pub stated_day: String,
    /// The answers, while it was not.
    #[serde(default)]
    pub stated_days: Vec<Choice>,
    /// Where some units get another deadline or destination, once issued.
    #[serde(default)]
    pub change: String,
    /// Every date in order.
    pub lines: Vec<DateLine>,
    pub months: Vec<Month>,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

impl DatesPage {
    /// Whether anything is said of the time for which a tier reports.
    fn has_term(&self, tier: &TierRow) -> bool {
        let said = |entry: &Entry| !entry.value.is_empty() || !entry.error.is_empty();
        said(&tier.from) || said(&tier.to)
    }

    /// The days of the week in short, Monday first.
    fn weekdays(&self) -> Vec<String> {
        self.ui.say("dates-weekdays").to_string().split(' ').map(str::to_owned).collect()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum DatesState {
    Preparing,
    Issued,
}

/// The dates of one tier that is asked.
#[derive(Clone, Debug, Deserialize)]
pub struct TierRow {
    pub key: String,
    pub name: String,
    /// How many units; empty for an organ.
    #[serde(default)]
    pub units: String,
    pub due: Entry,
    #[serde(default)]
    pub hold: Entry,
    /// From when and until when its units report, where that is another time than that of all.
    #[serde(default)]
    pub from: Entry,
    #[serde(default)]
    pub to: Entry,
    /// The same in words.
    #[serde(default)]
    pub term: String,
    /// `từ Thứ Hai 10/06/2024 đến hết Thứ Năm 20/06/2024`.
    #[serde(default)]
    pub hold_read: String,
    /// `hết Chủ nhật 19/07/2020, còn 3 ngày làm việc`.
    #[serde(default)]
    pub read: String,
    /// What the plan says in its own words.
    #[serde(default)]
    pub stated: String,
    /// What it was last time, and that the day in the field is only proposed.
    #[serde(default)]
    pub before: String,
    /// How long there is until what it goes into is due.
    #[serde(default)]
    pub lead: String,
    #[serde(default)]
    pub warnings: Vec<String>,
    /// The version in force, and every version there was where there is more than one.
    #[serde(default)]
    pub version: i64,
    #[serde(default)]
    pub history: Vec<String>,
    /// The reason as typed, once issued.
    #[serde(default)]
    pub reason: Entry,
}

/// One date of the list.
#[derive(Clone, Debug, Deserialize)]
pub struct DateLine {
    /// `Chủ nhật 19/07/2020`.
    pub day: String,
    pub what: String,
    pub who: String,
    /// `còn 3 ngày làm việc`.
    #[serde(default)]
    pub left: String,
}
