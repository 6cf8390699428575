//! Numbers and titles: what a line is called, and what to call a long sentence.

use crate::body;
use crate::lexicon::{CUTS, PREAMBLES, REQUESTS, TASKS};
use crate::page::{Line, Marker, Page, Token, TokenKind, roman_numeral};
use std::ops::Range;

/// Longer first lines are paragraphs; a heading is what stands before the first full stop.
const LONGEST_TITLE: usize = 220;
/// A sentence that is cut to a title is cut here at the latest.
const CUT: usize = 100;
/// A shorter piece says too little.
const LEAST: usize = 20;

/// The number as written, without its closing mark.
pub fn number(page: &Page, line: &Line) -> String {
    let written = match &line.label {
        Some(label) => label.clone(),
        None => page.words(line.tokens.start..line.words.start),
    };
    let number = written.trim_end_matches(['.', ')', '/', ':', '-', '–', '—', ' ']).trim();
    match line.marker {
        // A scanner's `l` is the author's `I`.
        Some(Marker::Roman(value)) if number.contains('l') => roman_numeral(value),
        _ => number.to_owned(),
    }
}

/// The heading of a line: what stands before a colon, without closing marks.
pub fn title(page: &Page, at: usize) -> String {
    let words = page.lines[at].words.clone();
    let end = colon(page, at).filter(|at| *at > words.start).unwrap_or(words.end);
    let mut text = page.words(words.start..end);
    if text.chars().count() > LONGEST_TITLE
        && let Some((first, _)) = text.split_once(". ")
    {
        text = first.to_owned();
    }
    trimmed(&text)
}

/// The title of a section whose first line is `lines.start`; that of a part may stand below it.
pub fn over_lines(page: &Page, lines: Range<usize>) -> String {
    let own = title(page, lines.start);
    let part = matches!(page.lines[lines.start].marker, Some(Marker::Named(..)));
    if !own.is_empty() || !part {
        return own;
    }
    let below = page.lines[lines.start + 1..lines.end].iter();
    let named = below.take_while(|line| line.marker.is_none());
    let words: Vec<String> = named.map(|line| page.words(line.words.clone())).collect();
    trimmed(&words.join(" "))
}

/// The colon that closes a line's heading: near its start, or behind a list of bodies.
pub fn colon(page: &Page, at: usize) -> Option<usize> {
    let words = page.lines[at].words.clone();
    let near = words.clone().take(14).find(|at| page.tokens[*at].is(':'));
    near.or_else(|| {
        let asked = REQUESTS.at(&page.tokens[words.clone()]).map_or(0, |hit| hit.len);
        let (_, end) = body::list(page, words.start + asked..words.end)?;
        Some(end).filter(|end| *end < words.end && page.tokens[*end].is(':'))
    })
}

/// A title made of a sentence; where that is longer than `longest` letters, of its task up to where
/// a writer would stop.
pub fn short(page: &Page, words: Range<usize>, longest: usize) -> String {
    let tokens = &page.tokens[words.clone()];
    let long = page.words(words.clone()).chars().count() > longest;
    let from = if long { task(tokens) } else { 0 };
    let end = if long { from + cut(&tokens[from..]) } else { tokens.len() };
    let text = trimmed(&page.words(words.start + from..words.start + end));
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Where the task begins, behind what it rests on: `Trên cơ sở …, nghiên cứu …`.
fn task(tokens: &[Token]) -> usize {
    if PREAMBLES.at(tokens).is_none_or(|hit| hit.value != "rests") {
        return 0;
    }
    let joint = |before: &Token| {
        matches!(before.kind, TokenKind::Mark(',' | ';'))
            || PREAMBLES.at(std::slice::from_ref(before)).is_some_and(|hit| hit.value == "joint")
    };
    let begins = |at: &usize| joint(&tokens[at - 1]) && TASKS.at(&tokens[*at..]).is_some();
    let Some(at) = (1..tokens.len()).find(begins) else { return 0 };
    // `tập trung đánh giá`: the second verb is the task.
    let focus = TASKS.at(&tokens[at..]).filter(|hit| hit.value == "focus");
    at + focus.map_or(0, |hit| hit.len)
}

/// How many tokens make the title: up to the last mark that ends a clause, else the last word that
/// begins an adjunct, else the last comma, else as many as fit.
fn cut(tokens: &[Token]) -> usize {
    let mut width = 0;
    let (mut clause, mut adjunct, mut comma, mut fits) = (None, None, None, 0);
    for (at, token) in tokens.iter().enumerate() {
        let enough = width >= LEAST;
        match token.kind {
            TokenKind::Mark(';' | '(') if enough => clause = Some(at),
            TokenKind::Mark('.') if enough && tokens.len() > at + 1 => clause = Some(at),
            TokenKind::Mark(',') if enough => comma = Some(at),
            _ if enough => match CUTS.at(&tokens[at..]) {
                Some(hit) if hit.value == "stop" => return at,
                Some(_) => adjunct = Some(at),
                None => {}
            },
            _ => {}
        }
        width += token.span.to - token.span.from + usize::from(token.is_word());
        if width > CUT {
            break;
        }
        fits = at + 1;
    }
    clause.or(adjunct).or(comma).unwrap_or(fits)
}

fn trimmed(text: &str) -> String {
    text.trim_end_matches([':', ';', '.', '-', '–', ',', '/', ' ']).to_owned()
}
