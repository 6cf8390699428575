//! Every dated phrase of a document: an act with who and what, or a date left aside and why.

mod acting;
mod cast;
mod periods;

pub use acting::who_is_named;

use crate::body::{Tier, tier};
use crate::clause;
use crate::date::{Days, Phrase, Portion, Unit, Years, phrases, resolve};
use crate::deadlines::acting::{Acting, acting};
use crate::deadlines::cast::Cast;
use crate::lexicon::{ACTS, BACKGROUND, CONSEQUENCES, DATES, REFERENCES};
use crate::outlines::Above;
use crate::page::Page;
use crate::parts::Part;
use domain::plan::{Act, DataPeriod, DateKind, Dated, DocumentKind, IgnoreReason, IgnoredDate};
use domain::source::Span;
use jiff::civil::Date;
use std::ops::Range;

#[derive(Debug, Default)]
pub struct Dates {
    pub dates: Vec<Dated>,
    pub periods: Vec<DataPeriod>,
    pub ignored: Vec<IgnoredDate>,
}

/// What is known before the dates are read.
pub struct Known<'a> {
    pub above: &'a Above,
    /// Where documents are named, in order.
    pub cited: &'a [Span],
    /// The plan's own day, else the latest basis.
    pub issued: Option<Date>,
    /// Whose plan it is.
    pub issuer: Option<&'a str>,
}

/// Reads the dates of `part`.
pub fn dates(page: &Page, part: &Part, known: &Known) -> Dates {
    let mut found = Dates::default();
    let cast = Cast::of(page, part.body.clone(), known.issuer);
    let mut years = Years { issued: known.issued, last: None };
    let mut given = Vec::new();
    for line in part.lines.clone() {
        let tokens = page.lines[line].words.clone();
        let from = found.dates.len();
        for phrase in phrases(&page.tokens[tokens.clone()]) {
            let at = tokens.start + phrase.from..tokens.start + phrase.to;
            let place = Place { page, part, known, line, at, given: &given };
            let days = resolve(&phrase, years);
            match place.why_ignored(&phrase, days) {
                Some(why) => place.leave(why, &phrase, days, &mut found),
                None => {
                    let beside = &found.dates[from..];
                    let mut dated = place.dated(&phrase, days, &cast, beside);
                    if phrase.kind == DateKind::Reference && phrase.relative.is_none() {
                        point(&mut dated, &found.dates);
                    }
                    years.last = dated.end.or(years.last);
                    given.push(dated.stated);
                    found.dates.push(dated);
                }
            }
        }
    }
    periods::add_undated(page, part, &mut found.periods);
    found
}

/// Where a dated phrase stands.
struct Place<'a> {
    page: &'a Page,
    part: &'a Part,
    known: &'a Known<'a>,
    line: usize,
    at: Range<usize>,
    /// The days that were given before as deadlines.
    given: &'a [Option<Date>],
}

