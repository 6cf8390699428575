use super::Ui;
use domain::figure::{Column, Figure, OwnTerm};
use domain::number;
use words::time;

impl Ui {
    /// The heading of a period column: `Năm 2024`, `01/01/2024 – 30/06/2024`.
    pub fn column(&self, column: Column) -> String {
        match column {
            Column::Year(year) => {
                self.say("column-year").with("year", year.to_string()).to_string()
            }
            Column::Span { from, to } => {
                format!("{} – {}", time::date(self.lang, from), time::date(self.lang, to))
            }
            Column::TermStart => self.say("column-term-start").to_string(),
            Column::PreviousTerm => self.say("column-previous-term").to_string(),
        }
    }

    /// `từ 01/10/2021`, `đến hết 31/12/2020`, or both.
    pub fn own_term(&self, term: OwnTerm) -> String {
        let day = |day| time::date(self.lang, day);
        match (term.from(), term.to()) {
            (Some(from), Some(to)) => {
                self.say("own-term-span").with("from", day(from)).with("to", day(to)).to_string()
            }
            (Some(from), None) => self.say("own-term-from").with("from", day(from)).to_string(),
            (None, to) => {
                self.say("own-term-to").with("to", to.map(day).unwrap_or_default()).to_string()
            }
        }
    }

    /// A figure as a unit gave it: the number, or why there is none.
    pub fn figure(&self, figure: Figure, decimals: u8) -> String {
        match figure {
            Figure::Given(value) => number::show(value, decimals),
            Figure::NoneArisen => "-".to_owned(),
            Figure::NotCollected => "…".to_owned(),
            Figure::NotAsked => self.say("figure-not-asked").to_string(),
            Figure::Blank => String::new(),
        }
    }
}
