//! The head of the first page, in two columns.

use super::{Emphasis, Profile, break_evenly, width_tenths_mm};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The head of a paper (phần đầu văn bản): the body at the left, the nation at the right, and a row
/// of number and date below them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letterhead {
    /// The body above, in capitals; a body of the highest level has none.
    pub parent: Option<String>,
    /// The issuing body, in capitals.
    pub issuer: String,
    /// The national name and the motto (quốc hiệu, tiêu ngữ).
    pub nation: String,
    pub motto: String,
    /// The number with its label (see [`number_words`]); empty on a paper that takes none.
    pub number: String,
    /// Place and date in words, with blanks where the day is not yet given.
    pub place_and_date: String,
}

/// The letterhead as it is set: its names broken into lines, and how long the rules below them are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HeadLines {
    pub parent: Vec<String>,
    pub issuer: Vec<String>,
    /// Two fifths of the longest line: the decree asks for a third to a half.
    pub issuer_rule_tenths_mm: u32,
    /// As long as the motto.
    pub motto_rule_tenths_mm: u32,
}

/// A day in the parts a line of place and date is written with: figures, or blanks to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateWords {
    pub day: String,
    pub month: String,
    pub year: String,
}

/// Words of several syllables that a line never parts, one a line, the longer ones first.
const TOGETHER: &str = include_str!("together.txt");
const NO_BREAK: char = '\u{a0}';
const BLANK: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

impl Letterhead {
    /// Both names in lines of about one length that fit the left column; a name that holds `\n`
    /// breaks there and nowhere else.
    pub fn lines(&self, profile: &Profile) -> HeadLines {
        let Profile { sizes, letterhead_left_tenths_mm: room, .. } = profile;
        let lines = |name: &str, emphasis, half_points| {
            if name.contains('\n') {
                return name.lines().map(str::to_owned).collect();
            }
            let lines = break_evenly(&kept_together(name), emphasis, half_points, u32::from(*room));
            lines.iter().map(|line| line.replace(NO_BREAK, " ")).collect()
        };
        let parent = self.parent.as_deref();
        let issuer: Vec<String> = lines(&self.issuer, Emphasis::Bold, sizes.issuer);
        let width = |line: &String| width_tenths_mm(line, Emphasis::Bold, sizes.issuer);
        HeadLines {
            parent: parent.map_or_else(Vec::new, |name| lines(name, Emphasis::Plain, sizes.parent)),
            issuer_rule_tenths_mm: issuer.iter().map(width).max().unwrap_or(0) * 2 / 5,
            motto_rule_tenths_mm: width_tenths_mm(&self.motto, Emphasis::Bold, sizes.motto),
            issuer,
        }
    }
}

/// `label number/symbol` as papers write it: a number below 10 gets a zero before it, a number not
/// yet given leaves room for the pen.
pub fn number_words(label: &str, number: Option<u32>, symbol: &str) -> String {
    match number {
        Some(number) => format!("{label} {number:02}/{symbol}"),
        None => format!("{label}{BLANK}{BLANK}/{symbol}"),
    }
}

/// The parts of `date`: days below 10 and the months 1 and 2 with a zero before them, as the decree
/// asks. Without a date, the day is left blank in `month` and `year` of `draft`.
pub fn date_words(date: Option<Date>, draft: Date) -> DateWords {
    let shown = date.unwrap_or(draft);
    let month =
        if shown.month() < 3 { format!("{:02}", shown.month()) } else { shown.month().to_string() };
    DateWords {
        day: date.map_or_else(|| BLANK.to_owned(), |date| format!("{:02}", date.day())),
        month,
        year: shown.year().to_string(),
    }
}

/// `name` with the blanks inside its words of several syllables made unbreakable.
fn kept_together(name: &str) -> String {
    let glue = |name: String, word: &str| name.replace(word, &word.replace(' ', "\u{a0}"));
    TOGETHER.lines().fold(name.to_owned(), glue)
}
