//! Who does what on a date, and what kind of act it is.

use crate::body;
use crate::clause;
use crate::date::phrases;
use crate::lexicon::{ACTS, DATES, REVIEWS};
use crate::outlines::{Above, about};
use crate::page::Page;
use domain::plan::Act;
use domain::source::Span;
use std::ops::Range;

/// What a sentence says of a date in it.
pub struct Acting {
    /// Empty where nobody is named.
    pub who: Vec<String>,
    pub what: What,
    pub act: Act,
}

/// What is done: its tokens, and its words with what the heading adds.
pub struct What {
    pub tokens: Range<usize>,
    pub words: String,
}

/// Who is named as acting on the date at `span`; nobody where no such date is in the text.
pub fn who_is_named(page: &Page, above: &Above, span: Span) -> Vec<String> {
    let from = page.tokens.partition_point(|token| token.span.from < span.from);
    let to = page.tokens.partition_point(|token| token.span.from < span.to);
    if from >= to {
        return Vec::new();
    }
    acting(page, above, page.line_of(from), &(from..to)).who
}

/// True where the sentence at `at` sends something.
pub fn sends(page: &Page, line: usize, at: usize) -> bool {
    clause::act(page, clause::sentence(page, line, at)) == Some(Act::Send)
}

/// Who does what on the date at `at`.
pub fn acting(page: &Page, above: &Above, line: usize, at: &Range<usize>) -> Acting {
    let sentence = clause::sentence(page, line, at.start);
    let mut subject = clause::subject(page, sentence.start..at.start);
    let lead = sentence.start..at.start;
    let first = page.tokens[lead.clone()].iter().all(|t| !t.is_word());
    let mut what = if first {
        let behind = at.end..next_clause(page, at.end..sentence.end.max(at.end));
        subject = clause::subject(page, behind.clone());
        let from = subject.as_ref().map_or(behind.start, |(_, named)| named.end);
        from..behind.end
    } else {
        let from = subject.as_ref().map_or(lead.start, |(_, named)| named.end);
        clause::last_clause(page, from..lead.end).max(from)..lead.end
    };
    let line_words = page.paragraph(line).start;
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
            .map(|(bodies, end)| (body::names(page, &bodies), end))
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
            && ACTS.whole(&page.tokens[what.clone()]).is_some_and(|hit| hit.value == "done");
    if only {
        words = heading_words(page, above, line, &words);
    }
    Acting { who, what: What { tokens: what, words }, act }
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
    let and = (from..to)
        .next_back()
        .filter(|last| DATES.at(&page.tokens[*last..=*last]).is_some_and(|hit| hit.value == "and"));
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
