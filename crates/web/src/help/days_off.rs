//! The days on which offices rest, year by year, and what each rests upon.

use super::handle::seats_ui;
use crate::site::{Answer, Query, Visitor};
use crate::ui::Ui;
use askama::Template;
use domain::calendar::{self, Basis, DayOff, Occasion, YEARS};
use serde::Deserialize;
use words::{Lang, time};

/// A year of days off.
#[derive(Template, Deserialize)]
#[template(path = "help/days_off.html")]
pub struct DaysOffPage {
    pub ui: Ui,
    pub year: i16,
    /// The years beside it that are known.
    #[serde(default)]
    pub before: Option<i16>,
    #[serde(default)]
    pub after: Option<i16>,
    pub first: i16,
    pub last: i16,
    pub rows: Vec<DayOffRow>,
}

/// A day, what it is for, and how certain it is.
#[derive(Clone, Debug, Deserialize)]
pub struct DayOffRow {
    pub weekday: String,
    pub day: String,
    pub occasion: Occasion,
    pub basis: Basis,
    /// The day worked instead.
    #[serde(default)]
    pub worked: String,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    year: Option<i16>,
}

/// The year asked for; this year where none is, or one whose days off are not known.
pub(super) async fn show(visitor: Visitor, Query(wanted): Query<Wanted>) -> Answer {
    let ui = seats_ui(&visitor).await?;
    let this = calendar::day(visitor.site.app.backend.now()).year();
    let year = wanted.year.unwrap_or(this).clamp(*YEARS.start(), *YEARS.end());
    let known = |year: i16| YEARS.contains(&year).then_some(year);
    let rows = calendar::days_off(year).into_iter().map(|off| row(ui.lang, off)).collect();
    visitor.show(&DaysOffPage {
        year,
        before: known(year - 1),
        after: known(year + 1),
        first: *YEARS.start(),
        last: *YEARS.end(),
        rows,
        ui,
    })
}

fn row(lang: Lang, off: DayOff) -> DayOffRow {
    let worked =
        off.worked.map(|day| format!("{} {}", time::weekday(lang, day), time::date(lang, day)));
    DayOffRow {
        weekday: time::weekday(lang, off.day),
        day: time::date(lang, off.day),
        occasion: off.occasion,
        basis: off.basis,
        worked: worked.unwrap_or_default(),
    }
}

impl DaysOffPage {
    fn occasion(&self, row: &DayOffRow) -> String {
        let key = match row.occasion {
            Occasion::NewYear => "days-off-new-year",
            Occasion::Tet => "days-off-tet",
            Occasion::HungKings => "days-off-hung-kings",
            Occasion::Reunification => "days-off-reunification",
            Occasion::Labour => "days-off-labour",
            Occasion::National => "days-off-national",
            Occasion::Culture => "days-off-culture",
            Occasion::Compensation => "days-off-compensation",
            Occasion::Swapped => "days-off-swapped",
        };
        self.ui.say(key).to_string()
    }

    fn basis(&self, row: &DayOffRow) -> String {
        let key = match row.basis {
            Basis::Law => "days-off-law",
            Basis::Decision => "days-off-decision",
            Basis::Expected => "days-off-expected",
        };
        self.ui.say(key).to_string()
    }
}
