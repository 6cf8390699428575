//! Who does what on a date, and what kind of act it is.

use crate::body;
use crate::clause;
use crate::date::phrases;
use crate::duties;
use crate::lexicon::{ACTS, CLAUSES, DATES, LEADS, REQUESTS, REVIEWS, SENDING};
use crate::outlines::{Above, about};
use crate::page::{Page, Row};
use domain::plan::Act;
use domain::source::Span;
use std::ops::Range;

/// A list of things to do is no longer.
const LONGEST_LIST: usize = 30;

/// Words of a name, at the most.
const LONGEST_NAME: usize = 12;

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
    let line = page.line_of(from);
    match page.row(line) {
        Some(row) => duties::of_cell(page, row.who.clone()).0,
        None => acting(page, above, line, &(from..to)).who,
    }
}

/// True where the sentence at `at` sends something.
pub fn sends(page: &Page, line: usize, at: usize) -> bool {
    clause::act(page, clause::sentence(page, line, at)) == Some(Act::Send)
}

/// Who does what on the date at `at`.
pub fn acting(page: &Page, above: &Above, line: usize, at: &Range<usize>) -> Acting {
    let sentence = clause::sentence(page, line, at.start);
    let heading = clause::heading(page, line).filter(|(_, end)| *end <= at.start);
    let lead = sentence.start..at.start;
    let first = page.tokens[lead.clone()].iter().all(|t| !t.is_word());
    let said = match &heading {
        _ if first => at.end..next_clause(page, at.end..sentence.end.max(at.end)),
        Some((_, end)) => *end.max(&lead.start)..lead.end,
        None => lead,
    };
    let named = |part: Range<usize>| {
        clause::subject(page, part.clone()).or_else(|| clause::unknown_subject(page, part))
    };
    let mut subject = named(said.clone());
    let from = subject.as_ref().map_or(said.start, |(_, named)| named.end);
    let mut what = match first {
        true => from..said.end,
        false => last_act(page, from..said.end),
    };
    // `thẩm định hồ sơ, hoàn thành trước ngày …`: done is what the clause before says.
    let done = ACTS.whole(&page.tokens[what.clone()]).is_some_and(|hit| hit.value == "done");
    if done && from < what.start && CLAUSES.at(&page.tokens[from..what.start]).is_some() {
        what.start = from;
    }
    let line_words = page.lines[line].words.start;
    if subject.is_none() && sentence.start > line_words && heading.is_none() {
        subject = clause::subject(page, line_words..sentence.start);
    }
    // `đề nghị các đồng chí …`: who is asked acts, not who asks.
    let asked = clause::asked_by_name(page, what.clone());
    let earlier = || clause::asked_by_name(page, said.clone()).map(|(who, _)| who);
    let who = match (asked, subject, heading) {
        (Some((who, behind)), ..) => {
            what.start = behind;
            who
        }
        (None, Some((who, _)), _) => who,
        (None, None, Some((bodies, _))) => body::names(page, &bodies),
        (None, None, None) => {
            earlier().unwrap_or_else(|| clause::heading_bodies(page, above, line))
        }
    };
    let who = if who.is_empty() { asked_above(page, line) } else { who };
    what = trimmed(page, what);
    // `LĐLĐ huyện định kỳ hằng quý gửi báo cáo`: what is done stands behind.
    if what.is_empty() && !first {
        what = trimmed(page, at.end..next_clause(page, at.end..sentence.end.max(at.end)));
    }
    // `… cho ý kiến. Thời gian trước ngày …`: the sentence before says what the date is for.
    let said = &page.tokens[what.clone()];
    let verb = CLAUSES.at(said).or_else(|| LEADS.at(said)).is_some();
    if sentence.start > line_words && !verb && clause::act(page, what.clone()).is_none() {
        let from = clause::sentence(page, line, sentence.start - 1).start;
        let from = clause::subject(page, from..sentence.start).map_or(from, |(_, named)| named.end);
        what = trimmed(page, from..sentence.start);
    }
    let opinion = asks_first(page, what.clone()).then_some(Act::Opinion);
    let unsaid = || if verb { Act::Other } else { under(page, above, line) };
    let act = opinion.or_else(|| clause::act(page, what.clone())).unwrap_or_else(unsaid);
    let mut words = page.words(what.clone());
    let only = what.is_empty()
        || what.len() < 3
            && ACTS.whole(&page.tokens[what.clone()]).is_some_and(|hit| hit.value == "done");
    if only {
        words = heading_words(page, above, line, &words);
    }
    Acting { who, what: What { tokens: what, words }, act }
}

/// Whom the sentence asks that a list of things to do stands under: `…, đề nghị các đơn vị:`.
fn asked_above(page: &Page, line: usize) -> Vec<String> {
    if page.lines[line].marker.is_none() {
        return Vec::new();
    }
    let lead =
        page.lines[..line].iter().rev().take(LONGEST_LIST).find(|line| line.marker.is_none());
    let Some(lead) = lead.filter(|line| line.ends_with(page, ':')) else { return Vec::new() };
    let asks = |at: &usize| REQUESTS.at(&page.tokens[*at..lead.words.end]).is_some();
    let asked = lead.words.clone().rev().find(asks).and_then(|at| {
        let hit = REQUESTS.at(&page.tokens[at..lead.words.end])?;
        let from = at + hit.len;
        let bodies = body::list(page, from..lead.words.end);
        let whole = || Some(vec![page.words(from..lead.words.end - 1)]);
        bodies.map(|(bodies, _)| body::names(page, &bodies)).or_else(whole)
    });
    let named = |name: &String| !name.is_empty() && name.split(' ').count() < LONGEST_NAME;
    asked.unwrap_or_default().into_iter().filter(named).collect()
}

/// Who does what on a date that stands in a row of a table.
pub fn in_row(page: &Page, above: &Above, row: &Row, at: &Range<usize>) -> Acting {
    let (who, _) = duties::of_cell(page, row.who.clone());
    let own = row.what.start..if row.what.contains(&at.start) { at.start } else { row.what.end };
    // A list of visits says above it what it is about.
    let heading = (0..row.lines.start).rev().find(|line| page.row(*line).is_none());
    let said = match heading {
        Some(line) if own.is_empty() => page.lines[line].words.clone(),
        _ => own,
    };
    let what = trimmed(page, said);
    let unsaid = || under(page, above, row.lines.start);
    let act = clause::act(page, what.clone()).unwrap_or_else(unsaid);
    let words = page.words(what.clone());
    Acting { who, what: What { tokens: what, words }, act }
}

/// The last clause of `part`; where it only says to whom an opinion goes, with the one that asks it.
fn last_act(page: &Page, part: Range<usize>) -> Range<usize> {
    let from = clause::last_clause(page, part.clone()).max(part.start);
    let directed = SENDING.at(&page.tokens[from..part.end]).is_some_and(|hit| hit.len == 2);
    let before = clause::last_clause(page, part.start..from).max(part.start);
    let asks = clause::act(page, before..from) == Some(Act::Opinion);
    if directed && asks { before..part.end } else { from..part.end }
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

/// `cho ý kiến … và gửi về …`: what is sent is the opinion.
fn asks_first(page: &Page, what: Range<usize>) -> bool {
    let tokens = &page.tokens[what];
    ACTS.at(tokens).is_some_and(|hit| hit.value == "opinion")
        && SENDING.all_within(tokens).any(|(_, hit)| hit.len == 2)
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