impl Place<'_> {
    fn span(&self) -> Span {
        self.page.span(self.at.clone())
    }

    fn dated(&self, phrase: &Phrase, days: Days, cast: &Cast, beside: &[Dated]) -> Dated {
        let (who, what, act) = match beside.last().filter(|_| phrase.shares) {
            Some(before) => (before.who.clone(), before.what.clone(), before.act),
            None if self.in_title() => self.titled(),
            None => self.acting(cast, beside),
        };
        let span = self.span();
        // A day alone under `Thời hạn` is the last.
        let due = self
            .page
            .row(self.line)
            .is_some_and(|row| row.due && row.when.contains(&self.at.start));
        let (kind, start) = match phrase.kind {
            DateKind::On if due => (DateKind::By, None),
            kind => (kind, days.start),
        };
        Dated {
            who,
            what,
            act,
            text: self.page.value(span),
            kind,
            start,
            end: days.end,
            stated: days.stated,
            inferred: days.inferred,
            span,
        }
    }

    fn acting(&self, cast: &Cast, beside: &[Dated]) -> (Vec<String>, String, Act) {
        let Acting { who, what, act } = match self.page.row(self.line) {
            Some(row) => acting::in_row(self.page, self.known.above, row, &self.at),
            None => acting(self.page, self.known.above, self.line, &self.at),
        };
        let who = if who.is_empty() { cast.play(self.page, &what, act, beside) } else { who };
        (who, what.words, act)
    }

    fn in_title(&self) -> bool {
        self.part.title.contains(&self.at.start)
    }

    /// The title of a programme says what takes place on its day.
    fn titled(&self) -> (Vec<String>, String, Act) {
        let title = self.part.title.start..self.at.start;
        let act = clause::act(self.page, title.clone()).unwrap_or(Act::Meeting);
        let what = self.page.words(title);
        let what = what.trim_end_matches(['(', ' ', ',', '-']).to_owned();
        (self.known.issuer.map(str::to_owned).into_iter().collect(), what, act)
    }

    fn leave(&self, why: IgnoreReason, phrase: &Phrase, days: Days, found: &mut Dates) {
        let (page, span) = (self.page, self.span());
        if why == IgnoreReason::DataPeriod {
            let applies_to = periods::scope(page, self.part.kind, self.line, &self.at);
            // A single day is where figures are cut off.
            let start = days.start.filter(|_| phrase.kind != DateKind::On);
            let (end, text) = (days.end, page.value(span));
            let units = Vec::new();
            found.periods.push(DataPeriod { applies_to, units, start, end, text, span });
        }
        found.ignored.push(IgnoredDate { text: page.value(span), why, span });
    }

    /// Why a phrase is no act's date; none where it is one.
    fn why_ignored(&self, phrase: &Phrase, days: Days) -> Option<IgnoreReason> {
        let Place { page, part, known, line, ref at, .. } = *self;
        let span = self.span();
        let next = known.cited.partition_point(|cited| cited.to <= span.from);
        // `họp thông qua báo cáo ngày …` names no paper that is still to come.
        let to_come = known.issued.is_some_and(|issued| days.end.is_some_and(|end| end > issued));
        if known.cited.get(next).is_some_and(|cited| cited.overlaps(span)) && !to_come {
            return Some(IgnoreReason::CitedDocument);
        }
        if part.letterhead.contains(&line) {
            return Some(IgnoreReason::OwnDate);
        }
        if self.is_after(days) {
            return Some(IgnoreReason::Repeated);
        }
        let repeats =
            REFERENCES.whole(&page.tokens[at.clone()]).is_some_and(|hit| hit.value == "after");
        if repeats {
            return Some(IgnoreReason::Repeated);
        }
        let takes_place = part.kind == DocumentKind::Programme && phrase.kind == DateKind::On;
        if self.in_title() && !takes_place || part.recipients.contains(&line) {
            return Some(IgnoreReason::Background);
        }
        if periods::is_data(page, part.kind, line, at, phrase) {
            return Some(IgnoreReason::DataPeriod);
        }
        let past = known.issued.is_some_and(|issued| days.end.is_some_and(|end| end < issued));
        if self.is_background(phrase) || past && tells(part.kind) {
            return Some(IgnoreReason::Background);
        }
        (past && phrase.kind == DateKind::Range).then_some(IgnoreReason::DataPeriod)
    }

    /// `Sau ngày 20/6, …`: what follows a deadline that was given before.
    fn is_after(&self, days: Days) -> bool {
        let Place { page, line, ref at, .. } = *self;
        let lead = &page.tokens[before(page, line, at.start, 1)..at.start];
        let after = DATES.whole(lead).is_some_and(|hit| hit.value == "after");
        after && days.stated.is_some() && self.given.contains(&days.stated)
    }

    fn is_background(&self, phrase: &Phrase) -> bool {
        let Place { page, part, line, ref at, .. } = *self;
        let led = matches!(phrase.kind, DateKind::Before)
            || phrase.kind == DateKind::By && !phrase.is_open(&page.tokens[at.clone()])
            || phrase.first.is_some_and(|a| a.portion != Portion::Whole)
            || self.done_within(phrase);
        let year = phrase.first.is_some_and(|a| matches!(a.unit, Unit::Year { .. }));
        // `gửi báo cáo quý I về …`: the name of the report.
        let quarter = phrase.first.is_some_and(|a| matches!(a.unit, Unit::Quarter { .. }));
        let lead = &page.tokens[before(page, line, at.start, 2)..at.start];
        if quarter && ACTS.whole(lead).is_some_and(|hit| hit.value == "report") {
            return true;
        }
        let words = &page.tokens[before(page, line, at.start, 3)..at.end];
        if !led && self.is_of_consequence() {
            return true;
        }
        year && !led
            || part.kind == DocumentKind::Outline
            || phrase.relative.is_none() && BACKGROUND.all_within(words).next().is_some()
            || part.signature.contains(&line)
            || phrase.kind == DateKind::Recurring && !self.asks_again(phrase)
    }

    /// `đơn vị nào gửi chậm, không xét thi đua quý IV`: when those are judged who keep no date.
    fn is_of_consequence(&self) -> bool {
        let sentence = clause::sentence(self.page, self.line, self.at.start);
        let said = &self.page.tokens[sentence.start..self.at.start];
        let mut said = CONSEQUENCES.all_within(said).map(|(_, hit)| hit.value);
        said.any(|value| value == "when") && said.any(|value| value == "then")
    }

    /// `hoàn thành trong năm 2022`: a year in which something is to be done.
    fn done_within(&self, phrase: &Phrase) -> bool {
        let said = self.page.tokens[before(self.page, self.line, self.at.start, 4)..self.at.start]
            .iter()
            .enumerate()
            .any(|(at, _)| {
                let from = before(self.page, self.line, self.at.start, 4) + at;
                crate::lexicon::ACTS
                    .at(&self.page.tokens[from..self.at.start])
                    .is_some_and(|hit| hit.value == "done")
            });
        said && phrase.last.is_none()
    }

    /// What comes again without a day of its own asks for something only where a report goes.
    fn asks_again(&self, phrase: &Phrase) -> bool {
        phrase.first.is_some()
            || acting(self.page, self.known.above, self.line, &self.at).act == Act::Send
            || acting::sends(self.page, self.line, self.at.start)
    }
}

/// Papers that tell of what was as well as of what is to come.
fn tells(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::Letter | DocumentKind::Report | DocumentKind::Other)
}

/// The token so many before `at`, no further back than the paragraph goes.
fn before(page: &Page, line: usize, at: usize, tokens: usize) -> usize {
    at.saturating_sub(tokens).max(page.lines[line].words.start)
}

/// Gives a reference the days of the date it points at: the last one of the same act and level,
/// else the last of the same act, else the last.
fn point(reference: &mut Dated, before: &[Dated]) {
    let tiers = |dated: &Dated| -> Vec<Tier> { dated.who.iter().filter_map(|w| tier(w)).collect() };
    let own = tiers(reference);
    let same_act = |dated: &&Dated| dated.act == reference.act;
    let same_tier = |dated: &&Dated| tiers(dated).iter().any(|t| own.contains(t));
    let target = before
        .iter()
        .rfind(|dated| same_act(dated) && same_tier(dated))
        .or_else(|| before.iter().rfind(same_act))
        .or_else(|| before.last());
    if let Some(target) = target {
        reference.start = target.start;
        reference.end = target.end;
        reference.stated = target.stated;
        reference.inferred = true;
    }
}
