//! Every dated phrase of a document: an act with who and what, or a date left aside and why.

use crate::body::{Tier, tier};
use crate::clause;
use crate::date::{Phrase, Portion, Unit, Years, phrases, resolve};
use crate::lexicon::{BACKGROUND, DATA, REFERENCES, REVIEWS};
use crate::outlines::{Above, about};
use crate::page::Page;
use crate::parts::Part;
use domain::plan::{
    Act, DataPeriod, DataScope, DateKind, Dated, DocumentKind, IgnoreReason, IgnoredDate,
};
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
}

/// Reads the dates of `part`.
pub fn dates(page: &Page, part: &Part, known: &Known) -> Dates {
    let mut found = Dates::default();
    let mut years = Years { issued: known.issued, last: None };
    for line in part.lines.clone() {
        let tokens = page.lines[line].tokens.clone();
        let words = page.lines[line].words.start.max(tokens.start);
        for phrase in phrases(&page.tokens[words..tokens.end]) {
            let at = words + phrase.from..words + phrase.to;
            let days = resolve(&phrase, years);
            let span = page.span(at.clone());
            let past = phrase.kind == DateKind::Range
                && known.issued.is_some_and(|issued| days.end.is_some_and(|end| end < issued));
            let why = ignored(page, part, known, line, &at, &phrase)
                .or_else(|| past.then_some(IgnoreReason::DataPeriod));
            match why {
                Some(IgnoreReason::DataPeriod) => {
                    let (start, end) = (days.start, days.end);
                    let applies_to = scope(page, line, &at);
                    let text = page.value(span);
                    found.periods.push(DataPeriod {
                        applies_to,
                        units: Vec::new(),
                        start,
                        end,
                        text,
                        span,
                    });
                    found.ignored.push(left_aside(page, span, IgnoreReason::DataPeriod));
                }
                Some(why) => found.ignored.push(left_aside(page, span, why)),
                None => {
                    let (who, what, act) = acting(page, known.above, line, &at);
                    let mut dated = Dated {
                        who,
                        what,
                        act,
                        text: page.value(span),
                        kind: phrase.kind,
                        start: days.start,
                        end: days.end,
                        stated: days.stated,
                        inferred: days.inferred,
                        span,
                    };
                    if phrase.kind == DateKind::Reference {
                        point(&mut dated, &found.dates);
                    }
                    years.last = dated.end.or(years.last);
                    found.dates.push(dated);
                }
            }
        }
    }
    found
}

fn left_aside(page: &Page, span: Span, why: IgnoreReason) -> IgnoredDate {
    IgnoredDate { text: page.value(span), why, span }
}

/// Why a phrase is no act's date; none where it is one.
fn ignored(
    page: &Page,
    part: &Part,
    known: &Known,
    line: usize,
    at: &Range<usize>,
    phrase: &Phrase,
) -> Option<IgnoreReason> {
    let span = page.span(at.clone());
    let next = known.cited.partition_point(|cited| cited.to <= span.from);
    if known.cited.get(next).is_some_and(|cited| cited.overlaps(span)) {
        return Some(IgnoreReason::CitedDocument);
    }
    if part.letterhead.contains(&line) {
        return Some(IgnoreReason::OwnDate);
    }
    let repeats =
        REFERENCES.whole(&page.tokens[at.clone()]).is_some_and(|hit| hit.value == "after");
    if repeats {
        return Some(IgnoreReason::Repeated);
    }
    if part.title.contains(&at.start) || part.recipients.contains(&line) {
        return Some(IgnoreReason::Background);
    }
    if is_data(page, line, at, phrase) {
        return Some(IgnoreReason::DataPeriod);
    }
    let year = phrase.first.is_some_and(|a| matches!(a.unit, Unit::Year { .. }));
    let led = matches!(phrase.kind, DateKind::Before | DateKind::By)
        || phrase.first.is_some_and(|a| a.portion != Portion::Whole);
    let outline = part.kind == DocumentKind::Outline;
    let past = BACKGROUND.all_within(&page.tokens[before(page, line, at.start, 3)..at.end]).next();
    if year && !led || outline || past.is_some() || part.signature.contains(&line) {
        return Some(IgnoreReason::Background);
    }
    None
}

/// True where words just before the phrase, or its own, make it a period of figures or text.
fn is_data(page: &Page, line: usize, at: &Range<usize>, phrase: &Phrase) -> bool {
    if phrase.first.is_some_and(|atom| atom.unit == Unit::Term) {
        return true;
    }
    let from = before(page, line, at.start, 12);
    let sentence = clause::sentence(page, line, at.start);
    let from = from.max(sentence.start);
    let words = &page.tokens[from..at.end];
    let Some((place, hit)) = DATA.all_within(words).last() else { return false };
    let between = from + place + hit.len..at.start.max(from + place + hit.len);
    let sent = clause::act(page, between.clone()) == Some(Act::Send);
    let near = between.len() <= 8;
    let years = phrase.first.is_some_and(|a| matches!(a.unit, Unit::Year { .. }));
    near && !sent && (years || hit.value != "next_tasks")
}

