//! What must hold of the dated phrases of any text; asked by tests and by fuzzing.

use super::{Phrase, Years, phrases, resolve};
use crate::page::Page;
use domain::plan::DateKind;
use domain::source::Source;
use jiff::civil::date;

/// Reads the dated phrases of `text`; panics where one stands outside it, runs into the next, has
/// no word, or has a day that it cannot have.
pub fn dates_hold(text: &str) {
    let page = Page::scan(&Source::plain(text));
    let found = phrases(&page.tokens);
    let mut end = 0;
    for phrase in &found {
        assert!(end <= phrase.from && phrase.from < phrase.to && phrase.to <= page.tokens.len());
        end = phrase.to;
        let span = page.span(phrase.from..phrase.to);
        assert!(span.from < span.to && span.to <= page.length());
        days_hold(phrase);
    }
}

fn days_hold(phrase: &Phrase) {
    let issued = Some(date(2022, 3, 10));
    for years in
        [Years::default(), Years { issued, last: None }, Years { issued: None, last: issued }]
    {
        let days = resolve(phrase, years);
        assert_eq!(days, resolve(phrase, years), "reading twice gives the same");
        if phrase.kind == DateKind::Recurring {
            assert_eq!((days.start, days.end), (None, None), "what comes again has no day");
        }
        if matches!(phrase.kind, DateKind::Before | DateKind::By) {
            assert_eq!(days.start, None, "a deadline has no first day");
        }
        let stated = days.stated.zip(days.end).is_none_or(|(stated, end)| stated >= end);
        assert!(stated, "the last day is not after the day as written");
    }
}