fn scope(page: &Page, line: usize, at: &Range<usize>) -> DataScope {
    let from = before(page, line, at.start, 12);
    let words = &page.tokens[from..at.end];
    let scopes: Vec<&str> = DATA.all_within(words).map(|(_, hit)| hit.value).collect();
    match scopes.last() {
        Some(&"annex") => DataScope::Annex,
        Some(&"comparison") => DataScope::Comparison,
        Some(&"next_tasks") => DataScope::NextTasks,
        _ => DataScope::Report,
    }
}

fn before(page: &Page, line: usize, at: usize, tokens: usize) -> usize {
    at.saturating_sub(tokens).max(page.lines[line].words.start)
}

/// Who does what on the date at `at`.
fn acting(
    page: &Page,
    above: &Above,
    line: usize,
    at: &Range<usize>,
) -> (Vec<String>, String, Act) {
    let sentence = clause::sentence(page, line, at.start);
    let mut subject = clause::subject(page, sentence.start..at.start);
    let lead = sentence.start..at.start;
    let first = page.tokens[lead.clone()].iter().all(|t| !t.is_word());
    let mut what = if first {
        let behind = at.end..next_clause(page, at.end..sentence.end);
        subject = clause::subject(page, behind.clone());
        let from = subject.as_ref().map_or(behind.start, |(_, named)| named.end);
        from..behind.end
    } else {
        let from = subject.as_ref().map_or(lead.start, |(_, named)| named.end);
        clause::last_clause(page, from..lead.end).max(from)..lead.end
    };
    let line_words = page.lines[line].words.start;
    if subject.is_none() && sentence.start > line_words {
        subject = clause::subject(page, line_words..sentence.start);
    }
    // `đề nghị các đồng chí …`: who is asked acts, not who asks.
    let asked = clause::asked_by_name(page, what.clone());
    let who = match (asked, subject) {
        (Some((who, behind)), _) => {
            what.start = behind;
            who
        }
        (None, Some((who, _))) => who,
        (None, None) => match clause::heading(page, line)
            .map(|(bodies, end)| (crate::body::names(page, &bodies), end))
        {
            Some((who, end)) if end <= at.start => who,
            _ => clause::heading_bodies(page, above, line),
        },
    };
    what = trimmed(page, what);
    // `… cho ý kiến. Thời gian trước ngày …`: the sentence before says what the date is for.
    if sentence.start > line_words && clause::act(page, what.clone()).is_none() {
        let from = clause::sentence(page, line, sentence.start - 1).start;
        let from = clause::subject(page, from..sentence.start).map_or(from, |(_, named)| named.end);
        what = trimmed(page, from..sentence.start);
    }
    let act = clause::act(page, what.clone()).unwrap_or_else(|| under(page, above, line));
    let mut words = page.words(what.clone());
    let only = what.is_empty()
        || what.len() < 3
            && crate::lexicon::ACTS
                .whole(&page.tokens[what.clone()])
                .is_some_and(|hit| hit.value == "done");
    if only {
        words = heading_words(page, above, line, &words);
    }
    (who, words, act)
}

/// Where the clause behind a leading date ends: before the clause of the next date.
fn next_clause(page: &Page, behind: Range<usize>) -> usize {
    match phrases(&page.tokens[behind.clone()]).first() {
        Some(next) => {
            let until = behind.start + next.from;
            let from = clause::last_clause(page, behind.start..until);
            if from > behind.start { from } else { until }
        }
        None => behind.end,
    }
}

fn trimmed(page: &Page, range: Range<usize>) -> Range<usize> {
    let mark = |at: &usize| !page.tokens[*at].is_word() && page.tokens[*at].number().is_none();
    let closing = |at: &usize| mark(at) && !page.tokens[*at].is(')') && !page.tokens[*at].is('"');
    let from = range.clone().find(|at| !mark(at)).unwrap_or(range.end);
    let to = (from..range.end).rev().find(|at| !closing(at)).map_or(from, |at| at + 1);
    let and = (from..to).next_back().filter(|last| {
        crate::lexicon::DATES.at(&page.tokens[*last..=*last]).is_some_and(|hit| hit.value == "and")
    });
    from..and.unwrap_or(to)
}

/// What is done where no verb says it: what the section is about.
fn under(page: &Page, above: &Above, line: usize) -> Act {
    let held = above
        .lines(line)
        .iter()
        .any(|at| about(page, &page.lines[*at], "time") || about(page, &page.lines[*at], "form"));
    if held { Act::Hold } else { Act::Other }
}

/// The words of the nearest heading that tells of the review, before what little stands there.
fn heading_words(page: &Page, above: &Above, line: usize, words: &str) -> String {
    let review = above.lines(line).iter().rev().find_map(|at| {
        let tokens = page.lines[*at].words.clone();
        let (place, hit) = REVIEWS.within(&page.tokens[tokens.clone()])?;
        let from = tokens.start + place;
        Some(page.words(from..from + hit.len).to_lowercase())
    });
    match review {
        Some(review) if words.is_empty() => review,
        Some(review) => format!("{review} {}", words.to_lowercase()),
        None => words.to_owned(),
    }
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
